//! Numbers as the plan prints them.

use super::{Figure, Years};

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
    /// Value and unit, as `38,300万円`; a dash where there is no value.
    pub fn with_unit(&self, unit: &str) -> String {
        self.value.map_or_else(|| "—".to_owned(), |value| format!("{}{unit}", number(value)))
    }
}

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
