//! Stage 1: reads the site's folder, once, and nothing else of the program reads a file of it.
//!
//! In comes the folder; out come the texts ([`Sources`], each through the gate of [`gate`]) and the pictures and
//! fonts, in the order of their paths, with every complaint about names, kinds, sizes and characters.
//! What the files mean is not known here.

mod file;
pub mod gate;
mod guess;
mod kind;
mod names;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Message, Place};
use crate::source::{FileId, SourceFile, Sources};
use crate::system;
use kind::Content;
use walk::Entry;

const MISSING: Code = Code("K001");
const TOO_MUCH: Code = Code("K011");

/// The one file of the content whose name is fixed.
const PLAN: &str = "content/plan.yaml";

/// More than this in one site is no plan; the check keeps memory within bounds.
const MAX_TOTAL: u64 = 1 << 30;

/// Everything that was read.
#[derive(Debug, Clone, Default)]
pub struct Inputs {
    /// The texts, in the order of their paths.
    pub sources: Sources,
    /// Pictures and fonts by their path below the site's folder, with `/`.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Texts that were not UTF-8: they are kept only to show the place of the fault. Later stages leave them
    /// out, so that one wrong encoding is not reported a hundred times.
    pub undecoded: BTreeSet<FileId>,
}

impl Inputs {
    /// The texts that later stages may read, in the order of their paths.
    pub fn texts(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.sources.iter().filter(|(id, _)| !self.undecoded.contains(id))
    }
}

/// The site's folder itself cannot be read: wrong use of the command line or an I/O error, not a finding.
#[derive(Debug)]
pub struct LoadError {
    /// The folder that was given.
    pub site: PathBuf,
    /// What the system said; none where it is not a folder.
    pub cause: Option<std::io::Error>,
}

impl LoadError {
    /// The error in words.
    pub fn message(&self) -> Message {
        let site = self.site.display();
        match &self.cause {
            None => Message::new(format!("{site} はフォルダーではありません"), format!("{site} is not a folder")),
            Some(cause) => {
                let cause = system::cause(cause);
                Message::new(
                    format!("サイトのフォルダー {site} を読めません：{}", cause.ja),
                    format!("the site's folder {site} cannot be read: {}", cause.en),
                )
            }
        }
    }
}

impl LoadError {
    /// The error as a finding (K018).
    pub fn diagnostic(&self) -> Diagnostic {
        let site = self.site.display().to_string();
        Diagnostic::error(Code("K018"), Place::Path(site), self.message())
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for LoadError {}

/// Reads `content/`, `glossary.yaml` and `themes/` below `site`, and gives them with all complaints.
pub fn load(site: &Path) -> Result<(Inputs, Vec<Diagnostic>), LoadError> {
    let fail = |cause| LoadError { site: site.to_path_buf(), cause };
    if !std::fs::metadata(site).map_err(|cause| fail(Some(cause)))?.is_dir() {
        return Err(fail(None));
    }
    // A folder without the right to list it would otherwise look like an empty one.
    std::fs::read_dir(site).map_err(|cause| fail(Some(cause)))?;

    let mut findings = Vec::new();
    let mut entries = walk::folder(site, "content", &mut findings);
    entries.extend(walk::single(site, "glossary.yaml", &mut findings));
    entries.extend(walk::folder(site, "themes", &mut findings));
    entries.sort_by(|a, b| a.path.cmp(&b.path));
    names::check(&entries, &mut findings);
    // Where the file or its folder was refused, it is not said to be missing as well.
    let refused =
        |finding: &Diagnostic| matches!(&finding.place, Place::Path(path) if path == "content" || path == PLAN);
    if !entries.iter().any(|entry| entry.path == PLAN) && !findings.iter().any(refused) {
        findings.push(missing(
            PLAN,
            "計画の題名・期間・言語などを書くファイルです",
            "it carries the plan's title, period and languages",
        ));
    }
    if entries.iter().map(|entry| entry.size).sum::<u64>() > MAX_TOTAL {
        findings.push(too_much());
        return Ok((Inputs::default(), findings));
    }

    let mut inputs = Inputs::default();
    let read: Vec<_> = entries.into_par_iter().map(|entry| (file::read(site, &entry), entry)).collect();
    for (result, entry) in read {
        match result {
            Ok(bytes) => take(bytes, entry, &mut inputs, &mut findings),
            Err(finding) => findings.push(*finding),
        }
    }
    Ok((inputs, findings))
}

/// What is read of one file: bytes, or a text through the gate.
enum Read {
    Bytes(Vec<u8>),
    Text(gate::Gated),
}

fn take(read: Read, entry: Entry, inputs: &mut Inputs, findings: &mut Vec<Diagnostic>) {
    match read {
        Read::Bytes(bytes) => {
            inputs.assets.insert(entry.path, bytes);
        }
        Read::Text(gated) => {
            let csv = entry.kind == Content::Table;
            let file = inputs.sources.add(SourceFile { path: entry.path, text: gated.text });
            if gated.encoding.is_some() {
                inputs.undecoded.insert(file);
            }
            findings.extend(gate::findings(file, csv, gated.encoding, gated.faults, gated.more));
        }
    }
}

/// The finding for something the site must have.
fn missing(path: &str, what_ja: &str, what_en: &str) -> Diagnostic {
    Diagnostic::error(
        MISSING,
        Place::Path(path.to_owned()),
        Message::new(format!("{path} がありません。{what_ja}"), format!("{path} is missing: {what_en}")),
    )
    .help(Message::new(
        "--site で指定したフォルダーが正しいかも確かめてください",
        "also check that --site names the right folder",
    ))
}

fn too_much() -> Diagnostic {
    Diagnostic::error(
        TOO_MUCH,
        Place::Path("content".to_owned()),
        Message::new(
            "ファイルの合計が 1 GB を超えるため、読み込みをやめました",
            "the files together exceed 1 GB: nothing was read",
        ),
    )
    .help(Message::new(
        "大きな画像や、計画と関係のないファイルを content/ と themes/ の外へ移してください",
        "move large pictures and files that are not part of the plan out of content/ and themes/",
    ))
}
