//! What all pages have around their own content: addresses, the way up, the menu, neighbours, definitions.
//!
//! Comes in: the list of all pages and the number of one. Goes out: the finished text of that page.

use super::error::RenderError;
use super::flow::Flow;
use super::menu;
use super::pages::{self, Page};
use super::site_view::SiteView;
use super::strings;
use super::theme::{Theme, ThemeError};
use super::view::{Alternate, Definition, Entry, PageView, SiteInfo};
use crate::lang::Lang;
use crate::plan::DefinitionSource;
use crate::site::{Address, pages as address};

/// Makes one page.
pub(crate) fn page(
    theme: &Theme,
    site: &SiteView<'_>,
    words: &tera::Value,
    all: &[Page<'_>],
    index: usize,
) -> Result<String, RenderError> {
    let page = &all[index];
    let template = format!("{}.html", page.kind.name());
    let failed = |error: tera::Error| RenderError::Template {
        page: page.address.file(site.lang),
        error: ThemeError::from_tera(&template, &error),
    };
    let mut flow = Flow::new(site, &page.address);
    let body = pages::body(&mut flow, page).map_err(failed)?;
    let text_lang = page.text_language(site.plan, site.lang);
    let title = page.title(site);
    let view = PageView {
        kind: page.kind.name().to_owned(),
        lang: site.lang.to_string(),
        text_lang: text_lang.to_string(),
        description: if body.description.is_empty() { title.clone() } else { shorten(&body.description) },
        title,
        canonical: url(site, &page.address, text_lang),
        front: site.plan.meta.base_url.clone(),
        alternates: alternates(site, page),
        root: page.address.root(),
        home: site.href(&page.address, &Address::page(address::HOME)),
        search: site.href(&page.address, &Address::page(address::SEARCH)),
        breadcrumbs: menu::breadcrumbs(site, page),
        menu: menu::menu(site, page),
        lists: menu::lists(site, &page.address),
        contents: body.contents,
        previous: neighbour(site, page, all[..index].iter().rev()),
        next: neighbour(site, page, all[index + 1..].iter()),
        definitions: definitions(&flow),
    };
    let mut context = tera::Context::new();
    context.insert("page", &view);
    context.insert("site", &info(site));
    context.insert("assets", &theme.assets);
    context.insert_value("t", words.clone());
    context.insert_value("view", body.view);
    theme.tera.render(&template, &context).map_err(failed)
}

/// What is the same for the whole site in a language.
pub(crate) fn info(site: &SiteView<'_>) -> SiteInfo {
    let meta = &site.plan.meta;
    SiteInfo {
        title: site.text(&meta.title).to_owned(),
        title_note: meta.title_note.as_ref().map_or("", |note| site.text(note)).to_owned(),
        publisher: site.text(&meta.publisher).to_owned(),
        edition: site.text(&meta.edition).to_owned(),
        licence: site.text(&meta.licence).to_owned(),
        from: meta.period.from,
        to: meta.period.to,
    }
}

fn url(site: &SiteView<'_>, address: &Address, lang: &Lang) -> String {
    format!("{}{}", site.plan.meta.base_url, address.path(lang))
}

fn alternates(site: &SiteView<'_>, page: &Page<'_>) -> Vec<Alternate> {
    let languages = page.languages(site.plan);
    if languages.len() < 2 && !matches!(page.kind, pages::Kind::Home) {
        return Vec::new();
    }
    let alternate = |lang: &Lang| Alternate {
        lang: lang.to_string(),
        url: url(site, &page.address, lang),
        href: format!("{}{}", page.address.root(), page.address.path(lang)),
        current: lang == site.lang,
    };
    languages.into_iter().map(alternate).collect()
}

/// The nearest page of the plan in reading order; lists are not part of it.
fn neighbour<'p>(site: &SiteView<'_>, page: &Page<'_>, mut others: impl Iterator<Item = &'p Page<'p>>) -> Vec<Entry> {
    if !page.is_read_through() {
        return Vec::new();
    }
    let neighbour = others.find(|other| other.is_read_through());
    neighbour.map(|other| menu::page_entry(site, &page.address, other)).into_iter().collect()
}

fn definitions(flow: &Flow<'_>) -> Vec<Definition> {
    let site = flow.site;
    let definition = |&index: &crate::plan::TermIx| {
        let term = &site.plan.terms[index.0];
        Definition {
            id: term.id.value.clone(),
            term: site.text(&term.term).to_owned(),
            reading: term.reading.clone(),
            definition: site.text(&term.definition).to_owned(),
            source: source(site, term.source).to_owned(),
            href: site.href(flow.page, &address::term(&term.id.value)),
        }
    };
    flow.terms().iter().map(definition).collect()
}

/// Who wrote a definition, in words.
pub(crate) fn source<'a>(site: &SiteView<'a>, source: DefinitionSource) -> &'a str {
    match source {
        DefinitionSource::Editor => site.strings.get(strings::DEFINITION_EDITOR),
        DefinitionSource::Plan => site.strings.get(strings::DEFINITION_PLAN),
    }
}

/// The first 120 characters, as search engines show them.
fn shorten(text: &str) -> String {
    const LENGTH: usize = 120;
    let line = text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LENGTH {
        return line;
    }
    line.chars().take(LENGTH - 1).chain(['…']).collect()
}
