//! Where the words of a Japanese text begin: the ranking knows by it whether `京都` is the city or the
//! tail of 東京都.
//!
//! Comes in: a text. Goes out: its words, with the byte offsets at which they begin and end and with what the
//! dictionary knows of them. Glossary terms are words too, as a user dictionary that is built in memory.
//! Finding what was typed does not depend on any of this: the segmentation orders what was found, and
//! leads from readings and other spellings to what stands in the texts (see `vocabulary`).

use std::borrow::Cow;
use std::ops::Range;

use lindera::mode::Mode;
use lindera::segmenter::Segmenter;
use lindera::token::Token;
use lindera_dictionary::builder::DictionaryBuilder;
use lindera_dictionary::dictionary::{Dictionary, UserDictionary};

use super::normalise::{normal, normalise};
use super::{ipadic, latin};

/// The letters of Japanese, and their signs, stand from here on.
const FIRST_JAPANESE: char = '\u{2E80}';

/// A word of a text, as the dictionary knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The byte range of the word.
    pub(super) range: Range<usize>,
    /// The part of speech with its first subdivision, as `名詞,接尾`.
    pub(super) part: String,
    /// How it is inflected, as `五段・マ行`; empty when it is not.
    pub(super) inflection: String,
    /// The form that dictionaries list.
    pub(super) base: String,
    /// How it is read, in katakana; empty when not known.
    pub(super) reading: String,
}

impl Word {
    /// Whether it is a term of the glossary.
    pub(super) fn is_term(&self) -> bool {
        // The dictionary has a subdivision for every noun.
        self.part == TERM
    }
}

/// The part of speech of terms.
const TERM: &str = "名詞,";

/// Cuts texts into words.
pub(super) struct Words {
    /// Absent when the embedded dictionary cannot be read: every place is then as good as another.
    segmenter: Option<Segmenter>,
}

impl Words {
    /// A cutter that knows the dictionary, and these words of the glossary with their readings.
    pub(super) fn new<'a>(terms: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let segmenter = ipadic::load().ok().map(|dictionary| {
            let terms = user_dictionary(&dictionary, terms);
            Segmenter::new(Mode::Normal, dictionary, terms)
        });
        Self { segmenter }
    }

    /// The words of a text, in order. What lies between them is blank. A text without Japanese letters has
    /// none: its words need no dictionary.
    pub(super) fn of(&self, text: &str) -> Vec<Word> {
        if !text.chars().any(|c| c >= FIRST_JAPANESE) {
            return Vec::new();
        }
        let tokens = self.segmenter.as_ref().and_then(|it| it.segment(Cow::Borrowed(text)).ok());
        tokens.unwrap_or_default().iter_mut().map(word).collect()
    }

    /// What of a phrase must stand in a sentence that says the same: its stems, where nouns side by side are one.
    pub(super) fn parts(&self, phrase: &str) -> Vec<String> {
        // Without hiragana it is one word, also where the dictionary does not know it, as 水中ドローン.
        if phrase.chars().all(|c| c >= FIRST_JAPANESE && !('ぁ'..='ゖ').contains(&c)) {
            return long_enough(phrase, LEAST_KANA).into_iter().collect();
        }
        let mut compounds = vec![String::new()];
        let tokens = self.segmenter.as_ref().and_then(|it| it.segment(Cow::Borrowed(phrase)).ok());
        for mut token in tokens.unwrap_or_default() {
            let surface = token.surface.to_string();
            let details = token.details();
            let class = details.get(1).copied().unwrap_or_default();
            let is_noun = details.first() == Some(&"名詞") && class != "非自立";
            let last = compounds.last_mut().filter(|it| class != "接尾" || !it.is_empty());
            match last.filter(|_| is_noun && surface.chars().all(|c| c >= FIRST_JAPANESE)) {
                Some(compound) => compound.push_str(&surface),
                None => compounds.push(String::new()),
            }
        }
        let compounds: Vec<String> = compounds.iter().filter_map(|it| long_enough(it, LEAST_KANA)).collect();
        // Beside others a short part is no accident: たた of 店をたたむ.
        let mut parts = self.stems_from(phrase, LEAST_KANA - 1);
        parts.retain(|part| !compounds.iter().any(|it| it.contains(part)));
        parts.extend(compounds);
        parts.sort();
        parts.dedup();
        parts
    }

    /// The words of a text that mean something by themselves, normalised, each without what inflection changes:
    /// 譲 of 譲りたい. Of words of Latin letters it is the key that all their forms share.
    pub(super) fn stems(&self, text: &str) -> Vec<String> {
        self.stems_from(text, LEAST_KANA)
    }

    fn stems_from(&self, text: &str, least_kana: usize) -> Vec<String> {
        let normalised = normalise(text);
        let mut stems: Vec<String> = latin::words(text, &normalised)
            .into_iter()
            .map(|range| normalised.chars[range].iter().collect::<String>())
            .filter(|word| word.chars().any(char::is_alphabetic))
            .map(|word| latin::key(&word))
            .collect();
        if !text.chars().any(|c| c >= FIRST_JAPANESE) {
            return stems;
        }
        let tokens = self.segmenter.as_ref().and_then(|it| it.segment(Cow::Borrowed(text)).ok());
        for mut token in tokens.unwrap_or_default() {
            let surface = token.surface.to_string();
            let details = token.details();
            let detail = |i: usize| details.get(i).copied().unwrap_or_default();
            let stem = japanese_stem(&surface, [detail(0), detail(1)], detail(6), least_kana);
            stems.extend(stem.filter(|it| it.chars().any(|c| c >= FIRST_JAPANESE)));
        }
        stems
    }
}

/// Fewer hiragana than this stand in other words by accident.
const LEAST_KANA: usize = 3;

/// Verbs and adjectives that every sentence has.
const WITHOUT_MEANING: [&str; 9] = ["する", "ある", "いる", "なる", "できる", "行う", "ない", "よい", "いい"];

/// The part of a word that inflection leaves alone, by its part of speech and its base form in IPADIC. None of a
/// word that means nothing alone, and of one too short.
fn japanese_stem(surface: &str, class: [&str; 2], base: &str, least_kana: usize) -> Option<String> {
    let stem = match class {
        ["名詞", "非自立" | "代名詞" | "数" | "接尾" | "特殊"] => return None,
        ["名詞", _] => surface,
        // 小さな, as 小さい.
        ["連体詞", _] => surface.strip_suffix('な')?,
        ["動詞" | "形容詞", "自立"] if !WITHOUT_MEANING.contains(&base) => {
            let base = if base == "*" { surface } else { base };
            base.strip_suffix("する").unwrap_or_else(|| base.char_indices().last().map_or("", |(end, _)| &base[..end]))
        }
        _ => return None,
    };
    long_enough(stem, least_kana)
}

/// A word, normalised, unless it is so short in kana that it stands in others by accident.
fn long_enough(word: &str, least_kana: usize) -> Option<String> {
    let is_all = |of: std::ops::RangeInclusive<char>| word.chars().all(|c| of.contains(&c) || c == 'ー');
    let least = if is_all('ぁ'..='ゖ') {
        least_kana
    } else if is_all('ァ'..='ヺ') {
        2
    } else {
        1
    };
    let normal = normal(word);
    (normal.chars().count() >= least && normal.chars().any(char::is_alphanumeric)).then_some(normal)
}

/// What a token says. The dictionary's fields are the part of speech with three subdivisions, inflection,
/// form, base form, reading; a word of the glossary has its part of speech first and its reading last.
fn word(token: &mut Token) -> Word {
    let range = token.byte_start..token.byte_end;
    let of_glossary = !token.word_id.is_system() && !token.word_id.is_unknown();
    let fields = token.details();
    let field = |i: usize| fields.get(i).copied().filter(|it| *it != "*").unwrap_or_default();
    let part = [field(0), field(1)].join(",");
    if of_glossary {
        // The library gives such words the fields of its own dictionary, or only the two that were told.
        let reading = if field(7).is_empty() { field(1) } else { field(7) };
        return Word {
            range,
            part: TERM.to_owned(),
            inflection: String::new(),
            base: String::new(),
            reading: reading.to_owned(),
        };
    }
    Word { range, part, inflection: field(4).to_owned(), base: field(6).to_owned(), reading: field(7).to_owned() }
}

/// The terms as lindera's CSV: surface, part of speech, reading. Characters that mean something in CSV
/// cannot stand in a word, and a word of one character would cut others apart.
fn user_dictionary<'a>(
    dictionary: &Dictionary,
    terms: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<UserDictionary> {
    let fits = |word: &str| !word.contains([',', '"', '\n', '\r', '\0']);
    let mut rows: Vec<String> = terms
        .filter(|(word, reading)| fits(word) && fits(reading) && word.chars().nth(1).is_some())
        .map(|(word, reading)| format!("{word},名詞,{reading}\n"))
        .collect();
    rows.sort();
    rows.dedup();
    if rows.is_empty() {
        return None;
    }
    let builder = DictionaryBuilder::new(dictionary.metadata.as_ref().clone());
    builder.build_user_dict_from_reader(rows.concat().as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'a>(text: &'a str, terms: &[(&str, &str)]) -> Vec<&'a str> {
        let words = Words::new(terms.iter().copied());
        words.of(text).into_iter().map(|word| &text[word.range]).collect()
    }

    #[test]
    fn the_dictionary_knows_where_words_begin() {
        assert_eq!(cut("東京都の産業", &[]), ["東京", "都", "の", "産業"]);
    }

    #[test]
    fn a_term_of_the_glossary_is_one_word() {
        let terms = [("産学公金連携", "さんがくこうきんれんけい")];
        assert_eq!(cut("産学公金連携を進める", &terms)[0], "産学公金連携");
    }

    #[test]
    fn odd_terms_do_no_harm() {
        let terms = [("", ""), ("a,b", "x"), ("\"", ""), ("都", "と"), ("東京", "\n")];
        assert_eq!(cut("東京都", &terms), ["東京", "都"]);
    }

    #[test]
    fn words_have_readings_and_base_forms() {
        let words = Words::new([("産学公金連携", "さんがくこうきんれんけい")].into_iter()).of("産学公金連携に取り組ん");
        let told: Vec<[&str; 3]> = words.iter().map(|it| [&*it.reading, &*it.base, &*it.inflection]).collect();
        let expected = [["さんがくこうきんれんけい", "", ""], ["ニ", "に", ""], ["トリクン", "取り組む", "五段・マ行"]];
        assert_eq!(told, expected);
    }
}
