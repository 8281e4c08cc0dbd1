//! `keikaku status`: how the translations stand, and `--confirm`: that passages are up to date.

use std::fmt::Write as _;

use crate::diag::{Language, Message};
use crate::plan::Standing;
use crate::status::{Counts, Open, Report};

/// The reports for people.
pub(super) fn text(reports: &[Report], language: Language) -> String {
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
pub(super) fn json(reports: &[Report]) -> String {
    let mut out = serde_json::to_string_pretty(reports).unwrap_or_default();
    out.push('\n');
    out
}

/// What confirming has done.
pub(super) fn confirmed(passages: usize, files: usize) -> Message {
    Message::new(
        format!("{passages} 段落を確認済みにしました（記録 {files} ファイル）"),
        format!("{passages} passages are confirmed ({files} files of the record)"),
    )
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
