//! Blocks of the plan as HTML: paragraphs, lists with addresses, tables, pictures that are only printed.
//!
//! Comes in: the blocks of a resolved plan. Goes out: flow content. Items that have a fragment carry it as
//! their id and a permalink without text of its own, so that a copied line is the plan's own line.

use super::data;
use super::flow::{Around, Flow};
use super::html::Writer;
use super::inlines;
use super::standing;
use super::strings;
use crate::plan::{Block, BlockKind, Inline, Item, ItemKind, NodeIx, Resolved};

/// Writes blocks in order.
pub(crate) fn write(flow: &mut Flow<'_>, w: &mut Writer, blocks: &[Block<Resolved>]) {
    for block in blocks {
        one(flow, w, block);
    }
}

fn one(flow: &mut Flow<'_>, w: &mut Writer, block: &Block<Resolved>) {
    match &block.kind {
        // What stands in these has a standing of its own.
        BlockKind::List { start, items } => list(flow, w, *start, items),
        BlockKind::Quote(blocks) => w.around("blockquote", &[], |w| write(flow, w, blocks)),
        BlockKind::Data(data) => data::write(flow, w, *data),
        BlockKind::Rule => w.open("hr", &[]),
        kind => standing::block(flow, w, block.standing, |flow, w| self::text(flow, w, kind)),
    }
    w.line();
}

/// A block that is translated as one.
fn text(flow: &mut Flow<'_>, w: &mut Writer, kind: &BlockKind<Resolved>) {
    match kind {
        BlockKind::Paragraph(line) => w.around("p", &[], |w| inlines::write(flow, w, line, Around::Text)),
        BlockKind::Table { head, rows } => table(flow, w, head, rows),
        BlockKind::Figure { caption, note } => figure(flow, w, caption, note.as_deref()),
        BlockKind::Code(code) => w.around("pre", &[], |w| w.element("code", &[], code)),
        BlockKind::List { .. } | BlockKind::Quote(_) | BlockKind::Data(_) | BlockKind::Rule => {}
    }
}

fn list(flow: &mut Flow<'_>, w: &mut Writer, start: Option<u64>, items: &[Item<Resolved>]) {
    let class = match items.first().map(|item| item.kind) {
        Some(ItemKind::Action) => "actions",
        Some(ItemKind::Detail) => "details",
        _ => "clauses",
    };
    let number = start.map(|start| start.to_string());
    let (tag, attributes): (_, Vec<(&'static str, &str)>) = match number.as_deref() {
        None => ("ul", vec![("class", class)]),
        Some("1") => ("ol", vec![("class", class)]),
        Some(start) => ("ol", vec![("class", class), ("start", start)]),
    };
    w.open(tag, &attributes);
    w.line();
    for one in items {
        item(flow, w, one);
    }
    w.close(tag);
}

fn item(flow: &mut Flow<'_>, w: &mut Writer, item: &Item<Resolved>) {
    let attributes: Vec<(&'static str, &str)> =
        item.fragment.iter().map(|fragment| ("id", fragment.as_str())).collect();
    w.open("li", &attributes);
    match &item.fragment {
        Some(fragment) => flow.at(fragment, |flow| content(flow, w, item)),
        None => content(flow, w, item),
    }
    if let Some(node) = item.node {
        reposted_at(flow, w, node);
    }
    w.close("li");
    w.line();
}

/// The blocks of an item; its own text ends with the link by which it is quoted.
fn content(flow: &mut Flow<'_>, w: &mut Writer, item: &Item<Resolved>) {
    for (index, block) in item.blocks.iter().enumerate() {
        match (&block.kind, &item.fragment) {
            (BlockKind::Paragraph(line), Some(fragment)) if index == 0 => {
                standing::block(flow, w, block.standing, |flow, w| {
                    w.open("p", &[]);
                    inlines::write(flow, w, line, Around::Text);
                    permalink(flow, w, fragment);
                    w.close("p");
                });
            }
            _ => one(flow, w, block),
        }
    }
}

/// The link by which a heading or an item is quoted. Its sign is drawn by the style sheet.
pub(crate) fn permalink(flow: &Flow<'_>, w: &mut Writer, fragment: &str) {
    // The fragment tells one such link from another in a list of links.
    let label = format!("{} #{fragment}", flow.site.strings.get(strings::PERMALINK));
    w.element("a", &[("class", "permalink"), ("href", &format!("#{fragment}")), ("aria-label", &label)], "");
}

/// At an original, where it is re-posted.
pub(crate) fn reposted_at(flow: &Flow<'_>, w: &mut Writer, node: NodeIx) {
    let Some(reposts) = flow.site.plan.links.reposted_at.get(node.0).filter(|reposts| !reposts.is_empty()) else {
        return;
    };
    w.open("div", &[("class", "reposted-at")]);
    w.element("span", &[("class", "label")], flow.site.strings.get(strings::REPOSTED_AT));
    for repost in reposts {
        let from = flow.site.plan.links.reposts[repost.0].from;
        w.text(" ");
        w.around("a", &[("href", &flow.href(from))], |w| w.words(&flow.site.place(from)));
    }
    w.close("div");
}

fn table(flow: &mut Flow<'_>, w: &mut Writer, head: &[Vec<Inline<Resolved>>], rows: &[Vec<Vec<Inline<Resolved>>>]) {
    w.open("div", &[("class", "scroll")]);
    w.open("table", &[]);
    w.open("thead", &[]);
    w.open("tr", &[]);
    for cell in head {
        w.around("th", &[("scope", "col")], |w| inlines::write(flow, w, cell, Around::Text));
    }
    w.close("tr");
    w.close("thead");
    w.open("tbody", &[]);
    for row in rows {
        w.open("tr", &[]);
        for cell in row {
            w.around("td", &[], |w| inlines::write(flow, w, cell, Around::Text));
        }
        w.close("tr");
        w.line();
    }
    w.close("tbody");
    w.close("table");
    w.close("div");
}

/// A picture that is printed in the plan and not carried here: what it shows, and where to find it.
fn figure(flow: &mut Flow<'_>, w: &mut Writer, caption: &[Inline<Resolved>], note: Option<&str>) {
    w.open("figure", &[("class", "picture-missing")]);
    w.open("figcaption", &[]);
    if !caption.is_empty() {
        w.around("span", &[("class", "caption")], |w| inlines::write(flow, w, caption, Around::Text));
        w.text(" ");
    }
    if let Some(note) = note {
        w.element("span", &[("class", "source")], note);
        w.text(" ");
    }
    w.element("small", &[("class", "note")], flow.site.strings.get(strings::PICTURE_MISSING));
    w.close("figcaption");
    w.close("figure");
}
