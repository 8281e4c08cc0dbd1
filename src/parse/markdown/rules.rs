//! What may stand in a line, and what is told when something else does. One function a rule.

use std::ops::Range;

use super::Source;
use super::marks::Malformed;
use crate::diag::{Code, Diagnostic, Message, Severity};
use crate::plan::{Inline, Unresolved};
use crate::source::{Span, Spanned};

/// K050, K052: asterisks that stay in the text. Behind a word they look like a term mark whose term is
/// not in the glossary; between Latin letters or digits (`3*4`) or free-standing they are just asterisks.
pub(super) fn literal_asterisks(source: &mut Source<'_>, range: Range<usize>) {
    let text = source.text;
    let mut at = range.start;
    while let Some(found) = text.get(at..range.end).and_then(|rest| rest.find(['*', '＊'])) {
        let start = at + found;
        let length = text[start..].chars().take_while(|&c| c == '*' || c == '＊').map(char::len_utf8).sum::<usize>();
        at = start + length;
        if text[..start].ends_with('\\') {
            continue;
        }
        // `**未知***` is strong text and one asterisk more: what counts is the word before the whole run. The
        // second half of a literal `**` has been told with the first.
        let word_end = text[..start].trim_end_matches('*').len();
        if word_end < start && start - word_end + length == 2 {
            continue;
        }
        let before = text[..word_end].chars().next_back();
        let after = text[at..].chars().next();
        let ascii_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let behind_word = before.is_some_and(|c| c.is_alphanumeric() || "」』）)ー々".contains(c));
        let span = source.span(start..at);
        if length >= 2 && text[start..].starts_with("**") {
            if before.is_some_and(|c| !c.is_whitespace()) || after.is_some_and(|c| !c.is_whitespace()) {
                source.findings.push(literal_strong(span));
            }
        } else if behind_word && !(ascii_word(before) && ascii_word(after)) {
            let finding = unknown_term(source, start, span);
            source.findings.push(finding);
        }
    }
}

fn unknown_term(source: &Source<'_>, at: usize, span: Span) -> Diagnostic {
    let before = &source.text[..at];
    let start = before.char_indices().rev().nth(11).map_or(0, |(index, _)| index);
    let cut = |c: char| c.is_whitespace() || "*＊_~[]「」『』（）()、。".contains(c);
    let words = before[start..].trim_end_matches(cut).rsplit(cut).next().unwrap_or_default();
    Diagnostic::error(
        Code("K050"),
        span,
        Message::new(
            format!("「{words}」の直後の * に当たる用語が glossary.yaml にありません"),
            format!("no term of glossary.yaml ends before this asterisk (“…{words}”)"),
        ),
    )
    .help(Message::new(
        "用語を glossary.yaml に加えるか、印でなければ \\* と書いてください",
        "add the term to glossary.yaml or, if this is no mark, write \\*",
    ))
}

/// K051: `3*4*5`, or two unknown words with marks: CommonMark reads what is between as emphasis.
pub(super) fn emphasis_inside_word(source: &mut Source<'_>, range: &Range<usize>) {
    let before = source.text[..range.start].chars().next_back();
    let opens_with_star = source.text[range.start..].starts_with('*');
    if opens_with_star && before.is_some_and(|c| c.is_alphanumeric() || c == '」' || c == '）') {
        source.findings.push(
            Diagnostic::warning(
                Code("K051"),
                source.span(range.clone()),
                Message::new(
                    "語に続く二つの * の間が強調（斜体）になります",
                    "the text between these two asterisks becomes emphasis",
                ),
            )
            .help(Message::new(
                "用語の印なら用語を glossary.yaml に加え、記号なら \\* と書いてください",
                "for term marks add the terms to glossary.yaml; for plain asterisks write \\*",
            )),
        );
    }
}

/// K052: `**` that makes nothing strong.
pub(super) fn literal_strong(span: Span) -> Diagnostic {
    Diagnostic::warning(
        Code("K052"),
        span,
        Message::new("この ** は太字にならず、そのまま表示されます", "this ** makes nothing strong and stays visible"),
    )
    .help(Message::new(
        "対になる ** を書くか、記号なら \\*\\* と書いてください",
        "write the matching **, or \\*\\* for plain asterisks",
    ))
}

/// K044: HTML other than the short list.
pub(super) fn raw_html(span: Span) -> Diagnostic {
    Diagnostic::error(Code("K044"), span, Message::new("この HTML は使えません", "this HTML is not allowed")).help(
        Message::new(
            "使えるのは <br> と <ruby>…<rt>…</rt></ruby> だけです。記号としての < は &lt; と書いてください",
            "only <br> and <ruby>…<rt>…</rt></ruby> are; write &lt; for a plain <",
        ),
    )
}

/// K045: a picture with a file, or inside a sentence.
pub(super) fn picture_file(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K045"),
        span,
        Message::new("画像ファイルは、まだ収録できません", "picture files cannot be carried yet"),
    )
    .help(Message::new(
        "印刷された計画書の図であることを示すには ![説明]() と書いてください",
        "write ![caption]() for a picture that is in the printed plan",
    ))
}

/// K045: a picture inside a sentence.
pub(super) fn picture_in_sentence(span: Span) -> Diagnostic {
    Diagnostic::error(
        Code("K045"),
        span,
        Message::new("画像は、前後を空行で区切って単独で書いてください", "a picture must stand alone in its paragraph"),
    )
}

/// K048 and K054: what looks like a mark and is none.
pub(super) fn malformed(source: &Source<'_>, malformed: &Malformed) -> Diagnostic {
    match malformed {
        Malformed::OpenExpression(range) => Diagnostic::error(
            Code("K048"),
            source.span(range.clone()),
            Message::new("{{ に対応する }} がありません", "this {{ has no }}"),
        )
        .help(Message::new("段落の中で }} で閉じてください", "close it with }} within the paragraph")),
        Malformed::Repost(range) => Diagnostic::error(
            Code("K054"),
            source.span(range.clone()),
            Message::new("再掲の書き方が読み取れません", "this “再掲” names no volume and page"),
        )
        .help(Message::new("〔再掲：産業編 P49〕のように書いてください", "write it as `〔再掲：産業編 P49〕`")),
    }
}

/// K053: a text with more faults than anybody reads at once tells how many are left.
pub(super) fn limit(source: &mut Source<'_>) {
    const MOST: usize = 100;
    let more = source.findings.len().saturating_sub(MOST);
    if more > 0 {
        let rest = source.findings.split_off(MOST);
        let message = Message::new(
            format!("このファイルには、ほかに {more} 件の指摘があります"),
            format!("{more} more findings in this file"),
        );
        let finding = Diagnostic::warning(Code("K053"), rest[0].place.clone(), message);
        // Errors among the rest must still stop the build.
        let severity = rest.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Warning);
        source.findings.push(Diagnostic { severity, ..finding });
    }
}

/// A link: out of the site by an allowed address, to a node, or an explicit re-post (K047 for the rest).
pub(super) fn link(url: String, mut content: Vec<Inline<Unresolved>>, source: &mut Source<'_>) -> Inline<Unresolved> {
    let span = source.here();
    if let Some(id) = url.strip_prefix("repost:") {
        if let [Inline::Repost(mark)] = content.as_mut_slice() {
            mark.explicit = Some(Spanned::new(id.to_owned(), span));
            return content.remove(0);
        }
    } else if let Some(id) = url.strip_prefix("node:") {
        return Inline::Link { to: Spanned::new(id.to_owned(), span), content };
    } else if let Some(fragment) = url.strip_prefix('#') {
        return Inline::Link { to: Spanned::new(format!("{}/{fragment}", source.page_id), span), content };
    } else if let Some((scheme, _)) = url.split_once(':')
        && ["http", "https", "mailto", "tel"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
    {
        return Inline::ExternalLink { url, content };
    }
    source.findings.push(
        Diagnostic::error(
            Code("K047"),
            span,
            Message::new(format!("リンク先「{url}」は使えません"), format!("a link to “{url}” is not allowed")),
        )
        .help(Message::new(
            "外部へは https://…、計画の中へは node:取組の名前/m2 のように書いてください",
            "write https://… for other sites, node:INITIATIVE/m2 for places in the plan",
        )),
    );
    Inline::ExternalLink { url: String::new(), content }
}
