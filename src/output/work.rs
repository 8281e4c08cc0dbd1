//! The working folder beside the output folder: locked and clean while it is used, gone afterwards.

use std::path::{Path, PathBuf};

use super::disk::{Disk, exists};
use super::error::{Doing, Kind, OutputError};
use super::lock::Lock;
use super::swap::tidy;
use super::target::Target;

/// The right to write an output folder. Dropping it removes all that was not published.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) disk: Disk,
    pub(super) target: Target,
    lock: Option<Lock>,
    /// Folders above the output folder that were made for it, outermost first.
    parents: Vec<PathBuf>,
}

impl Work {
    /// Locks the output folder against other builds and sets right what a killed one left.
    pub(super) fn open(disk: Disk, target: Target) -> Result<Self, OutputError> {
        let mut work = Self { disk, target, lock: None, parents: Vec::new() };
        for parent in work.target.missing_parents() {
            work.disk.create_folder(parent).map_err(OutputError::io(Doing::CreateFolder, parent))?;
            work.parents.push(parent.to_owned());
        }
        let folder = &work.target.work;
        let lock = Lock::take(&work.disk, folder).map_err(OutputError::io(Doing::Lock, folder))?;
        work.lock = Some(lock.ok_or_else(|| Kind::Busy { out: work.target.named.clone() })?);
        tidy(&work.disk, &work.target)?;
        Ok(work)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // Nobody can be told here, and the next build tries again.
        match self.lock.take() {
            Some(lock) => {
                let _ = tidy(&self.disk, &self.target);
                lock.release(&self.disk, &self.target.work);
            }
            // Removes it only when it is empty: else another build is at work in it.
            None => drop(self.disk.remove_folder(&self.target.work)),
        }
        for parent in self.parents.iter().rev() {
            // Nor these, when the site is in them.
            let _ = self.disk.remove_folder(parent);
        }
    }
}

/// Sets right what a build that was killed left beside the output folder. For commands that do not build; does
/// nothing where nothing is left or another build is at work.
pub fn recover(site: &Path, out: &Path) -> Result<(), OutputError> {
    match Target::find(site, out, std::env::home_dir().as_deref()) {
        Ok(target) if exists(&target.work) => match Work::open(Disk::default(), target) {
            Err(error) if !error.is_busy() => Err(error),
            _ => Ok(()),
        },
        // No such folder, or one that no build may write.
        _ => Ok(()),
    }
}
