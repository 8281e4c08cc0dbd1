//! Makes the new site last through a loss of power, before it takes the old one's place.
//!
//! What is promised: after a crash of the machine, `public` is the old site or the new one, whole, on file systems
//! that keep the order of their changes (ext4, xfs, btrfs, APFS, NTFS). There the names, links and folders of the
//! new site reach the disk before the exchange does, as they were made before it; only the bytes of new files may
//! lag behind, so these are waited for. Folders are not, nor is the exchange: a crash right behind it may bring
//! the old site back. Files that are links to the old site's were saved when that was published.
//!
//! Waiting is also where a network disk tells that it is full. `syncfs` is one call instead of many and no slower,
//! but waits for the files of all other programs as well.

use std::path::PathBuf;

use super::disk::Disk;
use super::error::{Doing, OutputError};
use super::waiters;

/// Waits until the bytes of these files are on the disk.
pub(super) fn save(disk: &Disk, files: &[PathBuf]) -> Result<(), OutputError> {
    waiters::for_each(files, |file| disk.save(file).map_err(OutputError::io(Doing::Save, file)))
}
