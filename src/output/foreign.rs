//! Files in the output folder that we did not make: a `CNAME`, a file that a search engine asked for, something that
//! was put there by mistake. They go along into the new site. Folders without a file in them do not.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::{Doing, Kind, OutputError};
use super::manifest::{MARKER, Manifest};
use super::old::{CLUTTER, slashed, walk};
use super::target::Target;

/// What is in the output folder and not in its list: paths below it, sorted.
pub(super) fn find(target: &Target, manifest: &Manifest) -> Result<Vec<PathBuf>, OutputError> {
    let mut foreign = Vec::new();
    if !super::disk::exists(&target.out) {
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

/// Puts these files into the new site as well. Gives those that were copied and are yet to be saved.
pub(super) fn carry(disk: &Disk, target: &Target, paths: &[PathBuf]) -> Result<Vec<PathBuf>, OutputError> {
    let mut copied = Vec::new();
    for path in paths {
        let (from, to) = (target.out.join(path), target.staging().join(path));
        match disk.with_parents(&to, || disk.link(&from, &to)) {
            Ok(()) => {}
            Err(error) if in_the_way(&error, &to) => {
                // The new site has a file there. Where it says the same, nothing is lost.
                if !same(&from, &to) {
                    return Err(Kind::Foreign { path: target.named.join(path) }.into());
                }
            }
            Err(_) => {
                let again = disk.with_parents(&to, || copy(disk, &from, &to));
                again.map_err(OutputError::io(Doing::Carry, &target.named.join(path)))?;
                copied.extend(from.symlink_metadata().is_ok_and(|found| found.is_file()).then_some(to));
            }
        }
    }
    Ok(copied)
}

fn in_the_way(error: &io::Error, to: &Path) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory) || super::disk::exists(to)
}

fn same(one: &Path, other: &Path) -> bool {
    let plain = |path: &Path| path.symlink_metadata().is_ok_and(|found| found.is_file());
    plain(one) && plain(other) && matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// For file systems without links, and for files of somebody else.
fn copy(disk: &Disk, from: &Path, to: &Path) -> io::Result<()> {
    let found = from.symlink_metadata()?;
    match found.is_symlink() {
        #[cfg(unix)]
        true => std::os::unix::fs::symlink(fs::read_link(from)?, to),
        _ if found.is_file() => disk.copy(from, to),
        // A named pipe would wait for ever.
        _ => Err(io::ErrorKind::Unsupported.into()),
    }
}
