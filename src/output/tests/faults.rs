//! The n-th change of the disk fails, for every n: the old site or the new one is in place, whole, and the next
//! build finds nothing in its way. Once as a failure that passes, once as one after which nothing works any more,
//! which is what a build looks like that is killed there.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Site, beside, build, pages, version_in};
use crate::output::disk::Disk;

/// Which changes of the disk fail.
#[derive(Debug, Default, Clone)]
pub(in crate::output) struct Faults(Arc<Plan>);

#[derive(Debug)]
struct Plan {
    calls: AtomicUsize,
    first: usize,
    last: usize,
    no_exchange: bool,
}

impl Default for Plan {
    fn default() -> Self {
        Self { calls: AtomicUsize::new(0), first: usize::MAX, last: usize::MAX, no_exchange: false }
    }
}

impl Faults {
    pub(in crate::output) fn step(&self) -> io::Result<()> {
        let call = self.0.calls.fetch_add(1, Ordering::Relaxed);
        if (self.0.first..=self.0.last).contains(&call) && call != usize::MAX {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(())
    }

    pub(in crate::output) fn no_exchange(&self) -> bool {
        self.0.no_exchange
    }

    fn calls(&self) -> usize {
        self.0.calls.load(Ordering::Relaxed)
    }
}

/// A disk on which the calls `first..=last` fail.
pub(super) fn disk(first: usize, last: usize, no_exchange: bool) -> Disk {
    Disk { faults: Faults(Arc::new(Plan { first, last, no_exchange, ..Plan::default() })) }
}

#[test]
fn whatever_fails_the_site_is_whole() {
    for no_exchange in [false, true] {
        for had_site in [true, false] {
            let calls = {
                let (site, disk) = (start(had_site), disk(usize::MAX, usize::MAX, no_exchange));
                build(disk.clone(), &site, &pages("2")).unwrap();
                assert_eq!(beside(site.path()), ["public"]);
                disk.faults.calls()
            };
            assert!(calls > 15, "{calls}");
            // Side by side: most of the time goes into waiting for the disk.
            (0..calls).into_par_iter().flat_map_iter(|first| [(first, first), (first, usize::MAX)]).for_each(
                |(first, last)| {
                    let case = format!("exchange {}, old site {had_site}, calls {first}..={last}", !no_exchange);
                    fails_well(disk(first, last, no_exchange), had_site, last == first, &case);
                },
            );
        }
    }
}

fn start(had_site: bool) -> Site {
    let site = Site::new();
    if had_site {
        build(Disk::default(), &site, &pages("1")).unwrap();
        std::fs::write(site.out().join("CNAME"), "plan.example").unwrap();
    }
    site
}

fn fails_well(disk: Disk, had_site: bool, passes: bool, case: &str) {
    let site = start(had_site);
    let built = build(disk.clone(), &site, &pages("2")).is_ok();
    assert!(disk.faults.calls() > 0, "{case}");
    let seen = version_in(&site.out());
    match (&seen, built) {
        (Some(version), true) => assert_eq!(version, "2", "{case}"),
        (Some(version), false) => assert_eq!(version, "1", "{case}"),
        // A site that steps aside for its successor may be out of its place only when the build died there.
        (None, true) => panic!("{case}: built, and no site"),
        (None, false) => assert!(!had_site || !passes, "{case}"),
    }
    if passes && !built {
        assert!(beside(site.path()).iter().all(|name| name == "public" || name.ends_with(".keikaku")), "{case}");
    }
    crate::output::recover(site.path(), &site.out()).unwrap();
    assert_eq!(version_in(&site.out()).is_some(), had_site || built, "{case}");
    assert!(beside(site.path()).iter().all(|name| name == "public"), "{case}: {:?}", beside(site.path()));
    build(Disk::default(), &site, &pages("3")).unwrap();
    assert_eq!(version_in(&site.out()).as_deref(), Some("3"), "{case}");
    assert!(!had_site || Path::exists(&site.out().join("CNAME")), "{case}");
    assert_eq!(beside(site.path()), ["public"], "{case}");
}
