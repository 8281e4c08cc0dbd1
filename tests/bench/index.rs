//! How long the index of the search takes alone, all languages, from the plan in memory to files on the disk:
//! `cargo bench --bench index -- SITE` prints the milliseconds. The files go to a folder that is removed.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use keikaku::output::Publication;
use keikaku::{analyse, search};

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo itself adds `--bench`.
    let site = std::env::args().skip(1).find(|it| !it.starts_with("--")).map(PathBuf::from).ok_or("no SITE")?;
    let (plan, _) = analyse(&site, &|_| {})?.sound.ok_or("the plan has errors")?;
    let folder = tempfile::tempdir()?;
    let publication = Publication::begin(&site, &folder.path().join("public"))?;
    let start = Instant::now();
    search::write(&plan, &publication).map_err(|error| format!("{}: {}", error.path, error.cause))?;
    writeln!(std::io::stdout(), "{:.1}", start.elapsed().as_secs_f64() * 1000.0)?;
    Ok(())
}
