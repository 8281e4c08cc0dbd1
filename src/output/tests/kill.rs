//! A child process publishes without a pause and is killed, again and again, at moments that nobody chose: the site
//! is always that of one build. Where folders are exchanged, its front page is there at every moment as well.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::{Site, beside, faults, version_in};
use crate::output::{Publication, recover};
use crate::site::Sink;

/// Says to the child which site to publish.
const SITE: &str = "KEIKAKU_TEST_PUBLISH";
const NO_EXCHANGE: &str = "KEIKAKU_TEST_NO_EXCHANGE";

/// Not a test of its own: the child, when the variable is set.
#[test]
fn child() {
    let Some(site) = std::env::var_os(SITE) else { return };
    let (site, disk) =
        (Path::new(&site), faults::disk(usize::MAX, usize::MAX, std::env::var_os(NO_EXCHANGE).is_some()));
    let started = Instant::now();
    for version in (0u64..).map(|number| number.to_string()) {
        // Should nobody kill it after all.
        if started.elapsed() > Duration::from_secs(20) {
            return;
        }
        let publication = Publication::begin_on(disk.clone(), site, &site.join("public")).unwrap();
        for (path, bytes) in super::pages(&version) {
            publication.write(&path, &bytes).unwrap();
        }
        publication.publish().unwrap();
    }
}

fn spawn(site: &Path, no_exchange: bool) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "output::tests::kill::child"]).env(SITE, site).stdout(Stdio::null());
    if no_exchange {
        command.env(NO_EXCHANGE, "1");
    }
    command.spawn().unwrap()
}

fn first_site(site: &Site) {
    let mut child = spawn(site.path(), false);
    while !site.out().join("index.html").exists() {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Kills children after odd times; gives the versions that were found.
fn kill_children(site: &Site, times: u64, no_exchange: bool) -> Vec<String> {
    let kill_one = |round: u64| {
        let mut child = spawn(site.path(), no_exchange);
        std::thread::sleep(Duration::from_micros(3000 + round * 7919 % 37_000));
        child.kill().unwrap();
        child.wait().unwrap();
        recover(site.path(), &site.out()).unwrap();
        assert_eq!(beside(site.path()), ["public"]);
        version_in(&site.out()).unwrap()
    };
    (0..times).map(kill_one).collect()
}

#[test]
fn killed_at_any_moment_the_site_is_whole_and_its_front_page_there() {
    let (site, done, seen) = (Site::new(), AtomicBool::new(false), AtomicUsize::new(0));
    first_site(&site);
    let versions = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                std::fs::read(site.out().join("index.html")).unwrap();
                seen.fetch_add(1, Ordering::Relaxed);
            }
        });
        let versions = kill_children(&site, 50, false);
        done.store(true, Ordering::Relaxed);
        versions
    });
    assert!(seen.load(Ordering::Relaxed) > 1000);
    assert!(versions.iter().any(|version| version != "0"), "{versions:?}");
}

#[test]
fn killed_between_two_steps_the_old_site_returns() {
    let site = Site::new();
    first_site(&site);
    kill_children(&site, 30, true);
}
