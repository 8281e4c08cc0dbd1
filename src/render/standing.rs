//! Notices to readers of a translation: this piece is behind the plan, that one is not translated.
//!
//! Comes in: how a piece stands to the plan's own text. Goes out: the piece, in the plan's own words where it
//! is missing, and a quiet notice in the language of the page. Unconfirmed pieces are shown as they are: only
//! the staff need to know of them.

use super::flow::Flow;
use super::html::{Html, Writer};
use super::strings::{self, Key};
use crate::plan::Standing;

/// Writes a block as it stands to the plan's own text.
pub(crate) fn block<'a>(
    flow: &mut Flow<'a>,
    w: &mut Writer,
    standing: Standing,
    content: impl FnOnce(&mut Flow<'a>, &mut Writer),
) {
    match standing {
        Standing::Missing => {
            missing(flow, w);
            w.open("div", &[("lang", flow.site.original().lang.code())]);
            flow.in_original(|flow| content(flow, w));
            w.close("div");
        }
        Standing::Behind => {
            flow.told_missing = false;
            content(flow, w);
            behind(flow, w);
        }
        Standing::Current | Standing::Unconfirmed => {
            flow.told_missing = false;
            content(flow, w);
        }
    }
}

/// The notice on what is not translated; once for all that follows it without a translated piece between.
pub(crate) fn missing(flow: &mut Flow<'_>, w: &mut Writer) {
    if !std::mem::replace(&mut flow.told_missing, true) {
        w.element("p", &[("class", "standing")], flow.site.strings.get(strings::PIECE_MISSING));
    }
}

/// The notice on what the plan says differently by now, with the way to the same place in its own words.
pub(crate) fn behind(flow: &Flow<'_>, w: &mut Writer) {
    notice(flow, w, strings::PIECE_BEHIND);
}

/// The notice below facts, where a wording of them is behind.
pub(crate) fn facts(flow: &Flow<'_>, w: &mut Writer, is_behind: bool) {
    if is_behind {
        notice(flow, w, strings::FACTS_BEHIND);
    }
}

/// The notice below a title or a definition that is behind; nothing below one that is not.
pub(crate) fn html(flow: &Flow<'_>, is_behind: bool) -> Html {
    let mut w = Writer::default();
    if is_behind {
        behind(flow, &mut w);
    }
    w.finish()
}

fn notice(flow: &Flow<'_>, w: &mut Writer, key: Key) {
    let original = flow.site.original();
    let lang = original.lang.code();
    w.open("p", &[("class", "standing")]);
    w.text(flow.site.strings.get(key));
    w.text(" ");
    let attributes = [("href", flow.original_href()), ("hreflang", lang.to_owned()), ("lang", lang.to_owned())];
    let attributes: Vec<(&'static str, &str)> =
        attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    w.element("a", &attributes, original.strings.get(strings::LANGUAGE_NAME));
    w.close("p");
}
