//! A site in memory: for tests, and for commands that check without writing. Refuses the paths that
//! [`Publication`](super::Publication) refuses.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::names::Names;
use crate::site::{Sink, SinkError};

/// Takes files and keeps them by path.
#[derive(Debug, Default)]
pub struct MemorySink {
    names: Names,
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemorySink {
    /// All files in the order of their paths.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for MemorySink {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        self.names.claim(path).map_err(|error| error.into_sink(path))?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes.to_owned());
        Ok(())
    }
}
