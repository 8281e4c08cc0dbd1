//! Numbers and figures as the plan prints them: 第1章, (8), ②, 38,300万円 (2018～2021).
//!
//! Comes in: numbers from the facts. Goes out: plain text, escaped by whoever writes it.

use super::site_view::SiteView;
use super::strings::{self, Strings};
use crate::plan::{Figure, NodeIx, NodeKind, Unit, Years};

/// A number in a circle, as Unicode has them up to 50; beyond in brackets.
pub(crate) fn circled(number: u32) -> String {
    let first = match number {
        1..=20 => '①' as u32,
        21..=35 => '㉑' as u32 - 20,
        36..=50 => '㊱' as u32 - 35,
        _ => return format!("({number})"),
    };
    char::from_u32(first + number - 1).map_or_else(|| format!("({number})"), String::from)
}

/// The printed number of a node: `第1章`, `1`, `(8)`, `②`.
pub(crate) fn number(kind: NodeKind, number: &str, strings: &Strings) -> String {
    match (kind, number.parse::<u32>()) {
        (NodeKind::Chapter, Ok(_)) => strings.with(strings::CHAPTER_NUMBER, "n", number),
        (NodeKind::Initiative, Ok(_)) => strings.with(strings::INITIATIVE_NUMBER, "n", number),
        (NodeKind::Measure | NodeKind::Target, Ok(value)) => circled(value),
        _ => number.to_owned(),
    }
}

/// Number and title of a node.
pub(crate) fn numbered(site: &SiteView<'_>, index: NodeIx) -> String {
    let node = site.node(index);
    let title = site.node_title(index);
    match &node.number {
        Some(printed) => format!("{} {title}", number(node.kind, printed, site.strings)),
        None => title.to_owned(),
    }
}

/// Where a node stands: its page's title and, below the page, the nearest heading.
pub(crate) fn place(site: &SiteView<'_>, index: NodeIx) -> String {
    if site.node(index).kind == NodeKind::Target {
        return site.strings.with(strings::TARGET_PLACE, "target", &numbered(site, index));
    }
    let path = site.plan.links.path(index);
    let page = path.iter().rev().find(|&&one| site.node(one).address.fragment.is_none());
    let heading = path.iter().rev().find(|&&one| matches!(site.node(one).kind, NodeKind::Section | NodeKind::Measure));
    let parts: Vec<String> = page.into_iter().chain(heading).map(|&one| numbered(site, one)).collect();
    if parts.is_empty() { numbered(site, index) } else { parts.join(site.strings.get(strings::PLACE_SEPARATOR)) }
}

/// A figure of a target, as printed: the value with its unit, and its years where they are not those of the
/// column.
pub(crate) fn figure(
    figure: &Figure,
    unit: Option<&Unit>,
    column_year: i32,
    strings: &Strings,
) -> (String, Option<String>) {
    let (Some(_), Some(unit)) = (figure.value, unit) else {
        return (strings.get(strings::NO_VALUE).to_owned(), None);
    };
    let as_column = figure.years.is_single() && figure.years.to == column_year;
    (figure.with_unit(unit), (!as_column).then(|| years(figure.years, strings)))
}

/// Years in brackets: `(2021年度)`, `(2018～2021)`.
pub(crate) fn years(years: Years, strings: &Strings) -> String {
    if years.is_single() {
        strings.with(strings::FISCAL_YEAR, "year", &years.from.to_string())
    } else {
        strings.with(strings::FISCAL_YEARS, "from", &years.from.to_string()).replace("{to}", &years.to.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_in_the_plan() {
        assert_eq!(["①", "⑳", "㉑", "㉟", "㊱", "㊿"].concat(), [1, 20, 21, 35, 36, 50].map(circled).concat());
        assert_eq!(circled(51), "(51)");
    }
}
