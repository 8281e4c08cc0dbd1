//! Values that know their place: [`At`](super::At) is filled while [`read`](super::read) runs.
//!
//! serde hands no context to a type, so the file that is being read stands in a thread-local for that time.

use std::cell::RefCell;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error};

use crate::source::{FileId, Span, Spanned};

thread_local! {
    static READING: RefCell<Option<Reading>> = const { RefCell::new(None) };
}

/// What is being read.
struct Reading {
    file: FileId,
    /// Mappings and sequences, of which the library tells only the beginning.
    blocks: Vec<Range<usize>>,
    length: usize,
}

/// Runs `job` with `file` as the one being read.
pub(super) fn within<R>(file: FileId, blocks: Vec<Range<usize>>, length: usize, job: impl FnOnce() -> R) -> R {
    /// Puts back what was there, also when the job panics.
    struct Restore(Option<Reading>);
    impl Drop for Restore {
        fn drop(&mut self) {
            READING.set(self.0.take());
        }
    }
    let _restore = Restore(READING.replace(Some(Reading { file, blocks, length })));
    job()
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = serde_saphyr::Spanned::<T>::deserialize(deserializer)?;
        let span = found.referenced.span();
        let number = |value: Option<u64>| value.and_then(|value| usize::try_from(value).ok());
        let place = READING.with_borrow(|reading| {
            let reading = reading.as_ref()?;
            let range = match (number(span.byte_offset()), number(span.byte_len())) {
                (Some(start), Some(bytes)) => reading.place(start, bytes),
                _ => 0..0,
            };
            Some(Span::new(reading.file, range))
        });
        match place {
            Some(place) => Ok(Self::new(found.value, place)),
            None => Err(D::Error::custom("a place is only known within yaml::read")),
        }
    }
}

impl Reading {
    fn place(&self, start: usize, bytes: usize) -> Range<usize> {
        // A block has no sign of its own, a flow only its bracket.
        let block = (bytes <= 1).then(|| self.blocks.binary_search_by_key(&start, |block| block.start).ok()).flatten();
        let end = match block.and_then(|at| self.blocks.get(at)) {
            Some(block) => block.end,
            None => start.saturating_add(bytes),
        };
        let start = start.min(self.length);
        start..end.clamp(start, self.length)
    }
}
