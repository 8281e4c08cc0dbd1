//! Addresses of the site: what a node's page is called, and how one page links to another.
//! Also the [`Sink`] into which files go. No content, no files on disk.

pub mod pages;

use std::fmt;

use crate::lang::Lang;

/// The place of something on the site, the same in every language: a page, and a fragment on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// Path of the page's folder below the language, as `industry/promotion/`; empty for the front page.
    pub page: String,
    /// The element on the page, without `#`.
    pub fragment: Option<String>,
}

impl Address {
    /// A page. `path` is empty or ends with `/`.
    pub fn page(path: impl Into<String>) -> Self {
        Self { page: path.into(), fragment: None }
    }

    /// An element on the same page.
    pub fn at(&self, fragment: impl Into<String>) -> Self {
        Self { page: self.page.clone(), fragment: Some(fragment.into()) }
    }

    /// Path below the site's root, without a leading slash: `ja/industry/#m1`.
    pub fn path(&self, lang: &Lang) -> String {
        match &self.fragment {
            Some(fragment) => format!("{lang}/{}#{fragment}", self.page),
            None => format!("{lang}/{}", self.page),
        }
    }

    /// Site-absolute address as in `plan.json`: `/ja/industry/#m1`.
    pub fn absolute(&self, lang: &Lang) -> String {
        format!("/{}", self.path(lang))
    }

    /// The file of the page: `ja/industry/index.html`.
    pub fn file(&self, lang: &Lang) -> String {
        format!("{lang}/{}index.html", self.page)
    }

    /// From the page back to the site's root: `../../` for `ja/industry/`. Links are written as
    /// `root + path`, so that a site works in any folder of a server.
    pub fn root(&self) -> String {
        "../".repeat(self.page.matches('/').count() + 1)
    }
}

/// Where finished files go: a staging folder, or memory in tests. Takes a file as soon as it is made.
pub trait Sink: Sync {
    /// Takes one file. `path` is relative to the site's root, with `/`.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError>;
}

/// A file that could not be taken.
#[derive(Debug)]
pub struct SinkError {
    /// The file, relative to the site's root.
    pub path: String,
    /// Why.
    pub cause: std::io::Error,
}

impl fmt::Display for SinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.cause)
    }
}

impl std::error::Error for SinkError {}
