//! The site that is there already: whether the folder is ours, and which of its files have the bytes of a new one.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::disk::Disk;
use super::error::{Doing, Kind, OutputError};
use super::manifest::{MARKER, Manifest};
use super::target::Target;

/// Files that systems put into every folder that is looked at. They are nobody's, and not worth a word.
pub(super) const CLUTTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What is at the output folder's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Absent,
    Empty,
    Ours,
}

/// Looks whose the output folder is; refuses it when it holds files and not our marker.
pub(super) fn standing(target: &Target) -> Result<Standing, OutputError> {
    let list = |error| OutputError::io(Doing::List, &target.named)(error);
    let entries = match fs::read_dir(&target.out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Absent),
        Err(error) => return Err(list(error)),
    };
    let mut standing = Standing::Empty;
    for entry in entries {
        let name = entry.map_err(list)?.file_name();
        if name == MARKER {
            return Ok(Standing::Ours);
        }
        if !CLUTTER.iter().any(|clutter| name == *clutter) {
            standing = Standing::Ours;
        }
    }
    match standing {
        Standing::Ours => Err(Kind::NotOurs { out: target.named.clone() }.into()),
        standing => Ok(standing),
    }
}

/// The old site. Empty where there is none.
#[derive(Debug)]
pub(super) struct OldSite {
    root: PathBuf,
    /// What was written last time.
    pub(super) manifest: Manifest,
    /// Plain files, by path with `/`, not reached through links: their size, and whether they may become
    /// files of the new site.
    files: BTreeMap<String, (u64, bool)>,
    /// Whether there is one.
    pub(super) exists: bool,
}

impl OldSite {
    /// Reads the list and looks at all files. Needs the staging folder, to see what a new file is like.
    pub(super) fn read(disk: &Disk, target: &Target, standing: Standing) -> Result<Self, OutputError> {
        let mut old =
            Self { root: target.out.clone(), manifest: Manifest::default(), files: BTreeMap::new(), exists: false };
        if standing != Standing::Ours {
            return Ok(old);
        }
        let list = |error| OutputError::io(Doing::List, &target.named)(error);
        old.manifest = Manifest::read(&target.out)?;
        old.exists = true;
        let probe = target.staging().join(MARKER);
        let fresh = fresh_file(disk, &probe).map_err(OutputError::io(Doing::Write, &probe))?;
        for entry in walk(&target.out) {
            let entry = entry.map_err(list)?;
            let Some(path) = slashed(&target.out, entry.path()).filter(|_| entry.file_type().is_file()) else {
                continue;
            };
            let found = entry.metadata().map_err(|error| list(error.into()))?;
            old.files.insert(path, (found.len(), is_as_fresh(&found, &fresh)));
        }
        Ok(old)
    }

    /// True when a plain file is at this path.
    pub(super) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Where a file of the old site is.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// True when the file at this path has these bytes and may become a file of the new site. The bytes are
    /// compared, not the list: somebody may have changed the file since.
    pub(super) fn has(&self, path: &str, bytes: &[u8]) -> bool {
        self.files.get(path).is_some_and(|&(size, fresh)| fresh && size == bytes.len() as u64)
            && fs::read(self.path(path)).is_ok_and(|old| old == bytes)
    }
}

/// All that is in a folder; follows no link.
pub(super) fn walk(root: &Path) -> impl Iterator<Item = io::Result<DirEntry>> {
    WalkDir::new(root).follow_root_links(false).min_depth(1).into_iter().map(|entry| entry.map_err(io::Error::from))
}

/// A path below `root` with `/`; `None` when it is not Unicode and thus none of ours.
pub(super) fn slashed(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let names: Option<Vec<_>> = below.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

/// What a file is like that is written now: rights depend on the user, the folder and the kind of disk.
fn fresh_file(disk: &Disk, probe: &Path) -> io::Result<Metadata> {
    disk.write_new(probe, &[])?;
    let fresh = probe.metadata();
    disk.remove_file(probe)?;
    fresh
}

/// True when a file is as if it were written anew. One with other rights would keep them for ever, however the
/// user sets them right for new files; one with a second name could be changed through it.
#[cfg(unix)]
fn is_as_fresh(file: &Metadata, fresh: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.nlink() == 1 && (file.uid(), file.mode()) == (fresh.uid(), fresh.mode())
}

#[cfg(not(unix))]
fn is_as_fresh(file: &Metadata, _: &Metadata) -> bool {
    !file.permissions().readonly()
}
