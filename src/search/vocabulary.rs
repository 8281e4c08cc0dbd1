//! The words of the texts by their reading, by their kanji and by their sound: what the browser, which has no
//! dictionary, needs to lead from けんきゅうかいはつ to 研究開発, from 担った to 担う, from サーバー to サーバ.
//!
//! Comes in: the prepared texts of one language. Goes out: entries of the index by their names, which
//! [`super::wire`] describes. All wordings stand in the texts. `browser/japanese.js`
//! finds them as if they had been typed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::forms::{self, Form};
use super::inflection;
use super::normalise::normal;
use super::places::Places;
use super::prepared::Texts;
use super::sounds::sound;
use super::words::Word;

/// Entries of the index by name.
pub(super) type Entries = BTreeMap<String, Value>;

/// More words than this make no word that readers type as one.
pub(super) const MOST_WORDS: usize = 4;
/// A reading is named by its first kana. Two are too few to look through all that begin so.
const NAME: usize = 3;
/// As many words are told for two kana alone.
const MOST_HALF_TYPED: usize = 24;
/// A sound of fewer letters is that of too many words.
const SHORTEST_SOUND: usize = 4;

/// Wordings by a stem and what may follow it.
type Forms = BTreeMap<(String, &'static str), BTreeSet<String>>;

/// What is known of the words of all texts.
#[derive(Default)]
struct Vocabulary {
    /// Wordings, as they are shown, by their readings.
    readings: BTreeMap<String, BTreeSet<String>>,
    /// How often single words occur, with their readings.
    counts: BTreeMap<(String, String), usize>,
    /// Readings of wordings that are not inflected, by the kanji in them.
    nouns: BTreeMap<String, BTreeSet<(String, String)>>,
    /// Wordings that are inflected, by the kanji in them, then by the stem and what may follow it.
    forms: BTreeMap<String, Forms>,
    /// The same by the first kana of their readings, then by how the stem is read.
    read_forms: BTreeMap<String, Forms>,
    /// Wordings by their sound.
    sounds: BTreeMap<String, BTreeSet<String>>,
}

/// Collects the entries of one language.
pub(super) fn collect(texts: &Texts, places: &Places) -> Entries {
    let mut vocabulary = Vocabulary::default();
    for (text, prepared) in texts {
        vocabulary.take_katakana(text);
        for first in 0..prepared.japanese.len() {
            vocabulary.take_words(text, &prepared.japanese[first..]);
        }
    }
    vocabulary.entries(places)
}

impl Vocabulary {
    fn take_katakana(&mut self, text: &str) {
        let is_part = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー' | '・');
        for run in text.split(|c| !is_part(c)) {
            self.take_sound(&normal(run.trim_matches('・')));
        }
    }

    fn take_sound(&mut self, wording: &str) {
        let sound = sound(wording).filter(|sound| sound.len() >= SHORTEST_SOUND);
        if let Some(sound) = sound {
            self.sounds.entry(sound).or_default().insert(wording.to_owned());
        }
    }

    /// Takes the first of these words, and what it makes with the nouns behind it.
    fn take_words(&mut self, text: &str, words: &[Word]) {
        let first = &words[0];
        let surface = &text[first.range.clone()];
        self.take_word(surface, first);
        let mut reading = normal(&first.reading);
        for (i, pair) in words.windows(2).take(MOST_WORDS - 1).enumerate() {
            let [before, word] = pair else { return };
            let fits = before.range.end == word.range.start && is_joined(before, word, i == 0);
            if !fits || before.reading.is_empty() || word.reading.is_empty() {
                return;
            }
            reading += &normal(&word.reading);
            let shown = &text[first.range.start..word.range.end];
            let wording = normal(shown);
            self.take_reading(&reading, shown);
            if i == 0 && wording.chars().any(is_hiragana) {
                self.take_noun(&wording, &reading);
            }
        }
    }

    fn take_word(&mut self, surface: &str, word: &Word) {
        let wording = normal(surface);
        if surface.chars().all(|c| matches!(c, 'ァ'..='ヺ' | 'ー')) {
            self.take_sound(&wording);
        }
        let reading = normal(&word.reading);
        if reading.is_empty() || !wording.chars().any(is_kanji) || word.part.starts_with("記号") {
            return;
        }
        self.take_reading(&reading, surface);
        *self.counts.entry((reading.clone(), surface.to_owned())).or_default() += 1;
        let Some((stem, next)) = inflection::stem(&word.base, &word.inflection) else {
            self.take_forms(forms::of_noun(&wording, &reading).into_iter().collect());
            return self.take_noun(&wording, &reading);
        };
        let stem = normal(stem);
        let read = wording.strip_prefix(&stem).and_then(|ending| reading.strip_suffix(ending)).unwrap_or_default();
        // The form that dictionaries list is read as this one, but for the ending.
        if !read.is_empty() {
            let listed = normal(&word.base).split_off(stem.len());
            self.take_reading(&format!("{read}{listed}"), surface);
        }
        let form = Form { stem, read: read.to_owned(), next, found: wording };
        self.take_forms(form.parts().into_iter().chain([form]).collect());
    }

    fn take_forms(&mut self, forms: Vec<Form>) {
        for form in forms {
            let found = form.shortest().to_owned();
            let name: String = form.read.chars().take(NAME - 1).collect();
            if name.chars().count() == NAME - 1 {
                let words = self.read_forms.entry(name).or_default();
                words.entry((form.read.clone(), form.next)).or_default().insert(found.clone());
            }
            for stem in forms::partly_in_kana(&form.stem, &form.read).into_iter().chain([form.stem]) {
                let words = self.forms.entry(skeleton(&stem)).or_default();
                words.entry((stem, form.next)).or_default().insert(found.clone());
            }
        }
    }

    fn take_reading(&mut self, reading: &str, wording: &str) {
        if wording.chars().any(is_kanji) && reading.chars().nth(1).is_some() {
            self.readings.entry(reading.to_owned()).or_default().insert(wording.to_owned());
        }
    }

    fn take_noun(&mut self, wording: &str, reading: &str) {
        // 働きかた is named by 働 alone.
        let partly = if wording.contains(is_hiragana) { forms::partly_in_kana(wording, reading) } else { Vec::new() };
        for spelling in partly.iter().map(String::as_str).chain([wording]) {
            let nouns = self.nouns.entry(skeleton(spelling)).or_default();
            nouns.insert((wording.to_owned(), reading.to_owned()));
        }
    }

    fn entries(self, places: &Places) -> Entries {
        let mut entries = self.by_reading(places);
        for (sound, wordings) in self.sounds {
            entries.insert(format!("k {sound}"), json!(wordings));
        }
        let mut words: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for (skeleton, wordings) in self.nouns {
            // Where all are spelt alike, there is nothing to lead to.
            let is_spelt_otherwise = wordings.iter().any(|(wording, _)| *wording != skeleton);
            if skeleton.is_empty() || !is_spelt_otherwise {
                continue;
            }
            let told = wordings.into_iter().map(|(wording, reading)| json!([wording, reading]));
            words.entry(skeleton).or_default().extend(told);
        }
        for (skeleton, forms) in self.forms {
            let told = forms.into_iter().map(|((stem, next), wordings)| json!([shortest(&wordings), stem, next]));
            words.entry(skeleton).or_default().extend(told);
        }
        entries.extend(words.into_iter().map(|(skeleton, told)| (format!("s {skeleton}"), json!(told))));
        for (name, forms) in self.read_forms {
            let told: Vec<Value> =
                forms.iter().map(|((read, next), wordings)| json!([read, next, shortest(wordings)])).collect();
            entries.insert(format!("v {name}"), json!(told));
        }
        entries
    }

    fn by_reading(&self, places: &Places) -> Entries {
        let mut named: BTreeMap<String, BTreeMap<String, Vec<Value>>> = BTreeMap::new();
        for (reading, wordings) in &self.readings {
            let name: String = reading.chars().take(NAME).collect();
            let rest = reading[name.len()..].to_owned();
            let told = wordings.iter().map(|shown| match places.get(&normal(shown)) {
                Some(places) => json!([shown, places]),
                None => json!([shown]),
            });
            named.entry(name).or_default().entry(rest).or_default().extend(told);
        }
        let mut often: BTreeMap<String, Vec<(usize, &str, &String)>> = BTreeMap::new();
        for ((reading, wording), count) in &self.counts {
            let name: String = reading.chars().take(NAME - 1).collect();
            if reading.len() > name.len() && name.chars().count() == NAME - 1 {
                often.entry(name.clone()).or_default().push((usize::MAX - count, &reading[name.len()..], wording));
            }
        }
        for (name, mut words) in often {
            words.sort_unstable();
            let entry = named.entry(name).or_default();
            for (_, rest, wording) in words.into_iter().take(MOST_HALF_TYPED) {
                entry.entry(rest.to_owned()).or_default().push(json!([wording]));
            }
        }
        named.into_iter().map(|(name, rests)| (format!("r {name}"), json!(rests))).collect()
    }
}

/// Whether the second word goes on where the first ends: nouns side by side, what stands before or behind
/// one, and at first also a verb in the form that joins (取り + 組み).
pub(super) fn is_joined(first: &Word, second: &Word, at_first: bool) -> bool {
    let is_noun = |word: &Word| {
        (word.part.starts_with("名詞") && !word.part.ends_with("数") && !word.part.ends_with("代名詞"))
            || word.part.starts_with("接頭詞")
    };
    let is_listed = |word: &Word| inflection::stem(&word.base, &word.inflection).is_some();
    (is_noun(first) && is_noun(second))
        || (at_first && is_listed(first) && is_noun(second) && !second.part.ends_with("非自立"))
        || (first.part == "名詞,形容動詞語幹" && second.base == "だ")
}

/// The wordings with which the others are found too, as they begin with them.
fn shortest(wordings: &BTreeSet<String>) -> Vec<&String> {
    let mut shortest: Vec<&String> = Vec::new();
    for wording in wordings {
        if shortest.last().is_none_or(|last| !wording.starts_with(last.as_str())) {
            shortest.push(wording);
        }
    }
    shortest
}

/// The kanji of a wording: what is left when its kana endings are removed.
pub(super) fn skeleton(wording: &str) -> String {
    wording.chars().filter(|c| is_kanji(*c)).collect()
}

pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '㐀'..='䶿' | '一'..='鿿' | '々')
}

pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    fn entries(text: &str) -> Entries {
        collect(&fixture::texts(&fixture::document(text)), &Places::new())
    }

    fn told(entries: &Entries, name: &str) -> String {
        entries.get(name).map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn readings_lead_to_words_and_runs_of_nouns() {
        let entries = entries("水素の研究開発を進める。");
        assert_eq!(told(&entries, "r すいそ"), r#"{"":[["水素"]]}"#);
        assert_eq!(told(&entries, "r けんき"), r#"{"ゅう":[["研究"]],"ゅうかいはつ":[["研究開発"]]}"#);
        assert_eq!(told(&entries, "r すい"), r#"{"そ":[["水素"]]}"#);
        assert_eq!(told(&entries, "r すすめ"), r#"{"る":[["進める"]]}"#);
    }

    #[test]
    fn kanji_lead_to_spellings_and_to_inflected_forms() {
        let entries = entries("取り組みの一つとして、取組を担い、支える。取り組んだ。");
        assert_eq!(told(&entries, "s 支"), r#"[[["支え"],"支え",""]]"#);
        assert_eq!(told(&entries, "s 担"), r#"[[["担い"],"担","わいうえおっ"]]"#);
        let of_efforts = told(&entries, "s 取組");
        for part in [
            r#"["取り組み","とりくみ"]"#,
            r#"["取組","とりくみ"]"#,
            r#"[["取り組み","取り組ん"],"取り組","まみむめもん"]"#,
        ] {
            assert!(of_efforts.contains(part), "{of_efforts}");
        }
    }

    #[test]
    fn katakana_is_known_by_its_sound() {
        let entries = entries("サーバーとサーバを。サプライ・チェーン");
        assert_eq!(told(&entries, "k saba"), r#"["さーば","さーばー"]"#);
        assert_eq!(told(&entries, "k sapurateN"), r#"["さぷらい・ちぇーん"]"#);
    }
}
