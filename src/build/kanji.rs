//! How kanji are read: which of them are taken for one another when a word is typed by its sound, as 優 for 誘.
//!
//! Comes in: words with their readings. Goes out: `kanji.json`, an object from a reading in hiragana to the kanji
//! that are read so. `src/search/browser/kanji.js` reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::lexicon::{Table, is_kanji};

/// Kanji of fewer words are not met, and a reading in fewer is that of the word alone.
const LEAST_WORDS: usize = 3;
const LEAST_OF_READING: usize = 2;
/// A reading that is rarer among the words of a kanji, one in so many, is not told.
const RAREST: usize = 8;
/// Counts are whole numbers, so that all machines round alike: this for one word.
const WORD: usize = 60;

/// A word of two kanji, and all ways to part its reading between them.
struct Word {
    kanji: [char; 2],
    ways: Vec<[String; 2]>,
}

/// How many words have a kanji with this reading, told without voice.
type Counts = BTreeMap<(char, String), usize>;

/// Writes the table into this folder.
pub(super) fn write(by_spelling: &Table, folder: &Path) -> io::Result<()> {
    let words: Vec<Word> = by_spelling.iter().flat_map(|(spelling, readings)| words(spelling, readings)).collect();
    let mut counts = Counts::new();
    for word in &words {
        for way in &word.ways {
            count(&mut counts, word.kanji, way, WORD / word.ways.len());
        }
    }
    // What most words agree in tells how each of them is read.
    for _ in 0..3 {
        let mut better = Counts::new();
        for word in &words {
            if let Some(way) = word.best(&counts) {
                count(&mut better, word.kanji, way, WORD);
            }
        }
        counts = better;
    }
    std::fs::write(folder.join("kanji.json"), serde_json::to_string(&by_reading(&words, &counts))?)
}

fn words(spelling: &str, readings: &BTreeSet<String>) -> Vec<Word> {
    let kanji: Vec<char> = spelling.chars().filter(|c| is_kanji(*c) && *c != '々').collect();
    match kanji[..] {
        [first, second] if spelling.chars().count() == 2 => {
            readings.iter().map(|it| Word { kanji: [first, second], ways: ways(&hiragana(it)) }).collect()
        }
        _ => Vec::new(),
    }
}

impl Word {
    /// The way that the counts speak for.
    fn best(&self, counts: &Counts) -> Option<&[String; 2]> {
        let of = |i: usize, way: &[String; 2]| counts.get(&(self.kanji[i], unvoiced(&way[i]))).copied().unwrap_or(0);
        self.ways.iter().max_by_key(|way| of(0, way) * of(1, way))
    }
}

fn count(counts: &mut Counts, kanji: [char; 2], way: &[String; 2], by: usize) {
    for (kanji, part) in kanji.into_iter().zip(way) {
        *counts.entry((kanji, unvoiced(part))).or_default() += by;
    }
}

/// The readings that are told, each as most words have it: 会議 and 議長 tell ぎ.
fn by_reading(words: &[Word], counts: &Counts) -> BTreeMap<String, String> {
    let mut forms: BTreeMap<(char, String), BTreeMap<&str, usize>> = BTreeMap::new();
    for (word, way) in words.iter().filter_map(|word| Some((word, word.best(counts)?))) {
        for (kanji, part) in word.kanji.into_iter().zip(way) {
            *forms.entry((kanji, unvoiced(part))).or_default().entry(part).or_default() += 1;
        }
    }
    let mut of_kanji: BTreeMap<char, usize> = BTreeMap::new();
    for ((kanji, _), forms) in &forms {
        *of_kanji.entry(*kanji).or_default() += forms.values().sum::<usize>();
    }
    let mut by_reading: BTreeMap<String, String> = BTreeMap::new();
    for ((kanji, _), forms) in &forms {
        let (own, all) = (forms.values().sum::<usize>(), of_kanji[kanji]);
        if all >= LEAST_WORDS && own >= LEAST_OF_READING && own * RAREST >= all {
            let (form, _) = forms.iter().max_by_key(|(_, count)| **count).unwrap_or((&"", &0));
            by_reading.entry((*form).to_owned()).or_default().push(*kanji);
        }
    }
    // What one kanji alone is read leads to no other.
    by_reading.retain(|_, kanji| kanji.chars().nth(1).is_some());
    by_reading
}

/// All ways to part a reading in two.
fn ways(reading: &str) -> Vec<[String; 2]> {
    let begins = |c: char| !"ぁぃぅぇぉっゃゅょんー".contains(c);
    let ends = reading.char_indices().skip(1).filter(|(_, c)| begins(*c));
    ends.map(|(at, _)| [reading[..at].to_owned(), reading[at..].to_owned()]).collect()
}

fn hiragana(katakana: &str) -> String {
    let kana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    katakana.chars().map(kana).collect()
}

/// A reading as it begins a word: かい for 機械 and がい.
fn unvoiced(reading: &str) -> String {
    const VOICED: &str = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ";
    const PLAIN: &str = "かきくけこさしすせそたちつてとはひふへほはひふへほ";
    let plain = |c: char| VOICED.chars().zip(PLAIN.chars()).find(|(it, _)| *it == c).map_or(c, |(_, plain)| plain);
    let mut chars = reading.chars();
    chars.next().map(plain).into_iter().chain(chars).collect()
}
