//! What this stage promises, tried on a real disk.

pub(super) mod faults;
mod kill;
mod publishing;
mod refusals;
mod wording;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::OutputError;
use super::manifest::{Entry, MARKER, Manifest};
use super::publication::{Publication, Published};
use crate::site::Sink;

/// A folder with a site in it, removed at the end of a test.
struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn out(&self) -> PathBuf {
        self.path().join("public")
    }
}

type Pages = BTreeMap<String, Vec<u8>>;

/// A small site: two files tell its version, one is in this version alone, one is the same in all.
fn pages(version: &str) -> Pages {
    [
        ("index.html", version),
        ("ja/a/index.html", version),
        (&format!("ja/only-in-{version}/index.html"), version),
        ("assets/style.css", "the same in all"),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_owned()))
    .collect()
}

fn build(disk: Disk, site: &Site, pages: &Pages) -> Result<Published, OutputError> {
    let publication = Publication::begin_on(disk, site.path(), &site.out())?;
    for (path, bytes) in pages {
        publication.write(path, bytes)?;
    }
    publication.publish()
}

/// What is in the site's folder besides the sources.
fn beside(site: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        std::fs::read_dir(site).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The version of a site of [`pages`], after looking whether it is whole; `None` where there is no site.
fn version_in(out: &Path) -> Option<String> {
    if !out.exists() {
        return None;
    }
    let manifest = Manifest::read(out).unwrap();
    let version = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert_eq!(manifest.files.len(), pages(&version).len());
    for (path, bytes) in pages(&version) {
        assert_eq!(std::fs::read(out.join(&path)).unwrap(), bytes, "{path}");
        assert_eq!(manifest.files[&path], Entry::of(&bytes));
    }
    let ours = files(out).keys().filter(|path| !["CNAME", MARKER].contains(&path.as_str())).count();
    assert_eq!(ours, manifest.files.len());
    Some(version)
}

/// All files below a folder.
fn files(root: &Path) -> Pages {
    super::old::walk(root)
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file())
        .map(|path| (super::old::slashed(root, &path).unwrap(), std::fs::read(&path).unwrap()))
        .collect()
}
