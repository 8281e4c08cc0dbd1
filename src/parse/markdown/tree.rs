//! Markdown events to blocks. Headings stay in the row of blocks; [`super::outline`] makes sections of them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::inline::{Line, Open};
use super::{Source, mask, rules, runs};
use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Block, BlockKind, Inline, Item, ItemKind, Standing, Unresolved};
use crate::source::Span;

/// Deepest nesting of blocks and inlines (promise 6: no recursion over input depth without a limit).
const MAX_DEPTH: usize = 64;

/// A heading or a block.
#[derive(Debug)]
pub(super) enum Piece {
    Heading(Heading),
    Block(Block<Unresolved>),
}

/// A heading as it is written.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) id: Option<String>,
    pub(super) content: Vec<Inline<Unresolved>>,
    pub(super) span: Span,
    /// The text alone, without `#` and `{#id}`.
    pub(super) text: Span,
}

/// The pieces of a text, and its footnotes.
pub(super) struct Tree {
    pub(super) pieces: Vec<Piece>,
    pub(super) footnotes: Vec<(String, Vec<Block<Unresolved>>)>,
}

/// Parses the masked text.
pub(super) fn build(source: &mut Source<'_>) -> Tree {
    let masked = std::mem::take(&mut source.masked.text);
    let mut builder = Builder { root: Vec::new(), footnotes: Vec::new(), open: Vec::new(), line: None, words: 0..0 };
    for (event, range) in Parser::new_ext(&masked, runs::options()).into_offset_iter() {
        source.at = range.clone();
        if builder.open.len() > MAX_DEPTH || builder.line.as_ref().is_some_and(|line| line.depth() > MAX_DEPTH) {
            source.findings.push(too_deep(source.here()));
            break;
        }
        builder.event(event, range, source);
    }
    builder.end_line(source);
    Tree { pieces: builder.root, footnotes: builder.footnotes }
}

/// A container that is open.
enum Container {
    List { start: Option<u64>, items: Vec<Item<Unresolved>> },
    Item { span: Span, blocks: Vec<Block<Unresolved>> },
    Quote(Vec<Block<Unresolved>>),
    Footnote { label: String, blocks: Vec<Block<Unresolved>> },
    Table { head: Vec<Vec<Inline<Unresolved>>>, rows: Vec<Vec<Vec<Inline<Unresolved>>>>, in_head: bool },
    Heading { level: u8, id: Option<String>, span: Span },
    Code(String),
    Html(String),
}

struct Builder {
    root: Vec<Piece>,
    footnotes: Vec<(String, Vec<Block<Unresolved>>)>,
    open: Vec<Container>,
    line: Option<Line>,
    /// The bytes of the open line.
    words: Range<usize>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, range: Range<usize>, source: &mut Source<'_>) {
        match event {
            Event::Start(tag) => self.start(tag, &range, source),
            Event::End(tag) => self.end(tag, &range, source),
            Event::Text(text) => match self.open.last_mut() {
                Some(Container::Code(code) | Container::Html(code)) => code.push_str(&text),
                _ => self.line(&range).push_masked(&text, &range, source),
            },
            Event::Code(code) => self.line(&range).push(Inline::Code(code.into_string())),
            Event::Html(html) => match self.open.last_mut() {
                Some(Container::Html(block)) => block.push_str(&html),
                _ => source.findings.push(rules::raw_html(source.here())),
            },
            Event::InlineHtml(html) => self.line(&range).html(&html, source),
            Event::FootnoteReference(label) => self.line(&range).push(Inline::Footnote(label.into_string())),
            Event::SoftBreak => {
                if !between_japanese(source, &range) {
                    self.line(&range).push_text(" ");
                }
            }
            Event::HardBreak => self.line(&range).push(Inline::Break),
            Event::Rule => self.push(BlockKind::Rule, source.span(range)),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>, source: &mut Source<'_>) {
        let span = source.span(range.clone());
        let container = match tag {
            Tag::Strong => return self.line(range).start(Open::Strong),
            Tag::Strikethrough => return self.line(range).start(Open::Strike),
            Tag::Emphasis => {
                rules::emphasis_inside_word(source, range);
                return self.line(range).start(Open::Emphasis);
            }
            Tag::Link { dest_url, .. } => return self.line(range).start(Open::Link(dest_url.into_string())),
            Tag::Image { dest_url, title, .. } => {
                let (url, title) = (dest_url.into_string(), title.into_string());
                return self.line(range).start(Open::Image { url, title });
            }
            Tag::Paragraph | Tag::TableRow => return,
            Tag::TableCell => {
                self.line = Some(Line::new());
                self.words = range.clone();
                return;
            }
            Tag::TableHead => {
                if let Some(Container::Table { in_head, .. }) = self.open.last_mut() {
                    *in_head = true;
                }
                return;
            }
            Tag::Heading { level, id, classes, attrs } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    source.findings.push(heading_attributes(span));
                }
                self.end_line(source);
                self.words = range.start..range.start;
                Container::Heading { level: level as u8, id: id.map(|id| id.into_string()), span }
            }
            Tag::BlockQuote(_) => Container::Quote(Vec::new()),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => Container::Code(String::new()),
            Tag::HtmlBlock => Container::Html(String::new()),
            Tag::List(start) => Container::List { start, items: Vec::new() },
            Tag::Item => Container::Item { span, blocks: Vec::new() },
            Tag::FootnoteDefinition(label) => Container::Footnote { label: label.into_string(), blocks: Vec::new() },
            Tag::Table(_) => Container::Table { head: Vec::new(), rows: Vec::new(), in_head: false },
            // Not switched on in `runs::options`.
            _ => return,
        };
        self.end_line(source);
        self.open.push(container);
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>, source: &mut Source<'_>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                let line = self.line(range);
                line.settle(source);
                line.end(source);
            }
            TagEnd::Paragraph => self.end_line(source),
            TagEnd::TableCell => self.end_cell(source),
            TagEnd::TableHead => {
                if let Some(Container::Table { in_head, .. }) = self.open.last_mut() {
                    *in_head = false;
                }
            }
            TagEnd::TableRow => {}
            _ => {
                if !matches!(self.open.last(), Some(Container::Heading { .. })) {
                    self.end_line(source);
                }
                self.end_container(range, source);
            }
        }
    }

    fn end_container(&mut self, range: &Range<usize>, source: &mut Source<'_>) {
        let span = source.span(range.clone());
        match self.open.pop() {
            Some(Container::List { start, items }) => self.push(BlockKind::List { start, items }, span),
            Some(Container::Item { span, blocks }) => {
                if let Some(Container::List { items, .. }) = self.open.last_mut() {
                    items.push(Item { kind: ItemKind::Clause, fragment: None, span, node: None, blocks });
                }
            }
            Some(Container::Quote(blocks)) => self.push(BlockKind::Quote(blocks), span),
            Some(Container::Footnote { label, blocks }) => self.footnotes.push((label, blocks)),
            Some(Container::Table { head, rows, .. }) => self.push(BlockKind::Table { head, rows }, span),
            Some(Container::Heading { level, id, span }) => {
                let (content, pictures) = self.line.take().unwrap_or_else(Line::new).finish(source);
                for (_, span) in pictures {
                    source.findings.push(rules::picture_in_sentence(span));
                }
                let heading = Heading { level, id, content, span, text: source.span(self.words.clone()) };
                if self.open.is_empty() {
                    self.root.push(Piece::Heading(heading));
                } else {
                    source.findings.push(nested_heading(span));
                }
            }
            Some(Container::Code(code)) => self.push(BlockKind::Code(code), span),
            Some(Container::Html(html)) => {
                let html = html.trim();
                if !(html.starts_with("<!--") && html.ends_with("-->")) {
                    source.findings.push(rules::raw_html(source.span(range.clone())));
                }
            }
            None => {}
        }
    }

    fn end_cell(&mut self, source: &mut Source<'_>) {
        let (content, pictures) = self.line.take().unwrap_or_else(Line::new).finish(source);
        for (_, span) in pictures {
            source.findings.push(rules::picture_in_sentence(span));
        }
        if let Some(Container::Table { head, rows, in_head }) = self.open.last_mut() {
            if *in_head {
                head.push(content);
            } else {
                match rows.last_mut() {
                    Some(row) if row.len() < head.len() => row.push(content),
                    _ => rows.push(vec![content]),
                }
            }
        }
    }

    /// The open line; a tight item has no paragraph event, its text just begins.
    fn line(&mut self, range: &Range<usize>) -> &mut Line {
        if self.line.is_none() {
            self.words = range.clone();
        }
        self.words.end = self.words.end.max(range.end);
        self.line.get_or_insert_with(Line::new)
    }

    /// Ends a paragraph, if one is open.
    fn end_line(&mut self, source: &mut Source<'_>) {
        let Some(line) = self.line.take() else { return };
        let span = source.span(self.words.clone());
        let (mut content, mut pictures) = line.finish(source);
        if content.is_empty() && pictures.len() == 1 {
            if let Some((picture, _)) = pictures.pop() {
                self.push(BlockKind::Figure { caption: picture.caption, note: picture.note }, span);
            }
            return;
        }
        for (_, span) in pictures {
            source.findings.push(rules::picture_in_sentence(span));
        }
        let block = match (content.pop(), content.is_empty()) {
            (Some(Inline::Value(expression)), true) => BlockKind::Data(expression),
            (Some(last), _) => {
                content.push(last);
                BlockKind::Paragraph(content)
            }
            (None, _) => return,
        };
        self.push(block, span);
    }

    fn push(&mut self, kind: BlockKind<Unresolved>, span: Span) {
        let block = Block { kind, span, standing: Standing::Current };
        match self.open.last_mut() {
            Some(Container::Item { blocks, .. } | Container::Quote(blocks) | Container::Footnote { blocks, .. }) => {
                blocks.push(block);
            }
            _ => self.root.push(Piece::Block(block)),
        }
    }
}

/// A line break in the source between two Japanese characters is no blank.
fn between_japanese(source: &Source<'_>, range: &Range<usize>) -> bool {
    let before = source.text[..range.start].trim_end().chars().rev().find(|&c| c != '*' && !mask::is_sentinel(c));
    let after = source.text[range.end..].trim_start().chars().next();
    let wide = |c: Option<char>| c.is_some_and(|c| unicode_width::UnicodeWidthChar::width(c) == Some(2));
    wide(before) && wide(after)
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K046"),
        span,
        Message::new(
            format!("入れ子が深すぎます（{MAX_DEPTH} 段まで）"),
            format!("nested too deeply (at most {MAX_DEPTH} levels)"),
        ),
    )
}

fn nested_heading(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K041"),
        span,
        Message::new("見出しは箇条書きや引用の中に置けません", "a heading cannot stand in a list or quotation"),
    )
}

fn heading_attributes(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K043"),
        span,
        Message::new("見出しの { } に書けるのは #名前 だけです", "only {#id} may stand behind a heading"),
    )
}
