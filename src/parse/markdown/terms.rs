//! Which term of the glossary ends at a place of a text. The longest one wins.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::TermIx;

/// Brackets that may stand between a term and its mark, as in 「IMETS」*.
const CLOSING: [char; 8] = ['」', '』', '）', ')', '”', '〕', '】', '＞'];

/// All wordings of all terms. Latin letters are equal in both cases, and a wording in them has a plural in -s.
#[derive(Debug, Default)]
pub(crate) struct TermMatcher {
    wordings: BTreeMap<String, TermIx>,
    /// The lengths in bytes that occur, the longest first.
    lengths: Vec<usize>,
}

/// A term found before a mark: bytes of the text, without the brackets between it and the mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermMatch {
    pub(crate) term: TermIx,
    pub(crate) range: std::ops::Range<usize>,
}

impl TermMatcher {
    /// A matcher for these wordings.
    pub(crate) fn new(wordings: impl IntoIterator<Item = (String, TermIx)>) -> Self {
        let wordings: BTreeMap<String, TermIx> =
            wordings.into_iter().map(|(wording, term)| (wording.to_ascii_lowercase(), term)).collect();
        let lengths: BTreeSet<usize> = wordings.keys().map(String::len).collect();
        Self { wordings, lengths: lengths.into_iter().rev().collect() }
    }

    /// The longest term that ends at `end`, or before the closing brackets that end there.
    pub(crate) fn ending_at(&self, text: &str, end: usize) -> Option<TermMatch> {
        let mut end = end;
        loop {
            if let Some(found) = self.directly_before(text, end) {
                return Some(found);
            }
            let last = text[..end].chars().next_back()?;
            if !CLOSING.contains(&last) {
                return None;
            }
            end -= last.len_utf8();
        }
    }

    fn directly_before(&self, text: &str, end: usize) -> Option<TermMatch> {
        let plural = || {
            self.wording(text, text[..end].strip_suffix('s')?.len()).filter(|(_, start)| {
                let singular = &text[*start..end - 1];
                singular.ends_with(|c: char| c.is_ascii_alphabetic())
            })
        };
        let (term, start) = self.wording(text, end).or_else(plural)?;
        Some(TermMatch { term, range: start..end })
    }

    /// The longest wording that ends exactly at `end`, and where it begins.
    fn wording(&self, text: &str, end: usize) -> Option<(TermIx, usize)> {
        self.lengths.iter().find_map(|&length| {
            let start = end.checked_sub(length)?;
            let wording = text.get(start..end)?;
            let term = *self.wordings.get(&wording.to_ascii_lowercase())?;
            begins_at_word_boundary(text, start).then_some((term, start))
        })
    }
}

/// A term in Latin letters does not begin inside a word: `REDX*` does not mark DX.
fn begins_at_word_boundary(text: &str, start: usize) -> bool {
    let first = text[start..].chars().next();
    let before = text[..start].chars().next_back();
    !(first.is_some_and(|c| c.is_ascii_alphanumeric()) && before.is_some_and(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, end: usize) -> Option<&str> {
        let matcher = TermMatcher::new(
            [("DX", 0), ("人材", 1), ("デジタル人材", 2), ("IMETS", 3)].map(|(word, ix)| (word.to_owned(), TermIx(ix))),
        );
        matcher.ending_at(text, end).map(|found| &text[found.range])
    }

    #[test]
    fn the_longest_term_wins() {
        assert_eq!(found("のデジタル人材*", "のデジタル人材".len()), Some("デジタル人材"));
        assert_eq!(found("専門人材*", "専門人材".len()), Some("人材"));
    }

    #[test]
    fn brackets_may_stand_between() {
        assert_eq!(found("（「IMETS」）*", "（「IMETS」）".len()), Some("IMETS"));
        assert_eq!(found("（「IMETS、*", "（「IMETS、".len()), None);
    }

    #[test]
    fn latin_terms_begin_at_a_word() {
        assert_eq!(found("REDX*", 4), None);
        assert_eq!(found("県DX*", "県DX".len()), Some("DX"));
    }
}
