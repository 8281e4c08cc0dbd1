//! Values that know their place: [`At`](super::At) is filled while [`read`](super::read) runs.
//!
//! serde hands no context to a type, so the file that is being read stands in a thread-local for that time.

use std::cell::RefCell;

use serde::de::{Deserialize, Deserializer, Error};

use crate::source::{FileId, Span, Spanned};

thread_local! {
    static READING: RefCell<Option<(FileId, usize)>> = const { RefCell::new(None) };
}

/// Runs `job` with `file` as the one being read.
pub(super) fn within<R>(file: FileId, text: &str, job: impl FnOnce() -> R) -> R {
    /// Puts back what was there, also when the job panics.
    struct Restore(Option<(FileId, usize)>);
    impl Drop for Restore {
        fn drop(&mut self) {
            READING.set(self.0.take());
        }
    }
    let _restore = Restore(READING.replace(Some((file, text.len()))));
    job()
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Some((file, length)) = READING.with_borrow(|reading| *reading) else {
            return Err(D::Error::custom("a place is only known within yaml::read"));
        };
        let found = serde_saphyr::Spanned::<T>::deserialize(deserializer)?;
        let span = found.referenced.span();
        let range = match (span.byte_offset(), span.byte_len()) {
            (Some(start), Some(bytes)) => {
                let start = usize::try_from(start).unwrap_or(length).min(length);
                start..start.saturating_add(usize::try_from(bytes).unwrap_or(0)).min(length)
            }
            _ => 0..0,
        };
        Ok(Self::new(found.value, Span::new(file, range)))
    }
}
