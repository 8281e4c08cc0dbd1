//! The words that make a mark: terms before an asterisk, and what a re-post begins with.

use super::terms::TermMatcher;

/// What the marks of a plan are made of, in all its languages.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// The wordings of the terms.
    pub(crate) terms: TermMatcher,
    /// The words with which a re-post begins, as 再掲.
    pub(crate) reposts: Vec<String>,
}
