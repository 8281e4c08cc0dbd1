//! What of the plan can be found: one document for each clause, with the place where it opens.

use std::collections::BTreeMap;

use super::{Document, Synonym, Term};
use crate::lang::{Lang, Localized};
use crate::plan::{
    Block, BlockKind, Data, Item, ItemKind, NodeIx, NodeKind, Plan, Prose, Resolved, Section, plain, plain_blocks,
};
use crate::site::Address;

/// All documents of a plan: language by language, in reading order.
pub fn documents(plan: &Plan<Resolved>) -> Vec<Document> {
    let mut documents = Vec::new();
    for lang in &plan.meta.languages {
        let mut labels: BTreeMap<NodeIx, Vec<String>> = BTreeMap::new();
        for repost in &plan.links.reposts {
            labels.entry(repost.from).or_default().extend(repost.label.get(lang).cloned());
        }
        let (page, page_title) = (Address::page(""), String::new());
        let mut collector = Collector { plan, lang, page, page_title, documents, labels: &labels };
        collector.volumes();
        collector.facts();
        documents = collector.documents;
    }
    documents
}

/// The terms of the glossary.
pub(super) fn terms(plan: &Plan<Resolved>) -> Vec<Term> {
    let term = |term: &crate::plan::Term| Term {
        names: term.term.clone(),
        variants: term.variants.clone(),
        reading: term.reading.clone(),
    };
    plan.terms.iter().map(term).collect()
}

/// What citizens say, with the places to which it leads.
pub(super) fn synonyms(plan: &Plan<Resolved>) -> Vec<Synonym> {
    let nodes: BTreeMap<&str, &Address> = plan.links.nodes.iter().map(|it| (it.id.as_str(), &it.address)).collect();
    let synonym = |it: &crate::plan::Synonym| Synonym {
        lang: it.lang.clone(),
        say: it.say.clone(),
        such_as: it.such_as.clone(),
        means: it.means.iter().map(|it| it.value.clone()).collect(),
        urls: it.leads_to.iter().filter_map(|id| Some(nodes.get(id.value.as_str())?.path(&it.lang))).collect(),
        elsewhere: it.elsewhere,
    };
    plan.synonyms.iter().map(synonym).collect()
}

struct Collector<'a> {
    plan: &'a Plan<Resolved>,
    lang: &'a Lang,
    /// The page the walk is on.
    page: Address,
    page_title: String,
    documents: Vec<Document>,
    /// The wording of the re-posts, by the node that carries them.
    labels: &'a BTreeMap<NodeIx, Vec<String>>,
}

impl Collector<'_> {
    fn volumes(&mut self) {
        for volume in &self.plan.volumes {
            self.enter(volume.node);
            for chapter in &volume.chapters {
                self.enter(chapter.node);
                self.prose(&chapter.prose, "chapter");
                for policy in &chapter.policies {
                    self.enter(policy.node);
                    self.prose(&policy.prose, "policy");
                    for initiative in &policy.initiatives {
                        self.enter(initiative.node);
                        // The initiative's own text has its schedule too.
                        let text = self.node_text(initiative.node);
                        self.push(None, "initiative", "", text);
                        self.sections(&initiative.prose);
                    }
                }
            }
        }
    }

    /// Goes to a page. A page without prose is found by its title alone.
    fn enter(&mut self, node: NodeIx) {
        let node = self.plan.links.node(node);
        self.page = node.address.clone();
        self.page_title = node.title.get(self.lang).cloned().unwrap_or_default();
        if node.kind == NodeKind::Volume {
            self.push(None, "volume", "", String::new());
        }
    }

    /// The re-posts that a node carries, as printed: readers search for them too.
    fn labels(&self, node: NodeIx) -> Vec<String> {
        self.labels.get(&node).cloned().unwrap_or_default()
    }

    fn node_text(&self, node: NodeIx) -> String {
        self.plan.links.node(node).text.get(self.lang).cloned().unwrap_or_default()
    }

    fn prose(&mut self, prose: &Localized<Prose<Resolved>>, kind: &str) {
        let lead = prose.get(self.lang).map(|prose| plain_blocks(&prose.lead)).unwrap_or_default();
        self.push(None, kind, "", lead);
        self.sections(prose);
    }

    fn sections(&mut self, prose: &Localized<Prose<Resolved>>) {
        for section in prose.get(self.lang).into_iter().flat_map(|prose| &prose.sections) {
            self.section(section);
        }
    }

    fn section(&mut self, section: &Section<Resolved>) {
        let heading = plain(&section.heading);
        let kind = self.plan.links.node(section.node).kind;
        let mut own = self.labels(section.node);
        for block in &section.blocks {
            match &block.kind {
                // Actions are found by themselves; clauses belong to their section.
                BlockKind::List { items, .. } if items.iter().any(|item| item.node.is_some()) => {}
                BlockKind::Data(Data::Table(index)) => {
                    let statistic = &self.plan.statistics[index.0];
                    own.extend(statistic.title.get(self.lang).cloned());
                    let cells = |row: &Vec<String>| {
                        row.iter().map(|cell| statistic.cell(cell, self.lang)).collect::<Vec<_>>().join(" ")
                    };
                    own.extend(statistic.rows.iter().map(cells));
                    own.extend(statistic.source.as_ref().and_then(|source| source.get(self.lang)).cloned());
                }
                _ => own.push(plain_blocks(std::slice::from_ref(block))),
            }
        }
        let kind = if kind == NodeKind::Measure { "measure" } else { "section" };
        self.push(Some(&section.fragment), kind, &heading, own.join("\n"));
        self.items(&section.blocks, &heading);
        for below in &section.sections {
            self.section(below);
        }
    }

    fn items(&mut self, blocks: &[Block<Resolved>], heading: &str) {
        for block in blocks {
            let BlockKind::List { items, .. } = &block.kind else { continue };
            for item in items {
                self.item(item, heading);
            }
        }
    }

    /// A node of the plan is a document; an item that is none belongs to the node above it.
    fn item(&mut self, item: &Item<Resolved>, heading: &str) {
        let (Some(fragment), Some(node)) = (&item.fragment, item.node) else { return };
        let has_nodes = |block: &Block<Resolved>| matches!(&block.kind, BlockKind::List { items, .. } if items.iter().any(|item| item.node.is_some()));
        let blocks = item.blocks.iter().filter(|block| !has_nodes(block));
        let mut own: Vec<String> = blocks.map(|block| plain_blocks(std::slice::from_ref(block))).collect();
        own.extend(self.labels(node));
        let kind = if item.kind == ItemKind::Detail { "detail" } else { "action" };
        self.push(Some(fragment), kind, heading, own.join("\n"));
        self.items(&item.blocks, heading);
    }

    /// Targets, terms and institutions, each a page title of its own.
    fn facts(&mut self) {
        let links = &self.plan.links;
        let is_main = self.lang == self.plan.meta.main_language();
        let aliases: BTreeMap<NodeIx, &crate::plan::Term> =
            links.term_nodes.iter().copied().zip(&self.plan.terms).collect();
        for (index, node) in links.nodes.iter().enumerate() {
            let kind = match node.kind {
                NodeKind::Target => "target",
                NodeKind::Term => "term",
                NodeKind::Institution => "institution",
                _ => continue,
            };
            let Some(title) = node.title.get(self.lang) else { continue };
            self.documents.push(Document {
                lang: self.lang.clone(),
                url: node.address.path(self.lang),
                kind: kind.to_owned(),
                page_title: title.clone(),
                heading: String::new(),
                text: node.text.get(self.lang).cloned().unwrap_or_default(),
                aliases: aliases.get(&NodeIx(index)).map(|term| other_names(term, is_main)).unwrap_or_default(),
            });
        }
    }

    fn push(&mut self, fragment: Option<&str>, kind: &str, heading: &str, text: String) {
        let address = fragment.map_or_else(|| self.page.clone(), |fragment| self.page.at(fragment));
        self.documents.push(Document {
            lang: self.lang.clone(),
            url: address.path(self.lang),
            kind: kind.to_owned(),
            page_title: self.page_title.clone(),
            heading: heading.to_owned(),
            text,
            aliases: Vec::new(),
        });
    }
}

/// What else a term is called. Its reading is that of the language in which the plan is written; its names in the
/// other languages are found in those.
fn other_names(term: &crate::plan::Term, is_main: bool) -> Vec<String> {
    term.variants.iter().chain(is_main.then_some(&term.reading)).cloned().collect()
}
