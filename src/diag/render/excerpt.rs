//! The line of a source file that is shown below a finding, and where the mark stands under it.
//!
//! Columns are those of a terminal: East Asian wide characters take two. Characters of ambiguous width (① ▽ … α)
//! take one, as today's terminals have it by default also on Japanese systems. Long lines are cut around the mark.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::is_hidden;

/// The widest line that is shown, in columns.
const WIDTH: usize = 100;
/// So many columns at least stand in front of the mark when a line is cut.
const BEFORE: usize = 40;

/// A line and its mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line as it is shown.
    pub(super) line: String,
    /// Columns in front of the mark.
    pub(super) indent: usize,
    /// Columns of the mark, at least one.
    pub(super) mark: usize,
}

/// The line in which a range begins.
pub(super) fn of(text: &str, range: Range<usize>) -> Excerpt {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.floor_char_boundary(range.end.min(text.len())).max(start);
    // One column more than is shown tells whether something is cut off.
    let before = take(text[..start].chars().rev().take_while(|&c| c != '\n'), WIDTH + 1);
    let after = take(text[start..].chars().take_while(|&c| c != '\n'), WIDTH + 1);

    let (before_width, after_width) = (width(&before), width(&after));
    let fits = before_width + after_width <= WIDTH;
    let front = if fits { WIDTH } else { BEFORE.max(WIDTH.saturating_sub(after_width)) };
    let before = fitting(&before, front);
    let indent = width(before);
    let shown = fitting(&after, WIDTH.saturating_sub(if fits { 0 } else { indent }));

    let mut excerpt = Excerpt { line: String::new(), indent, mark: 0 };
    if indent < before_width {
        excerpt.line.push('…');
        excerpt.indent += 1;
    }
    excerpt.line.extend(before.iter().rev().map(|cell| cell.text.as_str()));
    let marked = text[start..end].chars().take_while(|&c| c != '\n').take(shown.len()).count();
    excerpt.mark = width(&shown[..marked.min(shown.len())]).max(1);
    excerpt.line.extend(shown.iter().map(|cell| cell.text.as_str()));
    if shown.len() < after.len() {
        excerpt.line.push('…');
    }
    excerpt
}

/// A character as it is shown.
struct Cell {
    text: String,
    width: usize,
}

fn cell(c: char) -> Cell {
    let text = match c {
        '\t' => "    ".to_owned(),
        c if is_hidden(c) => c.escape_unicode().to_string(),
        c => return Cell { text: c.to_string(), width: c.width().unwrap_or(0) },
    };
    Cell { width: text.len(), text }
}

/// The cells of the first characters, until they are wider than `limit`.
fn take(characters: impl Iterator<Item = char>, limit: usize) -> Vec<Cell> {
    let mut sum = 0;
    let wanted = |cell: &Cell| {
        let wanted = sum < limit;
        sum += cell.width;
        wanted
    };
    // Characters of no width would otherwise have no end.
    characters.take(4 * limit).map(cell).take_while(wanted).collect()
}

/// As many cells as fit into so many columns.
fn fitting(cells: &[Cell], columns: usize) -> &[Cell] {
    let mut sum = 0;
    let count = cells
        .iter()
        .take_while(|cell| {
            sum += cell.width;
            sum <= columns
        })
        .count();
    &cells[..count]
}

fn width(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.width).sum()
}
