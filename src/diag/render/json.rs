//! Findings for programs: one JSON array, an object for each finding.
//!
//! | key | value |
//! |---|---|
//! | `code` | `"K012"`; `"K000"` in a last object that says how many findings were left out |
//! | `severity` | `"error"` or `"warning"` |
//! | `message`, `help` | sentences in the language that was asked for; `help` may be null |
//! | `path` | below the site's folder, with `/`; empty in the last object of `K000` |
//! | `line`, `column`, `endLine`, `endColumn` | from 1, in characters, the end exclusive; null for a file as a whole |
//! | `related` | array of `message`, `path`, `line`, `column`, `endLine`, `endColumn` |

use serde::Serialize;

use super::{is_hidden, join, more, sentence};
use crate::diag::{Diagnostic, Language, Place, Severity};
use crate::source::{Sources, Span};

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    message: String,
    #[serde(flatten)]
    place: Where<'a>,
    help: Option<String>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    #[serde(flatten)]
    place: Where<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Where<'a> {
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

impl<'a> Where<'a> {
    fn path(path: &'a str) -> Self {
        Self { path, line: None, column: None, end_line: None, end_column: None }
    }

    fn span(span: Span, sources: &'a Sources) -> Self {
        let start = sources.line_column(span);
        let end = sources.line_column(Span { start: span.end.max(span.start), ..span });
        Self {
            path: &sources.get(span.file).path,
            line: Some(start.line),
            column: Some(start.column),
            end_line: Some(end.line),
            end_column: Some(end.column),
        }
    }
}

/// Renders findings as a JSON array.
pub fn render(findings: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let (mut out, rest) = join(findings, ",\n", |finding| object(&convert(finding, sources, language)));
    if rest > 0 {
        let place = Where::path("");
        let message = more(rest).get(language).to_owned();
        let last = Finding { code: "K000", severity: "error", message, place, help: None, related: Vec::new() };
        if !out.is_empty() {
            out.push_str(",\n");
        }
        out.push_str(&object(&last));
    }
    if out.is_empty() { "[]\n".to_owned() } else { format!("[\n{out}\n]\n") }
}

fn convert<'a>(finding: &'a Diagnostic, sources: &'a Sources, language: Language) -> Finding<'a> {
    let related =
        |(span, what): &(Span, _)| Related { message: sentence(what, language), place: Where::span(*span, sources) };
    Finding {
        code: finding.code.0,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: sentence(&finding.message, language),
        place: match &finding.place {
            Place::Path(path) => Where::path(path),
            Place::Span(span) => Where::span(*span, sources),
        },
        help: finding.help.as_ref().map(|help| sentence(help, language)),
        related: finding.related.iter().map(related).collect(),
    }
}

/// One object in one line. Hidden characters of a path become JSON's own escapes: nothing is lost.
fn object(finding: &Finding<'_>) -> String {
    // Strings, numbers and lists of them: there is nothing that could fail.
    let json = serde_json::to_string(finding).unwrap_or_default();
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            let mut units = [0; 2];
            out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}
