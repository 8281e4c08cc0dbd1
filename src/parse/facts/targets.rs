//! `targets.yaml`: the numerical targets of a volume.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{check_id, check_years};
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::{Lang, Localized};
use crate::parse::context::{Context, Text};
use crate::parse::folders::Folder;
use crate::plan::{Figure, Target, Unit, Unresolved, VolumeIx, Years};
use crate::source::Span;
use crate::yaml::At;

const FILE: &str = "targets.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    targets: Vec<RawTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTarget {
    id: At<String>,
    number: u32,
    title: Text,
    unit: Text,
    #[serde(default)]
    scale: BTreeMap<Lang, At<f64>>,
    baseline: RawFigure,
    goal: RawFigure,
    #[serde(default)]
    results: Vec<RawFigure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    value: At<Option<f64>>,
    year: Option<i32>,
    from: Option<i32>,
    to: Option<i32>,
}

/// Reads the targets of a volume, if it has any.
pub(in crate::parse) fn targets(
    context: Context<'_>,
    folder: &Folder,
    volume: VolumeIx,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Target<Unresolved>> {
    if !folder.files.contains_key(FILE) {
        return Vec::new();
    }
    let Some((_, raw)) = context.yaml::<Raw>(folder, FILE, findings) else { return Vec::new() };
    raw.targets.iter().map(|raw| target(context, volume, raw, findings)).collect()
}

fn target(
    context: Context<'_>,
    volume: VolumeIx,
    raw: &RawTarget,
    findings: &mut Vec<Diagnostic>,
) -> Target<Unresolved> {
    let id = raw.id.clone();
    check_id(&id, findings);
    let mut convert = |raw: &RawFigure| figure(raw, raw.value.span, findings);
    let (baseline, goal) = (convert(&raw.baseline), convert(&raw.goal));
    let results = raw.results.iter().map(convert).collect();
    Target {
        id,
        volume,
        number: raw.number,
        title: context.title(&raw.title, findings),
        unit: unit(context, raw, findings),
        baseline,
        goal,
        results,
        node: (),
    }
}

fn unit(context: Context<'_>, raw: &RawTarget, findings: &mut Vec<Diagnostic>) -> Localized<Unit> {
    for scale in raw.scale.values().filter(|scale| scale.value <= 0.0) {
        findings.push(
            Diagnostic::error(
                Code("K083"),
                scale.span,
                Message::new("scale は 0 より大きい数です", "scale must be greater than 0"),
            )
            .help(Message::new(
                "値に掛けると、その言語の単位での値になる数を書きます（万円から百万円なら 0.01）",
                "write what a value is multiplied by to be in the unit of that language",
            )),
        );
    }
    context.text(&raw.unit, findings).map(|lang, pattern| Unit {
        pattern: pattern.clone(),
        scale: raw.scale.get(lang).map_or(1.0, |scale| scale.value),
    })
}

fn figure(raw: &RawFigure, span: Span, findings: &mut Vec<Diagnostic>) -> Figure {
    let years = match (raw.year, raw.from, raw.to) {
        (Some(year), None, None) => Years { from: year, to: year },
        (None, Some(from), Some(to)) => Years { from, to },
        _ => {
            findings.push(
                Diagnostic::error(
                    Code("K069"),
                    span,
                    Message::new("この値の年度が分かりません", "the years of this value are not clear"),
                )
                .help(Message::new(
                    "year: 2026 か、from: 2022 と to: 2026 のどちらかを書いてください",
                    "write either year: 2026, or from: 2022 and to: 2026",
                )),
            );
            Years { from: 0, to: 0 }
        }
    };
    check_years(years, span, findings);
    Figure { value: raw.value.value, years }
}
