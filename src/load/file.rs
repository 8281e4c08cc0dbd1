//! Opens and reads one file. The walk has judged it, but it may have changed since: the open file itself is asked
//! again whether it is a regular one and how large it is.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::kind::Content;
use super::walk::{self, Entry};
use super::{Read, gate};
use crate::diag::{Code, Diagnostic, Message, Place};

const TOO_LARGE: Code = Code("K007");

/// The bytes or the text of a file.
pub(super) fn read(site: &Path, entry: &Entry) -> Result<Read, Box<Diagnostic>> {
    let fail = |cause: std::io::Error| Box::new(walk::unreadable(&entry.path, &cause));
    let limit = entry.kind.limit();
    if entry.size > limit {
        return Err(Box::new(too_large(entry)));
    }
    let file = open(&site.join(&entry.path)).map_err(fail)?;
    let metadata = file.metadata().map_err(fail)?;
    if !metadata.is_file() {
        return Err(Box::new(walk::not_a_file(&entry.path, metadata.file_type())));
    }
    let mut bytes = Vec::with_capacity(entry.size as usize + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > limit {
        return Err(Box::new(too_large(entry)));
    }
    Ok(match entry.kind {
        Content::Asset => Read::Bytes(bytes),
        _ => Read::Text(gate::pass(&bytes)),
    })
}

/// Opens without following a link and without waiting: a named pipe would block until somebody writes.
#[cfg(unix)]
fn open(path: &Path) -> std::io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    Ok(rustix::fs::open(path, flags, Mode::empty()).map(File::from)?)
}

#[cfg(not(unix))]
fn open(path: &Path) -> std::io::Result<File> {
    File::open(path)
}

fn too_large(entry: &Entry) -> Diagnostic {
    let limit = entry.kind.limit() >> 20;
    let (help_ja, help_en) = match entry.kind {
        Content::Asset => ("画像を縮小してください", "make the picture smaller"),
        _ => ("いくつかのファイルに分けてください", "split it into several files"),
    };
    Diagnostic::error(
        TOO_LARGE,
        Place::Path(entry.path.clone()),
        Message::new(
            format!("ファイルが大きすぎます（この種類は {limit} MB まで）"),
            format!("the file is too large (at most {limit} MB for its kind)"),
        ),
    )
    .help(Message::new(help_ja, help_en))
}
