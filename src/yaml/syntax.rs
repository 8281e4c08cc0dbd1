//! The first pass over a YAML text: structure only. It gives the outline, or everything that is wrong with it.
//!
//! Anchors, aliases, merge keys and tags would let one line of a file mean something elsewhere, a second document
//! would be lost: none of them is needed for facts, so all are refused.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Options, Parser, ScalarStyle, Span as ParserSpan, StructureStyle};

use super::outline::{Node, Outline, Shape};
use super::{MAX_DEPTH, slip};
use crate::diag::{Code, Diagnostic, Message};
use crate::source::{FileId, Span};

const DUPLICATE: Code = Code("K022");
const ANCHOR: Code = Code("K023");
const TAG: Code = Code("K024");
const SECOND_DOCUMENT: Code = Code("K025");
const TOO_DEEP: Code = Code("K026");
const NOT_FINITE: Code = Code("K031");
const BLANK: Code = Code("K032");
const KEY_NOT_TEXT: Code = Code("K035");

/// After so many complaints about one file the pass ends.
const MAX_FINDINGS: usize = 20;

/// Looks over a text.
pub(super) fn pass(text: &str, file: FileId) -> Result<Outline, Vec<Diagnostic>> {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.disallow_directives = true;
    options.set_emit_comments(false);
    let mut pass =
        Pass { text, file, outline: Outline::default(), open: Vec::new(), documents: 0, findings: Vec::new() };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                if pass.event(&event, &span).is_none() || pass.findings.len() >= MAX_FINDINGS {
                    break;
                }
            }
            Err(error) => {
                pass.findings.push(slip::finding(&error, text, file));
                break;
            }
        }
    }
    if pass.findings.is_empty() { Ok(pass.outline) } else { Err(pass.findings) }
}

struct Pass<'t> {
    text: &'t str,
    file: FileId,
    outline: Outline,
    open: Vec<Open>,
    documents: usize,
    findings: Vec<Diagnostic>,
}

/// A mapping or sequence that has begun.
struct Open {
    node: usize,
    mapping: bool,
    flow: bool,
    /// The keys so far.
    keys: BTreeMap<String, Range<usize>>,
    /// The key whose value comes next.
    key: Option<Range<usize>>,
}

impl Pass<'_> {
    /// Takes one event; none where going on makes no sense.
    fn event(&mut self, event: &Event<'_>, span: &ParserSpan) -> Option<()> {
        let range = slip::range(span, self.text);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(
                        SECOND_DOCUMENT,
                        range,
                        "--- で始まる 2 つ目の文書は書けません",
                        "a second document (`---`) is refused",
                    );
                    return None;
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    ANCHOR,
                    range.clone(),
                    "* で始まる値（エイリアス）は使えません",
                    "aliases (`*name`) are refused",
                );
                self.quote_it();
                self.add(Shape::Text, range)?;
            }
            Event::Scalar(value, style, anchor, tag) => {
                self.properties(*anchor, tag.is_some(), &range);
                self.scalar(value, *style, range)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.properties(*anchor, tag.is_some(), &range);
                self.start(false, *style, range)?;
            }
            Event::MappingStart(style, anchor, tag) => {
                self.properties(*anchor, tag.is_some(), &range);
                self.start(true, *style, range)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&range),
            _ => {}
        }
        Some(())
    }

    fn refuse(&mut self, code: Code, range: Range<usize>, ja: &str, en: &str) {
        self.findings.push(Diagnostic::error(code, Span::new(self.file, range), Message::new(ja, en)));
    }

    /// Adds to the last complaint what to do where the sign was meant as text.
    fn quote_it(&mut self) {
        if let Some(finding) = self.findings.pop() {
            self.findings.push(finding.help(Message::new(
                "文字として書くときは、値の全体を ' で囲んでください",
                "if it is meant as text, put the whole value in quotes '…'",
            )));
        }
    }

    fn properties(&mut self, anchor: usize, tag: bool, range: &Range<usize>) {
        if anchor != 0 {
            self.refuse(
                ANCHOR,
                range.clone(),
                "& で始まる名前（アンカー）は使えません",
                "anchors (`&name`) are refused",
            );
            self.quote_it();
        }
        if tag {
            self.refuse(TAG, range.clone(), "! で始まる型の指定（タグ）は使えません", "tags (`!type`) are refused");
            self.quote_it();
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, range: Range<usize>) -> Option<()> {
        let plain = style == ScalarStyle::Plain;
        if let Some(open) = self.open.last_mut()
            && open.mapping
            && open.key.is_none()
        {
            open.key = Some(range.clone());
            let first = open.keys.get(value).cloned();
            if first.is_none() {
                open.keys.insert(value.to_owned(), range.clone());
            }
            if plain && value == "<<" {
                self.refuse(ANCHOR, range, "<< （マージキー）は使えません", "merge keys (`<<`) are refused");
            } else if let Some(first) = first {
                self.findings.push(duplicate(value, Span::new(self.file, range), Span::new(self.file, first)));
            }
            return Some(());
        }
        let unsigned = value.trim_start_matches(['+', '-']);
        if plain && [".inf", ".nan"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
            self.refuse(NOT_FINITE, range.clone(), "数値は有限でなければなりません", "numbers must be finite");
            self.quote_it();
        }
        if !plain && value.trim().is_empty() {
            self.refuse(BLANK, range.clone(), "空の文字列です", "an empty text");
            if let Some(finding) = self.findings.pop() {
                self.findings.push(finding.help(Message::new(
                    "値がないときは、項目ごと消してください",
                    "where there is no value, leave the key out",
                )));
            }
        }
        let null = plain && matches!(value, "" | "~" | "null" | "Null" | "NULL");
        self.add(if null { Shape::Null } else { Shape::Text }, range)?;
        Some(())
    }

    /// Adds a value below what is open; none where it stands for a key.
    fn add(&mut self, shape: Shape, range: Range<usize>) -> Option<usize> {
        let (mut key, mut parent) = (None, None);
        if let Some(open) = self.open.last_mut() {
            parent = Some(open.node);
            if open.mapping {
                key = open.key.take();
                if key.is_none() {
                    self.refuse(KEY_NOT_TEXT, range, "項目名は文字でなければなりません", "a key must be plain text");
                    return None;
                }
            }
        }
        self.outline.nodes.push(Node { shape, range, key, parent });
        Some(self.outline.nodes.len() - 1)
    }

    fn start(&mut self, mapping: bool, style: StructureStyle, range: Range<usize>) -> Option<()> {
        if self.open.len() >= MAX_DEPTH {
            self.refuse(
                TOO_DEEP,
                range,
                &format!("入れ子が深すぎます（{MAX_DEPTH} 段まで）"),
                &format!("nested too deeply (at most {MAX_DEPTH})"),
            );
            return None;
        }
        let shape = if mapping { Shape::Mapping } else { Shape::Sequence };
        let node = self.add(shape, range)?;
        let flow = style == StructureStyle::Flow;
        self.open.push(Open { node, mapping, flow, keys: BTreeMap::new(), key: None });
        Some(())
    }

    /// Closes what is open: a bracket tells its end, a block ends with its last value.
    fn end(&mut self, range: &Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let inner = self.outline.nodes.get(open.node + 1..).unwrap_or_default();
        let last = inner.last().map(|node| node.range.end.max(node.key.as_ref().map_or(0, |key| key.end)));
        if let Some(node) = self.outline.nodes.get_mut(open.node) {
            let end = if open.flow { range.end } else { last.unwrap_or(range.end) };
            node.range.end = end.max(node.range.start);
        }
    }
}

fn duplicate(key: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(
        DUPLICATE,
        span,
        Message::new(format!("項目 `{key}` が 2 度書かれています"), format!("the key `{key}` is written twice")),
    )
    .related(first, Message::new("最初の場所", "first written here"))
    .help(Message::new("どちらかを消してください", "delete one of them"))
}
