//! `keikaku status` on the real plan: what a change of the plan's own text does to its translation.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

mod common;
#[path = "common/real_plan.rs"]
mod real;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::root;
use real::real_plan;
use serde_json::Value;

const PAGE: &str = "content/industry/2-directions/3-digital/08-dx";

fn keikaku(site: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keikaku"));
    command.arg("--site").arg(site).args(["--lang", "en"]).args(arguments).output().unwrap()
}

/// The report on the only translation.
fn report(site: &Path) -> Value {
    let output = keikaku(site, &["status", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let reports: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports.as_array().unwrap().len(), 1);
    reports[0].clone()
}

/// Unconfirmed, behind, missing.
fn open(report: &Value) -> [u64; 3] {
    ["unconfirmed", "behind", "missing"].map(|key| report["total"][key].as_u64().unwrap())
}

/// Replaces a piece of a file, which must be there once.
fn edit(site: &Path, file: &str, old: &str, new: &str) {
    let path = site.join(PAGE).join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old}");
    fs::write(path, text.replace(old, new)).unwrap();
}

#[test]
fn the_real_plan_is_translated_and_confirmed() {
    let report = report(&root());
    assert_eq!(open(&report), [0, 0, 0]);
    assert!(report["total"]["translated"].as_u64().unwrap() > 900);
}

#[test]
fn a_changed_sentence_puts_one_passage_behind_until_it_is_confirmed() {
    let site = real_plan();
    edit(site.path(), "index.ja.md", "リモートワーク*の普及", "リモートワーク*の広がり");
    let changed = report(site.path());
    assert_eq!(open(&changed), [0, 1, 0]);
    let page = changed["pages"].as_array().unwrap().iter().find(|page| page["total"]["behind"] == 1).unwrap();
    assert_eq!(page["path"], format!("{PAGE}/index.ja.md"));
    let translation = &page["open"][0]["translation"];
    assert_eq!(translation["path"], format!("{PAGE}/index.en.md"));

    let place = format!("{PAGE}/index.en.md:{}", translation["line"]);
    let record = fs::read_to_string(site.path().join(PAGE).join("translated.en.yaml")).unwrap();
    assert_eq!(keikaku(site.path(), &["status", "--confirm", &place]).status.code(), Some(0));
    assert_eq!(open(&report(site.path())), [0, 0, 0]);
    let confirmed = fs::read_to_string(site.path().join(PAGE).join("translated.en.yaml")).unwrap();
    let changed = record.lines().zip(confirmed.lines()).filter(|(old, new)| old != new).count();
    assert_eq!((record.lines().count(), changed), (confirmed.lines().count(), 1), "the diff is one line");
}

#[test]
fn a_new_item_is_missing_and_moves_no_other() {
    let site = real_plan();
    edit(site.path(), "index.ja.md", "- リモートワーク*の普及", "- 新しい行動を起こす\n- リモートワーク*の普及");
    assert_eq!(open(&report(site.path())), [0, 0, 1]);
    edit(
        site.path(),
        "index.en.md",
        "- Step up efforts to attract digital",
        "- Act anew\n- Step up efforts to attract digital",
    );
    assert_eq!(open(&report(site.path())), [1, 0, 0]);
    // A correction of the translation alone leaves it up to date.
    edit(site.path(), "index.en.md", "as remote work*", "now that remote work*");
    assert_eq!(open(&report(site.path())), [1, 0, 0]);
}

#[test]
fn a_label_in_the_facts_is_a_passage_too() {
    let site = real_plan();
    let path = site.path().join("content/industry/targets.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("{ja: 企業誘致件数,", "{ja: 企業立地件数,", 1)).unwrap();
    let report = report(site.path());
    assert_eq!(open(&report), [0, 1, 0]);
    let windows = r"content\industry\targets.yaml";
    assert_eq!(keikaku(site.path(), &["status", "--confirm", windows]).status.code(), Some(0));
    assert_eq!(open(&self::report(site.path())), [0, 0, 0]);
}

#[test]
fn a_place_without_a_passage_is_refused() {
    let site = real_plan();
    let output = keikaku(site.path(), &["status", "--confirm", "content/nowhere.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("K912"));
}
