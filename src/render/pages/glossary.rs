//! The glossary: each term with its definition and where it is marked, in the order of the readings or, where
//! the language says so, of the terms as it writes them.

mod order;

use serde::Serialize;

use super::Body;
use crate::plan::{NodeIx, Term, TermIx};
use crate::render::flow::Flow;
use crate::render::terms::{self, TermView};
use crate::render::view::Entry;
use crate::render::words::Words;
use crate::site::pages as address;

#[derive(Serialize)]
struct View {
    groups: Vec<Group>,
}

/// The terms of a row of the kana table, or of a letter.
#[derive(Serialize)]
struct Group {
    id: String,
    label: String,
    terms: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    /// Id on the page.
    fragment: String,
    #[serde(flatten)]
    term: TermView,
    variants: Vec<Variant>,
    /// Where it is marked.
    places: Vec<Entry>,
}

/// Another wording of a term.
#[derive(Serialize)]
struct Variant {
    text: String,
    /// The plan's own language, where the wording is of its script; else empty.
    lang: String,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let groups = order::groups(flow.site).into_iter().enumerate().map(|(index, (label, terms))| Group {
        id: format!("k-row-{}", index + 1),
        label,
        terms: terms.into_iter().map(|term| view(flow, term)).collect(),
    });
    let groups: Vec<Group> = groups.collect();
    let contents = groups.iter().map(|group| Entry {
        title_html: Words::own(group.label.as_str()).html(),
        href: format!("#{}", group.id),
        ..Entry::default()
    });
    let contents = contents.collect();
    Ok(Body::new(&View { groups })?.contents(contents))
}

fn view(flow: &mut Flow<'_>, index: TermIx) -> EntryView {
    let site = flow.site;
    let term = &site.plan.terms[index.0];
    let mut nodes = Vec::new();
    for used in site.plan.links.term_uses.get(index.0).into_iter().flatten() {
        if !nodes.contains(&used.node) {
            nodes.push(used.node);
        }
    }
    let place =
        |&node: &NodeIx| Entry { title_html: site.place(node).html(), href: flow.href(node), ..Entry::default() };
    EntryView {
        places: nodes.iter().map(place).collect(),
        fragment: address::term(&term.id.value).fragment.unwrap_or_default(),
        variants: term.variants.iter().map(|text| variant(flow, term, text)).collect(),
        term: terms::view(flow, term),
    }
}

/// Variants are written without their language: one in the script of the original alone is of its language.
fn variant(flow: &Flow<'_>, term: &Term, text: &str) -> Variant {
    let shown = flow.site.text(&term.term).value;
    let foreign = flow.site.is_translation() && has_ideographs(text) && !has_ideographs(shown);
    let lang = if foreign { flow.site.original().lang.to_string() } else { String::new() };
    Variant { text: text.to_owned(), lang }
}

/// True for a text in a script of East Asia.
fn has_ideographs(text: &str) -> bool {
    text.chars().any(|character| character.is_alphabetic() && matches!(character, '\u{2E80}'..='\u{FAFF}'))
}
