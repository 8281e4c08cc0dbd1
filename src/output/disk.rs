//! Every change of the disk that this stage makes, one method each. Tests make the n-th of them fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::old::walk;
use super::waiters;

/// The file system. Plain calls; under test, each asks first whether it is its turn to fail.
#[derive(Debug, Default, Clone)]
pub(super) struct Disk {
    #[cfg(test)]
    pub(super) faults: super::tests::faults::Faults,
}

/// Milliseconds to wait before the next try. On Windows a virus scanner or the indexer holds fresh files for a
/// moment, and nobody can rename a folder meanwhile; elsewhere an open file hinders nothing.
const PAUSES: &[u64] = if cfg!(windows) { &[10, 20, 40, 80, 160, 320, 640] } else { &[] };

impl Disk {
    #[cfg(not(test))]
    fn gate(&self) -> io::Result<()> {
        Ok(())
    }

    #[cfg(test)]
    fn gate(&self) -> io::Result<()> {
        self.faults.step()
    }

    pub(super) fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        fs::create_dir(path)
    }

    /// Does something to `path`, whose parents may not be there yet: most of the time they are.
    pub(super) fn with_parents(&self, path: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
        match (act(), path.parent()) {
            (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
                self.gate()?;
                fs::create_dir_all(parent)?;
                act()
            }
            (done, _) => done,
        }
    }

    /// Writes a file that must not be there yet.
    pub(super) fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.gate()?;
        let mut file = File::create_new(path)?;
        self.gate()?;
        file.write_all(bytes)
    }

    /// Opens a file without emptying it, making it where it is missing.
    pub(super) fn open_or_create(&self, options: &mut OpenOptions, path: &Path) -> io::Result<File> {
        self.gate()?;
        // Reading as well: opening a named pipe for writing alone would wait for a reader.
        options.read(true).write(true).create(true).truncate(false).open(path)
    }

    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        fs::hard_link(from, to)
    }

    pub(super) fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        fs::copy(from, to).map(drop)
    }

    /// Waits until the bytes of a file are on the disk.
    pub(super) fn save(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        // Windows flushes only what is open for writing.
        let saved = flush(&OpenOptions::new().write(true).open(path)?);
        match saved {
            // Some network and user-space file systems know no such call; nothing more can be had there.
            Err(error) if cannot(&error) => Ok(()),
            saved => saved,
        }
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.gate()?;
        patiently(|| fs::rename(from, to))
    }

    /// Exchanges two folders in one step, or says that it [`cannot`].
    pub(super) fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.gate()?;
        #[cfg(test)]
        if self.faults.no_exchange() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        exchange(one, other)
    }

    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        fs::remove_file(path)
    }

    /// Removes an empty folder.
    pub(super) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        fs::remove_dir(path)
    }

    /// Removes a folder with all that is in it; follows no link.
    pub(super) fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.gate()?;
        // The outermost branches at once; what they leave, and tells why, is removed after them.
        let _ = waiters::for_each(&leaves(path), |leaf| fs::remove_dir_all(leaf));
        patiently(|| match fs::remove_dir_all(path) {
            // Another try after one that got half the way.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        })
    }
}

/// True when something is there, be it a link into nowhere, or when that cannot be told.
pub(super) fn exists(path: &Path) -> bool {
    let absent = |error: io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    !path.symlink_metadata().is_err_and(absent)
}

/// True when the system or the file system does not know the call: `EINVAL` is the answer of a file system that
/// does not exchange, `ENOSYS` and `EOPNOTSUPP` those of others.
pub(super) fn cannot(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// The folders below `root` without a folder in them.
fn leaves(root: &Path) -> Vec<PathBuf> {
    let mut leaves: Vec<PathBuf> = Vec::new();
    let entries = walk(root).flatten().filter(|entry| entry.file_type().is_dir());
    for folder in entries.map(walkdir::DirEntry::into_path) {
        // A folder comes right before the first one in it.
        leaves.pop_if(|last| folder.parent() == Some(last));
        leaves.push(folder);
    }
    leaves
}

fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for &pause in PAUSES {
        match act() {
            // Access denied, sharing violation, folder not empty: somebody has a file open.
            Err(error) if matches!(error.raw_os_error(), Some(5 | 32 | 145)) => {
                std::thread::sleep(Duration::from_millis(pause));
            }
            done => return done,
        }
    }
    act()
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// std asks a Mac's drive to empty its own cache for every file, which takes seconds for a site.
#[cfg(target_vendor = "apple")]
fn flush(file: &File) -> io::Result<()> {
    Ok(rustix::fs::fsync(file)?)
}

#[cfg(not(target_vendor = "apple"))]
fn flush(file: &File) -> io::Result<()> {
    file.sync_data()
}
