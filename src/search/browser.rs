//! The search program of the browser, carried in the binary and written beside the index. `src/build/script.rs`
//! joins it from the modules in the folder `browser/`.

use crate::site::{Sink, SinkError};

/// The script of the search page, for themes that name its fingerprint.
pub const PAGE_SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/page.js"));

/// The scripts by name. `search.js` is the contract, `page.js` the search page, which imports it.
const SCRIPTS: [(&str, &str); 2] =
    [("search.js", include_str!(concat!(env!("OUT_DIR"), "/search.js"))), ("page.js", PAGE_SCRIPT)];

/// How kanji are read, see `src/build/kanji.rs`.
pub(super) const KANJI: &str = include_str!(concat!(env!("OUT_DIR"), "/kanji.json"));

/// Writes the scripts, and the table that one of them reads.
pub(super) fn write(sink: &dyn Sink) -> Result<(), SinkError> {
    sink.write("search/kanji.json", KANJI.as_bytes())?;
    SCRIPTS.iter().try_for_each(|(name, source)| sink.write(&format!("search/{name}"), source.as_bytes()))
}
