//! K104: a bar of a schedule outside the period of the plan. Its table has no column for it.

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Plan, Resolved};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let period = plan.meta.period;
    let policies = plan.volumes.iter().flat_map(|volume| &volume.chapters).flat_map(|chapter| &chapter.policies);
    let schedules = policies.flat_map(|policy| &policy.initiatives).filter_map(|initiative| initiative.schedule.as_ref());
    schedules
        .flat_map(|schedule| &schedule.rows)
        .filter(|row| {
            let details = row.details.iter().map(|detail| detail.years);
            std::iter::once(row.years).chain(details).any(|years| years.from < period.from || years.to > period.to)
        })
        .map(|row| {
            Diagnostic::error(
                Code("K104"),
                row.span,
                Message::new(
                    format!("工程の年度が、計画期間（{}～{}）の外にあります", period.from, period.to),
                    format!("these years are outside the plan's period ({}–{})", period.from, period.to),
                ),
            )
        })
        .collect()
}
