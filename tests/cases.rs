//! The driver of `tests/cases/*.case`: miniature plans with the expected finding beside the faulty line.
//! The form of a case is told in `tests/README.md`. Every finding must be wholly in Japanese and wholly in English.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

mod common;
#[path = "common/languages.rs"]
mod languages;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use keikaku::diag::Place;

use common::{copy, root};

/// A finding as a case expects it: `path:line[:column] code`.
type Expected = (String, Option<usize>, Option<usize>, String);

struct Case {
    files: BTreeMap<String, String>,
    expected: Vec<Expected>,
}

#[test]
fn every_case_gives_the_findings_beside_its_lines() {
    let cases = paths("tests/cases", "case");
    assert!(cases.len() >= 20, "only {} cases were found", cases.len());
    let mut wrong = Vec::new();
    for path in cases {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let case = read(&fs::read_to_string(&path).unwrap());
        if let Err(difference) = run(&case) {
            wrong.push(format!("{name}:\n{difference}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn run(case: &Case) -> Result<(), String> {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base"), site.path());
    copy(&root().join("themes"), &site.path().join("themes"));
    for (path, text) in &case.files {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let analysis = keikaku::analyse(site.path(), &|_| {}).unwrap();
    let sources = &analysis.inputs.sources;
    let mut found: Vec<(Expected, String)> = analysis
        .findings
        .iter()
        .map(|finding| {
            let code = finding.code.0.to_owned();
            let key = match &finding.place {
                Place::Span(span) => {
                    let at = sources.line_column(*span);
                    (sources.get(span.file).path.clone(), Some(at.line), Some(at.column), code)
                }
                Place::Path(path) => (path.clone(), None, None, code),
            };
            (key, finding.message.en.clone())
        })
        .collect();
    let said = analysis.findings.iter().flat_map(|finding| {
        let related = finding.related.iter().map(|(_, what)| what);
        [&finding.message].into_iter().chain(&finding.help).chain(related)
    });
    let mut lines: Vec<String> =
        said.filter_map(|said| languages::mixture(&said.ja, &said.en)).map(|mixture| format!("  {mixture}")).collect();
    for expected in &case.expected {
        match found.iter().position(|(found, _)| agrees(expected, found)) {
            Some(index) => {
                found.remove(index);
            }
            None => lines.push(format!("  missing: {expected:?}")),
        }
    }
    lines.extend(found.iter().map(|(key, message)| format!("  not expected: {key:?} {message}")));
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}

fn agrees(expected: &Expected, found: &Expected) -> bool {
    expected.0 == found.0
        && expected.3 == found.3
        && expected.1.is_none_or(|line| found.1 == Some(line))
        && expected.2.is_none_or(|column| found.2 == Some(column))
}

/// Cuts a case into files, and takes the expectations off the lines.
fn read(text: &str) -> Case {
    let mut case = Case { files: BTreeMap::new(), expected: Vec::new() };
    let mut file: Option<(String, Vec<String>)> = None;
    for line in text.split('\n') {
        if let Some(path) = line.strip_prefix("== ") {
            close(&mut case, file.take());
            file = Some((path.trim().to_owned(), Vec::new()));
            continue;
        }
        let (content, expectation) = match line.split_once("//~") {
            Some((content, expectation)) => (content.trim_end(), Some(expectation.trim())),
            None => (line, None),
        };
        match (&mut file, expectation) {
            (Some((path, lines)), expectation) => {
                lines.push(content.to_owned());
                for code in expectation.into_iter().flat_map(str::split_whitespace) {
                    let (code, column) = match code.split_once('@') {
                        Some((code, column)) => (code, Some(column.parse().unwrap())),
                        None => (code, None),
                    };
                    case.expected.push((path.clone(), Some(lines.len()), column, code.to_owned()));
                }
            }
            (None, Some(expectation)) => {
                let (path, code) = expectation.split_once(' ').unwrap();
                case.expected.push((path.to_owned(), None, None, code.to_owned()));
            }
            // What stands before the first file says what the case is about.
            (None, None) => {}
        }
    }
    close(&mut case, file);
    case
}

fn close(case: &mut Case, file: Option<(String, Vec<String>)>) {
    if let Some((path, lines)) = file {
        case.files.insert(path, lines.join("\n") + "\n");
    }
}

fn paths(folder: &str, kind: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == kind))
        .collect();
    paths.sort();
    paths
}
