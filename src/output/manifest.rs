//! The marker of an output folder: the list of the files that we made, with size and hash, in the order of their
//! paths, one a line. It says that the folder is ours, which files in it are not, and which were changed by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::error::{Doing, Kind, ManifestFault, OutputError};

/// The name of the marker in the root of every site.
pub const MARKER: &str = ".keikaku-manifest.json";

/// The format. Only what an older keikaku would misread makes a new one.
const VERSION: u32 = 1;

/// The files of a site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    /// By path with `/`.
    pub(super) files: BTreeMap<String, Entry>,
}

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Entry {
    bytes: u64,
    blake3: String,
}

impl Entry {
    /// The entry of a file with this content.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, blake3: blake3::hash(bytes).to_hex().to_string() }
    }
}

impl Manifest {
    /// The list of these files.
    pub(super) fn new(files: BTreeMap<String, Entry>) -> Self {
        Self { version: VERSION, files }
    }

    /// The list in the output folder `out`.
    pub(super) fn read(out: &Path) -> Result<Self, OutputError> {
        let path = out.join(MARKER);
        let fault = |why| OutputError::from(Kind::Manifest { path: path.clone(), why });
        let found = path.symlink_metadata().map_err(OutputError::io(Doing::Read, &path))?;
        if !found.is_file() {
            return Err(fault(ManifestFault::NotFile));
        }
        let text = std::fs::read(&path).map_err(OutputError::io(Doing::Read, &path))?;
        // The version first: what a newer one means by its fields is not known.
        let broken = |error: serde_json::Error| fault(ManifestFault::Broken(error.to_string()));
        match serde_json::from_slice(&text).map_err(broken)? {
            Version { version } if version > VERSION => Err(fault(ManifestFault::Newer(version))),
            _ => serde_json::from_slice(&text).map_err(broken),
        }
    }

    /// As it is written: the same files give the same bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut text = format!("{{\n\"generator\": \"keikaku\",\n\"version\": {},\n\"files\": {{", self.version);
        for (number, (path, entry)) in self.files.iter().enumerate() {
            let (comma, path) = (if number == 0 { "" } else { "," }, Value::from(path.as_str()));
            // Writing to a string cannot fail.
            let _ = write!(text, "{comma}\n{path}: {{\"bytes\": {}, \"blake3\": \"{}\"}}", entry.bytes, entry.blake3);
        }
        text.push_str("\n}\n}\n");
        text.into_bytes()
    }
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}
