//! The import directions of the map in `src/lib.rs`: who may name whom.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with the modules of the crate that it may name. What is not listed may name nothing.
const ALLOWED: &[(&str, &[&str])] = &[
    ("build", &[]),
    ("characters", &["diag"]),
    ("lang", &[]),
    ("source", &[]),
    ("system", &["diag"]),
    ("diag", &["source", "characters"]),
    ("site", &["lang"]),
    ("plan", &["lang", "site", "source"]),
    ("wordings", &[]),
    ("yaml", &["characters", "diag", "lang", "source"]),
    ("load", &["characters", "diag", "source", "system"]),
    ("parse", &["diag", "lang", "load", "plan", "source", "yaml"]),
    ("resolve", &["diag", "lang", "plan", "site", "source"]),
    ("check", &["diag", "lang", "plan", "source", "wordings"]),
    ("render", &["diag", "lang", "plan", "site", "source", "system", "wordings", "yaml"]),
    ("search", &["lang", "plan", "site"]),
    ("status", &["lang", "plan", "source"]),
    ("output", &["diag", "site", "system"]),
    (
        "cli",
        &[
            "Analysis",
            "BuildError",
            "Built",
            "Stage",
            "Survey",
            "Times",
            "analyse",
            "build",
            "diag",
            "output",
            "plan",
            "source",
            "status",
            "survey",
            "system",
        ],
    ),
];

#[test]
fn no_module_names_a_later_one_or_a_sibling() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    assert!(files.len() > 40, "the walk found {} files", files.len());
    let mut wrong = Vec::new();
    for file in files {
        let below = file.strip_prefix(&src).unwrap();
        let module = below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
        if matches!(module, "lib" | "main") || below.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{}: the module `{module}` is not in the map", below.display()));
            continue;
        };
        for name in named(&fs::read_to_string(&file).unwrap()) {
            if name != module && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{}: names `{name}`", below.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules that a file names as `crate::…`, tests at its end left out.
fn named(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut names = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            // `pub(crate)` has no path behind it.
            let rest = &line[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(group.split(',').filter_map(first_word)),
                None => names.extend(first_word(rest)),
            }
        }
    }
    names
}

fn first_word(text: &str) -> Option<String> {
    let word: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
}
