//! The front page of a language: what the plan is, its volumes, chapters and policies.

use serde::Serialize;

use super::Body;
use crate::plan::{RepostTo, VolumeIx};
use crate::render::flow::Flow;
use crate::render::menu;
use crate::render::view::Entry;

#[derive(Serialize)]
struct View {
    volumes: Vec<VolumeEntry>,
}

/// A volume with its chapters, these with their policies.
#[derive(Serialize)]
struct VolumeEntry {
    /// Id on the page, for a volume that has no page of its own; may be empty.
    fragment: String,
    carried: bool,
    entry: Entry,
    /// Where re-posts name a volume that is not carried.
    reposts: Vec<Entry>,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let entry = |node| menu::entry(site, flow.page, node);
    let volumes = site.plan.volumes.iter().enumerate().map(|(index, volume)| {
        let chapters = volume.chapters.iter().map(|chapter| {
            let policies = chapter.policies.iter().map(|policy| entry(policy.node)).collect();
            Entry { children: policies, ..entry(chapter.node) }
        });
        VolumeEntry {
            fragment: site.node(volume.node).address.fragment.clone().unwrap_or_default(),
            carried: volume.carried,
            entry: Entry { children: chapters.collect(), ..entry(volume.node) },
            reposts: reposts(flow, VolumeIx(index)),
        }
    });
    let view = View { volumes: volumes.collect() };
    Ok(Body::new(&view)?.description(site.text(&site.plan.meta.edition).to_owned()))
}

fn reposts(flow: &Flow<'_>, volume: VolumeIx) -> Vec<Entry> {
    let naming = flow.site.plan.links.reposts.iter().filter(|repost| repost.to == RepostTo::NotCarried(volume));
    let entry = |repost: &crate::plan::Repost| Entry {
        number: flow.site.text(&repost.label).to_owned(),
        title: flow.site.place(repost.from),
        href: flow.href(repost.from),
        ..Entry::default()
    };
    naming.map(entry).collect()
}
