//! Titles and texts of the nodes, as a reader would copy them, in every language they have.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::lang::{Lang, Localized};
use crate::plan::{
    Block, BlockKind, Data, Inline, Item, Node, NodeIx, Plan, Prose, Resolved, Schedule, Section, Standing, Statistic,
    plain, plain_blocks,
};

/// Fills in titles and texts of all nodes.
pub(super) fn fill(plan: &Plan<Resolved>, nodes: &mut [Node]) {
    let institutions = nodes
        .iter()
        .enumerate()
        .filter_map(|(index, node)| Some((node.id.strip_prefix("institution/")?.to_owned(), index)));
    let mut texts = Texts { plan, institutions: institutions.collect(), nodes };
    for volume in &plan.volumes {
        texts.nodes[volume.node.0].title = volume.title.clone();
        for chapter in &volume.chapters {
            texts.page(chapter.node, &chapter.title, &chapter.prose);
            for policy in &chapter.policies {
                texts.page(policy.node, &policy.title, &policy.prose);
                for initiative in &policy.initiatives {
                    texts.page(initiative.node, &initiative.title, &initiative.prose);
                    if let Some(schedule) = &initiative.schedule {
                        texts.schedule(initiative.node, schedule);
                    }
                }
            }
        }
        texts.institutions(volume);
    }
    texts.facts();
}

struct Texts<'a> {
    plan: &'a Plan<Resolved>,
    nodes: &'a mut [Node],
    /// Where the institutions are among the nodes, by id.
    institutions: BTreeMap<String, usize>,
}

impl Texts<'_> {
    fn page(&mut self, node: NodeIx, title: &Localized<Vec<Inline<Resolved>>>, prose: &Localized<Prose<Resolved>>) {
        self.nodes[node.0].title = title.map(|_, title| plain(title));
        for (lang, prose) in prose.iter() {
            let text = self.own_text(&prose.lead, lang);
            self.nodes[node.0].text.insert(lang.clone(), text);
            for section in &prose.sections {
                self.section(section, lang);
            }
        }
    }

    fn section(&mut self, section: &Section<Resolved>, lang: &Lang) {
        let text = self.own_text(&section.blocks, lang);
        if section.standing != Standing::Missing {
            let node = &mut self.nodes[section.node.0];
            node.title.insert(lang.clone(), plain(&section.heading));
            node.text.insert(lang.clone(), text);
        }
        self.items(&section.blocks, lang);
        for below in &section.sections {
            self.section(below, lang);
        }
    }

    fn items(&mut self, blocks: &[Block<Resolved>], lang: &Lang) {
        for block in blocks {
            let BlockKind::List { items, .. } = &block.kind else { continue };
            for item in items {
                self.item(item, lang);
            }
        }
    }

    fn item(&mut self, item: &Item<Resolved>, lang: &Lang) {
        let missing = item.blocks.iter().all(|block| block.standing == Standing::Missing);
        if let Some(node) = item.node.filter(|_| !missing) {
            let text = self.own_text(&item.blocks, lang);
            let node = &mut self.nodes[node.0];
            node.title.insert(lang.clone(), text.clone());
            node.text.insert(lang.clone(), text);
        }
        self.items(&item.blocks, lang);
    }

    /// The text of blocks without the items that are nodes of their own, with the data that stand among them.
    fn own_text(&self, blocks: &[Block<Resolved>], lang: &Lang) -> String {
        let mut text = String::new();
        for block in blocks {
            let piece = match &block.kind {
                _ if block.standing == Standing::Missing => continue,
                BlockKind::List { items, .. } if items.iter().any(|item| item.node.is_some()) => continue,
                BlockKind::Data(Data::Table(index)) => table_text(&self.plan.statistics[index.0], lang),
                _ => plain_blocks(std::slice::from_ref(block)),
            };
            if !piece.is_empty() {
                let _ = writeln!(text, "{piece}");
            }
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// The schedule is no node: its text belongs to the initiative.
    fn schedule(&mut self, node: NodeIx, schedule: &Schedule) {
        for lang in &self.plan.meta.languages {
            let mut lines = Vec::new();
            for row in &schedule.rows {
                lines.extend(row.text.get(lang).cloned());
                for detail in &row.details {
                    let parts = detail.label.iter().chain(&detail.text).chain(&detail.items);
                    lines.extend(parts.filter_map(|part| part.get(lang)).cloned());
                }
            }
            if lines.is_empty() {
                continue;
            }
            let text = &mut self.nodes[node.0].text;
            let mut whole = text.get(lang).cloned().unwrap_or_default();
            if !whole.is_empty() {
                whole.push('\n');
            }
            whole.push_str(&lines.join("\n"));
            text.insert(lang.clone(), whole);
        }
    }

    fn institutions(&mut self, volume: &crate::plan::Volume<Resolved>) {
        let Some(matrix) = &volume.institutions else { return };
        for institution in &matrix.institutions {
            let Some(&index) = self.institutions.get(institution.id.value.as_str()) else { continue };
            let node = &mut self.nodes[index];
            node.title = institution.name.clone();
            node.text = institution.role.map(|lang, role| {
                let description = institution.description.get(lang).map_or("", String::as_str);
                format!("{role} {description}")
            });
        }
    }

    fn facts(&mut self) {
        for target in &self.plan.targets {
            let node = &mut self.nodes[target.node.0];
            node.title = target.title.map(|_, title| plain(title));
            node.text = target
                .unit
                .map(|_, unit| format!("{} → {}", target.baseline.with_unit(unit), target.goal.with_unit(unit)));
        }
        for (term, &index) in self.plan.terms.iter().zip(&self.plan.links.term_nodes) {
            let node = &mut self.nodes[index.0];
            node.title = term.term.clone();
            node.text = term.definition.clone();
        }
    }
}

fn table_text(statistic: &Statistic, lang: &Lang) -> String {
    let mut text = statistic.title.get(lang).cloned().unwrap_or_default();
    for row in &statistic.rows {
        let cells: Vec<&str> =
            row.iter().map(|cell| statistic.cell(cell, lang)).filter(|cell| !cell.is_empty()).collect();
        let _ = write!(text, "\n{}", cells.join(" "));
    }
    if let Some(source) = statistic.source.as_ref().and_then(|source| source.get(lang)) {
        let _ = write!(text, "\n{source}");
    }
    text
}
