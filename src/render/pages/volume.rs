//! The page of a volume: its chapters, policies and initiatives.

use serde::Serialize;

use super::Body;
use crate::plan::{Resolved, Volume};
use crate::render::flow::Flow;
use crate::render::html::Html;
use crate::render::view::Entry;
use crate::render::{menu, standing};

#[derive(Serialize)]
struct View {
    number: String,
    title_html: Html,
    /// The notice where the title is behind.
    standing_html: Html,
    chapters: Vec<Entry>,
}

pub(super) fn body(flow: &mut Flow<'_>, volume: &Volume<Resolved>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let entry = |node| menu::entry(site, flow.page, node);
    let chapters = volume.chapters.iter().map(|chapter| {
        let policies = chapter.policies.iter().map(|policy| Entry {
            children: policy.initiatives.iter().map(|initiative| entry(initiative.node)).collect(),
            ..entry(policy.node)
        });
        Entry { children: policies.collect(), ..entry(chapter.node) }
    });
    Body::new(&View {
        number: volume.number.clone().unwrap_or_default(),
        title_html: site.words(&volume.title).html(),
        standing_html: standing::html(flow, volume.title.is_behind(site.lang)),
        chapters: chapters.collect(),
    })
}
