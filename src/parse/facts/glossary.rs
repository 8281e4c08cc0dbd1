//! `glossary.yaml`: the terms.

use serde::Deserialize;

use super::check_id;
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::parse::context::{self, Context, Text};
use crate::plan::{DefinitionSource, Term};
use crate::source::FileId;
use crate::yaml::At;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    terms: Vec<RawTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    id: At<String>,
    term: Text,
    reading: At<String>,
    #[serde(default)]
    variants: Vec<At<String>>,
    definition: Text,
    source: DefinitionSource,
    #[serde(default)]
    provisional: Vec<Lang>,
}

/// Reads the glossary: the terms in the order of their readings.
pub(in crate::parse) fn glossary(context: Context<'_>, file: FileId, findings: &mut Vec<Diagnostic>) -> Vec<Term> {
    let Some(raw) = context::read::<Raw>(context.sources, file, findings) else {
        return context.lose().unwrap_or_default();
    };
    let mut terms: Vec<Term> = raw.terms.iter().map(|raw| term(context, raw, findings)).collect();
    terms.sort_by(|a, b| (&a.reading, &a.id.value).cmp(&(&b.reading, &b.id.value)));
    terms
}

fn term(context: Context<'_>, raw: &RawTerm, findings: &mut Vec<Diagnostic>) -> Term {
    let id = raw.id.clone();
    check_id(&id, findings);
    let reading = raw.reading.clone();
    if reading.value.is_empty() || !reading.value.chars().all(|c| ('ぁ'..='ゖ').contains(&c) || c == 'ー') {
        findings.push(
            Diagnostic::error(
                Code("K068"),
                reading.span,
                Message::new("読みはひらがなで書いてください", "the reading must be in hiragana"),
            )
            .help(Message::new("例: DX は でぃーえっくす", "for example “でぃーえっくす” for DX")),
        );
    }
    Term {
        id,
        term: context.text(&raw.term, findings),
        reading: reading.value,
        variants: raw.variants.iter().map(|variant| variant.value.clone()).collect(),
        definition: context.text(&raw.definition, findings),
        source: raw.source,
        provisional: raw.provisional.clone(),
    }
}
