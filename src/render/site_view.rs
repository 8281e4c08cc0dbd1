//! The plan as one language sees it: texts with the fallback to the plan's own language, and links.
//!
//! Comes in: the resolved plan, a language, the theme's words. Goes out: what every page asks for: the text
//! of a label, the way from one page to another, the nodes' names as they are printed.

use std::collections::BTreeMap;

use super::labels;
use super::names::Names;
use super::strings::Strings;
use super::words::{Picked, Words};
use crate::lang::{Lang, Localized};
use crate::plan::{Inline, Node, NodeIx, Plan, Policy, Resolved, Title};
use crate::site::Address;

/// What is the same for all pages of a language.
pub(crate) struct SiteView<'a> {
    pub(crate) plan: &'a Plan<Resolved>,
    /// The language of the words.
    pub(crate) lang: &'a Lang,
    /// The language of the pages that links lead to.
    pub(crate) folder: &'a Lang,
    pub(crate) strings: &'a Strings,
    /// The names to look for on the pages of a translation.
    pub(crate) names: Names<'a>,
    policies: BTreeMap<NodeIx, &'a Policy<Resolved>>,
    /// In a translation: the plan in its own words, with links to the pages of the translation.
    original: Option<Box<SiteView<'a>>>,
}

impl<'a> SiteView<'a> {
    /// The plan in a language. `original` are the theme's words in the plan's own language.
    pub(crate) fn new(plan: &'a Plan<Resolved>, lang: &'a Lang, strings: &'a Strings, original: &'a Strings) -> Self {
        let main = plan.meta.main_language();
        let view = |words, strings, names, original| Self {
            plan,
            lang: words,
            folder: lang,
            strings,
            names,
            policies: policies(plan),
            original,
        };
        if lang == main {
            return view(main, strings, Names::default(), None);
        }
        let original = view(main, original, Names::default(), None);
        view(lang, strings, Names::new(plan, lang), Some(Box::new(original)))
    }

    /// The plan in its own words, with links to the pages of this language.
    pub(crate) fn original(&self) -> &Self {
        self.original.as_deref().unwrap_or(self)
    }

    /// True for a language that is not the plan's own.
    pub(crate) fn is_translation(&self) -> bool {
        self.original.is_some()
    }

    /// The value in this language, or in the plan's own.
    pub(crate) fn pick<'l, T>(&self, value: &'l Localized<T>) -> Option<Picked<'l, T>>
    where
        'a: 'l,
    {
        let main = self.plan.meta.main_language();
        let own = value.get(self.lang).map(|value| Picked { value, lang: None });
        own.or_else(|| value.get(main).map(|value| Picked { value, lang: Some(main) }))
    }

    /// The text in this language, or in the plan's own.
    pub(crate) fn text<'l>(&self, value: &'l Localized<String>) -> Picked<'l, str>
    where
        'a: 'l,
    {
        self.pick(value)
            .map_or(Picked { value: "", lang: None }, |one| Picked { value: one.value.as_str(), lang: one.lang })
    }

    /// The text in this language, or in the plan's own, as words.
    pub(crate) fn words(&self, value: &Localized<String>) -> Words {
        self.text(value).into()
    }

    /// The title in this language, or in the plan's own.
    pub(crate) fn title<'l>(&self, title: &'l Title<Resolved>) -> Picked<'l, [Inline<Resolved>]>
    where
        'a: 'l,
    {
        self.pick(title)
            .map_or(Picked { value: &[], lang: None }, |one| Picked { value: one.value.as_slice(), lang: one.lang })
    }

    pub(crate) fn node(&self, index: NodeIx) -> &'a Node {
        self.plan.links.node(index)
    }

    /// The title of a node as plain words.
    pub(crate) fn node_title(&self, index: NodeIx) -> Words {
        self.words(&self.node(index).title)
    }

    pub(crate) fn policy(&self, index: NodeIx) -> Option<&'a Policy<Resolved>> {
        self.policies.get(&index).copied()
    }

    /// The link from a page to an address of the same language.
    pub(crate) fn href(&self, page: &Address, to: &Address) -> String {
        match &to.fragment {
            Some(fragment) if to.page == page.page => format!("#{fragment}"),
            _ => format!("{}{}", page.root(), to.path(self.folder)),
        }
    }

    /// Where something stands, in words: the page's title, then the heading on it.
    pub(crate) fn place(&self, index: NodeIx) -> Words {
        labels::place(self, index)
    }
}

fn policies(plan: &Plan<Resolved>) -> BTreeMap<NodeIx, &Policy<Resolved>> {
    let chapters = plan.volumes.iter().flat_map(|volume| &volume.chapters);
    chapters.flat_map(|chapter| &chapter.policies).map(|policy| (policy.node, policy)).collect()
}
