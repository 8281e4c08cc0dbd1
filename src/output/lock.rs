//! One build at a time for an output folder. The kernel frees the lock of a build that is killed; a lock file that
//! such a build leaves behind locks nobody out.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;

/// Tries before giving up: each means that another build ended within the last microseconds.
const TRIES: usize = 100;

/// A lock that is held as long as this value lives.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock in the folder `work`, which is made where it is missing. `None`: somebody else has it.
    pub(super) fn take(disk: &Disk, work: &Path) -> io::Result<Option<Self>> {
        let path = work.join("lock");
        for _ in 0..TRIES {
            match disk.create_folder(work) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                // Not through a link: the folder is emptied later.
                Err(error) if !work.symlink_metadata().is_ok_and(|found| found.is_dir()) => return Err(error),
                _ => {}
            }
            let file = match open_locked(disk, &path) {
                Ok(Some(file)) => file,
                Ok(None) => return Ok(None),
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            // The build before us may have removed the file between our opening and our locking it: then the
            // lock is on a file without a name, and the next build would make and lock another.
            if is_still(&file, &path) {
                return Ok(Some(Self { file, path }));
            }
        }
        Ok(None)
    }

    /// Removes the lock file and the folder, then lets go.
    pub(super) fn release(self, disk: &Disk, work: &Path) {
        let Self { file, path } = self;
        // Windows does not let others remove a file that is open without sharing, nor us; elsewhere the name must
        // go while the lock is held. What cannot be removed is empty, and the next build takes it over.
        let held = if cfg!(windows) {
            drop(file);
            None
        } else {
            Some(file)
        };
        let _ = disk.remove_file(&path);
        let _ = disk.remove_folder(work);
        // Closing would do, were there no copy of it in a process that another thread is just starting.
        let _ = held.map(|file| file.unlock());
    }
}

#[cfg(windows)]
fn open_locked(disk: &Disk, path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;
    const SHARING_VIOLATION: i32 = 32;
    match disk.open_or_create(OpenOptions::new().share_mode(0), path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(not(windows))]
fn open_locked(disk: &Disk, path: &Path) -> io::Result<Option<File>> {
    let file = disk.open_or_create(&mut OpenOptions::new(), path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), path.symlink_metadata()) {
        (Ok(ours), Ok(named)) => (ours.dev(), ours.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// A file that is open without sharing cannot be removed.
#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_lock_on_a_file_that_is_gone_is_none() {
        let (disk, temp) = (Disk::default(), tempfile::tempdir().unwrap());
        let work = temp.path().join("work");
        let first = Lock::take(&disk, &work).unwrap().unwrap();
        let late = File::open(&first.path).unwrap();
        let path = first.path.clone();
        assert!(is_still(&late, &path) && Lock::take(&disk, &work).unwrap().is_none());
        first.release(&disk, &work);
        let second = Lock::take(&disk, &work).unwrap().unwrap();
        late.try_lock().unwrap();
        assert!(!is_still(&late, &path) && is_still(&second.file, &path));
        second.release(&disk, &work);
        assert!(!work.exists());
    }
}
