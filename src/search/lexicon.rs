//! The words that the dictionary has, whether they stand in the texts or not: how a word of the texts is spelt elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use lindera_dictionary::dictionary::Dictionary;

use super::ipadic;
use super::vocabulary::is_kanji;

/// Parts of speech whose words readers look for. Names have more spellings than are meant.
const PARTS: [&str; 8] =
    ["名詞,一般", "名詞,サ変接続", "名詞,形容動詞語幹", "名詞,副詞可能", "副詞,", "接続詞,", "連体詞,", "名詞,接尾"];
/// A word of the texts that is not inflected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Noun {
    pub(super) wording: String,
    pub(super) reading: String,
    pub(super) part: String,
}

/// Words of the dictionary that are not inflected, with readings in katakana and parts of speech.
pub(super) struct Lexicon {
    by_reading: BTreeMap<String, BTreeSet<(String, String)>>,
    readings: BTreeSet<(String, String)>,
}

impl Lexicon {
    /// Reads the dictionary that the binary carries; an empty one where that cannot be read.
    pub(super) fn load() -> Self {
        let mut lexicon = Self { by_reading: BTreeMap::new(), readings: BTreeSet::new() };
        if let Ok(dictionary) = ipadic::load() {
            lexicon.read(&dictionary);
        }
        lexicon
    }

    fn read(&mut self, dictionary: &Dictionary) {
        // A number of four bytes for each word.
        for id in 0..dictionary.prefix_dictionary.words_idx_data.len() / 4 {
            let fields = dictionary.word_details(id);
            let [first, second, _, _, inflection, _, base, reading, ..] = fields[..] else { continue };
            let part = format!("{first},{}", second.trim_matches('*'));
            if inflection == "*" && PARTS.iter().any(|it| part.starts_with(it)) {
                self.insert(base.to_owned(), reading.to_owned(), part);
                // The dictionary lists 更に and さらなる, and leaves 更なる to the reader.
                if let (Some(stem), Some(read)) = (base.strip_suffix('に'), reading.strip_suffix('ニ'))
                    && first == "副詞"
                    && stem.ends_with(is_kanji)
                {
                    self.insert(format!("{stem}なる"), format!("{read}ナル"), "連体詞,".to_owned());
                }
            }
        }
    }

    fn insert(&mut self, spelling: String, reading: String, part: String) {
        self.readings.insert((spelling.clone(), reading.clone()));
        self.by_reading.entry(reading).or_default().insert((spelling, part));
    }

    /// How the dictionary reads a spelling.
    pub(super) fn readings<'a>(&'a self, spelling: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.readings.range((spelling.to_owned(), String::new())..);
        from.take_while(move |(it, _)| it == spelling).map(|(_, reading)| reading.as_str())
    }

    /// Other spellings with kanji that are read as a word is and are the same part of speech.
    pub(super) fn alike(&self, noun: &Noun) -> Vec<&str> {
        let same = self.by_reading.get(&noun.reading).into_iter().flatten();
        same.filter(|(spelling, part)| {
            *part == noun.part && *spelling != noun.wording && spelling.chars().any(is_kanji)
        })
        .map(|(spelling, _)| spelling.as_str())
        .collect()
    }

    /// Those of the pairs of kanji of which one is another form of the other: at least two words, and two thirds
    /// of all with the first, are words of the same reading with the second too.
    pub(super) fn variants(&self, pairs: &BTreeSet<(char, char)>) -> BTreeSet<(char, char)> {
        let mut counts: BTreeMap<(char, char), (usize, usize)> = BTreeMap::new();
        for (spelling, reading) in &self.readings {
            for one in spelling.chars() {
                for pair in pairs.range((one, '\0')..=(one, char::MAX)) {
                    let changed = spelling.replace(one, &pair.1.to_string());
                    let (all, both) = counts.entry(*pair).or_default();
                    *all += 1;
                    *both += usize::from(self.readings.contains(&(changed, reading.clone())));
                }
            }
        }
        counts.into_iter().filter(|(_, (all, both))| *both >= 2 && both * 3 >= all * 2).map(|(pair, _)| pair).collect()
    }
}
