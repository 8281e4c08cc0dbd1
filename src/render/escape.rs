//! Escaping by the place where a text ends up: HTML text, attribute, address, XML.
//!
//! Comes in: what an author typed. Goes out: the same text, inert. Nothing here knows of the plan.

use std::borrow::Cow;

/// Text between HTML tags.
pub(crate) fn text(value: &str) -> Cow<'_, str> {
    replace(value, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    })
}

/// The value of an HTML attribute in double quotes.
pub(crate) fn attribute(value: &str) -> Cow<'_, str> {
    replace(value, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    })
}

/// Text or attribute value in XML; HTML's five entities are XML's own.
pub(crate) fn xml(value: &str) -> Cow<'_, str> {
    attribute(value)
}

/// The text that [`text`] or [`attribute`] made inert.
pub(crate) fn unescape(value: &str) -> String {
    // The ampersand comes last: `&amp;lt;` is `&lt;`.
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(value.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// The address if a link may lead there: http, https, mailto, tel, or relative.
///
/// Browsers drop tabs and line breaks inside an address before they look at its scheme (`java\tscript:`),
/// so an address with control characters is refused whole.
pub(crate) fn url(value: &str) -> Option<&str> {
    let value = value.trim_matches(' ');
    if value.chars().any(char::is_control) {
        return None;
    }
    let scheme_end = value.find([':', '/', '?', '#']).filter(|&end| value.as_bytes()[end] == b':');
    match scheme_end {
        None => Some(value),
        Some(end) => {
            let scheme = value[..end].to_ascii_lowercase();
            matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel").then_some(value)
        }
    }
}

fn replace(value: &str, entity: impl Fn(u8) -> Option<&'static str>) -> Cow<'_, str> {
    if !value.bytes().any(|byte| entity(byte).is_some()) {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len() + 16);
    for character in value.chars() {
        match u8::try_from(character).ok().filter(u8::is_ascii).and_then(&entity) {
            Some(replacement) => out.push_str(replacement),
            None => out.push(character),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_becomes_markup() {
        assert_eq!(text("<b>&amp;「»"), "&lt;b&gt;&amp;amp;「»");
        assert_eq!(attribute("\"'><"), "&quot;&#39;&gt;&lt;");
        assert!(matches!(xml("計画"), Cow::Borrowed("計画")));
        assert_eq!(unescape(&attribute("\"'><&lt;")), "\"'><&lt;");
    }

    #[test]
    fn addresses_pass_an_allow_list() {
        for good in ["https://a.example/?q=1:2", "mailto:a@b.example", "tel:083", "../x/#m1", "x?a:b", "", "HTTP://a"] {
            assert_eq!(url(good), Some(good), "{good}");
        }
        for bad in ["javascript:alert(1)", " JavaScript:x", "java\tscript:x", "data:text/html,x", "vbscript:x", "x:y"] {
            assert_eq!(url(bad), None, "{bad}");
        }
    }
}
