//! A page in other languages: for readers, who may want any, and for search engines, which are told only of
//! pages that have the text in their language.

use super::pages::{Kind, Page};
use super::site_view::SiteView;
use super::strings;
use super::view::{Alternate, LanguageLink};
use crate::lang::Lang;
use crate::plan::{Plan, Resolved};

/// The languages that have the page's text, and `x-default`; nothing where there is only one.
pub(crate) fn alternates(plan: &Plan<Resolved>, page: &Page<'_>) -> Vec<Alternate> {
    let languages = page.languages(plan);
    if languages.len() < 2 {
        return Vec::new();
    }
    let base_url = &plan.meta.base_url;
    let url = |lang: &Lang| format!("{base_url}{}", page.address.path(lang));
    // Who speaks none of the languages finds them all on the front page, and else the plan's own words.
    let default = match page.kind {
        Kind::Home => base_url.clone(),
        _ => url(plan.meta.main_language()),
    };
    let alternates = languages.into_iter().map(|lang| Alternate { lang: lang.to_string(), url: url(lang) });
    alternates.chain([Alternate { lang: "x-default".to_owned(), url: default }]).collect()
}

/// The page in the other languages of the site.
pub(crate) fn others(sites: &[SiteView<'_>], site: &SiteView<'_>, page: &Page<'_>) -> Vec<LanguageLink> {
    sites.iter().filter(|other| other.lang != site.lang).map(|other| link(other, page)).collect()
}

/// On a page of a translation, the page in the plan's own language.
pub(crate) fn original(site: &SiteView<'_>, page: &Page<'_>) -> Vec<LanguageLink> {
    site.is_translation().then(|| link(site.original(), page)).into_iter().collect()
}

fn link(to: &SiteView<'_>, page: &Page<'_>) -> LanguageLink {
    LanguageLink {
        lang: to.lang.to_string(),
        name: to.strings.get(strings::LANGUAGE_NAME).to_owned(),
        href: format!("{}{}", page.address.root(), page.address.path(to.lang)),
    }
}
