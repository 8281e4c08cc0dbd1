//! The page of all targets, volume by volume, each at its address; and the way to them as open data.

use serde::Serialize;

use super::Body;
use crate::render::data::targets;
use crate::render::flow::Flow;
use crate::render::html::{Html, Writer};

#[derive(Serialize)]
struct View {
    volumes: Vec<VolumeTargets>,
}

#[derive(Serialize)]
struct VolumeTargets {
    title_html: Html,
    table_html: Html,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let plan = flow.site.plan;
    let mut volumes = Vec::new();
    for (index, volume) in plan.volumes.iter().enumerate() {
        let all: Vec<_> = plan.targets.iter().filter(|target| target.volume.0 == index).collect();
        if all.is_empty() {
            continue;
        }
        let mut w = Writer::default();
        targets::page(flow, &mut w, &all);
        volumes.push(VolumeTargets { title_html: flow.site.words(&volume.title).html(), table_html: w.finish() });
    }
    Body::new(&View { volumes })
}
