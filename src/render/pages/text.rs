//! What the pages of chapters, policies and initiatives have in common: a title, where it is re-posted,
//! and the prose.

use serde::Serialize;

use crate::lang::Localized;
use crate::plan::{NodeIx, Prose, Resolved, Title};
use crate::render::flow::{Around, Flow};
use crate::render::html::{Html, Writer};
use crate::render::{blocks, inlines, prose, standing};

#[derive(Serialize)]
pub(super) struct Text {
    title_html: Html,
    /// The notice where the title is behind.
    standing_html: Html,
    reposted_at_html: Html,
    lead_html: Html,
    /// The sections or measures.
    sections_html: Html,
    footnotes_html: Html,
}

impl Text {
    /// The text of a page in the language of the flow. `level` is that of the highest headings.
    pub(super) fn write(
        flow: &mut Flow<'_>,
        title: &Title<Resolved>,
        node: NodeIx,
        text: &Localized<Prose<Resolved>>,
        level: usize,
    ) -> Self {
        let site = flow.site;
        let title_html = inlines::title_html(flow, site.title(title), Around::Text);
        let standing_html = standing::html(flow, title.is_behind(site.lang));
        let mut reposted = Writer::default();
        blocks::reposted_at(flow, &mut reposted, node);
        let parts = site.pick(text).map(|text| prose::write(flow, text.value, level));
        let (lead_html, sections_html, footnotes_html) =
            parts.map(|parts| (parts.lead, parts.sections, parts.footnotes)).unwrap_or_default();
        Self {
            title_html,
            standing_html,
            reposted_at_html: reposted.finish(),
            lead_html,
            sections_html,
            footnotes_html,
        }
    }
}
