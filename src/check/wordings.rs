//! K103: a wording that two terms share. A mark behind it could mean either.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Plan, Resolved};
use crate::source::Span;

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut first: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for (index, term) in plan.terms.iter().enumerate() {
        let names = term.term.iter().map(|(_, name)| name).chain(&term.variants);
        for wording in names {
            match first.get(wording.as_str()) {
                Some((owner, span)) if *owner != index => findings.push(
                    Diagnostic::error(
                        Code("K103"),
                        term.id.span,
                        Message::new(
                            format!("「{wording}」が二つの用語にあります"),
                            format!("two terms have the wording “{wording}”"),
                        ),
                    )
                    .related(*span, Message::new("もう一つはここです", "the other is here")),
                ),
                Some(_) => {}
                None => {
                    first.insert(wording, (index, term.id.span));
                }
            }
        }
    }
    findings
}
