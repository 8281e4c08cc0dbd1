//! The search of the real plan, asked in the browser's own modules: writes the index into a folder and lets
//! the tests in `tests/search/` (node) read it, beside the documents that it must find.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use keikaku::lang::{Lang, Localized};
use keikaku::output::MemorySink;
use keikaku::search::{self, Document, Synonym, Term, latin};
use serde_json::{Value, json};

#[test]
fn the_browser_finds_what_the_plan_says() {
    let analysis = keikaku::analyse(Path::new(env!("CARGO_MANIFEST_DIR")), &|_| {}).unwrap();
    let (plan, _) = analysis.sound.expect("the real plan is sound");
    let real = tempfile::tempdir().unwrap();
    let sink = MemorySink::default();
    search::write(&plan, &sink).unwrap();
    let documents = search::documents(&plan);
    assert!(documents.len() > 400, "{} documents", documents.len());
    lay(real.path(), sink, &documents);
    fs::write(real.path().join("stems.json"), serde_json::to_vec(&stems(&documents)).unwrap()).unwrap();

    let small = tempfile::tempdir().unwrap();
    let (documents, terms, synonyms) = small_plan();
    let sink = MemorySink::default();
    search::write_documents(&documents, &terms, &synonyms, &sink).unwrap();
    lay(small.path(), sink, &documents);

    let answer = Command::new("node")
        .arg("--test")
        .args(tests_of_node())
        .env("SEARCH_SITE", real.path())
        .env("SEARCH_SMALL", small.path())
        .output()
        .expect("node is there (tests/run installs it)");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stdout));
}

/// Writes an index into a folder, beside the documents that it must find.
fn lay(folder: &Path, sink: MemorySink, documents: &[Document]) {
    for (path, bytes) in sink.into_files() {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let plain: Vec<Value> =
        documents.iter().map(|it| json!([it.url, it.page_title, it.heading, it.text, it.aliases])).collect();
    fs::write(folder.join("documents.json"), serde_json::to_vec(&plain).unwrap()).unwrap();
}

/// Every word of the plan, and many more that are made of what the stemmer looks at, with what it leaves.
fn stems(documents: &[Document]) -> Vec<[String; 2]> {
    let texts = documents.iter().flat_map(|it| [&it.page_title, &it.heading, &it.text]);
    let mut words: BTreeSet<String> =
        texts.flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic())).map(str::to_lowercase).collect();
    let beginnings = "b by past inter organ gener commun s ay eye cry inn even proc succ add stop hop tr univers";
    let endings = " s es y e l ll ly ed eed eedly edly ing ingly ies ied sses us li al ance ence er ic able ant ement \
        ment ent ism ate iti ous ive ize ion tion tional enci anci abli entli izer ization ational ation ator alism \
        aliti alli fulness ousli ousness iveness iviti biliti bli ogist ogi fulli lessli alize icate iciti ical ful \
        ness ative";
    let endings: Vec<&str> = endings.split(' ').filter(|it| !it.is_empty()).collect();
    for first in beginnings.split(' ') {
        for second in &endings {
            words.extend(endings.iter().map(|third| format!("{first}{second}{third}")));
        }
    }
    words.into_iter().map(|word| [latin::stem(&word).into_owned(), word]).map(|[cut, word]| [word, cut]).collect()
}

/// The plan of `tests/search/languages.json`.
fn small_plan() -> (Vec<Document>, Vec<Term>, Vec<Synonym>) {
    let plan: Value = serde_json::from_str(include_str!("search/languages.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let document = |it: &Value| Document {
        lang: Lang::new(&text(&it[0])),
        url: format!("{}/{}", text(&it[0]), text(&it[1])),
        kind: "action".to_owned(),
        page_title: text(&it[2]),
        heading: text(&it[3]),
        text: text(&it[4]),
        aliases: Vec::new(),
    };
    let term = |it: &Value| Term {
        names: it["names"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(lang, name)| (Lang::new(lang), text(name)))
            .collect::<Localized<_>>(),
        variants: it["variants"].as_array().unwrap().iter().map(text).collect(),
        reading: text(&it["reading"]),
    };
    let texts = |value: &Value| value.as_array().unwrap().iter().map(text).collect();
    let synonym = |it: &Value| Synonym {
        lang: Lang::new(&text(&it[0])),
        say: texts(&it[1]),
        such_as: it[5].as_array().map(|all| all.iter().map(text).collect()).unwrap_or_default(),
        means: texts(&it[2]),
        urls: texts(&it[3]),
        elsewhere: it[4] == true,
    };
    let list = |name: &str| plan[name].as_array().unwrap().clone();
    (
        list("documents").iter().map(document).collect(),
        list("terms").iter().map(term).collect(),
        list("synonyms").iter().map(synonym).collect(),
    )
}

fn tests_of_node() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect()
}
