//! The schedule in `initiative.yaml`.

use serde::Deserialize;

use super::check_years;
use crate::diag::Diagnostic;
use crate::parse::context::{Context, Text};
use crate::plan::{Schedule, ScheduleDetail, ScheduleRow, Years};
use crate::yaml::At;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::parse) struct RawSchedule {
    title: Text,
    rows: Vec<RawRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    text: Text,
    from: At<i32>,
    to: i32,
    #[serde(default)]
    details: Vec<RawDetail>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDetail {
    label: Option<Text>,
    text: Option<Text>,
    #[serde(default)]
    items: Vec<Text>,
    from: Option<At<i32>>,
    to: Option<i32>,
}

/// A schedule and what is wrong with it.
pub(in crate::parse) fn schedule(context: Context<'_>, raw: &RawSchedule, findings: &mut Vec<Diagnostic>) -> Schedule {
    Schedule {
        title: context.text(&raw.title, findings),
        rows: raw.rows.iter().map(|raw| row(context, raw, findings)).collect(),
    }
}

fn row(context: Context<'_>, raw: &RawRow, findings: &mut Vec<Diagnostic>) -> ScheduleRow {
    let from = raw.from.clone();
    let years = Years { from: from.value, to: raw.to };
    check_years(years, from.span, findings);
    ScheduleRow {
        text: context.text(&raw.text, findings),
        years,
        details: raw.details.iter().map(|raw| detail(context, years, raw, findings)).collect(),
        span: from.span,
    }
}

fn detail(context: Context<'_>, row: Years, raw: &RawDetail, findings: &mut Vec<Diagnostic>) -> ScheduleDetail {
    let mut text = |text: &Text| context.text(text, findings);
    let (label, detail, items) = (
        raw.label.as_ref().map(&mut text),
        raw.text.as_ref().map(&mut text),
        raw.items.iter().map(&mut text).collect(),
    );
    let years = Years { from: raw.from.as_ref().map_or(row.from, |from| from.value), to: raw.to.unwrap_or(row.to) };
    if let Some(from) = &raw.from {
        check_years(years, from.span, findings);
    }
    ScheduleDetail { label, text: detail, items, years }
}
