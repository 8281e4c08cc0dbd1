//! What the three formats print, to the letter.

use proptest::prelude::*;

use super::{LIMIT, github, json, text};
use crate::diag::{Code, Diagnostic, Language, Message, Place, order};
use crate::source::{FileId, SourceFile, Sources, Span};

fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(SourceFile { path: "content/a.yaml".to_owned(), text: text.to_owned() });
    sources
}

/// A finding that marks `what` in the text.
fn at(sources: &Sources, what: &str) -> Diagnostic {
    let start = sources.get(FileId(0)).text.find(what).unwrap();
    let span = Span::new(FileId(0), start..start + what.len());
    Diagnostic::error(Code("K999"), span, Message::new("ここが違います", "this is wrong"))
}

fn sample() -> (Sources, Vec<Diagnostic>) {
    let sources = sources("title: 計画\n\tid: 水素*の①利用, 50%\n");
    let first = Span::new(FileId(0), 0..5);
    let finding = at(&sources, "水素*")
        .related(first, Message::new("最初の場所", "first written here"))
        .help(Message::new("消してください\n2 行目", "delete it: a, b\nsecond line"));
    let file = Diagnostic::warning(
        Code("K009"),
        Place::Path("content/x,\u{1b}[31m.txt".to_owned()),
        Message::new("使いません", "not used: 100%"),
    );
    (sources, vec![finding, file])
}

#[test]
fn text_in_japanese_and_english() {
    let (sources, findings) = sample();
    let expected = "\
content/a.yaml:2:6: error[K999]: ここが違います
2 |     id: 水素*の①利用, 50%
  |         ^^^^^
content/a.yaml:1:1: 関連: 最初の場所
1 | title: 計画
  | -----
  対処: 消してください
    2 行目

content/x,\\u{1b}[31m.txt: warning[K009]: 使いません
";
    assert_eq!(text::render(&findings, &sources, Language::Japanese, false), expected);
    let english = text::render(&findings[..1], &sources, Language::English, false);
    assert!(english.contains("error[K999]: this is wrong\n") && english.contains("1:1: note: first written here\n"));
    assert!(english.ends_with("  help: delete it: a, b\n    second line\n"));
}

#[test]
fn colours_only_when_asked() {
    let sources = sources("a: b\n");
    let expected = "\u{1b}[1mcontent/a.yaml:1:4\u{1b}[0m: \u{1b}[1;31merror[K999]\u{1b}[0m: this is wrong\n\
        \u{1b}[1;34m1 |\u{1b}[0m a: b\n\u{1b}[1;34m  |\u{1b}[0m    \u{1b}[1;31m^\u{1b}[0m\n";
    assert_eq!(text::render(&[at(&sources, "b")], &sources, Language::English, true), expected);
}

#[test]
fn long_lines_are_cut_around_the_mark() {
    let sources = sources(&format!("{}×計画×{}\n", "あ".repeat(200), "い".repeat(200)));
    let shown = text::render(&[at(&sources, "計画")], &sources, Language::English, false);
    let expected = format!(
        "content/a.yaml:1:202: error[K999]: this is wrong\n1 | …{}×計画×{}…\n  | {}^^^^\n",
        "あ".repeat(19),
        "い".repeat(28),
        " ".repeat(40)
    );
    assert_eq!(shown, expected);
}

#[test]
fn a_mark_has_a_width_everywhere() {
    for (source, range, line) in
        [("ab\ncd", 2..2, "1 | ab\n  |   ^\n"), ("ab\ncd\n", 1..5, "1 | ab\n  |  ^\n"), ("a\n", 2..2, "2 | \n  | ^\n")]
    {
        let sources = sources(source);
        let finding = Diagnostic::error(Code("K999"), Span::new(FileId(0), range), Message::new("x", "x"));
        let shown = text::render(&[finding], &sources, Language::English, false);
        assert!(shown.ends_with(line), "{source:?}: {shown}");
    }
}

#[test]
fn json_for_programs() {
    let (sources, findings) = sample();
    let expected = concat!(
        "[\n",
        r#"{"code":"K999","severity":"error","message":"this is wrong","path":"content/a.yaml","line":2,"column":6,"endLine":2,"endColumn":9,"#,
        r#""help":"delete it: a, b\nsecond line","related":[{"message":"first written here","path":"content/a.yaml","line":1,"column":1,"endLine":1,"endColumn":6}]},"#,
        "\n",
        r#"{"code":"K009","severity":"warning","message":"not used: 100%","path":"content/x,\u001b[31m.txt","line":null,"column":null,"endLine":null,"endColumn":null,"#,
        r#""help":null,"related":[]}"#,
        "\n]\n",
    );
    assert_eq!(json::render(&findings, &sources, Language::English), expected);
    assert_eq!(json::render(&[], &sources, Language::English), "[]\n");
}

#[test]
fn github_escapes() {
    let (sources, findings) = sample();
    let expected = "\
::error file=content/a.yaml,line=2,col=6,title=K999::this is wrong%0Acontent/a.yaml:1:1: first written here%0Adelete it: a, b%0Asecond line
::warning file=content/x%2C\\u{1b}[31m.txt,title=K009::not used: 100%25
";
    assert_eq!(github::render(&findings, &sources, Language::English), expected);
}

#[test]
fn the_whole_output_is_limited() {
    let sources = sources("title: 計画\n");
    let findings = vec![at(&sources, "計画"); 20_000];
    let shown = text::render(&findings, &sources, Language::Japanese, false);
    assert!(shown.len() <= LIMIT && shown.len() > LIMIT / 2);
    let last = shown.lines().last().unwrap();
    assert!(last.starts_with("ほか ") && last.ends_with(" 件"), "{last}");
    let json = json::render(&findings, &sources, Language::Japanese);
    let values: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert!(json.len() <= LIMIT && values.last().unwrap()["code"] == "K000");
    assert!(github::render(&findings, &sources, Language::Japanese).len() <= LIMIT);
}

#[test]
fn findings_are_sorted_and_said_once() {
    let sources = sources("a: b\n");
    let mut findings = vec![at(&sources, "b"), at(&sources, "a"), at(&sources, "b")];
    order::sort(&mut findings, &sources);
    assert_eq!(findings, [at(&sources, "a"), at(&sources, "b")]);
}

proptest! {
    #[test]
    fn never_panics(source in "(?s)[\t\nab計①\u{200b}\u{301}👨]{0,300}", start in 0usize..1000, length in 0usize..1000) {
        let sources = sources(&source);
        let span = Span::new(FileId(0), start..start + length);
        let finding = Diagnostic::error(Code("K999"), span, Message::new("x", "x")).related(span, Message::new("y", "y"));
        text::render(std::slice::from_ref(&finding), &sources, Language::English, false);
        json::render(&[finding], &sources, Language::English);
    }
}
