//! The YAML files of facts, one file here for each: a raw form that mirrors the file, and its way into
//! the types of the plan.

mod glossary;
mod institutions;
mod meta;
mod names;
mod schedule;
mod statistics;
mod synonyms;
mod targets;

pub(super) use glossary::glossary;
pub(super) use institutions::institutions;
pub(super) use meta::{VolumeEntry, meta};
pub(super) use names::names;
pub(super) use schedule::{RawSchedule, schedule};
pub(super) use statistics::statistics;
pub(super) use synonyms::synonyms;
pub(super) use targets::targets;

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::Years;
use crate::source::Spanned;

/// Ids in facts and slugs of folders: lower-case ASCII with hyphens. Anything else is a finding (K061).
pub(super) fn check_id(id: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    if !super::markdown::is_fragment(&id.value) && !id.value.starts_with(|c: char| c.is_ascii_digit())
        || !id.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        findings.push(
            Diagnostic::error(
                Code("K061"),
                id.span,
                Message::new(
                    format!("名前「{}」は使えません", id.value),
                    format!("the id “{}” is not allowed", id.value),
                ),
            )
            .help(Message::new(
                "英小文字・数字・ハイフンだけにしてください（例: data-center）",
                "use only a-z, 0-9 and hyphens (as data-center)",
            )),
        );
    }
}

/// K065: years that run backwards.
pub(super) fn check_years(years: Years, span: crate::source::Span, findings: &mut Vec<Diagnostic>) {
    if years.from > years.to {
        findings.push(Diagnostic::error(
            Code("K065"),
            span,
            Message::new(
                format!("期間が逆です（{}～{}）", years.from, years.to),
                format!("the years run backwards ({}–{})", years.from, years.to),
            ),
        ));
    }
}
