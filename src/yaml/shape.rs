//! Words for a YAML text that is sound but does not fit the facts: unknown and missing keys, wrong values.
//!
//! serde knows the fault, the outline knows the place. serde's own sentences never reach the user.

use std::ops::Range;

use serde_saphyr::Error;
use unicode_normalization::UnicodeNormalization;

use super::outline::{Outline, Shape};
use super::{cropped, slip};
use crate::diag::{Code, Diagnostic, Message};
use crate::source::{FileId, Span};

const UNKNOWN_KEY: Code = Code("K028");
const MISSING_KEY: Code = Code("K029");
const WRONG_SHAPE: Code = Code("K030");
const TOO_LARGE: Code = Code("K027");
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
        Error::Budget { .. } => {
            Diagnostic::error(TOO_LARGE, span(0..0), Message::new("値の数が多すぎます", "there are too many values"))
        }
        _ if outline.value_at(near.start).is_some_and(|node| node.shape != Shape::Text) => {
            wrong_shape("single value", outline, near, file)
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
    let key = cropped(key);
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
    let like = likest(word, expected);
    let word = cropped(word);
    let message = match like {
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
    let plain: String = written.nfkc().filter(|&c| c != ',' && c != '_').collect();
    let unsigned = plain.trim_start_matches(['+', '-']);
    let leading_zero = unsigned.len() > 1 && unsigned.starts_with('0') && unsigned.bytes().all(|b| b.is_ascii_digit());
    let (ja, en) = if plain.parse::<f64>().is_err() || !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        if whole {
            ("整数が要ります", "a whole number is needed")
        } else {
            ("数値が要ります", "a number is needed")
        }
    } else if !written.is_ascii() {
        ("数字が半角ではありません", "the digits are not ASCII (half-width)")
    } else if plain != written {
        ("数の中の区切りは書けません", "separators inside a number are refused")
    } else if leading_zero {
        ("数の先頭に 0 は書けません", "a number cannot begin with 0")
    } else if whole {
        ("使える範囲の整数ではありません", "not a whole number in the possible range")
    } else {
        ("使える範囲の数値ではありません", "not a number in the possible range")
    };
    let finding = Diagnostic::error(NUMBER, span, Message::new(ja, en));
    let plain = if leading_zero { plain.replacen(unsigned, &zeros_off(unsigned), 1) } else { plain };
    if plain != written && plain.parse::<f64>().is_ok() {
        let plain = cropped(&plain);
        return finding.help(Message::new(format!("`{plain}` と書いてください"), format!("write `{plain}`")));
    }
    finding
}

fn zeros_off(digits: &str) -> String {
    let rest = digits.trim_start_matches('0');
    if rest.is_empty() { "0".to_owned() } else { rest.to_owned() }
}

fn wrong_shape(expected: &str, outline: &Outline, near: Range<usize>, file: FileId) -> Diagnostic {
    let (ja, en) = if expected.contains("sequence") {
        ("一覧（- で始まる行、または [ ]）", "a list (lines with `- `, or `[ ]`)")
    } else if ["map", "struct"].iter().any(|word| expected.contains(word)) {
        ("「項目名: 値」の組", "pairs of `key: value`")
    } else if ["integer", "u32", "u64", "i64", "u16", "u8", "usize"].iter().any(|word| expected.contains(word)) {
        ("整数", "a whole number")
    } else if ["float", "f64"].iter().any(|word| expected.contains(word)) {
        ("数値", "a number")
    } else {
        ("1 つの値（文字や数）", "a single value (text or number)")
    };
    let found = match outline.value_at(near.start).map(|node| node.shape) {
        Some(Shape::Mapping) => Some(("「項目名: 値」の組", "pairs of `key: value`")),
        Some(Shape::Sequence) => Some(("一覧", "a list")),
        Some(Shape::Text) => Some(("1 つの値", "a single value")),
        Some(Shape::Null) | None => None,
    };
    let message = match found {
        Some((found_ja, found_en)) => Message::new(
            format!("ここには{ja}が要りますが、{found_ja}があります"),
            format!("needed here: {en}; found: {found_en}"),
        ),
        None => Message::new(format!("ここには{ja}が要ります"), format!("needed here: {en}")),
    };
    let finding = Diagnostic::error(WRONG_SHAPE, Span::new(file, named(outline, near)), message);
    if found.is_none() && !ja.starts_with("1 つ") {
        // Nothing stands behind the key: what was meant is probably in the next lines, not indented.
        return finding.help(Message::new(
            "次の行から、行頭に空白を 2 つ加えて書いてください",
            "write it in the next lines, indented by two spaces",
        ));
    }
    finding
}
