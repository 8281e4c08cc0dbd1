//! Menus and the way up: plain text, no marked terms, no re-posts.
//!
//! Comes in: a page. Goes out: entries. Only the current volume and policy are open, so that the menu of a
//! page does not grow with the plan.

use super::labels;
use super::pages::{Kind, Page};
use super::site_view::SiteView;
use super::strings::{self, Key};
use super::view::Entry;
use super::words::Words;
use crate::plan::{NodeIx, Policy, Resolved, Volume};
use crate::site::{Address, pages as address};

/// The lists beside the plan's own pages, in the order of the menu.
const LISTS: [(Key, &str); 5] = [
    (strings::TARGETS, address::TARGETS),
    (strings::SCHEDULE, address::SCHEDULE),
    (strings::INSTITUTIONS, address::INSTITUTIONS),
    (strings::GLOSSARY, address::GLOSSARY),
    (strings::PRINTED_PAGES, address::PRINTED_PAGES),
];

/// A node as an entry.
pub(crate) fn entry(site: &SiteView<'_>, from: &Address, index: NodeIx) -> Entry {
    let node = site.node(index);
    Entry {
        number: node
            .number
            .as_deref()
            .map_or_else(String::new, |number| labels::number(node.kind, number, site.strings)),
        title_html: site.node_title(index).html(),
        href: site.href(from, &node.address),
        current: node.address == *from,
        children: Vec::new(),
    }
}

/// A page as an entry.
pub(crate) fn page_entry(site: &SiteView<'_>, from: &Address, page: &Page<'_>) -> Entry {
    match page.node {
        Some(node) => entry(site, from, node),
        None => Entry { title_html: page.title(site).html(), href: site.href(from, &page.address), ..Entry::default() },
    }
}

/// From the front page of the language to the page above this one.
pub(crate) fn breadcrumbs(site: &SiteView<'_>, page: &Page<'_>) -> Vec<Entry> {
    if matches!(page.kind, Kind::Home) {
        return Vec::new();
    }
    let mut crumbs = vec![home(site, &page.address)];
    if let Some(node) = page.node {
        let mut path = site.plan.links.path(node);
        path.pop();
        crumbs.extend(path.into_iter().map(|above| entry(site, &page.address, above)));
    }
    crumbs
}

fn home(site: &SiteView<'_>, from: &Address) -> Entry {
    let to = Address::page(address::HOME);
    Entry {
        title_html: Words::own(site.strings.get(strings::HOME)).html(),
        href: site.href(from, &to),
        current: *from == to,
        ..Entry::default()
    }
}

/// The pages that list targets, schedules, institutions, terms, printed pages.
pub(crate) fn lists(site: &SiteView<'_>, from: &Address) -> Vec<Entry> {
    let list = |&(key, path): &(Key, &str)| Entry {
        title_html: Words::own(site.strings.get(key)).html(),
        href: site.href(from, &Address::page(path)),
        current: from.page == path,
        ..Entry::default()
    };
    LISTS.iter().map(list).collect()
}

/// The menu: home, volumes, the chapters and policies of the current volume or of the only one, and the
/// initiatives of the current policy.
pub(crate) fn menu(site: &SiteView<'_>, page: &Page<'_>) -> Vec<Entry> {
    let current = page.node.map_or_else(Vec::new, |node| site.plan.links.path(node));
    let only = site.plan.volumes.iter().filter(|volume| volume.carried).count() == 1;
    let volumes = site.plan.volumes.iter().map(|one| {
        let open = only || current.contains(&one.node);
        volume(site, &page.address, one, open, &current)
    });
    std::iter::once(home(site, &page.address)).chain(volumes).collect()
}

fn volume(site: &SiteView<'_>, from: &Address, volume: &Volume<Resolved>, open: bool, current: &[NodeIx]) -> Entry {
    let shown = if open { volume.chapters.as_slice() } else { &[] };
    let chapters = shown.iter().map(|chapter| Entry {
        children: chapter.policies.iter().map(|one| policy(site, from, one, current)).collect(),
        ..entry(site, from, chapter.node)
    });
    Entry { children: chapters.collect(), ..entry(site, from, volume.node) }
}

fn policy(site: &SiteView<'_>, from: &Address, policy: &Policy<Resolved>, current: &[NodeIx]) -> Entry {
    let shown = if current.contains(&policy.node) { policy.initiatives.as_slice() } else { &[] };
    Entry { children: shown.iter().map(|one| entry(site, from, one.node)).collect(), ..entry(site, from, policy.node) }
}
