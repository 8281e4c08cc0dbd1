//! What templates see of every page: `page`, `site`, `assets`. What is special to a kind of page is `view`.
//!
//! Comes in: values that [`super::layout`] and the pages fill in. Goes out: serialised to the template. Names
//! that end in `_html` hold finished HTML, the only ones a template may print with `| safe`.

use serde::Serialize;

use super::html::Html;
use super::names::NameView;
use super::terms::TermView;

/// A link in a menu, a list or a table of contents: plain words, no marks.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Entry {
    /// Printed number, as `第1章`; may be empty.
    pub(crate) number: String,
    /// Plain title.
    pub(crate) title_html: Html,
    /// Link from this page.
    pub(crate) href: String,
    /// True for the page itself.
    pub(crate) current: bool,
    /// Entries below it.
    pub(crate) children: Vec<Entry>,
}

/// A link whose text carries marked terms.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct TitleLink {
    /// Printed number; may be empty.
    pub(crate) number: String,
    /// The title, fit to stand in a link.
    pub(crate) title_html: Html,
    /// Link from this page.
    pub(crate) href: String,
}

/// The same text in a language, for search engines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Alternate {
    /// Language code, or `x-default`.
    pub(crate) lang: String,
    /// Address with the base URL.
    pub(crate) url: String,
}

/// The same page in a language, for readers.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct LanguageLink {
    /// Language code.
    pub(crate) lang: String,
    /// The language's name in itself.
    pub(crate) name: String,
    /// Link from this page.
    pub(crate) href: String,
}

/// The definition of a term that is marked on the page.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Definition {
    /// The term and its definition.
    #[serde(flatten)]
    pub(crate) term: TermView,
    /// Link to the glossary.
    pub(crate) href: String,
}

/// What every page has.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct PageView {
    /// Kind of page, as `initiative`; also the name of its template.
    pub(crate) kind: String,
    /// Language of the page's own words.
    pub(crate) lang: String,
    /// Language of its text, where the text exists only in the plan's own language.
    pub(crate) text_lang: String,
    /// Plain title with number.
    pub(crate) title: String,
    /// Language of the title, where it is not that of the page; else empty.
    pub(crate) title_lang: String,
    /// The title in the language of the text.
    pub(crate) heading_html: Html,
    /// One or two sentences of its text.
    pub(crate) description: String,
    /// The page's own address, or that of the language the text is in.
    pub(crate) canonical: String,
    /// The languages that have the page's text, for search engines; empty when there is only one.
    pub(crate) alternates: Vec<Alternate>,
    /// The page in the other languages of the site.
    pub(crate) languages: Vec<LanguageLink>,
    /// On pages of a translation, the page in the plan's own language; at most one.
    pub(crate) original: Vec<LanguageLink>,
    /// From the page to the root of the site, as `../../`.
    pub(crate) root: String,
    /// Link to the front page of the language.
    pub(crate) home: String,
    /// Link to the search page.
    pub(crate) search: String,
    /// From the front page to the page above this one.
    pub(crate) breadcrumbs: Vec<Entry>,
    /// The menu: volumes, chapters, policies, and the initiatives of the current policy.
    pub(crate) menu: Vec<Entry>,
    /// The pages that list targets, schedules, terms.
    pub(crate) lists: Vec<Entry>,
    /// The headings of the page.
    pub(crate) contents: Vec<Entry>,
    /// The page before it in reading order; at most one.
    pub(crate) previous: Vec<Entry>,
    /// The page after it; at most one.
    pub(crate) next: Vec<Entry>,
    /// The terms marked on the page.
    pub(crate) definitions: Vec<Definition>,
    /// On pages of a translation, the names that occur on the page.
    pub(crate) names: Vec<NameView>,
}

/// What is the same for the whole site in a language.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct SiteInfo {
    /// Title of the plan, plain.
    pub(crate) title: String,
    /// Title of the plan.
    pub(crate) title_html: Html,
    /// A note on the title; may be empty.
    pub(crate) title_note_html: Html,
    /// Who publishes it.
    pub(crate) publisher_html: Html,
    /// Edition.
    pub(crate) edition_html: Html,
    /// Licence.
    pub(crate) licence_html: Html,
    /// Who publishes the plan, and for which years.
    pub(crate) lead_html: Html,
}

/// A style sheet or script, with the hash that the browser checks.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Asset {
    /// Path below the site's root, with a query that changes with the content.
    pub(crate) path: String,
    /// `sha384-…`; empty where the file is not known to this stage.
    pub(crate) integrity: String,
}

/// The files that every page loads.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Assets {
    /// Style sheets.
    pub(crate) styles: Vec<Asset>,
    /// Scripts of the theme, as modules.
    pub(crate) scripts: Vec<Asset>,
    /// The script of the search page.
    pub(crate) search: Asset,
}
