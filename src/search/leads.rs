//! What leads from a word that readers type to the wordings that the texts have: from any form of a word
//! in Latin letters to those that occur, and between all names of a term of the glossary, in
//! whatever language.
//!
//! Comes in: the prepared texts of one language, and the glossary. Goes out: by key (see [`latin::key`]) the
//! wordings to look for instead. The browser finds them as if they had been typed.

use std::collections::BTreeMap;

use super::Term;
use super::latin;
use super::normalise::normal;
use super::postings::{Postings, may_occur};
use super::prepared::Texts;
use crate::lang::Lang;

/// Wordings by key. A word that only leads to itself is left out.
pub(super) type Leads = BTreeMap<String, Vec<String>>;

/// Collects the leads of one language.
pub(super) fn collect(lang: &Lang, texts: &Texts, terms: &[Term], postings: &Postings) -> Leads {
    // By key and normalised wording, so that each wording stands once.
    let mut leads: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for text in texts.values() {
        for range in &text.latin {
            let form: String = text.chars[range.clone()].iter().collect();
            let shown = form.replace('ー', "-");
            leads.entry(latin::key(&form)).or_default().insert(form, shown);
        }
    }
    let forms = leads.clone();
    relate(&mut leads, &forms);
    for term in terms {
        let names = term.names.iter().map(|(_, name)| name).chain(&term.variants);
        let own = term.names.get(lang).into_iter().chain(&term.variants);
        let mut wordings: BTreeMap<String, String> = own
            .map(|name| (normal(name), name.clone()))
            .filter(|(wording, _)| may_occur(postings, &wording.chars().collect::<Vec<char>>()))
            .collect();
        // Another form, as with a hyphen, unless it is found with the name as a piece of it.
        for wording in wordings.keys().cloned().collect::<Vec<_>>() {
            let others = forms.get(&latin::key(&wording)).into_iter().flatten();
            let apart = others.filter(|(form, _)| !form.contains(&wording));
            wordings.extend(apart.map(|(form, shown)| (form.clone(), shown.clone())));
        }
        for name in names.chain([&term.reading]) {
            let known = leads.entry(latin::key(&normal(name))).or_default();
            for (wording, shown) in &wordings {
                known.entry(wording.clone()).or_insert_with(|| shown.clone());
            }
        }
    }
    leads.retain(|key, wordings| !key.is_empty() && wordings.keys().any(|wording| wording != key));
    leads.into_iter().map(|(key, wordings)| (key, wordings.into_values().collect())).collect()
}

/// Endings that make one word of another, as investor of invest: what is left of them in keys.
const ENDINGS: [&str; 12] = ["ation", "ment", "ance", "ence", "ive", "ion", "or", "er", "ist", "ic", "al", "it"];
/// The last letter in the keys of words in y, which others lose: economy and economic, but not factory and factor.
const OF_Y: &str = "i";
/// What is left of shorter words is another word.
const SHORTEST: usize = 5;

/// Leads words to those of which they are made, and back.
fn relate(leads: &mut BTreeMap<String, BTreeMap<String, String>>, forms: &BTreeMap<String, BTreeMap<String, String>>) {
    for (key, own) in forms {
        let of_y =
            key.strip_suffix(OF_Y).filter(|base| !forms.get(*base).is_some_and(|forms| forms.contains_key(*base)));
        let bases = ENDINGS.iter().filter_map(|ending| key.strip_suffix(ending)).chain(of_y);
        let bases = bases.filter(|base| base.len() >= SHORTEST);
        for (base, others) in bases.filter_map(|base| forms.get_key_value(base)) {
            leads.entry(key.clone()).or_default().extend(others.clone());
            leads.entry(base.clone()).or_default().extend(own.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Document, fixture};
    use super::*;
    use crate::lang::Localized;

    fn leads(text: &str, terms: &[Term]) -> Leads {
        let document = Document { aliases: vec!["供給網".to_owned()], ..fixture::document(text) };
        let texts = fixture::texts(&document);
        collect(&document.lang, &texts, terms, &fixture::postings(&document, &texts))
    }

    fn of<'a>(leads: &'a Leads, key: &str) -> Vec<&'a str> {
        leads.get(key).into_iter().flatten().map(String::as_str).collect()
    }

    #[test]
    fn a_key_leads_to_all_forms_and_none_to_itself_alone() {
        let leads = leads("Start-ups and a startup; companies 水素ABC hydrogen", &[]);
        assert_eq!(of(&leads, "startup"), ["startup", "start-ups"]);
        assert_eq!(of(&leads, "compani"), ["companies"]);
        assert_eq!(of(&leads, "hydrogen"), [""; 0]);
    }

    #[test]
    fn words_lead_to_those_of_which_they_are_made() {
        let leads = leads("investors invested, an economic economy, a factor of factories", &[]);
        assert_eq!(of(&leads, "investor"), ["invested", "investors"]);
        assert_eq!(of(&leads, "invest"), ["invested", "investors"]);
        assert_eq!(of(&leads, "economi"), ["economic", "economy"]);
        assert_eq!(of(&leads, "factori"), ["factories"]);
    }

    #[test]
    fn names_lead_to_the_other_forms_of_a_name() {
        let names = [("x", "startup"), ("y", "スタートアップ")];
        let names = names.map(|(lang, name)| (Lang::new(lang), name.to_owned())).into_iter().collect();
        let term = Term { names, variants: Vec::new(), reading: String::new() };
        let leads = leads("A startup, startups, start-ups", &[term]);
        assert_eq!(of(&leads, "すたーとあっぷ"), ["startup", "start-ups"]);
    }

    #[test]
    fn names_lead_to_those_that_occur() {
        let names = [("x", "サプライチェーン"), ("y", "supply chain")];
        let term = Term {
            names: names.map(|(lang, name)| (Lang::new(lang), name.to_owned())).into_iter().collect::<Localized<_>>(),
            variants: vec!["供給網".to_owned(), "物流".to_owned()],
            reading: "さぷらいちぇーん".to_owned(),
        };
        let leads = leads("サプライチェーンと物流。", &[term]);
        assert_eq!(of(&leads, "supplychain"), ["サプライチェーン", "物流"]);
        // It stands among the names that are not shown, so that nothing would be seen of it.
        assert_eq!(of(&leads, "供給網"), ["サプライチェーン", "物流"]);
        assert_eq!(of(&leads, "さぷらいちぇーん"), ["サプライチェーン", "物流"]);
    }
}
