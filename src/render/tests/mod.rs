//! The stage as a whole, on a miniature plan with every kind of block and the default theme.

mod sample;

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::{Summary, Theme, ThemeError, render};
use crate::lang::Lang;
use crate::plan::{Plan, Resolved};
use crate::site::{Sink, SinkError};

macro_rules! theme_files {
    ($($path:literal)*) => { &[$(($path, include_str!(concat!("../../../themes/default/", $path)))),*] };
}

const FILES: &[(&str, &str)] = theme_files! {
    "templates/parts.html" "templates/head.html" "templates/base.html" "templates/contents.html"
    "templates/home.html" "templates/volume.html" "templates/chapter.html" "templates/policy.html"
    "templates/initiative.html" "templates/targets.html" "templates/schedule.html" "templates/institutions.html"
    "templates/glossary.html" "templates/printed-pages.html" "templates/search.html" "templates/front.html"
    "css/1-base.css" "css/2-layout.css" "css/3-content.css" "css/4-tables.css" "css/5-print.css"
    "js/language.js"
};

#[derive(Default)]
struct Memory(Mutex<BTreeMap<String, String>>);

impl Sink for Memory {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(self.0.lock().unwrap().insert(path.to_owned(), text).is_none(), "{path} is written twice");
        Ok(())
    }
}

/// The words of the default theme. A line is `key: text`, with or without quotes.
fn words() -> BTreeMap<String, String> {
    let yaml = include_str!("../../../themes/default/i18n/ja.yaml");
    let pairs = yaml.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    pairs.map(|(key, text)| (key.to_owned(), text.trim_matches('"').to_owned())).collect()
}

fn theme(languages: &[&str]) -> Theme {
    let words = languages.iter().map(|lang| (Lang::new(lang), words())).collect();
    Theme::load(FILES.iter().copied(), words).unwrap().search_script("export {};\n")
}

fn site(plan: &Plan<Resolved>, languages: &[&str]) -> (Summary, BTreeMap<String, String>) {
    let memory = Memory::default();
    let summary = render(plan, &theme(languages), &memory).unwrap();
    (summary, memory.0.into_inner().unwrap())
}

#[test]
fn a_page_carries_what_the_plan_prints() {
    let (summary, files) = site(&sample::plan(), &["ja"]);
    assert_eq!((summary.pages, summary.files), (12, files.len()));
    let page = &files["ja/industry/a/one/first/index.html"];
    for expected in [
        "<h1><span class=\"number\">(1)</span> 誘致の推進</h1>",
        "【取組内容】",
        "【工程表】",
        "<section class=\"measure\" id=\"m1\"><h3><span class=\"number\">①</span> 展開<a class=\"permalink\" href=\"#m1\"",
        "<li id=\"m1-a1\"><p>本県の<span class=\"keep\">「<button type=\"button\" class=\"term\" \
         popovertarget=\"def-dx\" data-term=\"dx\">DX</button>」</span>の推進",
        "<span class=\"repost\" title=\"このサイトには収録していません\">[再掲：労働編 P113]</span>\
         <small class=\"repost-note\">このサイトには収録していません</small>",
        "<div class=\"reposted-at\"><span class=\"label\">再掲：</span> <a href=\"../../../../../ja/industry/a/\">",
        "<td class=\"bar\" colspan=\"2\"><span>活動</span></td><td colspan=\"3\"></td>",
        "〈主な連携〉</span> 本文</p><ul><li>・一つ目</li></ul>",
        "<aside id=\"def-dx\" popover class=\"definition\"",
        "このサイトの編集者による説明",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    let policy = &files["ja/industry/a/one/index.html"];
    assert!(
        policy.contains("<a class=\"repost\" href=\"../../../../ja/targets/#target-siting\">【再掲】</a>"),
        "{policy}"
    );
    assert!(policy.contains("38,300万円 <span class=\"years\">(2018～2021)</span>"), "{policy}");
}

#[test]
fn what_an_author_types_never_becomes_markup() {
    let (_, files) = site(&sample::plan(), &["ja"]);
    // In JSON and CSV a `<` is no markup.
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("data/")) {
        assert!(!text.contains("<x>"), "{path}");
        assert!(!text.contains("javascript:"), "{path}");
    }
    let chapter = &files["ja/industry/a/index.html"];
    assert!(chapter.contains("&lt;x&gt;") && chapter.contains("<code>&lt;x&gt;</code>"), "{chapter}");
}

#[test]
fn every_kind_of_block_is_written() {
    let (_, files) = site(&sample::plan(), &["ja"]);
    let page = &files["ja/industry/a/index.html"];
    for expected in [
        "<ol class=\"clauses\" start=\"3\">",
        "<ruby>匠<rp>（</rp><rt>たくみ</rt><rp>）</rp></ruby>",
        "<sup><a class=\"footnote\" href=\"#k-fn-1\" id=\"k-fnref-1\">1</a></sup>",
        "<li id=\"k-fn-1\">",
        "<figure class=\"picture-missing\"><figcaption><span class=\"caption\">新都市</span>",
        "<caption>件数</caption>",
        "<th scope=\"row\">誘致</th><td class=\"number\">28</td>",
        "<a href=\"https://a.example/?a&amp;b\" rel=\"external\">外部</a>",
        "<span class=\"number\">①</span>企業<button",
        "<td class=\"mark\">○</td><td class=\"mark\"></td>",
        "<a href=\"../../../ja/industry/a/one/first/\"><span class=\"number\">(1)</span> 誘致の推進</a>",
        "<blockquote>",
        "<hr>",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(site(&sample::plan(), &["ja"]).1, site(&sample::plan(), &["ja"]).1);
}

#[test]
fn a_page_without_translation_shows_the_plan_itself() {
    let mut plan = sample::plan();
    plan.meta.languages.push(Lang::new("en"));
    let (_, files) = site(&plan, &["ja", "en"]);
    let page = &files["en/industry/a/index.html"];
    assert!(page.contains("<html lang=\"en\">") && page.contains("tabindex=\"-1\" lang=\"ja\""), "{page}");
    assert!(page.contains("rel=\"canonical\" href=\"https://plan.example/ja/industry/a/\""), "{page}");
    assert!(!page.contains("rel=\"alternate\""), "{page}");
    assert!(
        page.contains("<a class=\"same-page\" href=\"../../../ja/industry/a/\" hreflang=\"ja\" lang=\"ja\">"),
        "{page}"
    );
    assert!(!files["sitemap.xml"].contains("en/industry/a/<"));
}

#[test]
fn open_data_keeps_its_contract() {
    let (_, files) = site(&sample::plan(), &["ja"]);
    let plan: serde_json::Value = serde_json::from_str(&files["data/plan.json"]).unwrap();
    let node = &plan["nodes"][3];
    assert_eq!(node["id"], "first");
    assert_eq!(node["kind"], "initiative");
    assert_eq!(node["parent"], "one");
    assert_eq!(node["url"]["ja"], "/ja/industry/a/one/first/");
    assert_eq!(plan["reposts"][0]["to"], serde_json::Value::Null);
    assert_eq!(plan["reposts"][0]["volume"], "labour");
    assert_eq!(plan["reposts"][1]["to"], "first/m1");
    assert!(
        files["data/targets.csv"].starts_with(
            "\u{feff}id,volume,number,title_ja,unit_ja,baseline_value,baseline_from,baseline_to,goal_value,"
        )
    );
    assert!(files["data/targets.csv"].contains("siting,industry,1,企業DX,万円,38300,2018,2021,,2026,2026,"));
    let targets: serde_json::Value = serde_json::from_str(&files["data/targets.json"]).unwrap();
    assert_eq!(targets["targets"][0]["baseline"]["value"], 38300);
}

#[test]
fn a_theme_with_faults_is_refused_with_all_of_them() {
    let faulty = [("templates/home.html", "{{ t.unknown }}{{ page.unknown }}")];
    let mut words = words();
    words.remove("no_value");
    let files = FILES.iter().copied().filter(|(path, _)| *path != "templates/front.html").chain(faulty);
    let errors = Theme::load(files, [(Lang::new("ja"), words)].into()).unwrap_err();
    assert_eq!(
        errors.iter().map(ThemeError::to_string).collect::<Vec<_>>(),
        [
            "i18n/ja.yaml: the text `no_value` is missing",
            "templates/front.html: the theme has no such template",
            "templates/home.html:1:4: the text `unknown` is missing in i18n/ja.yaml",
            "templates/home.html:1:19: `page` has no field `unknown`",
        ]
    );
}
