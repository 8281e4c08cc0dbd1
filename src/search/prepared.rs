//! The texts of documents, ready for the index: normalised, with the places where words begin and end.
//!
//! Every text is prepared once, although titles and headings stand over many clauses: cutting words is
//! the dear part.

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::Document;
use super::latin;
use super::normalise::normalise;
use super::words::{Word, Words};

/// Fields of a document that are searched; the number of a field is part of the wire format.
pub(super) const FIELDS: u32 = 4;
/// The field that stands over several documents.
pub(super) const HEADING: u32 = 1;
/// The field whose text is not shown.
pub(super) const ALIASES: u32 = FIELDS - 1;

/// A text ready to be cut into grams.
pub(super) struct Prepared {
    pub(super) chars: Vec<char>,
    /// Whether a word begins or ends before the i-th character; one entry more than characters.
    pub(super) boundaries: Vec<bool>,
    /// What of it is in Latin letters: words, and what hyphens make of several.
    pub(super) latin: Vec<Range<usize>>,
    /// The words that the dictionary knows.
    pub(super) japanese: Vec<Word>,
}

/// The texts of documents, by the text.
pub(super) type Texts<'a> = BTreeMap<&'a str, Prepared>;

/// Prepares all texts of the documents.
pub(super) fn prepare<'a>(documents: impl Iterator<Item = &'a Document>, words: &Words) -> Texts<'a> {
    let mut texts: Vec<&str> = documents.flat_map(|it| fields(it).into_iter().flatten()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.into_par_iter().map(|text| (text, Prepared::new(text, words))).collect()
}

/// The texts of each field. The order is that of the fields' numbers.
pub(super) fn fields(document: &Document) -> [Vec<&str>; FIELDS as usize] {
    [
        vec![&document.page_title],
        vec![&document.heading],
        vec![&document.text],
        document.aliases.iter().map(String::as_str).collect(),
    ]
}

impl Prepared {
    fn new(text: &str, words: &Words) -> Self {
        let normalised = normalise(text);
        let mut at_boundary = vec![false; text.len() + 1];
        let japanese = words.of(text);
        for word in &japanese {
            for place in [word.range.start, word.range.end] {
                if let Some(it) = at_boundary.get_mut(place) {
                    *it = true;
                }
            }
        }
        let origins = &normalised.origins;
        let boundary = |i: usize| {
            i == 0 || i == origins.len() || (origins[i] != origins[i - 1] && at_boundary.get(origins[i]) == Some(&true))
        };
        let mut boundaries: Vec<bool> = (0..=origins.len()).map(boundary).collect();
        let words = latin::words(text, &normalised);
        // The dictionary of Japanese cuts words of Latin letters and digits by accident.
        for word in &words {
            boundaries[word.clone()].fill(false);
            boundaries[word.start] = true;
            boundaries[word.end] = true;
        }
        let latin = latin::wordings(text, &normalised, &words);
        Self { chars: normalised.chars, boundaries, latin, japanese }
    }
}
