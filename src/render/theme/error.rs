//! What is wrong with a theme, and where.

use std::fmt;

/// A fault of a theme. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThemeError {
    /// The file, relative to the theme's folder.
    pub path: String,
    /// Its line, where it is known.
    pub line: Option<usize>,
    /// Its column in characters, where it is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl ThemeError {
    /// A fault of a file as a whole.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), line: None, column: None, message: message.into() }
    }

    /// A fault at a place.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }

    /// What tera found, with its place. `name` is the template, for errors without a place.
    pub(crate) fn from_tera(name: &str, error: &tera::Error) -> Self {
        match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
                let name = if report.filename().is_empty() { name } else { report.filename() };
                let span = report.span();
                Self::new(format!("templates/{name}"), report.message()).at(span.start_line, span.start_col + 1)
            }
            _ => Self::new(format!("templates/{name}"), error.to_string()),
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
        Some(Self::new(format!("templates/{name}"), message).at(line.parse().ok()?, column.parse().ok()?))
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for ThemeError {}
