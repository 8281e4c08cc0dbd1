//! Where a Markdown text has running text: one [`Run`] for each paragraph, heading, cell or line of an
//! item, with the holes (code, addresses, HTML, escapes) in which no mark is looked for.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// The Markdown that authors write: CommonMark and four extensions. More of them would break CommonMark's examples.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// A stretch of running text.
#[derive(Debug, Clone, Default)]
pub(super) struct Run {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Parts of it that are no text, in order.
    holes: Vec<Range<usize>>,
}

impl Run {
    /// The hole around this place, if it is in one.
    pub(super) fn hole_at(&self, at: usize) -> Option<&Range<usize>> {
        let index = self.holes.partition_point(|hole| hole.end <= at);
        self.holes.get(index).filter(|hole| hole.contains(&at))
    }

    /// True when one end of a hole is in this range and the other is not.
    pub(super) fn cuts_a_hole(&self, range: &Range<usize>) -> bool {
        let touched = self.holes.iter().filter(|hole| hole.start < range.end && range.start < hole.end);
        touched.into_iter().any(|hole| hole.start < range.start || hole.end > range.end)
    }
}

/// All runs of a text, in order.
pub(super) fn find(text: &str) -> Vec<Run> {
    let mut finder = Finder::default();
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        finder.take(&event, range);
    }
    finder.close();
    finder.runs
}

#[derive(Default)]
struct Finder {
    runs: Vec<Run>,
    open: Option<Run>,
    /// Inside a code block, whose lines are text events too.
    in_code: bool,
    /// Open links: where the link ends, where its last child ended.
    links: Vec<(Range<usize>, usize)>,
}

impl Finder {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                self.close();
                self.in_code = true;
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Text(_) if self.in_code => {}
            Event::Text(_) | Event::SoftBreak | Event::HardBreak => self.text(range),
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                self.text(range.clone());
                self.hole(range);
            }
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                self.text(range.start..range.start);
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.hole(range.clone());
                }
                self.links.push((range.clone(), range.start));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((link, content_end)) = self.links.pop() {
                    self.text(link.clone());
                    self.hole(content_end..link.end);
                }
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => self.text(range),
            _ => self.close(),
        }
    }

    fn text(&mut self, range: Range<usize>) {
        if let Some((link, content_end)) = self.links.last_mut()
            && range != *link
        {
            *content_end = (*content_end).max(range.end);
        }
        let run = self.open.get_or_insert_with(|| Run { range: range.clone(), holes: Vec::new() });
        run.range.end = run.range.end.max(range.end);
    }

    fn hole(&mut self, range: Range<usize>) {
        if let Some(run) = &mut self.open {
            run.holes.push(range);
        }
    }

    fn close(&mut self) {
        if let Some(mut run) = self.open.take() {
            run.holes.sort_by_key(|hole| (hole.start, hole.end));
            self.runs.push(run);
        }
    }
}
