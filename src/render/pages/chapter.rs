//! The page of a chapter: its text, and its policies.

use serde::Serialize;

use super::Body;
use super::text::Text;
use crate::plan::{Chapter, Resolved, plain_blocks};
use crate::render::flow::{Around, Flow};
use crate::render::view::{Entry, TitleLink};
use crate::render::{inlines, prose, strings};

#[derive(Serialize)]
struct View {
    number: String,
    #[serde(flatten)]
    text: Text,
    policies: Vec<TitleLink>,
}

pub(super) fn body(flow: &mut Flow<'_>, chapter: &Chapter<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let page = Text::write(flow, &chapter.title, chapter.node, &chapter.prose, 2);
    let text = site.pick(&chapter.prose).map(|text| text.value);
    let policies = chapter.policies.iter().map(|policy| TitleLink {
        number: policy.number.to_string(),
        title_html: inlines::title_html(flow, site.title(&policy.title), Around::Link),
        href: flow.href(policy.node),
    });
    let view = View {
        number: site.strings.with(strings::CHAPTER_NUMBER, "n", &chapter.number.to_string()),
        text: page,
        policies: policies.collect(),
    };
    let contents: Vec<Entry> = text.map(|text| prose::contents(site, text)).unwrap_or_default();
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
