//! The codes of this stage, and what is said of a site that was published all the same.

use std::path::{Path, PathBuf};

use super::error::OutputError;
use crate::diag::{Code, Diagnostic, Message, Place};

pub(super) const DANGEROUS: Code = Code("K901");
pub(super) const NOT_OURS: Code = Code("K902");
pub(super) const BUSY: Code = Code("K903");
pub(super) const MANIFEST: Code = Code("K904");
pub(super) const IO: Code = Code("K905");
pub(super) const NAME: Code = Code("K906");
pub(super) const CLASH: Code = Code("K907");
pub(super) const IN_THE_WAY: Code = Code("K908");
const CARRIED: Code = Code("K909");
const EDITED: Code = Code("K910");
const LEFT: Code = Code("K911");

/// So many paths are named; of more, the number.
const NAMED: usize = 10;

/// Files that others put into the output folder were kept.
pub(super) fn carried(out: &Path, paths: &[PathBuf]) -> Diagnostic {
    let (ja, en) = list(paths.iter().map(|path| path.display().to_string()).collect());
    let message = Message::new(
        format!("keikaku が作ったのではないファイルを残しました：{ja}"),
        format!("kept files that keikaku did not make: {en}"),
    );
    Diagnostic::warning(CARRIED, place(out), message)
        .help(Message::new("いらなければ消してください", "delete them if they are not needed"))
}

/// Files that had been changed by hand were replaced or removed.
pub(super) fn edited(out: &Path, paths: Vec<String>) -> Diagnostic {
    let (ja, en) = list(paths);
    let message = Message::new(
        format!("出力先で直接書き換えられていたファイルを作り直しました（書き換えは失われました）：{ja}"),
        format!("made anew files that had been changed in the output folder; those changes are gone: {en}"),
    );
    Diagnostic::warning(EDITED, place(out), message)
        .help(Message::new("content/ か themes/ の方を直してください", "change content/ or themes/ instead"))
}

/// The new site is in place, but what was there before could not be removed.
pub(super) fn left(out: &Path, cause: &OutputError) -> Diagnostic {
    let cause = cause.message();
    let message = Message::new(
        format!("サイトは公開されましたが、前のサイトを片付けられませんでした：{}", cause.ja),
        format!("the site is published, but the old one could not be cleared away: {}", cause.en),
    );
    Diagnostic::warning(LEFT, place(out), message)
        .help(Message::new("次に実行したときに片付けます", "the next build clears it away"))
}

fn place(out: &Path) -> Place {
    Place::Path(out.display().to_string())
}

fn list(paths: Vec<String>) -> (String, String) {
    let more = paths.len().saturating_sub(NAMED);
    let named = &paths[..paths.len() - more];
    match more {
        0 => (named.join("、"), named.join(", ")),
        _ => (format!("{} ほか {more} 件", named.join("、")), format!("{} and {more} more", named.join(", "))),
    }
}
