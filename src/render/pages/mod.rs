//! Which pages the site has, in reading order, and the way to the file that makes each kind.
//!
//! Comes in: the plan. Goes out: the list of pages, the same in every language; for one of them its own
//! part, the [`Body`]. What all pages have is in `layout`.

mod chapter;
mod glossary;
mod home;
mod initiative;
mod institutions;
mod policy;
mod printed;
mod schedule;
mod search;
mod targets;
mod text;
mod translated;
mod volume;

use serde::Serialize;

use super::flow::Flow;
use super::labels;
use super::site_view::SiteView;
use super::strings;
use super::view::Entry;
use super::words::Words;
use crate::lang::Localized;
use crate::plan::{Chapter, Initiative, NodeIx, Plan, Policy, Prose, Resolved, Volume};
use crate::site::{Address, pages as address};

/// What a page is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind<'a> {
    Home,
    Volume(&'a Volume<Resolved>),
    Chapter(&'a Chapter<Resolved>),
    Policy(&'a Policy<Resolved>),
    Initiative(&'a Initiative<Resolved>),
    Targets,
    Schedule,
    Institutions,
    Glossary,
    PrintedPages,
    Search,
}

impl Kind<'_> {
    /// The name of the kind, and of its template.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Volume(_) => "volume",
            Self::Chapter(_) => "chapter",
            Self::Policy(_) => "policy",
            Self::Initiative(_) => "initiative",
            Self::Targets => "targets",
            Self::Schedule => "schedule",
            Self::Institutions => "institutions",
            Self::Glossary => "glossary",
            Self::PrintedPages => "printed-pages",
            Self::Search => "search",
        }
    }
}

/// A page, the same in every language.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub(crate) kind: Kind<'a>,
    pub(crate) address: Address,
    /// The node whose page it is; lists have none.
    pub(crate) node: Option<NodeIx>,
}

/// All pages of the site in reading order.
pub(crate) fn all(plan: &Plan<Resolved>) -> Vec<Page<'_>> {
    let list = |kind, path: &str| Page { kind, address: Address::page(path), node: None };
    let of = |kind, node: NodeIx| Page { kind, address: plan.links.node(node).address.clone(), node: Some(node) };
    let mut pages = vec![list(Kind::Home, address::HOME)];
    // A volume that is not carried has no page; the front page says what is known of it.
    for volume in plan.volumes.iter().filter(|volume| volume.carried) {
        pages.push(of(Kind::Volume(volume), volume.node));
        for chapter in &volume.chapters {
            pages.push(of(Kind::Chapter(chapter), chapter.node));
            for policy in &chapter.policies {
                pages.push(of(Kind::Policy(policy), policy.node));
                let initiatives = policy.initiatives.iter();
                pages.extend(initiatives.map(|initiative| of(Kind::Initiative(initiative), initiative.node)));
            }
        }
    }
    pages.push(list(Kind::Targets, address::TARGETS));
    pages.push(list(Kind::Schedule, address::SCHEDULE));
    pages.push(list(Kind::Institutions, address::INSTITUTIONS));
    pages.push(list(Kind::Glossary, address::GLOSSARY));
    pages.push(list(Kind::PrintedPages, address::PRINTED_PAGES));
    pages.push(list(Kind::Search, address::SEARCH));
    pages
}

impl<'a> Page<'a> {
    fn prose(&self) -> Option<&'a Localized<Prose<Resolved>>> {
        match self.kind {
            Kind::Chapter(chapter) => Some(&chapter.prose),
            Kind::Policy(policy) => Some(&policy.prose),
            Kind::Initiative(initiative) => Some(&initiative.prose),
            _ => None,
        }
    }

    /// The page's title with its number.
    pub(crate) fn title(&self, site: &SiteView<'_>) -> Words {
        if let Some(node) = self.node {
            return labels::numbered(site, node);
        }
        let key = match self.kind {
            Kind::Targets => strings::TARGETS,
            Kind::Schedule => strings::SCHEDULE,
            Kind::Institutions => strings::INSTITUTIONS,
            Kind::Glossary => strings::GLOSSARY,
            Kind::PrintedPages => strings::PRINTED_PAGES,
            Kind::Search => strings::SEARCH,
            _ => strings::HOME,
        };
        Words::own(site.strings.get(key))
    }

    /// True for the pages that a reader goes through one after the other.
    pub(crate) fn is_read_through(&self) -> bool {
        self.node.is_some() || matches!(self.kind, Kind::Home)
    }
}

/// A page's own part.
pub(crate) struct Body {
    /// What the template of its kind is given as `view`.
    pub(crate) view: tera::Value,
    /// Its headings.
    pub(crate) contents: Vec<Entry>,
    /// Text of which the first sentences describe the page.
    pub(crate) description: String,
}

impl Body {
    fn new(view: &impl Serialize) -> Result<Self, tera::Error> {
        let view = tera::Value::try_from_serializable(view)?;
        Ok(Self { view, contents: Vec::new(), description: String::new() })
    }

    fn contents(self, contents: Vec<Entry>) -> Self {
        Self { contents, ..self }
    }

    fn description(self, description: String) -> Self {
        Self { description, ..self }
    }
}

/// Makes a page's own part.
pub(crate) fn body(flow: &mut Flow<'_>, page: &Page<'_>) -> Result<Body, tera::Error> {
    match page.kind {
        Kind::Home => home::body(flow),
        Kind::Volume(volume) => volume::body(flow, volume),
        Kind::Chapter(chapter) => chapter::body(flow, chapter),
        Kind::Policy(policy) => policy::body(flow, policy),
        Kind::Initiative(initiative) => initiative::body(flow, initiative),
        Kind::Targets => targets::body(flow),
        Kind::Schedule => schedule::body(flow),
        Kind::Institutions => institutions::body(flow),
        Kind::Glossary => glossary::body(flow),
        Kind::PrintedPages => printed::body(flow),
        Kind::Search => search::body(flow),
    }
}
