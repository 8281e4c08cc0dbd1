//! Languages: a code such as `ja`, and a value that exists once per language.
//!
//! Nothing decides by a language's name; the order of the languages is that of `plan.yaml`.

use std::collections::{BTreeMap, BTreeSet};
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

/// A value by language. A language may be missing; the plan's first language is the fallback. A value may
/// be behind: a translation of what the plan's own language said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T> {
    values: BTreeMap<Lang, T>,
    behind: BTreeSet<Lang>,
}

impl<T> Localized<T> {
    /// The value in this language, if there is one.
    pub fn get(&self, lang: &Lang) -> Option<&T> {
        self.values.get(lang)
    }

    /// Sets the value of a language.
    pub fn insert(&mut self, lang: Lang, value: T) {
        self.values.insert(lang, value);
    }

    /// All values with their language, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.values.iter()
    }

    /// Notes that the value of a language translates an earlier wording.
    pub fn mark_behind(&mut self, lang: Lang) {
        self.behind.insert(lang);
    }

    /// True where the value of a language translates an earlier wording.
    pub fn is_behind(&self, lang: &Lang) -> bool {
        self.behind.contains(lang)
    }

    /// The same languages with other values.
    pub fn map<U>(&self, mut change: impl FnMut(&Lang, &T) -> U) -> Localized<U> {
        let values = self.values.iter().map(|(lang, value)| (lang.clone(), change(lang, value))).collect();
        Localized { values, behind: self.behind.clone() }
    }

    /// The values by language, for a change that consumes them; what is behind stays so.
    pub fn into_map<U>(self, change: impl FnOnce(BTreeMap<Lang, T>) -> BTreeMap<Lang, U>) -> Localized<U> {
        Localized { values: change(self.values), behind: self.behind }
    }
}

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self { values: BTreeMap::new(), behind: BTreeSet::new() }
    }
}

impl<T> FromIterator<(Lang, T)> for Localized<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(values: I) -> Self {
        Self { values: values.into_iter().collect(), behind: BTreeSet::new() }
    }
}

impl<T: Serialize> Serialize for Localized<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.values.serialize(serializer)
    }
}

impl<T> IntoIterator for Localized<T> {
    type Item = (Lang, T);
    type IntoIter = std::collections::btree_map::IntoIter<Lang, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}
