//! Findings as text for people ([`text`]), for programs ([`json`]) and for GitHub's annotations ([`github`]).
//!
//! A finding is data until here. Whatever the format, the whole output stays below [`LIMIT`], and no control
//! character or change of direction that somebody put into a file name or a text reaches the terminal.

mod excerpt;
pub mod github;
pub mod json;
#[cfg(test)]
mod tests;
pub mod text;

use super::{Diagnostic, Language, Message, Place};
use crate::characters::refusal;
use crate::source::{LineColumn, Sources};

/// The most bytes that are printed; what does not fit is counted in a last line.
pub const LIMIT: usize = 256 * 1024;

/// The most characters of one message.
const LONGEST: usize = 2000;

/// The line that counts what was left out.
fn more(count: usize) -> Message {
    Message::new(format!("ほか {count} 件"), format!("{count} more findings"))
}

/// Joins what is rendered of each finding while it fits; gives how many are left.
fn join(findings: &[Diagnostic], between: &str, render: impl Fn(&Diagnostic) -> String) -> (String, usize) {
    // Room for the brackets and the line that counts the rest.
    const ROOM: usize = 1024;
    let mut out = String::new();
    for (done, finding) in findings.iter().enumerate() {
        let piece = render(finding);
        if out.len() + between.len() + piece.len() > LIMIT - ROOM {
            return (out, findings.len() - done);
        }
        if done > 0 {
            out.push_str(between);
        }
        out.push_str(&piece);
    }
    (out, 0)
}

/// The path of a place, and its line and column where it has them.
fn locate<'a>(place: &'a Place, sources: &'a Sources) -> (&'a str, Option<LineColumn>) {
    match place {
        Place::Path(path) => (path, None),
        Place::Span(span) => (&sources.get(span.file).path, Some(sources.line_column(*span))),
    }
}

/// A sentence without what must not reach a terminal, of bearable length. Line feeds stay.
fn sentence(message: &Message, language: Language) -> String {
    let text = message.get(language);
    match text.char_indices().nth(LONGEST) {
        None => visible(text),
        Some((at, _)) => visible(&text[..at]) + "…",
    }
}

/// A text in which control characters and the like are spelt out. Line feeds stay.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

/// True for what would move the cursor, reorder the line or show nothing at all.
fn is_hidden(c: char) -> bool {
    refusal(c).is_some() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}
