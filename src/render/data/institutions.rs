//! The support matrix 支援機関等の役割: who helps with what.
//!
//! Comes in: the institutions of a volume. Goes out: a table with an ○ where an institution gives a kind of
//! support. On the page of institutions each row is at the institution's address.

use super::{close_table, open_table};
use crate::plan::{Institution, Institutions};
use crate::render::flow::Flow;
use crate::render::html::Writer;
use crate::render::{standing, strings};
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
        w.around("th", &[("scope", "col"), ("class", "mark")], |w| w.picked(site.text(title)));
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
            w.picked(site.text(&institution.name));
            w.text(" ");
            original(flow, w, institution);
            w.around("span", &[("class", "role")], |w| w.picked(site.text(&institution.role)));
        });
        w.around("td", &[("class", "description")], |w| w.picked(site.text(&institution.description)));
        for supports in &institution.supports {
            w.element("td", &[("class", "mark")], if *supports { strings.get(strings::SUPPORT_MARK) } else { "" });
        }
        w.close("tr");
        w.line();
    }
    w.close("tbody");
    close_table(w);
    standing::facts(flow, w, institutions.is_behind(site.lang));
}

/// Beside a translated name the original one, and whether the translation is not an official one.
fn original(flow: &Flow<'_>, w: &mut Writer, institution: &Institution) {
    let site = flow.site;
    if !site.is_translation() || institution.name.get(site.lang).is_none() {
        return;
    }
    let original = site.original();
    let attributes = [("class", "original"), ("lang", original.lang.code())];
    w.element("span", &attributes, original.text(&institution.name).value);
    w.text(" ");
    if institution.provisional.contains(site.lang) {
        w.element("small", &[("class", "provisional")], site.strings.get(strings::PROVISIONAL));
        w.text(" ");
    }
}
