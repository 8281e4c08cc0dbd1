//! Hostile input gives a finding, never a crash: nothing here may panic, hang or exhaust the stack. Each
//! case replaces a file of the miniature plan in `tests/cases/base`.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

mod common;

use std::fs;

use common::{copy, root};

const PROSE: &str = "content/industry/1-first/1-policy/1-original/index.ja.md";
const FACTS: &str = "content/industry/1-first/1-policy/1-original/initiative.yaml";
const TARGETS: &str = "content/industry/targets.yaml";
const TABLE: &str = "content/industry/data/sites.csv";

/// The codes of all findings when `path` holds `bytes`.
fn found(path: &str, bytes: &[u8]) -> Vec<&'static str> {
    let site = tempfile::tempdir().unwrap();
    copy(&root().join("tests/cases/base"), site.path());
    copy(&root().join("themes"), &site.path().join("themes"));
    let path = site.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
    let analysis = keikaku::analyse(site.path(), &|_| {}).unwrap();
    analysis.findings.iter().map(|finding| finding.code.0).collect()
}

#[test]
fn prose_made_to_be_slow_or_deep() {
    let cases: [(String, Option<&str>); 15] = [
        ("未知*".repeat(100_000), Some("K051")),
        ("DX*".repeat(100_000), None),
        ("*".repeat(500_000), None),
        ("**あ**「".repeat(50_000), None),
        ("[".repeat(500_000), None),
        ("〔 再掲".repeat(50_000), None),
        ("{{ ".repeat(100_000), Some("K048")),
        ("〔再掲：産業編 P49〕".repeat(5_000), Some("K091")),
        (format!("\n\n{}深い", "> ".repeat(50_000)), Some("K046")),
        ((0..600).map(|depth| format!("\n{}- あ", "  ".repeat(depth))).collect(), Some("K046")),
        ("*a **b ".repeat(50_000), None),
        ("[a](b".repeat(100_000), None),
        ("`a``b".repeat(100_000), None),
        ("<b>".repeat(50_000), Some("K053")),
        (format!("{}\n{}\n", "|".repeat(20_000), "|-".repeat(20_000)), None),
    ];
    for (text, expected) in cases {
        let codes = found(PROSE, format!("## ① 見出し\n\n- {text}\n").as_bytes());
        let name: String = text.chars().take(12).collect();
        assert!(expected.is_none_or(|code| codes.contains(&code)), "{name}: {:?}", &codes[..codes.len().min(9)]);
    }
}

#[test]
fn expressions_made_to_exhaust_something() {
    for (expression, expected) in [
        ("\"a\" * 100000000", "K075"),
        ("range(100000000)|list|length", "K075"),
        (&"not ".repeat(50_000), "K076"),
        (&"(".repeat(50_000), "K076"),
        (&format!("{}1", "not ".repeat(240)), "K075"),
        ("{}.__class__", "K075"),
        ("include(\"/etc/passwd\")", "K075"),
    ] {
        let codes = found(PROSE, format!("## ① 見出し\n\n値は{{{{ {expression} }}}}です\n").as_bytes());
        let name: String = expression.chars().take(20).collect();
        let refused = codes.contains(&expected);
        // A chain of `not` is sound as long as it is short enough to be evaluated at all.
        assert!(refused || name.starts_with("not not"), "{name}: {codes:?}");
    }
}

#[test]
fn facts_made_to_exhaust_something() {
    let many: String = (1..5_000)
        .map(|n| format!("  - {{id: t{n}, number: {n}, title: {{ja: あ}}, unit: {{ja: 件}}, baseline: {{value: 1, year: 2021}}, goal: {{value: 2, year: 2022}}}}\n"))
        .collect();
    let cases: [(&str, String, &str); 9] = [
        (FACTS, format!("a: {}", "[".repeat(100_000)), "K026"),
        (FACTS, format!("a: {}", "{a: ".repeat(50_000)), "K026"),
        (FACTS, "a: &a [*a, *a]\n".to_owned(), "K023"),
        (FACTS, "- ".repeat(100_000), "K026"),
        (FACTS, (0..20_000).map(|n| format!("k{n}: 1\n")).collect(), "K028"),
        (TARGETS, format!("targets:\n{many}"), "K102"),
        (TARGETS, "targets: [{id: a, number: 1, title: {ja: あ}, unit: {ja: 件}, baseline: {value: .inf, year: 2021}, goal: {value: 1, year: 2022}}]".to_owned(), "K031"),
        (TABLE, ",".repeat(500_000), "K082"),
        (TABLE, "a,b\n".repeat(100_000), "K082"),
    ];
    for (path, text, expected) in cases {
        let codes = found(path, text.as_bytes());
        let name: String = text.chars().take(16).collect();
        assert!(codes.contains(&expected), "{name}: {:?}", &codes[..codes.len().min(9)]);
    }
}

#[test]
fn bytes_that_are_no_text() {
    for (bytes, expected) in [
        (b"## \xe2\x91\xa0 a\x00b\n".as_slice(), "K013"),
        ("## ① a\u{202e}b\n".as_bytes(), "K015"),
        ("## ① a\u{fdd0}b\n".as_bytes(), "K014"),
        (b"\xff\xfe#\x00#\x00", "K012"),
        (b"## \x87\x40 \x8e\xe6\x91\x67\n", "K012"),
    ] {
        let codes = found(PROSE, bytes);
        assert!(codes.contains(&expected), "{bytes:?}: {codes:?}");
    }
    // What people really write is accepted as it is.
    let codes = found(PROSE, "## ① 人を育てる\r\n\r\n- デジタル人材を育てる研修を開く\r\n- 葛\u{E0100}城 👨\u{200d}👩\u{200d}👧 〜～ か\u{3099}\r\n".as_bytes());
    assert!(codes.is_empty(), "{codes:?}");
}
