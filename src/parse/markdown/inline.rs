//! Inlines while they are being built: a stack of open elements, closed by the Markdown events.

use std::ops::Range;

use super::marks::{Mark, MarkKind};
use super::rules;
use super::{Source, terms::TermMatch};
use crate::diag::Diagnostic;
use crate::plan::{Inline, RepostMark, Unresolved};
use crate::source::{Span, Spanned};

type Content = Vec<Inline<Unresolved>>;

/// What an open inline element is.
#[derive(Debug)]
pub(super) enum Open {
    /// The line itself.
    Line,
    Strong,
    /// Strong text that only our own marks open and close.
    MarkedStrong(Span),
    Emphasis,
    Strike,
    Link(String),
    Image {
        url: String,
        title: String,
    },
    /// `<ruby>`, with the reading once `<rt>` has come.
    Ruby {
        reading: Option<String>,
    },
    /// Inside `<rp>`: fallback brackets, which are dropped.
    RubyParenthesis,
}

/// A picture without a file, which the block around it must turn into a figure.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) caption: Content,
    pub(super) note: Option<String>,
}

/// A line being built.
#[derive(Debug)]
pub(super) struct Line {
    open: Vec<(Open, Content)>,
    pub(super) pictures: Vec<(Picture, Span)>,
}

impl Line {
    pub(super) fn new() -> Self {
        Self { open: vec![(Open::Line, Vec::new())], pictures: Vec::new() }
    }

    pub(super) fn start(&mut self, element: Open) {
        self.open.push((element, Vec::new()));
    }

    /// How deep elements are nested.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    pub(super) fn push(&mut self, inline: Inline<Unresolved>) {
        if let Some((_, content)) = self.open.last_mut() {
            content.push(inline);
        }
    }

    /// Text without marks.
    pub(super) fn push_text(&mut self, text: &str) {
        let Some((open, content)) = self.open.last_mut() else { return };
        match (open, content.last_mut()) {
            (Open::Ruby { reading: Some(reading) }, _) => reading.push_str(text),
            (Open::RubyParenthesis, _) => {}
            (_, Some(Inline::Text(last))) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => content.push(Inline::Text(text.to_owned())),
        }
    }

    /// Text in which sentinels stand for marks. `range` are its bytes in the source.
    pub(super) fn push_masked(&mut self, text: &str, range: &Range<usize>, source: &mut Source<'_>) {
        if text.len() != range.len() {
            self.push_text(text);
            return;
        }
        let mut rest = 0;
        while rest < text.len() {
            let length = text[rest..].find(super::mask::is_sentinel).unwrap_or(text.len() - rest);
            if length > 0 {
                let at = range.start + rest;
                rules::literal_asterisks(source, at..at + length);
                self.push_text(&text[rest..rest + length]);
                rest += length;
            }
            if rest < text.len() {
                let Some(mark) = source.masked.mark_at(range.start + rest).cloned() else { break };
                rest = (mark.range.end - range.start).max(rest + 1);
                self.push_mark(&mark, source);
            }
        }
    }

    fn push_mark(&mut self, mark: &Mark, source: &mut Source<'_>) {
        let span = source.span(mark.range.clone());
        let written = &source.text[mark.range.clone()];
        match &mark.kind {
            MarkKind::Term(found) => {
                let between = source.text[found.range.end..mark.range.start].to_owned();
                let term = source.text[found.range.clone()].to_owned();
                self.push_term(found, term, &between, span);
            }
            MarkKind::Repost(parts) => self.push(Inline::Repost(RepostMark {
                label: written.to_owned(),
                volume: parts.volume.clone(),
                page: parts.page,
                explicit: None,
                span,
            })),
            MarkKind::Expression => self.push(Inline::Value(Spanned::new(written.to_owned(), span))),
            MarkKind::StrongOpen => self.start(Open::MarkedStrong(span)),
            MarkKind::StrongClose => match self.open.last() {
                Some((Open::MarkedStrong(_), _)) => self.end(source),
                _ => {
                    self.push_text("**");
                    source.findings.push(rules::literal_strong(span));
                }
            },
        }
    }

    /// Cuts the term off the end of the text so far. `between` are the brackets between term and mark.
    fn push_term(&mut self, found: &TermMatch, text: String, between: &str, span: Span) {
        let Some((_, content)) = self.open.last_mut() else { return };
        let tail = format!("{text}{between}");
        if let Some(Inline::Text(last)) = content.last_mut()
            && last.ends_with(&tail)
        {
            last.truncate(last.len() - tail.len());
            if last.is_empty() {
                content.pop();
            }
            content.push(Inline::Term { term: found.term, text, span });
            self.push_text(between);
        }
    }

    /// Closes the innermost element that an event closes; strong text left open by our own marks is
    /// flattened first, with a finding.
    pub(super) fn end(&mut self, source: &mut Source<'_>) {
        let Some((element, content)) = self.open.pop() else { return };
        match element {
            Open::Line => self.open.push((element, content)),
            Open::Strong | Open::MarkedStrong(_) => self.push(Inline::Strong(content)),
            Open::Emphasis => self.push(Inline::Emphasis(content)),
            Open::Strike => self.push(Inline::Strike(content)),
            Open::Link(url) => self.push(rules::link(url, content, source)),
            Open::Image { url, title } => {
                let span = source.here();
                if !url.is_empty() {
                    source.findings.push(rules::picture_file(span));
                    return;
                }
                let note = (!title.is_empty()).then_some(title);
                self.pictures.push((Picture { caption: content, note }, span));
            }
            Open::Ruby { reading } => {
                let base = crate::plan::plain(&content);
                self.push(Inline::Ruby { base, reading: reading.unwrap_or_default() });
            }
            Open::RubyParenthesis => {}
        }
    }

    /// Flattens strong text of our own marks that is still open where an element ends.
    pub(super) fn settle(&mut self, source: &mut Source<'_>) {
        while let Some((Open::MarkedStrong(span), _)) = self.open.last() {
            source.findings.push(rules::literal_strong(*span));
            if let Some((_, content)) = self.open.pop() {
                self.push_text("**");
                for inline in content {
                    self.push(inline);
                }
            }
        }
    }

    /// A piece of HTML inside a line: the few elements that are allowed.
    pub(super) fn html(&mut self, html: &str, source: &mut Source<'_>) {
        let name = html.trim_start_matches("</").trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
        match (html.starts_with("</"), name) {
            _ if html.starts_with("<!--") => {}
            (false, "br") => self.push(Inline::Break),
            (false, "ruby") => self.start(Open::Ruby { reading: None }),
            (false, "rt") => {
                if let Some((Open::Ruby { reading }, _)) = self.open.last_mut() {
                    reading.get_or_insert_default();
                }
            }
            (true, "rt" | "rb") | (false, "rb") => {}
            (false, "rp") => self.start(Open::RubyParenthesis),
            (true, "rp") if matches!(self.open.last(), Some((Open::RubyParenthesis, _))) => self.end(source),
            (true, "ruby") if matches!(self.open.last(), Some((Open::Ruby { .. }, _))) => self.end(source),
            _ => {
                let finding: Diagnostic = rules::raw_html(source.here());
                source.findings.push(finding);
            }
        }
    }

    /// The finished line. Elements that the author never closed are closed here.
    pub(super) fn finish(mut self, source: &mut Source<'_>) -> (Content, Vec<(Picture, Span)>) {
        while self.open.len() > 1 {
            self.settle(source);
            if self.open.len() > 1 {
                self.end(source);
            }
        }
        (self.open.pop().map(|(_, content)| content).unwrap_or_default(), self.pictures)
    }
}
