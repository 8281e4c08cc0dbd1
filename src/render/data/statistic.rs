//! A statistic as an accessible table: header cells that span, rows labelled by their first columns.
//!
//! Comes in: a statistic whose cells are as printed. Goes out: a table with caption and source note. An empty
//! header cell continues its left neighbour, or the one above; a row that begins with ■ heads those below it.

use super::{close_table, open_table};
use crate::plan::Statistic;
use crate::render::flow::Flow;
use crate::render::html::Writer;
use crate::render::site_view::SiteView;
use crate::render::standing;
use crate::render::words::Picked;

/// A header cell and how far it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
struct HeaderCell<'a> {
    text: &'a str,
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
}

/// Writes the table.
pub(crate) fn write(flow: &Flow<'_>, w: &mut Writer, statistic: &Statistic) {
    let title = flow.site.text(&statistic.title);
    w.open("figure", &[("class", "statistic")]);
    open_table(w, "statistic", title.value);
    w.around("caption", &[], |w| w.picked(title));
    w.line();
    let header_rows = statistic.header_rows.min(statistic.rows.len());
    let cell = |text| cell(flow.site, statistic, text);
    if header_rows > 0 {
        head(w, &header(&statistic.rows[..header_rows]), header_rows, cell);
    }
    body(w, &statistic.rows[header_rows..], statistic.header_columns, cell);
    close_table(w);
    if let Some(source) = &statistic.source {
        w.around("figcaption", &[("class", "source")], |w| w.picked(flow.site.text(source)));
    }
    standing::facts(flow, w, statistic.is_behind(flow.site.lang));
    w.close("figure");
}

/// A cell as printed, or in the words of the language. What is printed has the language of the plan, unless
/// there are no words in it.
fn cell<'l>(site: &SiteView<'l>, statistic: &'l Statistic, printed: &'l str) -> Picked<'l, str> {
    let has_own = statistic.labels.get(printed).is_some_and(|texts| texts.get(site.lang).is_some());
    let lang = (site.is_translation() && !has_own && printed.contains(char::is_alphabetic))
        .then(|| site.plan.meta.main_language());
    Picked { value: statistic.cell(printed, site.lang), lang }
}

/// The header cells by the rule of empty cells. `None` of the result overlaps, all together cover the header.
fn header(rows: &[Vec<String>]) -> Vec<HeaderCell<'_>> {
    let mut cells: Vec<HeaderCell<'_>> = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        let mut column = 0;
        while column < texts.len() {
            let text = texts[column].as_str();
            let mut end = column + 1;
            if text.is_empty() {
                // The empty cells from here on that belong to the same cell above.
                let above = cells.iter().position(|cell| {
                    cell.row + cell.rows == row && cell.column == column && {
                        let reach = column..(column + cell.columns).min(texts.len());
                        texts[reach].iter().all(String::is_empty)
                    }
                });
                if let Some(above) = above.filter(|_| row > 0) {
                    cells[above].rows += 1;
                    column += cells[above].columns;
                    continue;
                }
            }
            if !text.is_empty() {
                while end < texts.len() && texts[end].is_empty() && !starts_cell_above(&cells, row, end, rows) {
                    end += 1;
                }
            }
            cells.push(HeaderCell { text, row, column, rows: 1, columns: end - column });
            column = end;
        }
    }
    cells
}

/// True when a cell above begins in this column and ends before the next text of this row: then the empty
/// cells belong to it and not to the left neighbour.
fn starts_cell_above(cells: &[HeaderCell<'_>], row: usize, column: usize, rows: &[Vec<String>]) -> bool {
    cells.iter().any(|cell| {
        let reach = column..(column + cell.columns).min(rows[row].len());
        cell.row + cell.rows == row
            && cell.column == column
            && !cell.text.is_empty()
            && rows[row][reach].iter().all(String::is_empty)
    })
}

fn head<'a>(w: &mut Writer, cells: &[HeaderCell<'a>], rows: usize, label: impl Fn(&'a str) -> Picked<'a, str>) {
    w.open("thead", &[]);
    for row in 0..rows {
        w.open("tr", &[]);
        for cell in cells.iter().filter(|cell| cell.row == row) {
            let (columns, height) = (cell.columns.to_string(), cell.rows.to_string());
            let scope = if cell.columns > 1 { "colgroup" } else { "col" };
            let mut attributes: Vec<(&'static str, &str)> = Vec::new();
            if cell.columns > 1 {
                attributes.push(("colspan", &columns));
            }
            if cell.rows > 1 {
                attributes.push(("rowspan", &height));
            }
            if cell.text.is_empty() {
                w.element("td", &attributes, "");
            } else {
                attributes.push(("scope", scope));
                w.around("th", &attributes, |w| w.picked(label(cell.text)));
            }
        }
        w.close("tr");
        w.line();
    }
    w.close("thead");
    w.line();
}

fn body<'a>(
    w: &mut Writer,
    rows: &'a [Vec<String>],
    header_columns: usize,
    label: impl Fn(&'a str) -> Picked<'a, str>,
) {
    w.open("tbody", &[]);
    for (index, row) in rows.iter().enumerate() {
        let group = row.first().is_some_and(|cell| cell.starts_with('■'));
        if group && index > 0 {
            w.close("tbody");
            w.line();
            w.open("tbody", &[]);
        }
        w.open("tr", if group { &[("class", "group")] } else { &[] });
        if group && row[1..].iter().all(String::is_empty) {
            let span = row.len().to_string();
            w.around("th", &[("scope", "rowgroup"), ("colspan", &span)], |w| w.picked(label(&row[0])));
        } else {
            for (column, cell) in row.iter().enumerate() {
                let class: &[_] = if is_number(cell) { &[("class", "number")] } else { &[] };
                if column < header_columns && !cell.is_empty() {
                    w.around("th", &[("scope", "row")], |w| w.picked(label(cell)));
                } else {
                    w.around("td", class, |w| w.picked(label(cell)));
                }
            }
        }
        w.close("tr");
        w.line();
    }
    w.close("tbody");
}

/// A figure, as `1,229`, `(1,229)`, `3.9%`, `△5`, `—`: it stands at the right of its cell.
fn is_number(cell: &str) -> bool {
    cell == "—"
        || cell.trim_start_matches(['(', '（', '△', '▲', '-', '+']).starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(rows: &[&[&str]]) -> Vec<String> {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        header(&rows)
            .iter()
            .map(|cell| format!("{}@{},{}:{}x{}", cell.text, cell.row, cell.column, cell.rows, cell.columns))
            .collect()
    }

    #[test]
    fn empty_header_cells_continue_left_or_above() {
        assert_eq!(
            spans(&[&["区分", "所", "", "", "", "者", ""], &["", "県", "", "国", "", "県", ""]]),
            ["区分@0,0:2x1", "所@0,1:1x4", "者@0,5:1x2", "県@1,1:1x2", "国@1,3:1x2", "県@1,5:1x2"]
        );
        // The last column of the first row reaches down, it is not the left neighbour's.
        assert_eq!(
            spans(&[&["a", "b", "", "c"], &["", "x", "y", ""]]),
            ["a@0,0:2x1", "b@0,1:1x2", "c@0,3:2x1", "x@1,1:1x1", "y@1,2:1x1"]
        );
        assert_eq!(spans(&[&["", "2018", "合計"]]), ["@0,0:1x1", "2018@0,1:1x1", "合計@0,2:1x1"]);
    }

    #[test]
    fn figures_are_known_by_their_first_digit() {
        assert!(["1,229", "(1,229)", "3.9%", "△5", "—", "4件"].into_iter().all(is_number));
        assert!(!["年", "", "■第1次産業", "(累計)"].into_iter().any(is_number));
    }
}
