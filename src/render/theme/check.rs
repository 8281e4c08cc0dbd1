//! What is checked of templates before any page is made: tera's own syntax, filters and parents, and beyond
//! it the names of variables, the keys of words, and that only finished HTML is printed with `| safe`.
//!
//! Comes in: the texts of the templates. Goes out: faults with their places. `page`, `site`, `assets`, `t`,
//! `ui` and `view` are the names of what a template is given; a template may not use them for its own variables.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Tera;

use super::super::strings::Strings;
use super::super::view::{Assets, PageView, SiteInfo};
use super::ThemeError;
use crate::diag::Message;
use crate::lang::Lang;

/// What every template is given.
const GIVEN: [&str; 6] = ["page", "site", "assets", "t", "ui", "view"];

/// Tera with all templates, if it takes them.
pub(super) fn compile(templates: &BTreeMap<&str, &str>, errors: &mut Vec<ThemeError>) -> Option<Tera> {
    let mut tera = Tera::default();
    // Every template is escaped, whatever its name ends in.
    tera.autoescape_on([""]);
    let Err(error) = tera.add_raw_templates(templates.iter().map(|(name, text)| (*name, *text))) else {
        return Some(tera);
    };
    // Tera stops at the first template that it cannot read; each is tried alone, so that all are told.
    let known = errors.len();
    for (name, text) in templates {
        if let Err(error) = Tera::default().add_raw_template(name, text)
            && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
        {
            errors.push(ThemeError::from_tera(name, &error));
        }
    }
    if errors.len() == known {
        errors.extend(ThemeError::all_from_tera(&error));
    }
    None
}

/// The names that templates use.
pub(super) fn templates(
    templates: &BTreeMap<&str, &str>,
    tera: Option<&Tera>,
    strings: &BTreeMap<Lang, Strings>,
    errors: &mut Vec<ThemeError>,
) {
    let known: BTreeMap<&str, BTreeSet<String>> = [
        ("page", fields(&PageView::default())),
        ("site", fields(&SiteInfo::default())),
        ("assets", fields(&Assets::default())),
    ]
    .into();
    for (name, text) in templates {
        let path = format!("templates/{name}");
        for tag in tags(text) {
            for (offset, base, field) in accesses(tag.text) {
                let message = match known.get(base) {
                    Some(fields) if !fields.contains(field) => Message::new(
                        format!("`{base}` に項目 `{field}` はありません"),
                        format!("`{base}` has no field `{field}`"),
                    ),
                    None if matches!(base, "t" | "ui") => match strings.iter().find(|(_, words)| !words.has(field)) {
                        Some((lang, _)) => Message::new(
                            format!("文 `{field}` が i18n/{lang}.yaml にありません"),
                            format!("the text `{field}` is missing in i18n/{lang}.yaml"),
                        ),
                        None => continue,
                    },
                    _ => continue,
                };
                errors.push(place(&path, text, tag.start + offset, message));
            }
            if let Some(offset) = unsafe_safe(tag.text) {
                let message = Message::new(
                    "`safe` は、名前が `_html` で終わる項目の後にだけ書けます",
                    "`safe` may follow only a field whose name ends in `_html`",
                );
                errors.push(place(&path, text, tag.start + offset, message));
            }
        }
        let variables = tera.and_then(|tera| tera.get_template_variables(name).ok()).unwrap_or_default();
        let unknown: BTreeSet<&str> = variables.into_iter().filter(|name| !GIVEN.contains(name)).collect();
        for variable in unknown {
            let message = Message::new(
                format!("変数 `{variable}` はありません。使えるのは {} です", GIVEN.join("、")),
                format!("there is no variable `{variable}`; there are {}", GIVEN.join(", ")),
            );
            errors.push(ThemeError::new(path.clone(), message));
        }
    }
}

/// The fields of a value that templates are given.
fn fields(value: &impl Serialize) -> BTreeSet<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::Object(map)) => map.into_iter().map(|(key, _)| key).collect(),
        _ => BTreeSet::new(),
    }
}

/// The inside of a `{{ }}` or `{% %}`.
struct Tag<'t> {
    start: usize,
    text: &'t str,
}

fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let close = match text.as_bytes().get(open + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                from = open + 1;
                continue;
            }
        };
        let start = open + 2;
        let Some(end) = text[start..].find(close).map(|at| start + at) else { break };
        if close != "#}" {
            tags.push(Tag { start, text: &text[start..end] });
        }
        from = end + 2;
    }
    tags
}

/// Every `name.field` of a tag outside quotes: offset, name, first field.
fn accesses(tag: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let bytes = tag.as_bytes();
    let (mut at, mut quote) = (0, None);
    while at < bytes.len() {
        let byte = bytes[at];
        match quote {
            Some(open) => {
                if byte == open {
                    quote = None;
                }
                at += 1;
            }
            None if matches!(byte, b'"' | b'\'' | b'`') => {
                quote = Some(byte);
                at += 1;
            }
            None if is_name(byte) => {
                let end = at + bytes[at..].iter().take_while(|&&byte| is_name(byte)).count();
                let member = at > 0 && bytes[at - 1] == b'.';
                if !member && bytes.get(end) == Some(&b'.') {
                    let field_end = end + 1 + bytes[end + 1..].iter().take_while(|&&byte| is_name(byte)).count();
                    found.push((at, &tag[at..end], &tag[end + 1..field_end]));
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where a tag prints something as HTML that is not called `…_html`.
fn unsafe_safe(tag: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(bar) = tag[from..].find('|').map(|at| from + at) {
        let filter = tag[bar + 1..].trim_start();
        let is_safe = filter
            .strip_prefix("safe")
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        if is_safe && !tag[..bar].trim_end().ends_with("_html") {
            return Some(bar);
        }
        from = bar + 1;
    }
    None
}

fn place(path: &str, text: &str, offset: usize, message: Message) -> ThemeError {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    ThemeError::new(path, message).at(line, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let templates = BTreeMap::from([("x.html", text)]);
        let mut errors = Vec::new();
        let tera = compile(&templates, &mut errors);
        let words = Strings::new([("ok".to_owned(), "ok".to_owned())].into());
        self::templates(&templates, tera.as_ref(), &[(Lang::new("ja"), words)].into(), &mut errors);
        errors.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn sound_templates_pass() {
        let text =
            "{# t.none #}{{ t.ok }}{% for one in page.menu %}{{ one.title }}{% endfor %}{{ view.body_html | safe }}";
        assert_eq!(faults(text), Vec::<String>::new());
    }

    #[test]
    fn every_fault_has_its_place() {
        assert_eq!(faults("計画\n{{ t.none }}"), ["templates/x.html:2:4: the text `none` is missing in i18n/ja.yaml"]);
        assert_eq!(faults("{% if page.none %}{% endif %}"), ["templates/x.html:1:7: `page` has no field `none`"]);
        assert_eq!(
            faults("{{ view.title | safe }}"),
            ["templates/x.html:1:15: `safe` may follow only a field whose name ends in `_html`"]
        );
        assert!(faults("{{ unknown }}")[0].contains("there is no variable `unknown`"));
        assert_eq!(
            faults("{{ t.ok | nofilter }}\n{{ nofunction() }}"),
            [
                "templates/x.html:1:11: there is no filter `nofilter`",
                "templates/x.html:2:4: there is no function `nofunction`"
            ]
        );
        assert!(faults("{% if %}")[0].starts_with("templates/x.html:1:"));
    }
}
