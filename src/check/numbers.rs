//! K101: printed numbers that do not count up. Initiatives are numbered through a whole chapter,
//! policies and chapters within what is above them; staff cite them by these numbers.

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Plan, Resolved};
use crate::source::{Span, Spanned};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for volume in &plan.volumes {
        let chapters = volume.chapters.iter().map(|chapter| (chapter.number, span(&chapter.id)));
        count("章", "chapter", chapters, &mut findings);
        for chapter in &volume.chapters {
            let policies = chapter.policies.iter().map(|policy| (policy.number, span(&policy.id)));
            count("施策", "policy", policies, &mut findings);
            let initiatives = chapter.policies.iter().flat_map(|policy| &policy.initiatives);
            let initiatives = initiatives.map(|initiative| (initiative.number, span(&initiative.id)));
            count("取組", "initiative", initiatives, &mut findings);
        }
    }
    for (index, _) in plan.volumes.iter().enumerate() {
        let targets = plan.targets.iter().filter(|target| target.volume.0 == index);
        let targets = targets.map(|target| (target.number, span(&target.id)));
        count("目標", "target", targets, &mut findings);
    }
    findings
}

fn span(id: &Spanned<String>) -> Span {
    id.span
}

fn count(ja: &str, en: &str, numbers: impl Iterator<Item = (u32, Span)>, findings: &mut Vec<Diagnostic>) {
    for ((number, span), expected) in numbers.zip(1..) {
        if number != expected {
            findings.push(
                Diagnostic::error(
                    Code("K101"),
                    span,
                    Message::new(
                        format!("{ja}の番号が {number} ですが、並び順では {expected} です"),
                        format!("this {en} has the number {number}, but is the {expected}. in order"),
                    ),
                )
                .help(Message::new(
                    "number か、フォルダーの先頭の番号を直してください",
                    "correct number, or the number in front of the folder's name",
                )),
            );
            return;
        }
    }
}
