//! The language in which the tool speaks to its user.

use std::ffi::OsString;

use crate::diag::Language;

/// The language that `--lang` asks for, or that of the system.
///
/// The words of the command line are looked through before they are understood: help and complaints about wrong
/// use must be in that language too, wherever `--lang` stands.
pub(super) fn of(words: &[OsString]) -> Language {
    asked(words).unwrap_or_else(|| match sys_locale::get_locale() {
        Some(locale) if locale.starts_with("ja") => Language::Japanese,
        _ => Language::English,
    })
}

fn asked(words: &[OsString]) -> Option<Language> {
    words.iter().enumerate().find_map(|(at, word)| match word.to_str()?.strip_prefix("--lang")? {
        "" => language(words.get(at + 1)?.to_str()?),
        value => language(value.strip_prefix('=')?),
    })
}

fn language(code: &str) -> Option<Language> {
    match code {
        "ja" => Some(Language::Japanese),
        "en" => Some(Language::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lang_acts_wherever_it_stands() {
        for (typed, expected) in [
            ("build --lang ja", Some(Language::Japanese)),
            ("--lang=en build --help", Some(Language::English)),
            ("--help --nonsense --lang ja", Some(Language::Japanese)),
            ("--site --lang ja", Some(Language::Japanese)),
            ("build --lang", None),
            ("build --lang fr", None),
            ("build --language ja", None),
        ] {
            let words: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
            assert_eq!(asked(&words), expected, "{typed}");
        }
    }
}
