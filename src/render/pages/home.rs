//! The front page of a language: what the plan is, its volumes, chapters and policies.

use serde::Serialize;

use super::Body;
use crate::plan::{RepostTo, VolumeIx};
use crate::render::flow::Flow;
use crate::render::html::Html;
use crate::render::view::{Entry, SiteInfo};
use crate::render::{layout, menu, standing};

#[derive(Serialize)]
struct View {
    /// Title, publisher and years of the plan.
    plan: SiteInfo,
    /// The notice where the title is behind.
    standing_html: Html,
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
    reposts: Vec<RepostEntry>,
}

/// A re-post: its printed wording, and where it stands.
#[derive(Serialize)]
struct RepostEntry {
    label_html: Html,
    place: Entry,
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
    let meta = &site.plan.meta;
    let is_behind = meta.title.is_behind(site.lang) || meta.title_note.iter().any(|note| note.is_behind(site.lang));
    let view =
        View { plan: layout::info(site), volumes: volumes.collect(), standing_html: standing::html(flow, is_behind) };
    Ok(Body::new(&view)?.description(site.text(&meta.edition).value.to_owned()))
}

fn reposts(flow: &Flow<'_>, volume: VolumeIx) -> Vec<RepostEntry> {
    let naming = flow.site.plan.links.reposts.iter().filter(|repost| repost.to == RepostTo::NotCarried(volume));
    let entry = |repost: &crate::plan::Repost| RepostEntry {
        label_html: flow.site.words(&repost.label).html(),
        place: Entry {
            title_html: flow.site.place(repost.from).html(),
            href: flow.href(repost.from),
            ..Entry::default()
        },
    };
    naming.map(entry).collect()
}
