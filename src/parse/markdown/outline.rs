//! Blocks and headings to sections: which heading is below which, what each is called on the page, which
//! items are actions and details.

use super::Source;
use super::tree::{Heading, Piece};
use crate::diag::{Code, Diagnostic, Message};
use crate::plan::{Block, BlockKind, Inline, Item, ItemKind, Section, SectionKind, Standing, Unresolved};
use crate::source::Span;

/// The numbers of measures as they are printed.
const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/// What stands before the first heading, and the sections.
pub(super) fn sections(
    pieces: Vec<Piece>,
    source: &mut Source<'_>,
) -> (Vec<Block<Unresolved>>, Vec<Section<Unresolved>>) {
    let mut lead = Vec::new();
    let mut stack: Vec<(u8, Section<Unresolved>)> = Vec::new();
    let mut top = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Block(block) => match stack.last_mut() {
                Some((_, section)) => section.blocks.push(block),
                None => lead.push(block),
            },
            Piece::Heading(heading) => {
                close(&mut stack, &mut top, heading.level);
                check_level(&heading, stack.last().map_or(1, |(level, _)| *level), source);
                let siblings = stack.last().map_or(top.len(), |(_, above)| above.sections.len());
                let above = stack.last().map(|(_, above)| above.fragment.clone());
                let level = heading.level;
                stack.push((level, section(heading, above.as_deref(), siblings + 1, source)));
            }
        }
    }
    close(&mut stack, &mut top, 0);
    name_items(&mut lead, &mut Counter::default(), "c");
    for section in &mut top {
        name_section_items(section);
    }
    (lead, top)
}

/// Closes all sections of this level and below it.
fn close(stack: &mut Vec<(u8, Section<Unresolved>)>, top: &mut Vec<Section<Unresolved>>, level: u8) {
    while stack.last().is_some_and(|(open, _)| *open >= level) {
        if let Some((_, section)) = stack.pop() {
            match stack.last_mut() {
                Some((_, above)) => above.sections.push(section),
                None => top.push(section),
            }
        }
    }
}

fn check_level(heading: &Heading, above: u8, source: &mut Source<'_>) {
    if heading.level == 1 {
        source.findings.push(
            Diagnostic::error(
                Code("K040"),
                heading.span,
                Message::new("# の見出しは書けません", "a heading of level 1 is not allowed here"),
            )
            .help(Message::new(
                "題名は YAML の title に書き、本文の見出しは ## から始めてください",
                "the title stands in the YAML; begin with ##",
            )),
        );
    } else if heading.level > above.max(1) + 1 {
        source.findings.push(Diagnostic::error(
            Code("K041"),
            heading.span,
            Message::new("見出しの段階が飛んでいます", "this heading skips a level"),
        ));
    }
}

fn section(mut heading: Heading, above: Option<&str>, position: usize, source: &mut Source<'_>) -> Section<Unresolved> {
    let measure = source.measures && above.is_none();
    let number =
        if measure { measure_number(&mut heading, position, source) } else { leading_digits(&mut heading.content) };
    let by_position = || match above {
        None if measure => format!("m{position}"),
        None => format!("s{position}"),
        Some(above) => format!("{above}-{position}"),
    };
    let fragment = match heading.id.take() {
        Some(id) if is_fragment(&id) && !belongs_to_theme(&id) => id,
        Some(id) => {
            source.findings.push(malformed_id(&id, heading.span));
            by_position()
        }
        None => by_position(),
    };
    Section {
        kind: if measure { SectionKind::Measure } else { SectionKind::Section },
        fragment,
        number,
        heading: heading.content,
        span: heading.text,
        standing: Standing::Current,
        node: (),
        blocks: Vec::new(),
        sections: Vec::new(),
    }
}

/// A measure's number is printed; it must agree with the measure's place.
fn measure_number(heading: &mut Heading, position: usize, source: &mut Source<'_>) -> Option<String> {
    let expected = CIRCLED.chars().nth(position - 1)?;
    let written = match heading.content.first_mut() {
        Some(Inline::Text(text)) => text.chars().next().filter(|&c| CIRCLED.contains(c)).inspect(|c| {
            *text = text[c.len_utf8()..].trim_start().to_owned();
        }),
        _ => None,
    };
    if written != Some(expected) {
        source.findings.push(
            Diagnostic::error(
                Code("K042"),
                heading.span,
                Message::new(
                    format!("取組内容の見出しの番号は、ここでは {expected} のはずです"),
                    format!("the number of this measure should be {expected}"),
                ),
            )
            .help(Message::new(
                format!("## {expected} 見出し のように書いてください"),
                format!("write ## {expected} heading"),
            )),
        );
    }
    Some(expected.to_string())
}

/// `2 数値目標`: the number of a chapter's section.
fn leading_digits(content: &mut [Inline<Unresolved>]) -> Option<String> {
    let Some(Inline::Text(text)) = content.first_mut() else { return None };
    let (digits, rest) = text.split_once([' ', '　'])?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = digits.to_owned();
    *text = rest.trim_start().to_owned();
    Some(digits)
}

/// Ids on a page: lower-case ASCII letters, digits, hyphens; a letter first.
pub(crate) fn is_fragment(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Ids that the pages themselves use.
fn belongs_to_theme(id: &str) -> bool {
    id == "search-results" || ["k-", "def-", "volume-"].iter().any(|prefix| id.starts_with(prefix))
}

fn malformed_id(id: &str, span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K043"),
        span,
        Message::new(format!("見出しの名前「{id}」は使えません"), format!("the id “{id}” is not allowed")),
    )
    .help(Message::new(
        "英小文字で始め、英小文字・数字・ハイフンだけにしてください。k-、def-、volume- で始まる名前は使えません",
        "begin with a lower-case letter; use only a-z, 0-9 and hyphens; not k-…, def-…, volume-…",
    ))
}

/// Numbers of items, counted over all lists of a section.
#[derive(Default)]
struct Counter(usize);

fn name_section_items(section: &mut Section<Unresolved>) {
    let letter = match section.kind {
        SectionKind::Measure => "a",
        SectionKind::Section => "c",
    };
    let prefix = format!("{}-{letter}", section.fragment);
    name_items(&mut section.blocks, &mut Counter::default(), &prefix);
    for below in &mut section.sections {
        name_section_items(below);
    }
}

fn name_items(blocks: &mut [Block<Unresolved>], counter: &mut Counter, prefix: &str) {
    let is_action = prefix.ends_with("-a");
    for item in blocks.iter_mut().filter_map(list_items).flatten() {
        counter.0 += 1;
        let fragment = format!("{prefix}{}", counter.0);
        if is_action {
            item.kind = ItemKind::Action;
            let mut details = 0;
            for detail in item.blocks.iter_mut().filter_map(list_items).flatten() {
                details += 1;
                detail.kind = ItemKind::Detail;
                detail.fragment = Some(format!("{fragment}-d{details}"));
            }
        }
        item.fragment = Some(fragment);
    }
}

fn list_items(block: &mut Block<Unresolved>) -> Option<&mut Vec<Item<Unresolved>>> {
    match &mut block.kind {
        BlockKind::List { items, .. } => Some(items),
        _ => None,
    }
}
