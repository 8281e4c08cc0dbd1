//! Numbers as the plan prints them.

use super::{Figure, Unit, Years};

/// A number with thousands separators, as `38,300` and `19.3`.
pub fn number(value: f64) -> String {
    let plain = format!("{}", value.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    if value < 0.0 { format!("-{grouped}") } else { grouped }
}

impl Figure {
    /// Value and unit, as `38,300万円` or `JPY 383 million`; a dash where there is no value.
    pub fn with_unit(&self, unit: &Unit) -> String {
        self.value.map_or_else(|| "—".to_owned(), |value| unit.of(value))
    }
}

impl Unit {
    /// A value of the facts in this unit.
    pub fn of(&self, value: f64) -> String {
        let number = number(self.scaled(value));
        if self.pattern.contains(HOLE) {
            self.pattern.replace(HOLE, &number)
        } else {
            format!("{number}{}", self.pattern)
        }
    }

    /// A value of the facts as a number in this unit.
    pub fn scaled(&self, value: f64) -> f64 {
        // A factor as 0.01 is not exact in binary; no unit of a plan needs more than six places.
        (value * self.scale * 1e6).round() / 1e6
    }

    /// The unit alone, as `JPY million`.
    pub fn name(&self) -> String {
        let words: Vec<&str> = self.pattern.split(HOLE).flat_map(str::split_whitespace).collect();
        words.join(" ")
    }
}

/// Where the value stands in the pattern of a unit.
const HOLE: &str = "{n}";

impl Years {
    /// True for a single year.
    pub fn is_single(self) -> bool {
        self.from == self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_their_own_form() {
        let unit = |pattern: &str, scale| Unit { pattern: pattern.to_owned(), scale };
        assert_eq!(unit("万円", 1.0).of(38300.0), "38,300万円");
        assert_eq!(unit("JPY {n} million", 0.01).of(38300.0), "JPY 383 million");
        assert_eq!(unit("JPY {n} million", 0.01).name(), "JPY million");
        assert_eq!(unit("{n}%", 1.0).of(19.3), "19.3%");
    }

    #[test]
    fn thousands_are_grouped() {
        let cases = [
            (0.0, "0"),
            (999.0, "999"),
            (1200.0, "1,200"),
            (300_000.0, "300,000"),
            (19.3, "19.3"),
            (-1234.5, "-1,234.5"),
        ];
        for (value, expected) in cases {
            assert_eq!(number(value), expected);
        }
    }
}
