//! Source files and places in them: every value that can be wrong knows where it stands.

use std::sync::OnceLock;

use serde::Serialize;

/// The number of a file in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in a source file. Offsets are those of the text after the gate (no BOM, LF only).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One behind the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `file`.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        // The gate refuses files over 4 GiB long before this.
        Self { file, start: range.start as u32, end: range.end as u32 }
    }

    /// The range as indices of the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A file as it was read: its path below the site's folder, with `/`, and its text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the site's folder, with `/` on every system.
    pub path: String,
    /// The text after the gate: UTF-8, no BOM, LF.
    pub text: String,
}

/// A line and a column, both counted from 1; a column is a Unicode scalar value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// All files of one run, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Where the lines of each file begin, found when first asked for: a large file may have many findings.
    lines: Vec<OnceLock<Vec<u32>>>,
}

impl Sources {
    /// Adds a file and gives its number.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        self.lines.push(OnceLock::new());
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of this number.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// The file of this path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
    }

    /// The character at a line and column, both counted from 1; the end of the line where it is shorter.
    pub fn place(&self, file: FileId, line: usize, column: usize) -> Span {
        let text = &self.get(file).text;
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let line = text[start..].lines().next().unwrap_or_default();
        let offset = line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(offset, _)| offset);
        let end = offset + line[offset..].chars().next().map_or(0, char::len_utf8);
        Span::new(file, start + offset..start + end)
    }

    /// The text at a place.
    pub fn text(&self, span: Span) -> &str {
        &self.get(span.file).text[span.range()]
    }

    /// Line and column where a place begins. A place behind the end of its text is taken as the end.
    pub fn line_column(&self, span: Span) -> LineColumn {
        let text = &self.get(span.file).text;
        let start = text.floor_char_boundary((span.start as usize).min(text.len()));
        let begin = || std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect();
        let lines = self.lines[span.file.0 as usize].get_or_init(begin);
        let line = lines.partition_point(|&line| line as usize <= start);
        let line_start = lines.get(line.saturating_sub(1)).map_or(0, |&line| line as usize);
        LineColumn { line: line.max(1), column: text[line_start..start].chars().count() + 1 }
    }
}
