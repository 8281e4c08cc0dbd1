//! Stage 5, search: the index, and the program that reads it in the browser.
//!
//! [`write()`] takes [`Document`]s, one for each clause, and the words of the glossary. For each language it
//! writes an index in shards, so that a query loads only what it needs; [`wire`] tells their format. The
//! steps: `editions` gives a place one number in all languages, [`normalise`] gives all texts one spelling,
//! `words` and [`latin`] tell where words begin, `postings` lists for each pair of neighbouring characters
//! where it stands, `leads`, `spellings` and `vocabulary` tell what else to look for: other names of a term, words
//! that are read so, spelt otherwise, inflected; `sentences` what the words of a citizen mean. The pairs alone
//! decide where a wording is found (any piece of a text, also inside words); the words only decide what comes first.
//!
//! Which analysis a text gets follows from its letters, never from the name of its language.
//! [`mod@documents`] says what of the plan can be found; the other files know documents only.

mod browser;
mod documents;
mod editions;
#[cfg(test)]
mod fixture;
mod forms;
mod inflection;
mod ipadic;
pub mod latin;
mod leads;
mod lexicon;
pub mod normalise;
mod places;
mod postings;
mod prepared;
mod sentences;
mod slips;
mod sounds;
mod spellings;
mod vocabulary;
pub mod wire;
mod wordings;
mod words;

use rayon::prelude::*;

pub use browser::PAGE_SCRIPT;
pub use documents::documents;

use crate::lang::{Lang, Localized};
use crate::plan::{Plan, Resolved};
use crate::site::{Sink, SinkError};
use editions::{Edition, Editions};
use lexicon::Lexicon;
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
    /// What leads here without being shown: variants, readings.
    pub aliases: Vec<String>,
}

impl Document {
    /// The address of the page, without the place on it.
    fn path(&self) -> &str {
        self.url.split('#').next().unwrap_or_default()
    }
}

/// A term of the glossary: its names lead to one another, and the dictionary learns them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term in each language, as it stands in texts.
    pub names: Localized<String>,
    /// Other wordings, in whatever language.
    pub variants: Vec<String>,
    /// How it is read, in hiragana; empty when not known.
    pub reading: String,
}

/// What citizens say in one language, and what of the plan it means. Without a meaning it is left out of a
/// sentence, as 教えてほしい is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonym {
    /// The language.
    pub lang: Lang,
    /// Words and phrases of citizens.
    pub say: Vec<String>,
    /// Names of things that are of this kind, a word each.
    pub such_as: Vec<String>,
    /// Words of the plan.
    pub means: Vec<String>,
    /// Places to which it leads, as [`Document::url`] has them.
    pub urls: Vec<String>,
    /// Whether it is the business of other offices, of which the plan says nothing.
    pub elsewhere: bool,
}

/// Writes the index of every language of the plan and the search program, all below `search/`.
///
/// # Errors
/// The sink does not take a file.
pub fn write(plan: &Plan<Resolved>, sink: &dyn Sink) -> Result<(), SinkError> {
    write_documents(&documents::documents(plan), &documents::terms(plan), &documents::synonyms(plan), sink)
}

/// Writes the index of these documents and the search program.
///
/// # Errors
/// The sink does not take a file.
pub fn write_documents(
    documents: &[Document],
    terms: &[Term],
    synonyms: &[Synonym],
    sink: &dyn Sink,
) -> Result<(), SinkError> {
    let words =
        Words::new(terms.iter().flat_map(|it| it.names.iter().map(|(_, name)| (name.as_str(), it.reading.as_str()))));
    let without_terms = Words::new(std::iter::empty());
    let lexicon = Lexicon::load();
    let Editions { editions, kinds } = editions::editions(documents);
    let languages: Vec<&Lang> = editions.iter().map(|edition| edition.lang).collect();
    editions.par_iter().try_for_each(|Edition { lang, entries }| {
        let texts = prepared::prepare(entries.iter().map(|it| it.document), &words);
        let postings = postings::collect(entries, &texts);
        let mut leads = leads::collect(lang, &texts, terms, &postings);
        spellings::extend(&mut leads, &texts, &postings, &lexicon);
        let places = places::encode(entries, &postings, &wordings::collect(entries, &texts));
        let synonyms: Vec<&Synonym> = synonyms.iter().filter(|it| it.lang == **lang).collect();
        let sentences = sentences::sentences(entries, &words, &synonyms);
        let mut words = vocabulary::collect(&texts, &places);
        words.extend(slips::collect(&texts, &postings, &without_terms));
        let index = wire::Index { entries, places, leads, words, sentences };
        let manifest =
            wire::Manifest { lang, languages: &languages, kinds: &kinds, is_latin: latin::is_mostly(&texts) };
        wire::write(&manifest, &index, sink)
    })?;
    browser::write(sink)
}

#[cfg(test)]
mod tests;
