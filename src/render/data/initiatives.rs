//! The initiatives of a policy as links: `(1) 戦略的な企業誘致の推進`.
//!
//! Comes in: a policy. Goes out: a list. Terms in the titles are spans here, since they stand in links.

use crate::plan::{Policy, Resolved};
use crate::render::flow::{Around, Flow};
use crate::render::html::Writer;
use crate::render::{inlines, strings};

/// Writes the list.
pub(crate) fn write(flow: &mut Flow<'_>, w: &mut Writer, policy: &Policy<Resolved>) {
    let site = flow.site;
    w.open("ul", &[("class", "initiatives")]);
    w.line();
    for initiative in &policy.initiatives {
        w.open("li", &[]);
        w.open("a", &[("href", &flow.href(initiative.node))]);
        let number = site.strings.with(strings::INITIATIVE_NUMBER, "n", &initiative.number.to_string());
        w.element("span", &[("class", "number")], &number);
        w.text(" ");
        inlines::title(flow, w, site.title(&initiative.title), Around::Link);
        w.close("a");
        w.close("li");
        w.line();
    }
    w.close("ul");
}
