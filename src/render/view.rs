//! What templates see of every page: `page`, `site`, `assets`. What is special to a kind of page is `view`.
//!
//! Comes in: values that [`super::layout`] and the pages fill in. Goes out: serialised to the template. Names
//! that end in `_html` hold finished HTML, the only ones a template may print with `| safe`.

use serde::Serialize;

use super::html::Html;

/// A link in a menu, a list or a table of contents: plain text, no marks.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Entry {
    /// Printed number, as `第1章`; may be empty.
    pub number: String,
    /// Plain title.
    pub title: String,
    /// Link from this page.
    pub href: String,
    /// True for the page itself.
    pub current: bool,
    /// Entries below it.
    pub children: Vec<Entry>,
}

/// A link whose text carries marked terms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TitleLink {
    /// Printed number; may be empty.
    pub number: String,
    /// The title, fit to stand in a link.
    pub title_html: Html,
    /// Link from this page.
    pub href: String,
}

/// The same page in another language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Alternate {
    /// Language code.
    pub lang: String,
    /// Address with the base URL, for search engines.
    pub url: String,
    /// Link from this page.
    pub href: String,
    /// True for the page itself.
    pub current: bool,
}

/// The definition of a term that is marked on the page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Definition {
    /// Id of the term.
    pub id: String,
    /// The term.
    pub term: String,
    /// Reading in hiragana.
    pub reading: String,
    /// Definition.
    pub definition: String,
    /// Who wrote the definition.
    pub source: String,
    /// Link to the glossary.
    pub href: String,
}

/// What every page has.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageView {
    /// Kind of page, as `initiative`; also the name of its template.
    pub kind: String,
    /// Language of the page's own words.
    pub lang: String,
    /// Language of its text, where the text exists only in the plan's own language.
    pub text_lang: String,
    /// Plain title with number.
    pub title: String,
    /// One or two sentences of its text.
    pub description: String,
    /// The page's own address, or that of the language the text is in.
    pub canonical: String,
    /// The languages that have the page; empty when there is only one.
    pub alternates: Vec<Alternate>,
    /// From the page to the root of the site, as `../../`.
    pub root: String,
    /// Link to the front page of the language.
    pub home: String,
    /// Link to the search page.
    pub search: String,
    /// From the front page to the page above this one.
    pub breadcrumbs: Vec<Entry>,
    /// The menu: volumes, chapters, policies, and the initiatives of the current policy.
    pub menu: Vec<Entry>,
    /// The pages that list targets, schedules, terms.
    pub lists: Vec<Entry>,
    /// The headings of the page.
    pub contents: Vec<Entry>,
    /// The page before it in reading order; at most one.
    pub previous: Vec<Entry>,
    /// The page after it; at most one.
    pub next: Vec<Entry>,
    /// The terms marked on the page.
    pub definitions: Vec<Definition>,
}

/// What is the same for the whole site in a language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SiteInfo {
    /// Title of the plan.
    pub title: String,
    /// A note on the title; may be empty.
    pub title_note: String,
    /// Who publishes it.
    pub publisher: String,
    /// Edition.
    pub edition: String,
    /// Licence.
    pub licence: String,
    /// First fiscal year.
    pub from: i32,
    /// Last fiscal year.
    pub to: i32,
}

/// A style sheet or script, with the hash that the browser checks.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Asset {
    /// Path below the site's root, with a query that changes with the content.
    pub path: String,
    /// `sha384-…`; empty where the file is not known to this stage.
    pub integrity: String,
}

/// The files that every page loads.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Assets {
    /// Style sheets.
    pub styles: Vec<Asset>,
    /// Scripts of the theme, as modules.
    pub scripts: Vec<Asset>,
    /// The script of the search page.
    pub search: Asset,
}
