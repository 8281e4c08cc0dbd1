//! The record of translations as files, `translated.LANGUAGE.yaml` in the folder of each text: one line a
//! passage, in the order of the texts, so that a diff of it shows which passages were looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Selection;
use crate::lang::Lang;
use crate::plan::{Passage, Recorded, Standing, fingerprint};
use crate::source::Sources;

/// What confirming changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// How many passages are up to date now and were not before.
    pub passages: usize,
    /// The files to write: path below the site's folder, and text. Those that stay as they are are left out.
    pub files: Vec<(String, String)>,
}

const HEAD: &str = "# 訳が、原文のどの文から作られたかの記録です（原文の指紋、訳の指紋、原文の始まり）。
# keikaku status --confirm が書きます。手では直しません。
# Which original each passage was translated from: fingerprints of the original and of the translation, and how
# the original begins. Written by `keikaku status --confirm`, not by hand.
";

/// The record once the selected passages are said to be up to date.
pub fn confirm(passages: &[Passage], recorded: &[Recorded], selection: &Selection, sources: &Sources) -> Confirmed {
    let mut known: BTreeMap<(&Lang, &str), Vec<&Recorded>> = BTreeMap::new();
    for line in recorded {
        known.entry((&line.lang, line.translation.as_str())).or_default().push(line);
    }
    let mut confirmed = 0;
    let mut files: BTreeMap<String, Lines> = BTreeMap::new();
    for passage in passages {
        let Some(text) = &passage.text else { continue };
        let file = files.entry(path(passage, sources)).or_default();
        let translation = fingerprint(&text.value);
        let chosen = passage.standing != Standing::Current && selection.has(passage, sources);
        confirmed += usize::from(chosen);
        if chosen || passage.standing == Standing::Current {
            file.add(&fingerprint(&passage.own.value), &translation, &excerpt(&passage.own.value));
        } else {
            // What a translation was made from stays on record until somebody has looked at it.
            for line in known.get(&(&passage.lang, translation.as_str())).into_iter().flatten() {
                file.add(&line.own, &translation, &line.excerpt);
            }
        }
    }
    let text = |path: &str| sources.find(path).map(|file| sources.get(file).text.as_str());
    let files = files.into_iter().map(|(path, lines)| (path, lines.text)).filter(|(path, lines)| match text(path) {
        Some(now) => now != lines,
        None => !lines.is_empty(),
    });
    Confirmed { passages: confirmed, files: files.collect() }
}

/// The lines of one file; a pair that occurs twice stands once.
#[derive(Default)]
struct Lines {
    text: String,
    pairs: BTreeSet<(String, String)>,
}

impl Lines {
    fn add(&mut self, own: &str, translation: &str, excerpt: &str) {
        if self.pairs.insert((own.to_owned(), translation.to_owned())) {
            if self.text.is_empty() {
                self.text.push_str(HEAD);
            }
            let line = format!("- {own} {translation} {excerpt}");
            let _ = writeln!(self.text, "{}", line.trim_end());
        }
    }
}

/// The record of a passage stands in the folder of its text; that of the glossary with the content.
fn path(passage: &Passage, sources: &Sources) -> String {
    let own = sources.get(passage.own.span.file).path.as_str();
    let folder = own.rsplit_once('/').map_or("content", |(folder, _)| folder);
    format!("{folder}/translated.{}.yaml", passage.lang)
}

/// The first letters of a text, such as YAML takes without quotes.
fn excerpt(text: &str) -> String {
    const LENGTH: usize = 24;
    text.chars().filter(|c| c.is_alphanumeric()).take(LENGTH).collect()
}
