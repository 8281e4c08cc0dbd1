//! How translations stand to the plan's own text.

use crate::lang::Lang;
use crate::source::Spanned;

/// How a piece of a translation stands to the piece of the plan's own text that it translates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// The plan's own text, or a translation of what it says now.
    #[default]
    Current,
    /// A translation of which nobody has said yet that it is up to date.
    Unconfirmed,
    /// A translation of what the plan said before.
    Behind,
    /// No translation: the plan's own text stands in its place.
    Missing,
}

/// The smallest piece of text that is translated as one, a heading, a paragraph, a caption, a label, and its
/// translation into one language.
#[derive(Debug, Clone)]
pub struct Passage {
    /// The plan's own text as it is written, and its place.
    pub own: Spanned<String>,
    /// The language of the translation.
    pub lang: Lang,
    /// The translation as it is written, and its place; `None` where it is missing.
    pub text: Option<Spanned<String>>,
    /// How it stands to the plan's own text.
    pub standing: Standing,
}

/// A line of the record of translations: which text of the plan a translation was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The language.
    pub lang: Lang,
    /// Fingerprint of the plan's own text.
    pub own: String,
    /// Fingerprint of the translation.
    pub translation: String,
    /// The beginning of the plan's own text, for the people who read the record.
    pub excerpt: String,
}

/// The fingerprint of a text: 12 hexadecimal digits that do not change with line breaks and blanks.
pub fn fingerprint(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    blake3::hash(words.join(" ").as_bytes()).to_hex()[..12].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_that_of_the_words() {
        assert_eq!(fingerprint("a b"), fingerprint(" a\n  b "));
        assert_ne!(fingerprint("a b"), fingerprint("a c"));
        assert_eq!(fingerprint("").len(), 12);
    }
}
