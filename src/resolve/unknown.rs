//! Findings about names that mean nothing, with the likeliest name meant.

use crate::diag::{Code, Diagnostic, Message};
use crate::source::{Span, Spanned};

/// K073: a name that does not exist. `what` is the kind of thing in Japanese and English.
pub(super) fn name<'a>(name: &Spanned<String>, what: (&str, &str), known: impl Iterator<Item = &'a str>) -> Diagnostic {
    missing(name.span, &name.value, what, nearest(&name.value, known))
}

/// The same where the likeliest name meant is known already.
pub(super) fn missing(span: Span, name: &str, what: (&str, &str), near: Option<&str>) -> Diagnostic {
    let finding = Diagnostic::error(
        Code("K073"),
        span,
        Message::new(format!("{}「{name}」はありません", what.0), format!("there is no {} “{name}”", what.1)),
    );
    match near {
        Some(near) => finding.help(Message::new(format!("「{near}」のことですか"), format!("did you mean “{near}”?"))),
        None => finding,
    }
}

/// The known name most like this one, if any is like it.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const ALIKE: f64 = 0.75;
    known
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// K077: a table within a sentence.
pub(super) fn block_in_sentence(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K077"),
        span,
        Message::new(
            "表や一覧は、前後を空行で区切って単独で書いてください",
            "a table or list must stand alone in its paragraph",
        ),
    )
}
