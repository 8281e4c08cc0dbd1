//! `data/plan.json`: every node of the plan with its text and address, and every re-post.
//!
//! Comes in: the resolved plan. Goes out: JSON with one node a line, so that two editions compare line by
//! line. Addresses are site-absolute, without the base URL.

use serde::Serialize;

use super::plan_facts;

use crate::lang::{Lang, Localized};
use crate::plan::{Node, NodeKind, Plan, Repost, RepostTo, Resolved, Years};

#[derive(Serialize)]
struct Head<'a> {
    title: &'a Localized<String>,
    publisher: &'a Localized<String>,
    edition: &'a Localized<String>,
    licence: &'a Localized<String>,
    period: Years,
    languages: &'a [Lang],
}

#[derive(Serialize)]
struct NodeRow<'a> {
    id: &'a str,
    kind: NodeKind,
    number: Option<&'a str>,
    parent: Option<&'a str>,
    page: Option<u32>,
    title: &'a Localized<String>,
    text: &'a Localized<String>,
    url: Localized<String>,
}

#[derive(Serialize)]
struct RepostRow<'a> {
    from: &'a str,
    label: &'a str,
    to: Option<&'a str>,
    volume: Option<&'a str>,
    page: Option<u32>,
    carried: bool,
}

/// The whole file.
pub(crate) fn write(plan: &Plan<Resolved>) -> String {
    let meta = &plan.meta;
    let head = Head {
        title: &meta.title,
        publisher: &meta.publisher,
        edition: &meta.edition,
        licence: &meta.licence,
        period: meta.period,
        languages: &meta.languages,
    };
    let mut out = String::from("{\n\"plan\": ");
    push(&mut out, &head);
    out.push_str(",\n\"nodes\": [\n");
    rows(&mut out, plan.links.nodes.iter().map(|one| node(plan, one)));
    out.push_str("],\n\"reposts\": [\n");
    rows(&mut out, plan.links.reposts.iter().map(|one| repost(plan, one)));
    out.push_str("],\n");
    plan_facts::write(&mut out, plan);
    out.push_str("}\n");
    out
}

fn node<'a>(plan: &'a Plan<Resolved>, node: &'a Node) -> NodeRow<'a> {
    NodeRow {
        id: &node.id,
        kind: node.kind,
        number: node.number.as_deref(),
        parent: node.parent.map(|parent| plan.links.node(parent).id.as_str()),
        page: node.page,
        title: &node.title,
        text: &node.text,
        url: plan.meta.languages.iter().map(|lang| (lang.clone(), node.address.absolute(lang))).collect(),
    }
}

fn repost<'a>(plan: &'a Plan<Resolved>, repost: &'a Repost) -> RepostRow<'a> {
    let volume = |index: crate::plan::VolumeIx| plan.volumes[index.0].id.value.as_str();
    let (to, carried) = match repost.to {
        RepostTo::Node(to) => (Some(plan.links.node(to).id.as_str()), true),
        RepostTo::NotCarried(_) => (None, false),
    };
    let named = repost.volume.map(volume);
    RepostRow {
        from: &plan.links.node(repost.from).id,
        label: repost.label.get(plan.meta.main_language()).map_or("", String::as_str),
        to,
        volume: named,
        page: repost.page,
        carried,
    }
}

pub(super) fn rows<T: Serialize>(out: &mut String, rows: impl Iterator<Item = T>) {
    for (index, row) in rows.enumerate() {
        if index > 0 {
            out.push_str(",\n");
        }
        push(out, &row);
    }
    out.push('\n');
}

/// The value as JSON. Strings, numbers and maps with string keys: there is nothing in it that can fail.
fn push(out: &mut String, value: &impl Serialize) {
    if let Ok(json) = serde_json::to_string(value) {
        out.push_str(&json);
    }
}
