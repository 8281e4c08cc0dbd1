//! Writes a file among the sources: the one exception to "only the site is written", asked for by a user.

use std::path::Path;

use super::disk::Disk;
use super::error::{Doing, OutputError};

/// Puts a text in the place of a file below the site's folder. The file is the old one or the new one at every
/// moment: the text is written beside it and then takes its place.
///
/// # Errors
/// The folder or the file cannot be written; the old file stays.
pub fn replace(site: &Path, path: &str, text: &str) -> Result<(), OutputError> {
    let disk = Disk::default();
    let file = site.join(path);
    let mut fresh = file.clone().into_os_string();
    fresh.push(".keikaku");
    let fresh = std::path::PathBuf::from(fresh);
    // What a killed run has left.
    let _ = disk.remove_file(&fresh);
    let written = disk
        .write_new(&fresh, text.as_bytes())
        .and_then(|()| disk.save(&fresh))
        .and_then(|()| disk.rename(&fresh, &file));
    written.map_err(|cause| {
        let _ = disk.remove_file(&fresh);
        OutputError::io(Doing::Write, &file)(cause)
    })
}
