//! How translations stand to the plan's own text: which passage translates which, and whether it is behind.
//!
//! [`record`] reads what is on record: the fingerprints of texts and of the translations that were made from
//! them. [`align`] finds the pairs of two rows of text, [`mod@pair`] brings the prose of a translation into the
//! form of the plan's own.

mod align;
mod pair;
mod record;

pub(super) use pair::pair;
pub(super) use record::{Record, is_record};

use crate::lang::Lang;
use crate::plan::{Passage, Standing};
use crate::source::Spanned;

/// A text of the plan and what a language has for it.
pub(super) fn passage(own: Spanned<String>, lang: &Lang, text: Option<Spanned<String>>, record: &Record) -> Passage {
    let standing = text.as_ref().map_or(Standing::Missing, |text| record.standing(lang, &own.value, &text.value));
    Passage { own, lang: lang.clone(), text, standing }
}
