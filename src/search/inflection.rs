//! What of a Japanese word stays when it is inflected, and which kana may follow.

/// Rows of the kana with which the endings of a verb begin, by the names that the dictionary gives its inflections.
const ROWS: [(char, &str); 9] = [
    ('カ', "かきくけこいっ"),
    ('ガ', "がぎぐげごい"),
    ('サ', "さしすせそ"),
    ('タ', "たちつてとっ"),
    ('ナ', "なにぬねのん"),
    ('バ', "ばびぶべぼん"),
    ('マ', "まみむめもん"),
    ('ラ', "らりるれろっ"),
    ('ワ', "わいうえおっ"),
];
/// Those of する behind a kanji that is no word alone, as 対する.
const OF_SURU: &str = "さしすせ";
/// The beginnings of the endings of an adjective.
pub(super) const OF_ADJECTIVES: &str = "いかくけさそみ";

/// The stem of a word from its listed form and the dictionary's name of its inflection, as 五段・マ行, and the
/// kana of which one follows the stem; any or none may when there are none of them. Nothing for a word
/// that is not inflected or has no kanji.
pub(super) fn stem<'a>(base: &'a str, inflection: &str) -> Option<(&'a str, &'static str)> {
    let ending = base.chars().next_back()?;
    let stem = &base[..base.len() - ending.len_utf8()];
    if stem.is_empty() {
        return None;
    }
    if inflection.starts_with("一段") {
        return Some((stem, ""));
    }
    if inflection.starts_with("サ変・") && base.ends_with("する") {
        return Some((stem.strip_suffix('す')?, OF_SURU)).filter(|(stem, _)| !stem.is_empty());
    }
    if inflection.starts_with("形容詞") {
        return Some((stem, OF_ADJECTIVES));
    }
    let row = inflection.strip_prefix("五段・")?.chars().next()?;
    ROWS.iter().find(|(name, _)| *name == row).map(|(_, kana)| (stem, *kana))
}

/// The row of the verb that ends so where it joins others: that of 取り is らりるれろ.
pub(super) fn row_of(ending: char) -> Option<&'static str> {
    ROWS.iter().find(|(_, kana)| kana.chars().nth(1) == Some(ending)).map(|(_, kana)| *kana)
}

/// Whether a verb that ends so where it joins others is one of those whose stem this is, as 受け.
pub(super) fn is_last_of_stem(ending: char) -> bool {
    "えけげせぜてでねへべめれ".contains(ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stem_is_what_all_forms_have() {
        assert_eq!(stem("取り組む", "五段・マ行"), Some(("取り組", "まみむめもん")));
        assert_eq!(stem("支える", "一段"), Some(("支え", "")));
        assert_eq!(stem("新しい", "形容詞・イ段"), Some(("新し", "いかくけさそみ")));
        assert_eq!(stem("支援", ""), None);
        assert_eq!(stem("する", "サ変・スル"), None);
        assert_eq!(stem("対する", "サ変・−スル"), Some(("対", "さしすせ")));
        assert_eq!(stem("", "一段"), None);
    }
}
