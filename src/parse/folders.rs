//! The folders of the content: which file stands where. Numbers in front of a name give the order.

use std::collections::BTreeMap;

use crate::source::{FileId, Sources};

/// A folder of the content.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Path below the site's folder.
    pub(super) path: String,
    /// Its files by name.
    pub(super) files: BTreeMap<String, FileId>,
    /// The folders in it by name.
    folders: BTreeMap<String, Folder>,
}

impl Folder {
    /// The tree of all files below `root`, as `content`.
    pub(super) fn tree(sources: &Sources, root: &str) -> Self {
        let mut tree = Self { path: root.to_owned(), ..Self::default() };
        for (id, file) in sources.iter() {
            let Some(below) = file.path.strip_prefix(root).and_then(|path| path.strip_prefix('/')) else { continue };
            let mut folder = &mut tree;
            let mut names = below.split('/').peekable();
            while let Some(name) = names.next() {
                if names.peek().is_none() {
                    folder.files.insert(name.to_owned(), id);
                    break;
                }
                let path = format!("{}/{name}", folder.path);
                folder = folder.folders.entry(name.to_owned()).or_insert_with(|| Self { path, ..Self::default() });
            }
        }
        tree
    }

    /// The folder of this name.
    pub(super) fn folder(&self, name: &str) -> Option<&Self> {
        self.folders.get(name)
    }

    /// The folders whose names begin with a number, in the order of the numbers: slug and folder.
    pub(super) fn numbered(&self) -> Vec<(&str, &Self)> {
        let mut numbered: Vec<(u32, &str, &Self)> = self
            .folders
            .iter()
            .filter_map(|(name, folder)| split_number(name).map(|(n, slug)| (n, slug, folder)))
            .collect();
        numbered.sort_by_key(|(number, slug, _)| (*number, *slug));
        numbered.into_iter().map(|(_, slug, folder)| (slug, folder)).collect()
    }

    /// The folders without a number, by name.
    pub(super) fn unnumbered(&self) -> impl Iterator<Item = (&str, &Self)> {
        self.folders
            .iter()
            .filter(|(name, _)| split_number(name).is_none())
            .map(|(name, folder)| (name.as_str(), folder))
    }
}

/// `01-siting` is number 1, slug `siting`.
fn split_number(name: &str) -> Option<(u32, &str)> {
    let (number, slug) = name.split_once('-')?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    Some((number.parse().ok()?, slug))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn folders_are_ordered_by_number() {
        let mut sources = Sources::default();
        for path in ["content/v/10-j/a.yaml", "content/v/2-b/a.yaml", "content/v/data/x.csv", "themes/x"] {
            sources.add(SourceFile { path: path.to_owned(), text: String::new() });
        }
        let tree = Folder::tree(&sources, "content");
        let volume = tree.folder("v").unwrap();
        let slugs: Vec<&str> = volume.numbered().into_iter().map(|(slug, _)| slug).collect();
        assert_eq!(slugs, ["b", "j"]);
        assert_eq!(volume.unnumbered().map(|(name, _)| name).collect::<Vec<_>>(), ["data"]);
        assert_eq!(volume.folder("10-j").unwrap().path, "content/v/10-j");
    }
}
