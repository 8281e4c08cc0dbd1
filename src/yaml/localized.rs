//! Reads a value per language, `{ja: …, en: …}`: the keys must look like language codes, and there must be one.

use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::{complain, cropped};
use crate::diag::Message;
use crate::lang::{Lang, Localized};

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        if is_code(&code) { Ok(Self::new(&code)) } else { Err(complain(&not_a_code(&code))) }
    }
}

/// `ja`, `en`, `zh-Hant`: the shape of BCP 47, not its registry.
fn is_code(code: &str) -> bool {
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn not_a_code(code: &str) -> Message {
    if code.contains('：') {
        return Message::new(
            "コロンが全角です（半角の「: 」と書きます）",
            "the colon is full-width (write an ASCII colon and a space)",
        );
    }
    let code = cropped(code);
    Message::new(
        format!("`{code}` は言語の符号ではありません（ja や en と書きます）"),
        format!("`{code}` is not a language code (write `ja` or `en`)"),
    )
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Localized<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ByLanguage(PhantomData))
    }
}

struct ByLanguage<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ByLanguage<T> {
    type Value = Localized<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a map of languages")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = Localized::default();
        while let Some(lang) = map.next_key::<Lang>()? {
            if values.get(&lang).is_some() {
                return Err(A::Error::custom("duplicate language"));
            }
            values.insert(lang, map.next_value()?);
        }
        if values.iter().next().is_none() {
            return Err(complain(&Message::new(
                "どの言語の文もありません（{ja: …} と書きます）",
                "there is no text in any language (write `{ja: …}`)",
            )));
        }
        Ok(values)
    }
}
