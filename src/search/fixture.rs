//! What the tests of the search begin with: a document, made ready for the index.

use super::Document;
use super::editions::editions;
use super::postings::{self, Postings};
use super::prepared::{self, Texts};
use super::words::Words;
use crate::lang::Lang;

/// A document of the language `x` that has this text and nothing else.
pub(super) fn document(text: &str) -> Document {
    Document {
        lang: Lang::new("x"),
        url: "x/".to_owned(),
        kind: String::new(),
        page_title: String::new(),
        heading: String::new(),
        text: text.to_owned(),
        aliases: Vec::new(),
    }
}

/// What it says, cut into the words of the dictionary.
pub(super) fn texts(document: &Document) -> Texts<'_> {
    prepared::prepare(std::iter::once(document), &Words::new(std::iter::empty()))
}

/// Where in it stands what.
pub(super) fn postings(document: &Document, texts: &Texts<'_>) -> Postings {
    postings::collect(&editions(std::slice::from_ref(document)).editions[0].entries, texts)
}
