//! The wordings of the texts by their first and by their last two characters: what the browser needs to lead from one
//! with a slip, as 研究開発拠店, to the one that is meant. A slip at one end leaves the other end as it was.
//!
//! Comes in: the prepared texts of one language. Goes out: entries of the index by their names, which
//! [`super::wire`] describes. `browser/slip.js` judges what is a slip and what a word that the texts do not have.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::json;

use super::normalise::normal;
use super::postings::{Postings, may_occur};
use super::prepared::{Prepared, Texts};
use super::vocabulary::{Entries, is_joined};
use super::words::{Word, Words};

/// More words than this make no word that readers type as one.
const MOST_WORDS: usize = 8;
/// In shorter wordings a slip makes another word, which may be meant.
const SHORTEST: usize = 3;
const SHORTEST_LATIN: usize = 5;
/// As many characters name the wordings that begin or end with them.
const NAME: usize = 2;

/// The words of wordings. Those of the second are told backwards.
type Runs<'a> = [BTreeSet<Vec<&'a str>>; 2];

/// Collects the entries of one language. The cutter knows no terms.
pub(super) fn collect(texts: &Texts, postings: &Postings, words: &Words) -> Entries {
    let latin: BTreeSet<String> = texts.values().flat_map(latin).collect();
    let of_texts = texts.par_iter().map(|(text, prepared)| runs(text, &without_terms(text, prepared, words)));
    let [mut forwards, mut backwards] = of_texts.reduce(Runs::default, |mut all, runs| {
        for (all, runs) in all.iter_mut().zip(runs) {
            all.extend(runs);
        }
        all
    });
    for word in &latin {
        forwards.insert(vec![word]);
        backwards.insert(vec![word]);
    }
    // The readings of terms are texts too, which are not shown.
    let is_shown = |wording: String| may_occur(postings, &wording.chars().collect::<Vec<char>>());
    forwards.retain(|words| is_shown(normal(&words.concat())));
    backwards.retain(|words| is_shown(normal(&words.iter().rev().copied().collect::<String>())));
    let mut entries: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for words in longest(&forwards) {
        let name: String = normal(&words.concat()).chars().take(NAME).collect();
        entries.entry(format!("f {name}")).or_default().push(words.join("|"));
    }
    for mut words in longest(&backwards) {
        words.reverse();
        let wording = normal(&words.concat());
        let name: String = wording.chars().skip(wording.chars().count().saturating_sub(NAME)).collect();
        entries.entry(format!("b {name}")).or_default().push(words.join("|"));
    }
    entries.into_iter().map(|(name, wordings)| (name, json!(wordings.join(" ")))).collect()
}

fn latin(prepared: &Prepared) -> impl Iterator<Item = String> {
    let words = prepared.latin.iter().map(|range| &prepared.chars[range.clone()]);
    let fits = |word: &&[char]| word.len() >= SHORTEST_LATIN && word.iter().all(char::is_ascii_lowercase);
    words.filter(fits).map(|word| word.iter().collect())
}

/// The words of a text, and of a term of the glossary those that it is made of: readers type some of them.
fn without_terms(text: &str, prepared: &Prepared, words: &Words) -> Vec<Word> {
    let parts = |word: &Word| {
        let start = word.range.start;
        let mut parts = if word.is_term() { words.of(&text[word.range.clone()]) } else { vec![word.clone()] };
        for part in parts.iter_mut().filter(|_| word.is_term()) {
            part.range = part.range.start + start..part.range.end + start;
        }
        parts
    };
    prepared.japanese.iter().flat_map(parts).collect()
}

/// What nouns side by side make: from each word of a text as far as it goes, and to each word from as far.
fn runs<'a>(text: &'a str, words: &[Word]) -> Runs<'a> {
    let mut runs = Runs::default();
    let mut first = 0;
    for last in 0..words.len() {
        while first < last && (last - first == MOST_WORDS || !is_run(&words[first..=last])) {
            // What begins here goes no further.
            take(&mut runs[0], nouns(text, &words[first..last]));
            first += 1;
        }
        if is_noun(&words[last]) {
            take(&mut runs[1], nouns(text, &words[first..=last]).into_iter().rev().collect());
        }
    }
    for first in first..words.len() {
        take(&mut runs[0], nouns(text, &words[first..]));
    }
    runs
}

fn is_run(words: &[Word]) -> bool {
    words.windows(2).enumerate().all(|(i, pair)| {
        let [before, word] = pair else { return false };
        before.range.end == word.range.start && is_joined(before, word, i == 0)
    })
}

fn is_noun(word: &Word) -> bool {
    word.part.starts_with("名詞")
}

/// The words up to the last noun, as they are shown.
fn nouns<'a>(text: &'a str, words: &[Word]) -> Vec<&'a str> {
    let end = words.iter().rposition(is_noun).map_or(0, |last| last + 1);
    words[..end].iter().map(|word| &text[word.range.clone()]).collect()
}

fn take<'a>(runs: &mut BTreeSet<Vec<&'a str>>, words: Vec<&'a str>) {
    let length = words.iter().map(|it| it.chars().count()).sum::<usize>();
    if length >= SHORTEST && words.iter().all(|it| it.chars().all(char::is_alphabetic)) {
        runs.insert(words);
    }
}

/// Those with which no other begins.
fn longest<'a>(runs: &BTreeSet<Vec<&'a str>>) -> Vec<Vec<&'a str>> {
    let next = runs.iter().skip(1).map(Some).chain([None]);
    let longest = runs.iter().zip(next).filter(|(words, next)| next.is_none_or(|it| !it.starts_with(words)));
    longest.map(|(words, _)| words.clone()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{fixture, prepared};
    use super::*;

    fn entries(text: &str, terms: &[(&str, &str)]) -> Entries {
        let mut document = fixture::document(text);
        document.aliases.push("けいざいさんぎょうしょう".to_owned());
        let texts = prepared::prepare(std::iter::once(&document), &Words::new(terms.iter().copied()));
        collect(&texts, &fixture::postings(&document, &texts), &Words::new(std::iter::empty()))
    }

    /// The table that the test of the browser's side reads as its index.
    #[test]
    fn the_table_has_what_is_told() {
        let table: Value = serde_json::from_str(include_str!("../../tests/search/slips.json")).unwrap();
        let text: String = table["texts"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        assert_eq!(json!(entries(&text, &[])), table["entries"]);
    }

    #[test]
    fn kanji_of_the_table_are_read_so() {
        let table: Value = serde_json::from_str(include_str!("../../tests/search/slips.json")).unwrap();
        let known: Value = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/kanji.json"))).unwrap();
        for (reading, kanji) in table["kanji"].as_object().unwrap() {
            for it in kanji.as_str().unwrap().chars() {
                assert!(known[reading].as_str().is_some_and(|all| all.contains(it)), "{it} {reading}");
            }
        }
    }

    #[test]
    fn wordings_are_told_once_from_each_end() {
        let entries = entries("研究開発拠点の研究開発と新拠点", &[]);
        let expected = json!({
            "f 研究": "研究|開発|拠点", "f 開発": "開発|拠点", "f 新拠": "新|拠点",
            "b 開発": "研究|開発", "b 拠点": "新|拠点 研究|開発|拠点",
        });
        assert_eq!(json!(entries), expected);
    }

    #[test]
    fn a_term_is_told_by_its_words() {
        let entries = entries("やまぐち産業振興財団", &[("やまぐち産業振興財団", "")]);
        assert_eq!(entries["f 産業"], "産業|振興|財団");
    }
}
