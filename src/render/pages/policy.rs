//! The page of a policy: lead, 現状と課題, then from the facts 今後の取組方針 and 数値目標.

use serde::Serialize;

use super::Body;
use crate::plan::{Policy, Resolved, plain_blocks};
use crate::render::flow::{Around, Flow};
use crate::render::html::{Html, Writer};
use crate::render::view::Entry;
use crate::render::{blocks, data, inlines, prose, strings};

#[derive(Serialize)]
struct View {
    number: String,
    title_html: Html,
    reposted_at_html: Html,
    lead_html: Html,
    sections_html: Html,
    footnotes_html: Html,
    /// The list of initiatives; empty without any.
    initiatives_html: Html,
    /// The table of targets; empty without any.
    targets_html: Html,
}

pub(super) fn body(flow: &mut Flow<'_>, policy: &Policy<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let title_html = inlines::html(flow, site.title(&policy.title), Around::Text);
    let mut reposted = Writer::default();
    blocks::reposted_at(flow, &mut reposted, policy.node);
    let text = site.pick(&policy.prose);
    let parts = text.map(|text| prose::write(flow, text, 2));
    let (lead_html, sections_html, footnotes_html) =
        parts.map(|parts| (parts.lead, parts.sections, parts.footnotes)).unwrap_or_default();
    let mut initiatives = Writer::default();
    if !policy.initiatives.is_empty() {
        data::initiatives::write(flow, &mut initiatives, policy);
    }
    let mut targets = Writer::default();
    if !policy.targets.is_empty() {
        data::targets::of_policy(flow, &mut targets, policy);
    }
    let mut contents = text.map(prose::contents).unwrap_or_default();
    let heading =
        |key, href: &str| Entry { title: site.strings.get(key).to_owned(), href: href.to_owned(), ..Entry::default() };
    if !policy.initiatives.is_empty() {
        contents.push(heading(strings::INITIATIVES, "#k-initiatives"));
    }
    if !policy.targets.is_empty() {
        contents.push(heading(strings::TARGETS_HEADING, "#k-targets"));
    }
    let view = View {
        number: policy.number.to_string(),
        title_html,
        reposted_at_html: reposted.finish(),
        lead_html,
        sections_html,
        footnotes_html,
        initiatives_html: initiatives.finish(),
        targets_html: targets.finish(),
    };
    let description = text.map(|text| plain_blocks(&text.lead)).unwrap_or_default();
    Ok(Body::new(&view)?.contents(contents).description(description))
}
