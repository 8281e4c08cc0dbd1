//! What leads from a sentence in a citizen's own words to the place that answers it. Such a sentence occurs
//! nowhere; some of its words do, and others mean words of the plan.
//!
//! Comes in: the documents of one language, and what staff have written of citizens' words. Goes out, in
//! shards: for each word how much it says for which documents, and for each phrase of citizens the words of
//! the plan. The browser has no dictionary: it looks for these words and phrases in the sentence. `wire`
//! tells the format.
//!
//! The weight of a word for a document is that of BM25: rare words say more than frequent ones, titles and
//! headings more than texts.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::{Value, json};

use super::editions;
use super::normalise::normal;
use super::places::digits;
use super::wire::fnv1a;
use super::words::Words;
use super::{Document, Synonym};

/// Bytes that a shard should have. A sentence has a dozen beginnings of words, so that shards as small as
/// those of grams would mean a dozen requests.
const SHARD: usize = 48 << 10;
/// More documents than these a word needs not lead to: nobody reads on.
const MOST_DOCUMENTS: usize = 120;
/// The weights of the fields: page title, heading, text, other names.
const FIELD_WEIGHTS: [f64; 4] = [3.0, 2.0, 1.0, 1.0];
/// The constants of BM25.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.4;
/// By what a weight is multiplied to use the range of a digit.
const SCALE: f64 = 4.0;
const GREATEST: f64 = 31.0;

/// A document with the texts that count for it: a title stands over all of a page, and counts once.
struct Counted<'a> {
    number: u32,
    page: u32,
    prior: f64,
    fields: [Vec<&'a str>; 4],
}

/// How often each word stands in each document, weighed by field.
type Counts = BTreeMap<String, BTreeMap<usize, f64>>;

/// The shards of one language.
pub(super) fn shards(entries: &[editions::Entry<'_>], words: &Words, synonyms: &[&Synonym]) -> Vec<Vec<u8>> {
    let documents: Vec<(u32, &Document)> = entries.iter().map(|it| (it.number, it.document)).collect();
    let counted = count_once(&documents);
    let (counts, lengths) = count(&counted, words);
    let common = (documents.len() / 8).max(8);
    let left_out = synonyms.iter().filter(|it| it.means.is_empty() && it.urls.is_empty()).flat_map(|it| &it.say);
    let left_out: BTreeSet<Vec<String>> = left_out.map(|say| words.parts(say)).collect();
    // What stands in every text or question, as "the", does not tell one phrase from another.
    // 来 of 客が来る is needed: a Japanese phrase has its small words in its particles, which are no parts.
    let is_small = |part: &String| part.is_ascii() && left_out.contains(std::slice::from_ref(part));
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    for (word, found) in counts.iter().filter(|(_, found)| found.len() <= common) {
        places.insert(word.clone(), weigh(&counted, &lengths, found));
    }
    // What stands everywhere tells nothing apart, but a sentence with it is understood.
    let everywhere = counts.iter().filter(|(_, found)| found.len() > common);
    let mut entries: Vec<(String, Entry)> =
        everywhere.map(|(word, _)| (word.clone(), Entry::Say(json!([[word], [], []])))).collect();
    let meant: BTreeSet<String> = synonyms.iter().flat_map(|it| &it.means).map(|it| normal(it)).collect();
    let texts: Vec<[Vec<String>; 4]> = counted
        .par_iter()
        .map(|it| it.fields.each_ref().map(|all| all.iter().map(|it| normal(it)).collect()))
        .collect();
    for wording in meant {
        let found = count_wording(&wording, &texts);
        places.insert(wording, weigh(&counted, &lengths, &found));
    }
    let places_named: BTreeMap<&str, [u32; 2]> = documents
        .iter()
        .zip(&counted)
        .rev()
        .map(|((number, document), it)| (document.url.as_str(), [it.page, *number]))
        .collect();
    for synonym in synonyms {
        let means: Vec<String> = synonym.means.iter().map(|it| normal(it)).collect();
        let leads: Vec<&[u32; 2]> = synonym.urls.iter().filter_map(|url| places_named.get(url.as_str())).collect();
        for say in &synonym.say {
            let mut parts = words.parts(say);
            if parts.iter().any(|part| !is_small(part)) {
                parts.retain(|part| !is_small(part));
            }
            if parts.is_empty() {
                parts.push(normal(say));
            }
            entries.push((parts[0].clone(), Entry::Say(json!([parts, means, leads]))));
        }
    }
    entries.extend(places.into_iter().map(|(word, places)| (word, Entry::Word(places))));
    spread(&entries)
}

/// What a shard holds.
enum Entry {
    /// A phrase of citizens.
    Say(Value),
    /// A word and its places.
    Word(String),
}

/// Spreads the entries over shards, by the first character of each.
fn spread(entries: &[(String, Entry)]) -> Vec<Vec<u8>> {
    let length = |entry: &Entry| match entry {
        Entry::Say(say) => say.to_string().len(),
        Entry::Word(places) => places.len(),
    };
    let size: usize = entries.iter().map(|(word, entry)| word.len() + length(entry) + 6).sum();
    let count = (size / SHARD).max(1).next_power_of_two();
    let mut shards: Vec<(Vec<&Value>, BTreeMap<&str, &str>)> = vec![Default::default(); count];
    for (word, entry) in entries {
        let first = word.chars().next().map(String::from).unwrap_or_default();
        let (says, words) = &mut shards[fnv1a(&first) as usize % count];
        match entry {
            Entry::Say(say) => says.push(say),
            Entry::Word(places) => drop(words.insert(word, places)),
        }
    }
    shards.iter().map(|(says, words)| json!({ "says": says, "words": words }).to_string().into_bytes()).collect()
}

/// The documents with their pages. A page is what has one address and one title; its first document leads it.
fn count_once<'a>(documents: &[(u32, &'a Document)]) -> Vec<Counted<'a>> {
    let mut pages: BTreeMap<(&str, &str), (u32, f64)> = BTreeMap::new();
    let mut headings = BTreeSet::new();
    let mut counted = Vec::new();
    for (number, document) in documents {
        let path = document.url.split('#').next().unwrap_or_default();
        let page = (path, document.page_title.as_str());
        let leads = !pages.contains_key(&page);
        let (lead, prior) = *pages.entry(page).or_insert((*number, prior(&document.kind)));
        let is_new = headings.insert((path, document.heading.as_str()));
        let fields = [
            if leads { vec![document.page_title.as_str()] } else { Vec::new() },
            if is_new { vec![document.heading.as_str()] } else { Vec::new() },
            // The definition of a term is not about what else it mentions.
            if document.kind == "term" { Vec::new() } else { vec![document.text.as_str()] },
            document.aliases.iter().map(String::as_str).collect(),
        ];
        counted.push(Counted { number: *number, page: lead, prior, fields });
    }
    counted
}

/// How likely a page answers a citizen, by the kind of what leads it. What is done stands in an initiative; the
/// pages above it say why, the lists of facts only explain.
fn prior(kind: &str) -> f64 {
    match kind {
        "policy" => 0.55,
        "volume" | "chapter" | "target" | "institution" => 0.45,
        "term" => 0.35,
        _ => 1.0,
    }
}

/// Counts the words of all documents, and how many each document has.
fn count(counted: &[Counted<'_>], words: &Words) -> (Counts, Vec<f64>) {
    let texts: BTreeSet<&str> = counted.iter().flat_map(|it| it.fields.iter().flatten().copied()).collect();
    let stems: BTreeMap<&str, Vec<String>> = texts.into_par_iter().map(|text| (text, words.stems(text))).collect();
    let mut counts = Counts::new();
    let mut lengths = Vec::new();
    for (document, it) in counted.iter().enumerate() {
        let mut length = 0.0;
        for (field, weight) in it.fields.iter().zip(FIELD_WEIGHTS) {
            for stem in field.iter().filter_map(|text| stems.get(text)).flatten() {
                length += 1.0;
                *counts.entry(stem.clone()).or_default().entry(document).or_default() += weight;
            }
        }
        lengths.push(length);
    }
    (counts, lengths)
}

/// Counts a wording wherever it stands, be it one word or several.
fn count_wording(wording: &str, texts: &[[Vec<String>; 4]]) -> BTreeMap<usize, f64> {
    let count = |fields: &[Vec<String>; 4]| -> f64 {
        let fields = fields.iter().zip(FIELD_WEIGHTS);
        fields.map(|(texts, weight)| if texts.iter().any(|it| it.contains(wording)) { weight } else { 0.0 }).sum()
    };
    let counts = texts.iter().map(count).enumerate();
    counts.filter(|(_, count)| *count > 0.0).collect()
}

/// The places of a word, written as `wire` tells.
fn weigh(counted: &[Counted<'_>], lengths: &[f64], found: &BTreeMap<usize, f64>) -> String {
    let total = counted.len() as f64;
    let mean = lengths.iter().sum::<f64>() / total.max(1.0);
    let rarity = (1.0 + (total - found.len() as f64 + 0.5) / (found.len() as f64 + 0.5)).ln();
    let mut hits: Vec<(&Counted<'_>, u32)> = found
        .iter()
        .map(|(&document, &count)| {
            let length = 1.0 - LENGTH + LENGTH * lengths[document] / mean.max(1.0);
            let value = rarity * count / (count + SATURATION * length) * counted[document].prior * SCALE;
            (&counted[document], value.round().clamp(1.0, GREATEST) as u32)
        })
        .collect();
    hits.sort_by_key(|(document, weight)| (std::cmp::Reverse(*weight), document.number));
    let least = hits.first().map_or(0, |(_, weight)| weight / 2);
    hits.retain(|(_, weight)| *weight > least);
    hits.truncate(MOST_DOCUMENTS);
    hits.sort_by_key(|(document, _)| (document.page, document.number));
    encode(&hits)
}

fn encode(hits: &[(&Counted<'_>, u32)]) -> String {
    let mut places = String::new();
    let mut previous = 0;
    for page in hits.chunk_by(|a, b| a.0.page == b.0.page) {
        let lead = page[0].0.page;
        digits(lead - previous, &mut places);
        digits(u32::try_from(page.len() - 1).unwrap_or(u32::MAX), &mut places);
        previous = lead;
        let mut before = lead;
        for (document, weight) in page {
            digits(document.number - before, &mut places);
            digits(*weight, &mut places);
            before = document.number;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    fn table() -> Value {
        serde_json::from_str(include_str!("../../tests/search/sentences.json")).unwrap()
    }

    #[test]
    fn phrases_are_cut_to_what_a_sentence_must_have() {
        let words = Words::new(std::iter::empty());
        for row in table()["parts"].as_array().unwrap() {
            assert_eq!(json!(words.parts(row[0].as_str().unwrap())), row[1], "{}", row[0]);
        }
    }

    #[test]
    fn weights_are_written_as_the_browser_reads_them() {
        for row in table()["weights"].as_array().unwrap() {
            let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
            let counted: Vec<(Counted<'_>, u32)> = row[1]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| {
                    let fields = [const { Vec::new() }; 4];
                    (Counted { number: number(&it[1]), page: number(&it[0]), prior: 1.0, fields }, number(&it[2]))
                })
                .collect();
            let hits: Vec<(&Counted<'_>, u32)> = counted.iter().map(|(it, weight)| (it, *weight)).collect();
            assert_eq!(encode(&hits), row[0].as_str().unwrap());
        }
    }

    #[test]
    fn a_title_stands_over_its_page_and_counts_once() {
        let document = |url: &str, kind: &str| Document {
            url: url.to_owned(),
            kind: kind.to_owned(),
            page_title: "題".to_owned(),
            heading: "見出し".to_owned(),
            ..fixture::document("")
        };
        let [first, second] = [document("x/a/", "policy"), document("x/a/#m1", "section")];
        let counted = count_once(&[(3, &first), (5, &second)]);
        let told: Vec<_> =
            counted.iter().map(|it| (it.page, it.prior, it.fields[0].len(), it.fields[1].len())).collect();
        assert_eq!(told, [(3, 0.55, 1, 1), (3, 0.55, 0, 0)]);
    }
}
