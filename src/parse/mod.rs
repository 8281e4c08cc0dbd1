//! Stage 2: texts to a typed draft, [`Plan<Unresolved>`], in which names are still names.
//!
//! [`folders`] finds the way through the content, [`structure`] reads chapters to initiatives, [`facts`]
//! the YAML and CSV files, [`markdown`] the prose, [`translation`] says how each translation stands to its
//! original. Pure: gives the plan and all complaints, as far as
//! each can be had without the other.

mod context;
mod facts;
mod folders;
mod markdown;
mod structure;
mod translation;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::diag::Diagnostic;
use crate::plan::{Plan, Term, TermIx, Unresolved, Volume, VolumeIx};
use crate::source::Sources;
use context::{Context, missing_file};
use folders::Folder;
use markdown::{TermMatcher, Vocabulary};
use translation::Record;

/// Reads the plan. `None` when a file of facts is missing or cannot be read: names could then not be judged,
/// and every mention of what was lost would be a false finding.
pub fn parse(sources: &Sources) -> (Option<Plan<Unresolved>>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let content = Folder::tree(sources, "content");
    let Some(&plan_file) = content.files.get("plan.yaml") else {
        return (None, vec![missing_file("content/plan.yaml")]);
    };
    let (record, unreadable) = Record::read(sources);
    let passages = Mutex::default();
    let meta = facts::meta(sources, plan_file, &record, &passages, &mut findings);
    findings.extend(unreadable);
    let Some((meta, entries)) = meta else { return (None, findings) };

    let without_terms = Vocabulary::default();
    let lost = AtomicBool::new(false);
    let context = Context {
        sources,
        languages: &meta.languages,
        vocabulary: &without_terms,
        record: &record,
        passages: &passages,
        lost: &lost,
    };
    let terms = match sources.iter().find(|(_, file)| file.path == "glossary.yaml") {
        Some((file, _)) => facts::glossary(context, file, &mut findings),
        None => {
            findings.push(missing_file("glossary.yaml"));
            context.lose().unwrap_or_default()
        }
    };
    let glossary_lost = lost.load(Ordering::Relaxed);
    let names = facts::names(context, &content, &mut findings);
    let synonyms = facts::synonyms(context, &content, &mut findings);
    let reposts = meta.repost.iter().map(|(_, word)| word.clone()).collect();
    let vocabulary = Vocabulary { terms: matcher(&terms), reposts };
    let context = Context { vocabulary: &vocabulary, ..context };

    let ids: Vec<&str> = entries.iter().map(|entry| entry.id.value.as_str()).collect();
    structure::check_files(&content, &["plan.yaml", "names.yaml", "synonyms.yaml"], &ids, &mut findings);
    let mut volumes: Vec<Volume<Unresolved>> = Vec::new();
    let mut targets = Vec::new();
    let mut statistics = Vec::new();
    for entry in entries {
        let folder = content.folder(&entry.id.value);
        let Some(volume) = structure::volume(context, entry, folder, &mut findings) else { continue };
        if let Some(folder) = folder {
            targets.extend(facts::targets(context, folder, VolumeIx(volumes.len()), &mut findings));
            if let Some(data) = folder.folder("data") {
                statistics.extend(facts::statistics(context, data, &mut findings));
            }
        }
        volumes.push(volume);
    }
    if glossary_lost {
        // Without the glossary every mark would be unknown.
        findings.retain(|finding| !["K050", "K051"].contains(&finding.code.0));
    }
    let complete = !lost.load(Ordering::Relaxed);
    let mut passages = passages.into_inner().unwrap_or_else(PoisonError::into_inner);
    passages.sort_by(|a, b| (a.own.span, &a.lang).cmp(&(b.own.span, &b.lang)));
    let recorded = record.lines;
    let plan = Plan { meta, volumes, targets, statistics, terms, names, synonyms, passages, recorded, links: () };
    (complete.then_some(plan), findings)
}

/// All wordings under which a term can be marked.
fn matcher(terms: &[Term]) -> TermMatcher {
    let wordings = terms.iter().enumerate().flat_map(|(index, term)| {
        let names = term.term.iter().map(|(_, name)| name.clone());
        names.chain(term.variants.iter().cloned()).map(move |wording| (wording, TermIx(index)))
    });
    TermMatcher::new(wordings)
}
