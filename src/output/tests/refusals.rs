//! Output folders that are refused: nothing is made, and the message says what to do.

use std::fs;
use std::path::Path;

use super::{Site, beside, build, files, pages};
use crate::diag::Code;
use crate::output::disk::Disk;
use crate::output::error::{Kind, OutputError, Refusal};
use crate::output::target::Target;
use crate::output::{MARKER, Publication, recover};

fn refusal(site: &Path, out: &Path, home: &Path) -> Refusal {
    match Target::find(site, out, Some(home)).map_err(|error| format!("{error:?}")) {
        Ok(target) => panic!("{} is not refused", target.named.display()),
        Err(error) => match Target::find(site, out, Some(home)).unwrap_err().kind() {
            Kind::Refused { why, .. } => *why,
            _ => panic!("{error}"),
        },
    }
}

#[test]
fn folders_that_hold_something_else_are_refused() {
    let temp = Site::new();
    let (home, site) = (temp.path().join("home/me"), temp.path().join("home/me/plan"));
    for folder in ["content/industry", "themes", ".git", "web/content", "repo/.git", "old/themes"] {
        fs::create_dir_all(site.join(folder)).unwrap();
    }
    fs::write(site.join("glossary.yaml"), "").unwrap();
    let before = files(temp.path());
    for (out, why) in [("", Refusal::Nameless), ("/", Refusal::Root), ("/../", Refusal::Root)] {
        assert_eq!(refusal(&site, Path::new(out), &home), why, "{out}");
    }
    for (out, why) in [
        ("", Refusal::Site),
        (".", Refusal::Site),
        ("content/..", Refusal::Site),
        ("..", Refusal::AboveSite),
        ("../..", Refusal::AboveSite),
        ("content", Refusal::Inside("content")),
        ("content/industry", Refusal::Inside("content")),
        ("content/new/deep", Refusal::Inside("content")),
        ("themes/public", Refusal::Inside("themes")),
        (".git", Refusal::Inside(".git")),
        ("repo/.git/x", Refusal::Inside(".git")),
        ("web", Refusal::Holds("content")),
        ("old/", Refusal::Holds("themes")),
        ("repo", Refusal::Holds(".git")),
        ("glossary.yaml", Refusal::NotFolder),
    ] {
        assert_eq!(refusal(&site, &site.join(out), &home), why, "{out}");
    }
    let elsewhere = temp.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    assert_eq!(refusal(&elsewhere, &home, &home), Refusal::Home);
    assert_eq!(refusal(&elsewhere, home.parent().unwrap(), &home), Refusal::AboveHome);
    assert_eq!(files(temp.path()), before);
}

#[cfg(target_os = "linux")]
#[test]
fn mounts_and_links_are_refused() {
    let (site, home) = (Site::new(), Site::new());
    assert_eq!(refusal(site.path(), Path::new("/proc"), home.path()), Refusal::MountPoint);
    let (link, real) = (site.path().join("link"), site.path().join("real"));
    fs::create_dir(&real).unwrap();
    for to in [real.as_path(), Path::new("/nowhere")] {
        std::os::unix::fs::symlink(to, &link).unwrap();
        for named in ["link", "link/", "link/."] {
            assert_eq!(refusal(site.path(), &site.path().join(named), home.path()), Refusal::Symlink, "{named}");
        }
        fs::remove_file(&link).unwrap();
    }
    // A link above the folder is no danger.
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let target = Target::find(site.path(), &link.join("public"), None).unwrap();
    assert_eq!(target.out, real.canonicalize().unwrap().join("public"));
}

#[test]
fn folders_of_others_are_untouched() {
    let site = Site::new();
    fs::create_dir(site.out()).unwrap();
    fs::write(site.out().join("thesis.txt"), "years of work").unwrap();
    let before = files(site.path());
    let error = build(Disk::default(), &site, &pages("1")).unwrap_err();
    assert_eq!(error.code(), Code("K902"));
    let help = error.diagnostic().help.unwrap();
    assert!(help.ja.contains(MARKER) && help.en.contains("--out"), "{help:?}");
    assert_eq!((files(site.path()), beside(site.path())), (before, vec!["public".to_owned()]));
    fs::remove_file(site.out().join("thesis.txt")).unwrap();
    fs::write(site.out().join(".DS_Store"), "").unwrap();
    build(Disk::default(), &site, &pages("1")).unwrap();
    assert!(site.out().join(".DS_Store").exists());
}

#[test]
fn lists_that_cannot_be_read_are_refused() {
    for (list, says) in [
        ("", "broken"),
        ("{\"version\": 1}", "broken"),
        ("{\"version\": 2, \"files\": []}", "newer"),
        ("{\"version\": 1, \"files\": {\"a\": {\"bytes\": -1, \"blake3\": \"\"}}}", "broken"),
    ] {
        let site = Site::new();
        build(Disk::default(), &site, &pages("1")).unwrap();
        fs::write(site.out().join(MARKER), list).unwrap();
        let before = files(site.path());
        let error = build(Disk::default(), &site, &pages("2")).unwrap_err();
        assert_eq!(error.code(), Code("K904"));
        assert!(error.to_string().contains(says), "{error}");
        assert_eq!((files(site.path()), beside(site.path())), (before, vec!["public".to_owned()]));
    }
}

#[test]
fn a_second_build_is_refused() {
    let site = Site::new();
    let first = Publication::begin(site.path(), &site.out()).unwrap();
    let second = Publication::begin(site.path(), &site.out()).map(drop).unwrap_err();
    assert!(second.is_busy() && second.code() == Code("K903"));
    recover(site.path(), &site.out()).unwrap();
    assert_eq!(beside(site.path()), [".public.keikaku"], "a running build is left alone");
    drop(first);
    Publication::begin(site.path(), &site.out()).map(drop).unwrap();
    assert!(beside(site.path()).is_empty());
}

#[test]
fn one_build_at_a_time_however_fast_they_follow() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let (site, inside, done) = (Site::new(), AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    if let Ok(publication) = Publication::begin(site.path(), &site.out()) {
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        done.fetch_add(1, Ordering::SeqCst);
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(publication);
                    }
                }
            });
        }
    });
    assert!(done.load(Ordering::SeqCst) > 0);
    Publication::begin(site.path(), &site.out()).map(drop).unwrap();
    assert!(beside(site.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn a_working_folder_that_is_a_link_is_not_emptied() {
    let (site, elsewhere) = (Site::new(), Site::new());
    fs::create_dir(elsewhere.path().join("new")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join(".public.keikaku")).unwrap();
    let error = Publication::begin(site.path(), &site.out()).map(drop).unwrap_err();
    assert_eq!(error.code(), Code("K905"));
    assert_eq!(beside(elsewhere.path()), ["new"]);
}

#[test]
fn errors_name_operation_path_and_cause() {
    let error = OutputError::io(crate::output::error::Doing::Rename("public".into()), Path::new("new"))(
        std::io::Error::from(std::io::ErrorKind::StorageFull),
    );
    assert_eq!(error.to_string(), "could not rename new to public: the disk is full");
    assert_eq!(error.message().ja, "new の名前を public に変えられません：ディスクの空きがありません");
    assert_eq!(error.diagnostic().place, crate::diag::Place::Path("new".into()));
}
