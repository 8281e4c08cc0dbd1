//! The page of a volume: its chapters, policies and initiatives.

use serde::Serialize;

use super::Body;
use crate::plan::{Resolved, Volume};
use crate::render::flow::Flow;
use crate::render::menu;
use crate::render::view::Entry;

#[derive(Serialize)]
struct View {
    number: String,
    title: String,
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
        title: site.text(&volume.title).to_owned(),
        chapters: chapters.collect(),
    })
}
