//! The documents by language, numbered so that what has the same place has the same number in every
//! language. A place that was found in one language can thereby be shown in another.

use std::collections::BTreeMap;

use super::Document;
use crate::lang::Lang;

/// What can be found in one language.
pub(super) struct Edition<'a> {
    pub(super) lang: &'a Lang,
    /// The documents in the order of their numbers. Numbers of places that this language lacks are absent.
    pub(super) documents: Vec<(u32, &'a Document)>,
}

/// Numbers the documents in their order. Those that share a place, as a page and its lead, are told
/// apart by their order.
pub(super) fn editions(documents: &[Document]) -> Vec<Edition<'_>> {
    let mut numbers: BTreeMap<(&str, u32), u32> = BTreeMap::new();
    let mut met: BTreeMap<&str, u32> = BTreeMap::new();
    let mut editions: BTreeMap<&Lang, Vec<(u32, &Document)>> = BTreeMap::new();
    for document in documents {
        let before = met.entry(&document.url).or_default();
        let place = document.url.split_once('/').map_or("", |(_, place)| place);
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let number = *numbers.entry((place, *before)).or_insert(next);
        *before += 1;
        editions.entry(&document.lang).or_default().push((number, document));
    }
    for documents in editions.values_mut() {
        documents.sort_by_key(|(number, _)| *number);
    }
    editions.into_iter().map(|(lang, documents)| Edition { lang, documents }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(lang: &str, place: &str) -> Document {
        Document {
            lang: Lang::new(lang),
            url: format!("{lang}/{place}"),
            kind: String::new(),
            page_title: String::new(),
            heading: String::new(),
            text: String::new(),
            aliases: Vec::new(),
        }
    }

    #[test]
    fn a_place_has_one_number_in_all_languages() {
        let places = [("ja", "a/"), ("ja", "a/"), ("ja", "b/"), ("x", "c/"), ("x", "b/"), ("x", "a/")];
        let documents: Vec<Document> = places.iter().map(|(lang, place)| document(lang, place)).collect();
        let found: Vec<(String, Vec<(u32, &str)>)> = editions(&documents)
            .into_iter()
            .map(|it| (it.lang.to_string(), it.documents.iter().map(|(n, it)| (*n, it.url.as_str())).collect()))
            .collect();
        let ja = vec![(0, "ja/a/"), (1, "ja/a/"), (2, "ja/b/")];
        let x = vec![(0, "x/a/"), (2, "x/b/"), (3, "x/c/")];
        assert_eq!(found, [("ja".to_owned(), ja), ("x".to_owned(), x)]);
    }
}
