//! A site is published: what is written, linked, kept, and told.

use std::fs;

use super::{Site, beside, build, files, pages, version_in};
use crate::diag::Code;
use crate::output::disk::Disk;
use crate::output::{MARKER, MemorySink, OutputError, Publication, Published};
use crate::site::Sink;

fn plain(site: &Site, version: &str) -> Published {
    build(Disk::default(), site, &pages(version)).unwrap()
}

fn codes(published: &Published) -> Vec<Code> {
    published.warnings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_site_over_an_old_one_is_as_a_fresh_one() {
    let (old, fresh) = (Site::new(), Site::new());
    assert_eq!(plain(&old, "1"), Published { written: 4, unchanged: 0, removed: 0, warnings: vec![] });
    assert_eq!(plain(&old, "2"), Published { written: 3, unchanged: 1, removed: 1, warnings: vec![] });
    plain(&fresh, "2");
    assert_eq!(files(&old.out()), files(&fresh.out()));
    assert_eq!(beside(old.path()), ["public"]);
}

#[test]
fn bytes_count_not_the_list() {
    let site = Site::new();
    plain(&site, "1");
    let before = files(&site.out());
    fs::write(site.out().join("assets/style.css"), "the same in ALL").unwrap();
    let published = plain(&site, "1");
    assert_eq!((published.written, codes(&published)), (1, vec![Code("K910")]));
    assert_eq!(files(&site.out()), before);
    fs::remove_file(site.out().join("index.html")).unwrap();
    assert_eq!(plain(&site, "1"), Published { written: 1, unchanged: 3, removed: 0, warnings: vec![] });
    assert_eq!(files(&site.out()), before);
}

#[cfg(unix)]
#[test]
fn what_has_not_changed_is_the_same_file() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let site = Site::new();
    let inode = |path: &str| fs::metadata(site.out().join(path)).unwrap().ino();
    plain(&site, "1");
    let (folder, style, index) = (inode(""), inode("assets/style.css"), inode("index.html"));
    plain(&site, "1");
    assert_eq!(inode(""), folder, "nothing has changed, the folder stays");
    plain(&site, "2");
    assert!(inode("") != folder && inode("assets/style.css") == style && inode("index.html") != index);
    assert_eq!(fs::metadata(site.out().join("assets/style.css")).unwrap().nlink(), 1);
    // A second name, or other rights: such a file is not taken over.
    fs::hard_link(site.out().join("assets/style.css"), site.path().join("backup.css")).unwrap();
    plain(&site, "3");
    assert_ne!(inode("assets/style.css"), style);
    let style = inode("assets/style.css");
    fs::set_permissions(site.out().join("assets/style.css"), fs::Permissions::from_mode(0o600)).unwrap();
    plain(&site, "4");
    assert_ne!(inode("assets/style.css"), style);
}

#[test]
fn files_of_others_are_kept_and_named() {
    let site = Site::new();
    plain(&site, "1");
    fs::write(site.out().join("CNAME"), "plan.example").unwrap();
    fs::create_dir_all(site.out().join("ja/uploads")).unwrap();
    fs::write(site.out().join("ja/uploads/map.pdf"), "%PDF").unwrap();
    fs::write(site.out().join(".DS_Store"), "").unwrap();
    for version in ["1", "2", "3"] {
        let published = plain(&site, version);
        assert_eq!(codes(&published), [Code("K909")]);
        let text = &published.warnings[0].message.en;
        assert!(text.contains("CNAME") && text.contains("map.pdf") && !text.contains("DS_Store"), "{text}");
        let kept = files(&site.out());
        assert_eq!(kept["ja/uploads/map.pdf"], b"%PDF");
        assert!(kept.contains_key("CNAME") && kept.contains_key(".DS_Store"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn links_and_pipes_of_others_are_kept_unopened() {
    let site = Site::new();
    plain(&site, "1");
    let (link, pipe) = (site.out().join("latest"), site.out().join("pipe"));
    std::os::unix::fs::symlink("/nowhere", &link).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    // A folder of ours that became a link to elsewhere: not followed, neither for reading nor for linking.
    fs::rename(site.out().join("assets"), site.path().join("elsewhere")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", site.out().join("assets")).unwrap();
    let error = build(Disk::default(), &site, &pages("2")).unwrap_err();
    assert_eq!(error.code(), Code("K908"));
    fs::remove_file(site.out().join("assets")).unwrap();
    assert_eq!(codes(&plain(&site, "2")), [Code("K909")]);
    assert_eq!(fs::read_link(&link).unwrap().to_str(), Some("/nowhere"));
    assert!(pipe.symlink_metadata().is_ok());
}

#[test]
fn a_file_of_others_in_the_way_stops_the_build() {
    for (theirs, content, stops) in [
        ("ja/only-in-2/index.html", "theirs", true),
        ("ja/only-in-2", "theirs", true),
        ("ja/only-in-2/index.html", "2", false),
        ("ja/only-in-2/other.html", "theirs", false),
        ("ja/a/index.html/x", "theirs", true),
    ] {
        let site = Site::new();
        plain(&site, "1");
        let path = site.out().join(theirs);
        if theirs.ends_with('x') {
            fs::remove_file(path.parent().unwrap()).unwrap();
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        let before = files(&site.out());
        match build(Disk::default(), &site, &pages("2")) {
            Ok(_) => assert!(!stops, "{theirs}"),
            Err(error) => {
                assert_eq!((error.code(), stops), (Code("K908"), true), "{theirs}");
                assert_eq!(files(&site.out()), before);
            }
        }
        assert_eq!(beside(site.path()), ["public"]);
    }
}

#[test]
fn what_is_not_published_leaves_nothing() {
    let site = Site::new();
    let deep = site.path().join("build/web/public");
    let publication = Publication::begin(site.path(), &deep).unwrap();
    publication.write("index.html", b"1").unwrap();
    drop(publication);
    assert!(beside(site.path()).is_empty());
    let publication = Publication::begin(site.path(), &deep).unwrap();
    publication.write("index.html", b"1").unwrap();
    publication.publish().unwrap();
    assert_eq!(beside(&site.path().join("build/web")), ["public"]);

    plain(&site, "1");
    let before = files(site.path());
    let publication = Publication::begin(site.path(), &site.out()).unwrap();
    publication.write("index.html", b"2").unwrap();
    let refused = publication.write("../escape.html", b"2").unwrap_err();
    assert_eq!(OutputError::from(refused).code(), Code("K906"));
    assert_eq!(publication.publish().unwrap_err().code(), Code("K905"));
    assert_eq!(files(site.path()), before);
}

#[test]
fn many_threads_write_at_once() {
    use rayon::prelude::*;
    let site = Site::new();
    let publication = Publication::begin(site.path(), &site.out()).unwrap();
    (0..300).into_par_iter().for_each(|page| publication.write(&format!("{}/{page}.html", page % 9), b"x").unwrap());
    (0..300)
        .into_par_iter()
        .for_each(|page| publication.write(&format!("{}/{page}.html", page % 9), b"x").unwrap_err().path.clear());
    drop(publication);
    let publication = Publication::begin(site.path(), &site.out()).unwrap();
    (0..300).into_par_iter().for_each(|page| publication.write(&format!("{}/{page}.html", page % 9), b"x").unwrap());
    assert_eq!(publication.publish().unwrap().written, 300);
    assert_eq!(files(&site.out()).len(), 301);
}

#[test]
fn memory_refuses_what_the_disk_refuses() {
    let (site, memory) = (Site::new(), MemorySink::default());
    let publication = Publication::begin(site.path(), &site.out()).unwrap();
    for path in ["a/b", "a", "a/b/c", "A/x", "a/b", "/x", "x\\y", MARKER, "ok.html", "nul.txt"] {
        let (here, there) = (publication.write(path, b""), memory.write(path, b""));
        assert_eq!(here.map_err(|error| error.to_string()), there.map_err(|error| error.to_string()), "{path}");
    }
    assert_eq!(memory.into_files().into_keys().collect::<Vec<_>>(), ["a/b", "ok.html"]);
}

#[test]
fn the_list_is_for_people_too() {
    let site = Site::new();
    plain(&site, "1");
    let list = fs::read_to_string(site.out().join(MARKER)).unwrap();
    let lines: Vec<_> = list.lines().collect();
    assert_eq!(lines[..4], ["{", "\"generator\": \"keikaku\",", "\"version\": 1,", "\"files\": {"]);
    assert!(lines[4].starts_with("\"assets/style.css\": {\"bytes\": 15, \"blake3\": \""), "{}", lines[4]);
    assert_eq!(version_in(&site.out()).as_deref(), Some("1"));
}
