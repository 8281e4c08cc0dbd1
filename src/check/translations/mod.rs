//! Rules over the passages of the translations: what is behind, numbers and wordings that differ.

mod numbers;
mod quantities;
mod standings;
mod wordings;

use crate::diag::Diagnostic;
use crate::plan::{Plan, Resolved};

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    [standings::check(plan), numbers::check(plan), wordings::check(plan)].concat()
}
