//! The page of a policy: lead, 現状と課題, then from the facts 今後の取組方針 and 数値目標.

use serde::Serialize;

use super::Body;
use super::text::Text;
use crate::plan::{Policy, Resolved, plain_blocks};
use crate::render::flow::Flow;
use crate::render::html::{Html, Writer};
use crate::render::view::Entry;
use crate::render::words::Words;
use crate::render::{data, prose, strings};

#[derive(Serialize)]
struct View {
    number: String,
    #[serde(flatten)]
    text: Text,
    /// The list of initiatives; empty without any.
    initiatives_html: Html,
    /// The table of targets; empty without any.
    targets_html: Html,
}

pub(super) fn body(flow: &mut Flow<'_>, policy: &Policy<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let page = Text::write(flow, &policy.title, policy.node, &policy.prose, 2);
    let text = site.pick(&policy.prose).map(|text| text.value);
    let mut initiatives = Writer::default();
    if !policy.initiatives.is_empty() {
        data::initiatives::write(flow, &mut initiatives, policy);
    }
    let mut targets = Writer::default();
    if !policy.targets.is_empty() {
        flow.at("k-targets", |flow| data::targets::of_policy(flow, &mut targets, policy));
    }
    let mut contents = text.map(|text| prose::contents(site, text)).unwrap_or_default();
    let heading = |key, href: &str| Entry {
        title_html: Words::own(site.strings.get(key)).html(),
        href: href.to_owned(),
        ..Entry::default()
    };
    if !policy.initiatives.is_empty() {
        contents.push(heading(strings::INITIATIVES, "#k-initiatives"));
    }
    if !policy.targets.is_empty() {
        contents.push(heading(strings::TARGETS_HEADING, "#k-targets"));
    }
    let view = View {
        number: policy.number.to_string(),
        text: page,
        initiatives_html: initiatives.finish(),
        targets_html: targets.finish(),
    };
    let description = text.map(|text| plain_blocks(&text.lead)).unwrap_or_default();
    Ok(Body::new(&view)?.contents(contents).description(description))
}
