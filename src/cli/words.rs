//! What `--help` says, in both languages. A new command or option needs its row here; a test holds that.

use crate::diag::Language;

/// A text in Japanese and in English.
#[derive(Debug, Clone, Copy)]
pub(super) struct Both(&'static str, &'static str);

impl Both {
    pub(super) fn get(self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.0,
            Language::English => self.1,
        }
    }
}

/// What each command does.
pub(super) const COMMANDS: &[(&str, Both)] = &[
    (
        "keikaku",
        Both(
            "Markdown と YAML で書かれた行政の計画から、ウェブサイトを作ります。",
            "Makes a website of a public body's plan that is kept as Markdown and YAML.",
        ),
    ),
    (
        "build",
        Both("内容を調べ、誤りがなければサイトを作ります", "check the content and, when it is sound, make the site"),
    ),
    (
        "status",
        Both(
            "訳のどこが原文より古いかを一覧にします",
            "list which passages of the translations are behind the plan's own text",
        ),
    ),
    ("check", Both("内容を調べるだけで、何も書きません", "check the content, write nothing")),
];

/// What each option takes and is for, by its name in [`super::args`]. The name of a switch's value is empty.
pub(super) const OPTIONS: &[(&str, Both, Both)] = &[
    (
        "site",
        Both("フォルダー", "DIR"),
        Both(
            "content/ と glossary.yaml と themes/ のあるフォルダー",
            "the folder with content/, glossary.yaml and themes/",
        ),
    ),
    (
        "out",
        Both("フォルダー", "DIR"),
        Both("サイトを作るフォルダー（今いるフォルダーから）", "where to make the site, from the current folder"),
    ),
    (
        "format",
        Both("形式", "FORMAT"),
        Both("指摘の形（人、プログラム、GitHub のため）", "findings for people, for programs or for GitHub"),
    ),
    (
        "lang",
        Both("言語", "LANG"),
        Both(
            "指摘と説明の言語。指定しなければ、システムの言語",
            "language of findings and help; the system's when it is left out",
        ),
    ),
    (
        "confirm",
        Both("場所", "PLACE"),
        Both(
            "訳が今の原文に合っていることを記録します（フォルダー、ファイル、ファイル:行、または all）",
            "record that translations say what the plan says now (folder, file, file:line, or all)",
        ),
    ),
    ("help", Both("", ""), Both("この説明を表示します", "show this help")),
    ("version", Both("", ""), Both("版の番号を表示します", "show the version")),
];

pub(super) const USAGE: Both = Both("使い方", "Usage");
pub(super) const COMMANDS_HEADING: Both = Both("コマンド", "Commands");
pub(super) const ARGUMENTS_HEADING: Both = Both("引数", "Arguments");
pub(super) const OPTIONS_HEADING: Both = Both("オプション", "Options");
/// The command, in a line that shows how to use the tool.
pub(super) const COMMAND: Both = Both("コマンド", "COMMAND");
/// The options, in such a line.
pub(super) const OPTIONS_PLACE: Both = Both("オプション", "OPTIONS");
pub(super) const DEFAULT: Both = Both("既定", "default");
pub(super) const CHOICES: Both = Both("選択肢", "choices");

/// What stands below the help of the tool.
pub(super) const CLOSING: Both = Both(
    "例:
  keikaku check                調べるだけ（ファイルを直すたびに）
  keikaku build                調べて、誤りがなければ public にサイトを作る
  keikaku build --out 公開用   別のフォルダーに作る
  keikaku status               訳の遅れているところを見る

終了コード:
  0  誤りなし（警告だけのときも 0 です）
  1  内容に誤りがある（サイトは作られず、前のサイトがそのまま残ります）
  2  使い方が違う、またはフォルダーを読み書きできない

指摘の番号（K050 など）の意味は docs/findings.md にあります。",
    "Examples:
  keikaku check                look for faults (after every change)
  keikaku build                look for faults; if there are none, make the site in public
  keikaku build --out www      make it in another folder
  keikaku status               see where translations are behind

Exit codes:
  0  sound (warnings do not count)
  1  the content has errors: nothing was made, the earlier site is as it was
  2  wrong use, or a folder that cannot be read or written

docs/findings.md explains every finding by its code (K050 …).",
);
