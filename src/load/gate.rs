//! The gate for text: what comes out is UTF-8 without BOM, lines end in LF, and no control character, non-character
//! or invisible change of direction is in it. Later stages rely on that: C0 controls and U+FDD0..U+FDEF are free to
//! serve as sentinels, because the gate puts U+FFFD in the place of each character it refuses.
//!
//! Everything else an author types stays: ideographic variation sequences, emoji and their joiners, wave dashes.

use std::ops::Range;

use super::guess::{self, Encoding};
use crate::characters::{Refusal, refusal};
use crate::diag::{Code, Diagnostic, Message};
use crate::source::{FileId, Span};

const NOT_UTF8: Code = Code("K012");
const CONTROL: Code = Code("K013");
const NON_CHARACTER: Code = Code("K014");
const DIRECTION: Code = Code("K015");
const INNER_BOM: Code = Code("K016");
const MORE: Code = Code("K017");

/// So many refused characters of one file are reported, the others counted.
const MAX_FAULTS: usize = 20;

/// A text that went through the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gated {
    /// The text, refused characters replaced by U+FFFD.
    pub text: String,
    /// The refused characters.
    pub faults: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
    /// Where the bytes are not UTF-8: the first place, and the encoding they seem to have.
    pub encoding: Option<(Range<usize>, Encoding)>,
}

/// A refused character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its place in the text that came out.
    pub range: Range<usize>,
    /// What it was.
    pub character: char,
}

/// Lets a file's bytes through the gate.
pub fn pass(bytes: &[u8]) -> Gated {
    if let Some(encoding) = guess::wide(bytes) {
        return undecoded(bytes, 0, encoding);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if guess::is_jis(text) => undecoded(bytes, text.find('\u{1b}').unwrap_or(0), Encoding::Iso2022Jp),
        Ok(text) => clean(text),
        Err(error) => undecoded(bytes, error.valid_up_to(), guess::narrow(bytes)),
    }
}

/// A text that is only kept to show where it stops being UTF-8.
fn undecoded(bytes: &[u8], at: usize, encoding: Encoding) -> Gated {
    let start = clean(&String::from_utf8_lossy(&bytes[..at])).text.len();
    let text = clean(&String::from_utf8_lossy(bytes)).text;
    let end = text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
    Gated { text, faults: Vec::new(), more: 0, encoding: Some((start..end, encoding)) }
}

fn clean(text: &str) -> Gated {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut gated = Gated { text: String::with_capacity(text.len()), faults: Vec::new(), more: 0, encoding: None };
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                characters.next_if_eq(&'\n');
                gated.text.push('\n');
            }
            _ if refusal(character).is_none() => gated.text.push(character),
            _ => {
                let start = gated.text.len();
                gated.text.push(char::REPLACEMENT_CHARACTER);
                if gated.faults.len() < MAX_FAULTS {
                    gated.faults.push(Fault { range: start..gated.text.len(), character });
                } else {
                    gated.more += 1;
                }
            }
        }
    }
    gated
}

/// The code of a refusal.
fn code(refusal: Refusal) -> Code {
    match refusal {
        Refusal::Control => CONTROL,
        Refusal::NonCharacter => NON_CHARACTER,
        Refusal::Direction => DIRECTION,
        Refusal::ByteOrderMark => INNER_BOM,
    }
}

/// The complaints of the gate about a file that is now in the sources. `table`: it is a CSV file.
pub(super) fn findings(
    file: FileId,
    table: bool,
    encoding: Option<(Range<usize>, Encoding)>,
    faults: Vec<Fault>,
    more: usize,
) -> Vec<Diagnostic> {
    let mut findings: Vec<_> =
        encoding.into_iter().map(|(range, encoding)| not_utf8(Span::new(file, range), encoding, table)).collect();
    let last = faults.last().map(|fault| Span::new(file, fault.range.clone()));
    findings.extend(faults.into_iter().filter_map(|fault| {
        let refusal = refusal(fault.character)?;
        let (ja, en) = refusal.words();
        let number = u32::from(fault.character);
        Some(
            Diagnostic::error(
                code(refusal),
                Span::new(file, fault.range),
                Message::new(
                    format!("使えない文字 U+{number:04X} があります（{ja}）"),
                    format!("U+{number:04X} is refused ({en})"),
                ),
            )
            .help(Message::new("この文字を消してください", "delete this character")),
        )
    }));
    if let (Some(last), 1..) = (last, more) {
        findings.push(Diagnostic::error(
            MORE,
            last,
            Message::new(
                format!("使えない文字がこの後にも {more} 個あります"),
                format!("{more} more refused characters follow in this file"),
            ),
        ));
    }
    findings
}

fn not_utf8(span: Span, encoding: Encoding, table: bool) -> Diagnostic {
    let (ja, en) = match encoding.name() {
        Some(name) => (
            format!("文字コードが UTF-8 ではありません（{name} のようです）"),
            format!("the text is not UTF-8 (it seems to be {name})"),
        ),
        None => ("UTF-8 として読めないバイトがあります".to_owned(), "a byte here is not UTF-8".to_owned()),
    };
    let help = if table {
        Message::new(
            "Excel では［名前を付けて保存］の種類で「CSV UTF-8（コンマ区切り）」を選んで保存してください",
            "in Excel, save it as “CSV UTF-8 (Comma delimited)”",
        )
    } else {
        Message::new(
            "メモ帳では［名前を付けて保存］の文字コード（エンコード）で「UTF-8」を選んで保存してください",
            "in Notepad, choose the encoding “UTF-8” under Save As",
        )
    };
    Diagnostic::error(NOT_UTF8, span, Message::new(ja, en)).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_text_is_kept() {
        let text = "葛󠄀城 👨‍👩‍👧 〜～ CO₂ e\u{301}\tｱ\n";
        assert_eq!(pass(text.as_bytes()).text, text);
        let gated = pass("\u{feff}a\r\nb\rc\n\r\n".as_bytes());
        assert_eq!((gated.text.as_str(), gated.faults.len(), gated.encoding), ("a\nb\nc\n\n", 0, None));
    }

    #[test]
    fn refused_characters_are_replaced_and_reported() {
        let gated = pass("あ\u{0}い\u{7f}\u{85}\u{fdd0}\u{1ffff}\u{202e}\u{2067}\u{feff}".as_bytes());
        assert_eq!(gated.text, "あ\u{fffd}い\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(gated.faults[0], Fault { range: 3..6, character: '\u{0}' });
        let codes: Vec<_> = gated.faults.iter().map(|fault| code(refusal(fault.character).unwrap()).0).collect();
        assert_eq!(codes, ["K013", "K013", "K013", "K014", "K014", "K015", "K015", "K016"]);
        let many = pass("\u{1}".repeat(50).as_bytes());
        assert_eq!((many.faults.len(), many.more), (20, 30));
        assert_eq!(findings(FileId(0), false, None, many.faults, many.more).len(), 21);
    }

    #[test]
    fn the_place_of_the_first_bad_byte() {
        let gated = pass(b"a\r\nb: \x8c\x76\x89\xe6\r\n");
        let (range, encoding) = gated.encoding.unwrap();
        assert_eq!((range, encoding), (5..8, Encoding::ShiftJis));
        assert!(gated.text.starts_with("a\nb: \u{fffd}"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_refused_comes_out(bytes: Vec<u8>) {
            let gated = pass(&bytes);
            assert!(gated.text.chars().all(|c| refusal(c).is_none()));
            assert!(gated.encoding.is_none_or(|(range, _)| gated.text.get(range).is_some()));
        }
    }
}
