//! `content/plan.yaml`: the plan as a whole.

use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use serde::Deserialize;

use super::check_id;
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::{Lang, Localized};
use crate::parse::context::{self, Context, Text};
use crate::parse::markdown::Vocabulary;
use crate::parse::translation::Record;
use crate::plan::{Meta, Passage, Years};
use crate::source::{FileId, Sources, Span, Spanned};
use crate::yaml::At;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    title: Text,
    title_note: Option<Text>,
    publisher: Text,
    period: RawYears,
    edition: Text,
    base_url: At<String>,
    licence: Text,
    languages: Vec<At<String>>,
    repost: Text,
    theme: At<String>,
    volumes: Vec<RawVolume>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawYears {
    from: At<i32>,
    to: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVolume {
    id: At<String>,
    title: Option<Text>,
}

/// A volume as `plan.yaml` names it.
pub(in crate::parse) struct VolumeEntry {
    pub(in crate::parse) id: Spanned<String>,
    /// The title of a volume that is not carried.
    pub(in crate::parse) title: Option<Localized<String>>,
}

/// Reads `plan.yaml`. With an error in it nothing else can be judged, and there is no value.
pub(in crate::parse) fn meta(
    sources: &Sources,
    file: FileId,
    record: &Record,
    passages: &Mutex<Vec<Passage>>,
    findings: &mut Vec<Diagnostic>,
) -> Option<(Meta, Vec<VolumeEntry>)> {
    let raw: Raw = context::read(sources, file, findings)?;
    let languages: Vec<Lang> = raw.languages.iter().map(|code| Lang::new(&code.value)).collect();
    let whole = Span::new(file, 0..0);
    if languages.is_empty() {
        findings.push(Diagnostic::error(
            Code("K066"),
            whole,
            Message::new("languages に言語がありません", "languages is empty"),
        ));
        return None;
    }
    let vocabulary = Vocabulary::default();
    let lost = AtomicBool::default();
    let context = Context { sources, languages: &languages, vocabulary: &vocabulary, record, passages, lost: &lost };
    check_languages(&raw.languages, findings);
    check_id(&raw.theme, findings);
    let base_url = base_url(&raw.base_url, findings);
    let years = Years { from: raw.period.from.value, to: raw.period.to };
    super::check_years(years, raw.period.from.span, findings);
    check_length(years, raw.period.from.span, findings);
    check_volumes(&raw.volumes, findings);
    let volumes = raw.volumes.iter().map(|volume| {
        let id = volume.id.clone();
        check_id(&id, findings);
        VolumeEntry { id, title: volume.title.as_ref().map(|title| context.text(title, findings)) }
    });
    let volumes = volumes.collect();
    let meta = Meta {
        title: context.text(&raw.title, findings),
        title_note: raw.title_note.as_ref().map(|note| context.text(note, findings)),
        publisher: context.text(&raw.publisher, findings),
        period: years,
        edition: context.text(&raw.edition, findings),
        base_url,
        licence: context.text(&raw.licence, findings),
        languages: languages.clone(),
        repost: context.text(&raw.repost, findings),
        theme: raw.theme.clone(),
        span: whole,
    };
    (!crate::diag::has_errors(findings)).then_some((meta, volumes))
}

/// K066: a language is a folder of the site; it must be named once, and as no other folder is.
fn check_languages(languages: &[At<String>], findings: &mut Vec<Diagnostic>) {
    for (index, code) in languages.iter().enumerate() {
        check_id(code, findings);
        let taken = ["assets", "data", "search"].contains(&code.value.as_str());
        if taken || languages[..index].iter().any(|earlier| earlier.value == code.value) {
            findings.push(Diagnostic::error(
                Code("K066"),
                code.span,
                Message::new(
                    format!("言語「{}」は使えないか、二度書かれています", code.value),
                    format!("the language “{}” is not allowed or is written twice", code.value),
                ),
            ));
        }
    }
}

/// K071: a volume that is written twice.
fn check_volumes(volumes: &[RawVolume], findings: &mut Vec<Diagnostic>) {
    for (index, volume) in volumes.iter().enumerate() {
        if let Some(first) = volumes[..index].iter().find(|earlier| earlier.id.value == volume.id.value) {
            findings.push(
                Diagnostic::error(
                    Code("K071"),
                    volume.id.span,
                    Message::new(
                        format!("編「{}」が二度書かれています", volume.id.value),
                        format!("the volume “{}” is written twice", volume.id.value),
                    ),
                )
                .related(first.id.span, Message::new("最初はここです", "first written here")),
            );
        }
    }
}

/// The schedule has a column for each year: a slip of the pen (2022–20266) must not make a million.
fn check_length(years: Years, span: Span, findings: &mut Vec<Diagnostic>) {
    const LONGEST: i64 = 50;
    if i64::from(years.to) - i64::from(years.from) >= LONGEST {
        findings.push(Diagnostic::error(
            Code("K065"),
            span,
            Message::new(
                format!("計画期間が長すぎます（{LONGEST} 年まで）"),
                format!("the period is too long (at most {LONGEST} years)"),
            ),
        ));
    }
}

/// The address must be one that links can be made of: http or https, a slash at the end is added.
fn base_url(url: &Spanned<String>, findings: &mut Vec<Diagnostic>) -> String {
    let value = &url.value;
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    let sound = rest.is_some_and(|rest| {
        !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/:%".contains(&b))
    });
    if !sound {
        findings.push(
            Diagnostic::error(
                Code("K067"),
                url.span,
                Message::new(format!("base_url「{value}」は使えません"), format!("base_url “{value}” is not allowed")),
            )
            .help(Message::new(
                "https://example.jp/plan/ のように書いてください",
                "write it as https://example.jp/plan/",
            )),
        );
    }
    format!("{}/", value.trim_end_matches('/'))
}
