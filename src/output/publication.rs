//! A site on its way: files come in, and at the end it takes the old site's place, or nothing has happened.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::carry::carry;
use super::disk::Disk;
use super::error::{Doing, Kind, OutputError};
use super::manifest::{Entry, MARKER, Manifest};
use super::names::Names;
use super::old::{OldSite, standing};
use super::swap::{swap, tidy};
use super::target::Target;
use super::work::Work;
use super::{durable, edited, findings, foreign};
use crate::diag::Diagnostic;
use crate::site::{Sink, SinkError};

/// A new site beside the old one. Takes files from several threads; dropped without
/// [`publish`](Publication::publish), it leaves nothing behind.
#[derive(Debug)]
pub struct Publication {
    work: Work,
    old: OldSite,
    names: Names,
    files: Mutex<BTreeMap<String, Made>>,
    /// A file was refused: what is here is not the whole site.
    failed: AtomicBool,
}

/// A file of the new site.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) entry: Entry,
    /// The old site has it, byte by byte: it is not written, but taken over when the site is published.
    pub(super) same: bool,
}

/// What has become of the files of a site. The marker is not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Files of others that were kept, changes by hand that were lost, an old site that could not be removed.
    pub warnings: Vec<Diagnostic>,
}

impl Publication {
    /// Begins a new site for the output folder `out` of the site in the folder `site`: refuses folders that must not
    /// be replaced, takes the lock, clears away what a killed build left. `out` need not be there.
    pub fn begin(site: &Path, out: &Path) -> Result<Self, OutputError> {
        Self::begin_on(Disk::default(), site, out)
    }

    pub(super) fn begin_on(disk: Disk, site: &Path, out: &Path) -> Result<Self, OutputError> {
        let target = Target::find(site, out, std::env::home_dir().as_deref())?;
        // Before anything is made beside somebody else's folder, and again when the lock is held.
        standing(&target)?;
        let work = Work::open(disk, target)?;
        let (standing, staging) = (standing(&work.target)?, work.target.staging());
        work.disk.create_folder(&staging).map_err(OutputError::io(Doing::CreateFolder, &staging))?;
        let old = OldSite::read(&work.disk, &work.target, standing)?;
        let (names, files) = (Names::default(), Mutex::default());
        Ok(Self { work, old, names, files, failed: AtomicBool::new(false) })
    }

    /// The new site takes the place of the old one, as a whole and in one step where the system can. On an error
    /// the old site is in its place.
    pub fn publish(self) -> Result<Published, OutputError> {
        let target = &self.work.target;
        if self.failed.load(Ordering::Relaxed) {
            return Err(Kind::Incomplete { out: target.named.clone() }.into());
        }
        let mut files = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        let theirs = foreign::find(target, &self.old.manifest)?;
        let mut published = self.count(&files, &theirs);
        let manifest = Manifest::new(files.iter().map(|(path, made)| (path.clone(), made.entry.clone())).collect());
        let marker = self.put(MARKER, &manifest.to_bytes())?;
        files.insert(MARKER.to_owned(), marker);
        if files.values().all(|made| made.same) {
            // The old site is the new one. It stays, and watchers see nothing.
            return Ok(published);
        }
        let mut unsaved = self.take_over(&files)?;
        unsaved.extend(foreign::keep(&self.work.disk, target, &theirs)?);
        let edited = edited::find(&self.old, &files);
        durable::save(&self.work.disk, &unsaved)?;
        swap(&self.work.disk, target)?;
        if !edited.is_empty() {
            published.warnings.push(findings::edited(&target.named, edited));
        }
        if let Err(error) = tidy(&self.work.disk, target) {
            published.warnings.push(findings::left(&target.named, &error));
        }
        Ok(published)
    }

    fn count(&self, files: &BTreeMap<String, Made>, theirs: &[PathBuf]) -> Published {
        let unchanged = files.values().filter(|made| made.same).count();
        let gone = |path: &&String| !files.contains_key(*path) && self.old.holds(path);
        let removed = self.old.manifest.files.keys().filter(gone).count();
        let told: Vec<_> = theirs.iter().filter(|path| !foreign::is_clutter(path)).cloned().collect();
        let warnings = if told.is_empty() { vec![] } else { vec![findings::carried(&self.work.target.named, &told)] };
        Published { written: files.len() - unchanged, unchanged, removed, warnings }
    }

    fn take(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.names.claim(path)?;
        let made = self.put(path, bytes)?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), made);
        Ok(())
    }

    /// Puts a file into the new site, unless the old one has it.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<Made, OutputError> {
        let (disk, to) = (&self.work.disk, self.work.target.staging().join(path));
        let same = self.old.has(path, bytes);
        if !same {
            disk.with_parents(&to, || disk.write_new(&to, bytes)).map_err(OutputError::io(Doing::Write, &to))?;
        }
        Ok(Made { entry: Entry::of(bytes), same })
    }

    /// Takes the files that have not changed over from the old site, which costs a tenth of writing them and tells
    /// whoever copies the site elsewhere that they are the same. Gives the files that are yet to be saved.
    fn take_over(&self, files: &BTreeMap<String, Made>) -> Result<Vec<PathBuf>, OutputError> {
        let files: Vec<_> = files.iter().collect();
        let unsaved: Result<Vec<_>, _> = files
            .into_par_iter()
            .map(|(path, made)| {
                let to = self.work.target.staging().join(path);
                match made.same {
                    true => carry(&self.work.disk, &self.old.path(path), &to)
                        .map_err(OutputError::io(Doing::Carry, &self.old.path(path))),
                    false => Ok(Some(to)),
                }
            })
            .collect();
        Ok(unsaved?.into_iter().flatten().collect())
    }
}

impl Sink for Publication {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        self.take(path, bytes).map_err(|error| {
            self.failed.store(true, Ordering::Relaxed);
            error.into_sink(path)
        })
    }
}
