//! The real plan, made into a site in memory: the same bytes each time, and all that the plan carries.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::collections::BTreeMap;
use std::path::Path;

use keikaku::output::MemorySink;
use serde_json::Value;

type Files = BTreeMap<String, Vec<u8>>;

fn made() -> Files {
    let analysis = keikaku::analyse(Path::new(env!("CARGO_MANIFEST_DIR")), &|_| {}).unwrap();
    let (plan, theme) = analysis.sound.expect("the real plan is sound");
    let sink = MemorySink::default();
    keikaku::write(&plan, &theme, &sink).unwrap();
    sink.into_files()
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let first = made();
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(made);
    assert!(first.len() > 100);
    assert_eq!(first.keys().collect::<Vec<_>>(), alone.keys().collect::<Vec<_>>());
    for (path, bytes) in &first {
        assert!(*bytes == alone[path], "{path} differs");
    }
}

fn plan(files: &Files) -> Value {
    serde_json::from_slice(&files["data/plan.json"]).unwrap()
}

fn count(plan: &Value, kind: &str) -> usize {
    plan["nodes"].as_array().unwrap().iter().filter(|node| node["kind"] == kind).count()
}

#[test]
fn the_open_data_has_the_whole_plan() {
    let plan = plan(&made());
    let expected = [
        ("volume", 2),
        ("chapter", 2),
        ("policy", 5),
        ("initiative", 19),
        ("target", 14),
        ("term", 75),
        ("institution", 13),
    ];
    for (kind, number) in expected {
        assert_eq!(count(&plan, kind), number, "{kind}");
    }
    for node in plan["nodes"].as_array().unwrap() {
        let title = node["title"]["ja"].as_str().unwrap_or_default();
        assert!(!title.is_empty(), "{} has no title", node["id"]);
    }
}

#[test]
fn the_open_data_has_figures_schedules_supports_and_statistics() {
    let plan = plan(&made());
    let list = |key: &str| plan[key].as_array().unwrap().clone();
    assert_eq!((list("targets").len(), list("schedules").len()), (14, 19));
    assert_eq!((list("supports").len(), list("statistics").len()), (13, 10));
    let orders = list("targets").into_iter().find(|one| one["node"] == "target/aerospace-orders").unwrap();
    assert_eq!(orders["goal"], serde_json::json!({"value": 300_000.0, "from": 2022, "to": 2026}));
    let underwater = list("schedules").into_iter().find(|one| one["node"] == "underwater-mobility").unwrap();
    assert_eq!((&underwater["rows"][0]["from"], &underwater["rows"][0]["to"]), (&2023.into(), &2026.into()));
    let technology = &list("supports")[1];
    assert_eq!(technology["node"], "institution/industrial-technology-institute");
    assert_eq!(technology["supports"].as_array().unwrap().len(), 2);
}

/// Where each of the 13 re-posts of the printed plan leads.
#[test]
fn every_repost_has_its_original() {
    let plan = plan(&made());
    let found: Vec<(String, Option<String>, bool)> = plan["reposts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|repost| {
            let text = |key: &str| repost[key].as_str().map(str::to_owned);
            (text("from").unwrap(), text("to"), repost["carried"].as_bool().unwrap())
        })
        .collect();
    let expected = [
        ("siting/m1-a8", Some("dx/m3-a2")),
        ("business-collaboration/m2-a6", Some("medical/m1-a3")),
        ("medical/m1-a1", Some("environment-energy/m1-a2")),
        ("bio/m1-a1", Some("environment-energy/m1-a2")),
        ("digital", Some("target/corporate-siting")),
        ("dx/m4", None),
        ("sme-growth-support/m1-a4", None),
        ("manufacturing/m1-a2", Some("business-collaboration/m2-a1")),
        ("manufacturing/m2", None),
        ("commerce-services/m1-a2", Some("sme-growth-support/m1-a2")),
        ("commerce-services/m2", Some("dx/m1")),
        ("commerce-services/m3", Some("dx/m2")),
        ("finance/m3-a2", Some("business-foundation/m1-a6")),
    ];
    let expected = expected.map(|(from, to)| (from.to_owned(), to.map(str::to_owned), to.is_some()));
    assert_eq!(found, expected);
}

/// The source has 157 marks. Three of them repeat the title of a target under its policy.
#[test]
fn every_mark_of_the_source_is_an_element() {
    let analysis = keikaku::analyse(Path::new(env!("CARGO_MANIFEST_DIR")), &|_| {}).unwrap();
    let (plan, _) = analysis.sound.unwrap();
    let marks: usize = plan.links.term_uses.iter().map(Vec::len).sum();
    assert_eq!(marks + 3, 157);
    let files = made();
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let elements: usize = pages.map(|(_, page)| String::from_utf8_lossy(page).matches(" data-term=\"").count()).sum();
    assert!(elements >= 157, "{elements} elements");
}

#[test]
fn the_targets_are_a_table_that_a_spreadsheet_reads() {
    let files = made();
    let csv = String::from_utf8(files["data/targets.csv"].clone()).unwrap();
    assert!(csv.starts_with('\u{feff}'));
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers().unwrap().len();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 14);
    assert!(rows.iter().all(|row| row.len() == columns));
    let orders = rows.iter().find(|row| row.iter().any(|cell| cell == "aerospace-orders")).unwrap();
    for cell in ["38300", "300000", "万円", "2018", "2021", "2022", "2026"] {
        assert!(orders.iter().any(|found| found == cell), "{cell} in {orders:?}");
    }
}
