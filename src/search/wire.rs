//! The format of the index, of which `browser/wire.js` is the reading side.
//!
//! For each language, below `search/<lang>/`:
//!
//! - `index.json`: `{grams, others, sentences, texts, version, words}`: in how many gram shards the index is, the
//!   other languages, how many sentence shards there are, how many documents stand in a text shard, a
//!   fingerprint of all shards, which the browser adds to their addresses so that it never mixes two
//!   editions, and whether there are entries of words.
//! - `grams/<n>.json`: an object from gram (one or two characters) to its places, and from a blank and the
//!   key of a word (`latin::key`) to an array of the wordings to which it leads. A gram or a blank with its
//!   key stands in shard `fnv1a(UTF-16 units) % grams`. So do entries of words, all of whose wordings
//!   stand in the texts, normalised but for the first, which are shown:
//!   - `r <kana>`, the first three kana of readings: an object from the rest of a reading to the wordings that
//!     are read so. For the first two kana the most frequent words only.
//!   - `s <kanji>`: an array of what has just these kanji, `[wording, reading]` for what is not inflected,
//!     `[wordings, stem, next]` for the forms of a word, with the kana of which one follows its stem (none: any).
//!   - `k <sound>` (`sounds::sound`): the wordings in katakana that sound so.
//!   - `f <characters>`, `b <characters>`: the wordings that begin with these two characters, those that end with
//!     them, as they are shown. A blank parts wordings, `|` the words of one. What other wordings begin with, or end
//!     with, is left out.
//! - `texts/<n>.json`: what is shown of the documents from `n * texts` on, as
//!   `{pages: [[path, title]], documents: [[page, fragment, kind, heading, text, aliases]]}`. A document has
//!   the same number in all languages; where one has none, 0 stands in its place.
//! - `sentences/<n>.json`: `{words, says}` for what begins with a character of this shard, which is
//!   `fnv1a(character) % sentences`. `words` is an object from a word to its weights, `says` a list of phrases of
//!   citizens, each `[parts, words, documents]`: what must stand in a query, and what it means, words and
//!   documents (each `[first of its page, document]`); none of both where it means nothing.
//!
//! The weights of a word are numbers, written as those below: for each page the distance of its first document to
//! that of the page before, how many of its documents follow, less 1, and for each of them its distance to
//! the one before (the first: to the page's first), then the weight.
//!
//! The places of a gram are numbers, written as base-64 digits of 5 bits, the lowest first, with the
//! sixth bit telling that more follow. Each field with hits is `gap * 2 + several`, where gap is the
//! slot's distance to the slot before (the first: the slot itself; slot = document * 4 + field, fields:
//! page title, heading, text, aliases), then, if several, the number of hits less 2, then each hit as
//! `distance * 4 + ends * 2 + begins`, where distance is that of its position to the one before.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::Document;
use super::leads::Leads;
use super::postings::{Gram, Hit, Postings};
use super::vocabulary::Entries;
use crate::lang::Lang;
use crate::site::{Sink, SinkError};

/// Bytes that a gram shard should have: small enough that a query of some words moves tens of kilobytes.
const GRAM_SHARD: usize = 4 << 10;
/// More files than this help nobody.
const MOST_GRAM_SHARDS: usize = 1 << 14;
/// Documents in a text shard. A constant, so that the browser needs no table.
const TEXT_SHARD: usize = 12;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What is known of the texts of one language.
pub(super) struct Index {
    /// Where each pair of characters stands.
    pub(super) postings: Postings,
    /// What names and forms lead to.
    pub(super) leads: Leads,
    /// Readings, forms and sounds of words.
    pub(super) words: Entries,
    /// The shards for sentences.
    pub(super) sentences: Vec<Vec<u8>>,
}

/// Writes the index of one of the languages.
pub(super) fn write(
    lang: &Lang,
    languages: &[&Lang],
    documents: &[(u32, &Document)],
    index: &Index,
    sink: &dyn Sink,
) -> Result<(), SinkError> {
    let sentences = index.sentences.as_slice();
    let grams = gram_shards(&index.postings, &index.leads, &index.words);
    let texts: Vec<Vec<u8>> = text_shards(documents);
    let mut fingerprint = blake3::Hasher::new();
    for (folder, shards) in [("grams", &grams[..]), ("texts", &texts), ("sentences", sentences)] {
        for (number, shard) in shards.iter().enumerate() {
            fingerprint.update(blake3::hash(shard).as_bytes());
            sink.write(&format!("search/{lang}/{folder}/{number}.json"), shard)?;
        }
    }
    let version: String = fingerprint.finalize().to_hex().chars().take(8).collect();
    let others: Vec<&&Lang> = languages.iter().filter(|other| **other != lang).collect();
    let index = json!({
        "grams": grams.len(), "others": others, "sentences": sentences.len(), "texts": TEXT_SHARD, "version": version,
        "words": !index.words.is_empty(),
    });
    sink.write(&format!("search/{lang}/index.json"), index.to_string().as_bytes())
}

fn gram_shards(postings: &Postings, leads: &Leads, words: &Entries) -> Vec<Vec<u8>> {
    let places = postings.par_iter().map(|(gram, hits)| (spelling(*gram), Value::from(encode(hits))));
    let mut entries: Vec<(String, Value)> = places.collect();
    entries.extend(leads.iter().map(|(key, wordings)| (format!(" {key}"), json!(wordings))));
    entries.extend(words.iter().map(|(name, told)| (name.clone(), told.clone())));
    let size: usize = entries.iter().map(|(key, value)| key.len() + value.to_string().len() + 4).sum();
    let count = (size / GRAM_SHARD).next_power_of_two().min(MOST_GRAM_SHARDS);
    let mut shards = vec![BTreeMap::new(); count];
    for (key, value) in &entries {
        shards[fnv1a(key) as usize % count].insert(key, value);
    }
    shards.par_iter().map(|shard| json!(shard).to_string().into_bytes()).collect()
}

fn spelling((first, second): Gram) -> String {
    [first, second].into_iter().filter(|c| *c != '\0').collect()
}

/// The hash that spreads entries over shards.
pub(super) fn fnv1a(gram: &str) -> u32 {
    gram.encode_utf16().fold(0x811c_9dc5, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193))
}

fn encode(hits: &[Hit]) -> String {
    let mut places = String::new();
    let mut previous = 0;
    for field in hits.chunk_by(|a, b| a.slot == b.slot) {
        let slot = field[0].slot;
        digits((slot - previous) * 2 + u32::from(field.len() > 1), &mut places);
        previous = slot;
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

fn text_shards(documents: &[(u32, &Document)]) -> Vec<Vec<u8>> {
    let last = documents.last().map_or(0, |(number, _)| *number as usize);
    let mut shards: Vec<Vec<Option<&Document>>> = vec![vec![None; TEXT_SHARD]; last / TEXT_SHARD + 1];
    for (number, document) in documents {
        shards[*number as usize / TEXT_SHARD][*number as usize % TEXT_SHARD] = Some(document);
    }
    shards.par_iter().map(|shard| text_shard(shard).to_string().into_bytes()).collect()
}

fn text_shard(documents: &[Option<&Document>]) -> Value {
    let mut pages: Vec<(&str, &str)> = Vec::new();
    let mut shown = Vec::new();
    for document in documents {
        let Some(document) = document else {
            shown.push(json!(0));
            continue;
        };
        let (path, fragment) = document.url.split_once('#').unwrap_or((&document.url, ""));
        let page = (path, document.page_title.as_str());
        let number = pages.iter().position(|it| *it == page).unwrap_or_else(|| {
            pages.push(page);
            pages.len() - 1
        });
        let aliases = &document.aliases;
        shown.push(json!([number, fragment, document.kind, document.heading, document.text, aliases]));
    }
    json!({ "pages": pages, "documents": shown })
}
