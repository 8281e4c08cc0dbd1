//! `content/names.yaml`: names of organisations, laws and programmes that are not in the glossary.

use serde::Deserialize;

use crate::diag::Diagnostic;
use crate::lang::Lang;
use crate::parse::context::{Context, Text};
use crate::parse::folders::Folder;
use crate::plan::Name;

const FILE: &str = "names.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    names: Vec<RawName>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawName {
    name: Text,
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    provisional: Vec<Lang>,
}

/// Reads the names, if the plan has a file of them.
pub(in crate::parse) fn names(context: Context<'_>, content: &Folder, findings: &mut Vec<Diagnostic>) -> Vec<Name> {
    if !content.files.contains_key(FILE) {
        return Vec::new();
    }
    let Some((_, raw)) = context.yaml::<Raw>(content, FILE, findings) else { return Vec::new() };
    let name = |raw: RawName| Name {
        name: context.text(&raw.name, findings),
        variants: raw.variants,
        provisional: raw.provisional,
    };
    raw.names.into_iter().map(name).collect()
}
