//! The arguments of the command line: what there is to type. What is said of each stands in [`super::words`].

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// The command line without `--lang`, `--help` and `--version`, which [`super::help`] adds.
#[derive(Debug, Parser)]
#[command(name = "keikaku", version, disable_help_subcommand = true)]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    site: PathBuf,
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build {
        #[arg(long, default_value = "public", value_name = "DIR")]
        out: PathBuf,
    },
    Check,
    Status {
        #[arg(long, value_name = "PLACE", num_args = 1..)]
        confirm: Vec<String>,
    },
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Github,
}

impl Args {
    pub(super) fn site(&self) -> PathBuf {
        self.site.clone()
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }
}
