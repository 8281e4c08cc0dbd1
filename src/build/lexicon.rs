//! The words of the dictionary that readers look for, as two tables that the binary carries, so that no build of
//! a site walks the whole dictionary: `src/search/lexicon.rs` looks them up where they lie.
//!
//! Comes in: the built dictionary. Goes out, in a folder: `by-reading.tsv`, lines of a reading with its part of
//! speech and of what is read so; `by-spelling.tsv`, lines of a spelling and of its readings. Both are sorted.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use lindera_dictionary::dictionary::Dictionary;

/// Parts of speech whose words readers look for. Names have more spellings than are meant.
const PARTS: [&str; 8] =
    ["名詞,一般", "名詞,サ変接続", "名詞,形容動詞語幹", "名詞,副詞可能", "副詞,", "接続詞,", "連体詞,", "名詞,接尾"];

/// Lines by their first column, each with the values of its second.
pub(super) type Table = BTreeMap<String, BTreeSet<String>>;

#[derive(Default)]
struct Lexicon {
    by_reading: Table,
    by_spelling: Table,
}

/// Writes the tables into this folder, and gives the one by spelling.
pub(super) fn write(dictionary: &Dictionary, folder: &Path) -> io::Result<Table> {
    let mut lexicon = Lexicon::default();
    // A number of four bytes for each word.
    for id in 0..dictionary.prefix_dictionary.words_idx_data.len() / 4 {
        lexicon.take(&dictionary.word_details(id));
    }
    std::fs::write(folder.join("by-reading.tsv"), lines(&lexicon.by_reading))?;
    std::fs::write(folder.join("by-spelling.tsv"), lines(&lexicon.by_spelling))?;
    Ok(lexicon.by_spelling)
}

impl Lexicon {
    /// Takes a word, when it is not inflected.
    fn take(&mut self, fields: &[&str]) {
        let [first, second, _, _, inflection, _, base, reading, ..] = fields[..] else { return };
        let part = format!("{first},{}", second.trim_matches('*'));
        if inflection != "*" || !PARTS.iter().any(|it| part.starts_with(it)) {
            return;
        }
        self.insert(base, reading, &part);
        // The dictionary lists 更に and さらなる, and leaves 更なる to the reader.
        if let (Some(stem), Some(read)) = (base.strip_suffix('に'), reading.strip_suffix('ニ'))
            && first == "副詞"
            && stem.ends_with(is_kanji)
        {
            self.insert(&format!("{stem}なる"), &format!("{read}ナル"), "連体詞,");
        }
    }

    /// Only what has kanji may be spelt otherwise than it sounds.
    fn insert(&mut self, spelling: &str, reading: &str, part: &str) {
        if spelling.contains(is_kanji) {
            self.by_reading.entry(format!("{reading} {part}")).or_default().insert(spelling.to_owned());
            self.by_spelling.entry(spelling.to_owned()).or_default().insert(reading.to_owned());
        }
    }
}

fn lines(table: &Table) -> String {
    let line = |(key, values): (&String, &BTreeSet<String>)| {
        format!("{key}\t{}\n", values.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
    };
    table.iter().map(line).collect()
}

/// As `src/search/vocabulary.rs` has it.
pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '㐀'..='䶿' | '一'..='鿿' | '々')
}
