//! Words of Latin letters, wherever they stand: their inflected forms, and their spellings with and
//! without a hyphen, lead to one another.
//!
//! What a text gets follows from its letters, not from the language of its page. [`key`] gives the forms of
//! a word one name; the browser names the word of a query by the same rule (`browser/key.js`), and both
//! follow the table `tests/search/keys.json`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::normalise::Normalised;
use super::prepared::Texts;

/// The sign that [`super::normalise`] gives all dashes.
const DASH: char = 'ー';

/// The name that all forms of a word or a phrase share. `wording` is normalised.
///
/// Of a wording in Latin letters, signs around it, hyphens and apostrophes do not count, letters alone lose
/// their ending, and two spellings of English are one; any other wording is its own name.
pub fn key(wording: &str) -> String {
    let bare = wording.trim_matches(|c: char| !c.is_alphanumeric());
    let joined: String = bare.chars().filter(|c| !matches!(c, &DASH | '\'')).collect();
    if joined.is_empty() || !joined.chars().all(is_part) {
        return wording.to_owned();
    }
    let spelt = in_one_spelling(&joined);
    let bare = spelt.strip_suffix('s').unwrap_or_default();
    let listed = LISTED.get(spelt.as_str()).or_else(|| LISTED.get(bare));
    stem(listed.copied().unwrap_or(&spelt)).into_owned()
}

/// From a form that no rule makes to the word that is listed: built to build, women to woman.
static LISTED: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("browser/irregular.js").rsplit('`').nth(1).unwrap_or_default().lines();
    let words = lines.filter_map(|line| line.split_once(' '));
    words.flat_map(|(listed, forms)| forms.split(' ').map(move |form| (form, listed))).collect()
});

/// British and American spellings as one: digitalize as digitalise, labour as labor, centre as center.
fn in_one_spelling(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or_default();
    let mut spelt = String::new();
    for (i, c) in chars.iter().enumerate() {
        let before = if i == 0 { '\0' } else { at(i - 1) };
        match c {
            'z' if matches!(before, 'i' | 'y') && matches!(at(i + 1), 'a' | 'e' | 'i') => spelt.push('s'),
            'u' if i > 1 && before == 'o' && at(i + 1) == 'r' && "bilmnpv".contains(at(i - 2)) => {}
            _ => spelt.push(*c),
        }
    }
    let (bare, plural) = spelt.strip_suffix('s').map_or((spelt.as_str(), ""), |bare| (bare, "s"));
    let american = [("tre", "ter"), ("gramme", "gram")]
        .into_iter()
        .find_map(|(ending, other)| bare.strip_suffix(ending).map(|stump| format!("{stump}{other}{plural}")));
    american.unwrap_or(spelt)
}

/// What is left of a word when its ending is taken off. Only words of the letters a to z are cut.
pub fn stem(word: &str) -> Cow<'_, str> {
    if !word.bytes().all(|c| c.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Stemmer::create(Algorithm::English).stem(word)
}

/// Where words stand in a normalised text: runs of Latin letters and digits, in order. Blanks, which the
/// normalised text has lost, part them too.
pub(super) fn words(text: &str, normalised: &Normalised) -> Vec<Range<usize>> {
    let Normalised { chars, origins } = normalised;
    let parted = |i: usize| text[origins[i - 1]..origins[i]].contains(char::is_whitespace);
    let mut words: Vec<Range<usize>> = Vec::new();
    for i in (0..chars.len()).filter(|i| is_part(chars[*i])) {
        match words.last_mut() {
            Some(word) if word.end == i && !parted(i) => word.end = i + 1,
            _ => words.push(i..i + 1),
        }
    }
    words
}

/// All wordings of a text that a query may name: its words, and what hyphens make of several.
pub(super) fn wordings(text: &str, normalised: &Normalised, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let Normalised { chars, origins } = normalised;
    let hyphen = |end: usize, start: usize| {
        start == end + 1 && chars[end] == DASH && !text[origins[end - 1]..origins[start]].contains(char::is_whitespace)
    };
    let mut wordings = Vec::new();
    for (first, word) in words.iter().enumerate() {
        let joined = words[first..].windows(2).take_while(|pair| hyphen(pair[0].end, pair[1].start)).count();
        wordings.extend((first..=first + joined).map(|last| word.start..words[last].end));
    }
    wordings.retain(|range| chars[range.clone()].iter().any(|c| is_letter(*c)));
    wordings
}

/// Whether most letters of these texts are Latin: what is asked in other letters is then asked in other languages too.
pub(super) fn is_mostly(texts: &Texts<'_>) -> bool {
    let letters = || texts.values().flat_map(|text| &text.chars).filter(|c| c.is_alphabetic());
    letters().filter(|c| is_letter(**c)).count() * 2 > letters().count()
}

/// A Latin letter or a digit, normalised.
fn is_part(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit()
}

fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ɏ' | 'ḁ'..='ỿ')
}

#[cfg(test)]
mod tests {
    use super::super::normalise::{normal, normalise};
    use super::*;

    fn texts(text: &str, ranges: &[Range<usize>], normalised: &Normalised) -> Vec<String> {
        assert!(ranges.iter().all(|range| range.end <= normalised.chars.len()), "{text}");
        ranges.iter().map(|range| normalised.chars[range.clone()].iter().collect()).collect()
    }

    #[test]
    fn the_table_holds() {
        let table: Vec<(String, String)> = serde_json::from_str(include_str!("../../tests/search/keys.json")).unwrap();
        for (input, expected) in table {
            let normalised = normal(&input);
            assert_eq!(key(&normalised), expected, "{input:?}");
        }
    }

    #[test]
    fn blanks_and_other_letters_part_words() {
        let text = "The start-ups' AI化, CO₂ １つ soft\u{AD}ware";
        let normalised = normalise(text);
        let words = words(text, &normalised);
        assert_eq!(texts(text, &words, &normalised), ["the", "start", "ups", "ai", "co2", "1", "software"]);
    }

    #[test]
    fn hyphens_join_words_and_leave_them() {
        let text = "a state-of-art - and 2-3 サーバーA";
        let normalised = normalise(text);
        let words = words(text, &normalised);
        let wordings = wordings(text, &normalised, &words);
        let expected = ["a", "state", "stateーof", "stateーofーart", "of", "ofーart", "art", "and", "a"];
        assert_eq!(texts(text, &wordings, &normalised), expected);
    }
}
