//! Where each pair of neighbouring characters stands, and each single character.
//!
//! Comes in: the documents of one language. Goes out: for each gram its places in order, each with two
//! signs: a word begins here, a word ends after it. A text of n characters has n - 1 pairs. A query
//! occurs where its pairs follow one another, so that the browser finds every piece of a text exactly,
//! without loading a text; its first and last pair tell whether it is a whole word there.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Document;
use super::normalise::normalise;
use super::words::Words;

/// Fields of a document that are searched; the number of a field is part of the wire format.
pub(super) const FIELDS: u32 = 4;

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

/// A text ready to be cut into grams.
struct Prepared {
    chars: Vec<char>,
    /// Whether a word begins or ends before the i-th character; one entry more than characters.
    boundaries: Vec<bool>,
}

/// Collects the grams of all documents.
pub(super) fn collect(documents: &[&Document], words: &Words) -> Postings {
    let texts = prepare_once(documents, words);
    let mut hits: Vec<(Gram, Hit)> = documents
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, document)| document_hits(document, number, &texts))
        .collect();
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

/// Every text once, although titles and headings stand over many clauses: cutting words is the dear part.
fn prepare_once<'a>(documents: &[&'a Document], words: &Words) -> BTreeMap<&'a str, Prepared> {
    let mut texts: Vec<&str> = documents.iter().flat_map(|it| fields(it).into_iter().flatten()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.into_par_iter().map(|text| (text, Prepared::new(text, words))).collect()
}

/// The texts of each field. The order is that of the fields' numbers.
fn fields(document: &Document) -> [Vec<&str>; FIELDS as usize] {
    [
        vec![&document.page_title],
        vec![&document.heading],
        vec![&document.text],
        document.aliases.iter().map(String::as_str).collect(),
    ]
}

fn document_hits(document: &Document, number: usize, texts: &BTreeMap<&str, Prepared>) -> Vec<(Gram, Hit)> {
    let first_slot = u32::try_from(number).unwrap_or(u32::MAX).saturating_mul(FIELDS);
    let mut hits = Vec::new();
    for (slot, field) in (first_slot..).zip(fields(document)) {
        let mut offset = 0;
        for text in field.iter().filter_map(|text| texts.get(text)) {
            text.hits(slot, offset, &mut hits);
            // A gap, so that no query reaches from one alias into the next.
            offset += text.chars.len() + 1;
        }
    }
    hits
}

impl Prepared {
    fn new(text: &str, words: &Words) -> Self {
        let normalised = normalise(text);
        let mut at_boundary = vec![false; text.len() + 1];
        for (start, end) in words.ranges(text) {
            for place in [start, end] {
                if let Some(it) = at_boundary.get_mut(place) {
                    *it = true;
                }
            }
        }
        let origins = &normalised.origins;
        let boundary = |i: usize| {
            i == 0 || i == origins.len() || (origins[i] != origins[i - 1] && at_boundary.get(origins[i]) == Some(&true))
        };
        let boundaries = (0..=origins.len()).map(boundary).collect();
        Self { chars: normalised.chars, boundaries }
    }

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
