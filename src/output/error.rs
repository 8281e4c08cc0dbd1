//! Why a site could not be written. Each error names the path and the operation; the kinds are private, so that
//! they can change without breaking a caller. The sentences are in `wording`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::findings;
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::site::SinkError;

/// The site could not be written, or the settings would have done harm. `public` is as it was.
#[derive(Debug)]
pub struct OutputError(Box<Kind>);

#[derive(Debug)]
pub(super) enum Kind {
    /// The output folder must not be replaced, wherever it came from.
    Refused { out: PathBuf, why: Refusal },
    /// The output folder has content and does not carry our marker.
    NotOurs { out: PathBuf },
    /// Another build holds the lock.
    Busy { out: PathBuf },
    /// The marker is there, but cannot be read.
    Manifest { path: PathBuf, why: ManifestFault },
    /// The system refused an operation.
    Io { doing: Doing, path: PathBuf, cause: io::Error },
    /// The old site was moved away, the new one could not take its place, nor could the old one return.
    Stranded { out: PathBuf, kept: PathBuf, cause: io::Error },
    /// A file of the site has a name that some system cannot hold.
    Name { path: String, why: NameFault },
    /// Two files of the site are one on some system.
    Clash { path: String, other: String },
    /// A file that others put into the output folder is in the way.
    Foreign { path: PathBuf },
    /// `publish` was called although a file had been refused.
    Incomplete { out: PathBuf },
}

/// Why an output folder is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    Nameless,
    Root,
    Home,
    AboveHome,
    Site,
    AboveSite,
    Inside(&'static str),
    Holds(&'static str),
    Symlink,
    NotFolder,
    MountPoint,
}

/// Why a manifest is refused.
#[derive(Debug)]
pub(super) enum ManifestFault {
    NotFile,
    Broken(String),
    Newer(u32),
}

/// Why a path is refused as that of a file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameFault {
    Empty,
    Absolute,
    Dots,
    Character(char),
    End,
    Device,
    Long,
    Marker,
}

/// What was tried.
#[derive(Debug, Clone)]
pub(super) enum Doing {
    Read,
    List,
    CreateFolder,
    Write,
    Carry,
    Save,
    Remove,
    Lock,
    Rename(PathBuf),
    Exchange(PathBuf),
}

impl OutputError {
    /// For `map_err`: the system refused `doing` to `path`.
    pub(super) fn io(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |cause| Kind::Io { doing, path: path.to_owned(), cause }.into()
    }

    pub(super) fn kind(&self) -> &Kind {
        &self.0
    }

    /// The code under which `docs/findings.md` explains it.
    pub fn code(&self) -> Code {
        match self.kind() {
            Kind::Refused { .. } => findings::DANGEROUS,
            Kind::NotOurs { .. } => findings::NOT_OURS,
            Kind::Busy { .. } => findings::BUSY,
            Kind::Manifest { .. } => findings::MANIFEST,
            Kind::Io { .. } | Kind::Stranded { .. } | Kind::Incomplete { .. } => findings::IO,
            Kind::Name { .. } => findings::NAME,
            Kind::Clash { .. } => findings::CLASH,
            Kind::Foreign { .. } => findings::IN_THE_WAY,
        }
    }

    /// What is wrong.
    pub fn message(&self) -> Message {
        super::wording::message(self.kind())
    }

    /// What to do.
    pub fn help(&self) -> Option<Message> {
        super::wording::help(self.kind())
    }

    /// The file or folder it is about.
    pub fn path(&self) -> &Path {
        match self.kind() {
            Kind::Refused { out, .. } | Kind::NotOurs { out } | Kind::Busy { out } => out,
            Kind::Stranded { out, .. } | Kind::Incomplete { out } => out,
            Kind::Manifest { path, .. } | Kind::Io { path, .. } | Kind::Foreign { path } => path,
            Kind::Name { path, .. } | Kind::Clash { path, .. } => Path::new(path),
        }
    }

    /// True when another build is writing the same folder.
    pub fn is_busy(&self) -> bool {
        matches!(self.kind(), Kind::Busy { .. })
    }

    /// As a finding. It is no fault of the content: the command line ends with 2.
    pub fn diagnostic(&self) -> Diagnostic {
        let place = Place::Path(self.path().display().to_string());
        let finding = Diagnostic::error(self.code(), place, self.message());
        Diagnostic { help: self.help(), ..finding }
    }

    /// For a [`Sink`](crate::site::Sink). `OutputError::from` gets this error back.
    pub(super) fn into_sink(self, path: &str) -> SinkError {
        let kind = match self.kind() {
            Kind::Io { cause, .. } => cause.kind(),
            Kind::Clash { .. } => io::ErrorKind::AlreadyExists,
            _ => io::ErrorKind::InvalidInput,
        };
        SinkError { path: path.to_owned(), cause: io::Error::new(kind, self) }
    }
}

impl From<Kind> for OutputError {
    fn from(kind: Kind) -> Self {
        Self(Box::new(kind))
    }
}

impl From<SinkError> for OutputError {
    fn from(error: SinkError) -> Self {
        let SinkError { path, cause } = error;
        cause.downcast().unwrap_or_else(|cause| Self::io(Doing::Write, Path::new(&path))(cause))
    }
}

impl From<OutputError> for Diagnostic {
    fn from(error: OutputError) -> Self {
        error.diagnostic()
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            Kind::Io { cause, .. } | Kind::Stranded { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
