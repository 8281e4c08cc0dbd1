//! The record of translations, `translated.LANGUAGE.yaml` in the folders of the content: a line a passage,
//! `- FINGERPRINT-OF-THE-TEXT FINGERPRINT-OF-THE-TRANSLATION beginning of the text`.
//!
//! A passage is looked up by what it says, not by where it stands: what is moved stays known.

use std::collections::{HashMap, HashSet};

use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{Recorded, Standing, fingerprint};
use crate::source::{FileId, Sources, Spanned};
use crate::yaml::{self, At};

/// The name of a record is `translated.en.yaml`.
const PREFIX: &str = "translated.";
const SUFFIX: &str = ".yaml";

/// True for the name of a record.
pub(in crate::parse) fn is_record(name: &str) -> bool {
    language(name).is_some()
}

fn language(name: &str) -> Option<&str> {
    name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)
}

/// All records of the content.
#[derive(Debug, Default)]
pub(in crate::parse) struct Record {
    languages: HashMap<Lang, Known>,
    /// The lines in the order of the files.
    pub(in crate::parse) lines: Vec<Recorded>,
}

#[derive(Debug, Default)]
struct Known {
    /// By the translation's fingerprint, those of the texts it was made from.
    translations: HashMap<String, Vec<String>>,
    /// The texts that have a translation on record.
    own: HashSet<String>,
}

impl Record {
    /// Reads all records below `content/`, and what is wrong with them.
    pub(in crate::parse) fn read(sources: &Sources) -> (Self, Vec<Diagnostic>) {
        let mut record = Self::default();
        let mut findings = Vec::new();
        for (id, file) in sources.iter() {
            let Some((_, name)) =
                file.path.strip_prefix("content/").map(|path| path.rsplit_once('/').unwrap_or(("", path)))
            else {
                continue;
            };
            if let Some(code) = language(name) {
                record.file(sources, id, &Lang::new(code), &mut findings);
            }
        }
        (record, findings)
    }

    fn file(&mut self, sources: &Sources, id: FileId, lang: &Lang, findings: &mut Vec<Diagnostic>) {
        match yaml::read::<Vec<At<String>>>(sources, id) {
            Ok(lines) => lines.iter().for_each(|line| match read_line(lang, &line.value) {
                Some(line) => self.add(line),
                None => findings.push(malformed(line)),
            }),
            Err(found) => findings.extend(found),
        }
    }

    fn add(&mut self, line: Recorded) {
        let known = self.languages.entry(line.lang.clone()).or_default();
        known.translations.entry(line.translation.clone()).or_default().push(line.own.clone());
        known.own.insert(line.own.clone());
        self.lines.push(line);
    }

    /// True when the translation with this fingerprint was made from the text with that one.
    pub(super) fn pairs(&self, lang: &Lang, own: &str, translation: &str) -> bool {
        let known = self.languages.get(lang).and_then(|known| known.translations.get(translation));
        known.is_some_and(|made_from| made_from.iter().any(|known| known == own))
    }

    /// How a translation stands to a text.
    ///
    /// A translation on record that was made from other texts is behind. One that is not on record, of a text
    /// that is, has been mended while the text stayed: it is up to date. When both are new, nobody has said so.
    pub(super) fn standing(&self, lang: &Lang, own: &str, translation: &str) -> Standing {
        let Some(known) = self.languages.get(lang) else { return Standing::Unconfirmed };
        let own = fingerprint(own);
        match known.translations.get(&fingerprint(translation)) {
            Some(made_from) if made_from.contains(&own) => Standing::Current,
            Some(_) => Standing::Behind,
            None if known.own.contains(&own) => Standing::Current,
            None => Standing::Unconfirmed,
        }
    }
}

fn read_line(lang: &Lang, line: &str) -> Option<Recorded> {
    let mut parts = line.splitn(3, ' ');
    let (own, translation) = (parts.next()?, parts.next()?);
    let is_fingerprint = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_fingerprint(own) && is_fingerprint(translation)).then(|| Recorded {
        lang: lang.clone(),
        own: own.to_owned(),
        translation: translation.to_owned(),
        excerpt: parts.next().unwrap_or_default().to_owned(),
    })
}

/// K120: a line that no record has.
fn malformed(line: &Spanned<String>) -> Diagnostic {
    Diagnostic::error(
        Code("K120"),
        line.span,
        Message::new("翻訳の記録として読めない行です", "this line is no record of a translation"),
    )
    .help(Message::new(
        "このファイルは keikaku status --confirm が書きます。行を消すと、その段落は「未確認」に戻ります",
        "this file is written by keikaku status --confirm; without the line its passage is unconfirmed again",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_known_by_what_it_says() {
        let lang = Lang::new("en");
        let mut record = Record::default();
        assert_eq!(record.standing(&lang, "文", "text"), Standing::Unconfirmed);
        let line = format!("{} {} 文", fingerprint("文"), fingerprint("text"));
        record.add(read_line(&lang, &line).unwrap());
        let cases = [
            ("文", "text", Standing::Current),
            ("新しい文", "text", Standing::Behind),
            ("文", "better text", Standing::Current),
            ("新しい文", "new text", Standing::Unconfirmed),
        ];
        for (own, translation, expected) in cases {
            assert_eq!(record.standing(&lang, own, translation), expected, "{own} {translation}");
        }
        assert!(record.pairs(&lang, &fingerprint("文"), &fingerprint("text")));
        assert!(!record.pairs(&lang, &fingerprint("新しい文"), &fingerprint("text")));
    }

    #[test]
    fn other_lines_are_no_record() {
        assert!(read_line(&Lang::new("en"), "0123456789ab 0123456789ab").is_some());
        for line in ["", "x", "0123456789ab", "0123456789ab 0123", "0123456789ag 0123456789ab x"] {
            assert_eq!(read_line(&Lang::new("en"), line), None, "{line}");
        }
    }
}
