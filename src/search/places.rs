//! The places of each piece of text as the index writes them, by the piece.
//!
//! Numbers are written as base-64 digits of 5 bits, the lowest first, with the sixth bit telling that more follow.
//! `wire` tells which numbers.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::editions::Entry;
use super::postings::{Gram, Hit, Postings};
use super::prepared::{FIELDS, HEADING};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Encoded places by piece.
pub(super) type Places = BTreeMap<String, String>;

/// Encodes the places of all grams and wordings of one language.
pub(super) fn encode(entries: &[Entry<'_>], postings: &Postings, wordings: &[(String, Vec<Hit>)]) -> Places {
    let heads: BTreeMap<u32, u32> = entries.iter().filter_map(|it| Some((it.number, it.heads?))).collect();
    let grams = postings.par_iter().map(|(gram, hits)| (spelling(*gram), encode_hits(hits, &heads)));
    let wordings = wordings.par_iter().map(|(wording, hits)| (wording.clone(), encode_hits(hits, &heads)));
    grams.chain(wordings).collect()
}

fn spelling((first, second): Gram) -> String {
    [first, second].into_iter().filter(|c| *c != '\0').collect()
}

fn encode_hits(hits: &[Hit], heads: &BTreeMap<u32, u32>) -> String {
    let mut places = String::new();
    let mut previous = 0;
    for field in hits.chunk_by(|a, b| a.slot == b.slot) {
        let slot = field[0].slot;
        digits((slot - previous) * 2 + u32::from(field.len() > 1), &mut places);
        previous = slot;
        if slot % FIELDS == HEADING {
            digits(heads.get(&(slot / FIELDS)).copied().unwrap_or_default(), &mut places);
        }
        if field.len() > 1 {
            digits(u32::try_from(field.len() - 2).unwrap_or(u32::MAX), &mut places);
        }
        let mut position = 0;
        for hit in field {
            let distance = hit.position - position;
            digits(distance * 4 + u32::from(hit.ends) * 2 + u32::from(hit.begins), &mut places);
            position = hit.position;
        }
    }
    places
}

/// Writes a number.
pub(super) fn digits(mut number: u32, places: &mut String) {
    loop {
        let more = if number >= 32 { 32 } else { 0 };
        places.push(char::from(DIGITS[(number % 32 + more) as usize]));
        number /= 32;
        if more == 0 {
            return;
        }
    }
}
