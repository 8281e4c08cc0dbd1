//! A term of the glossary as pages show it: in the language of the page, with its original wording beside it.
//!
//! Comes in: a term. Goes out: its parts, for the glossary and for the definitions at the end of a page.

use serde::Serialize;

use super::flow::Flow;
use super::html::{Html, Writer};
use super::standing;
use super::strings;
use super::words::Words;
use crate::plan::{DefinitionSource, Term};

/// A term with its definition.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct TermView {
    /// Id of the term.
    pub(crate) id: String,
    /// The term, plain.
    pub(crate) label: String,
    /// The term.
    pub(crate) term_html: Html,
    /// In a translation the original wording; and its reading.
    pub(crate) original_html: Html,
    /// True where nobody knows whether the term is the official name.
    pub(crate) provisional: bool,
    /// Definition.
    pub(crate) definition_html: Html,
    /// Who wrote the definition.
    pub(crate) source: String,
    /// The notice where term or definition are behind the plan.
    pub(crate) standing_html: Html,
}

/// The parts of a term.
pub(crate) fn view(flow: &mut Flow<'_>, term: &Term) -> TermView {
    let site = flow.site;
    let label = site.text(&term.term);
    let is_behind = term.term.is_behind(site.lang) || term.definition.is_behind(site.lang);
    let fragment = crate::site::pages::term(&term.id.value).fragment.unwrap_or_default();
    TermView {
        id: term.id.value.clone(),
        label: label.value.to_owned(),
        term_html: Words::from(label).html(),
        original_html: original(flow, term),
        provisional: term.provisional.contains(site.lang),
        definition_html: site.words(&term.definition).html(),
        source: source(flow, term.source).to_owned(),
        standing_html: flow.at(&fragment, |flow| standing::html(flow, is_behind)),
    }
}

/// The original wording beside a translated term, and the reading, which belongs to it.
fn original(flow: &Flow<'_>, term: &Term) -> Html {
    let site = flow.site;
    let original = site.original();
    let main = original.lang;
    let mut w = Writer::default();
    let (shown, wording) = (site.text(&term.term), original.text(&term.term).value);
    if site.is_translation() && shown.value == wording && shown.lang.is_none() {
        return w.finish();
    }
    w.in_language(site.is_translation().then_some(main), |w| {
        if shown.value != wording {
            w.element("span", &[("class", "original")], wording);
            w.text(" ");
        }
        w.element("span", &[("class", "reading")], &term.reading);
    });
    w.finish()
}

/// Who wrote a definition, in words.
fn source<'a>(flow: &Flow<'a>, source: DefinitionSource) -> &'a str {
    match source {
        DefinitionSource::Editor => flow.site.strings.get(strings::DEFINITION_EDITOR),
        DefinitionSource::Plan => flow.site.strings.get(strings::DEFINITION_PLAN),
    }
}
