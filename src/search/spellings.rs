//! Other spellings of the words of the texts, by general rules and the dictionary: 斡旋 for あっせん, 牽引 for
//! けん引, 強靭 for 強靱, 広がり for 拡がり, 取りくみ and 取組 for 取り組み.
//!
//! Comes in: the words of the texts, and the dictionary. Goes out: leads, from a spelling that readers may
//! type to the wording that stands in the texts. A spelling leads only where the dictionary is sure: the
//! part of speech and the whole reading agree, and no other word is spelt so.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::partly_in_kana;
use super::leads::Leads;
use super::lexicon::{Lexicon, Noun};
use super::normalise::normal;
use super::postings::{Postings, may_occur};
use super::prepared::Texts;
use super::vocabulary::{is_hiragana, is_kanji, skeleton};
use super::words::Word;

/// Words in kana alone that are shorter sound like too many others.
const SHORTEST: usize = 3;

/// The one kanji in which two spellings differ, in both directions.
fn differing(one: &str, other: &str) -> Option<[(char, char); 2]> {
    // Single kanji are read alike by accident.
    if one.chars().count() != other.chars().count() || one.chars().nth(1).is_none() {
        return None;
    }
    let mut pairs = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let (a, b) = pairs.next().filter(|(a, b)| is_kanji(*a) && is_kanji(*b))?;
    pairs.next().is_none().then_some([(a, b), (b, a)])
}

/// Whether two spellings that are read alike are those of one word.
fn is_respelt(one: &str, other: &str, variants: &BTreeSet<(char, char)>) -> bool {
    let (kanji, others) = (skeleton(one), skeleton(other));
    if kanji.chars().count() != others.chars().count() {
        return is_within(&kanji, &others) || is_within(&others, &kanji);
    }
    // 広がり and 拡がり: one word, of which kanji tell shades.
    let ending: Vec<char> = one.chars().skip(1).collect();
    let has_long_ending = ending.len() >= 2 && ending.iter().all(|c| is_hiragana(*c));
    let is_shade = |pairs: [(char, char); 2]| has_long_ending || pairs.iter().any(|pair| variants.contains(pair));
    kanji == others || differing(one, other).is_some_and(is_shade)
}

/// Whether the letters of a word stand in another in this order.
fn is_within(word: &str, other: &str) -> bool {
    let mut rest = other.chars();
    !word.is_empty() && word.chars().all(|c| rest.any(|it| it == c))
}

/// Adds other spellings of the words that are shown in the texts to the leads.
pub(super) fn extend(leads: &mut Leads, texts: &Texts, postings: &Postings, lexicon: &Lexicon) {
    let Words { nouns, spelt, pairs } = words(texts, postings);
    let kanji = nouns.iter().flat_map(|noun| lexicon.alike(noun).into_iter().map(move |it| (it, noun)));
    let kanji = kanji.filter_map(|(spelling, noun)| differing(spelling, &noun.wording)).flatten().collect();
    let variants = lexicon.variants(&kanji);
    let mut found: BTreeSet<(String, String)> = BTreeSet::new();
    for noun in &nouns {
        found.extend(respelt(noun, lexicon, &variants).into_iter().map(|it| (it, noun.wording.clone())));
    }
    // The words of a compound: 駆け込み寺 for かけこみ寺.
    let mut of_word: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (spelling, wording) in &found {
        of_word.entry(wording.clone()).or_default().push(spelling.clone());
    }
    for (first, second) in &pairs {
        let whole = format!("{first}{second}");
        let of = |word: &str| of_word.get(word).into_iter().flatten();
        let firsts = of(first).map(|it| format!("{it}{}", normal(second)));
        let seconds = of(second).map(|it| format!("{}{it}", normal(first)));
        found.extend(firsts.chain(seconds).map(|it| (it, whole.clone())));
    }
    for ((bare, reading), wordings) in &spelt {
        // 取組 is 取り組み, but 組合 is not 組み合わせ.
        let mut readings = lexicon.readings(bare).peekable();
        let is_bare = bare.chars().nth(1).is_some()
            && (readings.peek().is_none() || readings.any(|it| it == reading))
            && wordings.iter().any(|it| it != bare);
        let partly = wordings.iter().filter(|it| it.contains(is_hiragana));
        let partly = partly.flat_map(|wording| partly_in_kana(wording, &normal(reading)));
        for spelling in partly.chain(is_bare.then(|| bare.clone())) {
            found.extend(wordings.iter().map(|wording| (spelling.clone(), wording.clone())));
        }
    }
    for (spelling, wording) in found.into_iter().filter(|(spelling, wording)| spelling != wording) {
        let wordings = leads.entry(spelling).or_default();
        if !wordings.contains(&wording) {
            wordings.push(wording);
        }
    }
}

/// The words of the texts.
#[derive(Default)]
struct Words {
    /// Those that are not inflected, and verbs in kana that may be nouns, as かけこみ.
    nouns: BTreeSet<Noun>,
    /// The wordings with kanji, by their kanji and their reading.
    spelt: BTreeMap<(String, String), BTreeSet<String>>,
    /// Words of which one follows the other, the first or the second in kana alone and the other a noun.
    pairs: BTreeSet<(String, String)>,
}

fn words(texts: &Texts, postings: &Postings) -> Words {
    let mut words = Words::default();
    let in_kana = |wording: &str| wording.chars().all(is_hiragana) && wording.chars().count() >= SHORTEST;
    for (text, prepared) in texts {
        // The readings of terms are texts too, which are not shown.
        let is_shown =
            |word: &&Word| may_occur(postings, &normal(&text[word.range.clone()]).chars().collect::<Vec<char>>());
        for word in prepared.japanese.iter().filter(|word| !word.reading.is_empty()).filter(is_shown) {
            let (wording, reading) = (text[word.range.clone()].to_owned(), word.reading.clone());
            let bare = skeleton(&wording);
            if !bare.is_empty() {
                words.spelt.entry((bare, reading.clone())).or_default().insert(wording.clone());
            }
            if word.inflection.is_empty() {
                words.nouns.insert(Noun { wording, reading, part: word.part.clone() });
            } else if in_kana(&wording) {
                words.nouns.insert(Noun { wording, reading, part: "名詞,一般".to_owned() });
            }
        }
        for pair in prepared.japanese.windows(2) {
            let [first, second] = pair else { continue };
            let [one, other] = [first, second].map(|it| &text[it.range.clone()]);
            let is_noun = |word: &Word| word.part.starts_with("名詞");
            let may_be_noun = is_noun(first) || first.part.starts_with("動詞");
            let is_compound = is_noun(second) && ((in_kana(one) && may_be_noun) || (in_kana(other) && is_noun(first)));
            if first.range.end == second.range.start && is_compound {
                words.pairs.insert((one.to_owned(), other.to_owned()));
            }
        }
    }
    words
}

/// The spellings that the dictionary has for a word.
fn respelt(noun: &Noun, lexicon: &Lexicon, variants: &BTreeSet<(char, char)>) -> Vec<String> {
    let alike = lexicon.alike(noun);
    if noun.wording.chars().any(is_kanji) {
        return alike.into_iter().filter(|it| is_respelt(it, &noun.wording, variants)).map(normal).collect();
    }
    // One word: all have the kanji of one of them, or the same kana behind a kanji (作り and 造り).
    let ending = |it: &str| it.chars().skip(1).collect::<String>();
    let longest = alike.iter().map(|it| skeleton(it)).max_by_key(String::len).unwrap_or_default();
    let is_one = alike.iter().all(|it| is_within(&skeleton(it), &longest))
        || alike.iter().all(|it| ending(it) == ending(alike[0]) && it.chars().skip(1).any(is_hiragana));
    let is_sure = is_one && noun.wording.chars().all(is_hiragana) && noun.reading.chars().count() >= SHORTEST;
    if is_sure { alike.into_iter().map(normal).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    fn leads(text: &str) -> Leads {
        let document = fixture::document(text);
        let texts = fixture::texts(&document);
        let mut leads = Leads::new();
        extend(&mut leads, &texts, &fixture::postings(&document, &texts), &Lexicon::load());
        leads
    }

    fn spellings(text: &str) -> Vec<String> {
        leads(text).into_keys().collect()
    }

    #[test]
    fn a_word_has_the_spellings_of_the_dictionary_and_no_homophones() {
        assert_eq!(spellings("あっせん"), ["あっ旋", "斡旋"]);
        assert_eq!(spellings("あらかじめ"), ["予め"]);
        assert!(spellings("さらなる発展").contains(&"更なる".to_owned()));
        assert!(spellings("調査および研究").contains(&"及び".to_owned()));
        assert_eq!(spellings("企業の機関"), [""; 0]);
        assert!(spellings("かけこみ寺").contains(&"駆け込み寺".to_owned()));
        assert!(spellings("強靱な").contains(&"強靭".to_owned()));
    }

    #[test]
    fn okurigana_and_single_kanji_vary() {
        for spelling in ["とり組み", "取りくみ", "取組"] {
            assert!(leads("取り組み").contains_key(spelling), "{spelling}");
        }
        // That is another word.
        assert!(!spellings("組み合わせ").contains(&"組合".to_owned()));
    }
}
