//! The addresses of the pages that the theme adds to those of the plan: lists, the glossary, the search.
//!
//! Comes in: nothing. Goes out: constants, and the fragments of what stands on these pages. A volume's
//! slug may not be one of these names; see [`RESERVED`].

use super::Address;

/// The plan's front page in a language.
pub const HOME: &str = "";
/// All targets; each has the fragment [`target`].
pub const TARGETS: &str = "targets/";
/// All schedules on one page.
pub const SCHEDULE: &str = "schedule/";
/// The support matrix; each institution has the fragment [`institution`].
pub const INSTITUTIONS: &str = "institutions/";
/// The glossary; each term has the fragment [`term`].
pub const GLOSSARY: &str = "glossary/";
/// The index of the printed pages.
pub const PRINTED_PAGES: &str = "printed-pages/";
/// The search page.
pub const SEARCH: &str = "search/";

/// The first folder of every page above: names that no volume can have.
pub const RESERVED: &[&str] = &["targets", "schedule", "institutions", "glossary", "printed-pages", "search"];

/// Where a target stands.
pub fn target(id: &str) -> Address {
    Address::page(TARGETS).at(format!("target-{id}"))
}

/// Where a term stands.
pub fn term(id: &str) -> Address {
    Address::page(GLOSSARY).at(format!("term-{id}"))
}

/// Where an institution stands.
pub fn institution(id: &str) -> Address {
    Address::page(INSTITUTIONS).at(format!("institution-{id}"))
}
