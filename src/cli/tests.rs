//! Help and complaints are wholly in one language. What they say is looked at, not only whether they come.

use clap::{Arg, ArgAction, Command, value_parser};

use super::{help, usage, words};
use crate::diag::Language::{self, English, Japanese};
use crate::diag::languages::mixture;

fn assert_pure(text: &str, language: Language) {
    let (ja, en) = if language == Japanese { (text, "") } else { ("", text) };
    assert_eq!(mixture(ja, en), None);
}

#[test]
fn every_command_and_option_has_its_words() {
    let mut command = help::command(English);
    command.build();
    for command in command.get_subcommands().chain([&command]) {
        assert!(words::COMMANDS.iter().any(|(name, _)| *name == command.get_name()), "{}", command.get_name());
        for arg in command.get_arguments() {
            assert!(words::OPTIONS.iter().any(|(id, ..)| *id == arg.get_id()), "{}", arg.get_id());
        }
    }
}

#[test]
fn help_is_in_one_language() {
    for language in [Japanese, English] {
        let mut command = help::command(language);
        command.build();
        let subcommands: Vec<_> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        assert_pure(&command.render_long_help().to_string(), language);
        for name in subcommands {
            let Some(command) = command.find_subcommand_mut(&name) else { continue };
            assert_pure(&command.render_long_help().to_string(), language);
            assert_pure(&command.render_help().to_string(), language);
        }
    }
}

#[test]
fn help_in_japanese_to_the_letter() {
    let mut command = help::command(Japanese);
    command.build();
    let Some(build) = command.find_subcommand_mut("build") else { panic!("there is no build") };
    let expected = "\
内容を調べ、誤りがなければサイトを作ります

使い方: keikaku build [オプション]

オプション:
      --out <フォルダー>   サイトを作るフォルダー（今いるフォルダーから） [既定: public]
      --site <フォルダー>  content/ と glossary.yaml と themes/ のあるフォルダー [既定: .]
      --format <形式>      指摘の形（人、プログラム、GitHub のため） [選択肢: text, json, github] [既定: text]
      --lang <言語>        指摘と説明の言語。指定しなければ、システムの言語 [選択肢: ja, en]
  -h, --help               この説明を表示します
";
    assert_eq!(build.render_help().to_string(), expected);
}

/// What is said of a call, in each language.
fn complaint(command: fn(Language) -> Command, typed: &str, language: Language) -> String {
    let mut command = command(language);
    match command.try_get_matches_from_mut(typed.split(' ')) {
        Ok(_) => panic!("{typed} is taken"),
        Err(error) => usage::text(&error, &command, language),
    }
}

#[test]
fn wrong_use_is_told_in_one_language() {
    for (typed, ja, en) in [
        ("keikaku built", "「built」というコマンドはありません", "there is no command “built”"),
        ("keikaku built", "「build」のことですか", "did you mean “build”?"),
        ("keikaku publish", "使えるのは build、check", "possible are build, check"),
        ("keikaku --lang ja", "コマンドがありません", "a command is missing"),
        ("keikaku check --sit x", "「--sit」というオプションはありません", "there is no option “--sit”"),
        ("keikaku check --sit x", "「--site」のことですか", "did you mean “--site”?"),
        ("keikaku check --out x", "これは keikaku build のオプションです", "it is an option of keikaku build"),
        ("keikaku check -x", "「-x」というオプションはありません", "there is no option “-x”"),
        ("keikaku check more", "「more」は余分です", "“more” is not expected here"),
        ("keikaku check more", "使い方: keikaku check [オプション]", "Usage: keikaku check [OPTIONS]"),
        ("keikaku check --site", "「--site <フォルダー>」の値がありません", "“--site <DIR>” needs a value"),
        ("keikaku check --format xml", "「--format <形式>」の値に「xml」は使えません", "“xml” cannot be the value of"),
        ("keikaku check --format jsn", "「json」のことですか", "did you mean “json”?"),
        ("keikaku check --lang fr", "使えるのは ja、en です", "possible are ja, en"),
        ("keikaku check --help=x", "の値「x」は余分です", "the value “x” of"),
        ("keikaku --site a --site b check", "が 2 度あります", "is given twice"),
    ] {
        for (language, expected) in [(Japanese, ja), (English, en)] {
            let told = complaint(help::command, typed, language);
            assert!(told.contains(expected), "{typed}: {told}");
            assert_pure(&told, language);
        }
    }
}

/// Kinds of wrong use that the options of today do not allow, but those of a later command may.
#[test]
fn any_wrong_use_is_told_in_one_language() {
    fn later(_: Language) -> Command {
        Command::new("keikaku")
            .arg(Arg::new("port").long("port").value_parser(value_parser!(u16)))
            .arg(Arg::new("two").long("two").num_args(2))
            .arg(Arg::new("some").long("some").num_args(2..))
            .arg(Arg::new("equals").long("equals").require_equals(true))
            .arg(Arg::new("flag").long("flag").action(ArgAction::SetTrue).conflicts_with("port"))
            .arg(Arg::new("name").required(true))
    }
    for (typed, ja, en) in [
        ("keikaku", "がありません", "is missing"),
        ("keikaku n --port x", "使えません", "cannot be the value"),
        ("keikaku n --port 1 --flag", "一緒に使えません", "cannot be used together"),
        ("keikaku n --two 1", "コマンドの書き方が違います", "not written as it should be"),
        ("keikaku n --some 1", "コマンドの書き方が違います", "not written as it should be"),
        ("keikaku n --equals 1", "コマンドの書き方が違います", "not written as it should be"),
    ] {
        for (language, expected) in [(Japanese, ja), (English, en)] {
            let told = complaint(later, typed, language);
            assert!(told.contains(expected), "{typed}: {told}");
            // The line that shows the use of this command is clap's own.
            let own: String = told.lines().filter(|line| !line.contains("[OPTIONS]")).collect();
            assert_pure(&own, language);
        }
    }
}
