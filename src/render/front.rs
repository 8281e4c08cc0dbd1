//! The front page of the whole site: the choice of language.
//!
//! Comes in: every language's view. Goes out: `index.html`, in the plan's own language; `x-default` of the
//! pages behind it.

use serde::Serialize;

use super::error::RenderError;
use super::html::Html;
use super::languages;
use super::layout::{self, Whole};
use super::site_view::SiteView;
use super::strings;
use super::theme::ThemeError;
use super::view::PageView;

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
    title_html: Html,
    href: String,
}

/// The front page.
pub(crate) fn page(whole: &Whole<'_>) -> Result<String, RenderError> {
    let theme = whole.theme;
    let (Some(main), Some(words), Some(home)) = (whole.sites.first(), whole.words.first(), whole.pages.first()) else {
        return Ok(String::new());
    };
    let language = |site: &SiteView<'_>| Language {
        lang: site.lang.to_string(),
        name: site.strings.get(strings::LANGUAGE_NAME).to_owned(),
        title_html: site.words(&site.plan.meta.title).html(),
        href: home.address.path(site.lang),
    };
    let info = layout::info(main);
    let view = PageView {
        kind: "front".to_owned(),
        lang: main.lang.to_string(),
        text_lang: main.lang.to_string(),
        title: info.title.clone(),
        description: info.edition_html.text(),
        canonical: main.plan.meta.base_url.clone(),
        alternates: languages::alternates(main.plan, home),
        ..PageView::default()
    };
    let mut context = tera::Context::new();
    context.insert("page", &view);
    context.insert("site", &info);
    context.insert("assets", &theme.assets);
    context.insert_value("t", words.clone());
    context.insert_value("ui", words.clone());
    context.insert("view", &View { languages: whole.sites.iter().map(language).collect() });
    theme.tera.render(TEMPLATE, &context).map_err(|error| RenderError::Template {
        page: "index.html".to_owned(),
        error: ThemeError::from_tera(TEMPLATE, &error),
    })
}
