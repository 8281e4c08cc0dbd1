//! Stage 5, search: the index, and the program that reads it in the browser.
//!
//! [`write()`] takes [`Document`]s, one for each clause, and the words of the glossary. For each language it
//! writes an index in shards, so that a query loads only what it needs; [`wire`] tells their format. The
//! steps: [`normalise`] gives all texts one spelling, `words` tells where words begin, `postings`
//! lists for each pair of neighbouring characters where it stands. The pairs alone decide what is found
//! (any piece of a text, also inside words); the words only decide what comes first.
//!
//! [`mod@documents`] says what of the plan can be found; the other files know documents only.

mod browser;
mod documents;
mod ipadic;
pub mod latin;
pub mod normalise;
mod postings;
pub mod wire;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use browser::PAGE_SCRIPT;
pub use documents::documents;

use crate::lang::Lang;
use crate::plan::{Plan, Resolved};
use crate::site::{Sink, SinkError};
use words::Words;

/// Something that can be found, and the place where it opens. One for each clause, term, target; the
/// order of the documents is the order of results that are equally good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language of the text, and of the searches that find it.
    pub lang: Lang,
    /// The place below the site's root, without a leading slash: `ja/industry/…/#m2-a3`.
    pub url: String,
    /// What it is, as `initiative`, `action`, `term`: a word of the theme, which names it to readers.
    pub kind: String,
    /// The title of the page.
    pub page_title: String,
    /// What stands above the clause, as the measure's title. May be empty.
    pub heading: String,
    /// The clause itself, as plain text. May be empty.
    pub text: String,
    /// What leads here without being shown: variants, readings, the other language's term.
    pub aliases: Vec<String>,
}

/// A word that the dictionary does not know: a term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word, as it stands in texts.
    pub surface: String,
    /// How it is read, in hiragana; empty when not known.
    pub reading: String,
}

/// Writes the index of every language of the plan and the search program, all below `search/`.
///
/// # Errors
/// The sink does not take a file.
pub fn write(plan: &Plan<Resolved>, sink: &dyn Sink) -> Result<(), SinkError> {
    write_documents(&documents::documents(plan), &documents::terms(plan), sink)
}

/// The index of these documents.
fn write_documents(documents: &[Document], terms: &[Term], sink: &dyn Sink) -> Result<(), SinkError> {
    let words = Words::new(terms.iter().map(|it| (it.surface.as_str(), it.reading.as_str())));
    let mut by_language: BTreeMap<&Lang, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        by_language.entry(&document.lang).or_default().push(document);
    }
    let languages: Vec<_> = by_language.into_iter().collect();
    languages.into_par_iter().try_for_each(|(lang, documents)| {
        wire::write(lang, &documents, &postings::collect(&documents, &words), sink)
    })?;
    browser::write(sink)
}

#[cfg(test)]
mod tests;
