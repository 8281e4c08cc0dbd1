//! Where the words of a Japanese text begin: the ranking knows by it whether `京都` is the city or the
//! tail of 東京都.
//!
//! Comes in: a normalised text. Goes out: the byte offsets at which words begin and end. Glossary terms
//! are words too, as a user dictionary that is built in memory. Finding does not depend on any of this:
//! the segmentation only orders what was found.

use std::borrow::Cow;

use lindera::mode::Mode;
use lindera::segmenter::Segmenter;
use lindera_dictionary::builder::DictionaryBuilder;
use lindera_dictionary::dictionary::{Dictionary, UserDictionary};

use super::ipadic;

/// The letters of Japanese, and their signs, stand from here on.
const FIRST_JAPANESE: char = '\u{2E80}';

/// Cuts texts into words.
pub(super) struct Words {
    /// Absent when the embedded dictionary cannot be read: every place is then as good as another.
    segmenter: Option<Segmenter>,
}

impl Words {
    /// A cutter that knows the dictionary, and these words of the glossary with their readings.
    pub(super) fn new<'a>(terms: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let segmenter = ipadic::load().ok().map(|dictionary| {
            let terms = user_dictionary(&dictionary, terms);
            Segmenter::new(Mode::Normal, dictionary, terms)
        });
        Self { segmenter }
    }

    /// The byte ranges of the words of a text, in order. What lies between them is blank. A text without
    /// Japanese letters has none: its words need no dictionary.
    pub(super) fn ranges(&self, text: &str) -> Vec<(usize, usize)> {
        if !text.chars().any(|c| c >= FIRST_JAPANESE) {
            return Vec::new();
        }
        let tokens = self.segmenter.as_ref().and_then(|it| it.segment(Cow::Borrowed(text)).ok());
        tokens.map(|tokens| tokens.iter().map(|token| (token.byte_start, token.byte_end)).collect()).unwrap_or_default()
    }
}

/// The terms as lindera's CSV: surface, part of speech, reading. Characters that mean something in CSV
/// cannot stand in a word, and a word of one character would cut others apart.
fn user_dictionary<'a>(
    dictionary: &Dictionary,
    terms: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<UserDictionary> {
    let fits = |word: &str| !word.contains([',', '"', '\n', '\r', '\0']);
    let mut rows: Vec<String> = terms
        .filter(|(word, reading)| fits(word) && fits(reading) && word.chars().nth(1).is_some())
        .map(|(word, reading)| format!("{word},名詞,{reading}\n"))
        .collect();
    rows.sort();
    rows.dedup();
    if rows.is_empty() {
        return None;
    }
    let builder = DictionaryBuilder::new(dictionary.metadata.as_ref().clone());
    builder.build_user_dict_from_reader(rows.concat().as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'a>(text: &'a str, terms: &[(&str, &str)]) -> Vec<&'a str> {
        let words = Words::new(terms.iter().copied());
        words.ranges(text).into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn the_dictionary_knows_where_words_begin() {
        assert_eq!(cut("東京都の産業", &[]), ["東京", "都", "の", "産業"]);
    }

    #[test]
    fn a_term_of_the_glossary_is_one_word() {
        let terms = [("産学公金連携", "さんがくこうきんれんけい")];
        assert_eq!(cut("産学公金連携を進める", &terms)[0], "産学公金連携");
    }

    #[test]
    fn odd_terms_do_no_harm() {
        let terms = [("", ""), ("a,b", "x"), ("\"", ""), ("都", "と"), ("東京", "\n")];
        assert_eq!(cut("東京都", &terms), ["東京", "都"]);
    }
}
