//! K100: a term that is never marked. Readers would find it in the glossary and nowhere else; most
//! often a mark was lost, or the term is worded otherwise in the text.

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Plan, Resolved};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let main = plan.meta.main_language();
    plan.terms
        .iter()
        .zip(&plan.links.term_uses)
        .filter(|(_, uses)| uses.is_empty())
        .map(|(term, _)| {
            let name = term.term.get(main).map_or("", String::as_str);
            Diagnostic::warning(
                Code("K100"),
                term.id.span,
                Message::new(
                    format!("用語「{name}」には、本文に印（*）が一つもありません"),
                    format!("the term “{name}” is marked nowhere"),
                ),
            )
            .help(Message::new(
                format!("本文の「{name}」の直後に * を書いてください"),
                format!("write * behind “{name}” in the text"),
            ))
        })
        .collect()
}
