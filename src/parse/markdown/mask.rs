//! Marks that Markdown does not know, decided before the Markdown parse: term marks, re-posts, content
//! expressions, and strong text that CommonMark would leave literal beside Japanese punctuation.
//!
//! Each mark is replaced by a sentinel of the same length in bytes, so that all offsets keep. The
//! sentinels are characters that the text gate refuses: they cannot come from an author.

use std::ops::Range;

use super::marks::{Malformed, Mark, MarkKind, RepostParts};
use super::runs::{self, Run};
use super::strong;
use super::terms::{TermMatch, TermMatcher};
use super::vocabulary::Vocabulary;

/// Stands for each byte of a mark. Neither white space nor punctuation to CommonMark.
const SENTINEL: u8 = 0x01;
/// Characters that a 再掲 may have between its brackets.
const LONGEST_REPOST: usize = 80;
/// Stands for ＊, which is three bytes long.
const WIDE_SENTINEL: &str = "\u{FDD0}";

/// A text with sentinels in the place of marks.
#[derive(Debug, Default)]
pub(super) struct Masked {
    /// The text for the Markdown parser.
    pub(super) text: String,
    /// The marks in order.
    pub(super) marks: Vec<Mark>,
    /// What is malformed, in order.
    pub(super) malformed: Vec<Malformed>,
}

impl Masked {
    /// The mark that covers this byte.
    pub(super) fn mark_at(&self, at: usize) -> Option<&Mark> {
        let index = self.marks.partition_point(|mark| mark.range.end <= at);
        self.marks.get(index).filter(|mark| mark.range.contains(&at))
    }
}

/// True for the characters that stand for a mark.
pub(super) fn is_sentinel(c: char) -> bool {
    c as u32 == u32::from(SENTINEL) || WIDE_SENTINEL.starts_with(c)
}

/// Finds all marks of a Markdown text.
pub(super) fn mask(text: &str, vocabulary: &Vocabulary) -> Masked {
    let mut marks = Vec::new();
    let mut malformed = Vec::new();
    // Most texts of a plan have marks; the others skip the first of the two parses.
    if text.contains(['*', '＊', '{']) || vocabulary.reposts.iter().any(|word| text.contains(word)) {
        for run in runs::find(text) {
            let last_close = text[run.range.clone()].rfind("}}").map_or(0, |at| run.range.start + at);
            let (marks_of_run, malformed_of_run, stars) = (Vec::new(), Vec::new(), Vec::new());
            let mut scan = Scan {
                text,
                run: &run,
                vocabulary,
                marks: marks_of_run,
                malformed: malformed_of_run,
                stars,
                last_close,
            };
            scan.all();
            let mut found = scan.marks;
            found.extend(strong::pairs(text, &scan.stars));
            found.sort_by_key(|mark| mark.range.start);
            marks.extend(found);
            malformed.extend(scan.malformed);
        }
    }
    Masked { text: substitute(text, &marks), marks, malformed }
}

/// A title: a line of text in which only term marks mean something.
pub(super) fn mask_title(text: &str, terms: &TermMatcher) -> Vec<Mark> {
    text.match_indices(['*', '＊'])
        .filter_map(|(at, star)| {
            let found = terms.ending_at(text, at)?;
            Some(Mark { range: at..at + star.len(), kind: MarkKind::Term(found) })
        })
        .collect()
}

fn substitute(text: &str, marks: &[Mark]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for mark in marks {
        masked.push_str(&text[done..mark.range.start]);
        if &text[mark.range.clone()] == "＊" {
            masked.push_str(WIDE_SENTINEL);
        } else {
            masked.extend(std::iter::repeat_n(char::from(SENTINEL), mark.range.len()));
        }
        done = mark.range.end;
    }
    masked.push_str(&text[done..]);
    masked
}

/// One walk over a run.
struct Scan<'a> {
    text: &'a str,
    run: &'a Run,
    vocabulary: &'a Vocabulary,
    marks: Vec<Mark>,
    malformed: Vec<Malformed>,
    /// Runs of two asterisks that are no marks.
    stars: Vec<Range<usize>>,
    /// Where the last `}}` of the run is.
    last_close: usize,
}

impl Scan<'_> {
    fn all(&mut self) {
        let mut at = self.run.range.start;
        while let Some(c) = self.text[at..self.run.range.end].chars().next() {
            at = match self.run.hole_at(at) {
                Some(hole) => hole.end,
                None => self.step(c, at),
            };
        }
    }

    /// Looks at the character at `at` and gives the place to go on from.
    fn step(&mut self, c: char, at: usize) -> usize {
        let next = at + c.len_utf8();
        match c {
            '\\' => match self.text[next..self.run.range.end].chars().next() {
                Some(escaped) if escaped.is_ascii_punctuation() => next + escaped.len_utf8(),
                _ => next,
            },
            '{' if self.text[at..].starts_with("{{") => self.expression(at),
            '〔' | '［' | '[' | '【' => self.repost(at).unwrap_or(next),
            '*' => self.stars(at),
            '＊' => {
                if let Some(found) = self.vocabulary.terms.ending_at(self.text, at) {
                    self.mark(at..next, MarkKind::Term(found));
                }
                next
            }
            _ => next,
        }
    }

    fn mark(&mut self, range: Range<usize>, kind: MarkKind) {
        self.marks.push(Mark { range, kind });
    }

    fn expression(&mut self, at: usize) -> usize {
        // An expression does not cross the end of its block, but may hold code spans' back-ticks. Behind the
        // last close nothing is looked for again: a million of `{{` would take hours.
        let close = if at < self.last_close { self.text[at..self.run.range.end].find("}}") } else { None };
        match close {
            // Half of a code span masked would leave the other half to begin another one.
            Some(length) if !self.run.cuts_a_hole(&(at..at + length + 2)) => {
                let end = at + length + 2;
                self.mark(at..end, MarkKind::Expression);
                end
            }
            _ => {
                self.malformed.push(Malformed::OpenExpression(at..at + 2));
                at + 2
            }
        }
    }

    fn repost(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..self.run.range.end];
        let open = rest.chars().next()?;
        let inner = &rest[open.len_utf8()..];
        let word = self.vocabulary.reposts.iter().find(|word| inner.trim_start().starts_with(word.as_str()))?;
        let longest = inner.char_indices().nth(LONGEST_REPOST).map_or(inner.len(), |(end, _)| end);
        let close = inner[..longest].find(['〕', '］', ']', '】'])?;
        let content = inner[..close].trim();
        let end = at + open.len_utf8() + close + inner[close..].chars().next()?.len_utf8();
        let named = content.strip_prefix(word.as_str())?;
        match RepostParts::read(named) {
            Some(parts) => self.mark(at..end, MarkKind::Repost(parts)),
            None => self.malformed.push(Malformed::Repost(at..end)),
        }
        Some(end)
    }

    /// A run of asterisks. A mark comes first, then what is left of the run belongs to CommonMark.
    fn stars(&mut self, at: usize) -> usize {
        let length = self.text[at..self.run.range.end].bytes().take_while(|&byte| byte == b'*').count();
        let end = at + length;
        let found = self.vocabulary.terms.ending_at(self.text, at).filter(|found| !self.closes_emphasis(found));
        let rest = match (length, found) {
            (1, Some(found)) => {
                self.mark(at..end, MarkKind::Term(found));
                return end;
            }
            // `**term***` is a mark and the close; `term***strong**` is a mark and the opening.
            (3, Some(found)) => {
                self.mark(at..at + 1, MarkKind::Term(found));
                at + 1..end
            }
            _ => at..end,
        };
        if rest.len() == 2 {
            self.stars.push(rest);
        }
        end
    }

    /// `*term*` and `***term***` are emphasis, not a mark.
    fn closes_emphasis(&self, found: &TermMatch) -> bool {
        let before = self.text[..found.range.start].trim_end_matches(['「', '『', '（', '(']);
        let stars = before.bytes().rev().take_while(|&byte| byte == b'*').count();
        let opens = before
            .len()
            .checked_sub(1)
            .is_some_and(|star| self.marks.last().is_none_or(|mark| mark.range.start != star));
        stars % 2 == 1 && opens && before.len() > self.run.range.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::TermIx;

    fn vocabulary() -> Vocabulary {
        let words = ["DX", "産業部門", "工業プロセス部門", "IMETS", "用語", "重点成長分野", "startup"];
        let terms = TermMatcher::new(words.iter().enumerate().map(|(ix, word)| ((*word).to_owned(), TermIx(ix))));
        Vocabulary { terms, reposts: vec!["再掲".to_owned(), "Repeated from".to_owned()] }
    }

    /// The marked terms of a text, joined.
    fn marked(text: &str) -> String {
        let masked = mask(text, &vocabulary());
        assert_eq!(masked.text.len(), text.len(), "offsets keep");
        let found: Vec<&str> = masked
            .marks
            .iter()
            .filter_map(|mark| match &mark.kind {
                MarkKind::Term(found) => Some(&text[found.range.clone()]),
                _ => None,
            })
            .collect();
        found.join(" ")
    }

    #[test]
    fn term_marks_of_japanese_lines() {
        let cases = [
            ("産業部門*と工業プロセス部門*から", "産業部門 工業プロセス部門"),
            ("「IMETS」*の設置（用語*）", "IMETS 用語"),
            ("用語）*も", "用語"),
            ("# DX*の推進", "DX"),
            ("| DX* | 用語* |\n|---|---|\n| 用語* | x |", "DX 用語 用語"),
            ("[DX*の頁](https://example.org/DX*)", "DX"),
            ("**用語*の強調**", "用語"),
            ("**用語***", "用語"),
            ("**用語***です", "用語"),
            ("用語***強調**", "用語"),
            ("`用語*`", ""),
            ("    用語*", ""),
            ("用語\\*", ""),
            ("3*4", ""),
            ("用語＊です", "用語"),
            ("*用語*", ""),
            ("***用語***", ""),
            ("*「用語」*", ""),
            ("用語**", ""),
            ("用語*用語*", "用語 用語"),
            ("<https://example.org/用語*>", ""),
            ("ABDX*", ""),
            ("Startups* and a startup*", "Startups startup"),
        ];
        for (text, expected) in cases {
            assert_eq!(marked(text), expected, "{text}");
        }
    }

    #[test]
    fn reposts_in_all_their_brackets() {
        for text in ["〔再掲：産業編 P49〕", "[再掲: 産業編 P49]", "【再掲：産業編P４９】", "［再掲：産業編　P.49］"]
        {
            let masked = mask(text, &vocabulary());
            let parts = RepostParts { volume: Some("産業編".to_owned()), page: Some(49) };
            assert_eq!(masked.marks, [Mark { range: 0..text.len(), kind: MarkKind::Repost(parts) }], "{text}");
        }
        let text = "[Repeated from: Industry, p. 49]";
        let parts = RepostParts { volume: Some("Industry".to_owned()), page: Some(49) };
        assert_eq!(mask(text, &vocabulary()).marks[0].kind, MarkKind::Repost(parts));
        assert_eq!(mask("【再掲】", &vocabulary()).marks[0].kind, MarkKind::Repost(RepostParts::default()));
        assert_eq!(mask("〔再掲：産業編〕", &vocabulary()).malformed, [Malformed::Repost(0..24)]);
    }

    #[test]
    fn expressions_are_found_outside_code() {
        assert_eq!(mask("{{ target(\"a*b\").goal }}", &vocabulary()).marks[0].kind, MarkKind::Expression);
        assert!(mask("`{{ x }}`", &vocabulary()).marks.is_empty());
        assert_eq!(
            mask("{{`{{ x }}`{{ y }}`", &vocabulary()).marks.iter().map(|mark| mark.range.clone()).collect::<Vec<_>>(),
            [Range { start: 11, end: 18 }]
        );
        assert_eq!(mask("{{ x", &vocabulary()).malformed, [Malformed::OpenExpression(0..2)]);
    }
}
