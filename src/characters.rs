//! The characters that no text of a plan carries: control characters, non-characters, invisible changes of direction.
//!
//! The gate keeps them out of files, the YAML reader out of escapes such as `"\u0001"`. Later stages may therefore
//! use C0 controls and U+FDD0..U+FDEF as sentinels.

/// Why a character is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// NUL and the other C0 and C1 controls, save tab and line feed.
    Control,
    /// U+FDD0..U+FDEF and the last two of each plane.
    NonCharacter,
    /// An embedding, override or isolate: what is shown would not be what is written.
    Direction,
    /// A byte order mark inside the text.
    ByteOrderMark,
}

impl Refusal {
    /// What the character is, in Japanese and in English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Control => ("制御文字", "a control character"),
            Self::NonCharacter => ("文字ではない符号", "a non-character"),
            Self::Direction => ("文字の向きを変える見えない文字", "an invisible change of the direction of writing"),
            Self::ByteOrderMark => ("文中の BOM（見えない文字）", "a byte order mark inside the text"),
        }
    }
}

/// Why no text may carry this character; none where it may.
pub fn refusal(c: char) -> Option<Refusal> {
    match c {
        '\t' | '\n' => None,
        c if c.is_control() => Some(Refusal::Control),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(Refusal::Direction),
        '\u{FEFF}' => Some(Refusal::ByteOrderMark),
        '\u{FDD0}'..='\u{FDEF}' => Some(Refusal::NonCharacter),
        c if u32::from(c) & 0xFFFE == 0xFFFE => Some(Refusal::NonCharacter),
        _ => None,
    }
}
