//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request:
//! `::error file=…,line=…,col=…,title=K012::message`.

use std::fmt::Write as _;

use super::{join, locate, more, sentence, visible};
use crate::diag::{Diagnostic, Language, Place, Severity};
use crate::source::Sources;

/// Renders findings, one command a line.
pub fn render(findings: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let (mut out, rest) = join(findings, "", |finding| one(finding, sources, language));
    if rest > 0 {
        let _ = writeln!(out, "::notice::{}", data(more(rest).get(language)));
    }
    out
}

fn one(finding: &Diagnostic, sources: &Sources, language: Language) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (path, at) = locate(&finding.place, sources);
    let mut out = format!("::{command} file={}", property(&visible(path)));
    if let Some(at) = at {
        let _ = write!(out, ",line={},col={}", at.line, at.column);
    }
    let mut text = sentence(&finding.message, language);
    for (span, what) in &finding.related {
        let place = Place::Span(*span);
        let (path, at) = locate(&place, sources);
        let at = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        let _ = write!(text, "\n{}{at}: {}", visible(path), sentence(what, language));
    }
    if let Some(help) = &finding.help {
        let _ = write!(text, "\n{}", sentence(help, language));
    }
    let _ = writeln!(out, ",title={}::{}", property(finding.code.0), data(&text));
    out
}

/// Text behind `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
