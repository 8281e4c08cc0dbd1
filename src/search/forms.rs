//! The forms of a word that is inflected, and how its stem may be spelt: 変わ of 移り変わる, 売り込 of the noun 売り込み,
//! 見すえ for 見据え.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::browser;
use super::inflection;
use super::vocabulary::{is_hiragana, is_kanji};

/// Of a wording with more kanji none is typed in kana alone.
const MOST_KANJI: usize = 3;

/// A form of a word in the texts. All are normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// What all its forms have.
    pub(super) stem: String,
    /// How that is read; empty when not known.
    pub(super) read: String,
    /// The kana of which one follows the stem; any may when there are none.
    pub(super) next: &'static str,
    /// What stands in the texts.
    pub(super) found: String,
}

impl Form {
    /// What of the wording all its forms share, where nothing else begins so: 支え, 大き, but not 担.
    pub(super) fn shortest(&self) -> &str {
        let is_bare = self.stem.ends_with(is_kanji);
        let is_sure = self.next.is_empty() || (self.next == inflection::OF_ADJECTIVES && !is_bare);
        if is_sure && self.found.starts_with(&self.stem) { &self.stem } else { &self.found }
    }

    /// The two words of a compound verb, where kana part them: 移り and 変わ of 移り変わ.
    pub(super) fn parts(&self) -> Vec<Form> {
        let singles = singles(&self.stem);
        let is_kana = |part: &String| part.chars().all(is_hiragana);
        let Some(kana) = singles.iter().position(is_kana).filter(|at| *at > 0 && at + 1 < singles.len()) else {
            return Vec::new();
        };
        let read = align(&singles, &self.read).map(|read| (read[..=kana].concat(), read[kana + 1..].concat()));
        let (first_read, second_read) = read.unwrap_or_default();
        let (first, second) = (singles[..=kana].concat(), singles[kana + 1..].concat());
        let found = self.found.strip_prefix(&first).map(str::to_owned);
        let second = found.map(|found| Form { stem: second, read: second_read, next: self.next, found });
        of_noun(&first, &first_read).into_iter().chain(second).collect()
    }
}

/// The verb or adjective of which a noun is made: 売り込 of 売り込み, 多 of 多く.
pub(super) fn of_noun(wording: &str, reading: &str) -> Option<Form> {
    let last = wording.chars().next_back().filter(|c| is_hiragana(*c))?;
    let is_stem = inflection::is_last_of_stem(last);
    let next = match last {
        _ if is_stem => "",
        // 多く is a noun too.
        'く' => inflection::OF_ADJECTIVES,
        _ => inflection::row_of(last)?,
    };
    let cut = |text: &str| text.strip_suffix(last).filter(|_| !is_stem).unwrap_or(text).to_owned();
    let stem = cut(wording);
    stem.contains(is_kanji).then(|| Form { read: cut(reading), next, found: wording.to_owned(), stem })
}

/// A wording with one of its kanji in kana, where kana follow it or stand between: 見すえ, 取りくみ, 手びき.
pub(super) fn partly_in_kana(wording: &str, reading: &str) -> Vec<String> {
    let singles = singles(wording);
    let kanji: Vec<usize> = (0..singles.len()).filter(|i| singles[*i].chars().all(is_kanji)).collect();
    if !(2..=MOST_KANJI).contains(&kanji.len()) {
        return Vec::new();
    }
    let Some(read) = align(&singles, reading) else { return Vec::new() };
    let spelt = |i: usize| -> String {
        singles
            .iter()
            .zip(&read)
            .enumerate()
            .map(|(j, (part, read))| if i == j { read.as_str() } else { part })
            .collect()
    };
    kanji.into_iter().map(spelt).collect()
}

/// Each kanji of a wording, and the kana between them.
fn singles(wording: &str) -> Vec<String> {
    let mut singles: Vec<String> = Vec::new();
    for c in wording.chars() {
        match singles.last_mut() {
            Some(part) if !is_kanji(c) && !part.chars().all(is_kanji) => part.push(c),
            _ => singles.push(c.to_string()),
        }
    }
    singles
}

/// How each part is read: where there is but one way, or one with more readings that the kanji are known for.
fn align(singles: &[String], reading: &str) -> Option<Vec<String>> {
    let is_known =
        |(part, read): (&String, &String)| KANJI.get(read.as_str()).is_some_and(|kanji| kanji.contains(part.as_str()));
    let known = |way: &Vec<String>| singles.iter().zip(way).filter(|it| is_known(*it)).count();
    let all = ways(singles, reading);
    let most = all.iter().map(known).max();
    let mut best = all.into_iter().filter(|way| Some(known(way)) == most);
    best.next().filter(|_| best.next().is_none())
}

/// The kanji that are read so, by reading.
static KANJI: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| serde_json::from_str(browser::KANJI).unwrap_or_default());

fn ways(parts: &[String], reading: &str) -> Vec<Vec<String>> {
    let Some((first, rest)) = parts.split_first() else {
        return if reading.is_empty() { vec![Vec::new()] } else { Vec::new() };
    };
    let ends = reading.char_indices().map(|(at, c)| at + c.len_utf8());
    let fits = |end: &usize| first.chars().all(is_kanji) || reading[..*end] == **first;
    let found = ends.filter(fits).flat_map(|end| {
        let own = reading[..end].to_owned();
        ways(rest, &reading[end..]).into_iter().map(move |others| [vec![own.clone()], others].concat())
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_ends_as_its_verb_does() {
        let form = |noun: &str| of_noun(noun, noun).map(|it| (it.stem, it.next));
        assert_eq!(form("売り込み"), Some(("売り込".to_owned(), "まみむめもん")));
        assert_eq!(form("受け入れ"), Some(("受け入れ".to_owned(), "")));
        assert_eq!([form("豊か"), form("支援"), form("まとめ")], [None, None, None]);
    }

    #[test]
    fn kanji_may_be_typed_as_they_are_read() {
        assert_eq!(partly_in_kana("見据え", "みすえ"), ["み据え", "見すえ"]);
        assert_eq!(partly_in_kana("取り組み", "とりくみ"), ["とり組み", "取りくみ"]);
        assert_eq!(partly_in_kana("支え", "ささえ"), [""; 0]);
    }

    #[test]
    fn a_compound_verb_has_two_words() {
        let [stem, read, found] = ["移り変わ", "うつりかわ", "移り変わっ"].map(str::to_owned);
        let parts = Form { stem, read, next: "らりるれろっ", found }.parts();
        let told: Vec<_> = parts.iter().map(|it| (it.stem.as_str(), it.read.as_str(), it.found.as_str())).collect();
        assert_eq!(told, [("移", "うつ", "移り"), ("変わ", "かわ", "変わっ")]);
    }
}
