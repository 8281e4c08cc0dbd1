//! Whatever this stage says is wholly in one language.

use std::io;

use crate::diag::languages::mixture;
use crate::output::error::{Doing, Kind, ManifestFault, NameFault, OutputError, Refusal};

#[test]
fn every_error_is_in_one_language() {
    let cause = || io::Error::from(io::ErrorKind::StorageFull);
    let refusals = [
        Refusal::Nameless,
        Refusal::Root,
        Refusal::Home,
        Refusal::AboveHome,
        Refusal::Site,
        Refusal::AboveSite,
        Refusal::Inside("themes"),
        Refusal::Holds("themes"),
        Refusal::Symlink,
        Refusal::NotFolder,
        Refusal::MountPoint,
    ];
    let names = [
        NameFault::Empty,
        NameFault::Absolute,
        NameFault::Dots,
        NameFault::Character('?'),
        NameFault::End,
        NameFault::Device,
        NameFault::Long,
        NameFault::Marker,
    ];
    let doings = [
        Doing::Read,
        Doing::List,
        Doing::CreateFolder,
        Doing::Write,
        Doing::Carry,
        Doing::Save,
        Doing::Remove,
        Doing::Lock,
        Doing::Rename("new".into()),
        Doing::Exchange("new".into()),
    ];
    let manifests =
        [ManifestFault::NotFile, ManifestFault::Broken("EOF while parsing".into()), ManifestFault::Newer(2)];
    let others = [
        Kind::NotOurs { out: "out".into() },
        Kind::Busy { out: "out".into() },
        Kind::Stranded { out: "out".into(), kept: "old".into(), cause: cause() },
        Kind::Clash { path: "a".into(), other: "a".into() },
        Kind::Clash { path: "a".into(), other: "A".into() },
        Kind::Foreign { path: "a".into() },
        Kind::Incomplete { out: "out".into() },
    ];
    let kinds = (refusals.into_iter().map(|why| Kind::Refused { out: "out".into(), why }))
        .chain(names.into_iter().map(|why| Kind::Name { path: "a".into(), why }))
        .chain(doings.into_iter().map(|doing| Kind::Io { doing, path: "a".into(), cause: cause() }))
        .chain(manifests.into_iter().map(|why| Kind::Manifest { path: "a".into(), why }))
        .chain(others);
    for error in kinds.map(OutputError::from) {
        for said in [Some(error.message()), error.help()].into_iter().flatten() {
            assert_eq!(mixture(&said.ja, &said.en), None);
        }
    }
}
