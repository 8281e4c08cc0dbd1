//! The command itself: what it refuses leaves the site as it was, and a killed build leaves an old or a new one.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

mod common;
#[path = "common/real_plan.rs"]
mod real;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use common::root;
use real::real_plan;

fn keikaku(site: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keikaku"));
    command.arg("--site").arg(site).args(["--lang", "en"]);
    command
}

fn build(site: &Path) -> Output {
    keikaku(site).arg("build").arg("--out").arg(site.join("public")).output().unwrap()
}

/// All files below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.clone(), fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_refused_build_names_the_place_and_changes_nothing() {
    let site = real_plan();
    assert_eq!(build(site.path()).status.code(), Some(0));
    let initiative = "content/industry/2-directions/3-digital/08-dx";
    let cases: [(&str, String, &[u8], &str); 5] = [
        (
            "Shift_JIS",
            format!("{initiative}/index.ja.md"),
            b"## \x87\x40 \x8e\xe6\x91\x67\n\n- \x8e\xe6\x91\x67\n",
            "Shift_JIS",
        ),
        ("a mark", format!("{initiative}/index.ja.md"), "## ① 取組\n\n- 未知語*です\n".as_bytes(), ":3:6: error[K050]"),
        (
            "a re-post",
            format!("{initiative}/index.ja.md"),
            "## ① 取組〔再掲：産業編 P999〕\n".as_bytes(),
            ":1:8: error[K091]",
        ),
        (
            "a key",
            format!("{initiative}/initiative.yaml"),
            "number: 8\ntitel: {ja: 取組}\n".as_bytes(),
            ":2:1: error[K028]",
        ),
        (
            "an id",
            "content/industry/2-directions/3-digital/09-dx/initiative.yaml".to_owned(),
            "number: 9\ntitle: {ja: 取組}\n".as_bytes(),
            "error[K071]",
        ),
    ];
    for (name, path, bytes, expected) in cases {
        let path = site.path().join(path);
        let old = fs::read(&path).ok();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        let before = files(site.path());
        let output = build(site.path());
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {told}");
        assert!(told.contains(expected), "{name}: {told}");
        assert!(files(site.path()) == before, "{name}: something has changed");
        match old {
            Some(old) => fs::write(&path, old).unwrap(),
            None => fs::remove_dir_all(path.parent().unwrap()).unwrap(),
        }
    }
}

#[test]
fn wrong_use_is_told_apart_from_faulty_content() {
    let empty = tempfile::tempdir().unwrap();
    let code = |command: &mut Command| command.output().unwrap().status.code();
    assert_eq!(code(keikaku(empty.path()).arg("built")), Some(2));
    assert_eq!(code(keikaku(&empty.path().join("nowhere")).arg("check")), Some(2));
    assert_eq!(code(keikaku(empty.path()).arg("check")), Some(1));
    assert_eq!(code(keikaku(&root()).args(["build", "--out"]).arg(root())), Some(2));
}

/// `--lang` acts on help and on complaints too, wherever it stands; help is what was asked for, a complaint is not.
#[test]
fn help_and_complaints_are_in_the_language_asked_for() {
    for (typed, code, out, err) in [
        ("--lang ja --help", 0, "使い方: keikaku [オプション] <コマンド>", ""),
        ("build --help --lang=en", 0, "Usage: keikaku build [OPTIONS]", ""),
        ("built --lang ja", 2, "", "「build」のことですか"),
        ("check --nonsense --lang en", 2, "", "there is no option “--nonsense”"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_keikaku")).args(typed.split(' ')).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{typed}");
        for (told, expected) in [(output.stdout, out), (output.stderr, err)] {
            let told = String::from_utf8(told).unwrap();
            assert!(told.contains(expected) && told.is_empty() == expected.is_empty(), "{typed}: {told}");
        }
    }
}

/// A theme's folder that is refused or not there is one fault; that no theme can be found in it is no second one.
#[cfg(unix)]
#[test]
fn a_theme_that_was_refused_is_not_missing_as_well() {
    let (site, elsewhere) = (real_plan(), tempfile::tempdir().unwrap());
    let themes = site.path().join("themes");
    fs::rename(themes.join("default"), elsewhere.path().join("default")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("default"), themes.join("default")).unwrap();
    let codes = || -> Vec<String> {
        let told = String::from_utf8(keikaku(site.path()).arg("check").output().unwrap().stderr).unwrap();
        told.lines().filter_map(|line| Some(line.split_once("error[")?.1[..4].to_owned())).collect()
    };
    assert_eq!(codes(), ["K003"]);
    fs::remove_dir_all(&themes).unwrap();
    assert_eq!(codes(), ["K001"]);
}

#[test]
fn findings_are_data_for_other_programs() {
    let site = real_plan();
    let path = "content/industry/2-directions/3-digital/08-dx/index.ja.md";
    fs::write(site.path().join(path), "## ① 取組\n\n- 未知語*です\n").unwrap();
    let json = keikaku(site.path()).args(["check", "--format", "json"]).output().unwrap();
    let findings: Vec<serde_json::Value> = serde_json::from_slice(&json.stdout).unwrap();
    let finding = findings.iter().find(|finding| finding["code"] == "K050").unwrap();
    assert_eq!((&finding["path"], &finding["line"], &finding["column"]), (&path.into(), &3.into(), &6.into()));
    let github = keikaku(site.path()).args(["check", "--format", "github"]).output().unwrap();
    let told = String::from_utf8(github.stdout).unwrap();
    assert!(told.contains(&format!("::error file={path},line=3,col=6")), "{told}");
}

/// The stamp of an edition is on every page; a torn site would have two.
#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let site = real_plan();
    let plan = site.path().join("content/plan.yaml");
    let text = fs::read_to_string(&plan).unwrap();
    let mut published = 0;
    assert!(build(site.path()).status.success());
    for round in 0..20_u64 {
        fs::write(&plan, text.replace("に基づくウェブ版", &format!("に基づくウェブ版・第{round}版"))).unwrap();
        let mut child = keikaku(site.path())
            .arg("build")
            .arg("--out")
            .arg(site.path().join("public"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(40 + round * 97 % 900));
        let _ = child.kill();
        let done = child.wait().unwrap().success();
        let stamps = stamps(&site.path().join("public"));
        assert_eq!(stamps.len(), 1, "round {round}: a torn site: {stamps:?}");
        published += usize::from(done);
    }
    assert!(build(site.path()).status.success());
    let left: Vec<_> = fs::read_dir(site.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "content, glossary, themes, public and nothing else: {left:?}");
    assert!(published < 20, "no build was killed");
}

/// The editions that the pages of a site tell.
fn stamps(public: &Path) -> BTreeMap<String, usize> {
    let mut stamps = BTreeMap::new();
    for (path, bytes) in files(public) {
        let page = String::from_utf8_lossy(&bytes).into_owned();
        if path.extension().is_some_and(|kind| kind == "html")
            && let Some(at) = page.find("に基づくウェブ版")
        {
            let stamp: String = page[at..].chars().take_while(|c| !"<\"".contains(*c)).collect();
            *stamps.entry(stamp).or_default() += 1;
        }
    }
    stamps
}
