//! K122: a translation that is not what the plan says now. One finding a language: `keikaku status` has the
//! list, and a large revision must not drown the other findings.

use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{Passage, Plan, Resolved, Standing};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    plan.meta.languages.iter().filter_map(|lang| of_language(plan, lang)).collect()
}

fn of_language(plan: &Plan<Resolved>, lang: &Lang) -> Option<Diagnostic> {
    let open: Vec<&Passage> =
        plan.passages.iter().filter(|passage| passage.lang == *lang && passage.standing != Standing::Current).collect();
    let first = open.first()?;
    let count = |standing| open.iter().filter(|passage| passage.standing == standing).count();
    let (behind, unconfirmed, missing) =
        (count(Standing::Behind), count(Standing::Unconfirmed), count(Standing::Missing));
    let place = first.text.as_ref().unwrap_or(&first.own).span;
    let finding = Diagnostic::warning(
        Code("K122"),
        place,
        Message::new(
            format!(
                "{lang} の訳: 原文より古い段落 {behind}、未確認 {unconfirmed}、訳のない段落 {missing}（最初の場所）"
            ),
            format!(
                "translation into {lang}: {behind} passages behind, {unconfirmed} unconfirmed, {missing} missing (the first one)"
            ),
        ),
    );
    Some(finding.help(Message::new(
        "keikaku status で一覧を見られます。訳を直したら keikaku status --confirm 場所 で確認済みにします",
        "`keikaku status` lists them; when the translation is right, `keikaku status --confirm PLACE` says so",
    )))
}
