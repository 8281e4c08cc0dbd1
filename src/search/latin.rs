//! Words of Latin letters, wherever they stand: their inflected forms, and their spellings with and
//! without a hyphen, lead to one another.
//!
//! What a text gets follows from its letters, not from the language of its page. [`key`] gives the forms of
//! a word one name; the browser names the word of a query by the same rule (`browser/key.js`), and both
//! follow the table `tests/search/keys.json`.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

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
    stem(&in_one_spelling(&joined)).into_owned()
}

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
    bare.strip_suffix("tre").map(|stump| format!("{stump}ter{plural}")).unwrap_or(spelt)
}

/// What is left of a word when its ending is taken off. Only words of the letters a to z are cut.
pub fn stem(word: &str) -> Cow<'_, str> {
    if !word.bytes().all(|c| c.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Stemmer::create(Algorithm::English).stem(word)
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
    use super::super::normalise::normalise;
    use super::*;

    #[test]
    fn the_table_holds() {
        let table: Vec<(String, String)> = serde_json::from_str(include_str!("../../tests/search/keys.json")).unwrap();
        for (input, expected) in table {
            let normalised: String = normalise(&input).chars.into_iter().collect();
            assert_eq!(key(&normalised), expected, "{input:?}");
        }
    }
}
