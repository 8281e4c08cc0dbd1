//! Volumes, chapters, policies, initiatives: a folder and a YAML file each.

use rayon::prelude::*;
use serde::Deserialize;

use super::context::{Context, Text};
use super::facts::{self, RawSchedule, VolumeEntry, check_id};
use super::folders::Folder;
use super::translation::is_record;
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::plan::{Chapter, Initiative, Policy, PrintedPage, ShownTarget, Unresolved, Volume};
use crate::source::{FileId, Span, Spanned};
use crate::yaml::At;

type Findings = Vec<Diagnostic>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVolume {
    number: Option<String>,
    title: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChapter {
    number: u32,
    title: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPolicy {
    number: u32,
    title: Text,
    #[serde(default)]
    targets: Vec<RawShownTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShownTarget {
    id: At<String>,
    repost: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInitiative {
    number: u32,
    title: Text,
    #[serde(default)]
    pages: Vec<RawPage>,
    schedule: Option<RawSchedule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    page: At<u32>,
    #[serde(default)]
    measures: Vec<At<u32>>,
}

/// A volume that `plan.yaml` names: carried when it has a folder.
pub(super) fn volume(
    context: Context<'_>,
    entry: VolumeEntry,
    folder: Option<&Folder>,
    findings: &mut Findings,
) -> Option<Volume<Unresolved>> {
    let Some(folder) = folder else {
        let Some(title) = entry.title else {
            findings.push(volume_without_title(&entry.id));
            return context.lose();
        };
        let (id, number) = (entry.id, None);
        return Some(Volume { id, number, title, carried: false, chapters: Vec::new(), institutions: None, node: () });
    };
    let (_, raw) = context.yaml::<RawVolume>(folder, "volume.yaml", findings)?;
    check_files(folder, &["volume.yaml", "targets.yaml", "institutions.yaml"], &["data"], findings);
    let chapters =
        in_parallel(&folder.numbered(), findings, |(slug, folder), findings| chapter(context, slug, folder, findings));
    Some(Volume {
        id: entry.id,
        number: raw.number,
        title: context.text(&raw.title, findings),
        carried: true,
        chapters,
        institutions: facts::institutions(context, folder, findings),
        node: (),
    })
}

fn chapter(context: Context<'_>, slug: &str, folder: &Folder, findings: &mut Findings) -> Option<Chapter<Unresolved>> {
    let (file, raw) = context.yaml::<RawChapter>(folder, "chapter.yaml", findings)?;
    check_files(folder, &["chapter.yaml"], &[], findings);
    let policies =
        in_parallel(&folder.numbered(), findings, |(slug, folder), findings| policy(context, slug, folder, findings));
    Some(Chapter {
        id: slug_at(slug, file, findings),
        number: raw.number,
        title: context.title(&raw.title, findings),
        prose: context.prose(folder, slug, false, findings),
        policies,
        node: (),
    })
}

fn policy(context: Context<'_>, slug: &str, folder: &Folder, findings: &mut Findings) -> Option<Policy<Unresolved>> {
    let (file, raw) = context.yaml::<RawPolicy>(folder, "policy.yaml", findings)?;
    check_files(folder, &["policy.yaml"], &[], findings);
    let initiatives = in_parallel(&folder.numbered(), findings, |(slug, folder), findings| {
        initiative(context, slug, folder, findings)
    });
    let targets = raw.targets.iter().map(|shown| ShownTarget {
        target: shown.id.clone(),
        repost: shown.repost.as_ref().map(|label| context.text(label, findings)),
    });
    let targets = targets.collect();
    Some(Policy {
        id: slug_at(slug, file, findings),
        number: raw.number,
        title: context.title(&raw.title, findings),
        prose: context.required_prose(folder, slug, false, findings),
        targets,
        initiatives,
        node: (),
    })
}

fn initiative(
    context: Context<'_>,
    slug: &str,
    folder: &Folder,
    findings: &mut Findings,
) -> Option<Initiative<Unresolved>> {
    let (file, raw) = context.yaml::<RawInitiative>(folder, "initiative.yaml", findings)?;
    check_files(folder, &["initiative.yaml"], &[], findings);
    let page = |raw: &RawPage| PrintedPage { page: raw.page.clone(), measures: raw.measures.clone() };
    Some(Initiative {
        id: slug_at(slug, file, findings),
        number: raw.number,
        title: context.title(&raw.title, findings),
        pages: raw.pages.iter().map(page).collect(),
        prose: context.required_prose(folder, slug, true, findings),
        schedule: raw.schedule.as_ref().map(|raw| facts::schedule(context, raw, findings)),
        node: (),
    })
}

/// Reads folders side by side; values and findings keep the order of the folders.
fn in_parallel<I: Sync, T: Send>(
    items: &[I],
    findings: &mut Findings,
    read: impl Fn(&I, &mut Findings) -> Option<T> + Sync,
) -> Vec<T> {
    let read_one = |item: &I| {
        let mut findings = Vec::new();
        (read(item, &mut findings), findings)
    };
    let results: Vec<(Option<T>, Findings)> = items.par_iter().map(read_one).collect();
    results
        .into_iter()
        .filter_map(|(value, found)| {
            findings.extend(found);
            value
        })
        .collect()
}

/// The slug, placed at its YAML file: a folder's name has no line.
fn slug_at(slug: &str, file: FileId, findings: &mut Findings) -> Spanned<String> {
    let id = Spanned::new(slug.to_owned(), Span::new(file, 0..0));
    check_id(&id, findings);
    id
}

/// K062: a file or folder that nothing reads is most likely misnamed.
pub(super) fn check_files(folder: &Folder, files: &[&str], folders: &[&str], findings: &mut Findings) {
    let unread_folders =
        folder.unnumbered().filter(|(name, _)| !folders.contains(name)).map(|(_, below)| below.path.clone());
    let is_prose = |name: &str| name.starts_with("index.") && name.ends_with(".md");
    let belongs_anywhere = |name: &str| is_prose(name) || is_record(name);
    let unread_files = folder
        .files
        .keys()
        .filter(|name| !files.contains(&name.as_str()) && !belongs_anywhere(name))
        .map(|name| format!("{}/{name}", folder.path));
    for path in unread_folders.chain(unread_files) {
        findings.push(unread(path, files, folders));
    }
}

fn unread(path: String, files: &[&str], folders: &[&str]) -> Diagnostic {
    let known = [files, folders].concat();
    Diagnostic::warning(
        Code("K062"),
        Place::Path(path),
        Message::new("このファイル（フォルダー）は使われません", "this file or folder is not used"),
    )
    .help(Message::new(
        format!("ここに置けるのは {}、index.言語.md、番号で始まるフォルダーです", known.join("、")),
        format!("here belong {}, index.LANGUAGE.md, and folders that begin with a number", known.join(", ")),
    ))
}

fn volume_without_title(id: &Spanned<String>) -> Diagnostic {
    Diagnostic::error(
        Code("K070"),
        id.span,
        Message::new(
            format!("編「{}」は、フォルダーも title もありません", id.value),
            format!("the volume “{}” has neither a folder nor a title", id.value),
        ),
    )
    .help(Message::new(
        format!("content/{} を作るか、収録しない編なら title を書いてください", id.value),
        format!("make content/{}, or give the title of a volume that is not carried", id.value),
    ))
}
