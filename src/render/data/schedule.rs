//! A schedule 工程表: bars over fiscal years, and below each bar its details.
//!
//! Comes in: a schedule. Goes out: a table whose columns are the years. A bar is a cell that spans its
//! years; details of the same years stand together in one cell, with nothing between them, so that the text
//! reads as in print: 〈label〉 text ・item ・item.

use super::{close_table, open_table};
use crate::plan::{Schedule, ScheduleDetail, Years};
use crate::render::flow::Flow;
use crate::render::html::Writer;
use crate::render::words::Picked;
use crate::render::{standing, strings};

/// A line of the table: a bar or the details below it.
enum Line<'a> {
    Bar(Picked<'a, str>, Years),
    Details(Vec<&'a ScheduleDetail>, Years),
}

/// Writes the table.
pub(crate) fn write(flow: &Flow<'_>, w: &mut Writer, schedule: &Schedule) {
    let site = flow.site;
    let lines = lines(flow, schedule);
    let all = columns(site.plan.meta.period, schedule);
    let title = site.text(&schedule.title);
    open_table(w, "schedule", &format!("{} {}", site.strings.get(strings::SCHEDULE_HEADING), title.value));
    w.open("thead", &[]);
    w.open("tr", &[]);
    w.element("th", &[("scope", "col")], site.strings.get(strings::SCHEDULE_ACTIVITY));
    for year in all.iter() {
        w.element("th", &[("scope", "col"), ("class", "year")], &year.to_string());
    }
    w.close("tr");
    w.close("thead");
    w.line();
    w.open("tbody", &[]);
    let height = lines.len().max(1).to_string();
    w.open("tr", &[]);
    w.around("th", &[("scope", "rowgroup"), ("rowspan", &height)], |w| w.picked(title));
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            w.open("tr", &[]);
        }
        match line {
            Line::Bar(text, years) => spanned(w, "bar", *years, all, |w| w.around("span", &[], |w| w.picked(*text))),
            Line::Details(details, years) => {
                spanned(w, "details", *years, all, |w| details.iter().for_each(|one| detail(flow, w, one)));
            }
        }
        w.close("tr");
        w.line();
    }
    if lines.is_empty() {
        w.close("tr");
    }
    w.close("tbody");
    close_table(w);
    standing::facts(flow, w, schedule.is_behind(site.lang));
}

fn lines<'a>(flow: &Flow<'a>, schedule: &'a Schedule) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for row in &schedule.rows {
        lines.push(Line::Bar(flow.site.text(&row.text), row.years));
        for group in row.details.chunk_by(|one, next| one.years == next.years) {
            lines.push(Line::Details(group.iter().collect(), group[0].years));
        }
    }
    lines
}

/// The years of the plan, widened where a bar reaches beyond them.
fn columns(period: Years, schedule: &Schedule) -> Years {
    let years = || {
        schedule.rows.iter().flat_map(|row| row.details.iter().map(|one| one.years).chain(std::iter::once(row.years)))
    };
    Years {
        from: years().map(|years| years.from).fold(period.from, i32::min),
        to: years().map(|years| years.to).fold(period.to, i32::max),
    }
}

/// A cell over its years, with empty cells before and after it.
fn spanned(w: &mut Writer, class: &'static str, years: Years, all: Years, content: impl FnOnce(&mut Writer)) {
    empty(w, years.from - all.from);
    let span = (years.to - years.from + 1).max(1).to_string();
    w.around("td", &[("class", class), ("colspan", &span)], content);
    empty(w, all.to - years.to);
}

fn empty(w: &mut Writer, count: i32) {
    match count {
        ..=0 => {}
        1 => w.element("td", &[], ""),
        _ => w.element("td", &[("colspan", &count.to_string())], ""),
    }
}

fn detail(flow: &Flow<'_>, w: &mut Writer, detail: &ScheduleDetail) {
    let site = flow.site;
    w.open("p", &[]);
    if let Some(label) = &detail.label {
        let label = site.strings.around(strings::LABEL_BRACKETS, "label", site.words(label));
        w.around("span", &[("class", "label")], |w| w.words(&label));
    }
    if let Some(text) = &detail.text {
        if detail.label.is_some() {
            w.text(site.strings.between(strings::LABELLED_TEXT, "label", "text"));
        }
        w.picked(site.text(text));
    }
    w.close("p");
    if detail.items.is_empty() {
        return;
    }
    w.open("ul", &[]);
    for item in &detail.items {
        w.around("li", &[], |w| {
            w.text(site.strings.get(strings::ITEM_MARK));
            w.picked(site.text(item));
        });
    }
    w.close("ul");
}
