//! The index as a whole: what it holds, and that it is the same each time.

use std::collections::BTreeMap;
use std::sync::Mutex;

use proptest::prelude::*;

use super::normalise::normalise;
use super::*;

#[derive(Default)]
struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Memory {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        self.0.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}

fn document(lang: &str, text: &str) -> Document {
    Document {
        lang: Lang::new(lang),
        page_title: "水素".to_owned(),
        aliases: vec!["あ".to_owned(), "い".to_owned()],
        ..fixture::document(text)
    }
}

fn files(documents: &[Document]) -> BTreeMap<String, Vec<u8>> {
    let memory = Memory::default();
    write_documents(documents, &[], &[], &memory).unwrap();
    memory.0.into_inner().unwrap()
}

fn postings_of(document: &Document) -> postings::Postings {
    fixture::postings(document, &fixture::texts(document))
}

#[test]
fn every_language_has_its_index_and_bytes_repeat() {
    let documents = [document("ja", "産学公金連携"), document("en", "hydrogen")];
    let first = files(&documents);
    for path in ["search/search.js", "search/ja/index.json", "search/en/texts/0.json", "search/en/words/0.json"] {
        assert!(first.contains_key(path), "{path}");
    }
    assert_eq!(first, files(&documents));
}

#[test]
fn nothing_to_find_is_no_fault() {
    assert!(files(&[]).keys().all(|path| path.ends_with(".js") || path == "search/kanji.json"));
    files(&[document("ja", "")]);
}

#[test]
fn words_are_told_from_neighbouring_letters() {
    let document = document("ja", "東京都と京都");
    let postings = postings_of(&document);
    let (_, hits) = postings.iter().find(|(gram, _)| *gram == ('京', '都')).unwrap();
    let signs: Vec<_> = hits.iter().map(|hit| (hit.position, hit.begins, hit.ends)).collect();
    assert_eq!(signs, [(1, false, true), (4, true, true)]);
}

#[test]
fn no_gram_reaches_over_two_aliases() {
    let document = document("ja", "");
    let postings = postings_of(&document);
    assert!(postings.iter().all(|(gram, _)| *gram != ('あ', 'い')));
}

proptest! {
    /// Any piece of a text is found where it stands: its pairs follow one another in the postings.
    #[test]
    fn any_piece_of_a_text_is_found(text in "[\\PCぁ-ヶー一-龥 　]{0,60}", from in 0..60_usize, length in 1..20_usize) {
        let document = document("ja", &text);
        let postings = postings_of(&document);
        let chars = normalise(&text).chars;
        let piece: Vec<char> = chars.iter().copied().skip(from).take(length).collect();
        for (i, pair) in piece.windows(2).enumerate() {
            let (_, hits) = postings.iter().find(|(gram, _)| *gram == (pair[0], pair[1])).unwrap();
            prop_assert!(hits.iter().any(|hit| hit.slot == 2 && hit.position as usize == from + i));
        }
    }
}
