//! The documents tell the truth: every finding is explained, every dependency has its reason.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

#[path = "common/languages.rs"]
mod languages;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The text of all Rust files below `src/`, tests left out.
fn source(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && name != "tests" {
            source(&path, text);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            text.push_str(fs::read_to_string(&path).unwrap().split("#[cfg(test)]\nmod tests {").next().unwrap());
        }
    }
}

#[test]
fn every_finding_is_explained_and_no_other() {
    let mut text = String::new();
    source(&root().join("src"), &mut text);
    let used: BTreeSet<&str> = text.match_indices("Code(\"K").map(|(at, _)| &text[at + 6..at + 10]).collect();
    let docs = read("docs/findings.md");
    let told: BTreeSet<&str> =
        docs.lines().filter_map(|line| line.strip_prefix("| K")).map(|line| &line[..3]).collect();
    let used: BTreeSet<String> = used.into_iter().map(str::to_owned).collect();
    let told: BTreeSet<String> = told.into_iter().map(|digits| format!("K{digits}")).collect();
    assert!(used.len() > 60, "{} codes", used.len());
    assert_eq!(used.difference(&told).collect::<Vec<_>>(), [] as [&String; 0], "not in docs/findings.md");
    assert_eq!(told.difference(&used).collect::<Vec<_>>(), [] as [&String; 0], "not in src/");
}

#[test]
fn the_japanese_column_of_the_findings_is_in_japanese() {
    let docs = read("docs/findings.md");
    for row in docs.lines().filter(|line| line.starts_with("| K")) {
        let ja = row.split('|').nth(2).unwrap();
        assert_eq!(languages::mixture(ja, ""), None);
    }
}

#[test]
fn every_dependency_has_its_reason_in_the_readme() {
    let manifest = read("Cargo.toml");
    let readme = read("README.md");
    let mut in_dependencies = false;
    let mut count = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| in_dependencies) {
            count += 1;
            let told = readme.lines().filter(|line| line.starts_with('|')).any(|line| line.contains(name));
            assert!(told, "{name} is not in README.md");
        }
    }
    assert!(count > 20, "{count} dependencies");
}
