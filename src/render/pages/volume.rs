//! The page of a volume: its chapters and policies, or, where it is not carried, what is known of it.

use serde::Serialize;

use super::Body;
use crate::plan::{RepostTo, Resolved, Volume};
use crate::render::flow::Flow;
use crate::render::menu;
use crate::render::view::Entry;

#[derive(Serialize)]
struct View {
    number: String,
    title: String,
    carried: bool,
    chapters: Vec<Entry>,
    /// Where re-posts name a volume that is not carried.
    reposts: Vec<Entry>,
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
    let reposts = site.plan.links.reposts.iter().filter_map(|repost| match repost.to {
        RepostTo::NotCarried(to) if site.plan.volumes[to.0].id.value == volume.id.value => Some(Entry {
            number: repost.label.clone(),
            title: site.place(repost.from),
            href: flow.href(repost.from),
            ..Entry::default()
        }),
        _ => None,
    });
    Body::new(&View {
        number: volume.number.clone().unwrap_or_default(),
        title: site.text(&volume.title).to_owned(),
        carried: volume.carried,
        chapters: chapters.collect(),
        reposts: reposts.collect(),
    })
}
