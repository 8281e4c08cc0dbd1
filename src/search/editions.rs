//! The documents by language, numbered so that what has the same place has the same number in every
//! language. A place that was found in one language can thereby be shown in another.
//!
//! The number also tells the page: each page begins at a multiple of [`PAGE`]. Pages of one kind stand together, so
//! that a few numbers tell the kind of any page, and so do pages whose texts are the same, as those of a plan that
//! is repeated every year: what is shown of them then stands in one file.

use std::collections::{BTreeMap, BTreeSet};

use super::Document;
use crate::lang::Lang;

/// Numbers between the beginnings of two pages. A longer page goes on as if it were several.
pub(super) const PAGE: u32 = 64;

/// Kinds of pages in the order in which they lead where results are equally good: what is done comes first.
const KINDS: [&str; 7] = ["initiative", "policy", "chapter", "volume", "target", "term", "institution"];

/// All languages, and what they share.
pub(super) struct Editions<'a> {
    /// Each language.
    pub(super) editions: Vec<Edition<'a>>,
    /// The kinds of pages, each with the first number of a page of it, in the order of the numbers.
    pub(super) kinds: Vec<(&'a str, u32)>,
}

/// What can be found in one language.
pub(super) struct Edition<'a> {
    pub(super) lang: &'a Lang,
    /// The documents in the order of their numbers. Numbers of places that this language lacks are absent.
    pub(super) entries: Vec<Entry<'a>>,
}

/// A document with its place among the others. A title and a heading stand over several, and are found once.
pub(super) struct Entry<'a> {
    pub(super) number: u32,
    pub(super) document: &'a Document,
    /// Whether the title of the page is found here: in its first document.
    pub(super) has_title: bool,
    /// Whether the heading is found here, and over how many numbers behind this one it stands too.
    pub(super) heads: Option<u32>,
}

impl Entry<'_> {
    /// The number of the page, which is that of its first document.
    pub(super) fn page(&self) -> u32 {
        self.number - self.number % PAGE
    }
}

/// A place below a language, and which one it is of those that share it, as a page and its lead.
type Place<'a> = (&'a str, u32);

/// The documents that stand on one page, in whatever language.
struct Page<'a> {
    kind: &'a str,
    /// The number of the first page with the same texts.
    alike: usize,
    places: Vec<Place<'a>>,
}

/// Numbers the documents: those of a page in their order, pages by kind, then those that came first.
pub(super) fn editions(documents: &[Document]) -> Editions<'_> {
    let placed = places(documents);
    let mut pages = pages(&placed);
    let rank = |page: &Page<'_>| KINDS.iter().position(|kind| *kind == page.kind).unwrap_or(KINDS.len());
    // The order is kept among pages that are alike.
    pages.sort_by_key(|page| (rank(page), page.kind, page.alike));
    let mut numbers: BTreeMap<Place<'_>, u32> = BTreeMap::new();
    let mut kinds: Vec<(&str, u32)> = Vec::new();
    let mut next = 0_u32;
    for page in &pages {
        if kinds.last().is_none_or(|(kind, _)| *kind != page.kind) {
            kinds.push((page.kind, next));
        }
        numbers.extend(page.places.iter().copied().zip(next..));
        let length = u32::try_from(page.places.len()).unwrap_or(u32::MAX);
        next = next.saturating_add(length.div_ceil(PAGE).saturating_mul(PAGE));
    }
    let mut by_lang: BTreeMap<&Lang, Vec<(u32, &Document)>> = BTreeMap::new();
    for (place, document) in &placed {
        by_lang.entry(&document.lang).or_default().push((numbers[place], document));
    }
    let editions = by_lang.into_iter().map(|(lang, documents)| Edition { lang, entries: entries(documents) }).collect();
    Editions { editions, kinds }
}

fn places(documents: &[Document]) -> Vec<(Place<'_>, &Document)> {
    let mut met: BTreeMap<&str, u32> = BTreeMap::new();
    documents
        .iter()
        .map(|document| {
            let before = met.entry(&document.url).or_default();
            *before += 1;
            let place = document.url.split_once('/').map_or("", |(_, place)| place);
            ((place, *before), document)
        })
        .collect()
}

/// Gathers the pages. Documents of one page follow one another in each language.
fn pages<'a>(placed: &[(Place<'a>, &'a Document)]) -> Vec<Page<'a>> {
    let mut pages: Vec<Page<'a>> = Vec::new();
    let mut by_lead: BTreeMap<Place<'a>, usize> = BTreeMap::new();
    let mut alike: BTreeMap<Vec<[&str; 2]>, usize> = BTreeMap::new();
    let mut known: BTreeSet<Place<'a>> = BTreeSet::new();
    for page in placed.chunk_by(|(_, a), (_, b)| is_same_page(a, b)) {
        let (lead, first) = page[0];
        let at = *by_lead.entry(lead).or_insert_with(|| {
            let texts = page.iter().map(|(_, it)| [it.heading.as_str(), it.text.as_str()]).collect();
            let alike = *alike.entry(texts).or_insert(pages.len());
            pages.push(Page { kind: &first.kind, alike, places: Vec::new() });
            pages.len() - 1
        });
        pages[at].places.extend(page.iter().map(|(place, _)| *place).filter(|place| known.insert(*place)));
    }
    pages
}

/// A page is what has one address and one title: terms of a glossary are pages of their own.
fn is_same_page(one: &Document, other: &Document) -> bool {
    one.path() == other.path() && one.page_title == other.page_title
}

fn entries(mut documents: Vec<(u32, &Document)>) -> Vec<Entry<'_>> {
    documents.sort_by_key(|(number, _)| *number);
    let page = |i: usize| documents[i].0 / PAGE;
    let is_below =
        |i: usize, first: usize| page(i) == page(first) && documents[i].1.heading == documents[first].1.heading;
    let entry = |i: usize| {
        let (number, document) = documents[i];
        let goes_on = i > 0 && is_below(i, i - 1);
        let last = (i..documents.len()).take_while(|it| is_below(*it, i)).last().unwrap_or(i);
        Entry {
            number,
            document,
            has_title: i == 0 || page(i) != page(i - 1),
            heads: (!goes_on && !document.heading.is_empty()).then(|| documents[last].0 - number),
        }
    };
    (0..documents.len()).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    fn document([lang, place, kind, page, heading]: [&str; 5]) -> Document {
        Document {
            lang: Lang::new(lang),
            url: format!("{lang}/{place}"),
            kind: kind.to_owned(),
            page_title: page.to_owned(),
            heading: heading.to_owned(),
            ..fixture::document("")
        }
    }

    #[test]
    fn a_place_has_one_number_in_all_languages_and_pages_begin_at_multiples() {
        let documents = [
            ["ja", "a/", "policy", "A", ""],
            ["ja", "a/", "section", "A", ""],
            ["ja", "b/", "initiative", "B", ""],
            ["x", "c/", "x-kind", "C", ""],
            ["x", "b/", "initiative", "b", ""],
            ["x", "b/#only", "action", "b", ""],
            ["x", "a/", "policy", "a", ""],
        ]
        .map(document);
        let Editions { editions, kinds } = editions(&documents);
        let told =
            |it: &Edition<'_>| it.entries.iter().map(|it| (it.number, it.document.url.clone())).collect::<Vec<_>>();
        let expect = |all: &[(u32, &str)]| all.iter().map(|(n, url)| (*n, (*url).to_owned())).collect::<Vec<_>>();
        assert_eq!(told(&editions[0]), expect(&[(0, "ja/b/"), (64, "ja/a/"), (65, "ja/a/")]));
        assert_eq!(told(&editions[1]), expect(&[(0, "x/b/"), (1, "x/b/#only"), (64, "x/a/"), (128, "x/c/")]));
        assert_eq!(kinds, [("initiative", 0), ("policy", 64), ("x-kind", 128)]);
    }

    #[test]
    fn titles_and_headings_are_found_once() {
        let documents = [
            ["x", "a/", "initiative", "A", ""],
            ["x", "a/#m1", "measure", "A", "one"],
            ["x", "a/#m1-a1", "action", "A", "one"],
            ["x", "a/#m2", "measure", "A", "two"],
            ["x", "b/", "initiative", "B", "two"],
        ]
        .map(document);
        let editions = editions(&documents).editions;
        let told: Vec<_> = editions[0].entries.iter().map(|it| (it.has_title, it.heads)).collect();
        assert_eq!(told, [(true, None), (false, Some(1)), (false, None), (false, Some(0)), (true, Some(0))]);
    }

    #[test]
    fn a_page_that_is_too_long_goes_on_at_the_next_multiple() {
        let documents: Vec<Document> =
            (0..=PAGE).map(|i| document(["x", &format!("a/#c{i}"), "policy", "A", ""])).collect();
        let editions = editions(&documents).editions;
        let last = &editions[0].entries[PAGE as usize];
        assert_eq!((last.number, last.page(), last.has_title), (PAGE, PAGE, true));
    }

    #[test]
    fn pages_with_the_same_texts_stand_together() {
        let documents = [
            ["x", "v1/a/", "policy", "A 1", "same"],
            ["x", "v1/b/", "policy", "B 1", "other"],
            ["x", "v2/a/", "policy", "A 2", "same"],
        ]
        .map(document);
        let editions = editions(&documents).editions;
        let order: Vec<&str> = editions[0].entries.iter().map(|it| it.document.url.as_str()).collect();
        assert_eq!(order, ["x/v1/a/", "x/v2/a/", "x/v1/b/"]);
    }
}
