//! The table of nodes: everything that has an id and an address, in reading order. Titles and texts are
//! filled in later, by [`super::texts`], because expressions in them need this table.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{
    Block, BlockKind, Initiative, Item, ItemKind, Node, NodeIx, NodeKind, Plan, Prose, Section, SectionKind, Unresolved,
};
use crate::site::{Address, pages};
use crate::source::Span;

/// Nodes, and where each id is.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    pub(super) all: Vec<Node>,
    by_id: BTreeMap<String, NodeIx>,
    pub(super) findings: Vec<Diagnostic>,
}

impl Nodes {
    /// The nodes of a plan. Ids that exist twice are findings.
    pub(super) fn of(plan: &Plan<Unresolved>) -> Self {
        let mut nodes = Self::default();
        let main = plan.meta.main_language();
        for volume in &plan.volumes {
            let address = if volume.carried {
                Address::page(format!("{}/", volume.id.value))
            } else {
                Address::page(pages::HOME).at(format!("volume-{}", volume.id.value))
            };
            if pages::RESERVED.contains(&volume.id.value.as_str()) {
                nodes.findings.push(reserved(&volume.id.value, volume.id.span));
            }
            let above =
                nodes.add(&volume.id.value, NodeKind::Volume, volume.number.clone(), None, address, volume.id.span);
            for chapter in &volume.chapters {
                let number = Some(chapter.number.to_string());
                let node = nodes.page(&chapter.id.value, NodeKind::Chapter, number, above, chapter.id.span);
                nodes.prose(chapter.prose.get(main), &chapter.id.value, node);
                for policy in &chapter.policies {
                    let number = Some(policy.number.to_string());
                    let node = nodes.page(&policy.id.value, NodeKind::Policy, number, node, policy.id.span);
                    nodes.prose(policy.prose.get(main), &policy.id.value, node);
                    for initiative in &policy.initiatives {
                        nodes.initiative(initiative, node, main);
                    }
                }
            }
        }
        nodes.facts(plan);
        nodes
    }

    /// The node of this id.
    pub(super) fn find(&self, id: &str) -> Option<NodeIx> {
        self.by_id.get(id).copied()
    }

    /// All ids, for suggestions.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    fn initiative(&mut self, initiative: &Initiative<Unresolved>, above: NodeIx, main: &Lang) {
        let slug = &initiative.id.value;
        let number = Some(initiative.number.to_string());
        let node = self.page(slug, NodeKind::Initiative, number, above, initiative.id.span);
        self.prose(initiative.prose.get(main), slug, node);
        for page in &initiative.pages {
            if page.measures.is_empty() {
                self.all[node.0].page.get_or_insert(page.page.value);
            }
            for measure in &page.measures {
                let position = (measure.value as usize).checked_sub(1);
                let found = position.and_then(|position| {
                    let children = self.all[node.0].children.clone();
                    children.into_iter().filter(|child| self.all[child.0].kind == NodeKind::Measure).nth(position)
                });
                match found {
                    Some(found) => self.all[found.0].page = Some(page.page.value),
                    None => self.findings.push(no_such_measure(measure.value, measure.span)),
                }
            }
        }
    }

    fn facts(&mut self, plan: &Plan<Unresolved>) {
        for target in &plan.targets {
            let id = &target.id.value;
            let volume = self.find(&plan.volumes[target.volume.0].id.value);
            let number = Some(target.number.to_string());
            self.add(&format!("target/{id}"), NodeKind::Target, number, volume, pages::target(id), target.id.span);
        }
        for term in &plan.terms {
            let id = &term.id.value;
            self.add(&format!("term/{id}"), NodeKind::Term, None, None, pages::term(id), term.id.span);
        }
        for volume in &plan.volumes {
            let above = self.find(&volume.id.value);
            for institution in volume.institutions.iter().flat_map(|matrix| &matrix.institutions) {
                let id = &institution.id.value;
                let address = pages::institution(id);
                self.add(
                    &format!("institution/{id}"),
                    NodeKind::Institution,
                    None,
                    above,
                    address,
                    institution.id.span,
                );
            }
        }
    }

    fn prose(&mut self, prose: Option<&Prose<Unresolved>>, page: &str, node: NodeIx) {
        for section in prose.iter().flat_map(|prose| &prose.sections) {
            self.section(section, page, node);
        }
    }

    fn section(&mut self, section: &Section<Unresolved>, page: &str, above: NodeIx) {
        let kind = match section.kind {
            SectionKind::Section => NodeKind::Section,
            SectionKind::Measure => NodeKind::Measure,
        };
        let node = self.part(page, &section.fragment, kind, section.number.clone(), above, section.span);
        self.items(&section.blocks, page, node);
        for below in &section.sections {
            self.section(below, page, node);
        }
    }

    fn items(&mut self, blocks: &[Block<Unresolved>], page: &str, above: NodeIx) {
        let items = blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::List { items, .. } => Some(items),
            _ => None,
        });
        for item in items.flatten() {
            self.item(item, page, above);
        }
    }

    fn item(&mut self, item: &Item<Unresolved>, page: &str, above: NodeIx) {
        let kind = match item.kind {
            ItemKind::Action => NodeKind::Action,
            ItemKind::Detail => NodeKind::Detail,
            ItemKind::Clause => return,
        };
        if let Some(fragment) = &item.fragment {
            let node = self.part(page, fragment, kind, None, above, item.span);
            self.items(&item.blocks, page, node);
        }
    }

    /// A node that has a page of its own, below that of the node above it.
    fn page(&mut self, slug: &str, kind: NodeKind, number: Option<String>, above: NodeIx, span: Span) -> NodeIx {
        let address = Address::page(format!("{}{slug}/", self.all[above.0].address.page));
        self.add(slug, kind, number, Some(above), address, span)
    }

    /// A node on the page of the node above it.
    fn part(
        &mut self,
        page: &str,
        fragment: &str,
        kind: NodeKind,
        number: Option<String>,
        above: NodeIx,
        span: Span,
    ) -> NodeIx {
        let address = self.all[above.0].address.at(fragment);
        self.add(&format!("{page}/{fragment}"), kind, number, Some(above), address, span)
    }

    fn add(
        &mut self,
        id: &str,
        kind: NodeKind,
        number: Option<String>,
        parent: Option<NodeIx>,
        address: Address,
        span: Span,
    ) -> NodeIx {
        let index = NodeIx(self.all.len());
        if let Some(first) = self.by_id.get(id) {
            self.findings.push(duplicate(id, span, self.all[first.0].span));
        } else {
            self.by_id.insert(id.to_owned(), index);
        }
        if let Some(parent) = parent {
            self.all[parent.0].children.push(index);
        }
        self.all.push(Node {
            id: id.to_owned(),
            kind,
            number,
            parent,
            children: Vec::new(),
            page: None,
            title: Default::default(),
            text: Default::default(),
            address,
            span,
        });
        index
    }
}

/// K071: an id that exists twice.
fn duplicate(id: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K071"),
        span,
        Message::new(format!("名前「{id}」が二度使われています"), format!("the id “{id}” is used twice")),
    )
    .related(first, Message::new("最初はここです", "first used here"))
    .help(Message::new("どちらかの名前を変えてください", "change one of them"))
}

/// K072: a volume whose pages would collide with those of the theme.
fn reserved(id: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K072"),
        span,
        Message::new(
            format!("「{id}」はサイトの頁の名前なので、編には使えません"),
            format!("“{id}” is the name of a page of the site"),
        ),
    )
}

/// K074: a printed page that names a measure the initiative does not have.
fn no_such_measure(number: u32, span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K074"),
        span,
        Message::new(
            format!("この取組に {number} 番目の取組内容はありません"),
            format!("this initiative has no measure {number}"),
        ),
    )
}
