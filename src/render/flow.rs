//! A page while it is written: which page it is, and what its text has used so far.
//!
//! Comes in: the language's view of the plan and the page's address. Goes out: at the end, the terms in the
//! order of their first mark, whose definitions stand once at the end of the page.

use super::site_view::SiteView;
use crate::plan::{NodeIx, TermIx};
use crate::site::Address;

/// Where a line stands, which decides what may be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Around {
    /// In the text: terms are buttons, re-posts are links.
    Text,
    /// Inside a link: nothing in it may be a link or a button of its own.
    Link,
}

/// One page in the making.
pub(crate) struct Flow<'a> {
    pub(crate) site: &'a SiteView<'a>,
    pub(crate) page: &'a Address,
    /// Labels of the footnotes of the prose that is being written, in the order of their numbers.
    pub(crate) footnotes: Vec<String>,
    /// Footnotes that were referred to already: only the first reference is the way back.
    pub(crate) referred: Vec<String>,
    /// True while all since the last notice on it has been without a translation.
    pub(crate) told_missing: bool,
    /// The nearest address on the page around what is being written.
    fragment: Option<String>,
    terms: Vec<TermIx>,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(site: &'a SiteView<'a>, page: &'a Address) -> Self {
        Self {
            site,
            page,
            footnotes: Vec::new(),
            referred: Vec::new(),
            told_missing: false,
            fragment: None,
            terms: Vec::new(),
        }
    }

    /// Notes that a term is marked on this page.
    pub(crate) fn use_term(&mut self, term: TermIx) {
        if !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    /// The terms marked on this page, in the order of their first mark.
    pub(crate) fn terms(&self) -> &[TermIx] {
        &self.terms
    }

    /// The link from this page to a node.
    pub(crate) fn href(&self, to: NodeIx) -> String {
        self.site.href(self.page, &self.site.node(to).address)
    }

    /// The link from this page to the same place in the plan's own language.
    pub(crate) fn original_href(&self) -> String {
        let place = Address { fragment: self.fragment.clone(), ..self.page.clone() };
        format!("{}{}", self.page.root(), place.path(self.site.plan.meta.main_language()))
    }

    /// Writes what has an address on the page.
    pub(crate) fn at<T>(&mut self, fragment: &str, content: impl FnOnce(&mut Self) -> T) -> T {
        let around = self.fragment.replace(fragment.to_owned());
        let written = content(self);
        self.fragment = around;
        written
    }

    /// Writes what stands on a page of a translation in the plan's own words.
    pub(crate) fn in_original(&mut self, content: impl FnOnce(&mut Self)) {
        let site = self.site;
        self.site = site.original();
        content(self);
        self.site = site;
    }
}
