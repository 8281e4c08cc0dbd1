//! Markdown to prose. The way of a text:
//!
//! 1. [`mask`] finds the [`marks`] that Markdown does not know (terms, re-posts, expressions) and puts
//!    sentinels in their place; [`runs`] says where running text is, [`strong`] mends strong text,
//! 2. [`tree`] turns the events of pulldown-cmark into blocks, [`inline`] into the pieces of a line,
//! 3. [`outline`] makes sections, measures, actions and details of them.
//!
//! [`rules`] has the findings about a line.

mod inline;
mod marks;
mod mask;
mod outline;
mod rules;
mod runs;
mod strong;
mod terms;
#[cfg(test)]
mod tests;
mod tree;
mod vocabulary;

use std::ops::Range;

pub(crate) use outline::is_fragment;
pub(crate) use terms::TermMatcher;
pub(crate) use vocabulary::Vocabulary;

use crate::diag::Diagnostic;
use crate::plan::{Inline, Prose, Unresolved};
use crate::source::{FileId, Span, Spanned};
use marks::MarkKind;
use mask::Masked;

/// A text on its way through the parser.
struct Source<'a> {
    file: FileId,
    text: &'a str,
    /// The slug of the page, for links to a place on it.
    page_id: &'a str,
    /// True for an initiative: headings of level 2 are measures.
    measures: bool,
    masked: Masked,
    /// Where the parser is.
    at: Range<usize>,
    findings: Vec<Diagnostic>,
}

impl Source<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn here(&self) -> Span {
        self.span(self.at.clone())
    }
}

/// The prose of one page in one language, and all that is wrong with it.
pub(crate) fn prose(
    file: FileId,
    text: &str,
    page_id: &str,
    measures: bool,
    vocabulary: &Vocabulary,
) -> (Prose<Unresolved>, Vec<Diagnostic>) {
    let masked = mask::mask(text, vocabulary);
    let mut source = Source { file, text, page_id, measures, masked, at: 0..0, findings: Vec::new() };
    for malformed in std::mem::take(&mut source.masked.malformed) {
        let finding = rules::malformed(&source, &malformed);
        source.findings.push(finding);
    }
    let tree = tree::build(&mut source);
    let (lead, sections) = outline::sections(tree.pieces, &mut source);
    rules::limit(&mut source);
    (Prose { lead, sections, footnotes: tree.footnotes }, source.findings)
}

/// A title from YAML: text with term marks, nothing else. Unknown marks are findings as in prose.
pub(crate) fn title(
    title: &Spanned<String>,
    sources: &crate::source::Sources,
    terms: &TermMatcher,
) -> (Vec<Inline<Unresolved>>, Vec<Diagnostic>) {
    let text = title.value.as_str();
    let marks = mask::mask_title(text, terms);
    let mut content: Vec<Inline<Unresolved>> = Vec::new();
    let mut done = 0;
    let mut rest = String::new();
    for mark in &marks {
        let MarkKind::Term(found) = &mark.kind else { continue };
        rest.push_str(&text[done..found.range.start]);
        if !rest.is_empty() {
            content.push(Inline::Text(std::mem::take(&mut rest)));
        }
        let term = text[found.range.clone()].to_owned();
        content.push(Inline::Term { term: found.term, text: term, span: title.span });
        rest.push_str(&text[found.range.end..mark.range.start]);
        done = mark.range.end;
    }
    rest.push_str(&text[done..]);
    if !rest.is_empty() {
        content.push(Inline::Text(rest.clone()));
    }
    let mut findings = Vec::new();
    if rest.contains(['*', '＊'])
        || content.iter().any(|inline| matches!(inline, Inline::Text(text) if text.contains(['*', '＊'])))
    {
        findings = unknown_in_title(title, sources, &marks);
    }
    (content, findings)
}

/// The same findings as in prose, at the asterisks' own places where the YAML shows the title verbatim.
fn unknown_in_title(
    title: &Spanned<String>,
    sources: &crate::source::Sources,
    marks: &[marks::Mark],
) -> Vec<Diagnostic> {
    let file = sources.get(title.span.file);
    let offset = file.text[title.span.range()].find(&title.value);
    let masked = Masked { marks: marks.to_vec(), ..Masked::default() };
    let mut source = Source {
        file: title.span.file,
        text: &title.value,
        page_id: "",
        measures: false,
        masked,
        at: 0..0,
        findings: Vec::new(),
    };
    let mut from = 0;
    for mark in marks {
        rules::literal_asterisks(&mut source, from..mark.range.start);
        from = mark.range.end;
    }
    rules::literal_asterisks(&mut source, from..title.value.len());
    for finding in &mut source.findings {
        if let crate::diag::Place::Span(span) = &mut finding.place {
            *span = match offset {
                Some(offset) => {
                    let start = title.span.start as usize + offset;
                    Span::new(span.file, start + span.start as usize..start + span.end as usize)
                }
                None => title.span,
            };
        }
    }
    source.findings
}
