//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diag::Language;

/// 計画の Markdown と YAML から、ウェブサイトを作ります。
/// Turns the plan of a public body, kept as Markdown and YAML, into a website.
#[derive(Debug, Parser)]
#[command(version, about, disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// サイトのフォルダー / the site's folder
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    site: PathBuf,
    /// 指摘の形式 / how findings are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// 指摘の言語（なければ、環境の設定に従います） / language of the messages (default: the locale's)
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    lang: Option<Speech>,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 内容を調べ、誤りがなければサイトを作ります / checks the content and makes the site
    Build {
        /// 作る先（今いるフォルダーから） / where to, from the current folder
        #[arg(long, default_value = "public", value_name = "DIR")]
        out: PathBuf,
    },
    /// 内容を調べるだけで、何も書きません / checks the content, writes nothing
    Check,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// 人が読む形 / for people
    Text,
    /// JSON
    Json,
    /// GitHub の注釈 / annotations of GitHub
    Github,
}

/// The languages the tool speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Speech {
    /// 日本語
    Ja,
    /// English
    En,
}

impl Args {
    pub(super) fn site(&self) -> PathBuf {
        self.site.clone()
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// The language asked for, or that of the system.
    pub(super) fn language(&self) -> Language {
        match self.lang {
            Some(Speech::Ja) => Language::Japanese,
            Some(Speech::En) => Language::English,
            None => match sys_locale::get_locale() {
                Some(locale) if locale.starts_with("ja") => Language::Japanese,
                _ => Language::English,
            },
        }
    }
}
