//! The search of the real plan, asked in the browser's own modules: writes the index into a folder and lets
//! the tests in `tests/search/` (node) read it, beside the documents that it must find.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use keikaku::output::MemorySink;
use keikaku::search;
use serde_json::{Value, json};

#[test]
fn the_browser_finds_what_the_plan_says() {
    let analysis = keikaku::analyse(Path::new(env!("CARGO_MANIFEST_DIR")), &|_| {}).unwrap();
    let (plan, _) = analysis.sound.expect("the real plan is sound");
    let folder = tempfile::tempdir().unwrap();
    let sink = MemorySink::default();
    search::write(&plan, &sink).unwrap();
    for (path, bytes) in sink.into_files() {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let documents = search::documents(&plan);
    assert!(documents.len() > 400, "{} documents", documents.len());
    let plain: Vec<Value> =
        documents.iter().map(|it| json!([it.url, it.page_title, it.heading, it.text, it.aliases])).collect();
    fs::write(folder.path().join("documents.json"), serde_json::to_vec(&plain).unwrap()).unwrap();
    let answer = Command::new("node")
        .arg("--test")
        .args(tests_of_node())
        .env("SEARCH_SITE", folder.path())
        .output()
        .expect("node is there (tests/run installs it)");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stdout));
}

fn tests_of_node() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|kind| kind == "mjs")).collect()
}
