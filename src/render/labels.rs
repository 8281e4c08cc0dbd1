//! Numbers and figures as the plan prints them: 第1章, (8), ②, 38,300万円 (2018～2021).
//!
//! Comes in: numbers from the facts. Goes out: plain text, escaped by whoever writes it.

use super::site_view::SiteView;
use super::strings::{self, Key, Strings};
use super::words::{Picked, Words};
use crate::plan::{Figure, NodeIx, NodeKind, Unit, Years};

/// Circled numbers as Unicode has them: the first one, and the character of it.
const CIRCLED: [(u32, u32, char); 3] = [(1, 20, '①'), (21, 35, '㉑'), (36, 50, '㊱')];

/// A number in a circle, as Unicode has them up to 50; beyond in brackets.
pub(crate) fn circled(number: u32) -> String {
    let range = CIRCLED.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
    let sign = range.and_then(|&(first, _, sign)| char::from_u32(sign as u32 + number - first));
    sign.map_or_else(|| format!("({number})"), String::from)
}

/// The value of a number as it is printed: in digits, or in a circle.
fn value(printed: &str) -> Option<u32> {
    let digits = printed.trim_start_matches('(').trim_end_matches(')');
    digits.parse().ok().or_else(|| {
        let sign = printed.parse::<char>().ok()? as u32;
        let at = |&(first, last, start): &(u32, u32, char)| {
            sign.checked_sub(start as u32).map(|offset| first + offset).filter(|number| *number <= last)
        };
        CIRCLED.iter().find_map(at)
    })
}

/// A number by a pattern of the theme, with `{n}` in digits or `{circled}`.
fn by_pattern(pattern: Key, number: u32, strings: &Strings) -> String {
    strings.with(pattern, "n", &number.to_string()).replace("{circled}", &circled(number))
}

/// The number of a target.
pub(crate) fn target(number: u32, strings: &Strings) -> String {
    by_pattern(strings::TARGET_NUMBER, number, strings)
}

/// A page of the print and the measures on it.
pub(crate) fn printed_page(page: u32, measures: impl Iterator<Item = u32>, strings: &Strings) -> String {
    let page = page.to_string();
    let measures: Vec<String> = measures.map(|number| by_pattern(strings::PRINTED_MEASURE, number, strings)).collect();
    if measures.is_empty() {
        return strings.with(strings::PRINTED_PAGE, "page", &page);
    }
    let measures = measures.join(strings.between(strings::PRINTED_LIST, "before", "after"));
    strings.with(strings::PRINTED_MEASURES, "page", &page).replace("{measures}", &measures)
}

/// The number of a node as a language writes it: `第1章`, `1`, `(8)`, `②`.
pub(crate) fn number(kind: NodeKind, number: &str, strings: &Strings) -> String {
    let pattern = match kind {
        NodeKind::Chapter => strings::CHAPTER_NUMBER,
        NodeKind::Initiative => strings::INITIATIVE_NUMBER,
        NodeKind::Measure => strings::MEASURE_NUMBER,
        NodeKind::Target => strings::TARGET_NUMBER,
        _ => return number.to_owned(),
    };
    value(number).map_or_else(|| number.to_owned(), |value| by_pattern(pattern, value, strings))
}

/// Number and title of a node.
pub(crate) fn numbered(site: &SiteView<'_>, index: NodeIx) -> Words {
    let node = site.node(index);
    let title = site.node_title(index);
    match &node.number {
        Some(printed) => Words::own(format!("{} ", number(node.kind, printed, site.strings))).then(title),
        None => title,
    }
}

/// Where a node stands: its page's title and, below the page, the nearest heading.
pub(crate) fn place(site: &SiteView<'_>, index: NodeIx) -> Words {
    if site.node(index).kind == NodeKind::Target {
        return site.strings.around(strings::TARGET_PLACE, "target", numbered(site, index));
    }
    let path = site.plan.links.path(index);
    let page = path.iter().rev().find(|&&one| site.node(one).address.fragment.is_none());
    let heading = path.iter().rev().find(|&&one| matches!(site.node(one).kind, NodeKind::Section | NodeKind::Measure));
    let parts: Vec<Words> = page.into_iter().chain(heading).map(|&one| numbered(site, one)).collect();
    if parts.is_empty() {
        return numbered(site, index);
    }
    Words::join(parts, site.strings.get(strings::PLACE_SEPARATOR))
}

/// A figure of a target, as printed: the value with its unit, and its years where they are not those of the
/// column.
pub(crate) fn figure(
    figure: &Figure,
    unit: Option<Picked<'_, Unit>>,
    column_year: i32,
    strings: &Strings,
) -> (Words, Option<String>) {
    let (Some(_), Some(unit)) = (figure.value, unit) else {
        return (Words::own(strings.get(strings::NO_VALUE)), None);
    };
    let as_column = figure.years.is_single() && figure.years.to == column_year;
    (Words::of(figure.with_unit(unit.value), unit.lang), (!as_column).then(|| years(figure.years, strings)))
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
        for number in 1..60 {
            assert_eq!((value(&circled(number)), value(&number.to_string())), (Some(number), Some(number)));
        }
        assert_eq!(["", "Ⅱ", "二", "1a"].map(value), [None; 4]);
    }
}
