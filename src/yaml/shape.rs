//! Words for a YAML text that is sound but does not fit the facts: unknown and missing keys, wrong values.
//!
//! serde knows the fault, the outline knows the place. serde's own sentences never reach the user.

use std::ops::Range;

use serde_saphyr::Error;
use unicode_normalization::UnicodeNormalization;

use super::outline::{Outline, Shape};
use super::slip;
use crate::diag::{Code, Diagnostic, Message};
use crate::source::{FileId, Span};

const UNKNOWN_KEY: Code = Code("K028");
const MISSING_KEY: Code = Code("K029");
const WRONG_SHAPE: Code = Code("K030");
const NUMBER: Code = Code("K031");
const BLANK: Code = Code("K032");
const UNKNOWN_WORD: Code = Code("K033");
const REFUSED: Code = Code("K034");
const OTHER: Code = Code("K036");

/// Between the languages of a [`complain`](super::complain); the gate keeps it out of every text.
pub(super) const SEPARATOR: char = '\u{1f}';

/// The finding for what serde said.
pub(super) fn finding(error: &Error, text: &str, outline: &Outline, file: FileId) -> Diagnostic {
    let error = error.without_snippet();
    let near = place(error, text);
    let span = |range: Range<usize>| Span::new(file, range);
    match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            let key = outline.below_key_at(near.start).and_then(|node| node.key.clone()).unwrap_or(near);
            unknown_key(field, expected, slip_hint(outline, key.start, text), span(key))
        }
        Error::SerdeMissingField { field, .. } => {
            let range = outline.mapping_at(near.start).map_or(near, |mapping| outline.name_of(mapping));
            Diagnostic::error(
                MISSING_KEY,
                span(range),
                Message::new(format!("項目 `{field}` がありません"), format!("the key `{field}` is missing")),
            )
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            unknown_word(variant, expected, span(value(outline, near)))
        }
        Error::NullIntoString { .. } => blank(span(named(outline, near))),
        Error::InvalidScalar { ty, .. } => number(ty, text, outline, near, file),
        Error::InvalidBooleanStrict { .. } => number("boolean", text, outline, near, file),
        Error::NonFiniteFloat { .. } => number("floating point", text, outline, near, file),
        Error::Unexpected { expected, .. } => wrong_shape(expected, outline, near, file),
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            wrong_shape(expected, outline, value(outline, near), file)
        }
        Error::Message { msg, .. } if msg.starts_with(SEPARATOR) => {
            let mut parts = msg.split(SEPARATOR).skip(1);
            let (ja, en) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            Diagnostic::error(REFUSED, span(near), Message::new(ja, en))
        }
        _ => Diagnostic::error(OTHER, span(near), Message::new("この値は使えません", "this value cannot be used")),
    }
}

/// The bytes that the library points at.
fn place(error: &Error, text: &str) -> Range<usize> {
    let span = error.location().map(|location| location.span());
    let offset = |value: Option<u64>| value.and_then(|value| usize::try_from(value).ok());
    let start = offset(span.and_then(|span| span.byte_offset())).unwrap_or(0);
    let length = offset(span.and_then(|span| span.byte_len())).unwrap_or(0);
    let start = slip::floor(start, text);
    start..slip::floor(start.saturating_add(length), text).max(start)
}

/// The value that is meant where the library points at its key.
fn value(outline: &Outline, near: Range<usize>) -> Range<usize> {
    match outline.below_key_at(near.start) {
        Some(node) if !node.range.is_empty() => node.range.clone(),
        _ => near,
    }
}

/// The key of a value that is not there to be pointed at.
fn named(outline: &Outline, near: Range<usize>) -> Range<usize> {
    let found = outline.nodes.iter().find(|node| node.range == near && node.key.is_some());
    match found {
        Some(node) if near.is_empty() => node.key.clone().unwrap_or(near),
        _ => near,
    }
}

fn unknown_key(key: &str, expected: &[&str], slip: Option<Message>, span: Span) -> Diagnostic {
    let like = likest(key, expected);
    let finding = Diagnostic::error(
        UNKNOWN_KEY,
        span,
        match like {
            Some(like) => Message::new(
                format!("`{key}` という項目はありません。`{like}` ではありませんか"),
                format!("there is no key `{key}`; did you mean `{like}`?"),
            ),
            None => Message::new(format!("`{key}` という項目はありません"), format!("there is no key `{key}`")),
        },
    );
    match slip {
        Some(slip) => finding.help(slip),
        None => finding.help(choices(expected)),
    }
}

/// A key that stands one level too far out: the key before it has no value.
fn slip_hint(outline: &Outline, key: usize, text: &str) -> Option<Message> {
    let before = outline.before_key_at(key)?;
    let name = text.get(before.key.clone()?)?;
    (before.shape == Shape::Null && before.range.is_empty()).then(|| {
        Message::new(
            format!("`{name}:` の中の項目なら、行頭に空白を 2 つ加えてください"),
            format!("if it belongs to `{name}:`, indent it by two spaces"),
        )
    })
}

fn unknown_word(word: &str, expected: &[&str], span: Span) -> Diagnostic {
    let message = match likest(word, expected) {
        Some(like) => Message::new(
            format!("`{word}` は使えません。`{like}` ではありませんか"),
            format!("`{word}` is not one of the choices; did you mean `{like}`?"),
        ),
        None => Message::new(format!("`{word}` は使えません"), format!("`{word}` is not one of the choices")),
    };
    Diagnostic::error(UNKNOWN_WORD, span, message).help(choices(expected))
}

fn choices(expected: &[&str]) -> Message {
    let list = expected.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
    Message::new(format!("使えるのは {} です", list.join("、")), format!("possible are {}", list.join(", ")))
}

/// The name that a slip of the hand was meant for; full-width letters count as their ASCII ones.
fn likest<'a>(word: &str, names: &[&'a str]) -> Option<&'a str> {
    let word: String = word.nfkc().flat_map(char::to_lowercase).take(64).collect();
    names
        .iter()
        .map(|&name| (strsim::normalized_damerau_levenshtein(&word, name), name))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

fn blank(span: Span) -> Diagnostic {
    Diagnostic::error(BLANK, span, Message::new("値がありません", "the value is missing"))
        .help(Message::new("文字を書くか、項目ごと消してください", "write a text, or leave the key out"))
}

fn number(ty: &str, text: &str, outline: &Outline, near: Range<usize>, file: FileId) -> Diagnostic {
    let range = named(outline, near.clone());
    let written = text.get(near).unwrap_or_default();
    let span = Span::new(file, range);
    if written.is_empty() {
        return blank(span);
    }
    if ty == "boolean" {
        return Diagnostic::error(
            WRONG_SHAPE,
            span,
            Message::new("true か false が要ります", "`true` or `false` is needed"),
        );
    }
    let whole = ty != "floating point";
    let (code, message) = if written.parse::<f64>().is_ok_and(f64::is_finite) {
        (NUMBER, Message::new("使える範囲の整数ではありません", "not a whole number in the possible range"))
    } else if written.nfkc().any(|c| c.is_ascii_digit()) && written.chars().any(|c| !c.is_ascii()) {
        (NUMBER, Message::new("数字が半角ではありません", "the digits are not ASCII (half-width)"))
    } else if whole {
        (NUMBER, Message::new("整数が要ります", "a whole number is needed"))
    } else {
        (NUMBER, Message::new("数値が要ります", "a number is needed"))
    };
    let plain: String = written.nfkc().filter(|&c| c != ',' && c != '_').collect();
    let finding = Diagnostic::error(code, span, message);
    if plain != written && plain.parse::<f64>().is_ok() {
        return finding.help(Message::new(format!("`{plain}` と書いてください"), format!("write `{plain}`")));
    }
    finding
}

fn wrong_shape(expected: &str, outline: &Outline, near: Range<usize>, file: FileId) -> Diagnostic {
    let (ja, en) = if expected.contains("sequence") {
        ("一覧（- で始まる行、または [ ]）", "a list (lines with `- `, or `[ ]`)")
    } else if ["map", "struct"].iter().any(|word| expected.contains(word)) {
        ("「項目名: 値」の組", "`key: value` pairs")
    } else if ["integer", "u32", "u64", "i64", "u16", "u8", "usize"].iter().any(|word| expected.contains(word)) {
        ("整数", "a whole number")
    } else if ["float", "f64"].iter().any(|word| expected.contains(word)) {
        ("数値", "a number")
    } else {
        ("1 つの値（文字や数）", "a single value (text or number)")
    };
    let found = match outline.value_at(near.start).map(|node| node.shape) {
        Some(Shape::Mapping) => Some(("「項目名: 値」の組", "`key: value` pairs")),
        Some(Shape::Sequence) => Some(("一覧", "a list")),
        Some(Shape::Text) => Some(("1 つの値", "a single value")),
        Some(Shape::Null) | None => None,
    };
    let message = match found {
        Some((found_ja, found_en)) => Message::new(
            format!("ここには{ja}が要りますが、{found_ja}があります"),
            format!("{en} is needed here, but there is {found_en}"),
        ),
        None => Message::new(format!("ここには{ja}が要ります"), format!("{en} is needed here")),
    };
    // A whole block would be marked: its first line tells enough.
    Diagnostic::error(WRONG_SHAPE, Span::new(file, named(outline, near)), message)
}
