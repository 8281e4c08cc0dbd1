//! The prose of a page as HTML: lead, sections with their headings, footnotes; and its table of contents.
//!
//! Comes in: the prose of one page in one language. Goes out: flow content whose sections carry the
//! addresses of the plan.

use super::blocks;
use super::flow::{Around, Flow};
use super::html::{Html, Writer};
use super::inlines;
use super::strings;
use super::view::Entry;
use crate::plan::{Prose, Resolved, Section, SectionKind, plain};

/// Headings below h6 do not exist.
const LEVELS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// The parts of a page's prose.
pub(crate) struct ProseHtml {
    pub(crate) lead: Html,
    pub(crate) sections: Html,
    pub(crate) footnotes: Html,
}

/// Writes the prose. `level` is that of its highest heading.
pub(crate) fn write(flow: &mut Flow<'_>, prose: &Prose<Resolved>, level: usize) -> ProseHtml {
    flow.footnotes = prose.footnotes.iter().map(|(label, _)| label.clone()).collect();
    let mut lead = Writer::default();
    blocks::write(flow, &mut lead, &prose.lead);
    let mut sections = Writer::default();
    for one in &prose.sections {
        section(flow, &mut sections, one, level);
    }
    ProseHtml { lead: lead.finish(), sections: sections.finish(), footnotes: footnotes(flow, prose) }
}

fn section(flow: &mut Flow<'_>, w: &mut Writer, section: &Section<Resolved>, level: usize) {
    let class = match section.kind {
        SectionKind::Section => "section",
        SectionKind::Measure => "measure",
    };
    let tag = LEVELS[level.clamp(1, LEVELS.len()) - 1];
    w.open("section", &[("class", class), ("id", &section.fragment)]);
    w.open(tag, &[]);
    if let Some(number) = &section.number {
        w.element("span", &[("class", "number")], number);
        w.text(" ");
    }
    inlines::write(flow, w, &section.heading, Around::Text);
    blocks::permalink(flow, w, &section.fragment);
    w.close(tag);
    w.line();
    blocks::reposted_at(flow, w, section.node);
    blocks::write(flow, w, &section.blocks);
    for below in &section.sections {
        self::section(flow, w, below, level + 1);
    }
    w.close("section");
    w.line();
}

fn footnotes(flow: &mut Flow<'_>, prose: &Prose<Resolved>) -> Html {
    let mut w = Writer::default();
    if prose.footnotes.is_empty() {
        return w.finish();
    }
    let strings = flow.site.strings;
    w.open("section", &[("class", "footnotes"), ("aria-label", strings.get(strings::FOOTNOTES))]);
    w.open("ol", &[]);
    for (index, (label, content)) in prose.footnotes.iter().enumerate() {
        let number = index + 1;
        w.open("li", &[("id", &format!("k-fn-{number}"))]);
        blocks::write(flow, &mut w, content);
        if flow.referred.contains(label) {
            let back = strings.with(strings::FOOTNOTE_BACK, "n", &number.to_string());
            w.element("a", &[("href", &format!("#k-fnref-{number}")), ("class", "footnote-back")], &back);
        }
        w.close("li");
    }
    w.close("ol");
    w.close("section");
    w.finish()
}

/// The headings of a page, two levels deep.
pub(crate) fn contents(prose: &Prose<Resolved>) -> Vec<Entry> {
    prose
        .sections
        .iter()
        .map(|one| Entry { children: one.sections.iter().map(entry).collect(), ..entry(one) })
        .collect()
}

fn entry(section: &Section<Resolved>) -> Entry {
    Entry {
        number: section.number.clone().unwrap_or_default(),
        title: plain(&section.heading),
        href: format!("#{}", section.fragment),
        ..Entry::default()
    }
}
