//! Builds the Japanese dictionary that the search index is cut with, and hands its folder to
//! `src/search/ipadic.rs`, which embeds it; makes of its words the tables that `src/search/lexicon.rs` looks up and the
//! one of kanji that `src/search/browser.rs` writes; and joins the scripts of browsers, which that writes too.
//!
//! The sources of the dictionary come with crates.io alone: lindera's own dictionary crate of today downloads them from
//! a web server, which fails on closed networks, but its old version 0.27 carries them in its package.
//! That crate is a build dependency only so that cargo fetches it; nothing of its code is called.
#![allow(clippy::print_stdout, reason = "cargo is told so")]

#[path = "src/build/kanji.rs"]
mod kanji;
#[path = "src/build/lexicon.rs"]
mod lexicon;
#[path = "src/build/script.rs"]
mod script;

use std::env;
use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;
use lindera_dictionary::builder::DictionaryBuilder;
use lindera_dictionary::dictionary::Dictionary;
use serde_json::Value;

/// The crate whose package carries the dictionary's sources.
const CARRIER: (&str, &str) = ("lindera-ipadic", "0.27.");
/// The archive in that package, and the folder in the archive.
const ARCHIVE: &str = "resources/mecab-ipadic-2.7.0-20070801.tar.gz";
const FOLDER: &str = "mecab-ipadic-2.7.0-20070801";
/// How the sources are to be read.
const METADATA: &str = "src/search/ipadic.json";

/// Where the modules of browsers stand, and those that become scripts, with all that they import.
const MODULES: &str = "src/search/browser";
const SCRIPTS: &[&str] = &["search.js", "page.js"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo:rerun-if-changed=src/build");
    dictionary(&out)?;
    println!("cargo:rerun-if-changed={MODULES}");
    for name in SCRIPTS {
        let read = |name: &str| fs::read_to_string(format!("{MODULES}/{name}")).map_err(|why| why.to_string());
        let text = script::join(name, SCRIPTS, &read).map_err(|why| format!("{MODULES}/{why}"))?;
        fs::write(out.join(name), text)?;
    }
    Ok(())
}

/// Builds the dictionary and the tables of its words below this folder, and tells its place to the compiler.
fn dictionary(out: &Path) -> Result<(), Box<dyn Error>> {
    let archive = carrier_folder()?.join(ARCHIVE);
    println!("cargo:rerun-if-changed={METADATA}");
    println!("cargo:rerun-if-changed={}", archive.display());
    println!("cargo:rustc-env=LINDERA_WORKDIR={}", out.display());

    let metadata = fs::read_to_string(METADATA).map_err(|why| format!("{METADATA}: {why}"))?;
    let program = fs::metadata(env::current_exe()?)?.modified()?;
    let made_of = format!("{}\n{program:?}\n{metadata}", archive.display());
    let stamp = out.join("lindera-ipadic.made-of");
    // It takes seconds, which a changed script is no reason for.
    if fs::read_to_string(&stamp).is_ok_and(|it| it == made_of) {
        return Ok(());
    }
    let sources = File::open(&archive).map_err(|why| format!("{}: {why}", archive.display()))?;
    tar::Archive::new(GzDecoder::new(sources))
        .unpack(out)
        .map_err(|why| format!("cannot unpack {}: {why}", archive.display()))?;
    let metadata = serde_json::from_str(&metadata).map_err(|why| format!("{METADATA}: {why}"))?;
    let folder = out.join("lindera-ipadic");
    DictionaryBuilder::new(metadata)
        .build_dictionary(&out.join(FOLDER), &folder)
        .map_err(|why| format!("cannot build the dictionary: {why:?}"))?;
    // Only the built files are needed from here on; the sources are 50 MB.
    fs::remove_dir_all(out.join(FOLDER))?;
    let dictionary = Dictionary::load_from_path(&folder).map_err(|why| format!("{}: {why:?}", folder.display()))?;
    kanji::write(&lexicon::write(&dictionary, out)?, out)?;
    fs::write(stamp, made_of)?;
    Ok(())
}

/// Where cargo keeps the carrier's package: in the registry, or in a vendored folder.
///
/// Without the network first, so that nothing waits for it. The second try fetches what the build
/// itself did not need (the packages of tests), without which cargo does not answer at all.
fn carrier_folder() -> Result<PathBuf, Box<dyn Error>> {
    let metadata = ask_cargo(&["--offline"]).or_else(|_| ask_cargo(&[]))?;
    let is_carrier = |package: &&Value| {
        package["name"] == CARRIER.0
            && package["version"].as_str().is_some_and(|version| version.starts_with(CARRIER.1))
    };
    metadata["packages"]
        .as_array()
        .and_then(|packages| packages.iter().find(is_carrier))
        .and_then(|package| Path::new(package["manifest_path"].as_str()?).parent())
        .map(Path::to_path_buf)
        .ok_or_else(|| format!("cargo metadata does not know {} {}", CARRIER.0, CARRIER.1).into())
}

/// The answer of `cargo metadata` for this package.
fn ask_cargo(options: &[&str]) -> Result<Value, Box<dyn Error>> {
    let answer = Command::new(env::var("CARGO")?)
        .args(["metadata", "--format-version", "1", "--filter-platform", &env::var("TARGET")?])
        .args(options)
        .current_dir(env::var("CARGO_MANIFEST_DIR")?)
        .output()?;
    if answer.status.success() {
        Ok(serde_json::from_slice(&answer.stdout)?)
    } else {
        let why = String::from_utf8_lossy(&answer.stderr);
        Err(format!("cargo metadata, which tells where the dictionary's sources are: {why}").into())
    }
}
