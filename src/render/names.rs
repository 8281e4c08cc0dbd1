//! The names on a page of a translation: organisations, laws, programmes, each with its original wording.
//!
//! Comes in: the strings of a page. Goes out: the names that occur in them, in the order of the alphabet. The
//! names are those of the plan, its institutions, and the terms that are names without an official translation.

use std::collections::BTreeMap;

use serde::Serialize;

use super::html;
use crate::lang::{Lang, Localized};
use crate::plan::{Plan, Resolved};
use crate::wordings::Wordings;

/// A name that occurs on a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct NameView {
    /// In the language of the page.
    pub(crate) name: String,
    /// In the plan's own language.
    pub(crate) original: String,
    /// True where nobody knows whether it is the official name.
    pub(crate) provisional: bool,
}

/// The names to look for in a language.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    wordings: Wordings<Name<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Name<'a> {
    name: &'a str,
    original: &'a str,
    provisional: bool,
}

impl Default for Names<'_> {
    fn default() -> Self {
        Self { wordings: Wordings::new([]) }
    }
}

impl<'a> Names<'a> {
    /// All names that the language has. One that reads as its original needs no telling.
    pub(crate) fn new(plan: &'a Plan<Resolved>, lang: &Lang) -> Self {
        let main = plan.meta.main_language();
        let name = |name: &'a Localized<String>, provisional: &[Lang]| {
            let (name, original) = (name.get(lang)?, name.get(main)?);
            (name != original).then(|| Name { name, original, provisional: provisional.contains(lang) })
        };
        let institutions = plan.volumes.iter().filter_map(|volume| volume.institutions.as_ref());
        let institutions = institutions.flat_map(|one| &one.institutions).map(|one| name(&one.name, &one.provisional));
        let terms = plan.terms.iter().filter(|term| term.provisional.contains(lang));
        let terms = terms.map(|term| name(&term.term, &term.provisional));
        let names = plan.names.iter().map(|one| name(&one.name, &one.provisional));
        let all = institutions.chain(terms).chain(names).flatten();
        Self { wordings: Wordings::new(all.map(|one| (one.name.to_owned(), one))) }
    }

    /// The names in the strings of a page. Those in `told` stand beside their original already.
    pub(crate) fn on_page(&self, strings: &[String], told: &[&str]) -> Vec<NameView> {
        let mut found = BTreeMap::new();
        for name in strings.iter().flat_map(|text| self.wordings.find(text)) {
            if !told.contains(&name.original) {
                found.insert((name.name.to_lowercase(), name.original), *name);
            }
        }
        let view = |name: Name<'_>| NameView {
            name: name.name.to_owned(),
            original: name.original.to_owned(),
            provisional: name.provisional,
        };
        found.into_values().map(view).collect()
    }
}

/// The strings that a reader of a page sees: those of its view without addresses, markup taken off.
pub(crate) fn strings(view: &tera::Value) -> Vec<String> {
    let mut strings = Vec::new();
    collect("", view, &mut strings);
    strings
}

fn collect(key: &str, value: &tera::Value, strings: &mut Vec<String>) {
    if let Some(map) = value.as_map() {
        // The order is that of a hash map; whoever uses the strings puts what was found into an order.
        map.iter().for_each(|(key, value)| collect(key.as_str().unwrap_or_default(), value, strings));
    } else if let Some(list) = value.as_array() {
        list.iter().for_each(|value| collect(key, value, strings));
    } else if let Some(text) = value.as_str() {
        if key.ends_with("_html") {
            strings.push(html::text(text));
        } else if !is_address(key) {
            strings.push(text.to_owned());
        }
    }
}

/// True for the fields that hold no words.
fn is_address(key: &str) -> bool {
    key.ends_with("href") || matches!(key, "id" | "fragment")
}
