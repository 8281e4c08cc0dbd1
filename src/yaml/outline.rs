//! The bare structure of a YAML text: which node stands where, below which key.
//!
//! The YAML library tells for each complaint a place near the fault; the outline finds from it the key or the
//! mapping that a person would point at.

use std::ops::Range;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Mapping,
    Sequence,
    Text,
    /// Nothing, `~` or `null`.
    Null,
}

/// A node.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) shape: Shape,
    pub(super) range: Range<usize>,
    /// The key it is the value of.
    pub(super) key: Option<Range<usize>>,
    pub(super) parent: Option<usize>,
}

/// All nodes, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<Node>,
}

impl Outline {
    /// True where there is no content at all.
    pub(super) fn is_empty(&self) -> bool {
        self.nodes.first().is_none_or(|node| node.shape == Shape::Null && node.range.is_empty())
    }

    /// Where mappings and sequences begin and end, in the order of their beginnings.
    pub(super) fn blocks(&self) -> Vec<Range<usize>> {
        let is_block = |node: &&Node| matches!(node.shape, Shape::Mapping | Shape::Sequence);
        self.nodes.iter().filter(is_block).map(|node| node.range.clone()).collect()
    }

    /// The value that begins here.
    pub(super) fn value_at(&self, start: usize) -> Option<&Node> {
        self.nodes.iter().find(|node| node.range.start == start && !node.range.is_empty())
    }

    /// The value of the key that begins here.
    pub(super) fn below_key_at(&self, start: usize) -> Option<&Node> {
        self.nodes.iter().find(|node| node.key.as_ref().is_some_and(|key| key.start == start))
    }

    /// The mapping that begins here or has a key here.
    pub(super) fn mapping_at(&self, start: usize) -> Option<&Node> {
        let of_key = || self.below_key_at(start).and_then(|node| node.parent).and_then(|parent| self.nodes.get(parent));
        let begins = |node: &&Node| node.shape == Shape::Mapping && node.range.start == start;
        self.nodes.iter().find(begins).or_else(of_key)
    }

    /// Where a person would point to say "this mapping": its key, or its own first key.
    pub(super) fn name_of<'a>(&'a self, mapping: &'a Node) -> Range<usize> {
        if let Some(key) = &mapping.key {
            return key.clone();
        }
        let is_child = |node: &&Node| {
            node.parent.and_then(|parent| self.nodes.get(parent)).is_some_and(|parent| std::ptr::eq(parent, mapping))
        };
        self.nodes.iter().find(is_child).and_then(|child| child.key.clone()).unwrap_or_else(|| mapping.range.clone())
    }

    /// The value before the one of the key that begins here, in the same mapping, with its key.
    pub(super) fn before_key_at(&self, start: usize) -> Option<&Node> {
        let at = self.nodes.iter().position(|node| node.key.as_ref().is_some_and(|key| key.start == start))?;
        let parent = self.nodes.get(at)?.parent;
        self.nodes.get(..at)?.iter().rev().find(|node| node.parent == parent)
    }
}
