//! How a word sounds, roughly: one name for the spellings of a foreign word in katakana, as サーバ and サーバー,
//! ウイルス and ウィルス, デジタル and ディジタル.
//!
//! The browser names the word of a query by the same rule (`browser/kana.js`); both follow the table
//! `tests/search/sounds.json`.

/// Kana by consonant, in the order of the vowels; a blank where there is none. `-` stands for no consonant.
/// Letters that foreign words spell now so, now so, have one consonant: v is b, f is h, ディ is デ.
const ROWS: [&str; 17] = [
    "-あいうえお",
    "kかきくけこ",
    "gがぎぐげご",
    "sさしすせそ",
    "zざじずぜぞ",
    "tたちつてと",
    "dだ  でど",
    "z ぢづ  ",
    "nなにぬねの",
    "hはひふへほ",
    "bばびぶべぼ",
    "pぱぴぷぺぽ",
    "mまみむめも",
    "rらりるれろ",
    "yや ゆ よ",
    "wわゐ ゑを",
    "b  ゔ  ",
];
const VOWELS: &str = "aiueo";

/// The sound of a normalised word in kana; nothing for any other.
///
/// Long vowels, doubled consonants and dots do not count, nor a second vowel behind the first, nor a small
/// ゅ; any other small letter takes the place of the vowel before it.
pub(super) fn sound(word: &str) -> Option<String> {
    let mut sound = String::new();
    for c in word.chars() {
        match c {
            'ー' | 'っ' | '・' | 'ゅ' => {}
            'ん' => sound.push('N'),
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ゃ' | 'ょ' => {
                let vowel = match c {
                    'ぁ' | 'ゃ' => 'a',
                    'ぃ' => 'i',
                    'ぅ' => 'u',
                    'ぇ' => 'e',
                    _ => 'o',
                };
                // A vowel alone stays: ウィ is ウイ. A long one has left no trace of itself.
                let mut last = sound.chars().rev();
                if last.next().is_some_and(is_vowel) && last.next().is_some_and(|c| !is_vowel(c) && c != 'N') {
                    sound.pop();
                    push_vowel(vowel, &mut sound);
                }
            }
            _ => {
                let (consonant, vowel) = syllable(c)?;
                sound.extend(consonant);
                push_vowel(vowel, &mut sound);
            }
        }
    }
    Some(sound)
}

fn push_vowel(vowel: char, sound: &mut String) {
    let before = sound.chars().next_back().unwrap_or_default();
    if !is_vowel(before) {
        sound.push(if before == 'd' && vowel == 'e' { 'i' } else { vowel });
    }
}

fn syllable(kana: char) -> Option<(Option<char>, char)> {
    ROWS.iter().find_map(|row| {
        let mut chars = row.chars();
        let consonant = chars.next().filter(|c| *c != '-');
        let at = chars.position(|c| c == kana)?;
        Some((consonant, VOWELS.chars().nth(at)?))
    })
}

fn is_vowel(c: char) -> bool {
    VOWELS.contains(c)
}

#[cfg(test)]
mod tests {
    use super::super::normalise::normal;
    use super::*;

    #[test]
    fn the_table_holds() {
        let table: Vec<(String, Option<String>)> =
            serde_json::from_str(include_str!("../../tests/search/sounds.json")).unwrap();
        for (input, expected) in table {
            let normalised = normal(&input);
            assert_eq!(sound(&normalised), expected, "{input:?}");
        }
    }
}
