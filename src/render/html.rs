//! Finished HTML as a type of its own, and the small writer that alone makes it.
//!
//! Comes in: tags that the code names, texts and attribute values that authors typed. Goes out: [`Html`],
//! which templates may print with `| safe`. Every text passes the escape of its place; there is no way in
//! for a string that is already markup.

use serde::Serialize;

use super::escape;

/// HTML whose every text was escaped. Serialises as a string, in fields whose names end in `_html`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Html(String);

impl Html {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text alone.
    pub(crate) fn text(&self) -> String {
        text(&self.0)
    }

    /// True when there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Attributes of an element. A name that stands alone, as `popover`, has an empty value.
pub(crate) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Writes elements and texts in order.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: String,
}

impl Writer {
    /// Opens an element. An address that no link may have is left out, so that the text stays without a link.
    pub(crate) fn open(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            let value = if matches!(*name, "href" | "src" | "action") {
                let Some(address) = escape::url(value) else { continue };
                address
            } else {
                value
            };
            self.out.push(' ');
            self.out.push_str(name);
            if !value.is_empty() || *name != "popover" {
                self.out.push_str("=\"");
                self.out.push_str(&escape::attribute(value));
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, tag: &'static str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// Text.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push_str(&escape::text(text));
    }

    /// An element with nothing but text in it.
    pub(crate) fn element(&mut self, tag: &'static str, attributes: Attributes<'_>, text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// An element around what `content` writes.
    pub(crate) fn around(&mut self, tag: &'static str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.open(tag, attributes);
        content(self);
        self.close(tag);
    }

    /// A new line in the source of the page, for those who read it.
    pub(crate) fn line(&mut self) {
        self.out.push('\n');
    }

    /// What was written.
    pub(crate) fn finish(self) -> Html {
        Html(self.out)
    }
}

/// Elements that stand inside a line: a word goes on across their tags.
const INLINE: &[&str] = &["a", "button", "code", "em", "ruby", "s", "small", "span", "strong", "sup"];

/// The text of finished HTML, with a line break where a block begins or ends.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(before);
        // A `>` in an attribute is escaped.
        let (tag, behind) = behind.split_once('>').unwrap_or((behind, ""));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !INLINE.contains(&name) {
            text.push('\n');
        }
        rest = behind;
    }
    text.push_str(rest);
    escape::unescape(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_and_texts_are_escaped() {
        let mut w = Writer::default();
        w.element("a", &[("href", "?a=1&b=\"2\""), ("title", "<>")], "<script>");
        assert_eq!(w.finish().as_str(), "<a href=\"?a=1&amp;b=&quot;2&quot;\" title=\"&lt;&gt;\">&lt;script&gt;</a>");
    }

    #[test]
    fn a_dangerous_address_is_left_out() {
        let mut w = Writer::default();
        w.element("a", &[("href", "javascript:x"), ("class", "")], "x");
        assert_eq!(w.finish().as_str(), "<a class=\"\">x</a>");
    }

    #[test]
    fn the_text_of_html_has_its_words_whole() {
        let html = "<p>Innovation <button class=\"x\">Centre</button>s &amp; <span lang=\"ja\">&lt;<br>b</span></p>";
        assert_eq!(text(html).trim(), "Innovation Centres & <\nb");
    }
}
