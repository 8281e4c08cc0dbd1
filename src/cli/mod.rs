//! What users type, and what they are told: arguments in, findings and a summary out.
//!
//! Exit 0: sound. 1: findings of error level. 2: wrong use, or a folder that cannot be read or written.

mod args;
mod help;
mod language;
mod progress;
mod status;
mod summary;
#[cfg(test)]
mod tests;
mod usage;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::diag::{Diagnostic, Language, render};
use crate::source::Sources;
use crate::{Analysis, BuildError};
use args::{Args, Command, Format};
use progress::Progress;

/// Wrong use, or a folder that cannot be read or written.
const EXIT_TROUBLE: u8 = 2;

/// Runs the command of this process.
pub fn run() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let language = language::of(&typed);
    let args = match parse(typed, language) {
        Ok(args) => args,
        Err(code) => return code,
    };
    let teller = Teller { language, format: args.format() };
    match execute(&args, &teller) {
        Ok(code) => code,
        Err(finding) => {
            teller.findings(&[*finding], &Sources::default());
            ExitCode::from(EXIT_TROUBLE)
        }
    }
}

/// What was typed, understood. Help and complaints are printed here; with them the run ends.
fn parse(typed: Vec<OsString>, language: Language) -> Result<Args, ExitCode> {
    let mut command = help::command(language);
    command
        .try_get_matches_from_mut(typed)
        .and_then(|matches| Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command)))
        .map_err(|error| {
            // The texts of `--help`, of `--version` and of a call without a command are whole already. Nobody is
            // left to be told when the reader of a pipe has gone.
            let _ = match error.kind() {
                ErrorKind::DisplayHelp
                | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                | ErrorKind::DisplayVersion => error.print(),
                _ => std::io::stderr().write_all(usage::text(&error, &command, language).as_bytes()),
            };
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(EXIT_TROUBLE))
        })
}

fn execute(args: &Args, teller: &Teller) -> Result<ExitCode, Box<Diagnostic>> {
    match &args.command {
        Command::Build { out } => build(args, Some(out), teller),
        Command::Check => build(args, None, teller),
        Command::Status { confirm } => status::run(&args.site(), confirm, teller),
    }
}

/// `build`, and without an output folder `check`.
fn build(args: &Args, out: Option<&PathBuf>, teller: &Teller) -> Result<ExitCode, Box<Diagnostic>> {
    let start = std::time::Instant::now();
    let progress = Progress::new(teller.language);
    if let Some(out) = out {
        // A build that was killed in the middle of an exchange is finished or taken back first.
        crate::output::recover(&args.site(), out).map_err(|error| Box::new(error.diagnostic()))?;
    }
    let analysis =
        crate::analyse(&args.site(), &|stage| progress.stage(stage)).map_err(|error| Box::new(error.diagnostic()))?;
    let mut findings = analysis.findings.clone();
    let mut built = None;
    if let (Some(out), Some((plan, theme))) = (out, &analysis.sound) {
        let done = crate::build(plan, theme, &args.site(), out, &|stage| progress.stage(stage))
            .map_err(|error| Box::new(trouble(&error)))?;
        findings.extend(done.published.warnings.iter().cloned());
        built = Some((done, out));
    }
    progress.done();
    teller.findings(&findings, &analysis.inputs.sources);
    teller.say(&summary::of(&analysis, &findings, built.as_ref(), start.elapsed(), teller.language));
    Ok(exit_code(&analysis))
}

fn exit_code(analysis: &Analysis) -> ExitCode {
    if analysis.sound.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn trouble(error: &BuildError) -> Diagnostic {
    match error {
        BuildError::Output(error) => error.diagnostic(),
        BuildError::Render(error) => error.diagnostic(),
    }
}

/// How users are told.
struct Teller {
    language: Language,
    format: Format,
}

impl Teller {
    /// Findings for people go to standard error, those for machines to standard output.
    fn findings(&self, findings: &[Diagnostic], sources: &Sources) {
        let (text, to_people) = match self.format {
            Format::Text => {
                let colour =
                    std::io::IsTerminal::is_terminal(&std::io::stderr()) && std::env::var_os("NO_COLOR").is_none();
                (render::text::render(findings, sources, self.language, colour), true)
            }
            Format::Json => (render::json::render(findings, sources, self.language), false),
            Format::Github => (render::github::render(findings, sources, self.language), false),
        };
        // Nobody is left to be told when the reader of a pipe has gone.
        let _ = if to_people {
            std::io::stderr().write_all(text.as_bytes())
        } else {
            std::io::stdout().write_all(text.as_bytes())
        };
    }

    /// The summary would spoil JSON and annotations; there it goes to standard error.
    fn say(&self, text: &str) {
        let _ = match self.format {
            Format::Text => std::io::stdout().write_all(text.as_bytes()),
            Format::Json | Format::Github => std::io::stderr().write_all(text.as_bytes()),
        };
    }
}
