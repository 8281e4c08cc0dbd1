//! The search of a built site, asked in the browser's own modules: writes the index of the real plan into a
//! folder and lets the tests in `tests/search/` (node) read it. Also measures how long the index takes.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use keikaku::lang::Lang;
use keikaku::search::{self, Document, Term};
use keikaku::site::{Sink, SinkError};
use serde_json::{Value, json};

type Outcome = Result<(), Box<dyn Error>>;

struct Folder(PathBuf);

impl Sink for Folder {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        let file = self.0.join(path);
        let folder = file.parent().unwrap_or(&self.0);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, bytes))
            .map_err(|cause| SinkError { path: path.to_owned(), cause })
    }
}

struct Nowhere;

impl Sink for Nowhere {
    fn write(&self, _: &str, _: &[u8]) -> Result<(), SinkError> {
        Ok(())
    }
}

/// The terms of the glossary, as documents and as words.
fn glossary() -> Result<(Vec<Document>, Vec<Term>), Box<dyn Error>> {
    let glossary: Value = serde_yaml::from_str(&fs::read_to_string("glossary.yaml")?)?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let terms = glossary["terms"].as_array().ok_or("no terms")?;
    let document = |term: &Value| Document {
        lang: Lang::new("ja"),
        url: format!("ja/glossary/#{}", text(&term["id"])),
        kind: "term".to_owned(),
        page_title: "用語解説".to_owned(),
        heading: text(&term["term"]["ja"]),
        text: text(&term["definition"]["ja"]),
        aliases: term["variants"].as_array().into_iter().flatten().chain([&term["reading"]]).map(text).collect(),
    };
    let word = |term: &Value| Term { surface: text(&term["term"]["ja"]), reading: text(&term["reading"]) };
    Ok((terms.iter().map(document).collect(), terms.iter().map(word).collect()))
}

/// Every line of the plan's Markdown as a clause: near enough to what the plan's own clauses will be.
fn clauses(copy: usize) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut documents = Vec::new();
    for entry in walkdir::WalkDir::new("content").sort_by_file_name() {
        let entry = entry?;
        if !entry.path().to_string_lossy().ends_with(".ja.md") {
            continue;
        }
        let page = entry.path().parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        let mut heading = String::new();
        for (number, line) in fs::read_to_string(entry.path())?.lines().enumerate() {
            let line = line.trim_start_matches(['-', ' ']).replace('*', "");
            if let Some(title) = line.strip_prefix('#') {
                heading = title.trim_start_matches(['#', ' ']).to_owned();
            }
            if !line.is_empty() {
                documents.push(Document {
                    lang: Lang::new("ja"),
                    url: format!("ja/{copy}/{page}/#l{number}"),
                    kind: "action".to_owned(),
                    page_title: page.rsplit('/').next().unwrap_or_default().to_owned(),
                    heading: heading.clone(),
                    text: if line.starts_with('#') { String::new() } else { line },
                    aliases: Vec::new(),
                });
            }
        }
    }
    Ok(documents)
}

#[test]
fn the_browser_finds_what_the_plan_says() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (mut documents, terms) = glossary()?;
    documents.extend(clauses(0)?);
    search::write(&documents, &terms, &Folder(folder.path().to_path_buf()))?;
    let plain: Vec<Value> =
        documents.iter().map(|it| json!([it.url, it.page_title, it.heading, it.text, it.aliases])).collect();
    fs::write(folder.path().join("documents.json"), serde_json::to_vec(&plain)?)?;
    let mut node = Command::new("node");
    node.arg("--test").args(tests_of_node()?).env("SEARCH_SITE", folder.path());
    // Without node there is nothing to ask; the machine that checks releases has it.
    let Ok(answer) = node.output() else { return Ok(()) };
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stdout));
    Ok(())
}

fn tests_of_node() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let files: Result<Vec<_>, _> = fs::read_dir("tests/search")?.map(|it| it.map(|it| it.path())).collect();
    Ok(files?.into_iter().filter(|it| it.extension().is_some_and(|it| it == "mjs")).collect())
}

/// `cargo test --release --test search -- --ignored --nocapture`
#[test]
#[ignore = "measures; wants a release build"]
#[expect(clippy::print_stderr, reason = "it is there to print")]
fn how_long_the_index_takes() -> Outcome {
    let copies: usize = std::env::var("COPIES").map_or(Ok(1), |copies| copies.parse())?;
    let (mut documents, terms) = glossary()?;
    for copy in 0..copies {
        documents.extend(clauses(copy)?);
    }
    let characters: usize = documents.iter().map(|it| it.text.chars().count()).sum();
    eprintln!("{} documents, {characters} characters of text", documents.len());
    for _ in 0..5 {
        let start = Instant::now();
        search::write(&documents, &terms, &Nowhere)?;
        eprintln!("{:?}", start.elapsed());
    }
    if let Ok(folder) = std::env::var("SEARCH_OUT") {
        search::write(&documents, &terms, &Folder(folder.into()))?;
    }
    Ok(())
}
