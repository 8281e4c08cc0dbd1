//! Which of many wordings occur in a text: names and terms, the longest first, as whole words.
//!
//! Comes in: wordings, each with what it stands for; then texts. Goes out: what stands for the wordings of a
//! text. No language is asked for: where a word ends is told by the script of its letters.

use aho_corasick::AhoCorasick;

/// Wordings to look for, each with what it stands for.
#[derive(Debug)]
pub struct Wordings<T> {
    /// `None` where the wordings are more than an automaton can hold; then nothing is found.
    automaton: Option<AhoCorasick>,
    meanings: Vec<T>,
}

impl<T> Wordings<T> {
    /// Prepares to look for these wordings. Empty ones are left out.
    pub fn new(wordings: impl IntoIterator<Item = (String, T)>) -> Self {
        let (patterns, meanings): (Vec<String>, Vec<T>) =
            wordings.into_iter().filter(|(wording, _)| !wording.trim().is_empty()).unzip();
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(&patterns).ok();
        Self { automaton, meanings }
    }

    /// What stands for the wordings that occur in a text, in the order of the text. Of wordings that share
    /// letters the first counts, and of those that begin together the longest; a wording that was given
    /// twice gives both its meanings.
    pub fn find<'a>(&'a self, text: &str) -> impl Iterator<Item = &'a T> {
        let mut found: Vec<_> = self.automaton.iter().flat_map(|one| one.find_overlapping_iter(text)).collect();
        found.retain(|one| is_whole(text, one.start(), one.end()));
        found.sort_by_key(|one| (one.start(), std::cmp::Reverse(one.end()), one.pattern()));
        let mut taken = 0..0;
        found.retain(|one| {
            let same = one.range() == taken;
            let free = one.start() >= taken.end;
            if free {
                taken = one.range();
            }
            free || same
        });
        found.into_iter().map(|one| &self.meanings[one.pattern().as_usize()])
    }
}

/// True where a wording neither begins nor ends inside a word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let (Some(first), Some(last)) = (text[start..end].chars().next(), text[start..end].chars().next_back()) else {
        return false;
    };
    let joined = |one: char, other: Option<char>| other.is_some_and(|other| same_word(one, other));
    if joined(first, text[..start].chars().next_back()) {
        return false;
    }
    let mut behind = text[end..].chars();
    let next = behind.next();
    if !joined(last, next) {
        return true;
    }
    // A plural as `universities` is another wording; one as `terms` is not.
    is_letter(last) && matches!(next, Some('s' | 'S')) && !joined('s', behind.next())
}

/// True for neighbours that are read as one word: letters and digits with letters and digits, katakana with
/// katakana. Between other characters of Japanese nothing tells where a word ends.
fn same_word(one: char, other: char) -> bool {
    (is_letter(one) && is_letter(other)) || (is_katakana(one) && is_katakana(other))
}

/// A letter or digit of a script that parts its words.
fn is_letter(character: char) -> bool {
    // From U+2E80 on come the scripts of East Asia, with the full-width forms of Latin at their end.
    character.is_alphanumeric() && matches!(character, '\0'..='\u{2E7F}' | '０'..='ｚ')
}

fn is_katakana(character: char) -> bool {
    matches!(character, 'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(wordings: &[&'static str], text: &str) -> Vec<&'static str> {
        Wordings::new(wordings.iter().map(|one| ((*one).to_owned(), *one))).find(text).copied().collect()
    }

    #[test]
    fn the_longest_wording_counts() {
        let names = ["Innovation", "Innovation Centre", "Innovation Centre Act"];
        assert_eq!(found(&names, "The Innovation Centre and innovation."), ["Innovation Centre", "Innovation"]);
        assert_eq!(found(&["水素", "水素社会"], "水素社会と水素"), ["水素社会", "水素"]);
    }

    #[test]
    fn a_longer_wording_that_ends_inside_a_word_hides_no_shorter_one() {
        assert_eq!(found(&["local", "local act"], "local action"), ["local"]);
        assert_eq!(found(&["AI", "I b"], "MAI b"), [] as [&str; 0]);
        assert_eq!(found(&["xa", "a b"], "yxa b"), [] as [&str; 0]);
    }

    #[test]
    fn wordings_are_whole_words() {
        assert_eq!(found(&["AI"], "said, maintain, AI2, AÏ, 5AI"), [] as [&str; 0]);
        assert_eq!(found(&["AI"], "ai-based"), ["AI"]);
        assert_eq!(found(&["AI"], "高度なAIの活用"), ["AI"]);
        assert_eq!(found(&["5G"], "15G"), [] as [&str; 0]);
        assert_eq!(found(&["5G"], "5G"), ["5G"]);
    }

    #[test]
    fn katakana_does_not_begin_or_end_inside_katakana() {
        assert_eq!(found(&["センタ"], "センター"), [] as [&str; 0]);
        assert_eq!(found(&["センター"], "研究センターの"), ["センター"]);
        assert_eq!(found(&["ｾﾝﾀ"], "ｾﾝﾀｰ"), [] as [&str; 0]);
    }

    #[test]
    fn a_plural_is_the_same_word() {
        assert_eq!(found(&["startup"], "startups"), ["startup"]);
        assert_eq!(found(&["startup"], "startupship"), [] as [&str; 0]);
        assert_eq!(found(&["水"], "水s"), ["水"]);
    }

    #[test]
    fn a_wording_may_have_several_meanings() {
        let wordings = Wordings::new([("GX".to_owned(), 1), ("gx".to_owned(), 2), (" ".to_owned(), 3)]);
        assert_eq!(wordings.find("the GX plan").copied().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(Wordings::<u8>::new([]).find("text").count(), 0);
    }
}
