//! `data/targets.csv` for spreadsheets and `data/targets.json` for programs: the targets as open data.
//!
//! Comes in: the plan's targets. Goes out: one value a cell, years AD, value and unit apart; results have a
//! column for each year of the plan, empty until they come. The CSV begins with a BOM, since Excel reads it
//! as UTF-8 only then.

use serde::Serialize;

use crate::lang::Localized;
use crate::plan::{Figure, Plan, Resolved, Target, Unit};

/// Where CSV is read as a formula; such a cell gets an apostrophe in front.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The targets as CSV with BOM and CRLF.
pub(crate) fn csv(plan: &Plan<Resolved>) -> String {
    let languages = &plan.meta.languages;
    let mut head: Vec<String> = vec!["id".into(), "volume".into(), "number".into()];
    head.extend(languages.iter().map(|lang| format!("title_{lang}")));
    head.extend(languages.iter().map(|lang| format!("unit_{lang}")));
    for part in ["baseline", "goal"] {
        head.extend(["value", "from", "to"].map(|column| format!("{part}_{column}")));
    }
    head.extend(plan.meta.period.iter().map(|year| format!("result_{year}")));
    // Values are in the unit of the plan's own language; this is what they are multiplied by for the others.
    head.extend(languages.iter().map(|lang| format!("scale_{lang}")));
    let mut out = String::from("\u{feff}");
    line(&mut out, &head);
    for target in &plan.targets {
        let mut cells =
            vec![text(&target.id.value), text(&plan.volumes[target.volume.0].id.value), target.number.to_string()];
        let title = &plan.links.node(target.node).title;
        cells.extend(languages.iter().map(|lang| text(title.get(lang).map_or("", String::as_str))));
        cells.extend(languages.iter().map(|lang| text(&target.unit.get(lang).map(Unit::name).unwrap_or_default())));
        for figure in [&target.baseline, &target.goal] {
            cells.extend([number(figure.value), figure.years.from.to_string(), figure.years.to.to_string()]);
        }
        cells.extend(plan.meta.period.iter().map(|year| number(result(target, year))));
        cells.extend(languages.iter().map(|lang| number(target.unit.get(lang).map(|unit| unit.scale))));
        line(&mut out, &cells);
    }
    out
}

fn result(target: &Target<Resolved>, year: i32) -> Option<f64> {
    target.results.iter().find(|figure| figure.years.to == year).and_then(|figure| figure.value)
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn text(value: &str) -> String {
    if value.starts_with(FORMULA) { format!("'{value}") } else { value.to_owned() }
}

fn line(out: &mut String, cells: &[String]) {
    let quoted = cells.iter().map(|cell| {
        if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    });
    out.push_str(&quoted.collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
}

#[derive(Serialize)]
struct TargetRow<'a> {
    id: &'a str,
    volume: &'a str,
    number: u32,
    title: &'a Localized<String>,
    /// The unit by language; values are in that of the plan's own language.
    unit: Localized<String>,
    /// What a value is multiplied by to be in the unit of a language.
    scale: Localized<f64>,
    baseline: FigureRow,
    goal: FigureRow,
    results: Vec<FigureRow>,
    /// Ids of the policies that show it.
    policies: Vec<&'a str>,
    url: Localized<String>,
}

#[derive(Serialize)]
struct FigureRow {
    value: Option<serde_json::Number>,
    from: i32,
    to: i32,
}

impl From<&Figure> for FigureRow {
    fn from(figure: &Figure) -> Self {
        Self { value: figure.value.and_then(whole), from: figure.years.from, to: figure.years.to }
    }
}

/// A number as it is written: 125, not 125.0.
fn whole(value: f64) -> Option<serde_json::Number> {
    value.to_string().parse().ok()
}

#[derive(Serialize)]
struct File<'a> {
    targets: Vec<TargetRow<'a>>,
}

/// The targets as JSON.
pub(crate) fn json(plan: &Plan<Resolved>) -> String {
    let policies = || plan.volumes.iter().flat_map(|volume| &volume.chapters).flat_map(|chapter| &chapter.policies);
    let row = |target| {
        let target: &Target<Resolved> = target;
        let node = plan.links.node(target.node);
        let shows =
            |shown: &crate::plan::ShownTarget<Resolved>| plan.targets[shown.target.0].id.value == target.id.value;
        let showing = policies().filter(|policy| policy.targets.iter().any(shows));
        TargetRow {
            id: &target.id.value,
            volume: &plan.volumes[target.volume.0].id.value,
            number: target.number,
            title: &node.title,
            unit: target.unit.map(|_, unit| unit.name()),
            scale: target.unit.map(|_, unit| unit.scale),
            baseline: (&target.baseline).into(),
            goal: (&target.goal).into(),
            results: target.results.iter().map(FigureRow::from).collect(),
            policies: showing.map(|policy| policy.id.value.as_str()).collect(),
            url: plan.meta.languages.iter().map(|lang| (lang.clone(), node.address.absolute(lang))).collect(),
        }
    };
    let file = File { targets: plan.targets.iter().map(row).collect() };
    let mut out = serde_json::to_string_pretty(&file).unwrap_or_default();
    out.push('\n');
    out
}
