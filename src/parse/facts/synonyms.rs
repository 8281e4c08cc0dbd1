//! `content/synonyms.yaml`: what citizens say for what the plan calls otherwise.

use serde::Deserialize;

use crate::diag::Diagnostic;
use crate::lang::{Lang, Localized};
use crate::parse::context::{Context, unknown_language};
use crate::parse::folders::Folder;
use crate::plan::Synonym;
use crate::yaml::At;

const FILE: &str = "synonyms.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    synonyms: Localized<Vec<RawSynonym>>,
    /// What stands in any question and means nothing.
    #[serde(default)]
    leave_out: Localized<Vec<At<String>>>,
    /// What is the business of other offices, as 住民票.
    #[serde(default)]
    elsewhere: Localized<Vec<At<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSynonym {
    say: Vec<At<String>>,
    /// Names of things that are of this kind, a word each.
    #[serde(default)]
    such_as: Vec<At<String>>,
    #[serde(default)]
    means: Vec<At<String>>,
    #[serde(default)]
    leads_to: Vec<At<String>>,
}

/// Reads the synonyms, if the plan has a file of them.
pub(in crate::parse) fn synonyms(
    context: Context<'_>,
    content: &Folder,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Synonym> {
    if !content.files.contains_key(FILE) {
        return Vec::new();
    }
    let Some((_, raw)) = context.yaml::<Raw>(content, FILE, findings) else { return Vec::new() };
    let mut synonyms = Vec::new();
    for (lang, all) in raw.synonyms.iter() {
        check_language(context, lang, all.iter().flat_map(|it| &it.say).next(), findings);
        synonyms.extend(all.iter().map(|it| Synonym {
            lang: lang.clone(),
            say: it.say.iter().map(|it| it.value.clone()).collect(),
            such_as: it.such_as.iter().map(|it| it.value.clone()).collect(),
            means: it.means.clone(),
            leads_to: it.leads_to.clone(),
            elsewhere: false,
        }));
    }
    for (lists, elsewhere) in [(&raw.leave_out, false), (&raw.elsewhere, true)] {
        for (lang, say) in lists.iter() {
            check_language(context, lang, say.first(), findings);
            let say = say.iter().map(|it| it.value.clone()).collect();
            let (lang, such_as, means, leads_to) = (lang.clone(), Vec::new(), Vec::new(), Vec::new());
            synonyms.push(Synonym { lang, say, such_as, means, leads_to, elsewhere });
        }
    }
    synonyms
}

fn check_language(context: Context<'_>, lang: &Lang, first: Option<&At<String>>, findings: &mut Vec<Diagnostic>) {
    if let Some(first) = first.filter(|_| !context.languages.contains(lang)) {
        findings.push(unknown_language(first.span.into(), lang, context.languages));
    }
}
