//! The plan with its names replaced by indices. One function a type; nothing is judged here beyond
//! whether a name exists.

use super::expressions::{Evaluator, Outcome};
use super::nodes::Nodes;
use super::unknown;
use crate::diag::Diagnostic;
use crate::lang::{Lang, Localized};
use crate::plan::{
    Block, BlockKind, Chapter, Initiative, Inline, Item, NodeIx, Policy, Prose, RepostIx, RepostMark, Resolved,
    Section, ShownTarget, Target, TermIx, TermUse, Title, Unresolved, Volume, VolumeIx,
};
use crate::source::{Span, Spanned};

/// A re-post whose original is still to be found.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) from: NodeIx,
    /// The wording in the plan and in its translations.
    pub(super) label: Localized<String>,
    pub(super) kind: PendingKind,
}

/// What is known of the original.
#[derive(Debug)]
pub(super) enum PendingKind {
    /// A mark in the text.
    Mark(RepostMark),
    /// A target in the list of a policy; the original is the target itself.
    Target { to: NodeIx, span: Span },
}

/// The walk over the plan and what it gathers.
pub(super) struct Converter<'a> {
    pub(super) nodes: &'a Nodes,
    pub(super) evaluator: Evaluator<'a>,
    pub(super) targets: &'a [Target<Unresolved>],
    pub(super) pending: Vec<Pending>,
    /// For each term, where it is marked.
    pub(super) term_uses: Vec<Vec<TermUse>>,
    pub(super) findings: Vec<Diagnostic>,
    /// Where the walk is.
    pub(super) place: Place,
}

/// Where the walk is: what an expression or a mark belongs to.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) volume: VolumeIx,
    /// The id of the page's node.
    pub(super) page: String,
    pub(super) node: NodeIx,
    pub(super) lang: Lang,
    /// Terms and re-posts are counted in the plan's own language only.
    pub(super) counts: bool,
}

impl Converter<'_> {
    pub(super) fn volume(&mut self, volume: Volume<Unresolved>, index: VolumeIx) -> Volume<Resolved> {
        self.place.volume = index;
        let node = self.node(&volume.id.value);
        Volume {
            chapters: volume.chapters.into_iter().map(|chapter| self.chapter(chapter)).collect(),
            id: volume.id,
            number: volume.number,
            title: volume.title,
            carried: volume.carried,
            institutions: volume.institutions,
            node,
        }
    }

    fn chapter(&mut self, chapter: Chapter<Unresolved>) -> Chapter<Resolved> {
        let node = self.enter(&chapter.id.value);
        Chapter {
            title: self.title(chapter.title),
            prose: self.localized(chapter.prose, Self::prose),
            policies: chapter.policies.into_iter().map(|policy| self.policy(policy)).collect(),
            id: chapter.id,
            number: chapter.number,
            node,
        }
    }

    fn policy(&mut self, policy: Policy<Unresolved>) -> Policy<Resolved> {
        let node = self.enter(&policy.id.value);
        Policy {
            title: self.title(policy.title),
            prose: self.localized(policy.prose, Self::prose),
            targets: policy.targets.into_iter().filter_map(|shown| self.shown_target(shown, node)).collect(),
            initiatives: policy.initiatives.into_iter().map(|initiative| self.initiative(initiative)).collect(),
            id: policy.id,
            number: policy.number,
            node,
        }
    }

    fn initiative(&mut self, initiative: Initiative<Unresolved>) -> Initiative<Resolved> {
        let node = self.enter(&initiative.id.value);
        Initiative {
            title: self.title(initiative.title),
            prose: self.localized(initiative.prose, Self::prose),
            id: initiative.id,
            number: initiative.number,
            pages: initiative.pages,
            schedule: initiative.schedule,
            node,
        }
    }

    fn shown_target(&mut self, shown: ShownTarget<Unresolved>, from: NodeIx) -> Option<ShownTarget<Resolved>> {
        let Some(target) = self.targets.iter().position(|target| target.id.value == shown.target.value) else {
            let ids = self.targets.iter().map(|target| target.id.value.as_str());
            self.findings.push(unknown::name(&shown.target, ("目標", "target"), ids));
            return None;
        };
        if let Some(label) = &shown.repost {
            let to = self.node(&format!("target/{}", shown.target.value));
            let kind = PendingKind::Target { to, span: shown.target.span };
            self.pending.push(Pending { from, label: label.clone(), kind });
        }
        Some(ShownTarget { target: crate::plan::TargetIx(target), repost: shown.repost })
    }

    pub(super) fn target(&mut self, target: Target<Unresolved>) -> Target<Resolved> {
        let node = self.enter(&format!("target/{}", target.id.value));
        Target {
            title: self.title(target.title),
            id: target.id,
            volume: target.volume,
            number: target.number,
            unit: target.unit,
            baseline: target.baseline,
            goal: target.goal,
            results: target.results,
            node,
        }
    }

    /// Goes to a node with a page of its own.
    fn enter(&mut self, id: &str) -> NodeIx {
        let node = self.node(id);
        self.place.node = node;
        id.clone_into(&mut self.place.page);
        node
    }

    /// The node of an id that [`Nodes`] made itself.
    fn node(&self, id: &str) -> NodeIx {
        self.nodes.find(id).unwrap_or(self.place.node)
    }

    /// The node of a fragment of this page. A translation may have a fragment that the original has not:
    /// it then belongs to the node around it.
    fn fragment(&self, fragment: &str) -> NodeIx {
        self.node(&format!("{}/{fragment}", self.place.page))
    }

    fn localized<T, U>(&mut self, values: Localized<T>, mut change: impl FnMut(&mut Self, T) -> U) -> Localized<U> {
        let main = self.evaluator.main_language().clone();
        // The plan's own language first: re-posts of a translation refer to those of the original.
        values.into_map(|values| {
            let (own, others): (Vec<_>, Vec<_>) = values.into_iter().partition(|(lang, _)| *lang == main);
            own.into_iter()
                .chain(others)
                .map(|(lang, value)| {
                    self.place.counts = lang == main;
                    self.place.lang = lang.clone();
                    (lang, change(self, value))
                })
                .collect()
        })
    }

    fn title(&mut self, title: Title<Unresolved>) -> Title<Resolved> {
        self.localized(title, Self::inlines)
    }

    fn prose(&mut self, prose: Prose<Unresolved>) -> Prose<Resolved> {
        Prose {
            lead: self.blocks(prose.lead),
            sections: prose.sections.into_iter().map(|section| self.section(section)).collect(),
            footnotes: prose.footnotes.into_iter().map(|(label, blocks)| (label, self.blocks(blocks))).collect(),
        }
    }

    fn section(&mut self, section: Section<Unresolved>) -> Section<Resolved> {
        let node = self.fragment(&section.fragment);
        let above = std::mem::replace(&mut self.place.node, node);
        let converted = Section {
            heading: self.inlines(section.heading),
            blocks: self.blocks(section.blocks),
            sections: section.sections.into_iter().map(|below| self.section(below)).collect(),
            kind: section.kind,
            fragment: section.fragment,
            number: section.number,
            span: section.span,
            standing: section.standing,
            node,
        };
        self.place.node = above;
        converted
    }

    fn blocks(&mut self, blocks: Vec<Block<Unresolved>>) -> Vec<Block<Resolved>> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: Block<Unresolved>) -> Block<Resolved> {
        let kind = match block.kind {
            BlockKind::Paragraph(content) => BlockKind::Paragraph(self.inlines(content)),
            BlockKind::List { start, items } => {
                BlockKind::List { start, items: items.into_iter().map(|item| self.item(item)).collect() }
            }
            BlockKind::Table { head, rows } => {
                let rows = rows.into_iter().map(|row| self.cells(row)).collect();
                BlockKind::Table { head: self.cells(head), rows }
            }
            BlockKind::Figure { caption, note } => BlockKind::Figure { caption: self.inlines(caption), note },
            BlockKind::Quote(blocks) => BlockKind::Quote(self.blocks(blocks)),
            BlockKind::Code(code) => BlockKind::Code(code),
            BlockKind::Rule => BlockKind::Rule,
            BlockKind::Data(expression) => match self.evaluate(&expression) {
                Outcome::Data(data) => BlockKind::Data(data),
                Outcome::Text(text) => BlockKind::Paragraph(vec![Inline::Value(text)]),
            },
        };
        Block { kind, span: block.span, standing: block.standing }
    }

    fn cells(&mut self, cells: Vec<Vec<Inline<Unresolved>>>) -> Vec<Vec<Inline<Resolved>>> {
        cells.into_iter().map(|cell| self.inlines(cell)).collect()
    }

    fn item(&mut self, item: Item<Unresolved>) -> Item<Resolved> {
        let node =
            item.kind.is_node().then(|| item.fragment.as_deref().map(|fragment| self.fragment(fragment))).flatten();
        let above = self.place.node;
        self.place.node = node.unwrap_or(above);
        let blocks = self.blocks(item.blocks);
        self.place.node = above;
        Item { kind: item.kind, fragment: item.fragment, span: item.span, node, blocks }
    }

    fn inlines(&mut self, inlines: Vec<Inline<Unresolved>>) -> Vec<Inline<Resolved>> {
        inlines.into_iter().filter_map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: Inline<Unresolved>) -> Option<Inline<Resolved>> {
        Some(match inline {
            Inline::Text(text) => Inline::Text(text),
            Inline::Term { term, text, span } => {
                self.count_term(term, span);
                Inline::Term { term, text, span }
            }
            Inline::Repost(mark) => Inline::Repost(self.repost(mark)),
            Inline::Value(expression) => match self.evaluate(&expression) {
                Outcome::Text(text) => Inline::Value(text),
                Outcome::Data(_) => {
                    self.findings.push(unknown::block_in_sentence(expression.span));
                    return None;
                }
            },
            Inline::Strong(content) => Inline::Strong(self.inlines(content)),
            Inline::Emphasis(content) => Inline::Emphasis(self.inlines(content)),
            Inline::Strike(content) => Inline::Strike(self.inlines(content)),
            Inline::Code(code) => Inline::Code(code),
            Inline::ExternalLink { url, content } => Inline::ExternalLink { url, content: self.inlines(content) },
            Inline::Link { to, content } => {
                let Some(node) = self.nodes.find(&to.value) else {
                    self.findings.push(unknown::name(&to, ("リンク先", "link target"), self.nodes.ids()));
                    return None;
                };
                Inline::Link { to: node, content: self.inlines(content) }
            }
            Inline::Footnote(label) => Inline::Footnote(label),
            Inline::Ruby { base, reading } => Inline::Ruby { base, reading },
            Inline::Break => Inline::Break,
        })
    }

    /// A re-post of the plan's own text is new; one of a translation is that of the same node.
    fn repost(&mut self, mark: RepostMark) -> RepostIx {
        let from = self.place.node;
        let same = |pending: &Pending| matches!(&pending.kind, PendingKind::Mark(known) if pending.from == from && known.page == mark.page);
        if !self.place.counts
            && let Some(known) = self.pending.iter().position(same)
        {
            self.pending[known].label.insert(self.place.lang.clone(), mark.label);
            return RepostIx(known);
        }
        let label = Localized::from_iter([(self.place.lang.clone(), mark.label.clone())]);
        self.pending.push(Pending { from, label, kind: PendingKind::Mark(mark) });
        RepostIx(self.pending.len() - 1)
    }

    fn count_term(&mut self, term: TermIx, span: Span) {
        if self.place.counts
            && let Some(uses) = self.term_uses.get_mut(term.0)
        {
            uses.push(TermUse { node: self.place.node, span });
        }
    }

    fn evaluate(&mut self, expression: &Spanned<String>) -> Outcome {
        let lang = self.place.lang.clone();
        self.evaluator.evaluate(expression, &lang, self.place.volume).unwrap_or_else(|finding| {
            self.findings.push(*finding);
            Outcome::Text(String::new())
        })
    }
}
