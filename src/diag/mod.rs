//! Findings as data: what is wrong, where, and what to do. Wording stands beside the rule that finds
//! the fault, in both languages; printing is in [`render`].

#[cfg(test)]
#[path = "../../tests/common/languages.rs"]
pub(crate) mod languages;
pub mod order;
pub mod render;

use crate::source::Span;

/// How bad a finding is. An error stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The build goes on.
    Warning,
    /// Nothing is published.
    Error,
}

/// A code such as `K012`: what users look up in `docs/findings.md`. Codes are never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// A sentence in the languages the tool speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// In Japanese.
    pub ja: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// The same sentence in Japanese and in English.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: en.into() }
    }

    /// The sentence, and behind it words of another program that have no translation here.
    #[must_use]
    pub fn quoting(self, words: &str) -> Self {
        Self::new(format!("{}（原文: “{words}”）", self.ja), format!("{} (detail: “{words}”)", self.en))
    }

    /// The sentence in the language of the reader.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

/// The language in which the tool itself speaks to its user; not a language of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 日本語
    Japanese,
    /// English
    English,
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A range of a file that was read.
    Span(Span),
    /// A file or folder as a whole, by its path below the site's folder.
    Path(String),
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Where.
    pub place: Place,
    /// What to do.
    pub help: Option<Message>,
    /// Other places that belong to it, each with what it is.
    pub related: Vec<(Span, Message)>,
}

impl Diagnostic {
    /// A finding that stops the build.
    pub fn error(code: Code, place: impl Into<Place>, message: Message) -> Self {
        Self { code, severity: Severity::Error, message, place: place.into(), help: None, related: Vec::new() }
    }

    /// A finding that does not stop the build.
    pub fn warning(code: Code, place: impl Into<Place>, message: Message) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Shows another place.
    #[must_use]
    pub fn related(mut self, span: Span, what: Message) -> Self {
        self.related.push((span, what));
        self
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Span(span)
    }
}

/// True when a finding stops the build.
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
