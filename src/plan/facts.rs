//! Facts: targets, schedules, institutions, statistics, terms.

use std::collections::BTreeMap;

use super::{Phase, Title, VolumeIx, Years};
use crate::lang::{Lang, Localized};
use crate::source::{Span, Spanned};

/// A numerical target 数値目標.
#[derive(Debug, Clone)]
pub struct Target<P: Phase> {
    /// Id; the node's is `target/` and this.
    pub id: Spanned<String>,
    /// The volume it belongs to.
    pub volume: VolumeIx,
    /// Printed number, as 8 for ⑧.
    pub number: u32,
    /// What is measured.
    pub title: Title<P>,
    /// Unit, as 件.
    pub unit: Localized<Unit>,
    /// 現状
    pub baseline: Figure,
    /// 目標値
    pub goal: Figure,
    /// Yearly results, when they have come.
    pub results: Vec<Figure>,
    /// The node.
    pub node: P::Node,
}

/// A unit in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The unit with `{n}` where the value stands; without it the unit follows the value.
    pub pattern: String,
    /// By what a value of the facts is multiplied to be a value in this unit.
    pub scale: f64,
}

/// A value of a target and the fiscal years it is for.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Figure {
    /// The value in the target's unit; `None` where the plan prints —.
    pub value: Option<f64>,
    /// The years; a single year has `from == to`.
    #[serde(flatten)]
    pub years: Years,
}

/// A schedule 工程表.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Schedule {
    /// The first column of the printed table.
    pub title: Localized<String>,
    /// Its bars.
    pub rows: Vec<ScheduleRow>,
}

impl Schedule {
    /// True where a wording of a language is behind the plan's own.
    pub fn is_behind(&self, lang: &Lang) -> bool {
        let rows = self.rows.iter().flat_map(|row| {
            let details =
                row.details.iter().flat_map(|detail| detail.label.iter().chain(&detail.text).chain(&detail.items));
            std::iter::once(&row.text).chain(details)
        });
        std::iter::once(&self.title).chain(rows).any(|text| text.is_behind(lang))
    }
}

/// A bar of a schedule.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ScheduleRow {
    /// What is done.
    pub text: Localized<String>,
    /// When.
    #[serde(flatten)]
    pub years: Years,
    /// The lines below the bar.
    pub details: Vec<ScheduleDetail>,
    /// Its place.
    #[serde(skip)]
    pub span: Span,
}

/// A line below a bar.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ScheduleDetail {
    /// Printed in 〈〉.
    pub label: Option<Localized<String>>,
    /// Printed after it.
    pub text: Option<Localized<String>>,
    /// Printed with ・.
    pub items: Vec<Localized<String>>,
    /// When.
    #[serde(flatten)]
    pub years: Years,
}

/// The support matrix 支援機関等の役割.
#[derive(Debug, Clone)]
pub struct Institutions {
    /// The kinds of support, in the order of the columns: id and title.
    pub supports: Vec<(String, Localized<String>)>,
    /// The institutions, in the order of the rows.
    pub institutions: Vec<Institution>,
}

impl Institutions {
    /// True where a wording of a language is behind the plan's own.
    pub fn is_behind(&self, lang: &Lang) -> bool {
        let supports = self.supports.iter().map(|(_, title)| title);
        let institutions = self.institutions.iter().flat_map(|one| [&one.name, &one.role, &one.description]);
        supports.chain(institutions).any(|text| text.is_behind(lang))
    }
}

/// An institution.
#[derive(Debug, Clone)]
pub struct Institution {
    /// Id; the node's is `institution/` and this.
    pub id: Spanned<String>,
    /// Name.
    pub name: Localized<String>,
    /// The languages in which the name is not an official one.
    pub provisional: Vec<Lang>,
    /// Role, in its printed brackets.
    pub role: Localized<String>,
    /// What it does.
    pub description: Localized<String>,
    /// One for each kind of support: whether it has the ○.
    pub supports: Vec<bool>,
}

/// A statistic: a table from a spreadsheet.
#[derive(Debug, Clone)]
pub struct Statistic {
    /// Id: the file's name.
    pub id: Spanned<String>,
    /// Title.
    pub title: Localized<String>,
    /// Source note as printed.
    pub source: Option<Localized<String>>,
    /// How many rows are header.
    pub header_rows: usize,
    /// How many columns label their row.
    pub header_columns: usize,
    /// All rows, the header first; all of the same length; cells as printed.
    pub rows: Vec<Vec<String>>,
    /// Words of the table in other languages, by the printed wording.
    pub labels: BTreeMap<String, Localized<String>>,
}

impl Statistic {
    /// A cell in a language: as printed where the language has no wording of its own for it.
    pub fn cell<'a>(&'a self, printed: &'a str, lang: &Lang) -> &'a str {
        self.labels.get(printed).and_then(|texts| texts.get(lang)).map_or(printed, String::as_str)
    }

    /// True where a wording of a language is behind the printed one.
    pub fn is_behind(&self, lang: &Lang) -> bool {
        let source = self.source.iter();
        std::iter::once(&self.title).chain(source).chain(self.labels.values()).any(|text| text.is_behind(lang))
    }
}

/// A term of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id; the node's is `term/` and this.
    pub id: Spanned<String>,
    /// The term.
    pub term: Localized<String>,
    /// Reading in hiragana.
    pub reading: String,
    /// Other wordings.
    pub variants: Vec<String>,
    /// Definition.
    pub definition: Localized<String>,
    /// Who wrote the definition.
    pub source: DefinitionSource,
    /// The languages in which the term is a name and not an official one.
    pub provisional: Vec<Lang>,
}

/// The name of an organisation, a law or a programme.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name.
    pub name: Localized<String>,
    /// Other wordings, in any language.
    pub variants: Vec<String>,
    /// The languages in which it is not an official name.
    pub provisional: Vec<Lang>,
}

/// What citizens say in one language, and what of the plan they mean.
#[derive(Debug, Clone)]
pub struct Synonym {
    /// The language.
    pub lang: Lang,
    /// Words and phrases of citizens.
    pub say: Vec<String>,
    /// Names of things that are of this kind, a word each.
    pub such_as: Vec<String>,
    /// Words of the plan. Empty for what means nothing, as 教えてほしい.
    pub means: Vec<Spanned<String>>,
    /// Ids of nodes that answer.
    pub leads_to: Vec<Spanned<String>>,
    /// Whether it is the business of other offices, of which the plan says nothing.
    pub elsewhere: bool,
}

/// Who wrote a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DefinitionSource {
    /// The editors of the site.
    Editor,
    /// The printed plan.
    Plan,
}
