//! The facts of `data/plan.json` that are more than text: figures of targets, schedules, the support
//! matrix, statistics. Each names the node it belongs to by its id.

use serde::Serialize;

use super::plan_json::rows;
use crate::lang::Localized;
use crate::plan::{Figure, Plan, Resolved, Schedule, Statistic, Target};

#[derive(Serialize)]
struct TargetRow<'a> {
    node: &'a str,
    unit: Localized<String>,
    scale: Localized<f64>,
    baseline: Figure,
    goal: Figure,
    results: &'a [Figure],
}

#[derive(Serialize)]
struct ScheduleRow<'a> {
    node: &'a str,
    #[serde(flatten)]
    schedule: &'a Schedule,
}

#[derive(Serialize)]
struct SupportRow<'a> {
    node: String,
    /// The titles of the kinds of support that the institution gives.
    supports: Vec<&'a Localized<String>>,
}

#[derive(Serialize)]
struct StatisticRow<'a> {
    id: &'a str,
    title: &'a Localized<String>,
    source: Option<&'a Localized<String>>,
    header_rows: usize,
    header_columns: usize,
    rows: &'a [Vec<String>],
}

/// Adds `targets`, `schedules`, `supports` and `statistics` to the object that is being written.
pub(super) fn write(out: &mut String, plan: &Plan<Resolved>) {
    let name = |node| plan.links.node(node).id.as_str();
    out.push_str("\"targets\": [\n");
    rows(out, plan.targets.iter().map(|one| target(name(one.node), one)));
    out.push_str("],\n\"schedules\": [\n");
    let chapters = plan.volumes.iter().flat_map(|volume| &volume.chapters);
    let initiatives = chapters.flat_map(|chapter| &chapter.policies).flat_map(|policy| &policy.initiatives);
    let schedules = initiatives.filter_map(|one| Some((name(one.node), one.schedule.as_ref()?)));
    rows(out, schedules.map(|(node, schedule)| ScheduleRow { node, schedule }));
    out.push_str("],\n\"supports\": [\n");
    rows(
        out,
        plan.volumes.iter().filter_map(|volume| volume.institutions.as_ref()).flat_map(|matrix| {
            matrix.institutions.iter().map(|institution| SupportRow {
                node: format!("institution/{}", institution.id.value),
                supports: matrix
                    .supports
                    .iter()
                    .zip(&institution.supports)
                    .filter_map(|((_, title), has)| has.then_some(title))
                    .collect(),
            })
        }),
    );
    out.push_str("],\n\"statistics\": [\n");
    rows(out, plan.statistics.iter().map(statistic));
    out.push_str("]\n");
}

fn target<'a>(node: &'a str, target: &'a Target<Resolved>) -> TargetRow<'a> {
    TargetRow {
        node,
        unit: target.unit.map(|_, unit| unit.name()),
        scale: target.unit.map(|_, unit| unit.scale),
        baseline: target.baseline,
        goal: target.goal,
        results: &target.results,
    }
}

fn statistic(statistic: &Statistic) -> StatisticRow<'_> {
    StatisticRow {
        id: &statistic.id.value,
        title: &statistic.title,
        source: statistic.source.as_ref(),
        header_rows: statistic.header_rows,
        header_columns: statistic.header_columns,
        rows: &statistic.rows,
    }
}
