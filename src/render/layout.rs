//! What all pages have around their own content: addresses, the way up, the menu, neighbours, definitions.
//!
//! Comes in: the list of all pages and the number of one. Goes out: the finished text of that page. Where a
//! page is not translated, its main part is that of the plan's own language, words of the theme included; what
//! stands around it keeps the language of the page.

use super::error::RenderError;
use super::flow::Flow;
use super::names::{self, NameView};
use super::pages::{self, Kind, Page};
use super::site_view::SiteView;
use super::strings;
use super::theme::{Theme, ThemeError};
use super::view::{Definition, Entry, PageView, SiteInfo};
use super::{languages, menu, terms};
use crate::site::{Address, pages as address};

/// What all pages are made from.
pub(crate) struct Whole<'a> {
    pub(crate) theme: &'a Theme,
    /// The plan in each language, its own first.
    pub(crate) sites: &'a [SiteView<'a>],
    /// The theme's words in each language.
    pub(crate) words: &'a [tera::Value],
    /// All pages in reading order.
    pub(crate) pages: &'a [Page<'a>],
}

/// Makes one page in one language, both by their numbers.
pub(crate) fn page(whole: &Whole<'_>, language: usize, index: usize) -> Result<String, RenderError> {
    let (site, page) = (&whole.sites[language], &whole.pages[index]);
    let template = format!("{}.html", page.kind.name());
    let failed = |error: tera::Error| RenderError::Template {
        page: page.address.file(site.folder),
        error: ThemeError::from_tera(&template, &error),
    };
    let translated = page.is_translated(site.plan, site.lang);
    let mut flow = Flow::new(if translated { site } else { site.original() }, &page.address);
    let body = pages::body(&mut flow, page).map_err(failed)?;
    let title = page.title(site);
    let heading = page.title(flow.site);
    let definitions = definitions(&mut flow);
    let names = names(&flow, page, &body.view, &heading.plain(), &definitions);
    let text_lang = flow.site.lang;
    let view = PageView {
        kind: page.kind.name().to_owned(),
        lang: site.lang.to_string(),
        text_lang: text_lang.to_string(),
        description: if body.description.is_empty() { title.plain() } else { shorten(&body.description) },
        title: title.plain(),
        title_lang: title.foreign().map(ToString::to_string).unwrap_or_default(),
        heading_html: heading.html(),
        canonical: format!("{}{}", site.plan.meta.base_url, page.address.path(text_lang)),
        alternates: if translated { languages::alternates(site.plan, page) } else { Vec::new() },
        languages: languages::others(whole.sites, site, page),
        original: languages::original(site, page),
        root: page.address.root(),
        home: site.href(&page.address, &Address::page(address::HOME)),
        search: site.href(&page.address, &Address::page(address::SEARCH)),
        breadcrumbs: menu::breadcrumbs(site, page),
        menu: menu::menu(site, page),
        lists: menu::lists(site, &page.address),
        contents: body.contents,
        previous: neighbour(site, page, whole.pages[..index].iter().rev()),
        next: neighbour(site, page, whole.pages[index + 1..].iter()),
        definitions,
        names,
    };
    let mut context = tera::Context::new();
    context.insert("page", &view);
    context.insert("site", &info(site));
    context.insert("assets", &whole.theme.assets);
    context.insert_value("ui", whole.words[language].clone());
    context.insert_value("t", whole.words[if translated { language } else { 0 }].clone());
    context.insert_value("view", body.view);
    whole.theme.tera.render(&template, &context).map_err(failed)
}

/// What is the same for the whole site in a language.
pub(crate) fn info(site: &SiteView<'_>) -> SiteInfo {
    let meta = &site.plan.meta;
    let lead = site
        .strings
        .around(strings::HOME_LEAD, "publisher", site.words(&meta.publisher))
        .with("from", &meta.period.from.to_string())
        .with("to", &meta.period.to.to_string());
    SiteInfo {
        title: site.text(&meta.title).value.to_owned(),
        title_html: site.words(&meta.title).html(),
        title_note_html: meta.title_note.as_ref().map(|note| site.words(note).html()).unwrap_or_default(),
        publisher_html: site.words(&meta.publisher).html(),
        edition_html: site.words(&meta.edition).html(),
        licence_html: site.words(&meta.licence).html(),
        lead_html: lead.html(),
    }
}

/// The nearest page of the plan in reading order; lists are not part of it.
fn neighbour<'p>(site: &SiteView<'_>, page: &Page<'_>, mut others: impl Iterator<Item = &'p Page<'p>>) -> Vec<Entry> {
    if !page.is_read_through() {
        return Vec::new();
    }
    let neighbour = others.find(|other| other.is_read_through());
    neighbour.map(|other| menu::page_entry(site, &page.address, other)).into_iter().collect()
}

fn definitions(flow: &mut Flow<'_>) -> Vec<Definition> {
    let marked = flow.terms().to_vec();
    let definition = |index: crate::plan::TermIx| {
        let term = &flow.site.plan.terms[index.0];
        let href = flow.site.href(flow.page, &address::term(&term.id.value));
        Definition { term: terms::view(flow, term), href }
    };
    marked.into_iter().map(definition).collect()
}

/// The names on a page of a translation, without those that stand there with their original already.
fn names(
    flow: &Flow<'_>,
    page: &Page<'_>,
    view: &tera::Value,
    title: &str,
    definitions: &[Definition],
) -> Vec<NameView> {
    let site = flow.site;
    if !site.is_translation() {
        return Vec::new();
    }
    let mut strings = names::strings(view);
    strings.push(title.to_owned());
    strings.extend(definitions.iter().map(|one| one.term.definition_html.text()));
    let plan = site.plan;
    let institutions = plan.volumes.iter().filter_map(|volume| volume.institutions.as_ref());
    let told: Vec<_> = match page.kind {
        Kind::Glossary => plan.terms.iter().map(|term| &term.term).collect(),
        Kind::Institutions => institutions.flat_map(|one| &one.institutions).map(|one| &one.name).collect(),
        _ => flow.terms().iter().map(|index| &plan.terms[index.0].term).collect(),
    };
    let told: Vec<&str> = told.into_iter().map(|name| site.original().text(name).value).collect();
    site.names.on_page(&strings, &told)
}

/// The first 160 characters, as search engines show them, at the end of a word where there are spaces.
fn shorten(text: &str) -> String {
    const LENGTH: usize = 160;
    let line = text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LENGTH {
        return line;
    }
    let cut: String = line.chars().take(LENGTH - 1).collect();
    let end = cut.rfind(' ').filter(|&end| end * 2 > cut.len()).unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}
