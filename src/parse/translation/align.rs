//! Two rows of text, the plan's own and a translation: which belongs to which.
//!
//! A translation may lack what is new in the plan, and may still have what was taken out. The best alignment
//! keeps the order and has the highest sum of likeness (Needleman and Wunsch, 1970, without a cost of gaps).

/// A pair of indices; one of them is missing where a row has nothing for the other.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// The likeness of things that are of one kind and not more.
pub(super) const SAME_KIND: u32 = 1;
/// The likeness of a text and the translation that was made from it.
pub(super) const KNOWN: u32 = 8;

/// Aligns rows of these lengths. `likeness(i, j)` is 0 for what cannot be a pair.
pub(super) fn align(own: usize, translation: usize, likeness: impl Fn(usize, usize) -> u32) -> Vec<Pair> {
    let scores: Vec<Vec<u32>> = (0..own).map(|i| (0..translation).map(|j| likeness(i, j)).collect()).collect();
    // best[i][j] is the highest sum for what stands from i and from j on.
    let mut best = vec![vec![0; translation + 1]; own + 1];
    for i in (0..own).rev() {
        for j in (0..translation).rev() {
            let paired = if scores[i][j] > 0 { scores[i][j] + best[i + 1][j + 1] } else { 0 };
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < own && j < translation {
        // Of equal sums the earliest pair is taken: what is missing is then at the end.
        if scores[i][j] > 0 && best[i][j] == scores[i][j] + best[i + 1][j + 1] {
            pairs.push((Some(i), Some(j)));
            (i, j) = (i + 1, j + 1);
        } else if best[i][j] == best[i + 1][j] {
            pairs.push((Some(i), None));
            i += 1;
        } else {
            pairs.push((None, Some(j)));
            j += 1;
        }
    }
    pairs.extend((i..own).map(|i| (Some(i), None)));
    pairs.extend((j..translation).map(|j| (None, Some(j))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Capital letters are texts, small ones their translations; other letters are of the same kind.
    fn aligned(own: &str, translation: &str) -> String {
        let (own, translation): (Vec<char>, Vec<char>) = (own.chars().collect(), translation.chars().collect());
        let likeness = |i: usize, j: usize| {
            if own[i].to_ascii_lowercase() == translation[j] { KNOWN } else { SAME_KIND }
        };
        let show = |row: &[char], index: Option<usize>| index.map_or('-', |index| row[index]);
        let pairs = align(own.len(), translation.len(), likeness);
        pairs.iter().map(|&(i, j)| format!("{}{}", show(&own, i), show(&translation, j))).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_known_holds_the_rows_together() {
        assert_eq!(aligned("ABC", "abc"), "Aa Bb Cc");
        assert_eq!(aligned("ABXC", "abc"), "Aa Bb X- Cc");
        assert_eq!(aligned("AC", "abc"), "Aa -b Cc");
        assert_eq!(aligned("AXC", "abc"), "Aa Xb Cc");
        assert_eq!(aligned("XYZ", "ab"), "Xa Yb Z-");
        assert_eq!(aligned("", "a"), "-a");
        assert_eq!(aligned("A", ""), "A-");
    }
}
