//! Where each pair of neighbouring characters stands, and each single character.
//!
//! Comes in: the documents of one language. Goes out: for each gram its places in order, each with two
//! signs: a word begins here, a word ends after it. A text of n characters has n - 1 pairs. A query
//! occurs where its pairs follow one another, so that the browser finds every piece of a text exactly,
//! without loading a text; its first and last pair tell whether it is a whole word there.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::editions::Entry;
use super::prepared::{ALIASES, FIELDS, Prepared, Texts, fields};

/// One or two characters; a single character has NUL as its second.
pub(super) type Gram = (char, char);

/// One occurrence of a gram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// The field in which it stands: number of the document times [`FIELDS`] plus number of the field.
    pub(super) slot: u32,
    /// How many characters of the normalised field precede it.
    pub(super) position: u32,
    /// A word begins at its first character.
    pub(super) begins: bool,
    /// A word ends after its last character.
    pub(super) ends: bool,
}

/// All grams, in order, with their hits, in order.
pub(super) type Postings = Vec<(Gram, Vec<Hit>)>;

/// Collects the grams of numbered documents.
pub(super) fn collect(entries: &[Entry<'_>], texts: &Texts) -> Postings {
    let mut hits: Vec<(Gram, Hit)> = entries.par_iter().flat_map_iter(|entry| entry_hits(entry, texts)).collect();
    hits.par_sort_unstable();
    let mut postings: Postings = Vec::new();
    for (gram, hit) in hits {
        match postings.last_mut() {
            Some((last, places)) if *last == gram => places.push(hit),
            _ => postings.push((gram, vec![hit])),
        }
    }
    postings
}

/// Whether all pairs of a normalised wording stand in what is shown of documents: it may occur there.
pub(super) fn may_occur(postings: &Postings, wording: &[char]) -> bool {
    let shown = |gram: Gram| {
        let found = postings.binary_search_by_key(&gram, |(gram, _)| *gram);
        found.is_ok_and(|at| postings[at].1.iter().any(|hit| hit.slot % FIELDS != ALIASES))
    };
    match wording {
        [] => false,
        [only] => shown((*only, '\0')),
        _ => wording.windows(2).all(|pair| shown((pair[0], pair[1]))),
    }
}

fn entry_hits(entry: &Entry<'_>, texts: &Texts<'_>) -> Vec<(Gram, Hit)> {
    let mut hits = Vec::new();
    for (slot, offset, text) in placed(entry, texts) {
        texts[text].hits(slot, offset, &mut hits);
    }
    hits
}

/// The texts with which a document is found: the slot of each, and at which position it begins there.
pub(super) fn placed<'a>(entry: &Entry<'a>, texts: &Texts<'_>) -> Vec<(u32, usize, &'a str)> {
    let first_slot = entry.number.saturating_mul(FIELDS);
    let is_found = [entry.has_title, entry.heads.is_some(), true, true];
    let fields = (first_slot..).zip(fields(entry.document)).zip(is_found);
    let mut placed = Vec::new();
    for ((slot, field), _) in fields.filter(|(_, is_found)| *is_found) {
        let mut offset = 0;
        for text in field {
            let Some(prepared) = texts.get(text) else { continue };
            placed.push((slot, offset, text));
            // A gap, so that no query reaches from one alias into the next.
            offset += prepared.chars.len() + 1;
        }
    }
    placed
}

impl Prepared {
    /// Adds the grams of this text: every pair with its place, every character with its best place.
    fn hits(&self, slot: u32, offset: usize, hits: &mut Vec<(Gram, Hit)>) {
        let hit = |i: usize, length: usize| Hit {
            slot,
            position: u32::try_from(offset + i).unwrap_or(u32::MAX),
            begins: self.boundaries[i],
            ends: self.boundaries[i + length],
        };
        let pairs = self.chars.windows(2).enumerate();
        hits.extend(pairs.map(|(i, pair)| ((pair[0], pair[1]), hit(i, 2))));
        let mut singles: BTreeMap<char, Hit> = BTreeMap::new();
        for (i, c) in self.chars.iter().enumerate() {
            let new = hit(i, 1);
            let best = singles.entry(*c).or_insert(new);
            if (new.begins, new.ends) > (best.begins, best.ends) {
                *best = new;
            }
        }
        hits.extend(singles.into_iter().map(|(c, hit)| ((c, '\0'), hit)));
    }
}
