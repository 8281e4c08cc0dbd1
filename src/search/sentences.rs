//! What leads from a sentence in a citizen's own words to the page that answers it. Such a sentence occurs
//! nowhere; some of its words do, and others mean words of the plan.
//!
//! Comes in: the documents of one language, and what staff have written of citizens' words. Goes out: for each
//! phrase of citizens how much it says for which pages, in one file, as any sentence may have any of them; and the
//! same for each word of the plan, in shards, as only those words are asked for that no phrase tells. The browser
//! has no dictionary: it looks for these phrases and words in the sentence, then chooses among the clauses of the
//! best pages, whose texts it needs anyway. `wire` tells the format.
//!
//! The weight of a word for a page is that of BM25: rare words say more than frequent ones, titles and
//! headings more than texts.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::{Value, json};

use super::Synonym;
use super::editions::{Entry, PAGE};
use super::normalise::normal;
use super::places::digits;
use super::wire::fnv1a;
use super::words::Words;

/// Bytes that a shard of words should have: a sentence asks for one to five.
const SHARD: usize = 2 << 10;
/// More pages than these a word needs not lead to, but for those that are alike: nobody reads on.
const MOST_RUNS: usize = 12;
/// The weights of the fields: page title, heading, text, other names.
const FIELD_WEIGHTS: [f64; 4] = [3.0, 2.0, 1.0, 1.0];
/// The weight of the words that explain a term, for the pages that have the term.
const EXPLAINED: f64 = 0.3;
/// The constants of BM25.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.4;
/// By what a weight is multiplied to use the range of a digit.
const SCALE: f64 = 4.0;
const GREATEST: f64 = 31.0;
/// What it adds to be named by staff. Several pages share it.
const NAMED: f64 = 14.0;

/// A page with the texts that count for it: each heading once, although it stands over several clauses.
struct Page<'a> {
    /// Its number among all pages of all languages.
    index: u32,
    prior: f64,
    fields: [Vec<&'a str>; 4],
}

/// How often a word stands in each page, weighed by field.
type Counts = BTreeMap<usize, f64>;

/// How much a word or a phrase says for each page, by its index.
type Weights = BTreeMap<u32, u32>;

/// What is written of one language.
pub(super) struct Sentences {
    /// The phrases of citizens, and what they mean.
    pub(super) phrases: Vec<u8>,
    /// The words of the plan.
    pub(super) words: Vec<Vec<u8>>,
}

/// Weighs the phrases and words of one language.
pub(super) fn sentences(entries: &[Entry<'_>], words: &Words, synonyms: &[&Synonym]) -> Sentences {
    let pages = pages(entries);
    let (counts, lengths) = count(&pages, words, &explanations(entries));
    // What stands everywhere tells nothing apart, but a sentence with it is understood.
    let common = (pages.len() / 8).max(8);
    let weights =
        |found: &Counts| if found.len() > common { String::new() } else { encode(&weigh(&pages, &lengths, found)) };
    let told: BTreeMap<String, Value> =
        counts.into_par_iter().map(|(word, found)| (word, json!(weights(&found)))).collect();
    let said = said(entries, &pages, &lengths, words, synonyms);
    Sentences { phrases: said.phrases(), words: word_shards(told.into_iter().chain(said.names).collect()) }
}

/// Spreads the words over shards, by the first character of each.
fn word_shards(words: BTreeMap<String, Value>) -> Vec<Vec<u8>> {
    let size: usize = words.iter().map(|(word, told)| word.len() + told.to_string().len() + 4).sum();
    let count = (size / SHARD).max(1).next_power_of_two();
    let mut shards: Vec<BTreeMap<String, Value>> = vec![BTreeMap::new(); count];
    for (word, told) in words {
        let first: String = word.chars().take(1).collect();
        shards[fnv1a(&first) as usize % count].insert(word, told);
    }
    shards.iter().map(|shard| json!(shard).to_string().into_bytes()).collect()
}

/// What citizens say.
#[derive(Default)]
struct Said<'a> {
    /// Phrases, with what they mean: wordings, weights, documents.
    says: Vec<(BTreeSet<String>, &'a [String], String, String)>,
    nothing: BTreeSet<String>,
    elsewhere: BTreeSet<String>,
    /// Names of things, with the number of the phrases that mean them, or [`ELSEWHERE`].
    names: BTreeMap<String, Value>,
}

/// The number of what is the business of other offices.
const ELSEWHERE: i32 = -1;

fn said<'a>(
    entries: &[Entry<'_>],
    pages: &[Page<'_>],
    lengths: &[f64],
    words: &Words,
    synonyms: &[&'a Synonym],
) -> Said<'a> {
    let texts: Vec<[Vec<String>; 4]> = pages
        .par_iter()
        .map(|it| it.fields.each_ref().map(|all| all.iter().map(|text| normal(text)).collect()))
        .collect();
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    for entry in entries {
        numbers.entry(&entry.document.url).or_insert(entry.number);
    }
    let means_nothing = |it: &Synonym| !it.elsewhere && it.means.is_empty() && it.urls.is_empty();
    let nothing = || synonyms.iter().filter(|it| means_nothing(it)).flat_map(|it| &it.say);
    // What stands in every text or question, as "the", does not tell one phrase from another.
    // 来 of 客が来る is needed: a Japanese phrase has its small words in its particles, which are no parts.
    let small = nothing().map(|say| words.parts(say)).filter(|parts| parts.len() == 1 && parts[0].is_ascii());
    let small: BTreeSet<String> = small.flatten().collect();
    let phrase = |say: &String| phrase(say, words, &small);
    let mut said = Said { nothing: nothing().map(phrase).collect(), ..Said::default() };
    for synonym in synonyms.iter().filter(|it| !means_nothing(it)) {
        let mut all: BTreeSet<String> = synonym.say.iter().map(phrase).collect();
        if synonym.elsewhere {
            // A name is looked for only where a word is not understood.
            let is_heard = |name: &str| said.says.iter().flat_map(|(all, ..)| all).any(|it| name.contains(it.as_str()));
            let (names, phrases): (Vec<String>, _) = all.into_iter().partition(|it| is_name(it) && !is_heard(it));
            said.names.extend(names.into_iter().map(|name| (name, json!(ELSEWHERE))));
            said.elsewhere.extend(phrases);
            continue;
        }
        // よその会社 is cut to 会社, which any question has.
        all.retain(|phrase| !said.nothing.contains(phrase));
        let mut weights = Weights::new();
        for wording in &synonym.means {
            for (page, weight) in weigh(pages, lengths, &count_wording(&normal(wording), &texts)) {
                let known = weights.entry(page).or_default();
                *known = weight.max(*known);
            }
        }
        let named = synonym.urls.iter().filter_map(|url| numbers.get(url.as_str()).copied()).collect();
        add_named(&mut weights, &named);
        said.names.extend(synonym.such_as.iter().map(|name| (phrase(name), json!(said.says.len()))));
        said.says.push((all, &synonym.means, encode(&weights), encode_numbers(&named)));
    }
    said
}

/// Whether a phrase is one word without kana endings.
fn is_name(phrase: &str) -> bool {
    phrase.chars().nth(1).is_some() && phrase.chars().all(|c| c >= '\u{3400}')
}

impl Said<'_> {
    /// The phrases as `wire` tells.
    fn phrases(&self) -> Vec<u8> {
        let groups: Vec<&BTreeSet<String>> = self.says.iter().map(|(all, ..)| all).collect();
        let told =
            self.says.iter().map(|(all, means, weights, named)| json!([needed(all, &groups), means, weights, named]));
        let says: Vec<Value> = told.collect();
        json!({ "says": says, "nothing": self.nothing, "elsewhere": self.elsewhere }).to_string().into_bytes()
    }
}

/// The phrases that say more than their parts: not お金を借りる where お金 means the same, and 借りる nothing else.
fn needed<'a>(all: &'a BTreeSet<String>, groups: &[&BTreeSet<String>]) -> Vec<&'a String> {
    let is_needed = |phrase: &&String| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let means_else = |part: &str| groups.iter().any(|other| *other != all && other.contains(part));
        parts.len() == 1 || !parts.iter().any(|part| all.contains(*part)) || parts.iter().any(|part| means_else(part))
    };
    all.iter().filter(is_needed).collect()
}

/// What of a phrase must stand in a sentence, as the index has it.
fn phrase(say: &str, words: &Words, small: &BTreeSet<String>) -> String {
    let mut parts = words.parts(say);
    if parts.iter().any(|part| !small.contains(part)) {
        parts.retain(|part| !small.contains(part));
    }
    if parts.is_empty() {
        parts.push(normal(say));
    }
    parts.join(" ")
}

/// Adds that staff have named the pages of these documents.
fn add_named(weights: &mut Weights, named: &BTreeSet<u32>) {
    let pages: BTreeSet<u32> = named.iter().map(|number| number / PAGE).collect();
    let each = NAMED / (pages.len() as f64).sqrt();
    for page in pages {
        *weights.entry(page).or_default() += each.round() as u32;
    }
}

/// The pages. The definition of a term is not about what else it mentions.
fn pages<'a>(entries: &[Entry<'a>]) -> Vec<Page<'a>> {
    let page = |page: &[Entry<'a>]| {
        let first = page[0].document;
        let headings = page.iter().filter(|it| it.heads.is_some()).map(|it| it.document.heading.as_str());
        let texts = page.iter().filter(|it| it.document.kind != "term").map(|it| it.document.text.as_str());
        // Readings are no words of a sentence.
        let is_reading = |it: &&str| it.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'));
        let aliases = page.iter().flat_map(|it| &it.document.aliases).map(String::as_str).filter(|it| !is_reading(it));
        Page {
            index: page[0].number / PAGE,
            prior: prior(&first.kind),
            fields: [vec![first.page_title.as_str()], headings.collect(), texts.collect(), aliases.collect()],
        }
    };
    entries.chunk_by(|a, b| a.page() == b.page()).map(page).collect()
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

/// The names of terms, with what explains them.
fn explanations<'a>(entries: &[Entry<'a>]) -> Vec<(Vec<&'a str>, &'a str)> {
    let terms = entries.iter().map(|it| it.document).filter(|it| it.kind == "term");
    let names = |it: &'a super::Document| {
        let all = std::iter::once(&it.page_title).chain(&it.aliases).map(String::as_str);
        all.filter(|name| name.chars().count() > 1).collect()
    };
    terms.map(|it| (names(it), it.text.as_str())).collect()
}

/// Counts the words of all pages, and how many each page has.
fn count(
    pages: &[Page<'_>],
    words: &Words,
    explanations: &[(Vec<&str>, &str)],
) -> (BTreeMap<String, Counts>, Vec<f64>) {
    let texts: BTreeSet<&str> = pages.iter().flat_map(|it| it.fields.iter().flatten().copied()).collect();
    let texts = texts.into_iter().chain(explanations.iter().map(|(_, text)| *text)).collect::<BTreeSet<_>>();
    // A single kanji, as that of a verb, says too little by itself.
    let stems = |text: &str| words.stems(text).into_iter().filter(|stem| stem.chars().nth(1).is_some()).collect();
    let stems: BTreeMap<&str, Vec<String>> = texts.into_par_iter().map(|text| (text, stems(text))).collect();
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    let mut lengths = Vec::new();
    for (page, it) in pages.iter().enumerate() {
        let mut length = 0.0;
        for (field, weight) in it.fields.iter().zip(FIELD_WEIGHTS) {
            for stem in field.iter().filter_map(|text| stems.get(text)).flatten() {
                length += 1.0;
                *counts.entry(stem.clone()).or_default().entry(page).or_default() += weight;
            }
        }
        lengths.push(length);
        let has =
            |names: &[&str]| it.fields[..3].iter().flatten().any(|text| names.iter().any(|name| text.contains(name)));
        for (_, text) in explanations.iter().filter(|(names, _)| has(names)) {
            for stem in stems.get(text).into_iter().flatten() {
                *counts.entry(stem.clone()).or_default().entry(page).or_default() += EXPLAINED;
            }
        }
    }
    (counts, lengths)
}

/// Counts a wording wherever it stands, be it one word or several.
fn count_wording(wording: &str, texts: &[[Vec<String>; 4]]) -> Counts {
    let count = |fields: &[Vec<String>; 4]| -> f64 {
        let fields = fields.iter().zip(FIELD_WEIGHTS);
        fields.map(|(texts, weight)| weight * texts.iter().filter(|it| it.contains(wording)).count() as f64).sum()
    };
    let counts = texts.iter().map(count).enumerate();
    counts.filter(|(_, count)| *count > 0.0).collect()
}

/// How much a word says for the pages in which it stands. What says much less than it does elsewhere is left out.
fn weigh(pages: &[Page<'_>], lengths: &[f64], found: &Counts) -> Weights {
    let total = pages.len() as f64;
    let mean = lengths.iter().sum::<f64>() / total.max(1.0);
    let rarity = (1.0 + (total - found.len() as f64 + 0.5) / (found.len() as f64 + 0.5)).ln();
    let weight = |(&page, &count): (&usize, &f64)| {
        let length = 1.0 - LENGTH + LENGTH * lengths[page] / mean.max(1.0);
        let value = rarity * count / (count + SATURATION * length) * pages[page].prior * SCALE;
        (pages[page].index, value.round().clamp(1.0, GREATEST) as u32)
    };
    let mut weights: Weights = found.iter().map(weight).collect();
    let least = weights.values().max().map_or(0, |it| it / 3);
    weights.retain(|_, weight| *weight > least);
    weights
}

/// The weights, written as `wire` tells: pages that are alike follow one another and have the same weight.
fn encode(weights: &Weights) -> String {
    let all: Vec<(u32, u32)> = weights.iter().map(|(page, weight)| (*page, *weight)).collect();
    let mut runs: Vec<&[(u32, u32)]> = all.chunk_by(|a, b| a.0 + 1 == b.0 && a.1 == b.1).collect();
    runs.sort_by_key(|run| std::cmp::Reverse(run[0].1));
    runs.truncate(MOST_RUNS);
    runs.sort_by_key(|run| run[0].0);
    let (mut places, mut next) = (String::new(), 0);
    for run in runs {
        let (first, weight) = run[0];
        digits((first - next) * 2 + u32::from(run.len() > 1), &mut places);
        digits(weight, &mut places);
        let length = u32::try_from(run.len()).unwrap_or(u32::MAX);
        if length > 1 {
            digits(length - 2, &mut places);
        }
        next = first + length;
    }
    places
}

fn encode_numbers(numbers: &BTreeSet<u32>) -> String {
    let (mut places, mut before) = (String::new(), 0);
    for number in numbers {
        digits(number - before, &mut places);
        before = *number;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::super::editions::editions;
    use super::*;
    use crate::lang::Lang;

    fn table() -> Value {
        serde_json::from_str(include_str!("../../tests/search/sentences.json")).unwrap()
    }

    fn document([url, kind, heading, text]: [&str; 4]) -> Document {
        Document {
            lang: Lang::new("x"),
            url: url.to_owned(),
            kind: kind.to_owned(),
            page_title: url.split('#').next().unwrap_or_default().to_owned(),
            heading: heading.to_owned(),
            text: text.to_owned(),
            aliases: Vec::new(),
        }
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
            let weights = row[1].as_array().unwrap().iter().map(|it| (number(&it[0]) / PAGE, number(&it[1]))).collect();
            assert_eq!(encode(&weights), row[0].as_str().unwrap());
        }
    }

    #[test]
    fn a_title_and_a_heading_count_once_for_a_page() {
        let documents = [
            ["x/a/", "policy", "", "one"],
            ["x/a/#m1", "section", "head", "two"],
            ["x/a/#m1-c1", "clause", "head", "three"],
            ["x/b/", "term", "", "defined"],
        ]
        .map(document);
        let editions = editions(&documents).editions;
        let pages = pages(&editions[0].entries);
        let told: Vec<_> = pages.iter().map(|it| (it.index, it.prior, it.fields.each_ref().map(Vec::len))).collect();
        assert_eq!(told, [(0, 0.55, [1, 1, 3, 0]), (1, 0.35, [1, 0, 0, 0])]);
    }

    #[test]
    fn the_words_that_explain_a_term_lead_to_where_the_term_stands() {
        let documents = [
            ["x/a/", "initiative", "", "we like reskilling"],
            ["x/b/", "initiative", "", "nothing"],
            ["reskilling", "term", "", "learn anew"],
        ]
        .map(document);
        let editions = editions(&documents).editions;
        let pages = pages(&editions[0].entries);
        let (counts, _) = count(&pages, &Words::new(std::iter::empty()), &explanations(&editions[0].entries));
        // Its own page has it too.
        assert_eq!(counts["anew"].keys().collect::<Vec<_>>(), [&0, &2]);
    }

    #[test]
    fn phrases_that_say_no_more_than_their_parts_are_left_out() {
        let group = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<String>>();
        let (one, other) = (group(&["お金", "お金 借", "店 お金", "改装 店"]), group(&["店"]));
        assert_eq!(needed(&one, &[&one, &other]), ["お金", "店 お金", "改装 店"]);
    }
}
