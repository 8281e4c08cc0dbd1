//! The front page of a language: what the plan is, its volumes, chapters and policies.

use serde::Serialize;

use super::Body;
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
    carried: bool,
    entry: Entry,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let entry = |node| menu::entry(site, flow.page, node);
    let volumes = site.plan.volumes.iter().map(|volume| {
        let chapters = volume.chapters.iter().map(|chapter| {
            let policies = chapter.policies.iter().map(|policy| entry(policy.node)).collect();
            Entry { children: policies, ..entry(chapter.node) }
        });
        VolumeEntry { carried: volume.carried, entry: Entry { children: chapters.collect(), ..entry(volume.node) } }
    });
    Body::new(&View { volumes: volumes.collect() })
        .map(|body| body.description(site.text(&site.plan.meta.edition).to_owned()))
}
