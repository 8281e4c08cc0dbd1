//! The loader against folders as people, editors and attackers leave them.
#![allow(clippy::unwrap_used, reason = "a failing helper is a failing test")]

#[path = "common/languages.rs"]
mod languages;

use std::fs;
use std::path::Path;

use keikaku::diag::{Diagnostic, Place};
use keikaku::load::{Inputs, load};
use tempfile::TempDir;

/// A sound site with two files more.
fn site() -> TempDir {
    let site = tempfile::tempdir().unwrap();
    write(site.path(), "content/plan.yaml", b"title: {ja: a}\n");
    write(site.path(), "content/a/index.ja.md", "\u{feff}計画\r\n".as_bytes());
    write(site.path(), "glossary.yaml", b"terms: []\n");
    write(site.path(), "themes/default/page.html", b"<p>\n");
    site
}

fn write(site: &Path, path: &str, bytes: &[u8]) {
    let path = site.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// `path[:line:column]: code`; each wholly in Japanese and wholly in English.
fn said(inputs: &Inputs, findings: &[Diagnostic]) -> Vec<String> {
    for said in findings.iter().flat_map(|finding| [Some(&finding.message), finding.help.as_ref()]).flatten() {
        assert_eq!(languages::mixture(&said.ja, &said.en), None);
    }
    let place = |finding: &Diagnostic| match &finding.place {
        Place::Path(path) => path.clone(),
        Place::Span(span) => {
            let at = inputs.sources.line_column(*span);
            format!("{}:{}:{}", inputs.sources.get(span.file).path, at.line, at.column)
        }
    };
    let mut said: Vec<_> = findings.iter().map(|finding| format!("{}: {}", place(finding), finding.code.0)).collect();
    said.sort();
    said
}

fn findings(site: &TempDir) -> Vec<String> {
    let (inputs, findings) = load(site.path()).unwrap();
    said(&inputs, &findings)
}

#[test]
fn a_sound_site_is_read_in_order() {
    let site = site();
    write(site.path(), "content/a/photo.JPG", b"\xff\xd8");
    for clutter in [".DS_Store", "Thumbs.db", "desktop.ini", "~$x.xlsx", "x.md~", ".#x", "#x#", "x.swp", ".git/config"]
    {
        write(site.path(), &format!("content/a/{clutter}"), b"\0\xff");
    }
    let (inputs, findings) = load(site.path()).unwrap();
    assert_eq!(said(&inputs, &findings), [""; 0]);
    let texts: Vec<_> = inputs.texts().map(|(_, file)| (file.path.as_str(), file.text.as_str())).collect();
    let expected = [
        ("content/a/index.ja.md", "計画\n"),
        ("content/plan.yaml", "title: {ja: a}\n"),
        ("glossary.yaml", "terms: []\n"),
        ("themes/default/page.html", "<p>\n"),
    ];
    assert_eq!(texts, expected);
    assert_eq!(inputs.assets.keys().collect::<Vec<_>>(), ["content/a/photo.JPG"]);
}

#[test]
fn what_is_missing_is_named() {
    let site = tempfile::tempdir().unwrap();
    assert_eq!(findings(&site), ["content: K001", "glossary.yaml: K001", "themes: K001"]);
    write(site.path(), "content/a.md", b"");
    write(site.path(), "themes", b"");
    assert_eq!(findings(&site), ["content/plan.yaml: K001", "glossary.yaml: K001", "themes: K004"]);
    assert!(load(&site.path().join("nowhere")).is_err());
    assert!(load(&site.path().join("themes")).is_err());
}

#[test]
fn names_and_kinds() {
    let site = site();
    write(site.path(), "content/a/data.xlsx", b"");
    write(site.path(), "content/a/picture.svg", b"<svg/>");
    write(site.path(), "content/a/README", b"");
    write(site.path(), "themes/default/LICENSE", b"");
    write(site.path(), "themes/default/icon.svg", b"<svg/>");
    assert_eq!(findings(&site), ["content/a/README: K009", "content/a/data.xlsx: K009", "content/a/picture.svg: K010"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_another_system_cannot_hold() {
    use std::os::unix::ffi::OsStrExt as _;
    let site = site();
    for name in ["CON.md", "a:b.md", "x./y.md", "A/Index.ja.md", "か\u{3099}.md", "が.md"] {
        write(site.path(), &format!("content/{name}"), b"");
    }
    fs::write(site.path().join(std::ffi::OsStr::from_bytes(b"content/\x83.md")), b"").unwrap();
    let expected = [
        "content/CON.md: K005",
        "content/a: K006",
        "content/a:b.md: K005",
        "content/x.: K005",
        "content/\u{fffd}.md: K005",
        "content/が.md: K006",
    ];
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(findings(&site), expected);
}

#[test]
fn sizes_and_depths() {
    let site = site();
    write(site.path(), "content/large.yaml", &vec![b'a'; (1 << 20) + 1]);
    write(site.path(), "content/large.md", &vec![b'a'; (1 << 20) + 1]);
    write(site.path(), "content/larger.md", &vec![b'a'; (4 << 20) + 1]);
    write(site.path(), &format!("content/{}x.md", "d/".repeat(31)), b"");
    write(site.path(), &format!("content/{}x.md", "e/".repeat(40)), b"");
    let deep = format!("content/{}e: K008", "e/".repeat(31));
    assert_eq!(findings(&site), [deep.as_str(), "content/large.yaml: K007", "content/larger.md: K007"]);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_refused_without_waiting() {
    use std::os::unix::fs::symlink;
    let site = site();
    symlink("/etc/passwd", site.path().join("content/secret.md")).unwrap();
    symlink("/etc", site.path().join("content/etc")).unwrap();
    let pipe = site.path().join("content/pipe.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(findings(&site), ["content/etc: K003", "content/pipe.md: K004", "content/secret.md: K003"]);

    fs::rename(site.path().join("themes"), site.path().join("elsewhere")).unwrap();
    symlink("elsewhere", site.path().join("themes")).unwrap();
    fs::rename(site.path().join("content"), site.path().join("away")).unwrap();
    symlink("away", site.path().join("content")).unwrap();
    fs::rename(site.path().join("glossary.yaml"), site.path().join("g")).unwrap();
    symlink("g", site.path().join("glossary.yaml")).unwrap();
    assert_eq!(findings(&site), ["content: K003", "glossary.yaml: K003", "themes: K003"]);
}

#[test]
fn encodings_are_named_and_what_is_not_text_is_left_out() {
    let site = site();
    let (sjis, ..) = encoding_rs::SHIFT_JIS.encode("a,b\n企業,誘致件数\n");
    write(site.path(), "content/a/data.csv", &sjis);
    write(site.path(), "content/a/x.md", "あ\nい\u{0}う\u{202e}\n".as_bytes());
    let (inputs, findings) = load(site.path()).unwrap();
    assert_eq!(
        said(&inputs, &findings),
        ["content/a/data.csv:2:1: K012", "content/a/x.md:2:2: K013", "content/a/x.md:2:4: K015"]
    );
    assert!(findings[0].message.ja.contains("Shift_JIS"), "{:?}", findings[0]);
    assert!(findings[0].help.as_ref().unwrap().ja.contains("CSV UTF-8"));
    assert!(inputs.texts().all(|(_, file)| file.path != "content/a/data.csv"));
}
