//! Stage 5: the resolved plan as a website.
//!
//! Comes in: the plan and a checked [`Theme`]. Goes out, into a [`Sink`]: a page for every volume, chapter,
//! policy and initiative, the pages that list targets, schedules, institutions, terms and printed pages, the
//! search page, the choice of language, `data/`, the sitemap and the theme's own files. Nothing is looked up
//! by name here, and nothing is read or written but through the sink.
//!
//! The way of a page: [`pages`] says which there are; each makes its `view` from [`prose`] and [`data`];
//! [`layout`] adds what all pages have; a template of the [`theme`] puts it together.

mod blocks;
mod data;
mod error;
mod escape;
mod export;
mod flow;
mod front;
mod html;
mod inlines;
mod labels;
mod languages;
mod layout;
mod menu;
mod names;
mod pages;
mod prose;
mod site_view;
mod sitemap;
mod standing;
mod strings;
mod terms;
#[cfg(test)]
mod tests;
mod theme;
mod view;
mod words;

use rayon::prelude::*;

pub use error::RenderError;
pub use html::Html;
pub use theme::{Theme, ThemeError};

use crate::lang::Lang;
use crate::plan::{Plan, Resolved};
use crate::site::Sink;
use site_view::SiteView;

/// What was rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Pages, in all languages.
    pub pages: usize,
    /// All files, pages included.
    pub files: usize,
}

/// Renders the whole site. Pages are made in parallel; the sink takes each as soon as it is made.
pub fn render(plan: &Plan<Resolved>, theme: &Theme, sink: &dyn Sink) -> Result<Summary, RenderError> {
    let mut sites = Vec::new();
    let strings = |lang: &Lang| theme.strings.get(lang).ok_or_else(|| RenderError::NoWords(lang.clone()));
    let original = strings(plan.meta.main_language())?;
    for lang in &plan.meta.languages {
        sites.push(SiteView::new(plan, lang, strings(lang)?, original));
    }
    let all = pages::all(plan);
    let words: Vec<tera::Value> = sites.iter().map(|site| tera::Value::from_serializable(site.strings.map())).collect();
    let whole = layout::Whole { theme, sites: &sites, words: &words, pages: &all };
    let jobs: Vec<(usize, usize)> =
        (0..sites.len()).flat_map(|site| (0..all.len()).map(move |page| (site, page))).collect();
    // All results are kept in order, so that the same fault is told on every run.
    let results: Vec<Result<(), RenderError>> = jobs
        .par_iter()
        .map(|&(site, page)| {
            let text = layout::page(&whole, site, page)?;
            let path = all[page].address.file(sites[site].lang);
            sink.write(&path, text.as_bytes()).map_err(RenderError::Sink)
        })
        .collect();
    results.into_iter().collect::<Result<(), _>>()?;
    let mut others = theme.files.iter().map(|(path, text)| (path.clone(), text.clone())).collect::<Vec<_>>();
    others.push(("index.html".to_owned(), front::page(&whole)?));
    others.push(("sitemap.xml".to_owned(), sitemap::sitemap(plan, &all)));
    others.push(("robots.txt".to_owned(), sitemap::robots(plan)));
    others.push(("data/plan.json".to_owned(), export::plan_json::write(plan)));
    others.push(("data/targets.json".to_owned(), export::targets::json(plan)));
    others.push(("data/targets.csv".to_owned(), export::targets::csv(plan)));
    for (path, text) in &others {
        sink.write(path, text.as_bytes()).map_err(RenderError::Sink)?;
    }
    Ok(Summary { pages: jobs.len() + 1, files: jobs.len() + others.len() })
}
