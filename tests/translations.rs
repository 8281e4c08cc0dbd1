//! What readers of a translation see: the real plan with translations that are behind or missing, and with a
//! language that has nothing but the strings of a theme and one page.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

mod common;
#[path = "common/real_plan.rs"]
mod real;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use keikaku::output::MemorySink;

use common::root;
use real::real_plan;

const INITIATIVE: &str = "content/industry/2-directions/1-industrial-base/01-siting";
const PAGE: &str = "industry/directions/industrial-base/siting/";

fn change(site: &Path, path: &str, change: impl FnOnce(&str) -> String) {
    let before = fs::read_to_string(site.join(path)).unwrap();
    let after = change(&before);
    assert!(before != after, "{path} did not change");
    fs::write(site.join(path), after).unwrap();
}

fn made(site: &Path) -> BTreeMap<String, String> {
    let analysis = keikaku::analyse(site, &|_| {}).unwrap();
    let (plan, theme) = analysis.sound.unwrap_or_else(|| panic!("{:?}", analysis.findings));
    let sink = MemorySink::default();
    keikaku::write(&plan, &theme, &sink).unwrap();
    let files = sink.into_files().into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// A link to the page in another language, as notices and the header have it.
fn link(lang: &str, name: &str, page: &str) -> String {
    let root = "../".repeat(page.matches('/').count() + 1);
    format!("href=\"{root}{lang}/{page}\" hreflang=\"{lang}\" lang=\"{lang}\">{name}</a>")
}

#[test]
fn what_is_behind_or_missing_is_told_where_it_stands() {
    let site = real_plan();
    for (path, old, new) in [
        (format!("{INITIATIVE}/index.ja.md"), "データセンター*の立地促進", "データセンター*の立地の促進"),
        (format!("{INITIATIVE}/index.ja.md"), "誘致活動の重点化", "誘致活動を重点とすること"),
        (format!("{INITIATIVE}/initiative.yaml"), "に向けた戦略的な企業誘致活動", "のための戦略的な企業誘致活動"),
        (format!("{INITIATIVE}/initiative.yaml"), "{ja: 戦略的な企業誘致の推進", "{ja: 戦略的に企業を誘致"),
        ("content/industry/targets.yaml".to_owned(), "{ja: 企業誘致件数", "{ja: 企業立地件数"),
        ("glossary.yaml".to_owned(), "商談や契約、支援などが一区切り", "商談や契約などが一区切り"),
    ] {
        change(site.path(), &path, |text| text.replace(old, new));
    }
    change(site.path(), &format!("{INITIATIVE}/index.en.md"), |text| {
        let lost = ["- Attract companies in coordination", "- Step up efforts"];
        text.lines()
            .filter(|line| !lost.iter().any(|start| line.starts_with(start)))
            .map(|line| format!("{line}\n"))
            .collect()
    });
    let files = made(site.path());
    let page = &files[&format!("en/{PAGE}index.html")];
    let notice = "<p class=\"standing\">The original has changed since this was translated. Current text: <a ";
    for (before, fragment) in
        [("to locate in the prefecture", "#m1-a4"), ("the medical industry cluster", "#m2"), ("</h1>", "")]
    {
        let found = page.match_indices(before).any(|(at, _)| {
            let rest: String = page[at..].chars().take(600).collect();
            rest.contains(&format!("{notice}{}", link("ja", "日本語", &format!("{PAGE}{fragment}"))))
        });
        assert!(found, "{before}\n{page}");
    }
    let facts = "Some of the original has changed since this was translated.";
    assert_eq!(page.matches(facts).count(), 1, "the schedule");
    assert!(page.contains(&link("ja", "日本語", &format!("{PAGE}#k-schedule"))), "{page}");
    assert!(files["en/targets/index.html"].contains(&link("ja", "日本語", "targets/#target-corporate-siting")));
    assert!(files["en/glossary/index.html"].contains(&link("ja", "日本語", "glossary/#term-after-follow-up")));
    assert!(!files[&format!("ja/{PAGE}index.html")].contains("class=\"standing\""));

    // Two items in a row share a notice; re-posts, notes and links in them are in their language too.
    let missing = "<p class=\"standing\">Not translated yet. The Japanese original is shown.</p>";
    assert_eq!(page.matches(missing).count(), 1, "{page}");
    assert!(page.contains(&format!("<li id=\"m1-a7\">{missing}<div lang=\"ja\"><p>子育て支援")), "{page}");
    assert!(page.contains("<li id=\"m1-a8\"><div lang=\"ja\"><p>"), "{page}");
    assert!(
        page.contains("/en/industry/directions/digital/dx/#m3-a2\" title=")
            && page.contains(">〔再掲：産業編 P49〕</a>"),
        "{page}"
    );
}

#[test]
fn names_stand_with_their_original() {
    let files = made(&root());
    let page = &files[&format!("en/{PAGE}index.html")];
    for expected in [
        "<li>Local Revitalization Act <span class=\"original\" lang=\"ja\">地域再生法</span> <small class=\"provisional\">provisional translation</small></li>",
        "<li>Regional Future Investment Promotion Act <span class=\"original\" lang=\"ja\">地域未来投資促進法</span></li>",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert!(!files[&format!("ja/{PAGE}index.html")].contains("class=\"names\""));
    let institutions = &files["en/institutions/index.html"];
    assert!(institutions.contains("<span class=\"original\" lang=\"ja\">やまぐち産業振興財団</span>"));
}

#[test]
fn a_language_is_added_by_content_and_strings_alone() {
    let site = real_plan();
    let path = site.path();
    change(path, "content/plan.yaml", |text| text.replace("  - en\n", "  - en\n  - ja-easy\n"));
    let words = fs::read_to_string(path.join("themes/default/i18n/ja.yaml")).unwrap();
    let words = words.replace("language_name: 日本語", "language_name: やさしい日本語");
    let words = words.replace("reference_translation: これ", "reference_translation: この ぶん");
    fs::write(path.join("themes/default/i18n/ja-easy.yaml"), words).unwrap();
    let text = "## ① 会社に 来てもらいます\n\n- 会社に 山口県へ 来てもらいます。\n";
    fs::write(path.join(INITIATIVE).join("index.ja-easy.md"), text).unwrap();
    let files = made(path);

    let page = &files[&format!("ja-easy/{PAGE}index.html")];
    for expected in [
        "<html lang=\"ja-easy\">",
        "<main id=\"k-main\" tabindex=\"-1\">",
        "<span lang=\"ja\">戦略的な企業誘致の推進</span>",
        "会社に 山口県へ 来てもらいます。",
        "<p class=\"reference\">この ぶん",
        &link("ja", "日本語", PAGE),
        &link("en", "English", PAGE),
        "<div lang=\"ja\"><p>",
        &format!("rel=\"canonical\" href=\"https://keikaku.example/ja-easy/{PAGE}\""),
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    for lang in ["ja", "en"] {
        assert!(files[&format!("{lang}/{PAGE}index.html")].contains(&link("ja-easy", "やさしい日本語", PAGE)));
    }

    let told = "rel=\"alternate\" hreflang=\"ja-easy\"";
    let telling: Vec<&str> =
        files.iter().filter(|(_, text)| text.contains(told)).map(|(path, _)| path.as_str()).collect();
    let expected = ["en", "ja-easy", "ja"].map(|lang| format!("{lang}/{PAGE}index.html"));
    // The sitemap tells the same of the same three addresses.
    assert_eq!(telling[..3], expected, "{telling:?}");
    assert_eq!(telling[3..], ["sitemap.xml"]);
    assert_eq!(files["sitemap.xml"].matches("<loc>https://keikaku.example/ja-easy/").count(), 1);

    let others = files.iter().filter(|(path, _)| path.starts_with("ja-easy/") && !path.contains(PAGE));
    for (path, text) in others.filter(|(path, _)| path.ends_with(".html")) {
        assert!(text.contains("tabindex=\"-1\" lang=\"ja\">"), "{path}");
        assert!(text.contains("<p class=\"notice\" lang=\"ja-easy\">このページの翻訳はまだありません"), "{path}");
        let original = path.replace("ja-easy/", "https://keikaku.example/ja/").replace("index.html", "");
        assert!(text.contains(&format!("rel=\"canonical\" href=\"{original}\"")), "{path}");
    }
}
