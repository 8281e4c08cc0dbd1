//! What is wrong with a theme, and where.

use std::fmt;

use super::wording;
use crate::diag::Message;

/// A fault of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeError {
    /// The file, relative to the theme's folder.
    pub path: String,
    /// Its line and column in characters, where they are known. Both count from 1.
    pub at: Option<(usize, usize)>,
    /// What is wrong.
    pub message: Message,
}

impl ThemeError {
    /// A fault of a file as a whole.
    pub fn new(path: impl Into<String>, message: Message) -> Self {
        Self { path: path.into(), at: None, message }
    }

    /// A fault at a place.
    #[must_use]
    pub fn at(self, line: usize, column: usize) -> Self {
        Self { at: Some((line, column)), ..self }
    }

    /// What is wrong, behind the place.
    pub fn located(&self) -> Message {
        let at = self.at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let place = format!("{}{at}", self.path);
        Message::new(format!("{place}: {}", self.message.ja), format!("{place}: {}", self.message.en))
    }

    /// What tera found, with its place. `name` is the template, for errors without a place.
    pub(crate) fn from_tera(name: &str, error: &tera::Error) -> Self {
        let file = |name: &str| format!("templates/{name}");
        let whole = |name: &str| Self::new(file(name), wording::of(&error.to_string()));
        match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
                let name = if report.filename().is_empty() { name } else { report.filename() };
                let span = report.span();
                Self::new(file(name), wording::of(report.message())).at(span.start_line, span.start_col + 1)
            }
            tera::ErrorKind::MissingParent { current: name, .. }
            | tera::ErrorKind::CircularExtend { tpl: name, .. }
            | tera::ErrorKind::CircularInclude { tpl: name, .. } => whole(name),
            _ => whole(name),
        }
    }

    /// What tera found when it put the templates together: one error may hold several reports as text, each
    /// with `error: MESSAGE` in its first line and `--> NAME:LINE:COLUMN` in its second.
    pub(crate) fn all_from_tera(error: &tera::Error) -> Vec<Self> {
        let text = match error.kind() {
            tera::ErrorKind::Msg(text) => text.as_str(),
            _ => return vec![Self::from_tera("", error)],
        };
        let lines: Vec<&str> = text.lines().collect();
        let reports: Vec<Self> = lines.windows(2).filter_map(|pair| Self::report(pair[0], pair[1])).collect();
        if reports.is_empty() { vec![Self::from_tera("", error)] } else { reports }
    }

    fn report(first: &str, second: &str) -> Option<Self> {
        let message = first.strip_prefix("error: ")?;
        let mut place = second.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
        let (column, line, name) = (place.next()?, place.next()?, place.next()?);
        Some(Self::new(format!("templates/{name}"), wording::of(message)).at(line.parse().ok()?, column.parse().ok()?))
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.located().en)
    }
}

impl std::error::Error for ThemeError {}
