//! What content expressions and facts put on a page: statistics, targets, initiatives, the support matrix,
//! schedules. One file each; this one only leads to them.

pub(crate) mod initiatives;
pub(crate) mod institutions;
pub(crate) mod schedule;
pub(crate) mod statistic;
pub(crate) mod targets;

use super::flow::Flow;
use super::html::Writer;
use crate::plan::Data;

/// Writes what a content expression stands for.
pub(crate) fn write(flow: &mut Flow<'_>, w: &mut Writer, data: Data) {
    let plan = flow.site.plan;
    match data {
        Data::Table(index) => statistic::write(flow, w, &plan.statistics[index.0]),
        Data::Initiatives(policy) => {
            if let Some(policy) = flow.site.policy(policy) {
                initiatives::write(flow, w, policy);
            }
        }
        Data::Targets(volume) => {
            let all: Vec<_> = plan.targets.iter().filter(|target| target.volume == volume).collect();
            targets::overview(flow, w, &all);
        }
        Data::Institutions(volume) => {
            if let Some(institutions) = &plan.volumes[volume.0].institutions {
                institutions::write(flow, w, institutions);
            }
        }
    }
}

/// Opens a table that scrolls by itself where the screen is narrow. The caption names it.
pub(crate) fn open_table(w: &mut Writer, class: &'static str, name: &str) {
    w.open("div", &[("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", name)]);
    w.open("table", &[("class", class), ("aria-label", name)]);
    w.line();
}

/// Closes what [`open_table`] opened.
pub(crate) fn close_table(w: &mut Writer) {
    w.close("table");
    w.close("div");
    w.line();
}
