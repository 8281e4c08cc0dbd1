//! The prose of a page as HTML: lead, sections with their headings, footnotes; and its table of contents.
//!
//! Comes in: the prose of one page in one language. Goes out: flow content whose sections carry the
//! addresses of the plan.

use super::blocks;
use super::flow::{Around, Flow};
use super::html::{Html, Writer};
use super::inlines;
use super::labels;
use super::site_view::SiteView;
use super::standing;
use super::strings;
use super::view::Entry;
use super::words::Words;
use crate::plan::{NodeKind, Prose, Resolved, Section, SectionKind, Standing, plain};

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
    flow.at(&section.fragment, |flow| {
        heading(flow, w, section, tag);
        blocks::reposted_at(flow, w, section.node);
        blocks::write(flow, w, &section.blocks);
    });
    for below in &section.sections {
        self::section(flow, w, below, level + 1);
    }
    w.close("section");
    w.line();
}

/// A heading; a notice on how it stands to the plan's own comes below it.
fn heading(flow: &mut Flow<'_>, w: &mut Writer, section: &Section<Resolved>, tag: &'static str) {
    w.open(tag, &[]);
    let number = number(flow.site, section);
    if !number.is_empty() {
        w.element("span", &[("class", "number")], &number);
        w.text(" ");
    }
    if section.standing == Standing::Missing {
        let lang = Some(flow.site.original().lang);
        w.in_language(lang, |w| flow.in_original(|flow| inlines::write(flow, w, &section.heading, Around::Text)));
    } else {
        flow.told_missing = false;
        inlines::write(flow, w, &section.heading, Around::Text);
    }
    blocks::permalink(flow, w, &section.fragment);
    w.close(tag);
    w.line();
    match section.standing {
        Standing::Missing => standing::missing(flow, w),
        Standing::Behind => standing::behind(flow, w),
        Standing::Current | Standing::Unconfirmed => {}
    }
}

/// The number of a heading: of a section as it is printed, of a measure as the language writes it.
pub(crate) fn number(site: &SiteView<'_>, section: &Section<Resolved>) -> String {
    let kind = match section.kind {
        SectionKind::Section => NodeKind::Section,
        SectionKind::Measure => NodeKind::Measure,
    };
    section.number.as_deref().map(|printed| labels::number(kind, printed, site.strings)).unwrap_or_default()
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
pub(crate) fn contents(site: &SiteView<'_>, prose: &Prose<Resolved>) -> Vec<Entry> {
    let entry = |one| entry(site, one);
    let sections = prose.sections.iter();
    sections.map(|one| Entry { children: one.sections.iter().map(entry).collect(), ..entry(one) }).collect()
}

fn entry(site: &SiteView<'_>, section: &Section<Resolved>) -> Entry {
    let lang = (section.standing == Standing::Missing).then(|| site.original().lang);
    Entry {
        number: number(site, section),
        title_html: Words::of(plain(&section.heading), lang).html(),
        href: format!("#{}", section.fragment),
        ..Entry::default()
    }
}
