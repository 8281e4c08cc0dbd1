//! Every YAML file of the real plan gives the same value through our reader and through serde_yaml.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the finding")]

use std::path::Path;

use keikaku::source::{SourceFile, Sources};

#[test]
fn both_readers_agree_on_the_real_content() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = 0;
    let folders = ["content", "glossary.yaml", "themes"].map(|name| site.join(name));
    for entry in folders.iter().filter(|path| path.exists()).flat_map(walkdir::WalkDir::new) {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let expected: serde_json::Value = serde_yaml::from_str(&text).unwrap();
        let mut sources = Sources::default();
        let file = sources.add(SourceFile { path: entry.path().display().to_string(), text });
        let ours: serde_json::Value = keikaku::yaml::read(&sources, file).unwrap();
        assert_eq!(ours, expected, "{}", entry.path().display());
        files += 1;
    }
    assert!(files > 20, "only {files} files were compared");
}
