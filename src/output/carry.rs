//! Takes a file of the old site over into the new one: as the same file under a second name, or as a copy where the
//! file system has no such thing. Until the old site goes, both have it, so nothing may write into it in place.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, exists};

/// Takes a file over. Gives `to` when it is a copy, which is yet to be saved. `AlreadyExists`: something else is there.
pub(super) fn carry(disk: &Disk, from: &Path, to: &Path) -> io::Result<Option<PathBuf>> {
    match disk.with_parents(to, || disk.link(from, to)) {
        Ok(()) => Ok(None),
        Err(error) if is_in_the_way(&error, to) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => {
            disk.with_parents(to, || copy(disk, from, to))?;
            Ok(is_plain(to).then(|| to.to_owned()))
        }
    }
}

/// True when a plain file is there, and not a link to one.
pub(super) fn is_plain(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file())
}

fn is_in_the_way(error: &io::Error, to: &Path) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory) || exists(to)
}

fn copy(disk: &Disk, from: &Path, to: &Path) -> io::Result<()> {
    match from.symlink_metadata()?.file_type() {
        found if found.is_file() => disk.copy(from, to),
        #[cfg(unix)]
        found if found.is_symlink() => std::os::unix::fs::symlink(from.read_link()?, to),
        // To open a named pipe would be to wait for ever.
        _ => Err(io::ErrorKind::Unsupported.into()),
    }
}
