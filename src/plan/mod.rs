//! The plan as types, without behaviour beyond walking them.
//!
//! [`Plan`] is generic over its [`Phase`]: after `parse` a re-post, a target or a link is still a name
//! ([`Unresolved`]); after `resolve` it is an index into the plan ([`Resolved`]), and no later stage
//! looks a name up or has a branch for "not found".

mod facts;
mod node;
mod number;
mod prose;
mod translation;

pub use facts::*;
pub use node::*;
pub use number::number;
pub use prose::*;
pub use translation::*;

use std::fmt::Debug;

use crate::lang::{Lang, Localized};
use crate::source::{Span, Spanned};

/// What is known of the names in a plan.
pub trait Phase: Debug + Clone + Send + Sync + 'static {
    /// A 再掲 in the text.
    type Repost: Debug + Clone + Send + Sync;
    /// A target that a policy shows.
    type Target: Debug + Clone + Send + Sync;
    /// The aim of a link within the plan.
    type Link: Debug + Clone + Send + Sync;
    /// A content expression inside a sentence.
    type Value: Debug + Clone + Send + Sync;
    /// A content expression that stands as a block.
    type Data: Debug + Clone + Send + Sync;
    /// The node of the plan that a heading or an item is.
    type Node: Debug + Clone + Send + Sync;
    /// The tables that exist only for the whole plan.
    type Links: Debug + Clone + Send + Sync;
}

/// After `parse`: names as their authors wrote them, each with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unresolved;

impl Phase for Unresolved {
    type Repost = RepostMark;
    type Target = Spanned<String>;
    type Link = Spanned<String>;
    type Value = Spanned<String>;
    type Data = Spanned<String>;
    type Node = ();
    type Links = ();
}

/// After `resolve`: every name is an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved;

impl Phase for Resolved {
    type Repost = RepostIx;
    type Target = TargetIx;
    type Link = NodeIx;
    type Value = String;
    type Data = Data;
    type Node = NodeIx;
    type Links = Links;
}

/// What a content expression puts in the place of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Data {
    /// `{{ table("…") }}`
    Table(StatisticIx),
    /// `{{ initiatives("…") }}`: the initiatives of a policy.
    Initiatives(NodeIx),
    /// `{{ targets() }}`: the targets of the volume in which it stands.
    Targets(VolumeIx),
    /// `{{ institutions() }}`: the support matrix of the volume in which it stands.
    Institutions(VolumeIx),
}

/// The whole plan.
#[derive(Debug, Clone)]
pub struct Plan<P: Phase> {
    /// What `plan.yaml` says of it.
    pub meta: Meta,
    /// Its volumes in order, also those that are not carried.
    pub volumes: Vec<Volume<P>>,
    /// All targets, volume by volume.
    pub targets: Vec<Target<P>>,
    /// All statistics, in the order of their ids.
    pub statistics: Vec<Statistic>,
    /// The glossary in the order of the readings.
    pub terms: Vec<Term>,
    /// Names of organisations, laws and programmes that are not in the glossary.
    pub names: Vec<Name>,
    /// What citizens say for words of the plan.
    pub synonyms: Vec<Synonym>,
    /// All passages in every language but the plan's own, in the order of their places.
    pub passages: Vec<Passage>,
    /// What is on record of the translations, in the order of the files.
    pub recorded: Vec<Recorded>,
    /// Nodes, re-posts, uses of terms.
    pub links: P::Links,
}

/// What `plan.yaml` says of the plan as a whole.
#[derive(Debug, Clone)]
pub struct Meta {
    /// Title of the plan.
    pub title: Localized<String>,
    /// A note on the title's origin, where it is not the printed one.
    pub title_note: Option<Localized<String>>,
    /// The body that publishes it.
    pub publisher: Localized<String>,
    /// First and last fiscal year.
    pub period: Years,
    /// Edition.
    pub edition: Localized<String>,
    /// Where the site will stand, with a slash at the end.
    pub base_url: String,
    /// Under which terms the text may be used.
    pub licence: Localized<String>,
    /// The languages of the site; the first is the plan's own.
    pub languages: Vec<Lang>,
    /// The words with which a re-post begins, as 再掲.
    pub repost: Localized<String>,
    /// Folder below `themes/`.
    pub theme: Spanned<String>,
    /// The file, for findings about the plan as a whole.
    pub span: Span,
}

impl Meta {
    /// The language the plan is written in.
    pub fn main_language(&self) -> &Lang {
        &self.languages[0]
    }
}

/// First and last year, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Years {
    /// First year, AD.
    pub from: i32,
    /// Last year, AD.
    pub to: i32,
}

impl Years {
    /// All years of the period.
    pub fn iter(self) -> impl Iterator<Item = i32> {
        self.from..=self.to
    }
}

/// A title with its term marks, in every language it has.
pub type Title<P> = Localized<Vec<Inline<P>>>;

/// A volume 編.
#[derive(Debug, Clone)]
pub struct Volume<P: Phase> {
    /// Slug, and id of the node.
    pub id: Spanned<String>,
    /// Printed number, as Ⅱ.
    pub number: Option<String>,
    /// Title, as 産業編: the name by which re-posts refer to it.
    pub title: Localized<String>,
    /// False for a volume that is known but not carried here.
    pub carried: bool,
    /// Its chapters.
    pub chapters: Vec<Chapter<P>>,
    /// 支援機関等の役割, if the volume has it.
    pub institutions: Option<Institutions>,
    /// The node.
    pub node: P::Node,
}

/// A chapter 章.
#[derive(Debug, Clone)]
pub struct Chapter<P: Phase> {
    /// Slug, and id of the node.
    pub id: Spanned<String>,
    /// Printed number.
    pub number: u32,
    /// Title.
    pub title: Title<P>,
    /// Its own text; a chapter may have none.
    pub prose: Localized<Prose<P>>,
    /// Its policies.
    pub policies: Vec<Policy<P>>,
    /// The node.
    pub node: P::Node,
}

/// A policy 施策.
#[derive(Debug, Clone)]
pub struct Policy<P: Phase> {
    /// Slug, and id of the node.
    pub id: Spanned<String>,
    /// Printed number.
    pub number: u32,
    /// Title.
    pub title: Title<P>,
    /// Lead, 現状と課題.
    pub prose: Localized<Prose<P>>,
    /// The targets shown under 数値目標.
    pub targets: Vec<ShownTarget<P>>,
    /// Its initiatives.
    pub initiatives: Vec<Initiative<P>>,
    /// The node.
    pub node: P::Node,
}

/// A target in the list of a policy.
#[derive(Debug, Clone)]
pub struct ShownTarget<P: Phase> {
    /// Which.
    pub target: P::Target,
    /// The printed mark when the target is re-posted from another policy, as 【再掲】.
    pub repost: Option<Localized<String>>,
}

/// An initiative 取組.
#[derive(Debug, Clone)]
pub struct Initiative<P: Phase> {
    /// Slug, and id of the node.
    pub id: Spanned<String>,
    /// Printed number, as 8 for (8).
    pub number: u32,
    /// Title.
    pub title: Title<P>,
    /// Printed pages, where known.
    pub pages: Vec<PrintedPage>,
    /// Measures with their actions.
    pub prose: Localized<Prose<P>>,
    /// 工程表
    pub schedule: Option<Schedule>,
    /// The node.
    pub node: P::Node,
}

/// A page of the printed plan and what of the initiative stands on it.
#[derive(Debug, Clone)]
pub struct PrintedPage {
    /// Page number within the volume.
    pub page: Spanned<u32>,
    /// Numbers of the measures; empty for the whole initiative.
    pub measures: Vec<Spanned<u32>>,
}
