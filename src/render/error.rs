//! Why a site could not be rendered: the theme, or the place where files go.

use std::fmt;

use super::theme::ThemeError;
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::lang::Lang;
use crate::site::SinkError;
use crate::system;

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
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::NoWords(lang) => Message::new(
                format!("テーマに、この言語（{lang}）の文がありません"),
                format!("the theme has no words in the language {lang}"),
            ),
            Self::Template { error, .. } => {
                let Message { ja, en } = error.located();
                Message::new(format!("テーマのひな形に誤りがあります：{ja}"), format!("a template failed: {en}"))
            }
            Self::Sink(error) => {
                let Message { ja, en } = system::cause(&error.cause);
                Message::new(format!("ファイルを書けません：{ja}"), format!("the file could not be written: {en}"))
            }
        }
    }

    /// The error as a finding (K111 of a theme, K905 of a file).
    pub fn diagnostic(&self) -> Diagnostic {
        let (code, path) = match self {
            Self::NoWords(lang) => (Code("K111"), format!("i18n/{lang}.yaml")),
            Self::Template { page, .. } => (Code("K111"), page.clone()),
            Self::Sink(error) => (Code("K905"), error.path.clone()),
        };
        Diagnostic::error(code, Place::Path(path), self.message())
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for RenderError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::languages::mixture;

    #[test]
    fn every_error_is_in_one_language() {
        let fault = Message::new("項目 `x` はありません", "there is no field `x`");
        let cause = std::io::Error::from(std::io::ErrorKind::StorageFull);
        for error in [
            RenderError::NoWords(Lang::new("en")),
            RenderError::Template { page: "a".into(), error: ThemeError::new("templates/a.html", fault).at(1, 2) },
            RenderError::Sink(SinkError { path: "a".into(), cause }),
        ] {
            let message = error.message();
            assert_eq!(mixture(&message.ja, &message.en), None);
        }
    }
}
