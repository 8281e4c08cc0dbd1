//! Which passages somebody means: all, those of files and folders, or those of single lines.

use crate::plan::Passage;
use crate::source::{Sources, Span};

/// A choice of passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All passages.
    All,
    /// Those at these places.
    Places(Vec<Place>),
}

/// A file or folder below the site's folder, or one line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// With `/`, without `./` in front.
    path: String,
    line: Option<usize>,
}

impl Selection {
    /// Reads what a user types: `all`, or places such as `content/industry`, `content/…/index.en.md:12`.
    pub fn read(typed: &[String]) -> Self {
        if typed.iter().any(|place| place == "all") {
            return Self::All;
        }
        Self::Places(typed.iter().map(|place| Place::read(place)).collect())
    }

    /// The places at which there is none of these passages.
    pub fn without_passages<'a>(&'a self, passages: &[Passage], sources: &Sources) -> Vec<&'a Place> {
        match self {
            Self::All => Vec::new(),
            Self::Places(places) => {
                places.iter().filter(|place| !passages.iter().any(|passage| place.has(passage, sources))).collect()
            }
        }
    }

    pub(super) fn has(&self, passage: &Passage, sources: &Sources) -> bool {
        match self {
            Self::All => true,
            Self::Places(places) => places.iter().any(|place| place.has(passage, sources)),
        }
    }
}

impl Place {
    fn read(typed: &str) -> Self {
        let typed = typed.replace('\\', "/");
        // `path:12:34`, as findings print it, means the line.
        let mut parts = typed.split(':');
        let path = parts.next().unwrap_or_default().trim_start_matches("./").trim_end_matches('/').to_owned();
        let line = parts.next().and_then(|line| line.parse().ok());
        Self { path, line }
    }

    fn has(&self, passage: &Passage, sources: &Sources) -> bool {
        let spans = std::iter::once(passage.own.span).chain(passage.text.as_ref().map(|text| text.span));
        spans.into_iter().any(|span| self.covers(span, sources))
    }

    fn covers(&self, span: Span, sources: &Sources) -> bool {
        let path = sources.get(span.file).path.as_str();
        let below = || path.strip_prefix(&self.path).is_some_and(|rest| rest.starts_with('/'));
        match self.line {
            None => path == self.path || below(),
            Some(line) => {
                let first = sources.line_column(span).line;
                let last = first + sources.text(span).trim_end().matches('\n').count();
                path == self.path && (first..=last).contains(&line)
            }
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.path)?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_people_write_them() {
        let place = |typed| Place::read(typed).to_string();
        assert_eq!(place(r".\content\a\index.en.md"), "content/a/index.en.md");
        assert_eq!(place("./content/a/"), "content/a");
        assert_eq!(place("content/a/index.en.md:12:3"), "content/a/index.en.md:12");
        assert_eq!(Selection::read(&["all".to_owned()]), Selection::All);
    }
}
