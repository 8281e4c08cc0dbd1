//! K102: a target that no policy shows. A citizen who reads the policies would never meet it.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Plan, Resolved};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    let policies = plan.volumes.iter().flat_map(|volume| &volume.chapters).flat_map(|chapter| &chapter.policies);
    let shown: BTreeSet<usize> = policies.flat_map(|policy| &policy.targets).map(|shown| shown.target.0).collect();
    let hidden = plan.targets.iter().enumerate().filter(|(index, _)| !shown.contains(index));
    hidden
        .map(|(_, target)| {
            Diagnostic::warning(
                Code("K102"),
                target.id.span,
                Message::new(
                    format!("目標「{}」は、どの施策にも示されていません", target.id.value),
                    format!("no policy shows the target “{}”", target.id.value),
                ),
            )
            .help(Message::new(
                "施策の policy.yaml の targets に加えてください",
                "add it to targets in the policy.yaml it belongs to",
            ))
        })
        .collect()
}
