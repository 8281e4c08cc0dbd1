//! The command `keikaku`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    keikaku::cli::run()
}
