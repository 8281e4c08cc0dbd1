//! Findings for people: `path:line:col: error[K012]: message`, the line of the file, a mark under it, what to do.
//!
//! The first line keeps its English `error`/`warning` in every language: editors and `grep` look for it.

use std::fmt::Write as _;

use super::{excerpt, join, locate, more, sentence, visible};
use crate::diag::{Diagnostic, Language, Message, Place, Severity};
use crate::source::{Sources, Span};

/// Renders findings, one below the other. `colour`: with the escape sequences of a terminal.
pub fn render(findings: &[Diagnostic], sources: &Sources, language: Language, colour: bool) -> String {
    let paint = Paint { colour };
    let (mut out, rest) = join(findings, "\n", |finding| one(finding, sources, language, paint));
    if rest > 0 {
        let _ = writeln!(out, "\n{}", more(rest).get(language));
    }
    out
}

fn one(finding: &Diagnostic, sources: &Sources, language: Language, paint: Paint) -> String {
    let (severity, style) = match finding.severity {
        Severity::Error => ("error", Style::Error),
        Severity::Warning => ("warning", Style::Warning),
    };
    let mut out = String::new();
    out.push_str(&paint.with(Style::Bold, &location(&finding.place, sources)));
    out.push_str(": ");
    out.push_str(&paint.with(style, &format!("{severity}[{}]", finding.code.0)));
    let _ = writeln!(out, ": {}", one_line(&finding.message, language));
    if let Place::Span(span) = &finding.place {
        snippet(&mut out, *span, sources, '^', style, paint);
    }
    let note = match language {
        Language::Japanese => "関連",
        Language::English => "note",
    };
    for (span, what) in &finding.related {
        let place = location(&Place::Span(*span), sources);
        let _ = writeln!(out, "{place}: {}: {}", paint.with(Style::Note, note), one_line(what, language));
        snippet(&mut out, *span, sources, '-', Style::Note, paint);
    }
    if let Some(help) = &finding.help {
        let word = match language {
            Language::Japanese => "対処",
            Language::English => "help",
        };
        let text = sentence(help, language).replace('\n', "\n    ");
        let _ = writeln!(out, "  {}: {text}", paint.with(Style::Help, word));
    }
    out
}

fn one_line(message: &Message, language: Language) -> String {
    sentence(message, language).replace('\n', " ")
}

fn location(place: &Place, sources: &Sources) -> String {
    let (path, at) = locate(place, sources);
    let path = visible(path).replace('\n', "\\n");
    match at {
        Some(at) => format!("{path}:{}:{}", at.line, at.column),
        None => path,
    }
}

fn snippet(out: &mut String, span: Span, sources: &Sources, mark: char, style: Style, paint: Paint) {
    let text = &sources.get(span.file).text;
    if text.is_empty() {
        return;
    }
    let excerpt = excerpt::of(text, span.range());
    let number = sources.line_column(span).line.to_string();
    let margin = " ".repeat(number.len());
    let marks = mark.to_string().repeat(excerpt.mark);
    let _ = writeln!(out, "{} {}", paint.with(Style::Margin, &format!("{number} |")), excerpt.line);
    let indent = " ".repeat(excerpt.indent);
    let _ =
        writeln!(out, "{} {indent}{}", paint.with(Style::Margin, &format!("{margin} |")), paint.with(style, &marks));
}

#[derive(Clone, Copy)]
enum Style {
    Bold,
    Error,
    Warning,
    Note,
    Help,
    Margin,
}

#[derive(Clone, Copy)]
struct Paint {
    colour: bool,
}

impl Paint {
    fn with(self, style: Style, text: &str) -> String {
        if !self.colour {
            return text.to_owned();
        }
        let code = match style {
            Style::Bold => "1",
            Style::Error => "1;31",
            Style::Warning => "1;33",
            Style::Note | Style::Margin => "1;34",
            Style::Help => "1;32",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
