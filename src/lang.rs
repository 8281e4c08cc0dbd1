//! Languages: a code such as `ja`, and a value that exists once per language.
//!
//! Nothing decides by a language's name; the order of the languages is that of `plan.yaml`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// A language code as in `lang="ja"` and in `index.ja.md`.
///
/// It is read by [`crate::yaml`], which refuses what does not look like a code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Lang(Arc<str>);

impl Lang {
    /// The language with this code.
    pub fn new(code: &str) -> Self {
        Self(code.into())
    }

    /// The code, as `ja`.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl From<String> for Lang {
    fn from(code: String) -> Self {
        Self(code.into())
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.to_string()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value by language. A language may be missing; the plan's first language is the fallback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T>(BTreeMap<Lang, T>);

impl<T> Localized<T> {
    /// The value in this language, if there is one.
    pub fn get(&self, lang: &Lang) -> Option<&T> {
        self.0.get(lang)
    }

    /// Sets the value of a language.
    pub fn insert(&mut self, lang: Lang, value: T) {
        self.0.insert(lang, value);
    }

    /// All values with their language, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.0.iter()
    }

    /// The same languages with other values.
    pub fn map<U>(&self, mut change: impl FnMut(&Lang, &T) -> U) -> Localized<U> {
        Localized(self.0.iter().map(|(lang, value)| (lang.clone(), change(lang, value))).collect())
    }
}

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> FromIterator<(Lang, T)> for Localized<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Localized<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T> IntoIterator for Localized<T> {
    type Item = (Lang, T);
    type IntoIter = std::collections::btree_map::IntoIter<Lang, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
