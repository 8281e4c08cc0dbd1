//! Pieces of text that readers are likely to type as they stand: words and runs of nouns of three characters and
//! more. Their places are told besides those of all pairs, so that most queries need but one file.
//!
//! Comes in: the documents of one language with their prepared texts. Goes out: each wording with all its places,
//! also those inside longer words. What is no wording is found by its pairs.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use super::editions::Entry;
use super::normalise::normal;
use super::postings::{Hit, placed};
use super::prepared::{Prepared, Texts};
use super::vocabulary::{MOST_WORDS, is_joined};
use super::words::Word;

/// Pairs tell the places of what is shorter.
const SHORTEST: usize = 3;
/// Nobody types more as one word.
const LONGEST: usize = 16;

/// A wording in a text: its number, the character at which it begins, how many it has.
type Found = (usize, usize, usize);

/// Collects the wordings of one language with their places, in order.
pub(super) fn collect(entries: &[Entry<'_>], texts: &Texts<'_>) -> Vec<(String, Vec<Hit>)> {
    let wordings: Vec<String> = known(texts).into_iter().collect();
    // Where the patterns are too many to be sought together, the pairs alone find them.
    let Ok(matcher) = AhoCorasick::new(&wordings) else { return Vec::new() };
    let found: BTreeMap<&str, Vec<Found>> =
        texts.par_iter().map(|(text, prepared)| (*text, find(&matcher, &prepared.chars))).collect();
    let mut places: Vec<(String, Vec<Hit>)> = wordings.into_iter().map(|it| (it, Vec::new())).collect();
    for entry in entries {
        for (slot, offset, text) in placed(entry, texts) {
            let Prepared { boundaries, .. } = &texts[text];
            for &(wording, start, length) in &found[text] {
                places[wording].1.push(Hit {
                    slot,
                    position: u32::try_from(offset + start).unwrap_or(u32::MAX),
                    begins: boundaries[start],
                    ends: boundaries[start + length],
                });
            }
        }
    }
    places
}

fn find(matcher: &AhoCorasick, chars: &[char]) -> Vec<Found> {
    let text: String = chars.iter().collect();
    let mut number_at = vec![0; text.len() + 1];
    for (number, (at, _)) in text.char_indices().enumerate() {
        number_at[at] = number;
    }
    number_at[text.len()] = chars.len();
    let place = |it: aho_corasick::Match| {
        let start = number_at[it.start()];
        (it.pattern().as_usize(), start, number_at[it.end()] - start)
    };
    let mut found: Vec<Found> = matcher.find_overlapping_iter(&text).map(place).collect();
    found.sort_unstable_by_key(|(_, start, _)| *start);
    found
}

/// The wordings of all texts, normalised.
fn known(texts: &Texts<'_>) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    let mut take = |wording: String| {
        if (SHORTEST..=LONGEST).contains(&wording.chars().count()) {
            known.insert(wording);
        }
    };
    for (text, prepared) in texts {
        for range in &prepared.latin {
            take(prepared.chars[range.clone()].iter().collect());
        }
        for first in 0..prepared.japanese.len() {
            for end in ends(&prepared.japanese[first..]) {
                let piece = &text[prepared.japanese[first].range.start..end];
                take(normal(piece));
            }
        }
    }
    known
}

/// Where the first of these words ends, and the runs of nouns that begin with it.
fn ends(words: &[Word]) -> Vec<usize> {
    let goes_on = |(i, pair): &(usize, &[Word])| {
        pair[0].range.end == pair[1].range.start && is_joined(&pair[0], &pair[1], *i == 0)
    };
    let run = words.windows(2).take(MOST_WORDS - 1).enumerate().take_while(goes_on);
    std::iter::once(words[0].range.end).chain(run.map(|(_, pair)| pair[1].range.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::editions::editions;
    use super::super::{Document, fixture};
    use super::*;

    #[test]
    fn words_and_runs_of_nouns_have_all_their_places() {
        let text = "産業技術の研究開発を、研究開発費で";
        let documents = [Document { page_title: "Hydrogen".to_owned(), ..fixture::document(text) }];
        let found = collect(&editions(&documents).editions[0].entries, &fixture::texts(&documents[0]));
        let told = |wording: &str| -> Vec<(u32, u32, bool)> {
            let (_, hits) = found.iter().find(|(it, _)| it == wording).expect("it is known");
            hits.iter().map(|hit| (hit.slot, hit.position, hit.ends)).collect()
        };
        assert_eq!(told("研究開発"), [(2, 5, true), (2, 11, true)]);
        assert_eq!(told("産業技術"), [(2, 0, true)]);
        assert_eq!(told("hydrogen"), [(0, 0, true)]);
        assert!(!found.iter().any(|(it, _)| it == "技術の研究"));
    }
}
