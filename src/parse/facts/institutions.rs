//! `institutions.yaml`: the support matrix of a volume.

use serde::Deserialize;

use super::check_id;
use crate::diag::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::parse::context::{Context, Text};
use crate::parse::folders::Folder;
use crate::plan::{Institution, Institutions};
use crate::yaml::At;

const FILE: &str = "institutions.yaml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    supports: Vec<RawSupport>,
    institutions: Vec<RawInstitution>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSupport {
    id: At<String>,
    title: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInstitution {
    id: At<String>,
    name: Text,
    #[serde(default)]
    provisional: Vec<Lang>,
    role: Text,
    description: Text,
    supports: Vec<At<String>>,
}

/// Reads the institutions of a volume, if it has any.
pub(in crate::parse) fn institutions(
    context: Context<'_>,
    folder: &Folder,
    findings: &mut Vec<Diagnostic>,
) -> Option<Institutions> {
    if !folder.files.contains_key(FILE) {
        return None;
    }
    let (_, raw) = context.yaml::<Raw>(folder, FILE, findings)?;
    let supports: Vec<_> =
        raw.supports.iter().map(|support| (support.id.value.clone(), context.text(&support.title, findings))).collect();
    let ids: Vec<&str> = supports.iter().map(|(id, _)| id.as_str()).collect();
    let institutions = raw.institutions.iter().map(|raw| institution(context, &ids, raw, findings)).collect();
    Some(Institutions { supports, institutions })
}

fn institution(
    context: Context<'_>,
    supports: &[&str],
    raw: &RawInstitution,
    findings: &mut Vec<Diagnostic>,
) -> Institution {
    let id = raw.id.clone();
    check_id(&id, findings);
    for support in raw.supports.iter().filter(|support| !supports.contains(&support.value.as_str())) {
        findings.push(
            Diagnostic::error(
                Code("K073"),
                support.span,
                Message::new(
                    format!("支援の種類「{}」は supports にありません", support.value),
                    format!("the kind of support “{}” is not in supports", support.value),
                ),
            )
            .help(Message::new(
                format!("次のいずれかです: {}", supports.join("、")),
                format!("one of: {}", supports.join(", ")),
            )),
        );
    }
    Institution {
        id,
        name: context.text(&raw.name, findings),
        provisional: raw.provisional.clone(),
        role: context.text(&raw.role, findings),
        description: context.text(&raw.description, findings),
        supports: supports.iter().map(|id| raw.supports.iter().any(|support| support.value == *id)).collect(),
    }
}
