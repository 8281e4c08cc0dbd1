//! What is said when the tool was called wrongly. clap knows what is wrong, but says it in English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::words;
use crate::diag::{Language, Message};

/// The complaint about a call, ready to print: what is wrong, what was probably meant, how to call it.
pub(super) fn text(error: &Error, command: &Command, language: Language) -> String {
    let (severity, advice) = match language {
        Language::Japanese => ("エラー", "対処"),
        Language::English => ("error", "help"),
    };
    let mut text = format!("{severity}: {}\n", fault(error).get(language));
    for help in help(error, command) {
        text += &format!("  {advice}: {}\n", help.get(language));
    }
    if let Some(usage) = usage(error) {
        text += &format!("{}: {usage}\n", words::USAGE.get(language));
    }
    let more = Message::new("くわしくは keikaku --help をご覧ください", "see keikaku --help for more");
    text + more.get(language) + "\n"
}

/// What is wrong.
fn fault(error: &Error) -> Message {
    let arg = told(error, ContextKind::InvalidArg);
    let value = told(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            Message::new(format!("「{arg}」というオプションはありません"), format!("there is no option “{arg}”"))
        }
        ErrorKind::UnknownArgument => {
            Message::new(format!("「{arg}」は余分です"), format!("“{arg}” is not expected here"))
        }
        ErrorKind::InvalidSubcommand => {
            let name = told(error, ContextKind::InvalidSubcommand);
            Message::new(format!("「{name}」というコマンドはありません"), format!("there is no command “{name}”"))
        }
        ErrorKind::MissingSubcommand => Message::new("コマンドがありません", "a command is missing"),
        ErrorKind::InvalidValue if value.is_empty() => {
            Message::new(format!("「{arg}」の値がありません"), format!("“{arg}” needs a value"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::new(
            format!("「{arg}」の値に「{value}」は使えません"),
            format!("“{value}” cannot be the value of “{arg}”"),
        ),
        ErrorKind::TooManyValues => Message::new(
            format!("「{arg}」の値「{value}」は余分です"),
            format!("the value “{value}” of “{arg}” is not expected"),
        ),
        ErrorKind::ArgumentConflict if arg == told(error, ContextKind::PriorArg) => {
            Message::new(format!("「{arg}」が 2 度あります"), format!("“{arg}” is given twice"))
        }
        ErrorKind::ArgumentConflict => {
            let other = told(error, ContextKind::PriorArg);
            Message::new(
                format!("「{arg}」は「{other}」と一緒に使えません"),
                format!("“{arg}” cannot be used together with “{other}”"),
            )
        }
        ErrorKind::MissingRequiredArgument => {
            Message::new(format!("「{arg}」がありません"), format!("“{arg}” is missing"))
        }
        ErrorKind::InvalidUtf8 => Message::new("UTF-8 でない文字があります", "there are characters that are not UTF-8"),
        _ => Message::new("コマンドの書き方が違います", "the command is not written as it should be"),
    }
}

/// What was probably meant, and what may be written.
fn help(error: &Error, command: &Command) -> Vec<Message> {
    let mut help = Vec::new();
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| told(error, kind))
        .find(|meant| !meant.is_empty());
    if let Some(owner) = owner(error, command) {
        help.push(Message::new(
            format!("これは keikaku {owner} のオプションです"),
            format!("it is an option of keikaku {owner}"),
        ));
    } else if let Some(meant) = meant {
        help.push(Message::new(format!("「{meant}」のことですか"), format!("did you mean “{meant}”?")));
    }
    let mut choices = listed(error, ContextKind::ValidValue);
    if matches!(error.kind(), ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand) {
        choices = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    }
    if !choices.is_empty() {
        help.push(Message::new(
            format!("使えるのは {} です", choices.join("、")),
            format!("possible are {}", choices.join(", ")),
        ));
    }
    help
}

/// The command that knows an option which was given to another.
fn owner<'c>(error: &Error, command: &'c Command) -> Option<&'c str> {
    let arg = told(error, ContextKind::InvalidArg);
    let long = arg.strip_prefix("--").filter(|_| error.kind() == ErrorKind::UnknownArgument)?;
    let knows = |command: &&Command| command.get_opts().any(|option| option.get_long() == Some(long));
    command.get_subcommands().find(knows).map(Command::get_name)
}

/// How the command is called, where clap tells it; it puts an English heading in front.
fn usage(error: &Error) -> Option<String> {
    let usage = error.get(ContextKind::Usage)?.to_string();
    Some(usage.strip_prefix("Usage:")?.trim().to_owned())
}

/// A piece of what clap knows, or an empty text.
fn told(error: &Error, kind: ContextKind) -> String {
    listed(error, kind).join(" ")
}

fn listed(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
