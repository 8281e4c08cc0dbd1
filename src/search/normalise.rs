//! One spelling for what readers take to be the same: the text of the index in Rust, the query in
//! `browser/normalise.js`. Both follow the table `tests/search/normalise.json`.
//!
//! The text is taken in units, a character with the marks that follow it. Each unit by itself becomes
//! NFKC, lower case, hiragana, with one sign for all dashes, wave dashes and long vowels, and without
//! blanks and invisible characters. No unit looks at its neighbours (beyond its own marks), so that a piece
//! of a text, normalised, is a piece of the normalised text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A normalised text, with the place in the original of each of its characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Normalised {
    /// The characters.
    pub chars: Vec<char>,
    /// For each character the byte offset of the unit in the original from which it came.
    pub origins: Vec<usize>,
}

/// Normalises a text.
pub fn normalise(text: &str) -> Normalised {
    let mut normalised = Normalised::default();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let mut end = start + first.len_utf8();
        while let Some((place, mark)) = rest.next_if(|(_, c)| joins_its_predecessor(*c)) {
            end = place + mark.len_utf8();
        }
        let mut push = |c| {
            normalised.chars.push(c);
            normalised.origins.push(start);
        };
        if end == start + first.len_utf8() && is_plain(first) {
            push(first);
        } else {
            let unit: String = text[start..end].nfkc().collect();
            unit.to_lowercase().chars().filter_map(fold).for_each(&mut push);
        }
    }
    normalised
}

/// The normalised text alone.
#[must_use]
pub fn normal(text: &str) -> String {
    normalise(text).chars.into_iter().collect()
}

/// Characters that normalise to themselves: most of a Japanese text, and worth not asking the tables.
fn is_plain(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | 'ぁ'..='ゖ' | '一'..='鿿')
}

/// Marks, among them dakuten of half-width kana, belong to the character before them.
fn joins_its_predecessor(c: char) -> bool {
    matches!(c, '\u{FF9E}' | '\u{FF9F}') || (c > '\u{2FF}' && is_combining_mark(c))
}

/// What becomes of a character that is NFKC and lower case.
fn fold(c: char) -> Option<char> {
    match c {
        // Invisible: soft hyphen, zero-width and direction signs, variation selectors.
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' => None,
        '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => None,
        c if c.is_whitespace() => None,
        '-' | '~' | '˗' | '‐'..='―' | '⁃' | '−' | '─' | '━' | '〜' | '〰' | 'ー' => Some('ー'),
        '‘' | '’' | 'ʼ' => Some('\''),
        '“' | '”' => Some('"'),
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_table_holds() {
        let table: Vec<(String, String)> =
            serde_json::from_str(include_str!("../../tests/search/normalise.json")).unwrap();
        for (input, expected) in table {
            assert_eq!(normal(&input), expected, "{input:?}");
        }
    }

    #[test]
    fn places_lead_back_to_the_original() {
        let normalised = normalise("Ａ ㈱ｶﾞ");
        assert_eq!(normalised.chars, ['a', '(', '株', ')', 'が']);
        assert_eq!(normalised.origins, [0, 4, 4, 4, 7]);
    }

    proptest! {
        /// Cutting between two units and normalising the pieces gives the pieces of the normalised text.
        #[test]
        fn a_piece_stays_a_piece(left in "\\PC*", right in "[ぁ-ゖァ-ヶー一-龥Ａ-ｚa-z0-9 　]\\PC*") {
            prop_assert_eq!(normal(&left) + &normal(&right), normal(&format!("{left}{right}")));
        }
    }
}
