//! `keikaku status`: how the translations stand, and `--confirm`: that passages are up to date.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::Teller;
use super::args::Format;
use crate::Survey;
use crate::diag::{self, Code, Diagnostic, Language, Message, Place};
use crate::plan::Standing;
use crate::status::{Counts, Open, Report, Selection};

/// Confirms what is at these places, and tells how all translations stand. Content with errors is not judged.
pub(super) fn run(site: &Path, confirm: &[String], teller: &Teller) -> Result<ExitCode, Box<Diagnostic>> {
    let Some(before) = survey(site, teller)? else { return Ok(ExitCode::FAILURE) };
    let after = if confirm.is_empty() {
        before
    } else {
        let done = record(site, &before, &Selection::read(confirm))?;
        let _ = writeln!(std::io::stderr(), "{}", done.get(teller.language));
        let Some(after) = survey(site, teller)? else { return Ok(ExitCode::FAILURE) };
        after
    };
    let reports = crate::status::report(&after.passages, &after.languages, &after.inputs.sources);
    let text = match teller.format {
        Format::Json => json(&reports),
        Format::Text | Format::Github => text(&reports, teller.language),
    };
    // Nobody is left to be told when the reader of a pipe has gone.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(ExitCode::SUCCESS)
}

/// What is known of the translations, or the errors that are in the way.
fn survey(site: &Path, teller: &Teller) -> Result<Option<Survey>, Box<Diagnostic>> {
    let survey = crate::survey(site).map_err(|error| Box::new(error.diagnostic()))?;
    if diag::has_errors(&survey.findings) {
        teller.findings(&survey.findings, &survey.inputs.sources);
        return Ok(None);
    }
    Ok(Some(survey))
}

/// Writes the record of what is confirmed.
fn record(site: &Path, survey: &Survey, selection: &Selection) -> Result<Message, Box<Diagnostic>> {
    let sources = &survey.inputs.sources;
    if let Some(place) = selection.without_passages(&survey.passages, sources).first() {
        return Err(Box::new(nothing_there(&place.to_string())));
    }
    let confirmed = crate::status::confirm(&survey.passages, &survey.recorded, selection, sources);
    for (path, text) in &confirmed.files {
        crate::output::replace(site, path, text).map_err(|error| Box::new(error.diagnostic()))?;
    }
    let (passages, files) = (confirmed.passages, confirmed.files.len());
    Ok(Message::new(
        format!("{passages} 段落を確認済みにしました（記録 {files} ファイル）"),
        format!("{passages} passages are confirmed ({files} files of the record)"),
    ))
}

/// K912: `--confirm` with a place at which there is no passage: most likely a slip of the pen.
fn nothing_there(place: &str) -> Diagnostic {
    Diagnostic::error(
        Code("K912"),
        Place::Path(place.to_owned()),
        Message::new("ここには訳のある段落がありません", "no passage stands here"),
    )
    .help(Message::new(
        "keikaku status に出る場所（content/…/index.en.md:12 など）を書いてください",
        "give a place as `keikaku status` prints it (as content/…/index.en.md:12)",
    ))
}

/// The reports for people.
fn text(reports: &[Report], language: Language) -> String {
    let mut out = String::new();
    for report in reports {
        for page in &report.pages {
            let _ = writeln!(out, "{}  {}", page.path, counts(page.total).get(language));
            for open in &page.open {
                let _ = writeln!(out, "  {}", line(open, language));
            }
        }
        let (lang, all) = (&report.lang, report.total.all());
        let total = counts(report.total);
        let sum = Message::new(
            format!("{lang}: 全 {all} 段落、{}", total.ja),
            format!("{lang}: {all} passages in all, {}", total.en),
        );
        let _ = writeln!(out, "{}", sum.get(language));
    }
    if reports.is_empty() {
        let none = Message::new("計画の言語は一つで、訳はありません", "the plan has one language and no translations");
        let _ = writeln!(out, "{}", none.get(language));
    }
    out
}

/// The reports for programs.
fn json(reports: &[Report]) -> String {
    let mut out = serde_json::to_string_pretty(reports).unwrap_or_default();
    out.push('\n');
    out
}

fn counts(counts: Counts) -> Message {
    let Counts { translated, unconfirmed, behind, missing } = counts;
    Message::new(
        format!("訳済み {translated}、未確認 {unconfirmed}、要更新 {behind}、訳なし {missing}"),
        format!("{translated} translated, {unconfirmed} unconfirmed, {behind} behind, {missing} missing"),
    )
}

fn line(open: &Open, language: Language) -> String {
    let standing = match open.standing {
        Standing::Current => Message::new("訳済み", "translated"),
        Standing::Unconfirmed => Message::new("未確認", "unconfirmed"),
        Standing::Behind => Message::new("要更新", "behind"),
        Standing::Missing => Message::new("訳なし", "missing"),
    };
    let original = &open.original;
    let excerpt = shortened(&original.text);
    let place = format!("{}:{}:{}", original.path, original.line, original.column);
    let line = match &open.translation {
        Some(text) => {
            let translation = format!("{}:{}:{}", text.path, text.line, text.column);
            Message::new(
                format!("{}: {translation}（原文 {place}「{excerpt}」）", standing.ja),
                format!("{}: {translation} (original {place} “{excerpt}”)", standing.en),
            )
        }
        None => Message::new(
            format!("{}: {place}「{excerpt}」", standing.ja),
            format!("{}: {place} “{excerpt}”", standing.en),
        ),
    };
    line.get(language).to_owned()
}

fn shortened(text: &str) -> String {
    const LENGTH: usize = 30;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LENGTH { line } else { line.chars().take(LENGTH).chain(['…']).collect() }
}
