//! Nodes: everything in the plan that has an id and an address, and the links between them.

use crate::lang::Localized;
use crate::site::Address;
use crate::source::Span;

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    )*};
}

index! {
    /// Index into [`Links::nodes`].
    NodeIx
    /// Index into [`Links::reposts`].
    RepostIx
    /// Index into [`super::Plan::targets`].
    TargetIx
    /// Index into [`super::Plan::terms`].
    TermIx
    /// Index into [`super::Plan::statistics`].
    StatisticIx
    /// Index into [`super::Plan::volumes`].
    VolumeIx
}

/// What a node is. The names are those of `plan.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NodeKind {
    /// 編
    Volume,
    /// 章
    Chapter,
    /// A heading of a chapter or policy.
    Section,
    /// 施策
    Policy,
    /// 取組
    Initiative,
    /// ①
    Measure,
    /// ▽
    Action,
    /// ・
    Detail,
    /// 数値目標
    Target,
    /// 用語
    Term,
    /// 支援機関
    Institution,
}

/// Something in the plan with an id and an address.
#[derive(Debug, Clone)]
pub struct Node {
    /// Stable id, as `siting/m1-a3`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// Printed number.
    pub number: Option<String>,
    /// The node above it.
    pub parent: Option<NodeIx>,
    /// The nodes directly below it, in order.
    pub children: Vec<NodeIx>,
    /// Printed page, where known.
    pub page: Option<u32>,
    /// Title or, for an action or detail, its own text.
    pub title: Localized<String>,
    /// Its own text without that of the nodes below it.
    pub text: Localized<String>,
    /// Where it stands on the site.
    pub address: Address,
    /// Where it stands in the sources.
    pub span: Span,
}

/// A re-post and its original.
#[derive(Debug, Clone)]
pub struct Repost {
    /// The node that carries the mark.
    pub from: NodeIx,
    /// The printed wording, and that of the translations.
    pub label: Localized<String>,
    /// The original.
    pub to: RepostTo,
    /// The volume it names, if it names one.
    pub volume: Option<super::VolumeIx>,
    /// The page it names.
    pub page: Option<u32>,
    /// Where the mark stands.
    pub span: Span,
}

/// Where the original of a re-post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepostTo {
    /// In this plan.
    Node(NodeIx),
    /// In a volume that is known and not carried here.
    NotCarried(super::VolumeIx),
}

/// A place where a term is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermUse {
    /// The nearest node around the mark.
    pub node: NodeIx,
    /// The place of the mark.
    pub span: Span,
}

/// The tables over the whole plan.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// All nodes: volumes with what is below them in reading order, then targets, terms, institutions.
    pub nodes: Vec<Node>,
    /// All re-posts in reading order.
    pub reposts: Vec<Repost>,
    /// For each node, the re-posts that lead to it.
    pub reposted_at: Vec<Vec<RepostIx>>,
    /// For each term, where it is marked.
    pub term_uses: Vec<Vec<TermUse>>,
    /// For each term, its node.
    pub term_nodes: Vec<NodeIx>,
}

impl Links {
    /// The node.
    pub fn node(&self, index: NodeIx) -> &Node {
        &self.nodes[index.0]
    }

    /// The node and all above it, the highest first.
    pub fn path(&self, index: NodeIx) -> Vec<NodeIx> {
        let mut path = vec![index];
        while let Some(parent) = self.node(path[path.len() - 1]).parent {
            path.push(parent);
        }
        path.reverse();
        path
    }
}
