//! A line of the plan as HTML: text, marked terms, re-posts, links.
//!
//! Comes in: the inlines of a resolved plan. Goes out: phrasing content. Inside a link a term and a re-post
//! are spans, since neither a button nor a link may stand in a link.

use super::flow::{Around, Flow};
use super::html::{Html, Writer};
use super::strings;
use super::words::Picked;
use crate::plan::{Inline, RepostIx, RepostTo, Resolved, TermIx};

/// Brackets after which, and marks before which, no line may break. Browsers forget that beside a button.
const OPENING: &[char] = &['「', '『', '（', '(', '【', '〔', '［', '〈', '“'];
const CLOSING: &[char] = &['」', '』', '）', ')', '】', '〕', '］', '〉', '”', '、', '。', '，', '．', '・', 'ー'];

/// Writes a line. A term keeps the brackets and marks beside it on its own line of the screen.
pub(crate) fn write(flow: &mut Flow<'_>, w: &mut Writer, inlines: &[Inline<Resolved>], around: Around) {
    let is_term = |index: usize| matches!(inlines.get(index), Some(Inline::Term { .. }));
    for (index, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Text(text) => {
                let (_, rest) = if index > 0 && is_term(index - 1) { leading(text) } else { ("", text.as_str()) };
                let (rest, _) = if is_term(index + 1) { trailing(rest) } else { (rest, "") };
                w.text(rest);
            }
            Inline::Term { term: one, text, .. } => {
                let before = match index.checked_sub(1).map(|before| &inlines[before]) {
                    Some(Inline::Text(text)) => trailing(text).1,
                    _ => "",
                };
                let after = match inlines.get(index + 1) {
                    Some(Inline::Text(text)) => leading(text).0,
                    _ => "",
                };
                if before.is_empty() && after.is_empty() {
                    term(flow, w, *one, text, around);
                } else {
                    w.open("span", &[("class", "keep")]);
                    w.text(before);
                    term(flow, w, *one, text, around);
                    w.text(after);
                    w.close("span");
                }
            }
            _ => self::one(flow, w, inline, around),
        }
    }
}

/// What stands before a term in brackets: the text, and its last opening brackets.
fn trailing(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(OPENING).len())
}

/// What stands behind a term: its first closing marks, and the text.
fn leading(text: &str) -> (&str, &str) {
    text.split_at(text.len() - text.trim_start_matches(CLOSING).len())
}

/// Writes a title, in its language where that is not the language of the page.
pub(crate) fn title(flow: &mut Flow<'_>, w: &mut Writer, title: Picked<'_, [Inline<Resolved>]>, around: Around) {
    w.in_language(title.lang, |w| write(flow, w, title.value, around));
}

/// A title as finished HTML.
pub(crate) fn title_html(flow: &mut Flow<'_>, title: Picked<'_, [Inline<Resolved>]>, around: Around) -> Html {
    let mut w = Writer::default();
    self::title(flow, &mut w, title, around);
    w.finish()
}

fn one(flow: &mut Flow<'_>, w: &mut Writer, inline: &Inline<Resolved>, around: Around) {
    match inline {
        Inline::Text(text) | Inline::Value(text) => w.text(text),
        Inline::Term { term: one, text, .. } => term(flow, w, *one, text, around),
        Inline::Repost(index) => repost(flow, w, *index, around),
        Inline::Strong(content) => nested(flow, w, "strong", content, around),
        Inline::Emphasis(content) => nested(flow, w, "em", content, around),
        Inline::Strike(content) => nested(flow, w, "s", content, around),
        Inline::Code(code) => w.element("code", &[], code),
        Inline::ExternalLink { url, content } => link(flow, w, url, true, content, around),
        Inline::Link { to, content } => {
            let href = flow.href(*to);
            link(flow, w, &href, false, content, around);
        }
        Inline::Footnote(label) => footnote(flow, w, label, around),
        Inline::Ruby { base, reading } => w.around("ruby", &[], |w| {
            w.text(base);
            w.element("rp", &[], "（");
            w.element("rt", &[], reading);
            w.element("rp", &[], "）");
        }),
        Inline::Break => w.open("br", &[]),
    }
}

fn nested(flow: &mut Flow<'_>, w: &mut Writer, tag: &'static str, content: &[Inline<Resolved>], around: Around) {
    w.around(tag, &[], |w| write(flow, w, content, around));
}

fn link(flow: &mut Flow<'_>, w: &mut Writer, href: &str, external: bool, content: &[Inline<Resolved>], around: Around) {
    match (around, external) {
        (Around::Link, _) => write(flow, w, content, around),
        (Around::Text, true) => {
            w.around("a", &[("href", href), ("rel", "external")], |w| write(flow, w, content, Around::Link));
        }
        (Around::Text, false) => w.around("a", &[("href", href)], |w| write(flow, w, content, Around::Link)),
    }
}

/// A marked term: a button that shows its definition, without any script.
fn term(flow: &mut Flow<'_>, w: &mut Writer, index: TermIx, text: &str, around: Around) {
    let id = flow.site.plan.terms[index.0].id.value.as_str();
    // In a link there is no button, but the definition can be read at the end of the page.
    flow.use_term(index);
    match around {
        Around::Text => {
            let target = format!("def-{id}");
            let attributes =
                [("type", "button"), ("class", "term"), ("popovertarget", target.as_str()), ("data-term", id)];
            w.element("button", &attributes, text);
        }
        Around::Link => w.element("span", &[("class", "term"), ("data-term", id)], text),
    }
}

/// The printed wording of a re-post, leading to its original.
fn repost(flow: &mut Flow<'_>, w: &mut Writer, index: RepostIx, around: Around) {
    let repost = &flow.site.plan.links.reposts[index.0];
    let label = flow.site.text(&repost.label);
    match repost.to {
        RepostTo::Node(to) if around == Around::Text => {
            let href = flow.href(to);
            let title = flow.site.place(to).plain();
            w.around("a", &[("class", "repost"), ("href", &href), ("title", &title)], |w| w.picked(label));
        }
        RepostTo::Node(_) => w.around("span", &[("class", "repost")], |w| w.picked(label)),
        RepostTo::NotCarried(_) => {
            let note = flow.site.strings.get(strings::NOT_CARRIED);
            w.around("span", &[("class", "repost"), ("title", note)], |w| w.picked(label));
            if around == Around::Text {
                w.element("small", &[("class", "repost-note")], note);
            }
        }
    }
}

fn footnote(flow: &mut Flow<'_>, w: &mut Writer, label: &str, around: Around) {
    let Some(index) = flow.footnotes.iter().position(|known| known == label) else { return };
    let number = (index + 1).to_string();
    if around == Around::Link {
        w.element("sup", &[], &number);
        return;
    }
    let href = format!("#k-fn-{number}");
    let id = format!("k-fnref-{number}");
    let first = !flow.referred.iter().any(|known| known == label);
    if first {
        flow.referred.push(label.to_owned());
    }
    w.around("sup", &[], |w| {
        if first {
            w.element("a", &[("class", "footnote"), ("href", &href), ("id", &id)], &number);
        } else {
            w.element("a", &[("class", "footnote"), ("href", &href)], &number);
        }
    });
}
