//! `data/NAME.yaml` and `data/NAME.csv`: a statistic.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

use super::check_id;
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::lang::Localized;
use crate::parse::context::{Context, Text, missing_file};
use crate::parse::folders::Folder;
use crate::parse::translation::is_record;
use crate::plan::Statistic;
use crate::source::{FileId, Span, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Text,
    source: Option<Text>,
    header_rows: usize,
    header_columns: usize,
    #[serde(default)]
    labels: BTreeMap<String, Text>,
}

/// Reads all statistics of a volume.
pub(in crate::parse) fn statistics(
    context: Context<'_>,
    folder: &Folder,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Statistic> {
    let descriptions = folder.files.keys().filter(|name| !is_record(name));
    let described: Vec<&str> = descriptions.filter_map(|name| name.strip_suffix(".yaml")).collect();
    for csv in folder.files.keys().filter_map(|name| name.strip_suffix(".csv")) {
        if !described.contains(&csv) {
            findings.push(missing_file(&format!("{}/{csv}.yaml", folder.path)));
        }
    }
    described.into_iter().filter_map(|name| statistic(context, folder, name, findings)).collect()
}

fn statistic(context: Context<'_>, folder: &Folder, name: &str, findings: &mut Vec<Diagnostic>) -> Option<Statistic> {
    let (file, raw) = context.yaml::<Raw>(folder, &format!("{name}.yaml"), findings)?;
    let id = Spanned::new(name.to_owned(), Span::new(file, 0..0));
    check_id(&id, findings);
    let csv_name = format!("{name}.csv");
    let Some(&csv) = folder.files.get(&csv_name) else {
        findings.push(missing_file(&format!("{}/{csv_name}", folder.path)));
        return context.lose();
    };
    let Some(rows) = rows(context, csv, findings) else { return context.lose() };
    let labels = labels(context, csv, &rows, &raw.labels);
    if rows.len() < raw.header_rows || rows.first().is_some_and(|row| row.len() < raw.header_columns) {
        findings.push(Diagnostic::error(
            Code("K081"),
            Place::Path(context.sources.get(file).path.clone()),
            Message::new(
                "header_rows か header_columns が、表の大きさを超えています",
                "header_rows or header_columns is larger than the table",
            ),
        ));
        return context.lose();
    }
    Some(Statistic {
        id,
        title: context.text(&raw.title, findings),
        source: raw.source.as_ref().map(|source| context.text(source, findings)),
        header_rows: raw.header_rows,
        header_columns: raw.header_columns,
        rows,
        labels,
    })
}

/// The words of the table's cells in the other languages. A cell without a letter is the same in all of them.
fn labels(
    context: Context<'_>,
    csv: FileId,
    rows: &[Vec<String>],
    given: &BTreeMap<String, Text>,
) -> BTreeMap<String, Localized<String>> {
    let words: BTreeSet<&String> = rows.iter().flatten().filter(|cell| cell.chars().any(char::is_alphabetic)).collect();
    let label = |word: &String| {
        let at = context.sources.get(csv).text.find(word.as_str()).unwrap_or_default();
        let own = Spanned::new(word.clone(), Span::new(csv, at..at + word.len()));
        let texts = given.get(word).cloned().unwrap_or_default();
        (word.clone(), context.with_standing(&own, &texts, texts.map(|_, at| at.value.clone())))
    };
    words.into_iter().map(label).collect()
}

/// Most columns and rows of a table: more is no table that anybody reads on a page.
const MOST_COLUMNS: usize = 200;
const MOST_ROWS: usize = 5_000;

/// K082: a table that is too large for a page.
fn too_large(file: FileId) -> Diagnostic {
    Diagnostic::error(
        Code("K082"),
        Span::new(file, 0..0),
        Message::new(
            format!("表が大きすぎます（{MOST_COLUMNS} 列、{MOST_ROWS} 行まで）"),
            format!("this table is too large (at most {MOST_COLUMNS} columns and {MOST_ROWS} rows)"),
        ),
    )
    .help(Message::new("空の列や行が続いていないか確かめてください", "look for empty columns and rows at its end"))
}

/// The cells of a CSV file; all rows must be of one length (K080).
fn rows(context: Context<'_>, file: FileId, findings: &mut Vec<Diagnostic>) -> Option<Vec<Vec<String>>> {
    let text = &context.sources.get(file).text;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut sound = true;
    for record in reader.records() {
        let Ok(record) = record else { continue };
        if record.len() > MOST_COLUMNS || rows.len() == MOST_ROWS {
            findings.push(too_large(file));
            return None;
        }
        let start = record.position().map_or(0, |position| position.byte() as usize).min(text.len());
        let row: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if let Some(first) = rows.first()
            && first.len() != row.len()
        {
            let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
            findings.push(
                Diagnostic::error(
                    Code("K080"),
                    Span::new(file, start..end),
                    Message::new(
                        format!("この行のセルは {} 個ですが、最初の行は {} 個です", row.len(), first.len()),
                        format!("this row has {} cells, the first row has {}", row.len(), first.len()),
                    ),
                )
                .help(Message::new(
                    "コンマを含むセルは \"1,234\" のように引用符で囲んでください",
                    "quote a cell that has a comma in it, as \"1,234\"",
                )),
            );
            sound = false;
        }
        rows.push(row);
    }
    sound.then_some(rows)
}
