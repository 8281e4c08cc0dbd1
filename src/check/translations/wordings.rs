//! K124: a term or name of the original whose wording in the other language is not in the translation. A reader
//! who meets one thing under two names takes them for two things.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Message};
use crate::lang::{Lang, Localized};
use crate::plan::{Passage, Plan, Resolved};
use crate::source::Spanned;
use crate::wordings::Wordings;

/// A term or a name: its wording by language, and the wordings that mean the same in any language.
struct Entry<'a> {
    wording: &'a Localized<String>,
    variants: &'a [String],
}

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let terms = plan.terms.iter().map(|term| Entry { wording: &term.term, variants: &term.variants });
    let names = plan.names.iter().map(|name| Entry { wording: &name.name, variants: &name.variants });
    let entries: Vec<Entry<'_>> = terms.chain(names).collect();
    let own = wordings(&entries, plan.meta.main_language());
    let languages = plan.meta.languages.iter().skip(1);
    languages.flat_map(|lang| of_language(plan, &entries, &own, lang)).collect()
}

/// All wordings of a language, and the number of the entry that each stands for.
fn wordings(entries: &[Entry<'_>], lang: &Lang) -> Wordings<usize> {
    Wordings::new(entries.iter().enumerate().flat_map(|(index, entry)| {
        let all = entry.wording.get(lang).into_iter().chain(entry.variants);
        all.map(move |wording| (wording.clone(), index))
    }))
}

fn of_language(plan: &Plan<Resolved>, entries: &[Entry<'_>], own: &Wordings<usize>, lang: &Lang) -> Vec<Diagnostic> {
    let translated = wordings(entries, lang);
    let passages = plan.passages.par_iter().filter(|passage| passage.lang == *lang);
    passages.flat_map_iter(|passage| of_passage(plan, entries, own, &translated, passage)).collect()
}

fn of_passage(
    plan: &Plan<Resolved>,
    entries: &[Entry<'_>],
    own: &Wordings<usize>,
    translated: &Wordings<usize>,
    passage: &Passage,
) -> Vec<Diagnostic> {
    let Some(text) = &passage.text else { return Vec::new() };
    let expected: BTreeSet<&usize> = own.find(&passage.own.value).collect();
    if expected.is_empty() {
        return Vec::new();
    }
    let there: BTreeSet<&usize> = translated.find(&text.value).collect();
    expected.difference(&there).filter_map(|&&entry| missing(plan, &entries[entry], passage, text)).collect()
}

fn missing(plan: &Plan<Resolved>, entry: &Entry<'_>, passage: &Passage, text: &Spanned<String>) -> Option<Diagnostic> {
    let name = entry.wording.get(plan.meta.main_language())?;
    let wording = entry.wording.get(&passage.lang)?;
    let finding = Diagnostic::warning(
        Code("K124"),
        text.span,
        Message::new(
            format!("原文の「{name}」の訳「{wording}」が、この訳文にありません"),
            format!("this translation has no “{wording}”, which is the wording for “{name}” of the original"),
        ),
    )
    .related(passage.own.span, Message::new("原文はここです", "the original is here"))
    .help(Message::new(
        "訳語をそろえるか、別の言い方を variants に加えてください",
        "use this wording, or add another one to `variants`",
    ));
    Some(finding)
}
