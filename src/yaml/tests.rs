//! Small YAML texts and what is said about them.

mod cases;

use proptest::prelude::*;
use serde::Deserialize;

use self::cases::CASES;
use super::{At, read};
use crate::diag::languages::mixture;
use crate::diag::{Diagnostic, Place};
use crate::lang::{Lang, Localized};
use crate::source::{FileId, SourceFile, Sources};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the tests ask for what is said, not for every value")]
struct Facts {
    id: At<String>,
    title: Localized<At<String>>,
    number: Option<u32>,
    value: Option<f64>,
    on: Option<bool>,
    who: Option<Who>,
    #[serde(default)]
    rows: Vec<Row>,
    languages: Option<Vec<Lang>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the tests ask for what is said, not for every value")]
struct Row {
    label: Option<At<String>>,
    page: At<u32>,
    words: Option<Vec<At<String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Who {
    Editor,
    Plan,
}

fn sources(text: &str) -> (Sources, FileId) {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile { path: "a.yaml".to_owned(), text: text.to_owned() });
    (sources, file)
}

/// `line:column: code [marked text] message | message in Japanese | help in Japanese`
fn said(sources: &Sources, finding: &Diagnostic) -> String {
    let Place::Span(span) = finding.place else { return "no place".to_owned() };
    let at = sources.line_column(span);
    let help = finding.help.as_ref().map(|help| format!(" | {}", help.ja)).unwrap_or_default();
    format!(
        "{}:{}: {} [{}] {} | {}{help}",
        at.line,
        at.column,
        finding.code.0,
        sources.text(span),
        finding.message.en,
        finding.message.ja
    )
}

fn findings(text: &str) -> Vec<String> {
    let (sources, file) = sources(text);
    match read::<Facts>(&sources, file) {
        Ok(_) => Vec::new(),
        Err(findings) => findings.iter().map(|finding| said(&sources, finding)).collect(),
    }
}

#[test]
fn what_is_said_is_in_one_language() {
    for (text, _) in CASES {
        let (sources, file) = sources(text);
        let findings = read::<Facts>(&sources, file).err().unwrap_or_default();
        for said in findings.iter().flat_map(|finding| [Some(&finding.message), finding.help.as_ref()]).flatten() {
            assert_eq!(mixture(&said.ja, &said.en), None);
        }
    }
}

#[test]
fn what_is_said() {
    for (text, expected) in CASES {
        let said = findings(text);
        let fits =
            said.len() == expected.len() && said.iter().zip(*expected).all(|(said, begin)| said.starts_with(begin));
        assert!(fits, "{text:?}\n  expected {expected:#?}\n  said {said:#?}");
    }
}

#[test]
fn hostile_nesting_ends_early() {
    for (hostile, code) in [
        ("[", "K026"),
        ("{", "K026"),
        ("{a: ", "K026"),
        ("- ", "K026"),
        ("[[{", "K026"),
        ("? ", "K035"),
        ("\"", "K020"),
        ("!", "K020"),
        ("&a ", "K023"),
    ] {
        let said = findings(&hostile.repeat(10_000));
        assert!(said.first().is_some_and(|said| said.contains(code)), "{hostile}: {said:?}");
    }
    let large = "- a\n".repeat(super::MAX_BYTES / 4 + 1);
    assert!(findings(&large)[0].starts_with("1:1: K027"));
}

#[test]
fn values_know_their_places() {
    let (sources, file) =
        sources("id: 計画\ntitle:\n  ja: '引用'\n  en: no\nrows:\n  - page: 12\n    words: [あ, 010, 2022-01-01]\n");
    let facts: Facts = read(&sources, file).unwrap();
    assert_eq!(sources.text(facts.id.span), "計画");
    let titles: Vec<_> =
        facts.title.iter().map(|(_, title)| (title.value.as_str(), sources.text(title.span))).collect();
    assert_eq!(titles, [("no", "no"), ("引用", "'引用'")]);
    let words = facts.rows[0].words.as_deref().unwrap();
    for (word, text) in words.iter().zip(["あ", "010", "2022-01-01"]) {
        assert_eq!((word.value.as_str(), sources.text(word.span)), (text, text));
    }
    let (sources, file) = self::sources("- a: 1\n  b: 2\n- [x, y]\n- {z: w}\n");
    let blocks = read::<Vec<At<serde_json::Value>>>(&sources, file).unwrap();
    let texts: Vec<_> = blocks.iter().map(|block| sources.text(block.span)).collect();
    assert_eq!(texts, ["a: 1\n  b: 2", "[x, y]", "{z: w}"]);
}

proptest! {
    #[test]
    fn never_panics(text in "(?s)[\\x00-\\x7fあ：\u{3000}]{0,60}") {
        findings(&text);
    }
    #[test]
    fn never_panics_on_what_looks_like_yaml(text in "((id|title|ja|rows|page|- |: |\n|  |\\{|\\}|\\[|\\]|'|\"|,|&a|\\*a|!|#|あ|\\||>|%|---|\t|１|\\?|<<)){0,40}") {
        findings(&text);
    }
}
