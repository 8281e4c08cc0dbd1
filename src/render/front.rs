//! The front page of the whole site: the choice of language.
//!
//! Comes in: every language's view. Goes out: `index.html`, in the plan's own language; `x-default` of the
//! pages behind it.

use serde::Serialize;

use super::error::RenderError;
use super::layout;
use super::site_view::SiteView;
use super::strings;
use super::theme::{Theme, ThemeError};
use super::view::PageView;
use crate::site::{Address, pages};

const TEMPLATE: &str = "front.html";

#[derive(Serialize)]
struct View {
    languages: Vec<Language>,
}

#[derive(Serialize)]
struct Language {
    lang: String,
    /// Its name in itself.
    name: String,
    /// The plan's title in it.
    title: String,
    href: String,
    /// Address with the base URL.
    url: String,
}

/// The front page.
pub(crate) fn page(theme: &Theme, sites: &[SiteView<'_>], words: &[tera::Value]) -> Result<String, RenderError> {
    let (Some(main), Some(words)) = (sites.first(), words.first()) else { return Ok(String::new()) };
    let home = Address::page(pages::HOME);
    let base_url = &main.plan.meta.base_url;
    let language = |site: &SiteView<'_>| Language {
        lang: site.lang.to_string(),
        name: site.strings.get(strings::LANGUAGE_NAME).to_owned(),
        title: site.text(&site.plan.meta.title).to_owned(),
        href: home.path(site.lang),
        url: format!("{base_url}{}", home.path(site.lang)),
    };
    let info = layout::info(main);
    let view = PageView {
        kind: "front".to_owned(),
        lang: main.lang.to_string(),
        text_lang: main.lang.to_string(),
        title: info.title.clone(),
        description: info.edition.clone(),
        canonical: base_url.clone(),
        ..PageView::default()
    };
    let mut context = tera::Context::new();
    context.insert("page", &view);
    context.insert("site", &info);
    context.insert("assets", &theme.assets);
    context.insert_value("t", words.clone());
    context.insert("view", &View { languages: sites.iter().map(language).collect() });
    theme.tera.render(TEMPLATE, &context).map_err(|error| RenderError::Template {
        page: "index.html".to_owned(),
        error: ThemeError::from_tera(TEMPLATE, &error),
    })
}
