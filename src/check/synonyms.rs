//! K126, K127: citizens' words that lead to what the plan does not have. A reader who asks in these words would
//! be told that there is nothing.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::plan::{Plan, Resolved};
use crate::source::Spanned;

pub(super) fn check(plan: &Plan<Resolved>) -> Vec<Diagnostic> {
    if plan.synonyms.is_empty() {
        return Vec::new();
    }
    let texts: BTreeMap<&Lang, String> = plan.meta.languages.iter().map(|lang| (lang, text(plan, lang))).collect();
    let mut findings = Vec::new();
    for synonym in &plan.synonyms {
        let Some(text) = texts.get(&synonym.lang) else { continue };
        let absent = synonym.means.iter().filter(|it| !text.contains(&it.value.to_lowercase()));
        findings.extend(absent.map(no_such_word));
        let is_known = |id: &str| plan.links.nodes.iter().any(|node| node.id == id);
        findings.extend(synonym.leads_to.iter().filter(|it| !is_known(&it.value)).map(no_such_place));
    }
    findings
}

/// All that the plan says in a language, in small letters.
fn text(plan: &Plan<Resolved>, lang: &Lang) -> String {
    let texts = plan.links.nodes.iter().flat_map(|node| [node.title.get(lang), node.text.get(lang)]).flatten();
    texts.fold(String::new(), |all, text| all + "\n" + &text.to_lowercase())
}

fn no_such_word(word: &Spanned<String>) -> Diagnostic {
    Diagnostic::warning(
        Code("K126"),
        word.span,
        Message::new(
            format!("「{}」は計画のどこにも書かれていません", word.value),
            format!("the plan nowhere says “{}”", word.value),
        ),
    )
    .help(Message::new("計画にある言葉に直してください", "write a word that stands in the plan"))
}

fn no_such_place(id: &Spanned<String>) -> Diagnostic {
    Diagnostic::error(
        Code("K127"),
        id.span,
        Message::new(
            format!("取組や項目「{}」はありません", id.value),
            format!("there is no initiative or clause “{}”", id.value),
        ),
    )
    .help(Message::new(
        "取組のフォルダーの名前（番号の後）か、data/plan.json の id を書いてください",
        "write the name of the initiative's folder (behind its number), or an id of data/plan.json",
    ))
}
