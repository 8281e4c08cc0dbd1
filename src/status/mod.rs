//! How the translations stand, for those who keep them: a report by page, and the record after somebody has said
//! that passages are up to date. Pure: passages come in, a report or the text of files goes out.

mod record;
mod selection;

use std::collections::BTreeMap;

use serde::Serialize;

pub use record::{Confirmed, confirm};
pub use selection::Selection;

use crate::lang::Lang;
use crate::plan::{Passage, Standing};
use crate::source::{Sources, Span};

/// How the translation into one language stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The language.
    pub lang: Lang,
    /// All passages of the plan.
    pub total: Counts,
    /// The files of the plan's own language, in their order.
    pub pages: Vec<PageReport>,
}

/// How the passages of one file stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageReport {
    /// The file of the plan's own text, below the site's folder.
    pub path: String,
    /// Its passages.
    pub total: Counts,
    /// The passages that are not up to date, in their order.
    pub open: Vec<Open>,
}

/// A passage that is not up to date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Open {
    /// How its translation stands.
    pub standing: Standing,
    /// The plan's own text.
    pub original: Text,
    /// The translation, if there is one.
    pub translation: Option<Text>,
}

/// A text and its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The file, below the site's folder.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The text as it is written.
    pub text: String,
}

/// Numbers of passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Translated and up to date.
    pub translated: usize,
    /// Translated, and nobody has said that it is up to date.
    pub unconfirmed: usize,
    /// A translation of what the plan said before.
    pub behind: usize,
    /// Not translated.
    pub missing: usize,
}

impl Counts {
    /// All passages.
    pub fn all(self) -> usize {
        self.translated + self.unconfirmed + self.behind + self.missing
    }

    fn add(&mut self, standing: Standing) {
        *match standing {
            Standing::Current => &mut self.translated,
            Standing::Unconfirmed => &mut self.unconfirmed,
            Standing::Behind => &mut self.behind,
            Standing::Missing => &mut self.missing,
        } += 1;
    }
}

/// A report for each language into which the plan is translated.
pub fn report(passages: &[Passage], languages: &[Lang], sources: &Sources) -> Vec<Report> {
    languages.iter().skip(1).map(|lang| of_language(passages, lang, sources)).collect()
}

fn of_language(passages: &[Passage], lang: &Lang, sources: &Sources) -> Report {
    let mut report = Report { lang: lang.clone(), total: Counts::default(), pages: Vec::new() };
    let mut pages: BTreeMap<&str, PageReport> = BTreeMap::new();
    for passage in passages.iter().filter(|passage| passage.lang == *lang) {
        let path = sources.get(passage.own.span.file).path.as_str();
        let page = pages.entry(path).or_insert_with(|| PageReport {
            path: path.to_owned(),
            total: Counts::default(),
            open: Vec::new(),
        });
        report.total.add(passage.standing);
        page.total.add(passage.standing);
        if passage.standing != Standing::Current {
            page.open.push(Open {
                standing: passage.standing,
                original: text(sources, passage.own.span, &passage.own.value),
                translation: passage.text.as_ref().map(|one| text(sources, one.span, &one.value)),
            });
        }
    }
    report.pages = pages.into_values().collect();
    report
}

fn text(sources: &Sources, span: Span, text: &str) -> Text {
    let place = sources.line_column(span);
    let path = sources.get(span.file).path.clone();
    Text { path, line: place.line, column: place.column, text: text.to_owned() }
}
