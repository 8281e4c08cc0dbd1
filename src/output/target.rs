//! Where the site goes, and whether that may be: an output folder is replaced as a whole, so a slip in `--out` must
//! never reach a folder that holds anything else. Only looks, changes nothing.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::disk::exists;
use super::error::{Doing, Kind, OutputError, Refusal};

/// An output folder that is not dangerous, there or not.
#[derive(Debug)]
pub(super) struct Target {
    /// As the user named it.
    pub(super) named: PathBuf,
    /// Absolute, without links.
    pub(super) out: PathBuf,
    /// Our folder beside it.
    pub(super) work: PathBuf,
}

impl Target {
    /// The output folder `named` of the site in the folder `site`. `home` is the user's.
    pub(super) fn find(site: &Path, named: &Path, home: Option<&Path>) -> Result<Self, OutputError> {
        let refused = |why| OutputError::from(Kind::Refused { out: named.to_owned(), why });
        // Without a slash or a dot at the end: with one, the system would look through a link.
        let plain: PathBuf = named.components().collect();
        match plain.symlink_metadata() {
            Ok(found) if found.is_symlink() => return Err(refused(Refusal::Symlink)),
            Ok(found) if !found.is_dir() => return Err(refused(Refusal::NotFolder)),
            _ if plain.as_os_str().is_empty() => return Err(refused(Refusal::Nameless)),
            _ => {}
        }
        let out = resolve(&plain).map_err(OutputError::io(Doing::Read, named))?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(refused(Refusal::Root));
        };
        let mut work_name = std::ffi::OsString::from(".");
        work_name.push(name);
        work_name.push(".keikaku");
        let work = parent.join(work_name);
        let site = resolve(site).map_err(OutputError::io(Doing::Read, site))?;
        let home = home.and_then(|home| home.canonicalize().ok());
        match danger(&out, &site, home.as_deref()) {
            Some(why) => Err(refused(why)),
            None => Ok(Self { named: named.to_owned(), out, work }),
        }
    }

    /// Where the new site is written; right after an exchange, the old one.
    pub(super) fn staging(&self) -> PathBuf {
        self.work.join("new")
    }

    /// Where the old site waits when folders cannot be exchanged in one step.
    pub(super) fn aside(&self) -> PathBuf {
        self.work.join("old")
    }

    /// The folders above the output folder that are not there yet, outermost first.
    pub(super) fn missing_parents(&self) -> Vec<&Path> {
        let mut missing: Vec<_> = self.out.ancestors().skip(1).take_while(|parent| !exists(parent)).collect();
        missing.reverse();
        missing
    }
}

fn danger(out: &Path, site: &Path, home: Option<&Path>) -> Option<Refusal> {
    if site.starts_with(out) {
        return Some(if site == out { Refusal::Site } else { Refusal::AboveSite });
    }
    if let Some(home) = home.filter(|home| home.starts_with(out)) {
        return Some(if home == out { Refusal::Home } else { Refusal::AboveHome });
    }
    // What the next build would read, or the history of the site.
    if let Some(name) = ["content", "themes"].into_iter().find(|name| out.starts_with(site.join(name))) {
        return Some(Refusal::Inside(name));
    }
    if out.components().any(|part| part == Component::Normal(".git".as_ref())) {
        return Some(Refusal::Inside(".git"));
    }
    if let Some(name) = ["content", "themes", ".git"].into_iter().find(|name| exists(&out.join(name))) {
        return Some(Refusal::Holds(name));
    }
    is_mount_point(out).then_some(Refusal::MountPoint)
}

/// A disk's own top folder can be neither renamed nor exchanged.
#[cfg(unix)]
fn is_mount_point(out: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| path.symlink_metadata().ok().map(|found| found.dev());
    let above = out.parent().and_then(disk);
    above.is_some() && disk(out).is_some_and(|disk| Some(disk) != above)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path) -> bool {
    false
}

/// The path without links and dots, in the spelling of the disk; its end may be missing.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut missing = Vec::new();
    for here in absolute.ancestors() {
        match here.canonicalize() {
            Ok(found) => return Ok(missing.iter().rev().fold(found, |path, name| path.join(name))),
            // `missing/..` has no name at its end.
            Err(error) => match here.file_name() {
                Some(name) if error.kind() == io::ErrorKind::NotFound => missing.push(name),
                _ => return Err(error),
            },
        }
    }
    Err(io::ErrorKind::NotFound.into())
}
