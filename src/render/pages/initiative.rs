//! The page of an initiative: 【取組内容】 with its measures, 【工程表】 with its schedule.

use serde::Serialize;

use super::Body;
use super::text::Text;
use crate::plan::{Initiative, Prose, Resolved, plain, plain_blocks};
use crate::render::flow::Flow;
use crate::render::html::{Html, Writer};
use crate::render::site_view::SiteView;
use crate::render::view::Entry;
use crate::render::words::Words;
use crate::render::{data, labels, prose, strings};
use crate::site::{Address, pages as address};

#[derive(Serialize)]
struct View {
    number: String,
    #[serde(flatten)]
    text: Text,
    /// The schedule; empty without one.
    schedule_html: Html,
    /// Printed pages as `P31 ②`.
    printed: Vec<String>,
    /// Link to the index of printed pages.
    printed_href: String,
}

pub(super) fn body(flow: &mut Flow<'_>, initiative: &Initiative<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let page = Text::write(flow, &initiative.title, initiative.node, &initiative.prose, 3);
    let text = site.pick(&initiative.prose).map(|text| text.value);
    let mut schedule = Writer::default();
    if let Some(one) = &initiative.schedule {
        flow.at("k-schedule", |flow| data::schedule::write(flow, &mut schedule, one));
    }
    let heading = |key, href: &str| Entry {
        title_html: Words::own(site.strings.get(key)).html(),
        href: href.to_owned(),
        ..Entry::default()
    };
    let measures = text.map(|text| prose::contents(site, text)).unwrap_or_default();
    let mut contents = vec![Entry { children: measures, ..heading(strings::MEASURES, "#k-measures") }];
    if initiative.schedule.is_some() {
        contents.push(heading(strings::SCHEDULE_HEADING, "#k-schedule"));
    }
    let view = View {
        number: site.strings.with(strings::INITIATIVE_NUMBER, "n", &initiative.number.to_string()),
        text: page,
        schedule_html: schedule.finish(),
        printed: printed(flow, initiative),
        printed_href: site.href(flow.page, &Address::page(address::PRINTED_PAGES)),
    };
    Ok(Body::new(&view)?.contents(contents).description(text.map(|text| description(site, text)).unwrap_or_default()))
}

fn printed(flow: &Flow<'_>, initiative: &Initiative<Resolved>) -> Vec<String> {
    let page = |page: &crate::plan::PrintedPage| {
        let measures = page.measures.iter().map(|measure| measure.value);
        labels::printed_page(page.page.value, measures, flow.site.strings)
    };
    initiative.pages.iter().map(page).collect()
}

/// The lead, or the titles of the measures.
fn description(site: &SiteView<'_>, text: &Prose<Resolved>) -> String {
    let lead = plain_blocks(&text.lead);
    if !lead.is_empty() {
        return lead;
    }
    let title = |section: &crate::plan::Section<Resolved>| {
        format!("{} {}", prose::number(site, section), plain(&section.heading))
    };
    text.sections.iter().map(title).collect::<Vec<_>>().join(" ")
}
