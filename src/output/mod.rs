//! Stage 6, output: the only stage that writes. Files come in through a [`Sink`](crate::site::Sink), a site goes out.
//!
//! | step | file |
//! |---|---|
//! | is the folder one that may be replaced? | `target` (where it is), `old` (whose it is) |
//! | lock, working folder, what a killed build left | `work`, `lock`, `swap` |
//! | take files, compare them with the old site's | [`Publication`], `names` (paths), `old` |
//! | keep what has not changed, and what others put into the folder | `carry`, `foreign`, `edited` |
//! | marker and list of the files | `manifest` |
//! | make it last, exchange the folders | `durable`, `swap` |
//! | a file among the sources that a user asked to be written | `source_file` |
//! | every change of the disk, and waiting for it | `disk`, `waiters` |
//! | what can go wrong, in words | [`OutputError`], `wording`, `findings` |
//!
//! Beside `public` stands `.public.keikaku` while a build runs: `lock`, the new site in `new`, and where folders
//! cannot be exchanged in one step, for a moment the old one in `old`. Killed at any moment, a build leaves the old
//! site or the new one in `public`, and the next build removes the rest. Nothing ever writes into a file of the
//! site in place: the files of an old and a new site may be the same file.

mod carry;
mod disk;
mod durable;
mod edited;
mod error;
mod findings;
mod foreign;
mod lock;
mod manifest;
mod memory;
mod names;
mod old;
mod publication;
mod source_file;
mod swap;
mod target;
#[cfg(test)]
mod tests;
mod waiters;
mod wording;
mod work;

pub use error::OutputError;
pub use manifest::MARKER;
pub use memory::MemorySink;
pub use publication::{Publication, Published};
pub use source_file::replace;
pub use work::recover;
