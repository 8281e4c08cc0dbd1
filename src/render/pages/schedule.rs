//! All schedules on one page, under their policies.

use serde::Serialize;

use super::Body;
use crate::plan::{Policy, Resolved};
use crate::render::flow::Flow;
use crate::render::html::{Html, Writer};
use crate::render::view::Entry;
use crate::render::{data, menu};

#[derive(Serialize)]
struct View {
    policies: Vec<PolicySchedules>,
}

#[derive(Serialize)]
struct PolicySchedules {
    id: String,
    entry: Entry,
    schedules: Vec<One>,
}

#[derive(Serialize)]
struct One {
    id: String,
    entry: Entry,
    table_html: Html,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let chapters = flow.site.plan.volumes.iter().flat_map(|volume| &volume.chapters);
    let policies: Vec<_> = chapters
        .flat_map(|chapter| &chapter.policies)
        .map(|policy| one(flow, policy))
        .filter(|policy| !policy.schedules.is_empty())
        .collect();
    let contents = policies.iter().map(|policy| Entry {
        href: format!("#{}", policy.id),
        children: policy
            .schedules
            .iter()
            .map(|one| Entry { href: format!("#{}", one.id), ..one.entry.clone() })
            .collect(),
        ..policy.entry.clone()
    });
    let contents = contents.collect();
    Ok(Body::new(&View { policies })?.contents(contents))
}

fn one(flow: &mut Flow<'_>, policy: &Policy<Resolved>) -> PolicySchedules {
    let schedules = policy.initiatives.iter().filter_map(|initiative| {
        let mut w = Writer::default();
        let id = format!("k-schedule-{}", initiative.id.value);
        let schedule = initiative.schedule.as_ref()?;
        flow.at(&id, |flow| data::schedule::write(flow, &mut w, schedule));
        Some(One { id, entry: menu::entry(flow.site, flow.page, initiative.node), table_html: w.finish() })
    });
    let schedules = schedules.collect();
    PolicySchedules {
        id: format!("k-policy-{}", policy.id.value),
        entry: menu::entry(flow.site, flow.page, policy.node),
        schedules,
    }
}
