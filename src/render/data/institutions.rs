//! The support matrix 支援機関等の役割: who helps with what.
//!
//! Comes in: the institutions of a volume. Goes out: a table with an ○ where an institution gives a kind of
//! support. On the page of institutions each row is at the institution's address.

use super::{close_table, open_table};
use crate::plan::Institutions;
use crate::render::flow::Flow;
use crate::render::html::Writer;
use crate::render::strings;
use crate::site::pages;

/// Writes the matrix.
pub(crate) fn write(flow: &Flow<'_>, w: &mut Writer, institutions: &Institutions) {
    let site = flow.site;
    let strings = site.strings;
    open_table(w, "institutions", strings.get(strings::INSTITUTIONS));
    w.open("thead", &[]);
    w.open("tr", &[]);
    w.element("th", &[("scope", "col"), ("colspan", "2")], strings.get(strings::INSTITUTION));
    for (_, title) in &institutions.supports {
        w.element("th", &[("scope", "col"), ("class", "mark")], site.text(title));
    }
    w.close("tr");
    w.close("thead");
    w.line();
    w.open("tbody", &[]);
    for institution in &institutions.institutions {
        let address = pages::institution(&institution.id.value);
        let id = address.fragment.as_deref().unwrap_or_default();
        // The text of a chapter repeats the matrix; the address is that of the list page alone.
        let attributes = [("id", id)];
        w.open("tr", &attributes[..usize::from(flow.page.page == address.page)]);
        w.around("th", &[("scope", "row")], |w| {
            w.text(site.text(&institution.name));
            w.text(" ");
            w.element("span", &[("class", "role")], site.text(&institution.role));
        });
        w.element("td", &[("class", "description")], site.text(&institution.description));
        for supports in &institution.supports {
            w.element("td", &[("class", "mark")], if *supports { strings.get(strings::SUPPORT_MARK) } else { "" });
        }
        w.close("tr");
        w.line();
    }
    w.close("tbody");
    close_table(w);
}
