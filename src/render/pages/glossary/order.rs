//! The order of the glossary, and its groups: the rows of the kana table, or the letters of an alphabet.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::plan::{Term, TermIx};
use crate::render::site_view::SiteView;
use crate::render::strings;

/// The rows of the kana table: the name of the row and the kana that begin it, small and voiced ones too.
const ROWS: [(&str, &str); 10] = [
    ("あ", "ぁあぃいぅうぇえぉおゔ"),
    ("か", "かがきぎくぐけげこごゕゖ"),
    ("さ", "さざしじすずせぜそぞ"),
    ("た", "ただちぢっつづてでとど"),
    ("な", "なにぬねの"),
    ("は", "はばぱひびぴふぶぷへべぺほぼぽ"),
    ("ま", "まみむめも"),
    ("や", "ゃやゅゆょよ"),
    ("ら", "らりるれろ"),
    ("わ", "ゎわゐゑをん"),
];

/// A group of terms and its name.
pub(super) type Group = (String, Vec<TermIx>);

/// All terms in the order that the language's words ask for.
pub(super) fn groups(site: &SiteView<'_>) -> Vec<Group> {
    let other = site.strings.get(strings::GLOSSARY_OTHER);
    if site.strings.get(strings::GLOSSARY_ORDER) == strings::ORDER_BY_TERM {
        return by_letter(site, other);
    }
    let mut groups: Vec<Group> =
        ROWS.iter().map(|(row, _)| *row).chain([other]).map(|label| (label.to_owned(), Vec::new())).collect();
    for (index, term) in site.plan.terms.iter().enumerate() {
        groups[row(&term.reading)].1.push(TermIx(index));
    }
    groups.retain(|(_, terms)| !terms.is_empty());
    groups
}

/// Terms by the first letter of the wording in this language; last those that it has no wording for, or that
/// begin with no letter of an alphabet.
fn by_letter(site: &SiteView<'_>, other: &str) -> Vec<Group> {
    let mut terms: Vec<(String, TermIx)> = site.plan.terms.iter().enumerate().map(key(site)).collect();
    terms.sort();
    let mut letters: BTreeMap<char, Vec<TermIx>> = BTreeMap::new();
    let mut rest = Vec::new();
    for (key, index) in terms {
        match key.chars().next().filter(|first| first.is_lowercase()) {
            Some(first) => letters.entry(first).or_default().push(index),
            None => rest.push(index),
        }
    }
    let groups = letters.into_iter().map(|(letter, terms)| (letter.to_uppercase().to_string(), terms));
    groups.chain((!rest.is_empty()).then(|| (other.to_owned(), rest))).collect()
}

/// A term and what it is sorted by: small letters without accents. Empty without a wording in the language.
fn key(site: &SiteView<'_>) -> impl Fn((usize, &Term)) -> (String, TermIx) {
    |(index, term)| (term.term.get(site.lang).map(|wording| folded(wording)).unwrap_or_default(), TermIx(index))
}

fn folded(wording: &str) -> String {
    wording
        .nfkd()
        .filter(|character| character.is_alphanumeric() || *character == ' ')
        .collect::<String>()
        .to_lowercase()
}

/// The number of the row a reading belongs to; the last one beyond the kana.
fn row(reading: &str) -> usize {
    let first = reading.chars().next().map(hiragana);
    let row = first.and_then(|first| ROWS.iter().position(|(_, kana)| kana.contains(first)));
    row.unwrap_or(ROWS.len())
}

/// Katakana stand 0x60 behind their hiragana.
fn hiragana(kana: char) -> char {
    match kana {
        'ァ'..='ヶ' => char::from_u32(kana as u32 - 0x60).unwrap_or(kana),
        _ => kana,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_fall_into_the_rows_of_the_kana_table() {
        let rows: Vec<usize> = ["あい", "ゔぃ", "がん", "づ", "ぱ", "をん", "ガン", "ヴィ", "abc", ""].map(row).into();
        assert_eq!(rows, [0, 0, 1, 3, 5, 9, 1, 0, 10, 10]);
    }

    #[test]
    fn terms_are_sorted_without_accents_and_signs() {
        assert_eq!(["“Échange”", "CO₂", "5G", "水素"].map(folded), ["echange", "co2", "5g", "水素"]);
    }
}
