//! Words for what the first pass refuses though it is YAML.

use super::cropped;
use crate::characters::Refusal;
use crate::diag::{Code, Diagnostic, Message};
use crate::source::Span;

const DUPLICATE: Code = Code("K022");
const BLANK: Code = Code("K032");
const ESCAPED: Code = Code("K038");

/// A refusal in two sentences.
pub(super) fn refused(code: Code, span: Span, ja: &str, en: &str) -> Diagnostic {
    Diagnostic::error(code, span, Message::new(ja, en))
}

/// What to do where a sign was meant as text.
pub(super) fn quote_it() -> Message {
    Message::new(
        "文字として書くときは、値の全体を ' で囲んでください",
        "if it is meant as text, put the whole value in quotes '…'",
    )
}

/// A text between quotes with nothing in it.
pub(super) fn blank(span: Span) -> Diagnostic {
    refused(BLANK, span, "空の文字列です", "an empty text")
        .help(Message::new("値がないときは、項目ごと消してください", "where there is no value, leave the key out"))
}

/// A character that came by an escape.
pub(super) fn escaped(c: char, refusal: Refusal, span: Span) -> Diagnostic {
    let (number, (ja, en)) = (u32::from(c), refusal.words());
    refused(
        ESCAPED,
        span,
        &format!("使えない文字 U+{number:04X} があります（{ja}）"),
        &format!("U+{number:04X} is refused ({en})"),
    )
}

/// A key that is there twice.
pub(super) fn duplicate(key: &str, span: Span, first: Span) -> Diagnostic {
    let key = cropped(key);
    refused(
        DUPLICATE,
        span,
        &format!("項目 `{key}` が 2 度書かれています"),
        &format!("the key `{key}` is written twice"),
    )
    .related(first, Message::new("最初の場所", "first written here"))
    .help(Message::new("どちらかを消してください", "delete one of them"))
}
