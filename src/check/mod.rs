//! Stage 4: rules over the whole plan, which no single text can break alone. One file a rule; each says
//! what it finds and why it matters. Pure: the plan comes in, findings go out.

mod numbers;
mod schedules;
mod synonyms;
mod targets;
mod terms;
mod translations;
mod unused;
mod wordings;

use crate::diag::Diagnostic;
use crate::plan::{Plan, Resolved};

/// What every rule looks like.
type Rule = fn(&Plan<Resolved>) -> Vec<Diagnostic>;

/// All rules, in the order of their codes.
const RULES: &[Rule] = &[
    terms::check,
    numbers::check,
    targets::check,
    wordings::check,
    schedules::check,
    unused::check,
    translations::check,
    synonyms::check,
];

/// All findings of all rules.
pub fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    RULES.iter().flat_map(|rule| rule(plan)).collect()
}
