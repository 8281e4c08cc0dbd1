//! Puts the new site in the place of the old one, and sets right what a build that was killed meanwhile left behind.
//!
//! Linux and macOS exchange two folders in one step: there is no moment without a site. Where the system or the
//! file system cannot (Windows, some network disks), it takes two: the old site steps aside into `old`, the new one
//! moves in. `old` is also the journal: when it is there and the output folder is not, a build died between the two,
//! and the next one takes the first step back.

use super::carry::is_plain;
use super::disk::{Disk, cannot, exists};
use super::error::{Doing, Kind, OutputError};
use super::manifest::MARKER;
use super::target::Target;

/// The new site takes its place. The old one is then in `staging` or `aside`.
pub(super) fn swap(disk: &Disk, target: &Target) -> Result<(), OutputError> {
    let (new, out) = (target.staging(), &target.out);
    if !exists(out) {
        return disk.rename(&new, out).map_err(OutputError::io(Doing::Rename(target.named.clone()), &new));
    }
    match disk.exchange(&new, out) {
        Err(error) if cannot(&error) => two_steps(disk, target),
        done => done.map_err(OutputError::io(Doing::Exchange(target.named.clone()), &new)),
    }
}

fn two_steps(disk: &Disk, target: &Target) -> Result<(), OutputError> {
    let (new, out, aside) = (target.staging(), &target.out, target.aside());
    disk.rename(out, &aside).map_err(OutputError::io(Doing::Rename(aside.clone()), &target.named))?;
    let Err(error) = disk.rename(&new, out) else {
        return Ok(());
    };
    match disk.rename(&aside, out) {
        Ok(()) => Err(OutputError::io(Doing::Rename(target.named.clone()), &new)(error)),
        Err(_) => Err(Kind::Stranded { out: target.named.clone(), kept: aside, cause: error }.into()),
    }
}

/// Takes a half-done change of places back, and removes what is not in its place. Needs the lock.
pub(super) fn tidy(disk: &Disk, target: &Target) -> Result<(), OutputError> {
    let (out, aside) = (&target.out, target.aside());
    // An empty folder in its place, which is all that this removes, holds nothing to be kept.
    if exists(&aside) && (!exists(out) || disk.remove_folder(out).is_ok()) {
        disk.rename(&aside, out).map_err(OutputError::io(Doing::Rename(target.named.clone()), &aside))?;
    }
    // When somebody else's folder has come into the place, the old site is kept until that is settled.
    let settled = is_plain(&out.join(MARKER));
    for rest in [Some(target.staging()), settled.then_some(aside)].into_iter().flatten().filter(|path| exists(path)) {
        disk.remove_tree(&rest).map_err(OutputError::io(Doing::Remove, &rest))?;
    }
    Ok(())
}
