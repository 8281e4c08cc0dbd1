//! The page of a chapter: its text, and its policies.

use serde::Serialize;

use super::Body;
use crate::plan::{Chapter, Resolved, plain_blocks};
use crate::render::flow::{Around, Flow};
use crate::render::html::{Html, Writer};
use crate::render::view::{Entry, TitleLink};
use crate::render::{blocks, inlines, prose, strings};

#[derive(Serialize)]
struct View {
    number: String,
    title_html: Html,
    reposted_at_html: Html,
    lead_html: Html,
    sections_html: Html,
    footnotes_html: Html,
    policies: Vec<TitleLink>,
}

pub(super) fn body(flow: &mut Flow<'_>, chapter: &Chapter<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let title_html = inlines::html(flow, site.title(&chapter.title), Around::Text);
    let mut reposted = Writer::default();
    blocks::reposted_at(flow, &mut reposted, chapter.node);
    let text = site.pick(&chapter.prose);
    let parts = text.map(|text| prose::write(flow, text, 2));
    let (lead_html, sections_html, footnotes_html) =
        parts.map(|parts| (parts.lead, parts.sections, parts.footnotes)).unwrap_or_default();
    let policies = chapter.policies.iter().map(|policy| TitleLink {
        number: policy.number.to_string(),
        title_html: inlines::html(flow, site.title(&policy.title), Around::Link),
        href: flow.href(policy.node),
    });
    let view = View {
        number: site.strings.with(strings::CHAPTER_NUMBER, "n", &chapter.number.to_string()),
        title_html,
        reposted_at_html: reposted.finish(),
        lead_html,
        sections_html,
        footnotes_html,
        policies: policies.collect(),
    };
    let contents: Vec<Entry> = text.map(prose::contents).unwrap_or_default();
    let description = text.map(description).unwrap_or_default();
    Ok(Body::new(&view)?.contents(contents).description(description))
}

/// The lead, or the text of the first section.
fn description(text: &crate::plan::Prose<Resolved>) -> String {
    let lead = plain_blocks(&text.lead);
    match text.sections.first() {
        Some(first) if lead.is_empty() => plain_blocks(&first.blocks),
        _ => lead,
    }
}
