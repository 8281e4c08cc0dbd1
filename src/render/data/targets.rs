//! Tables of targets: all of a volume, those of a policy, and the page that lists them.
//!
//! Comes in: targets. Goes out: a table of item, 【現状】 and 【目標値】. A figure shows its years only where
//! they differ from those of its column, as in print.

use std::collections::BTreeMap;

use super::{close_table, open_table};
use crate::plan::{Figure, Policy, Resolved, Target, Unit};
use crate::render::flow::{Around, Flow};
use crate::render::html::Writer;
use crate::render::words::Picked;
use crate::render::{blocks, inlines, labels, standing, strings};
use crate::site::pages;

/// What a table of targets shows beside title and figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// All targets with their numbers, in the text of a chapter.
    Overview,
    /// Those of a policy, without numbers, with the mark of a re-post.
    Policy,
    /// The page of all targets: numbers, addresses, results, the policies that show them.
    Page,
}

/// All targets with their numbers, as the chapter prints them.
pub(crate) fn overview(flow: &mut Flow<'_>, w: &mut Writer, targets: &[&Target<Resolved>]) {
    let rows: Vec<_> = targets.iter().map(|target| (*target, None)).collect();
    table(flow, w, &rows, Style::Overview);
}

/// The targets that a policy shows.
pub(crate) fn of_policy(flow: &mut Flow<'_>, w: &mut Writer, policy: &Policy<Resolved>) {
    let plan = flow.site.plan;
    let rows: Vec<_> = policy
        .targets
        .iter()
        .map(|shown| (&plan.targets[shown.target.0], shown.repost.as_ref().map(|label| flow.site.text(label))))
        .collect();
    table(flow, w, &rows, Style::Policy);
}

/// All targets, each at its address.
pub(crate) fn page(flow: &mut Flow<'_>, w: &mut Writer, targets: &[&Target<Resolved>]) {
    let rows: Vec<_> = targets.iter().map(|target| (*target, None)).collect();
    table(flow, w, &rows, Style::Page);
}

fn table(flow: &mut Flow<'_>, w: &mut Writer, rows: &[(&Target<Resolved>, Option<Picked<'_, str>>)], style: Style) {
    let strings = flow.site.strings;
    let baseline = column_year(rows.iter().map(|(target, _)| &target.baseline));
    let goal = column_year(rows.iter().map(|(target, _)| &target.goal));
    let results = style == Style::Page && rows.iter().any(|(target, _)| !target.results.is_empty());
    open_table(w, "targets", strings.get(strings::TARGETS_HEADING));
    w.open("thead", &[]);
    w.open("tr", &[]);
    w.element("th", &[("scope", "col")], strings.get(strings::TARGET_TITLE));
    for (key, year) in [(strings::TARGET_BASELINE, baseline), (strings::TARGET_GOAL, goal)] {
        w.around("th", &[("scope", "col"), ("class", "figure")], |w| {
            w.text(strings.get(key));
            w.text(" ");
            w.element("span", &[("class", "years")], &strings.with(strings::FISCAL_YEAR, "year", &year.to_string()));
        });
    }
    if results {
        w.element("th", &[("scope", "col"), ("class", "figure")], strings.get(strings::TARGET_RESULTS));
    }
    if style == Style::Page {
        w.element("th", &[("scope", "col")], strings.get(strings::TARGET_POLICIES));
    }
    w.close("tr");
    w.close("thead");
    w.line();
    w.open("tbody", &[]);
    for (target, repost) in rows {
        row(flow, w, target, *repost, style, (baseline, goal), results);
    }
    w.close("tbody");
    close_table(w);
}

fn row(
    flow: &mut Flow<'_>,
    w: &mut Writer,
    target: &Target<Resolved>,
    repost: Option<Picked<'_, str>>,
    style: Style,
    (baseline, goal): (i32, i32),
    results: bool,
) {
    let site = flow.site;
    let is_behind = target.title.is_behind(site.lang) || target.unit.is_behind(site.lang);
    let address = pages::target(&target.id.value);
    let id = address.fragment.clone().unwrap_or_default();
    let attributes = [("id", id.as_str())];
    w.open("tr", &attributes[..usize::from(style == Style::Page)]);
    w.open("th", &[("scope", "row")]);
    if style != Style::Policy {
        w.element("span", &[("class", "number")], &labels::target(target.number, site.strings));
    }
    inlines::title(flow, w, site.title(&target.title), Around::Text);
    if let Some(label) = repost {
        w.around("a", &[("class", "repost"), ("href", &site.href(flow.page, &address))], |w| w.picked(label));
    }
    if style == Style::Page {
        blocks::permalink(flow, w, &id);
        flow.at(&id, |flow| standing::facts(flow, w, is_behind));
    } else {
        standing::facts(flow, w, is_behind);
    }
    w.close("th");
    let unit = site.pick(&target.unit);
    for (figure, year) in [(&target.baseline, baseline), (&target.goal, goal)] {
        w.around("td", &[("class", "figure")], |w| self::figure(flow, w, figure, unit, year));
    }
    if results {
        w.open("td", &[("class", "figure")]);
        for result in &target.results {
            // A result always shows its year: the column has none.
            w.around("p", &[], |w| figure(flow, w, result, unit, i32::MIN));
        }
        w.close("td");
    }
    if style == Style::Page {
        w.around("td", &[], |w| policies(flow, w, target));
    }
    w.close("tr");
    w.line();
}

fn figure(flow: &Flow<'_>, w: &mut Writer, figure: &Figure, unit: Option<Picked<'_, Unit>>, column_year: i32) {
    let (value, years) = labels::figure(figure, unit, column_year, flow.site.strings);
    w.words(&value);
    if let Some(years) = years {
        w.text(" ");
        w.element("span", &[("class", "years")], &years);
    }
}

/// The policies that show a target, with the mark where it is re-posted there.
fn policies(flow: &Flow<'_>, w: &mut Writer, target: &Target<Resolved>) {
    let plan = flow.site.plan;
    w.open("ul", &[("class", "places")]);
    for policy in plan.volumes.iter().flat_map(|volume| &volume.chapters).flat_map(|chapter| &chapter.policies) {
        let shown = policy.targets.iter().find(|shown| plan.targets[shown.target.0].id.value == target.id.value);
        if let Some(shown) = shown {
            // At the original of a re-posted target this is the list of where it is re-posted.
            let attributes = [("class", "reposted-at")];
            w.open("li", &attributes[..usize::from(shown.repost.is_some())]);
            let title = labels::numbered(flow.site, policy.node);
            w.around("a", &[("href", &flow.href(policy.node))], |w| w.words(&title));
            if let Some(label) = &shown.repost {
                w.around("span", &[("class", "repost")], |w| w.picked(flow.site.text(label)));
            }
            w.close("li");
        }
    }
    w.close("ul");
}

/// The year of a column: the last year that most of its figures have.
fn column_year<'a>(figures: impl Iterator<Item = &'a Figure>) -> i32 {
    let mut count: BTreeMap<i32, usize> = BTreeMap::new();
    for figure in figures {
        *count.entry(figure.years.to).or_default() += 1;
    }
    count.into_iter().max_by_key(|&(_, count)| count).map_or(0, |(year, _)| year)
}
