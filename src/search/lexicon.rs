//! The words that the dictionary has, whether they stand in the texts or not: how a word of the texts is spelt
//! elsewhere. Only words with kanji: no other is spelt otherwise than it sounds.
//!
//! `src/build/lexicon.rs` has made the tables; they are looked up where they lie in the binary.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A word of the texts that is not inflected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Noun {
    pub(super) wording: String,
    pub(super) reading: String,
    pub(super) part: String,
}

/// Words of the dictionary that are not inflected, with readings in katakana and parts of speech.
pub(super) struct Lexicon {
    /// Lines of a reading with its part of speech, and of what is read so.
    by_reading: &'static str,
    /// Lines of a spelling, and of its readings.
    by_spelling: &'static str,
}

impl Lexicon {
    /// The one that the binary carries.
    pub(super) fn load() -> Self {
        Self {
            by_reading: include_str!(concat!(env!("OUT_DIR"), "/by-reading.tsv")),
            by_spelling: include_str!(concat!(env!("OUT_DIR"), "/by-spelling.tsv")),
        }
    }

    /// How the dictionary reads a spelling.
    pub(super) fn readings(&self, spelling: &str) -> impl Iterator<Item = &'static str> + use<> {
        values(self.by_spelling, spelling)
    }

    /// Other spellings that are read as a word is and are the same part of speech.
    pub(super) fn alike(&self, noun: &Noun) -> Vec<&'static str> {
        let same = values(self.by_reading, &format!("{} {}", noun.reading, noun.part));
        same.filter(|spelling| *spelling != noun.wording).collect()
    }

    /// Those of the pairs of kanji of which one is another form of the other: at least two words, and two thirds
    /// of all with the first, are words of the same reading with the second too.
    pub(super) fn variants(&self, pairs: &BTreeSet<(char, char)>) -> BTreeSet<(char, char)> {
        let mut counts: BTreeMap<(char, char), (usize, usize)> = BTreeMap::new();
        for (spelling, readings) in self.by_spelling.lines().filter_map(|line| line.split_once('\t')) {
            for one in spelling.chars() {
                for pair in pairs.range((one, '\0')..=(one, char::MAX)) {
                    let changed = spelling.replace(one, &pair.1.to_string());
                    let (all, both) = counts.entry(*pair).or_default();
                    *all += readings.split(' ').count();
                    *both += readings.split(' ').filter(|own| self.readings(&changed).any(|it| it == *own)).count();
                }
            }
        }
        counts.into_iter().filter(|(_, (all, both))| *both >= 2 && both * 3 >= all * 2).map(|(pair, _)| pair).collect()
    }
}

/// What the line of this key tells in a table of sorted lines.
fn values(table: &'static str, key: &str) -> impl Iterator<Item = &'static str> + use<> {
    line(table, key).into_iter().flat_map(|told| told.split(' '))
}

fn line(table: &'static str, key: &str) -> Option<&'static str> {
    let mut rest = table;
    while !rest.is_empty() {
        let bytes = rest.as_bytes();
        let middle = rest.len() / 2;
        let start = bytes[..middle].iter().rposition(|it| *it == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|it| *it == b'\n').map_or(rest.len(), |at| middle + at);
        let (own, told) = rest[start..end].split_once('\t')?;
        match own.cmp(key) {
            Ordering::Equal => return Some(told),
            Ordering::Less => rest = rest.get(end + 1..)?,
            Ordering::Greater => rest = &rest[..start],
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_table_is_found() {
        let lexicon = Lexicon::load();
        for table in [lexicon.by_reading, lexicon.by_spelling] {
            let last = table.lines().count() - 1;
            for (_, own) in table.lines().enumerate().filter(|(i, _)| i % 97 == 0 || *i == last) {
                let (key, told) = own.split_once('\t').unwrap();
                assert_eq!(line(table, key), Some(told), "{key}");
            }
            assert_eq!(["", "\u{10FFFF}", "存在しない語句"].map(|key| line(table, key)), [None; 3]);
        }
    }

    #[test]
    fn words_have_their_readings_and_their_likes() {
        let lexicon = Lexicon::load();
        assert_eq!(lexicon.readings("市場").collect::<Vec<_>>(), ["イチバ", "シジョウ"]);
        let alike = |wording: &str, reading: &str, part: &str| {
            let [wording, reading, part] = [wording, reading, part].map(str::to_owned);
            lexicon.alike(&Noun { wording, reading, part })
        };
        assert_eq!(alike("あっせん", "アッセン", "名詞,サ変接続"), ["あっ旋", "斡旋"]);
        assert_eq!(alike("斡旋", "アッセン", "名詞,サ変接続"), ["あっ旋"]);
        assert_eq!(alike("斡旋", "アッセン", "名詞,一般"), [""; 0]);
        assert!(alike("さらなる", "サラナル", "連体詞,").contains(&"更なる"));
    }
}
