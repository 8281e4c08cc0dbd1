//! The real plan in a folder of its own, to be changed.

use std::fs;

use crate::common::{copy, root};

/// A copy of the real plan.
pub(crate) fn real_plan() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    for folder in ["content", "themes"] {
        copy(&root().join(folder), &site.path().join(folder));
    }
    fs::copy(root().join("glossary.yaml"), site.path().join("glossary.yaml")).unwrap();
    site
}
