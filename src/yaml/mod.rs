//! YAML for people who are not programmers: the one door to the YAML library, which nothing else names.
//!
//! [`read`] goes over a text twice. The first pass ([`syntax`]) looks at the bare structure and refuses what
//! the content does not need (tabs, anchors, tags, second documents, duplicate keys …): a slip of indentation is
//! told as such and not as a missing field. The second pass fills the caller's types. Every complaint has its place
//! and is worded here, in both languages.
//!
//! Structs use `#[serde(deny_unknown_fields)]`; a field that must know its place is an [`At`]; a text per language is
//! a [`Localized`](crate::lang::Localized).

mod at;
mod localized;
mod outline;
mod shape;
mod slip;
mod syntax;
#[cfg(test)]
mod tests;
mod words;

use serde::de::DeserializeOwned;

use crate::diag::{Code, Diagnostic, Message};
use crate::source::{FileId, Sources, Span};

/// A value and its place, for fields of structs: `id: At<String>`. It is [`crate::source::Spanned`] itself.
///
/// It works inside maps, sequences, options and [`Localized`](crate::lang::Localized), not below
/// `#[serde(flatten)]` and untagged enums, where serde hides the place (the place is then the whole file).
pub type At<T> = crate::source::Spanned<T>;

const TOO_LARGE: Code = Code("K027");
const EMPTY: Code = Code("K037");

/// The largest text that is read.
pub const MAX_BYTES: usize = 1 << 20;
/// The deepest nesting of mappings and sequences.
pub const MAX_DEPTH: usize = 32;

/// Reads a file of facts. With an error come all complaints that could be found, at least one.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: FileId) -> Result<T, Vec<Diagnostic>> {
    let text = sources.get(file).text.as_str();
    if text.len() > MAX_BYTES {
        return Err(vec![too_large(file)]);
    }
    let outline = syntax::pass(text, file)?;
    if outline.is_empty() {
        return Err(vec![empty(file)]);
    }
    let options = serde_saphyr::options! {
        with_snippet: false,
        emit_comments: false,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        merge_keys: serde_saphyr::MergeKeyPolicy::Error,
        duplicate_keys: serde_saphyr::DuplicateKeyPolicy::Error,
        non_finite_float_policy: serde_saphyr::NonFiniteFloatPolicy::Reject,
    };
    at::within(file, outline.blocks(), text.len(), || serde_saphyr::from_str_with_options(text, options))
        .map_err(|error| vec![shape::finding(&error, text, &outline, file)])
}

/// An error for `Deserialize` implementations of facts, with a wording of its own in both languages.
pub fn complain<E: serde::de::Error>(message: &Message) -> E {
    E::custom(format_args!("{0}{1}{0}{2}", shape::SEPARATOR, message.ja, message.en))
}

/// What an author typed, short enough for a message.
fn cropped(text: &str) -> std::borrow::Cow<'_, str> {
    match text.char_indices().nth(60) {
        None => text.into(),
        Some((at, _)) => format!("{}…", &text[..at]).into(),
    }
}

fn too_large(file: FileId) -> Diagnostic {
    Diagnostic::error(
        TOO_LARGE,
        Span::new(file, 0..0),
        Message::new("YAML が大きすぎます（1 MB まで）", "the YAML is too large (at most 1 MB)"),
    )
    .help(Message::new("いくつかのファイルに分けてください", "split it into several files"))
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::error(
        EMPTY,
        Span::new(file, 0..0),
        Message::new("このファイルには何も書かれていません", "there is nothing in this file"),
    )
    .help(Message::new("書き方は docs/content.md にあります", "docs/content.md shows what to write"))
}
