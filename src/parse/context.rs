//! What every reader of a fact needs: the files, the languages, the terms, and the list of findings.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::de::DeserializeOwned;

use super::folders::Folder;
use super::markdown::{self, Vocabulary};
use super::translation::{self, Record};
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::lang::{Lang, Localized};
use crate::plan::{Passage, Prose, Standing, Title, Unresolved};
use crate::source::{FileId, Sources, Span};
use crate::yaml::{self, At};

/// A text by language, with the place of each.
pub(super) type Text = Localized<At<String>>;

/// What does not change while facts are read. Cheap to share between threads.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) sources: &'a Sources,
    /// The languages of the plan, the plan's own first.
    pub(super) languages: &'a [Lang],
    pub(super) vocabulary: &'a Vocabulary,
    /// What is on record of the translations.
    pub(super) record: &'a Record,
    /// The passages that were read; they are put in the order of their places at the end.
    pub(super) passages: &'a Mutex<Vec<Passage>>,
    /// Set when a file of facts could not be read: the plan is then not complete.
    pub(super) lost: &'a AtomicBool,
}

impl<'a> Context<'a> {
    /// Reads a YAML file of a folder. A missing or faulty file is a finding.
    pub(super) fn yaml<T: DeserializeOwned>(
        self,
        folder: &Folder,
        name: &str,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<(FileId, T)> {
        let Some(&file) = folder.files.get(name) else {
            findings.push(missing_file(&format!("{}/{name}", folder.path)));
            return self.lose();
        };
        match read(self.sources, file, findings) {
            Some(value) => Some((file, value)),
            None => self.lose(),
        }
    }

    /// Nothing, and the note that something is missing.
    pub(super) fn lose<T>(self) -> Option<T> {
        self.lost.store(true, Ordering::Relaxed);
        None
    }

    /// A text without marks, in the languages of the plan.
    pub(super) fn text(self, text: &Text, findings: &mut Vec<Diagnostic>) -> Localized<String> {
        self.check_languages(text, findings);
        for (_, at) in text.iter().filter(|(_, at)| at.value.contains(['*', '＊'])) {
            findings.push(mark_in_plain_text(at.span));
        }
        self.own_with_standing(text, text.map(|_, at| at.value.clone()))
    }

    fn own_with_standing<T>(self, text: &Text, values: Localized<T>) -> Localized<T> {
        match text.get(&self.languages[0]) {
            Some(own) => self.with_standing(own, text, values),
            None => values,
        }
    }

    /// Notes the passages of a text of the plan, and where its value in another language is behind.
    pub(super) fn with_standing<T>(self, own: &At<String>, texts: &Text, mut values: Localized<T>) -> Localized<T> {
        for lang in self.translations() {
            let passage = translation::passage(own.clone(), lang, texts.get(lang).cloned(), self.record);
            if passage.standing == Standing::Behind {
                values.mark_behind(lang.clone());
            }
            self.note([passage]);
        }
        values
    }

    /// The languages into which the plan is translated.
    pub(super) fn translations(self) -> &'a [Lang] {
        &self.languages[1..]
    }

    /// Notes passages.
    pub(super) fn note(self, passages: impl IntoIterator<Item = Passage>) {
        // A thread that panicked while it held the lock leaves a sound list: `extend` is all that is done to it.
        self.passages.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend(passages);
    }

    /// A text with term marks.
    pub(super) fn title(self, text: &Text, findings: &mut Vec<Diagnostic>) -> Title<Unresolved> {
        self.check_languages(text, findings);
        let title = text.map(|_, at| {
            let (content, found) = markdown::title(at, self.sources, &self.vocabulary.terms);
            findings.extend(found);
            content
        });
        self.own_with_standing(text, title)
    }

    /// The prose of a folder, `index.<language>.md`.
    pub(super) fn prose(
        self,
        folder: &Folder,
        page_id: &str,
        measures: bool,
        findings: &mut Vec<Diagnostic>,
    ) -> Localized<Prose<Unresolved>> {
        let mut read: BTreeMap<Lang, Prose<Unresolved>> = BTreeMap::new();
        for (name, &file) in &folder.files {
            let Some(code) = name.strip_prefix("index.").and_then(|rest| rest.strip_suffix(".md")) else { continue };
            let lang = Lang::new(code);
            if !self.languages.contains(&lang) {
                findings.push(unknown_language(Place::Path(format!("{}/{name}", folder.path)), &lang, self.languages));
                continue;
            }
            let text = &self.sources.get(file).text;
            let (content, found) = markdown::prose(file, text, page_id, measures, self.vocabulary);
            findings.extend(found);
            read.insert(lang, content);
        }
        self.paired(read, findings)
    }

    /// Each translation in the form of the plan's own prose.
    fn paired(
        self,
        mut read: BTreeMap<Lang, Prose<Unresolved>>,
        findings: &mut Vec<Diagnostic>,
    ) -> Localized<Prose<Unresolved>> {
        let main = &self.languages[0];
        let Some(own) = read.remove(main) else { return read.into_iter().collect() };
        let mut prose = Localized::default();
        for lang in self.translations() {
            let translation = read.remove(lang);
            let translated = translation.is_some();
            let (paired, passages, found) = translation::pair(&own, translation, lang, self.record, self.sources);
            self.note(passages);
            findings.extend(found);
            if translated {
                prose.insert(lang.clone(), paired);
            }
        }
        prose.insert(main.clone(), own);
        prose
    }

    /// The prose of a folder that must have some.
    pub(super) fn required_prose(
        self,
        folder: &Folder,
        page_id: &str,
        measures: bool,
        findings: &mut Vec<Diagnostic>,
    ) -> Localized<Prose<Unresolved>> {
        let name = format!("index.{}.md", self.languages[0]);
        if !folder.files.contains_key(&name) {
            findings.push(missing_file(&format!("{}/{name}", folder.path)));
        }
        self.prose(folder, page_id, measures, findings)
    }

    fn check_languages(self, text: &Text, findings: &mut Vec<Diagnostic>) {
        let main = &self.languages[0];
        if text.get(main).is_none()
            && let Some((_, first)) = text.iter().next()
        {
            findings.push(Diagnostic::error(
                Code("K063"),
                first.span,
                Message::new(
                    format!("計画の言語（{main}）の文がありません"),
                    format!("the text in the plan's own language ({main}) is missing"),
                ),
            ));
        }
        for (lang, at) in text.iter().filter(|(lang, _)| !self.languages.contains(lang)) {
            findings.push(unknown_language(at.span.into(), lang, self.languages));
        }
    }
}

/// Reads a YAML file; what is wrong with it goes to the findings.
pub(super) fn read<T: DeserializeOwned>(sources: &Sources, file: FileId, findings: &mut Vec<Diagnostic>) -> Option<T> {
    match yaml::read(sources, file) {
        Ok(value) => Some(value),
        Err(found) => {
            findings.extend(found);
            None
        }
    }
}

/// K055: an asterisk where no mark is read: it would be published as it stands.
fn mark_in_plain_text(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K055"),
        span,
        Message::new("ここでは用語の印（*）は使えません", "term marks are not read here"),
    )
    .help(Message::new(
        "* を消してください。印は、本文と、章・施策・取組・目標の題名に書けます",
        "remove the *; marks are read in prose and in the titles of chapters, policies, initiatives and targets",
    ))
}

/// K060: a file that must be there.
pub(super) fn missing_file(path: &str) -> Diagnostic {
    Diagnostic::error(
        Code("K060"),
        Place::Path(path.to_owned()),
        Message::new("このファイルがありません", "this file is missing"),
    )
    .help(Message::new("docs/content.md の書式で作ってください", "write it in the format of docs/content.md"))
}

/// K064: a language that `plan.yaml` does not name.
pub(super) fn unknown_language(place: Place, lang: &Lang, languages: &[Lang]) -> Diagnostic {
    let known: Vec<&str> = languages.iter().map(Lang::code).collect();
    let known = known.join(", ");
    Diagnostic::warning(
        Code("K064"),
        place,
        Message::new(
            format!("言語「{lang}」は plan.yaml の languages（{known}）にないので、使われません"),
            format!("the language “{lang}” is not in languages of plan.yaml ({known}); the text is not used"),
        ),
    )
}
