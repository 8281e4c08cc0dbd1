//! Names of files and folders: what an editor or a system leaves behind is passed over, what another system
//! could not hold is refused.
//!
//! A plan is edited on Windows and built on Linux: a name that one of them cannot write, or two names that one of
//! them takes for the same, would lose a file without a word.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::walk::Entry;
use crate::diag::{Code, Diagnostic, Message, Place};

const NOT_PORTABLE: Code = Code("K005");
const SAME_NAME: Code = Code("K006");

/// True for what editors, Windows and macOS leave behind; hidden files and folders are never content.
pub(super) fn is_clutter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || ["Thumbs.db", "desktop.ini"].iter().any(|known| name.eq_ignore_ascii_case(known))
        || name
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ["swp", "bak", "tmp"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Why a name cannot be written on every system, in Japanese and English.
pub(super) fn fault(name: &str) -> Option<Message> {
    if let Some(c) = name.chars().find(|&c| r#"<>:"|?*\"#.contains(c) || c.is_control()) {
        let shown = c.escape_debug();
        return Some(Message::new(
            format!("Windows では使えない文字「{shown}」があります"),
            format!("it has the character `{shown}`, which Windows does not allow"),
        ));
    }
    if name.ends_with('.') || name.ends_with(' ') {
        return Some(Message::new(
            "末尾の点や空白は Windows で消えてしまいます",
            "Windows drops a dot or a space at the end",
        ));
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|device| {
        stem.strip_prefix(device).is_some_and(|rest| {
            let mut rest = rest.chars();
            matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
        })
    });
    if numbered || ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()) {
        return Some(Message::new(
            format!("「{stem}」は Windows の予約名です"),
            format!("`{stem}` is a reserved name on Windows"),
        ));
    }
    None
}

/// The finding for a name that cannot be written on every system.
pub(super) fn not_portable(path: &str, why: &Message) -> Diagnostic {
    Diagnostic::error(
        NOT_PORTABLE,
        Place::Path(path.to_owned()),
        Message::new(format!("この名前は使えません。{}", why.ja), format!("this name cannot be used: {}", why.en)),
    )
    .help(Message::new("名前を変えてください", "rename it"))
}

/// Refuses paths that are equal but for case or for the Unicode normal form. `entries` are sorted by path.
pub(super) fn check(entries: &[Entry], findings: &mut Vec<Diagnostic>) {
    // Folders count as well: `A/x.md` and `a/y.md` are one folder on Windows.
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut reported: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    for entry in entries {
        let ends = entry.path.match_indices('/').map(|(at, _)| at).chain([entry.path.len()]);
        for end in ends {
            let path = &entry.path[..end];
            let first = *seen.entry(folded(path)).or_insert(path);
            if first != path {
                if reported.insert(path) {
                    findings.push(same_name(path, first));
                }
                // What lies below two such folders is not compared again.
                break;
            }
        }
    }
}

fn folded(path: &str) -> String {
    path.nfc().flat_map(char::to_lowercase).nfc().collect()
}

fn same_name(path: &str, first: &str) -> Diagnostic {
    Diagnostic::error(
        SAME_NAME,
        Place::Path(path.to_owned()),
        Message::new(
            format!("「{first}」と、大文字・小文字または文字の合成のしかたしか違わない名前です"),
            format!("its name differs from “{first}” only in case or Unicode normal form"),
        ),
    )
    .help(Message::new(
        "Windows や macOS では同じファイルになります。どちらかの名前を変えてください",
        "Windows and macOS take both for one file: rename one of them",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clutter() {
        for name in [".DS_Store", "Thumbs.db", "desktop.ini", "~$x.docx", "x~", ".#x", "#x#", "a.swp", "a.BAK", "a.tmp"]
        {
            assert!(is_clutter(name), "{name}");
        }
        for name in ["index.ja.md", "x#1.md", "~x.md", "tmp", "bak.md"] {
            assert!(!is_clutter(name), "{name}");
        }
    }

    #[test]
    fn portable() {
        for name in [
            "CON", "con.md", "Nul.yaml", "AUX", "COM1", "lpt9.txt", "com².md", "a.", "a ", "a:b", "a?", "a\u{7}b",
            "a\\b",
        ] {
            assert!(fault(name).is_some(), "{name}");
        }
        for name in ["conference.md", "COM10", "COM", "01-誘致.md", "a.b.md", "nul-1", "計画（案）.md"] {
            assert!(fault(name).is_none(), "{name}");
        }
    }
}
