//! The theme that the plan names, from the files that were read.
//!
//! Comes in: all files, and what the plan says of itself. Goes out: the theme, or what is wrong with it: a theme that
//! does not exist at its place in plan.yaml (K073), any other fault at its place in the theme (K110).

use std::collections::{BTreeMap, BTreeSet};

use super::{Theme, ThemeError};
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::lang::Lang;
use crate::plan::Meta;
use crate::source::{Sources, Spanned};
use crate::yaml;

impl Theme {
    /// The theme of a plan, and the findings about it. An error is among them where there is no theme.
    pub fn read(sources: &Sources, meta: &Meta) -> (Option<Self>, Vec<Diagnostic>) {
        let folder = format!("themes/{}/", meta.theme.value);
        let mut findings = Vec::new();
        let mut files = Vec::new();
        let mut words = BTreeMap::new();
        for (id, file) in sources.iter() {
            let Some(path) = file.path.strip_prefix(&folder) else { continue };
            files.push((path, file.text.as_str()));
            let code = path.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".yaml"));
            let Some(lang) = code.map(Lang::new).filter(|lang| meta.languages.contains(lang)) else { continue };
            match yaml::read::<BTreeMap<String, String>>(sources, id) {
                Ok(map) => {
                    words.insert(lang, map);
                }
                Err(found) => findings.extend(found),
            }
        }
        if files.is_empty() {
            return (None, vec![unknown(&meta.theme, sources)]);
        }
        for lang in meta.languages.iter().filter(|lang| !words.contains_key(lang)) {
            let what = Message::new(
                "この言語の文のファイルがありません",
                "the file with the texts in this language is missing",
            );
            findings.push(fault(&folder, &ThemeError::new(format!("i18n/{lang}.yaml"), what), sources));
        }
        match Self::load(files, words) {
            Ok(theme) => (Some(theme), findings),
            Err(errors) => {
                findings.extend(errors.iter().map(|error| fault(&folder, error, sources)));
                (None, findings)
            }
        }
    }
}

/// K073: a theme that does not exist.
fn unknown(name: &Spanned<String>, sources: &Sources) -> Diagnostic {
    let themes: BTreeSet<&str> =
        sources.iter().filter_map(|(_, file)| Some(file.path.strip_prefix("themes/")?.split_once('/')?.0)).collect();
    let themes: Vec<&str> = themes.into_iter().collect();
    let name_typed = &name.value;
    let finding = Diagnostic::error(
        Code("K073"),
        name.span,
        Message::new(
            format!("themes/ に「{name_typed}」というテーマはありません"),
            format!("there is no theme “{name_typed}” in themes/"),
        ),
    );
    if themes.is_empty() {
        return finding;
    }
    finding.help(Message::new(
        format!("あるテーマは {} です", themes.join("、")),
        format!("there are these themes: {}", themes.join(", ")),
    ))
}

/// K110: a fault of a theme.
fn fault(folder: &str, error: &ThemeError, sources: &Sources) -> Diagnostic {
    let path = format!("{folder}{}", error.path);
    let place = match (sources.find(&path), error.at) {
        (Some(file), Some((line, column))) => Place::Span(sources.place(file, line, column)),
        _ => Place::Path(path),
    };
    let Message { ja, en } = &error.message;
    let message = Message::new(format!("テーマに誤りがあります：{ja}"), format!("the theme has a fault: {en}"));
    Diagnostic::error(Code("K110"), place, message)
}
