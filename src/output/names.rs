//! Which paths a file of the site may have: relative, plain, the same file on every system, and each only once.
//!
//! A site is built on one system, unpacked on another and served by a third. What is two files on Linux and one on
//! Windows or macOS (`Data/` and `data/`, が as one or two characters) would lose a page there without a word.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Mutex, PoisonError};

use unicode_normalization::UnicodeNormalization;

use super::error::{Kind, NameFault, OutputError};
use super::manifest::MARKER;

/// The paths that are taken. Both sinks refuse the same.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By folded path.
    taken: Mutex<BTreeMap<String, Taken>>,
}

/// What stands at a path, as it was spelled.
#[derive(Debug)]
enum Taken {
    File(String),
    Folder(String),
}

impl Names {
    /// Takes a path for a file, and the folders above it.
    pub(super) fn claim(&self, path: &str) -> Result<(), OutputError> {
        check(path).map_err(|why| Kind::Name { path: path.to_owned(), why })?;
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let mut folded = String::with_capacity(path.len());
        for (end, name) in prefixes(path) {
            folded.extend((!folded.is_empty()).then_some('/'));
            fold(name, &mut folded);
            let (spelled, is_file) = (&path[..end], end == path.len());
            match taken.entry(folded.clone()) {
                Entry::Vacant(free) if is_file => drop(free.insert(Taken::File(spelled.to_owned()))),
                Entry::Vacant(free) => drop(free.insert(Taken::Folder(spelled.to_owned()))),
                Entry::Occupied(other) => match other.get() {
                    Taken::Folder(other) if !is_file && other == spelled => {}
                    Taken::Folder(other) | Taken::File(other) => {
                        return Err(Kind::Clash { path: path.to_owned(), other: other.clone() }.into());
                    }
                },
            }
        }
        Ok(())
    }
}

/// The names of a path, each with the end of it in the path.
fn prefixes(path: &str) -> impl Iterator<Item = (usize, &str)> {
    path.split('/').scan(0, |start, name| {
        let end = *start + name.len();
        *start = end + 1;
        Some((end, name))
    })
}

fn check(path: &str) -> Result<(), NameFault> {
    if path.is_empty() {
        return Err(NameFault::Empty);
    }
    if path.starts_with('/') {
        return Err(NameFault::Absolute);
    }
    if path.eq_ignore_ascii_case(MARKER) {
        return Err(NameFault::Marker);
    }
    path.split('/').try_for_each(check_name)
}

fn check_name(name: &str) -> Result<(), NameFault> {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    let is_bad = |character: &char| character.is_control() || "\\:*?\"<>|".contains(*character);
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    // COM1 and LPT1 too, with any digit, and ¹ ² ³ as well.
    let is_port = |port: &str| {
        let (head, digit) = (stem.get(..3), stem.get(3..));
        head.is_some_and(|head| head.eq_ignore_ascii_case(port))
            && digit.is_some_and(|digit| matches!(digit.as_bytes(), [b'0'..=b'9']) || ["¹", "²", "³"].contains(&digit))
    };
    match name {
        "" => Err(NameFault::Empty),
        "." | ".." => Err(NameFault::Dots),
        _ if name.len() > 255 => Err(NameFault::Long),
        _ if name.ends_with(['.', ' ']) => Err(NameFault::End),
        _ if DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) => Err(NameFault::Device),
        _ if is_port("COM") || is_port("LPT") => Err(NameFault::Device),
        _ => name.chars().find(is_bad).map_or(Ok(()), |character| Err(NameFault::Character(character))),
    }
}

/// The name as the least discerning of file systems sees it.
fn fold(name: &str, folded: &mut String) {
    if name.is_ascii() {
        folded.extend(name.chars().map(|character| character.to_ascii_lowercase()));
    } else {
        // Up and down again, so that ſ, ß and the two small sigmas are what they are on such systems.
        folded.extend(name.nfc().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_are_taken_once() {
        let names = Names::default();
        for path in ["index.html", "ja/index.html", "ja/産業/が.svg", "ja/産業/", "en/index.html", ".well-known/x"]
        {
            assert_eq!(names.claim(path).is_ok(), !path.ends_with('/'), "{path}");
        }
        assert!(
            matches!(names.claim("ja/index.html").unwrap_err().kind(), Kind::Clash { path, other } if path == other)
        );
    }

    #[test]
    fn paths_that_leave_the_site_or_hurt_a_system_are_refused() {
        let long = "a".repeat(256);
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            "./a",
            "a//b",
            "a/",
            "a\\b",
            "C:/x",
            "a:b",
            "a\0b",
            "a\nb",
            "nul",
            "ja/Con.html",
            "com1",
            "x/LPT9.txt",
            "COM¹",
            "a./b",
            "a ",
            "a?b",
            &long,
            MARKER,
            ".KEIKAKU-manifest.json",
        ] {
            assert!(matches!(Names::default().claim(path).unwrap_err().kind(), Kind::Name { .. }), "{path:?}");
        }
        for path in ["com", "common.js", "console", "lpt", "comé", "nullify/a", "x/.keikaku-manifest.json"] {
            Names::default().claim(path).unwrap();
        }
    }

    #[test]
    fn paths_that_are_one_on_some_system_are_refused() {
        for (one, other) in [
            ("a", "A"),
            ("ja/x", "JA/y"),
            ("ja/x", "ja"),
            ("ja", "ja/x"),
            ("が", "か\u{3099}"),
            ("ß", "SS"),
            ("ς", "σ"),
            ("K", "\u{212A}"),
            ("É/a", "e\u{301}/b"),
        ] {
            let names = Names::default();
            names.claim(one).unwrap();
            assert!(matches!(names.claim(other).unwrap_err().kind(), Kind::Clash { .. }), "{one} {other}");
        }
    }
}
