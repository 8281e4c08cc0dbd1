//! Strong text beside Japanese punctuation. CommonMark takes `**「重要」**です` as literal asterisks,
//! because a run behind punctuation and before a letter cannot close. Japanese has no blanks there.
//!
//! Only pairs that CommonMark would leave literal, and only beside a character that is not ASCII, are
//! decided here: what CommonMark understands stays its own.

use std::ops::Range;

use super::marks::{Mark, MarkKind};

/// The marks for the pairs that CommonMark would miss. `stars` are runs of two asterisks, in order.
pub(super) fn pairs(text: &str, stars: &[Range<usize>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for pair in stars.chunks_exact(2) {
        let (open, close) = (Flank::of(text, &pair[0]), Flank::of(text, &pair[1]));
        let sound = open.can_open() && close.can_close();
        let wanted = !open.after_is_space && !close.before_is_space && pair[0].end < pair[1].start;
        if !sound && wanted && (open.beside_japanese || close.beside_japanese) {
            marks.push(Mark { range: pair[0].clone(), kind: MarkKind::StrongOpen });
            marks.push(Mark { range: pair[1].clone(), kind: MarkKind::StrongClose });
        }
    }
    marks
}

/// What stands on the two sides of a run of asterisks, by the rules of CommonMark 0.31, section 6.2.
struct Flank {
    before_is_space: bool,
    after_is_space: bool,
    before_is_punctuation: bool,
    after_is_punctuation: bool,
    beside_japanese: bool,
}

impl Flank {
    fn of(text: &str, stars: &Range<usize>) -> Self {
        let before = text[..stars.start].chars().next_back();
        let after = text[stars.end..].chars().next();
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let punctuation = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
        Self {
            before_is_space: space(before),
            after_is_space: space(after),
            before_is_punctuation: punctuation(before),
            after_is_punctuation: punctuation(after),
            beside_japanese: [before, after].into_iter().flatten().any(|c| !c.is_ascii()),
        }
    }

    fn can_open(&self) -> bool {
        !self.after_is_space && (!self.after_is_punctuation || self.before_is_space || self.before_is_punctuation)
    }

    fn can_close(&self) -> bool {
        !self.before_is_space && (!self.before_is_punctuation || self.after_is_space || self.after_is_punctuation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_commonmark_misses_is_taken() {
        let taken = |text: &str| {
            let stars: Vec<Range<usize>> = text.match_indices("**").map(|(at, run)| at..at + run.len()).collect();
            !pairs(text, &stars).is_empty()
        };
        assert!(taken("**「重要」**です"));
        assert!(taken("これは**「重要」**"));
        assert!(!taken("**重要**です"));
        assert!(!taken("a**\"foo\"**b"));
        assert!(!taken("これは** 重要 **です"));
    }
}
