//! Words that are shown where the text around them may be in another language.
//!
//! Comes in: what [`super::site_view`] picked. Goes out: pieces that know their language where it is not that
//! of the page, so that every piece of the plan's own language is marked wherever a translation lacks it.

use super::html::{Html, Writer};
use crate::lang::Lang;

/// A value of the plan, and its language where that is not the language of the page.
#[derive(Debug)]
pub(crate) struct Picked<'l, T: ?Sized> {
    pub(crate) value: &'l T,
    pub(crate) lang: Option<&'l Lang>,
}

impl<T: ?Sized> Clone for Picked<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Picked<'_, T> {}

/// Plain words in pieces, each with its language where that is not the language of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words(Vec<(String, Option<Lang>)>);

impl Words {
    /// Words in the language of the page.
    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self(vec![(text.into(), None)])
    }

    /// Words in a language, `None` for that of the page.
    pub(crate) fn of(text: impl Into<String>, lang: Option<&Lang>) -> Self {
        Self(vec![(text.into(), lang.cloned())])
    }

    /// These words and others behind them.
    #[must_use]
    pub(crate) fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// All words with a separator between them.
    pub(crate) fn join(parts: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let joined = parts.into_iter().reduce(|all, part| all.then(Self::own(separator)).then(part));
        joined.unwrap_or_default()
    }

    /// The words with a value in the place of `{name}`.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        for (text, lang) in &mut self.0 {
            // Only the page's own words are patterns; those of the plan are as their authors wrote them.
            if lang.is_none() {
                *text = text.replace(&format!("{{{name}}}"), value);
            }
        }
        self
    }

    /// The text without its languages.
    pub(crate) fn plain(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// The language of a piece that is not in the language of the page.
    pub(crate) fn foreign(&self) -> Option<&Lang> {
        self.0.iter().find_map(|(_, lang)| lang.as_ref())
    }

    /// The words as HTML.
    pub(crate) fn html(&self) -> Html {
        let mut w = Writer::default();
        w.words(self);
        w.finish()
    }
}

impl From<Picked<'_, str>> for Words {
    fn from(picked: Picked<'_, str>) -> Self {
        Self::of(picked.value, picked.lang)
    }
}

impl Writer {
    /// Content in a language; `None` for that of the text around it.
    pub(crate) fn in_language(&mut self, lang: Option<&Lang>, content: impl FnOnce(&mut Self)) {
        match lang {
            Some(lang) => self.around("span", &[("lang", lang.code())], content),
            None => content(self),
        }
    }

    /// A label.
    pub(crate) fn picked(&mut self, picked: Picked<'_, str>) {
        self.in_language(picked.lang, |w| w.text(picked.value));
    }

    /// Words, each piece in its language.
    pub(crate) fn words(&mut self, words: &Words) {
        for (text, lang) in &words.0 {
            self.in_language(lang.as_ref(), |w| w.text(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_in_another_language_is_marked() {
        let lang = Lang::new("ja");
        let foreign = Words::own("(8) ").then(Picked { value: "推進<", lang: Some(&lang) }.into());
        let words = Words::join([Words::own("Chapter 1"), foreign], " › ");
        assert_eq!(words.plain(), "Chapter 1 › (8) 推進<");
        assert_eq!(words.html().as_str(), "Chapter 1 › (8) <span lang=\"ja\">推進&lt;</span>");
        assert_eq!(words.foreign(), Some(&lang));
    }
}
