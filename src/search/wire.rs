//! The format of the index, of which `browser/wire.js` is the reading side.
//!
//! For each language, below `search/<lang>/`:
//!
//! - `index.json`: `{isLatin, kinds, others, sentences, texts, version, words}`: whether most letters of the language
//!   are Latin; the kinds of pages, each with the first number of a document of it; the other languages; how many
//!   sentence shards there are; the first number of each text shard, written as the places below; a fingerprint of
//!   all shards, which the browser adds to their addresses so that it never mixes two editions; how many word
//!   shards there are.
//! - `words/<n>.json`: an object from names to what is told of them. A name stands in shard
//!   `fnv1a(UTF-16 units of its beginning) % words`, where its beginning ([`beginning`]) is that of the word, so that
//!   all that a word needs stands together:
//!   - a character, a pair of neighbouring characters, a wording (see `wordings`): its places.
//!   - a blank and the key of a word (`latin::key`): an array of the wordings to which it leads.
//!   - `r <kana>`, the first three kana of readings: an object from the rest of a reading to the wordings that
//!     are read so, each `[wording, places]`. For the first two kana the most frequent words only, without places.
//!   - `s <kanji>`: an array of what has just these kanji, `[wording, reading]` for what is not inflected,
//!     `[wordings, stem, next]` for the forms of a word, with the kana of which one follows its stem (none: any).
//!   - `k <sound>` (`sounds::sound`): the wordings in katakana that sound so.
//!   - `f <characters>`, `b <characters>`: the wordings that begin with these two characters, those that end with
//!     them. A blank parts wordings, `|` the words of one. What others begin with, or end with, is left out.
//!
//!   All wordings stand in the texts, normalised but for those of readings and of both ends, which are shown.
//! - `texts/<n>.json`: what is shown of some pages: `{strings, pages}`, each page
//!   `[number, path, title, documents]`, each document `[fragment, kind, heading, text, aliases…]` or 0 where this
//!   language lacks it; title, heading, text and aliases are numbers of strings. Documents have the numbers that
//!   follow that of their page (see `editions`), the same ones in all languages.
//! - `sentences/phrases.json`: `{says, nothing, elsewhere}`, phrases of citizens, each the parts that must stand in a
//!   sentence, parted by blanks. `says` is a list of `[phrases, wordings, weights, documents]`: what they mean, as it
//!   stands in the texts, how much they say for which pages, and the numbers of documents that staff have named, each
//!   as its distance to the one before. Phrases of `nothing` mean nothing, those of `elsewhere` are the business of
//!   other offices.
//! - `sentences/<n>.json`: an object from a word of the plan to its weights (empty where it stands everywhere), and from
//!   the name of a thing to the number of the phrases in `says` that mean it, -1 for the business of other offices. A
//!   word stands in shard `fnv1a(first character) % sentences`; one of Latin letters is told by its key.
//!
//! Beside the languages stands `kanji.json`, an object from readings in hiragana to the kanji that are read so.
//!
//! The weights of a word or phrase are numbers, written as those below: for each run of pages with the same weight
//! `gap * 2 + several`, where gap is how many pages lie between it and the run before, then the weight, then, if
//! several, the number of pages less 2.
//!
//! Places are numbers (see `places`). Each field with hits is `gap * 2 + several`, where gap is the slot's
//! distance to the slot before (the first: the slot itself; slot = document * 4 + field, fields: page title,
//! heading, text, aliases), then, of a heading, over how many numbers it stands besides its own, then, if
//! several, the number of hits less 2, then each hit as `distance * 4 + ends * 2 + begins`, where distance is that
//! of its position to the one before. A title stands in its first document for all of the page.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::Document;
use super::editions::Entry;
use super::leads::Leads;
use super::places::{Places, digits};
use super::sentences::Sentences;
use super::vocabulary::Entries;
use crate::lang::Lang;
use crate::site::{Sink, SinkError};

/// Bytes that a word shard should have: small enough that a query of some words moves few kilobytes.
const WORD_SHARD: usize = 4 << 10;
/// More files than this help nobody.
const MOST_WORD_SHARDS: usize = 1 << 14;
/// Bytes of strings after which the next page begins another text shard. Fewer would mean more requests for the
/// results of a query, more would mean more bytes that are not shown.
const TEXT_SHARD: usize = 10 << 10;

/// What stands in `index.json` besides the numbers of shards.
pub(super) struct Manifest<'a> {
    pub(super) lang: &'a Lang,
    pub(super) languages: &'a [&'a Lang],
    pub(super) kinds: &'a [(&'a str, u32)],
    pub(super) is_latin: bool,
}

/// What is known of the texts of one language.
pub(super) struct Index<'a> {
    /// The documents.
    pub(super) entries: &'a [Entry<'a>],
    /// Where each piece of text stands.
    pub(super) places: Places,
    /// What names and forms lead to.
    pub(super) leads: Leads,
    /// Readings, forms and sounds of words.
    pub(super) words: Entries,
    /// What sentences mean.
    pub(super) sentences: Sentences,
}

/// Writes the index of one of the languages.
pub(super) fn write(manifest: &Manifest<'_>, index: &Index<'_>, sink: &dyn Sink) -> Result<(), SinkError> {
    let Manifest { lang, languages, kinds, is_latin } = manifest;
    let words = word_shards(index);
    let (first_numbers, texts) = text_shards(index.entries);
    let mut fingerprint = blake3::Hasher::new();
    let Sentences { phrases, words: sentences } = &index.sentences;
    fingerprint.update(blake3::hash(phrases).as_bytes());
    sink.write(&format!("search/{lang}/sentences/phrases.json"), phrases)?;
    for (folder, shards) in [("words", &words), ("texts", &texts), ("sentences", sentences)] {
        for (number, shard) in shards.iter().enumerate() {
            fingerprint.update(blake3::hash(shard).as_bytes());
            sink.write(&format!("search/{lang}/{folder}/{number}.json"), shard)?;
        }
    }
    fingerprint.update(json!([kinds, first_numbers]).to_string().as_bytes());
    let version: String = fingerprint.finalize().to_hex().chars().take(8).collect();
    let others: Vec<&&Lang> = languages.iter().filter(|other| *other != lang).collect();
    let manifest = json!({
        "isLatin": is_latin, "kinds": kinds, "others": others, "sentences": sentences.len(),
        "texts": first_numbers, "version": version, "words": words.len(),
    });
    sink.write(&format!("search/{lang}/index.json"), manifest.to_string().as_bytes())
}

fn word_shards(index: &Index<'_>) -> Vec<Vec<u8>> {
    let places = index.places.par_iter().map(|(piece, places)| (piece.clone(), json!(places)));
    let mut entries: Vec<(String, Value)> = places.collect();
    entries.extend(index.leads.iter().map(|(key, wordings)| (format!(" {key}"), json!(wordings))));
    entries.extend(index.words.iter().map(|(name, told)| (name.clone(), told.clone())));
    let size: usize = entries.iter().map(|(name, value)| name.len() + value.to_string().len() + 4).sum();
    let count = (size / WORD_SHARD).next_power_of_two().min(MOST_WORD_SHARDS);
    let mut shards = vec![BTreeMap::new(); count];
    for (name, value) in &entries {
        shards[fnv1a(&beginning(name)) as usize % count].insert(name, value);
    }
    shards.par_iter().map(|shard| json!(shard).to_string().into_bytes()).collect()
}

/// The beginning of the word that a name is about: two characters, three where it begins with an ASCII one.
pub(super) fn beginning(name: &str) -> String {
    let word = name.split_once(' ').map_or(name, |(_, word)| word);
    let length = if word.starts_with(|c: char| c.is_ascii()) { 3 } else { 2 };
    word.chars().take(length).collect()
}

/// The hash that spreads entries over shards.
pub(super) fn fnv1a(text: &str) -> u32 {
    text.encode_utf16().fold(0x811c_9dc5, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193))
}

/// The text shards, after the number with which each begins. A page is never parted.
fn text_shards(entries: &[Entry<'_>]) -> (String, Vec<Vec<u8>>) {
    let pages: Vec<&[Entry<'_>]> = entries.chunk_by(|a, b| a.page() == b.page()).collect();
    let mut shards: Vec<TextShard<'_>> = Vec::new();
    for page in pages {
        match shards.last_mut() {
            Some(shard) if shard.size < TEXT_SHARD => shard.push(page),
            _ => {
                let mut shard = TextShard::default();
                shard.push(page);
                shards.push(shard);
            }
        }
    }
    let (mut numbers, mut previous) = (String::new(), 0);
    for first in shards.iter().map(|shard| shard.first) {
        digits(first - previous, &mut numbers);
        previous = first;
    }
    (numbers, shards.par_iter().map(TextShard::bytes).collect())
}

/// What is shown of some pages. A string that stands several times, as a heading, is told once.
#[derive(Default)]
struct TextShard<'a> {
    first: u32,
    size: usize,
    strings: Vec<&'a str>,
    numbers: BTreeMap<&'a str, usize>,
    pages: Vec<Value>,
}

impl<'a> TextShard<'a> {
    fn push(&mut self, page: &[Entry<'a>]) {
        let Some(first) = page.first() else { return };
        let number = first.page();
        if self.pages.is_empty() {
            self.first = number;
        }
        let title = self.string(&first.document.page_title);
        let mut documents: Vec<Value> = Vec::new();
        for entry in page {
            documents.resize((entry.number - number) as usize, json!(0));
            let Document { url, kind, heading, text, aliases, .. } = entry.document;
            let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
            let mut shown = vec![json!(fragment), json!(kind), json!(self.string(heading)), json!(self.string(text))];
            shown.extend(aliases.iter().map(|alias| json!(self.string(alias))));
            documents.push(Value::from(shown));
        }
        self.pages.push(json!([number, first.document.path(), title, documents]));
    }

    fn string(&mut self, string: &'a str) -> usize {
        let next = self.strings.len();
        *self.numbers.entry(string).or_insert_with(|| {
            self.size += string.len();
            self.strings.push(string);
            next
        })
    }

    fn bytes(&self) -> Vec<u8> {
        json!({ "strings": self.strings, "pages": self.pages }).to_string().into_bytes()
    }
}
