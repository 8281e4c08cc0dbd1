//! The numbers of a text, in whatever language it is: 38,300万円 and JPY 383 million are one number, so are
//! 令和3年 and 2021, 4割 and 40%, 10月 and October. Numbers that belong to a name (3D, COVID-19) do not count.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::diag::Message;

/// A number of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quantity {
    /// A number, in millionths.
    Number(i128),
    /// A month of the year.
    Month(u8),
}

impl Quantity {
    /// The number for people: digits, or the month.
    pub(super) fn show(self) -> Message {
        match self {
            Self::Number(value) if value % MILLION == 0 => same(value / MILLION),
            Self::Number(value) => same(value as f64 / MILLION as f64),
            Self::Month(month) => Message::new(format!("{month}月"), MONTHS[usize::from(month) - 1]),
        }
    }
}

fn same(number: impl std::fmt::Display) -> Message {
    Message::new(number.to_string(), number.to_string())
}

const MILLION: i128 = 1_000_000;

/// Signs that multiply the number before them. A number goes on behind 兆, 億 and 万: 3億8,300万.
const MULTIPLIERS: [(&str, i128); 9] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("千", 1_000),
    ("万", 10_000),
    ("億", 100_000_000),
    ("兆", 1_000_000_000_000),
    ("割", 10),
];

/// The year before the first one of an era, with its name and its letter.
const ERAS: [(&str, char, i128); 5] =
    [("令和", 'R', 2018), ("平成", 'H', 1988), ("昭和", 'S', 1925), ("大正", 'T', 1911), ("明治", 'M', 1867)];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Words for small numbers; a text may say `two ports` where another has `2港`.
const WORDS: [(i128, &[&str]); 12] = [
    (1, &["one", "first", "once", "single", "primary", "一"]),
    (2, &["two", "second", "twice", "double", "both", "secondary", "pair", "二", "両"]),
    (3, &["three", "third", "triple", "tertiary", "三"]),
    (4, &["four", "fourth", "四"]),
    (5, &["five", "fifth", "五"]),
    (6, &["six", "sixth", "六"]),
    (7, &["seven", "seventh", "七"]),
    (8, &["eight", "eighth", "八"]),
    (9, &["nine", "ninth", "九"]),
    (10, &["ten", "tenth", "十"]),
    (11, &["eleven", "eleventh", "十一"]),
    (12, &["twelve", "twelfth", "十二"]),
];

/// The different numbers of a text.
pub(super) fn quantities(text: &str) -> BTreeSet<Quantity> {
    let mut apart = String::with_capacity(text.len());
    for c in text.chars() {
        apart.push(c);
        // A number in a circle stands alone, whatever comes behind it: ③DX is not 3DX.
        if ('①'..='⑳').contains(&c) {
            apart.push(' ');
        }
    }
    let text: String = apart.nfkc().collect();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|offset| at + offset) {
        let (quantity, end) = number(&text, start);
        found.extend(quantity);
        at = end;
        if let Some((last, end)) = era(&text[..start]).and_then(|base| end_of_years(&text, end, base)) {
            found.insert(last);
            at = end;
        }
    }
    for (start, word) in words(&text) {
        // `may` is most often no month: only the capital letter is one, and not at the beginning of a text.
        let month = MONTHS.iter().position(|month| *month == word).filter(|_| word != "May" || start > 0);
        found.extend(month.map(|index| Quantity::Month(index as u8 + 1)));
    }
    found
}

/// True when a text has this number in words.
pub(super) fn in_words(quantity: Quantity, text: &str) -> bool {
    let Quantity::Number(value) = quantity else { return false };
    let known = WORDS.iter().find(|(number, _)| number * MILLION == value);
    known.is_some_and(|(_, names)| {
        names.iter().any(|name| {
            if name.is_ascii() {
                words(text).any(|(_, word)| word.eq_ignore_ascii_case(name))
            } else {
                text.contains(name)
            }
        })
    })
}

/// The Latin words of a text and where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_ascii_alphabetic()).filter_map(move |word| {
        let start = at;
        at += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// The number whose first digit is at `start`, if it counts, and where the text goes on.
fn number(text: &str, start: usize) -> (Option<Quantity>, usize) {
    let (mut value, mut end) = digits(text, start);
    let before = &text[..start];
    if let Some(base) = era(before)
        && (MILLION..100 * MILLION).contains(&value)
    {
        return (Some(Quantity::Number(base * MILLION + value)), end);
    }
    if belongs_to_name(before, &text[end..]) {
        return (None, end);
    }
    if text[end..].starts_with('月') {
        let month = u8::try_from(value / MILLION).ok().filter(|month| (1..=12).contains(month));
        return (month.map(Quantity::Month), end);
    }
    let mut sum = 0;
    while let Some((factor, length)) = multiplier(&text[end..]) {
        sum += value * factor;
        end += length;
        value = 0;
        if text[end..].starts_with(|c: char| c.is_ascii_digit()) {
            (value, end) = digits(text, end);
        }
    }
    (Some(Quantity::Number(sum + value)), end)
}

/// Digits with thousands separators and a fraction: the value in millionths, and their end.
fn digits(text: &str, start: usize) -> (i128, usize) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    let mut value: i128 = 0;
    while digit(end) || (bytes.get(end) == Some(&b',') && (1..=3).all(|ahead| digit(end + ahead)) && !digit(end + 4)) {
        if bytes[end] != b',' {
            // Longer numbers than any plan has are cut, so that nothing overflows.
            value = (value * 10 + i128::from(bytes[end] - b'0')) % 10_i128.pow(18);
        }
        end += 1;
    }
    value *= MILLION;
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end += 1;
        let mut place = MILLION / 10;
        while digit(end) {
            value += i128::from(bytes[end] - b'0') * place;
            place /= 10;
            end += 1;
        }
    }
    (value, end)
}

/// The year before the era that stands before a number.
fn era(before: &str) -> Option<i128> {
    let before = before.trim_end();
    ERAS.iter().find_map(|&(name, letter, base)| {
        let by_letter =
            before.strip_suffix(letter).is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()));
        (before.ends_with(name) || by_letter).then_some(base)
    })
}

/// The second year of `H26-29`, which has the era of the first.
fn end_of_years(text: &str, at: usize, base: i128) -> Option<(Quantity, usize)> {
    let rest = text[at..].strip_prefix(['-', '~', '〜', '–'])?;
    let start = text.len() - rest.len();
    let (value, end) = digits(text, start);
    (MILLION..100 * MILLION).contains(&value).then_some((Quantity::Number(base * MILLION + value), end))
}

/// Letters before a number that do not make it a name: a page, a fiscal year.
const COUNTING: [&str; 3] = ["P", "p", "FY"];

/// `3D`, `mirai365`, `COVID-19`, `JIS Q 9100`: digits that touch a Latin letter, or follow a single capital one.
/// Ordinals and units in small letters count, and so do pages and fiscal years.
fn belongs_to_name(before: &str, after: &str) -> bool {
    let letters = before.trim_end_matches(|c: char| !c.is_ascii_alphabetic() && c != '-').len();
    let word = &before[..letters];
    let touches = word.len() == before.len();
    let joined = touches && word.trim_end_matches('-').ends_with(|c: char| c.is_ascii_alphabetic());
    let last = word.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let letter =
        before.len() == word.len() + 1 && last.len() == 1 && last.starts_with(|c: char| c.is_ascii_uppercase());
    ((joined || letter) && !COUNTING.contains(&last)) || after.starts_with(|c: char| c.is_ascii_uppercase())
}

fn multiplier(text: &str) -> Option<(i128, usize)> {
    let word = text.trim_start_matches([' ', '-', '\u{a0}']);
    let gap = text.len() - word.len();
    MULTIPLIERS.iter().find_map(|&(sign, factor)| {
        let rest = word.strip_prefix(sign)?;
        let whole = !sign.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphabetic());
        // A blank stands before a word only; `2 万` would be two things.
        (whole && (gap == 0 || sign.is_ascii())).then_some((factor, gap + sign.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        quantities(text).iter().map(|quantity| quantity.show().ja).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_number_in_two_languages() {
        let cases = [
            ("38,300万円", "JPY 383 million", "383000000"),
            ("3億8,300万円", "JPY 383 million", "383000000"),
            ("2021(令和3)年までの4年間", "the four years to 2021, 4", "4 2021"),
            ("H30", "2018", "2018"),
            ("平成29年度", "FY2017", "2017"),
            ("H26-29", "2014–2017", "2014 2017"),
            ("JISQ9100", "JIS Q 9100", ""),
            ("2020（令和2）年10月", "October 2020", "2020 10月"),
            ("約4割", "about 40%", "40"),
            ("54.1%", "54.1%", "54.1"),
            ("１００件", "100 cases", "100"),
            ("2千台", "2,000 vehicles", "2000"),
            ("2018～2021", "2018-2021", "2018 2021"),
            ("産業編 P49", "p. 49", "49"),
            ("5位", "5th", "5"),
            ("①DX", "① DX", "1"),
            ("バーチャル3D", "3D", ""),
            ("コロナ禍", "COVID-19", ""),
            ("CO₂と5Gとmirai365", "CO2, 5G, mirai365", ""),
            ("", "may be", ""),
        ];
        for (own, translation, expected) in cases {
            assert_eq!(shown(own), expected, "{own}");
            assert_eq!(shown(translation), expected, "{translation}");
        }
    }

    #[test]
    fn small_numbers_may_be_words() {
        let number = |value: i128| Quantity::Number(value * MILLION);
        assert!(in_words(number(2), "Two ports") && in_words(number(2), "secondary industry"));
        assert!(!in_words(number(2), "network") && !in_words(number(13), "thirteen"));
        assert!(in_words(number(3), "三つの"));
        assert!(!in_words(Quantity::Month(3), "three"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_strange(text in ".*") {
            quantities(&text);
        }
    }
}
