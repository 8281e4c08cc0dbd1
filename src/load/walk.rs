//! Walks a folder of the site and lists what is to be read, in order, without opening a file.
//!
//! Symbolic links are refused, not followed: what is published must lie in the site's folder, and a link can lead
//! to any file of the machine. Pipes, sockets and devices are refused because reading them may never end.

use std::ffi::OsStr;
use std::fs::FileType;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::kind::{self, Content, Kind};
use super::{missing, names};
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::system;

pub(super) const UNREADABLE: Code = Code("K002");
const LINK: Code = Code("K003");
const NOT_REGULAR: Code = Code("K004");
const TOO_DEEP: Code = Code("K008");
const UNKNOWN_KIND: Code = Code("K009");
const SVG: Code = Code("K010");

const MAX_DEPTH: usize = 32;

/// A file to be read.
#[derive(Debug)]
pub(super) struct Entry {
    /// Path below the site's folder, with `/`.
    pub(super) path: String,
    /// What it is read as.
    pub(super) kind: Content,
    /// Its size when it was listed.
    pub(super) size: u64,
}

/// The file `name` directly in the site's folder, which must be there.
pub(super) fn single(site: &Path, name: &str, findings: &mut Vec<Diagnostic>) -> Option<Entry> {
    match std::fs::symlink_metadata(site.join(name)) {
        Ok(metadata) if metadata.is_file() => {
            Some(Entry { path: name.to_owned(), kind: Content::Facts, size: metadata.len() })
        }
        Ok(metadata) => {
            findings.push(not_a_file(name, metadata.file_type()));
            None
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            findings.push(missing(
                name,
                "用語集のファイルです（用語がなければ terms: [] と書きます）",
                "it is the glossary (write `terms: []` where there are no terms)",
            ));
            None
        }
        Err(error) => {
            findings.push(unreadable(name, &error));
            None
        }
    }
}

/// All files to be read below the folder `name` of the site, which must be there.
pub(super) fn folder(site: &Path, name: &str, findings: &mut Vec<Diagnostic>) -> Vec<Entry> {
    match std::fs::symlink_metadata(site.join(name)) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(metadata) => {
            findings.push(not_a_folder(name, metadata.file_type()));
            return Vec::new();
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            findings.push(match name {
                "themes" => missing(name, "表示のひな形を置くフォルダーです", "the folder of the templates"),
                _ => missing(name, "計画の内容を置くフォルダーです", "the folder of the plan's content"),
            });
            return Vec::new();
        }
        Err(error) => {
            findings.push(unreadable(name, &error));
            return Vec::new();
        }
    }
    let mut entries = Vec::new();
    let mut walk = WalkDir::new(site.join(name)).min_depth(1).sort_by_file_name().into_iter();
    while let Some(step) = walk.next() {
        match step {
            Ok(found) => {
                if !visit(site, &found, &mut entries, findings) && found.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Err(error) => {
                let path = error.path().map_or_else(|| name.to_owned(), |path| below(site, path));
                findings.push(match error.io_error() {
                    Some(cause) => unreadable(&path, cause),
                    None => unreadable(&path, &std::io::Error::other("loop")),
                });
            }
        }
    }
    entries
}

/// Judges one entry; false where a folder is not to be entered.
fn visit(site: &Path, found: &DirEntry, entries: &mut Vec<Entry>, findings: &mut Vec<Diagnostic>) -> bool {
    let path = below(site, found.path());
    let Some(name) = found.file_name().to_str() else {
        if !is_hidden(found.file_name()) {
            let why = Message::new("UTF-8 でない文字があります", "it is not UTF-8");
            findings.push(names::not_portable(&path, &why));
        }
        return false;
    };
    if names::is_clutter(name) {
        return false;
    }
    if let Some(why) = names::fault(name) {
        findings.push(names::not_portable(&path, &why));
        return false;
    }
    let file_type = found.file_type();
    if file_type.is_dir() {
        if found.depth() >= MAX_DEPTH {
            findings.push(too_deep(&path));
            return false;
        }
        return true;
    }
    if !file_type.is_file() {
        findings.push(not_a_file(&path, file_type));
        return false;
    }
    match (kind::of(&path), found.metadata()) {
        (Kind::Ignored, _) => {}
        (Kind::Svg, _) => findings.push(svg(&path)),
        (Kind::Unknown, _) => findings.push(unknown_kind(&path)),
        (Kind::Read(kind), Ok(metadata)) => entries.push(Entry { path, kind, size: metadata.len() }),
        (Kind::Read(_), Err(error)) => findings.push(unreadable(&path, &error.into())),
    }
    true
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// The path below the site's folder, with `/`.
fn below(site: &Path, path: &Path) -> String {
    let parts: Vec<_> = path
        .strip_prefix(site)
        .unwrap_or(path)
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}

/// What the system said, as a finding.
pub(super) fn unreadable(path: &str, cause: &std::io::Error) -> Diagnostic {
    let Message { ja, en } = system::cause(cause);
    Diagnostic::error(
        UNREADABLE,
        Place::Path(path.to_owned()),
        Message::new(format!("読めません：{ja}"), format!("cannot be read: {en}")),
    )
}

/// The finding for a link, a folder, a pipe where a file is expected.
pub(super) fn not_a_file(path: &str, file_type: FileType) -> Diagnostic {
    if file_type.is_symlink() {
        return link(path);
    }
    Diagnostic::error(
        NOT_REGULAR,
        Place::Path(path.to_owned()),
        Message::new(
            "通常のファイルではありません（フォルダー、パイプ、装置など）",
            "not a regular file (a folder, a pipe, a device …)",
        ),
    )
    .help(Message::new("取り除いてください", "remove it"))
}

fn not_a_folder(path: &str, file_type: FileType) -> Diagnostic {
    if file_type.is_symlink() {
        return link(path);
    }
    Diagnostic::error(
        NOT_REGULAR,
        Place::Path(path.to_owned()),
        Message::new("フォルダーではありません", "not a folder"),
    )
}

fn link(path: &str) -> Diagnostic {
    Diagnostic::error(
        LINK,
        Place::Path(path.to_owned()),
        Message::new("シンボリックリンクは使えません", "symbolic links are refused"),
    )
    .help(Message::new("リンク先のファイルそのものを置いてください", "put the file itself in its place"))
}

fn too_deep(path: &str) -> Diagnostic {
    Diagnostic::error(
        TOO_DEEP,
        Place::Path(path.to_owned()),
        Message::new(
            format!("フォルダーが深すぎます（{MAX_DEPTH} 段まで）"),
            format!("folders are nested too deeply (at most {MAX_DEPTH})"),
        ),
    )
}

fn svg(path: &str) -> Diagnostic {
    Diagnostic::error(
        SVG,
        Place::Path(path.to_owned()),
        Message::new(
            "SVG はスクリプトを含むことができるため、content/ には置けません",
            "SVG files can carry scripts and are refused in content/",
        ),
    )
    .help(Message::new("PNG か WebP に変換してください", "convert it to PNG or WebP"))
}

fn unknown_kind(path: &str) -> Diagnostic {
    let (ja, en) = if path.starts_with("themes/") {
        (
            "themes/ で使えるのは .html .css .js .mjs .yaml .md .txt .xml .json .svg .woff2 .ico と画像です",
            "themes/ takes .html .css .js .mjs .yaml .md .txt .xml .json .svg .woff2 .ico and pictures",
        )
    } else {
        (
            "content/ で使えるのは .md .yaml .csv と画像（.png .jpg .webp .gif .avif）です。Excel の表は「CSV UTF-8（コンマ区切り）」で保存してください",
            "content/ takes .md .yaml .csv and pictures (.png .jpg .webp .gif .avif); save Excel sheets as “CSV UTF-8 (Comma delimited)”",
        )
    };
    Diagnostic::warning(
        UNKNOWN_KIND,
        Place::Path(path.to_owned()),
        Message::new("この種類のファイルは使いません", "files of this kind are not used"),
    )
    .help(Message::new(ja, en))
}
