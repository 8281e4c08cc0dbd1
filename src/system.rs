//! What the system says when it refuses something, in both languages.
//!
//! In comes an [`Error`], out comes the cause as a [`Message`]. The system's own sentences are in a language that
//! depends on the machine; they are only quoted where nothing is known here.

use std::io::{Error, ErrorKind};

use crate::diag::Message;

/// The causes that users can do something about.
const CAUSES: &[(ErrorKind, &str, &str)] = &[
    (ErrorKind::NotFound, "見つかりません", "it was not found"),
    (
        ErrorKind::PermissionDenied,
        "権限がないか、別のソフトが使っています",
        "permission denied, or in use by another program",
    ),
    (ErrorKind::AlreadyExists, "すでにあります", "it exists already"),
    (ErrorKind::DirectoryNotEmpty, "フォルダーが空ではありません", "the folder is not empty"),
    (ErrorKind::NotADirectory, "途中にフォルダーでないものがあります", "something on its path is not a folder"),
    (ErrorKind::IsADirectory, "ファイルではなくフォルダーです", "it is a folder, not a file"),
    (ErrorKind::StorageFull, "ディスクの空きがありません", "the disk is full"),
    (ErrorKind::QuotaExceeded, "使ってよいディスクの量を超えています", "the disk quota is used up"),
    (ErrorKind::FileTooLarge, "ファイルが大きすぎます", "the file is too large"),
    (ErrorKind::ReadOnlyFilesystem, "書き込みのできないディスクです", "the disk is read-only"),
    (ErrorKind::ResourceBusy, "別のソフトが使っています", "it is in use by another program"),
    (ErrorKind::ExecutableFileBusy, "別のソフトが使っています", "it is in use by another program"),
    (ErrorKind::CrossesDevices, "別のディスクにまたがります", "it would have to move to another disk"),
    (
        ErrorKind::InvalidFilename,
        "名前が長すぎるか、使えない文字があります",
        "its name is too long or has a character that is not allowed",
    ),
    (
        ErrorKind::StaleNetworkFileHandle,
        "ネットワークのフォルダーとの接続が切れました",
        "the connection to the network folder was lost",
    ),
    (ErrorKind::TimedOut, "時間内に応答がありません", "it did not answer in time"),
    (ErrorKind::Unsupported, "このディスクではできません", "this disk cannot do it"),
    (ErrorKind::OutOfMemory, "メモリーが足りません", "there is not enough memory"),
];

/// The cause of a refusal.
pub fn cause(error: &Error) -> Message {
    match CAUSES.iter().find(|(kind, ..)| *kind == error.kind()) {
        Some((_, ja, en)) => Message::new(*ja, *en),
        None => Message::new("システムのエラーです", "an error of the system").quoting(&error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::languages::mixture;

    #[test]
    fn every_cause_is_in_one_language() {
        let others = [Error::other("disk on fire"), Error::from(ErrorKind::InvalidData), Error::from_raw_os_error(5)];
        for error in CAUSES.iter().map(|(kind, ..)| Error::from(*kind)).chain(others) {
            let cause = cause(&error);
            assert_eq!(mixture(&cause.ja, &cause.en), None);
        }
        assert_eq!(cause(&Error::other("x y")).ja, "システムのエラーです（原文: “x y”）");
    }

    /// What the systems answer is known by its kind.
    #[test]
    fn the_answers_of_a_disk_are_known() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        std::fs::write(&file, "").unwrap();
        for (error, known) in [
            (std::fs::read(folder.path().join("b")).unwrap_err(), "it was not found"),
            (std::fs::create_dir(&file).unwrap_err(), "it exists already"),
            (std::fs::read(folder.path().join("x".repeat(400))).unwrap_err(), "its name is too long"),
        ] {
            assert!(cause(&error).en.contains(known), "{error}");
        }
    }
}
