//! A theme: templates, style sheets, scripts and words, checked once and then used for every page.
//!
//! Comes in: the files below `themes/NAME/` as path and text; of two files with the same path the later one
//! counts, so that a theme may override single files of another. Goes out: a [`Theme`], or every fault of it
//! with its place. What a template may name is checked here, not when the first page fails.

mod assets;
mod check;
mod error;
mod read;
mod wording;

use std::collections::BTreeMap;

use tera::Tera;

pub use error::ThemeError;

use super::strings::Strings;
use super::view::{Asset, Assets};
use crate::diag::Message;
use crate::lang::Lang;

/// The templates that a theme must have: one for each kind of page.
pub(crate) const TEMPLATES: &[&str] = &[
    "home.html",
    "volume.html",
    "chapter.html",
    "policy.html",
    "initiative.html",
    "targets.html",
    "schedule.html",
    "institutions.html",
    "glossary.html",
    "printed-pages.html",
    "search.html",
    "front.html",
];

/// Where the script of the search page stands; the search stage writes it.
const SEARCH_SCRIPT: &str = "search/page.js";

/// A theme that was checked.
#[derive(Debug)]
pub struct Theme {
    pub(crate) tera: Tera,
    pub(crate) strings: BTreeMap<Lang, Strings>,
    pub(crate) assets: Assets,
    /// Files to publish: path below the site's root, and text.
    pub(crate) files: Vec<(String, String)>,
}

impl Theme {
    /// Takes the files of a theme, their paths relative to the theme's folder, and its words by language: the
    /// flat maps of `i18n/LANG.yaml`.
    pub fn load<'f>(
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
        words: BTreeMap<Lang, BTreeMap<String, String>>,
    ) -> Result<Self, Vec<ThemeError>> {
        let files: BTreeMap<&str, &str> = files.into_iter().collect();
        let mut errors = Vec::new();
        let strings: BTreeMap<Lang, Strings> = words.into_iter().map(|(lang, map)| (lang, Strings::new(map))).collect();
        for (lang, words) in &strings {
            for key in words.missing() {
                let what = Message::new(format!("文 `{key}` がありません"), format!("the text `{key}` is missing"));
                errors.push(ThemeError::new(format!("i18n/{lang}.yaml"), what));
            }
        }
        for (lang, words) in &strings {
            if let Some(message) = words.wrong_choice() {
                errors.push(ThemeError::new(format!("i18n/{lang}.yaml"), message));
            }
        }
        let templates: BTreeMap<&str, &str> = files
            .iter()
            .filter_map(|(path, text)| Some((path.strip_prefix("templates/")?, *text)))
            .filter(|(name, _)| name.ends_with(".html"))
            .collect();
        for name in TEMPLATES.iter().filter(|name| !templates.contains_key(**name)) {
            let what = Message::new("このひな形がありません", "the theme has no such template");
            errors.push(ThemeError::new(format!("templates/{name}"), what));
        }
        let tera = check::compile(&templates, &mut errors);
        check::templates(&templates, tera.as_ref(), &strings, &mut errors);
        let (assets, published) = assets::build(&files);
        match tera {
            Some(tera) if errors.is_empty() => Ok(Self { tera, strings, assets, files: published }),
            _ => {
                errors.sort_by(|a, b| (&a.path, a.at, &a.message.en).cmp(&(&b.path, b.at, &b.message.en)));
                Err(errors)
            }
        }
    }

    /// Names the text of the search page's script, which another stage writes, so that browsers check it.
    #[must_use]
    pub fn search_script(mut self, text: &str) -> Self {
        self.assets.search = assets::asset(SEARCH_SCRIPT, text);
        self
    }
}

/// The assets before anything is known of the search page's script.
fn unchecked_search() -> Asset {
    Asset { path: SEARCH_SCRIPT.to_owned(), integrity: String::new() }
}
