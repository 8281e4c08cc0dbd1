//! Files of the old site that somebody changed by hand, and that the new site replaces or lacks: the change is lost,
//! so its author is told.

use std::collections::BTreeMap;
use std::fs;

use rayon::prelude::*;

use super::manifest::Entry;
use super::old::OldSite;
use super::publication::Made;

/// The paths of such files, sorted.
pub(super) fn find(old: &OldSite, new: &BTreeMap<String, Made>) -> Vec<String> {
    let listed: Vec<_> = old.manifest.files.iter().collect();
    listed
        .into_par_iter()
        // What stays as it is loses nothing; what is gone or is no plain file any more has nothing to lose.
        .filter(|(path, _)| old.holds(path) && !new.get(*path).is_some_and(|made| made.same))
        .filter(|(path, entry)| {
            fs::read(old.path(path)).is_ok_and(|bytes| {
                let found = Entry::of(&bytes);
                // Changed into what the new site says: that is no loss.
                found != **entry && new.get(*path).is_none_or(|made| made.entry != found)
            })
        })
        .map(|(path, _)| path.clone())
        .collect()
}
