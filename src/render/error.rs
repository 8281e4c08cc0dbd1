//! Why a site could not be rendered: the theme, or the place where files go.

use std::fmt;

use super::theme::ThemeError;
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::lang::Lang;
use crate::site::SinkError;

/// A site that could not be rendered.
#[derive(Debug)]
pub enum RenderError {
    /// The theme has no words in a language of the plan.
    NoWords(Lang),
    /// A template failed on a page.
    Template {
        /// The page's file.
        page: String,
        /// What the template did.
        error: ThemeError,
    },
    /// A file could not be taken.
    Sink(SinkError),
}

impl RenderError {
    /// The error as a finding (K111 of a theme, K112 of a file).
    pub fn diagnostic(&self) -> Diagnostic {
        let (code, path, ja) = match self {
            Self::NoWords(lang) => (Code("K111"), format!("i18n/{lang}.yaml"), "テーマに、この言語の文がありません"),
            Self::Template { page, .. } => (Code("K111"), page.clone(), "テーマのひな形に誤りがあります"),
            Self::Sink(error) => (Code("K112"), error.path.clone(), "ファイルを書けません"),
        };
        Diagnostic::error(code, Place::Path(path), Message::new(format!("{ja}（{self}）"), self.to_string()))
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWords(lang) => write!(f, "the theme was loaded without the language {lang}"),
            Self::Template { page, error } => write!(f, "{error} (while making {page})"),
            Self::Sink(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RenderError {}
