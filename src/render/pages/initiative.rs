//! The page of an initiative: 【取組内容】 with its measures, 【工程表】 with its schedule.

use serde::Serialize;

use super::Body;
use crate::plan::{Initiative, Prose, Resolved, plain, plain_blocks};
use crate::render::flow::{Around, Flow};
use crate::render::html::{Html, Writer};
use crate::render::view::Entry;
use crate::render::{blocks, data, inlines, labels, prose, strings};
use crate::site::{Address, pages as address};

#[derive(Serialize)]
struct View {
    number: String,
    title_html: Html,
    reposted_at_html: Html,
    lead_html: Html,
    measures_html: Html,
    footnotes_html: Html,
    /// The schedule; empty without one.
    schedule_html: Html,
    /// Printed pages as `P31 ②`.
    printed: Vec<String>,
    /// Link to the index of printed pages.
    printed_href: String,
}

pub(super) fn body(flow: &mut Flow<'_>, initiative: &Initiative<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let title_html = inlines::html(flow, site.title(&initiative.title), Around::Text);
    let mut reposted = Writer::default();
    blocks::reposted_at(flow, &mut reposted, initiative.node);
    let text = site.pick(&initiative.prose);
    let parts = text.map(|text| prose::write(flow, text, 3));
    let (lead_html, measures_html, footnotes_html) =
        parts.map(|parts| (parts.lead, parts.sections, parts.footnotes)).unwrap_or_default();
    let mut schedule = Writer::default();
    if let Some(one) = &initiative.schedule {
        data::schedule::write(flow, &mut schedule, one);
    }
    let heading =
        |key, href: &str| Entry { title: site.strings.get(key).to_owned(), href: href.to_owned(), ..Entry::default() };
    let measures = text.map(prose::contents).unwrap_or_default();
    let mut contents = vec![Entry { children: measures, ..heading(strings::MEASURES, "#k-measures") }];
    if initiative.schedule.is_some() {
        contents.push(heading(strings::SCHEDULE_HEADING, "#k-schedule"));
    }
    let view = View {
        number: site.strings.with(strings::INITIATIVE_NUMBER, "n", &initiative.number.to_string()),
        title_html,
        reposted_at_html: reposted.finish(),
        lead_html,
        measures_html,
        footnotes_html,
        schedule_html: schedule.finish(),
        printed: printed(flow, initiative),
        printed_href: site.href(flow.page, &Address::page(address::PRINTED_PAGES)),
    };
    Ok(Body::new(&view)?.contents(contents).description(text.map(description).unwrap_or_default()))
}

fn printed(flow: &Flow<'_>, initiative: &Initiative<Resolved>) -> Vec<String> {
    let page = |page: &crate::plan::PrintedPage| {
        let number = flow.site.strings.with(strings::PRINTED_PAGE, "page", &page.page.value.to_string());
        let measures: String = page.measures.iter().map(|measure| labels::circled(measure.value)).collect();
        if measures.is_empty() { number } else { format!("{number} {measures}") }
    };
    initiative.pages.iter().map(page).collect()
}

/// The lead, or the titles of the measures.
fn description(text: &Prose<Resolved>) -> String {
    let lead = plain_blocks(&text.lead);
    if !lead.is_empty() {
        return lead;
    }
    let title = |section: &crate::plan::Section<Resolved>| {
        format!("{} {}", section.number.as_deref().unwrap_or_default(), plain(&section.heading))
    };
    text.sections.iter().map(title).collect::<Vec<_>>().join(" ")
}
