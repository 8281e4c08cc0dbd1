//! Files in the output folder that we did not make: a `CNAME`, a file that a search engine asked for, something that
//! was put there by mistake. They go along into the new site. Folders without a file in them do not.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::carry::{carry, is_plain};
use super::disk::{Disk, exists};
use super::error::{Doing, Kind, OutputError};
use super::manifest::{MARKER, Manifest};
use super::old::{CLUTTER, slashed, walk};
use super::target::Target;

/// What is in the output folder and not in its list: paths below it, sorted.
pub(super) fn find(target: &Target, manifest: &Manifest) -> Result<Vec<PathBuf>, OutputError> {
    let mut foreign = Vec::new();
    if !exists(&target.out) {
        return Ok(foreign);
    }
    for entry in walk(&target.out) {
        let entry = entry.map_err(OutputError::io(Doing::List, &target.named))?;
        let ours =
            slashed(&target.out, entry.path()).is_some_and(|path| path == MARKER || manifest.files.contains_key(&path));
        if !ours && !entry.file_type().is_dir() {
            foreign.extend(entry.path().strip_prefix(&target.out).map(Path::to_owned));
        }
    }
    foreign.sort();
    Ok(foreign)
}

/// True when nobody needs to be told of this file.
pub(super) fn is_clutter(path: &Path) -> bool {
    path.file_name().is_some_and(|name| CLUTTER.iter().any(|clutter| name == *clutter))
}

/// Puts these files into the new site as well, which has all its own by now. Gives those that are yet to be saved.
pub(super) fn keep(disk: &Disk, target: &Target, paths: &[PathBuf]) -> Result<Vec<PathBuf>, OutputError> {
    let mut copied = Vec::new();
    for path in paths {
        let (from, to, named) = (target.out.join(path), target.staging().join(path), target.named.join(path));
        match carry(disk, &from, &to) {
            // Where the file of the new site says the same, nothing is lost.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && same(&from, &to) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(Kind::Foreign { path: named }.into());
            }
            carried => copied.extend(carried.map_err(OutputError::io(Doing::Carry, &named))?),
        }
    }
    Ok(copied)
}

fn same(one: &Path, other: &Path) -> bool {
    let read = |path: &Path| if is_plain(path) { fs::read(path).ok() } else { None };
    read(one).is_some_and(|one| read(other).is_some_and(|other| one == other))
}
