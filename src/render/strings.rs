//! The words of the theme in one language: a flat map from key to text, from `i18n/LANG.yaml`.
//!
//! Comes in: the map. Goes out: texts by key. The keys that Rust itself uses are named here once, so that a
//! theme without one of them is refused when it is loaded; `{name}` in a text is a place for a value.

use std::collections::BTreeMap;

use crate::diag::Message;

use super::words::Words;

/// A key that the code uses.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key(&'static str);

macro_rules! keys {
    ($($name:ident = $key:literal)*) => {
        $(pub(crate) const $name: Key = Key($key);)*
        /// All keys that the code uses.
        const ALL: &[&str] = &[$($key),*];
    };
}

keys! {
    HOME = "home"
    TARGETS = "targets_page"
    SCHEDULE = "schedule_page"
    INSTITUTIONS = "institutions_page"
    GLOSSARY = "glossary_page"
    PRINTED_PAGES = "printed_pages_page"
    SEARCH = "search_page"
    CHAPTER_NUMBER = "chapter_number"
    INITIATIVE_NUMBER = "initiative_number"
    MEASURES = "measures"
    SCHEDULE_HEADING = "schedule"
    INITIATIVES = "initiatives"
    TARGETS_HEADING = "targets"
    FOOTNOTES = "footnotes"
    FOOTNOTE_BACK = "footnote_back"
    PERMALINK = "permalink"
    REPOSTED_AT = "reposted_at"
    NOT_CARRIED = "not_carried"
    PICTURE_MISSING = "picture_missing"
    TARGET_TITLE = "target_title"
    TARGET_BASELINE = "target_baseline"
    TARGET_GOAL = "target_goal"
    TARGET_POLICIES = "target_policies"
    TARGET_RESULTS = "target_results"
    FISCAL_YEAR = "fiscal_year"
    FISCAL_YEARS = "fiscal_years"
    NO_VALUE = "no_value"
    SCHEDULE_ACTIVITY = "schedule_activity"
    LABEL_BRACKETS = "label_brackets"
    LABELLED_TEXT = "labelled_text"
    ITEM_MARK = "item_mark"
    INSTITUTION = "institution"
    SUPPORT_MARK = "support_mark"
    DEFINITION_EDITOR = "definition_editor"
    DEFINITION_PLAN = "definition_plan"
    PRINTED_PAGE = "printed_page"
    PLACE_SEPARATOR = "place_separator"
    TARGET_PLACE = "target_place"
    MEASURE_NUMBER = "measure_number"
    TARGET_NUMBER = "target_number"
    PRINTED_MEASURE = "printed_measure"
    PRINTED_MEASURES = "printed_measures"
    PRINTED_LIST = "printed_list"
    LANGUAGE_NAME = "language_name"
    GLOSSARY_ORDER = "glossary_order"
    GLOSSARY_OTHER = "glossary_other"
    PIECE_BEHIND = "piece_behind"
    PIECE_MISSING = "piece_missing"
    FACTS_BEHIND = "facts_behind"
    PROVISIONAL = "provisional"
    HOME_LEAD = "home_lead"
    KIND_VOLUME = "kind_volume"
    KIND_CHAPTER = "kind_chapter"
    KIND_SECTION = "kind_section"
    KIND_POLICY = "kind_policy"
    KIND_INITIATIVE = "kind_initiative"
    KIND_MEASURE = "kind_measure"
    KIND_ACTION = "kind_action"
    KIND_DETAIL = "kind_detail"
    KIND_TARGET = "kind_target"
    KIND_TERM = "kind_term"
    KIND_INSTITUTION = "kind_institution"
}

/// The two values of [`GLOSSARY_ORDER`].
pub(crate) const ORDER_BY_TERM: &str = "term";
const ORDER_BY_READING: &str = "reading";

/// The words of one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strings(BTreeMap<String, String>);

impl Strings {
    pub(crate) fn new(map: BTreeMap<String, String>) -> Self {
        Self(map)
    }

    /// The text of a key; loading has made sure that there is one.
    pub(crate) fn get(&self, key: Key) -> &str {
        self.0.get(key.0).map_or("", String::as_str)
    }

    /// The text of a key with a value in the place of `{name}`.
    pub(crate) fn with(&self, key: Key, name: &str, value: &str) -> String {
        self.get(key).replace(&format!("{{{name}}}"), value)
    }

    /// The text of a key with words in the place of `{name}`.
    pub(crate) fn around(&self, key: Key, name: &str, words: Words) -> Words {
        let text = self.get(key);
        match text.split_once(&format!("{{{name}}}")) {
            Some((before, after)) => Words::own(before).then(words).then(Words::own(after)),
            None => Words::own(text),
        }
    }

    /// What a key has between two places for values: there is no text of blanks alone.
    pub(crate) fn between(&self, key: Key, before: &str, after: &str) -> &str {
        let rest = self.get(key).split_once(&format!("{{{before}}}")).map_or("", |(_, rest)| rest);
        rest.split_once(&format!("{{{after}}}")).map_or(rest, |(between, _)| between)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The keys that the code uses and the map does not have.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &'static str> + '_ {
        ALL.iter().copied().filter(|key| !self.has(key))
    }

    /// What is wrong with the texts that are choices.
    pub(crate) fn wrong_choice(&self) -> Option<Message> {
        let order = self.get(GLOSSARY_ORDER);
        let known = ["", ORDER_BY_TERM, ORDER_BY_READING].contains(&order);
        let key = GLOSSARY_ORDER.0;
        (!known).then(|| {
            Message::new(
                format!("`{key}` は `{ORDER_BY_TERM}` か `{ORDER_BY_READING}` です（`{order}` ではなく）"),
                format!("`{key}` is `{ORDER_BY_TERM}` or `{ORDER_BY_READING}`, not `{order}`"),
            )
        })
    }

    /// The whole map, for templates.
    pub(crate) fn map(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}
