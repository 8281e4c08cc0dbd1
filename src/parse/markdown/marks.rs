//! The marks that Markdown does not know, as data.

use std::ops::Range;

use super::terms::TermMatch;

/// What a mark is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// The asterisk behind a term.
    Term(TermMatch),
    /// A 再掲 with its brackets.
    Repost(RepostParts),
    /// `{{ … }}`
    Expression,
    /// The opening asterisks of strong text.
    StrongOpen,
    /// The closing ones.
    StrongClose,
}

/// What a 再掲 names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct RepostParts {
    pub(super) volume: Option<String>,
    pub(super) page: Option<u32>,
}

/// A mark and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) kind: MarkKind,
}

/// What looks like a mark and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Malformed {
    /// `{{` without `}}`.
    OpenExpression(Range<usize>),
    /// Brackets with 再掲 that name no volume and page.
    Repost(Range<usize>),
}

/// What stands before the number of a page, the longest first.
const PAGE_SIGNS: [&str; 5] = ["page", "P", "Ｐ", "p", "ｐ"];

impl RepostParts {
    /// What follows 再掲 in its brackets: nothing, or `：産業編 P49`, or `: Industry, p. 49`.
    pub(super) fn read(named: &str) -> Option<Self> {
        let named = named.trim();
        if named.is_empty() {
            return Some(Self::default());
        }
        let named = named.strip_prefix(['：', ':'])?.trim();
        let before = named.trim_end_matches(|c| ascii_digit(c).is_ascii_digit());
        let digits: String = named[before.len()..].chars().map(ascii_digit).collect();
        let page = digits.parse().ok()?;
        let before = before.trim_end().trim_end_matches(['.', '．']);
        let volume = PAGE_SIGNS.iter().find_map(|sign| before.strip_suffix(sign))?;
        let volume = volume.trim().trim_end_matches([',', '、', '，']).trim_end();
        (!volume.is_empty()).then(|| Self { volume: Some(volume.to_owned()), page: Some(page) })
    }
}

fn ascii_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        other => other,
    }
}
