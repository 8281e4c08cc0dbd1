//! The glossary: terms by the first kana of their reading, each with its definition and where it is marked.

use serde::Serialize;

use super::Body;
use crate::plan::{Term, TermIx};
use crate::render::flow::Flow;
use crate::render::layout;
use crate::render::strings;
use crate::render::view::Entry;
use crate::site::pages as address;

#[derive(Serialize)]
struct View {
    groups: Vec<Group>,
}

/// The terms of a row of the kana table, or of a letter.
#[derive(Serialize)]
struct Group {
    id: String,
    label: String,
    terms: Vec<TermView>,
}

#[derive(Serialize)]
struct TermView {
    /// Id on the page.
    fragment: String,
    term: String,
    reading: String,
    variants: Vec<String>,
    definition: String,
    source: String,
    /// Where it is marked.
    places: Vec<Entry>,
}

/// The rows of the kana table: the name of the row and the kana that begin it, small and voiced ones too.
const ROWS: [(&str, &str); 10] = [
    ("あ", "ぁあぃいぅうぇえぉおゔ"),
    ("か", "かがきぎくぐけげこごゕゖ"),
    ("さ", "さざしじすずせぜそぞ"),
    ("た", "ただちぢっつづてでとど"),
    ("な", "なにぬねの"),
    ("は", "はばぱひびぴふぶぷへべぺほぼぽ"),
    ("ま", "まみむめも"),
    ("や", "ゃやゅゆょよ"),
    ("ら", "らりるれろ"),
    ("わ", "ゎわゐゑをん"),
];

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let mut groups: Vec<Group> = ROWS
        .iter()
        .map(|(row, _)| *row)
        .chain([site.strings.get(strings::KANA_OTHER)])
        .enumerate()
        .map(|(index, label)| Group { id: format!("k-row-{}", index + 1), label: label.to_owned(), terms: Vec::new() })
        .collect();
    for (index, term) in site.plan.terms.iter().enumerate() {
        groups[row(&term.reading)].terms.push(view(flow, TermIx(index), term));
    }
    groups.retain(|group| !group.terms.is_empty());
    let contents = groups.iter().map(|group| Entry {
        title: group.label.clone(),
        href: format!("#{}", group.id),
        ..Entry::default()
    });
    let contents = contents.collect();
    Ok(Body::new(&View { groups })?.contents(contents))
}

/// The number of the row a reading belongs to; the last one beyond the kana.
fn row(reading: &str) -> usize {
    let first = reading.chars().next().map(hiragana);
    let row = first.and_then(|first| ROWS.iter().position(|(_, kana)| kana.contains(first)));
    row.unwrap_or(ROWS.len())
}

/// Katakana stand 0x60 behind their hiragana.
fn hiragana(kana: char) -> char {
    match kana {
        'ァ'..='ヶ' => char::from_u32(kana as u32 - 0x60).unwrap_or(kana),
        _ => kana,
    }
}

fn view(flow: &Flow<'_>, index: TermIx, term: &Term) -> TermView {
    let site = flow.site;
    let mut nodes = Vec::new();
    for used in site.plan.links.term_uses.get(index.0).into_iter().flatten() {
        if !nodes.contains(&used.node) {
            nodes.push(used.node);
        }
    }
    let place =
        |&node: &crate::plan::NodeIx| Entry { title: site.place(node), href: flow.href(node), ..Entry::default() };
    TermView {
        fragment: address::term(&term.id.value).fragment.unwrap_or_default(),
        term: site.text(&term.term).to_owned(),
        reading: term.reading.clone(),
        variants: term.variants.clone(),
        definition: site.text(&term.definition).to_owned(),
        source: layout::source(site, term.source).to_owned(),
        places: nodes.iter().map(place).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_fall_into_the_rows_of_the_kana_table() {
        let rows: Vec<usize> = ["あい", "ゔぃ", "がん", "づ", "ぱ", "をん", "ガン", "ヴィ", "abc", ""].map(row).into();
        assert_eq!(rows, [0, 0, 1, 3, 5, 9, 1, 0, 10, 10]);
    }
}
