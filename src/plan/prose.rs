//! Prose as a tree: sections, blocks, inlines. What the Markdown said, without Markdown.

use std::fmt::Write as _;

use super::{Phase, Standing, TermIx};
use crate::source::{Span, Spanned};

/// The text of one page in one language.
#[derive(Debug, Clone)]
pub struct Prose<P: Phase> {
    /// What stands before the first heading.
    pub lead: Vec<Block<P>>,
    /// The headings of the highest level, in order.
    pub sections: Vec<Section<P>>,
    /// Footnotes by label, in the order of their definition.
    pub footnotes: Vec<(String, Vec<Block<P>>)>,
}

/// What a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// A section of a chapter or policy.
    Section,
    /// A measure of an initiative.
    Measure,
}

/// A heading and what belongs to it.
#[derive(Debug, Clone)]
pub struct Section<P: Phase> {
    /// Section or measure.
    pub kind: SectionKind,
    /// Id on the page.
    pub fragment: String,
    /// Printed number, as `2` of a chapter's section or `②` of a measure.
    pub number: Option<String>,
    /// The heading's text, without the number.
    pub heading: Vec<Inline<P>>,
    /// Where the heading stands.
    pub span: Span,
    /// How the heading stands to the plan's own.
    pub standing: Standing,
    /// The node.
    pub node: P::Node,
    /// What stands before the next heading.
    pub blocks: Vec<Block<P>>,
    /// Headings below it.
    pub sections: Vec<Section<P>>,
}

/// A block of text, and where it stands.
#[derive(Debug, Clone)]
pub struct Block<P: Phase> {
    /// What it is.
    pub kind: BlockKind<P>,
    /// Its place, without the marks of Markdown around it.
    pub span: Span,
    /// How it stands to the plan's own text. Blocks of blocks are current; what is in them may not be.
    pub standing: Standing,
}

/// What a block is.
#[derive(Debug, Clone)]
pub enum BlockKind<P: Phase> {
    /// A paragraph.
    Paragraph(Vec<Inline<P>>),
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item<P>>,
    },
    /// A table written in Markdown.
    Table {
        /// Header cells.
        head: Vec<Vec<Inline<P>>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline<P>>>>,
    },
    /// A picture that is printed in the plan and not carried here.
    Figure {
        /// Its caption; may be empty where the print has none.
        caption: Vec<Inline<P>>,
        /// Its source note.
        note: Option<String>,
    },
    /// A quotation.
    Quote(Vec<Block<P>>),
    /// A code block.
    Code(String),
    /// A thematic break.
    Rule,
    /// A content expression that stands alone.
    Data(P::Data),
}

/// What an item of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// An action ▽ of a measure.
    Action,
    /// A detail ・ of an action.
    Detail,
    /// An item elsewhere, as under 現状と課題. It has an address, but is no node of the plan.
    Clause,
}

impl ItemKind {
    /// True for items that are nodes of the plan.
    pub fn is_node(self) -> bool {
        matches!(self, Self::Action | Self::Detail)
    }
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct Item<P: Phase> {
    /// Action, detail or clause.
    pub kind: ItemKind,
    /// Id on the page; `None` below the level that has addresses.
    pub fragment: Option<String>,
    /// Its place.
    pub span: Span,
    /// The node, for actions and details.
    pub node: Option<P::Node>,
    /// Its text.
    pub blocks: Vec<Block<P>>,
}

/// A piece of a line.
#[derive(Debug, Clone)]
pub enum Inline<P: Phase> {
    /// Text as it is to be read.
    Text(String),
    /// A term with its mark.
    Term {
        /// Which term.
        term: TermIx,
        /// The wording that is marked.
        text: String,
        /// The place of the mark.
        span: Span,
    },
    /// A 再掲.
    Repost(P::Repost),
    /// A value computed by a content expression.
    Value(P::Value),
    /// Strong emphasis.
    Strong(Vec<Inline<P>>),
    /// Emphasis.
    Emphasis(Vec<Inline<P>>),
    /// Struck out.
    Strike(Vec<Inline<P>>),
    /// Code.
    Code(String),
    /// A link out of the site; the address has passed the allow-list.
    ExternalLink {
        /// Address.
        url: String,
        /// What is linked.
        content: Vec<Inline<P>>,
    },
    /// A link to a node of the plan.
    Link {
        /// Where to.
        to: P::Link,
        /// What is linked.
        content: Vec<Inline<P>>,
    },
    /// A reference to a footnote, by label.
    Footnote(String),
    /// Text with its reading.
    Ruby {
        /// The text.
        base: String,
        /// Its reading.
        reading: String,
    },
    /// A line break that the author asked for.
    Break,
}

/// A 再掲 as it is written.
#[derive(Debug, Clone)]
pub struct RepostMark {
    /// The printed wording with its brackets.
    pub label: String,
    /// The volume it names.
    pub volume: Option<String>,
    /// The page it names.
    pub page: Option<u32>,
    /// The node that the author names in so many words.
    pub explicit: Option<Spanned<String>>,
    /// Its place.
    pub span: Span,
}

/// The text of a line as a reader would copy it: no marks, no re-posts.
pub fn plain<P: Phase>(inlines: &[Inline<P>]) -> String
where
    P::Value: AsText,
{
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text.truncate(text.trim_end().len());
    text
}

/// A value that can be read as text.
pub trait AsText {
    /// The text.
    fn as_text(&self) -> &str;
}

impl AsText for String {
    fn as_text(&self) -> &str {
        self
    }
}

impl AsText for Spanned<String> {
    fn as_text(&self) -> &str {
        &self.value
    }
}

fn push_plain<P: Phase>(inlines: &[Inline<P>], text: &mut String)
where
    P::Value: AsText,
{
    for inline in inlines {
        match inline {
            Inline::Text(piece) | Inline::Code(piece) | Inline::Term { text: piece, .. } => text.push_str(piece),
            Inline::Ruby { base, .. } => text.push_str(base),
            Inline::Value(value) => text.push_str(value.as_text()),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Strike(content)
            | Inline::ExternalLink { content, .. }
            | Inline::Link { content, .. } => push_plain(content, text),
            Inline::Break => text.push('\n'),
            Inline::Repost(_) | Inline::Footnote(_) => {}
        }
    }
}

/// The text of blocks as a reader would copy it, a line a block; lists below included.
pub fn plain_blocks<P: Phase>(blocks: &[Block<P>]) -> String
where
    P::Value: AsText,
{
    let mut text = String::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(inlines) => {
                let _ = writeln!(text, "{}", plain(inlines));
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    let _ = writeln!(text, "{}", plain_blocks(&item.blocks));
                }
            }
            BlockKind::Table { head, rows } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                    let _ = writeln!(text, "{}", cells.join(" "));
                }
            }
            BlockKind::Figure { caption, note } => {
                let _ = writeln!(text, "{}", plain(caption));
                if let Some(note) = note {
                    let _ = writeln!(text, "{note}");
                }
            }
            BlockKind::Quote(blocks) => {
                let _ = writeln!(text, "{}", plain_blocks(blocks));
            }
            BlockKind::Code(code) => text.push_str(code),
            BlockKind::Rule | BlockKind::Data(_) => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}
