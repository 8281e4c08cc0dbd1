//! Guesses the encoding of bytes that are not UTF-8, to tell staff what their program saved.
//!
//! Each candidate that decodes without an error is scored by the share of characters that Japanese text is made
//! of. The guess is only words of a message: nothing is converted, because a wrong guess would publish garbage.

use encoding_rs::{EUC_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// An encoding as it may be named to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// What Excel and older programs on Windows save.
    ShiftJis,
    /// Older Unix systems.
    EucJp,
    /// Old mail programs.
    Iso2022Jp,
    /// Excel's "Unicode text", PowerShell.
    Utf16,
    /// Not to be told.
    Unknown,
}

impl Encoding {
    /// Its usual name.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::ShiftJis => Some("Shift_JIS"),
            Self::EucJp => Some("EUC-JP"),
            Self::Iso2022Jp => Some("ISO-2022-JP"),
            Self::Utf16 => Some("UTF-16"),
            Self::Unknown => None,
        }
    }
}

/// UTF-16, by its mark or by the zero bytes of its ASCII characters: such bytes may be valid UTF-8.
pub(super) fn wide(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Some(Encoding::Utf16);
    }
    // A stray NUL is a fault of its own; UTF-16 has them on one side only, and not just one.
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even.min(odd) > 0 || even.max(odd) < 2 {
        return None;
    }
    let best = if odd > even { score(UTF_16LE, bytes) } else { score(UTF_16BE, bytes) };
    best.is_some_and(|score| score > 0.9).then_some(Encoding::Utf16)
}

/// The encoding of bytes that are not UTF-8.
pub(super) fn narrow(bytes: &[u8]) -> Encoding {
    let candidates = [
        (Encoding::ShiftJis, SHIFT_JIS),
        (Encoding::EucJp, EUC_JP),
        (Encoding::Utf16, UTF_16LE),
        (Encoding::Utf16, UTF_16BE),
    ];
    let mut best = (Encoding::Unknown, 0.7);
    for (name, encoding) in candidates {
        if let Some(score) = score(encoding, bytes)
            && score > best.1
        {
            best = (name, score);
        }
    }
    best.0
}

/// ISO-2022-JP is plain ASCII to the eye of a decoder, but for its escape sequences.
pub(super) fn is_jis(text: &str) -> bool {
    ["\u{1b}$B", "\u{1b}$@", "\u{1b}(J"].iter().any(|escape| text.contains(escape))
}

/// The share of usual characters, where the bytes decode without an error.
fn score(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Option<f64> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (mut usual, mut all) = (0.0, 0.0);
    for c in text.chars() {
        all += 1.0;
        usual += match c {
            '\t' | '\n' | '\r' | ' '..='~' => 1.0,
            // Punctuation, kana, full-width forms.
            '\u{3000}'..='\u{30FF}' | '\u{FF01}'..='\u{FF5E}' => 1.0,
            '\u{4E00}'..='\u{9FFF}' => 0.9,
            // The bytes of EUC-JP look like half-width kana to a decoder of Shift_JIS.
            '\u{FF61}'..='\u{FF9F}' => 0.3,
            '①'..='⑳' | 'Ⅰ'..='Ⅻ' | '←'..='⇿' | '■'..='◯' => 0.9,
            _ => 0.0,
        };
    }
    (all > 0.0).then(|| usual / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "区分,2021年度\n企業の誘致件数（累計）,25件\n水素・カーボンニュートラル,①計画の推進\n";

    #[test]
    fn usual_encodings_are_named() {
        let (sjis, ..) = SHIFT_JIS.encode(TEXT);
        assert_eq!(narrow(&sjis), Encoding::ShiftJis);
        let plain = TEXT.replace('①', "1");
        let (euc, ..) = EUC_JP.encode(&plain);
        assert_eq!(narrow(&euc), Encoding::EucJp);
        let (jis, ..) = encoding_rs::ISO_2022_JP.encode("計画の推進");
        assert!(is_jis(std::str::from_utf8(&jis).unwrap()));
    }

    #[test]
    fn utf16_with_and_without_its_mark() {
        for text in [TEXT, "plain, ASCII\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(wide(&little), Some(Encoding::Utf16));
            assert_eq!(wide(&big), Some(Encoding::Utf16));
            assert_eq!(wide(&[&[0xFF, 0xFE], little.as_slice()].concat()), Some(Encoding::Utf16));
        }
        assert_eq!(wide(b"a\0bcde"), None);
        assert_eq!(wide(TEXT.as_bytes()), None);
    }

    #[test]
    fn half_a_character_is_no_encoding() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.truncate(TEXT.find('誘').unwrap() + 1);
        assert_eq!(narrow(&bytes), Encoding::Unknown);
    }
}
