//! The command line with its help in one language.
//!
//! clap writes headings, defaults and choices in English only. Here each of them is set, or hidden and written into
//! the text of its option.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Args;
use super::words::{self, Both};
use crate::diag::Language;

/// The command line, ready to parse what was typed and to show help in `language`.
pub(super) fn command(language: Language) -> Command {
    let tool = Args::command()
        .arg(Arg::new("lang").long("lang").global(true).value_parser(PossibleValuesParser::new(["ja", "en"])))
        .arg(Arg::new("help").long("help").short('h').global(true).action(ArgAction::Help))
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version))
        .subcommand_help_heading(words::COMMANDS_HEADING.get(language))
        .after_help(words::CLOSING.get(language))
        .mut_subcommands(|command| {
            let usage = usage(&format!("keikaku {}", command.get_name()), &command, language);
            worded(command, usage, language)
        });
    let usage = format!("{} <{}>", usage("keikaku", &tool, language), words::COMMAND.get(language));
    worded(tool, usage, language)
}

/// A command with its texts.
fn worded(command: Command, usage: String, language: Language) -> Command {
    let about = words::COMMANDS.iter().find(|(name, _)| *name == command.get_name()).map(|(_, about)| about);
    let header = *command.get_styles().get_header();
    let template = format!(
        "{{about}}\n\n{header}{}:{header:#} {{usage}}\n\n{{all-args}}{{after-help}}",
        words::USAGE.get(language)
    );
    command
        .about(about.map_or("", |about| about.get(language)))
        .override_usage(usage)
        .help_template(template)
        .mut_args(|arg| option(arg, language))
}

/// The line that shows how a command is used.
fn usage(name: &str, command: &Command, language: Language) -> String {
    let mut usage = format!("{name} [{}]", words::OPTIONS_PLACE.get(language));
    for arg in command.get_positionals() {
        let name = found(arg).map_or("", |(_, value, _)| value.get(language));
        usage += &if arg.is_required_set() { format!(" <{name}>") } else { format!(" [{name}]") };
    }
    usage
}

/// An option with its texts; its default and choices stand at their end.
fn option(arg: Arg, language: Language) -> Arg {
    let heading = if arg.is_positional() { words::ARGUMENTS_HEADING } else { words::OPTIONS_HEADING };
    let arg = arg.help_heading(heading.get(language));
    let Some((_, value, help)) = found(&arg) else { return arg };
    if !arg.get_action().takes_values() {
        return arg.help(help.get(language));
    }
    let mut help = help.get(language).to_owned();
    let mut add = |what: Both, values: Vec<String>| {
        if !values.is_empty() {
            help += &format!(" [{}: {}]", what.get(language), values.join(", "));
        }
    };
    add(words::CHOICES, arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect());
    add(words::DEFAULT, arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect());
    arg.help(help).value_name(value.get(language)).hide_default_value(true).hide_possible_values(true)
}

fn found(arg: &Arg) -> Option<&'static (&'static str, Both, Both)> {
    words::OPTIONS.iter().find(|(id, ..)| *id == arg.get_id().as_str())
}
