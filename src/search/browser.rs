//! The search program of the browser, carried in the binary and written beside the index.

use crate::site::{Sink, SinkError};

/// The script of the search page, for themes that name its fingerprint.
pub const PAGE_SCRIPT: &str = include_str!("browser/page.js");

/// The modules by name. `search.js` is the contract, `page.js` the search page; they import the others.
const MODULES: [(&str, &str); 18] = [
    ("search.js", include_str!("browser/search.js")),
    ("page.js", PAGE_SCRIPT),
    ("normalise.js", include_str!("browser/normalise.js")),
    ("query.js", include_str!("browser/query.js")),
    ("wire.js", include_str!("browser/wire.js")),
    ("loader.js", include_str!("browser/loader.js")),
    ("find.js", include_str!("browser/find.js")),
    ("look.js", include_str!("browser/look.js")),
    ("arrange.js", include_str!("browser/arrange.js")),
    ("sentence.js", include_str!("browser/sentence.js")),
    ("key.js", include_str!("browser/key.js")),
    ("stem.js", include_str!("browser/stem.js")),
    ("japanese.js", include_str!("browser/japanese.js")),
    ("kana.js", include_str!("browser/kana.js")),
    ("slip.js", include_str!("browser/slip.js")),
    ("judge.js", include_str!("browser/judge.js")),
    ("kanji.js", include_str!("browser/kanji.js")),
    ("excerpt.js", include_str!("browser/excerpt.js")),
];

/// How kanji are read, see `build/kanji.rs`.
const KANJI: &str = include_str!(concat!(env!("OUT_DIR"), "/kanji.json"));

/// Writes the modules, and the table that one of them reads.
pub(super) fn write(sink: &dyn Sink) -> Result<(), SinkError> {
    sink.write("search/kanji.json", KANJI.as_bytes())?;
    MODULES.iter().try_for_each(|(name, source)| sink.write(&format!("search/{name}"), source.as_bytes()))
}
