//! The index of the printed pages: what stands on a page of the print, and which re-posts name it.
//!
//! Pages of volumes that are not carried are listed too, since the plan refers to them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Body;
use crate::plan::{Initiative, NodeIx, NodeKind, Repost, RepostTo, Resolved, VolumeIx};
use crate::render::flow::Flow;
use crate::render::html::Html;
use crate::render::labels;
use crate::render::site_view::SiteView;
use crate::render::strings;
use crate::render::view::Entry;

#[derive(Serialize)]
struct View {
    volumes: Vec<VolumePages>,
}

#[derive(Serialize)]
struct VolumePages {
    /// Plain title, for the name of its table.
    label: String,
    title_html: Html,
    carried: bool,
    pages: Vec<PageRow>,
}

#[derive(Serialize)]
struct PageRow {
    page: String,
    /// What stands on it.
    originals: Vec<Entry>,
    /// The re-posts that name it.
    reposts: Vec<Entry>,
}

/// What is known of a printed page.
#[derive(Default)]
struct Known {
    originals: Vec<NodeIx>,
    reposts: Vec<NodeIx>,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let pages = collect(site);
    let mut volumes = Vec::new();
    for (index, volume) in site.plan.volumes.iter().enumerate() {
        let rows = pages.range((VolumeIx(index), 0)..=(VolumeIx(index), u32::MAX)).map(|((_, page), known)| PageRow {
            page: site.strings.with(strings::PRINTED_PAGE, "page", &page.to_string()),
            originals: known.originals.iter().map(|&node| entry(flow, node)).collect(),
            reposts: known.reposts.iter().map(|&node| entry(flow, node)).collect(),
        });
        let rows: Vec<PageRow> = rows.collect();
        if !rows.is_empty() {
            volumes.push(VolumePages {
                label: site.text(&volume.title).value.to_owned(),
                title_html: site.words(&volume.title).html(),
                carried: volume.carried,
                pages: rows,
            });
        }
    }
    Body::new(&View { volumes })
}

fn entry(flow: &Flow<'_>, node: NodeIx) -> Entry {
    Entry { title_html: flow.site.place(node).html(), href: flow.href(node), ..Entry::default() }
}

fn collect(site: &SiteView<'_>) -> BTreeMap<(VolumeIx, u32), Known> {
    let mut pages: BTreeMap<(VolumeIx, u32), Known> = BTreeMap::new();
    for (index, volume) in site.plan.volumes.iter().enumerate() {
        let policies = volume.chapters.iter().flat_map(|chapter| &chapter.policies);
        for initiative in policies.flat_map(|policy| &policy.initiatives) {
            for page in &initiative.pages {
                let known = pages.entry((VolumeIx(index), page.page.value)).or_default();
                let measures: Vec<u32> = page.measures.iter().map(|measure| measure.value).collect();
                known.originals.extend(on_page(site, initiative, &measures));
            }
        }
    }
    for repost in &site.plan.links.reposts {
        if let (Some(volume), Some(page)) = (volume_of(site, repost), repost.page) {
            pages.entry((volume, page)).or_default().reposts.push(repost.from);
        }
    }
    pages
}

/// The initiative, or those of its measures that stand on the page.
fn on_page(site: &SiteView<'_>, initiative: &Initiative<Resolved>, measures: &[u32]) -> Vec<NodeIx> {
    if measures.is_empty() {
        return vec![initiative.node];
    }
    let numbers: Vec<String> =
        measures.iter().flat_map(|&number| [number.to_string(), labels::circled(number)]).collect();
    let node = |index: &NodeIx| {
        let node = site.node(*index);
        node.kind == NodeKind::Measure && node.number.as_ref().is_some_and(|number| numbers.contains(number))
    };
    site.node(initiative.node).children.iter().copied().filter(node).collect()
}

/// The volume a re-post names, or, where it names none, that of its original.
fn volume_of(site: &SiteView<'_>, repost: &Repost) -> Option<VolumeIx> {
    repost.volume.or_else(|| match repost.to {
        RepostTo::NotCarried(volume) => Some(volume),
        RepostTo::Node(to) => {
            let top = *site.plan.links.path(to).first()?;
            site.plan.volumes.iter().position(|volume| volume.node == top).map(VolumeIx)
        }
    })
}
