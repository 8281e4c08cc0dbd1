//! Words for what the YAML parser stumbles over. Its own sentences are for programmers, and English only.

use std::ops::Range;

use serde_saphyr::granit_parser::{ErrorKind, ScanError, Span as ParserSpan};

use crate::diag::{Code, Diagnostic, Message};
use crate::source::{FileId, Span};

const SYNTAX: Code = Code("K020");
const TAB: Code = Code("K021");
const DIRECTIVE: Code = Code("K025");
const TOO_DEEP: Code = Code("K026");

/// The bytes of a parser's span, whatever it says within the text's bounds.
pub(super) fn range(span: &ParserSpan, text: &str) -> Range<usize> {
    let range = span.byte_range().unwrap_or_else(|| {
        let start = byte_of_char(span.start.index(), text);
        start..byte_of_char(span.end.index(), text)
    });
    let start = floor(range.start, text);
    start..floor(range.end, text).max(start)
}

fn byte_of_char(index: usize, text: &str) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// The character boundary at or before `at`.
pub(super) fn floor(at: usize, text: &str) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// The finding for a text that is not YAML.
pub(super) fn finding(error: &ScanError, text: &str, file: FileId) -> Diagnostic {
    let marker = error.marker();
    let at = floor(marker.byte_offset().unwrap_or_else(|| byte_of_char(marker.index(), text)), text);
    let kind = error.kind();
    if let Some(tab) = tab_in_indentation(text, at) {
        return tab_finding(Span::new(file, tab..tab + 1));
    }
    // The parser often stops at the end of the text: the last line with something on it is where to look.
    let at = if text[at..].trim().is_empty() { floor(text.trim_end().len().saturating_sub(1), text) } else { at };
    let end = text[at..].chars().next().filter(|&c| c != '\n').map_or(at, |c| at + c.len_utf8());
    if matches!(kind, ErrorKind::MappingValueNotAllowed) && is_first_colon(text, at) {
        return continued(Span::new(file, at..end));
    }
    let (code, ja, en) = words(kind);
    let finding = Diagnostic::error(code, Span::new(file, at..end), Message::new(ja, en));
    match help(kind) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

/// True where no other `: ` stands before this one in its line: then the line above is the one that is wrong.
fn is_first_colon(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    line > 0 && !text[line..at].contains(": ")
}

fn continued(span: Span) -> Diagnostic {
    Diagnostic::error(
        SYNTAX,
        span,
        Message::new(
            "この行が前の行の続きとして読まれています",
            "this line is read as the continuation of the line before",
        ),
    )
    .help(Message::new(
        "行頭の空白の数を同じ段の項目とそろえてください。前の行のコロンが半角の「: 」かも確かめてください",
        "begin it with as many spaces as the other keys of its level, and check that the line before has an ASCII `: `",
    ))
}

/// A tab in the white space in front of the line of `at`, or of the line before it.
fn tab_in_indentation(text: &str, at: usize) -> Option<usize> {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = text[..line.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
    [line, before].into_iter().find_map(|start| {
        let rest = &text[start..];
        let indentation = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        rest[..indentation].find('\t').map(|tab| start + tab)
    })
}

fn tab_finding(span: Span) -> Diagnostic {
    Diagnostic::error(TAB, span, Message::new("字下げにタブが使われています", "a tab is used to indent"))
        .help(Message::new("タブを半角の空白に置き換えてください", "replace the tab by spaces"))
}

fn words(kind: &ErrorKind) -> (Code, &'static str, &'static str) {
    match kind {
        ErrorKind::DirectiveDisallowed => (DIRECTIVE, "% で始まる指示行は使えません", "directives (`%…`) are refused"),
        ErrorKind::RecursionLimitExceeded => {
            (TOO_DEEP, "入れ子が深すぎます（32 段まで）", "nested too deeply (at most 32)")
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => (TAB, "ここにタブは書けません", "a tab cannot stand here"),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => {
            (SYNTAX, "字下げが前の行と合っていません", "the indentation does not fit the lines before")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::UnexpectedEndOfPlainScalar => {
            (SYNTAX, "「項目名: 値」の形になっていません", "this is not of the form `key: value`")
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::MappingKeyNotAllowed => {
            (SYNTAX, "この位置に「: 」は書けません", "a `: ` cannot stand here")
        }
        ErrorKind::UnclosedQuotedScalar => (SYNTAX, "引用符が閉じられていません", "a quote is not closed"),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            (SYNTAX, "閉じた引用符の後に文字が続いています", "text follows a closing quote")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            (SYNTAX, "{ または [ が閉じられていません", "a `{` or `[` is not closed")
        }
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            (SYNTAX, "括弧の対応が合っていません", "the brackets do not match")
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            (SYNTAX, "{ } や [ ] の中の区切り（半角の , ）がありません", "inside `{ }` or `[ ]` a comma is missing")
        }
        ErrorKind::UnexpectedCharacter { .. } => {
            (SYNTAX, "値をこの文字で始めることはできません", "a value cannot begin with this character")
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            (SYNTAX, "\" の中の \\ の使い方が正しくありません", "a wrong escape (`\\`) inside double quotes")
        }
        _ => (SYNTAX, "YAML として読めません", "this is not valid YAML"),
    }
}

fn help(kind: &ErrorKind) -> Option<Message> {
    Some(match kind {
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed => Message::new(
            "同じ段の項目は、行頭の空白の数をそろえてください",
            "keys of one level begin with the same number of spaces",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::UnexpectedEndOfPlainScalar => {
            Message::new(
                "項目名の後に半角のコロンと空白を置いてください（全角の：は使えません）",
                "put an ASCII colon and a space behind the key (a full-width `：` does not do)",
            )
        }
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::UnexpectedCharacter { .. } => {
            Message::new("値の全体を ' で囲んでください", "put the whole value in quotes '…'")
        }
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape => {
            Message::new("\" の代わりに ' で囲んでください", "use single quotes '…' instead")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => Message::new(
            "括弧や , を含む文字は ' で囲んでください",
            "put text that has brackets or commas in quotes '…'",
        ),
        _ => return None,
    })
}
