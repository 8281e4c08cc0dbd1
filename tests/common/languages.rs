//! Whether a wording is wholly in its language. Shared by the tests inside the crate and outside of it.

/// What is of the wrong language in a sentence as it is said in Japanese and in English.
///
/// What stands between quotation marks or backquotes is code or somebody else's text, and so is what follows the
/// name of the tool. Two English words in a row make a sentence English; one may be a name (`YAML`, `Windows`).
pub(crate) fn mixture(ja: &str, en: &str) -> Option<String> {
    english_in(&unquoted(ja))
        .map(|found| format!("English “{found}” in the Japanese {ja:?}"))
        .or_else(|| japanese_in(&unquoted(en)).map(|found| format!("Japanese “{found}” in the English {en:?}")))
}

fn english_in(text: &str) -> Option<String> {
    let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    text.split(['\n', '：', '。', '、', '（', '）']).find_map(|clause| {
        let words: Vec<&str> = clause.split(' ').take_while(|word| *word != "keikaku").collect();
        words.windows(2).find(|pair| pair.iter().all(is_word)).map(|pair| pair.join(" "))
    })
}

fn japanese_in(text: &str) -> Option<char> {
    text.chars().find(|c| matches!(c, '\u{3000}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF60}'))
}

fn unquoted(text: &str) -> String {
    let mut out = String::new();
    let mut open = None;
    for c in text.chars() {
        match (open, c) {
            (Some(end), c) if c == end => open = None,
            (Some(_), _) => {}
            (None, '`' | '"') => open = Some(c),
            (None, '“') => open = Some('”'),
            (None, '「') => open = Some('」'),
            (None, c) => out.push(c),
        }
    }
    out
}
