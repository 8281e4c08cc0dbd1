//! What search engines read: `sitemap.xml` and `robots.txt`.
//!
//! Comes in: the list of pages. Goes out: the front page, and each page in each language that has its text,
//! with its equals in the other languages; a page that shows another language's text is not listed.

use std::fmt::Write as _;

use super::escape;
use super::languages;
use super::pages::{Kind, Page};
use super::view::Alternate;
use crate::plan::{Plan, Resolved};

/// The sitemap.
pub(crate) fn sitemap(plan: &Plan<Resolved>, pages: &[Page<'_>]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let base_url = &plan.meta.base_url;
    for page in pages.iter().filter(|page| !matches!(page.kind, Kind::Search)) {
        let alternates = languages::alternates(plan, page);
        if matches!(page.kind, Kind::Home) {
            entry(&mut out, base_url, &alternates);
        }
        for lang in page.languages(plan) {
            entry(&mut out, &format!("{base_url}{}", page.address.path(lang)), &alternates);
        }
    }
    out.push_str("</urlset>\n");
    out
}

fn entry(out: &mut String, url: &str, alternates: &[Alternate]) {
    let _ = write!(out, "<url><loc>{}</loc>", escape::xml(url));
    for other in alternates {
        let (lang, url) = (escape::xml(&other.lang), escape::xml(&other.url));
        let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{url}\"/>");
    }
    out.push_str("</url>\n");
}

/// Everything may be read; here is the map.
pub(crate) fn robots(plan: &Plan<Resolved>) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", plan.meta.base_url)
}
