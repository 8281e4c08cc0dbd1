//! The promise that term marks bend nothing else, and that no text makes the parser panic.

use proptest::prelude::*;
use pulldown_cmark::{Parser, html};
use serde::Deserialize;

use super::{TermMatcher, Vocabulary, mask, prose, runs};
use crate::plan::TermIx;
use crate::source::FileId;

#[derive(Deserialize)]
struct Example {
    example: u32,
    markdown: String,
    html: String,
}

/// The marks of the real plan, in all its languages.
fn real_vocabulary() -> Vocabulary {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/glossary.yaml");
    let glossary: serde_yaml::Value = serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let terms = glossary["terms"].as_sequence().unwrap();
    assert!(terms.len() > 50);
    let wordings = terms.iter().enumerate().flat_map(|(ix, term)| {
        let names =
            term["term"].as_mapping().unwrap().values().chain(term["variants"].as_sequence().into_iter().flatten());
        names.map(move |name| (name.as_str().unwrap().to_owned(), TermIx(ix)))
    });
    Vocabulary { terms: TermMatcher::new(wordings), reposts: vec!["再掲".to_owned(), "Repeated from".to_owned()] }
}

#[test]
#[ignore = "reads the examples named by KEIKAKU_COMMONMARK, which tests/run takes from the npm package commonmark-spec"]
fn all_examples_of_commonmark_hold_with_marks_on() {
    let path = std::env::var("KEIKAKU_COMMONMARK").expect("KEIKAKU_COMMONMARK names the examples");
    let examples: Vec<Example> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(examples.len(), 652);
    let vocabulary = real_vocabulary();
    let wrong: Vec<u32> = examples
        .iter()
        .filter(|example| {
            let masked = mask::mask(&example.markdown, &vocabulary);
            let mut html = String::new();
            html::push_html(&mut html, Parser::new_ext(&masked.text, runs::options()));
            same_document(&html) != same_document(&example.html)
        })
        .map(|example| example.example)
        .collect();
    assert_eq!(wrong, [] as [u32; 0]);
}

/// HTML without the freedoms of writing it: `"` or `&quot;`, a line end between two tags.
fn same_document(html: &str) -> String {
    html.trim_end().replace("&quot;", "\"").replace(">\n<", "><")
}

/// Texts made of what the parser looks for.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("DX*"),
        Just("*"),
        Just("**"),
        Just("***"),
        Just("＊"),
        Just("「DX」*"),
        Just("産業部門*"),
        Just("\\*"),
        Just("〔再掲：産業編 P3〕"),
        Just("[再掲: "),
        Just("]"),
        Just("(repost:a)"),
        Just("{{ target(\"a\").goal }}"),
        Just("{{"),
        Just("}}"),
        Just("\n"),
        Just("\n\n"),
        Just("- "),
        Just("    "),
        Just("## ① "),
        Just("### "),
        Just("> "),
        Just("`"),
        Just("```\n"),
        Just("<ruby>"),
        Just("<rt>"),
        Just("</ruby>"),
        Just("<b>"),
        Just("<!--"),
        Just("|a|b|\n|-|-|\n"),
        Just("![図]()"),
        Just("[^1]"),
        Just("[^1]: 注"),
        Just("字"),
        Just("&amp;"),
        Just("{#id}"),
        Just("~~"),
        Just("_"),
        Just("  \n"),
        Just("1. "),
        Just("https://example.org"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in markdown(), measures: bool) {
        let (content, _) = prose(FileId(0), &text, "page", measures, &real_vocabulary());
        let shown = format!("{content:?}");
        prop_assert!(!shown.contains("\\u{1}") && !shown.contains("\\u{fdd0}"), "a sentinel is left: {shown}");
    }

    #[test]
    fn masking_keeps_every_offset(text in markdown()) {
        let masked = mask::mask(&text, &real_vocabulary());
        prop_assert_eq!(masked.text.len(), text.len());
    }
}
