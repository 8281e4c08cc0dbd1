//! The order in which findings are shown: by path, place and code, the same one once.
//!
//! Stages run in parallel and report as they come; the order makes the output the same for the same input.

use std::cmp::Ordering;

use super::{Diagnostic, Place};
use crate::source::Sources;

/// Sorts findings by path, position and code, and leaves each one once.
pub fn sort(findings: &mut Vec<Diagnostic>, sources: &Sources) {
    findings.sort_by(|a, b| compare(a, b, sources));
    findings.dedup();
}

fn compare(a: &Diagnostic, b: &Diagnostic, sources: &Sources) -> Ordering {
    let (a_path, a_range) = key(a, sources);
    let (b_path, b_range) = key(b, sources);
    // The words at the end bring equal findings side by side.
    (a_path, a_range, a.code, &a.message.en, &a.message.ja).cmp(&(
        b_path,
        b_range,
        b.code,
        &b.message.en,
        &b.message.ja,
    ))
}

fn key<'a>(finding: &'a Diagnostic, sources: &'a Sources) -> (&'a str, Option<(u32, u32)>) {
    match &finding.place {
        Place::Path(path) => (path, None),
        Place::Span(span) => (&sources.get(span.file).path, Some((span.start, span.end))),
    }
}
