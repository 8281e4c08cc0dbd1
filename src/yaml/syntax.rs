//! The first pass over a YAML text: structure only. It gives the outline, or everything that is wrong with it.
//!
//! Anchors, aliases, merge keys and tags would let one line of a file mean something elsewhere, a second document
//! would be lost: none of them is needed for facts, so all are refused.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Options, Parser, ScalarStyle, Span as ParserSpan, StructureStyle};

use super::outline::{Node, Outline, Shape};
use super::{MAX_DEPTH, slip, words};
use crate::characters::refusal;
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span};

const ANCHOR: Code = Code("K023");
const TAG: Code = Code("K024");
const SECOND_DOCUMENT: Code = Code("K025");
const TOO_DEEP: Code = Code("K026");
const NOT_FINITE: Code = Code("K031");
const KEY_NOT_TEXT: Code = Code("K035");

/// After so many complaints about one file the pass ends.
const MAX_FINDINGS: usize = 20;

/// Looks over a text.
pub(super) fn pass(text: &str, file: FileId) -> Result<Outline, Vec<Diagnostic>> {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.disallow_directives = true;
    options.flow_nesting_limit = MAX_DEPTH + 1;
    options.block_nesting_limit = MAX_DEPTH + 1;
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
                self.refuse_sign(
                    ANCHOR,
                    range.clone(),
                    "* で始まる値（エイリアス）は使えません",
                    "aliases (`*name`) are refused",
                );
                self.add(Shape::Text, range)?;
            }
            Event::Anchor(..) => {
                self.refuse_sign(
                    ANCHOR,
                    range,
                    "& で始まる名前（アンカー）は使えません",
                    "anchors (`&name`) are refused",
                );
            }
            Event::Scalar(value, style, ..) => {
                self.tag(span);
                self.scalar(value, *style, range)?;
            }
            Event::SequenceStart(style, ..) => {
                self.tag(span);
                self.start(false, *style, range)?;
            }
            Event::MappingStart(style, ..) => {
                self.tag(span);
                self.start(true, *style, range)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&range),
            _ => {}
        }
        Some(())
    }

    fn refuse(&mut self, code: Code, range: Range<usize>, ja: &str, en: &str) {
        self.findings.push(words::refused(code, Span::new(self.file, range), ja, en));
    }

    /// Refuses a sign that its author may have meant as text.
    fn refuse_sign(&mut self, code: Code, range: Range<usize>, ja: &str, en: &str) {
        self.findings.push(words::refused(code, Span::new(self.file, range), ja, en).help(words::quote_it()));
    }

    fn tag(&mut self, span: &ParserSpan) {
        if let Some(tag) = span.tag_span() {
            let range = slip::range(&tag, self.text);
            self.refuse_sign(TAG, range, "! で始まる型の指定（タグ）は使えません", "tags (`!type`) are refused");
        }
    }

    /// Refuses what an escape such as `"\u0001"` would bring in behind the gate.
    fn escapes(&mut self, value: &str, range: &Range<usize>) {
        if let Some((c, refusal)) = value.chars().find_map(|c| refusal(c).map(|refusal| (c, refusal))) {
            self.findings.push(words::escaped(c, refusal, Span::new(self.file, range.clone())));
        }
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, range: Range<usize>) -> Option<()> {
        let plain = style == ScalarStyle::Plain;
        self.escapes(value, &range);
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
                self.findings.push(words::duplicate(value, Span::new(self.file, range), Span::new(self.file, first)));
            }
            return Some(());
        }
        let unsigned = value.trim_start_matches(['+', '-']);
        if plain && [".inf", ".nan"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
            self.refuse_sign(NOT_FINITE, range.clone(), "数値は有限でなければなりません", "numbers must be finite");
        }
        if !plain && value.trim().is_empty() {
            self.findings.push(words::blank(Span::new(self.file, range.clone())));
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
