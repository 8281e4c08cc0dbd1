//! K123: numbers that a passage and its translation do not share. A wrong figure in a translation is a wrong
//! statement of the authority, and no proofreader sees it.

use rayon::prelude::*;

use super::quantities::{Quantity, in_words, quantities};
use crate::diag::{Code, Diagnostic, Language, Message};
use crate::plan::{Passage, Plan, Resolved};
use crate::source::Spanned;

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let translated = plan.passages.par_iter().filter_map(|passage| Some((passage, passage.text.as_ref()?)));
    translated.filter_map(|(passage, text)| compare(passage, text)).collect()
}

fn compare(passage: &Passage, text: &Spanned<String>) -> Option<Diagnostic> {
    let (own, translated) = (without_expressions(&passage.own.value), without_expressions(&text.value));
    let (in_own, in_text) = (quantities(&own), quantities(&translated));
    let only =
        |here: &std::collections::BTreeSet<Quantity>, there: &std::collections::BTreeSet<Quantity>, other: &str| {
            let different = here.difference(there).filter(|number| !in_words(**number, other));
            different.map(|number| number.show()).collect::<Vec<Message>>()
        };
    let (missing, added) = (only(&in_own, &in_text, &translated), only(&in_text, &in_own, &own));
    if missing.is_empty() && added.is_empty() {
        return None;
    }
    let list = |numbers: &[Message], language| match numbers {
        [] => "—".to_owned(),
        _ => numbers.iter().map(|number| number.get(language)).collect::<Vec<_>>().join(", "),
    };
    let both = |language| (list(&missing, language), list(&added, language));
    let ((missing_ja, added_ja), (missing_en, added_en)) = (both(Language::Japanese), both(Language::English));
    let finding = Diagnostic::warning(
        Code("K123"),
        text.span,
        Message::new(
            format!("原文と訳で数が違います（原文だけ: {missing_ja}、訳だけ: {added_ja}）"),
            format!("the numbers differ (original only: {missing_en}; translation only: {added_en})"),
        ),
    );
    Some(finding.related(passage.own.span, Message::new("原文はここです", "the original is here")))
}

/// A content expression has its numbers from the facts, in every language.
fn without_expressions(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, behind)) = rest.split_once("{{") {
        kept.push_str(before);
        rest = behind.split_once("}}").map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept
}
