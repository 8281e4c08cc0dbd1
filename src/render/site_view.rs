//! The plan as one language sees it: texts with the fallback to the plan's own language, and links.
//!
//! Comes in: the resolved plan, a language, the theme's words. Goes out: what every page asks for: the text
//! of a label, the way from one page to another, the nodes' names as they are printed.

use std::collections::BTreeMap;

use super::labels;
use super::strings::Strings;
use crate::lang::{Lang, Localized};
use crate::plan::{Inline, Node, NodeIx, Plan, Policy, Resolved, Title};
use crate::site::Address;

/// What is the same for all pages of a language.
pub(crate) struct SiteView<'a> {
    pub(crate) plan: &'a Plan<Resolved>,
    pub(crate) lang: &'a Lang,
    pub(crate) strings: &'a Strings,
    policies: BTreeMap<NodeIx, &'a Policy<Resolved>>,
}

impl<'a> SiteView<'a> {
    pub(crate) fn new(plan: &'a Plan<Resolved>, lang: &'a Lang, strings: &'a Strings) -> Self {
        let policies = || plan.volumes.iter().flat_map(|volume| &volume.chapters).flat_map(|chapter| &chapter.policies);
        Self { plan, lang, strings, policies: policies().map(|policy| (policy.node, policy)).collect() }
    }

    /// The value in this language, or in the plan's own.
    pub(crate) fn pick<'l, T>(&self, value: &'l Localized<T>) -> Option<&'l T> {
        value.get(self.lang).or_else(|| value.get(self.plan.meta.main_language()))
    }

    /// The text in this language, or in the plan's own.
    pub(crate) fn text<'l>(&self, value: &'l Localized<String>) -> &'l str {
        self.pick(value).map_or("", String::as_str)
    }

    /// The title in this language, or in the plan's own.
    pub(crate) fn title<'l>(&self, title: &'l Title<Resolved>) -> &'l [Inline<Resolved>] {
        self.pick(title).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn node(&self, index: NodeIx) -> &'a Node {
        self.plan.links.node(index)
    }

    /// The title of a node as plain text.
    pub(crate) fn node_title(&self, index: NodeIx) -> &'a str {
        self.text(&self.node(index).title)
    }

    pub(crate) fn policy(&self, index: NodeIx) -> Option<&'a Policy<Resolved>> {
        self.policies.get(&index).copied()
    }

    /// The link from a page to an address of the same language.
    pub(crate) fn href(&self, page: &Address, to: &Address) -> String {
        match &to.fragment {
            Some(fragment) if to.page == page.page => format!("#{fragment}"),
            _ => format!("{}{}", page.root(), to.path(self.lang)),
        }
    }

    /// Where something stands, in words: the page's title, then the heading on it.
    pub(crate) fn place(&self, index: NodeIx) -> String {
        labels::place(self, index)
    }
}
