//! The kinds of file a site is made of, known by the ending of the name, and how large each may be.
//!
//! A kind that is not known is never read: content is Markdown, YAML, CSV and pictures; a theme may have more.

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Markdown, a template, a style sheet, a script.
    Text,
    /// YAML.
    Facts,
    /// CSV.
    Table,
    /// A picture or a font.
    Asset,
}

impl Content {
    /// The largest size in bytes.
    pub(super) fn limit(self) -> u64 {
        const MB: u64 = 1 << 20;
        match self {
            Self::Facts => MB,
            Self::Text | Self::Table => 4 * MB,
            Self::Asset => 16 * MB,
        }
    }
}

/// How the name of a file is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// To be read.
    Read(Content),
    /// An SVG file in the content: it can carry scripts.
    Svg,
    /// Not read, and nobody expects it to be (`LICENSE` in a theme).
    Ignored,
    /// Not read, which its author should know.
    Unknown,
}

/// The kind of a file by its path below the site's folder.
pub(super) fn of(path: &str) -> Kind {
    let in_theme = path.starts_with("themes/");
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((_, ending)) = name.rsplit_once('.') else {
        return if in_theme { Kind::Ignored } else { Kind::Unknown };
    };
    match ending.to_ascii_lowercase().as_str() {
        "md" => Kind::Read(Content::Text),
        "yaml" | "yml" => Kind::Read(Content::Facts),
        "csv" => Kind::Read(Content::Table),
        "png" | "jpg" | "jpeg" | "webp" | "gif" | "avif" => Kind::Read(Content::Asset),
        "svg" if !in_theme => Kind::Svg,
        "html" | "css" | "js" | "mjs" | "txt" | "svg" | "xml" | "json" | "webmanifest" if in_theme => {
            Kind::Read(Content::Text)
        }
        "woff2" | "ico" if in_theme => Kind::Read(Content::Asset),
        _ => Kind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides_in_any_case() {
        assert_eq!(of("content/a/index.ja.MD"), Kind::Read(Content::Text));
        assert_eq!(of("content/a/photo.JPG"), Kind::Read(Content::Asset));
        assert_eq!(of("content/a/data.xlsx"), Kind::Unknown);
        assert_eq!(of("content/a/picture.svg"), Kind::Svg);
        assert_eq!(of("themes/default/logo.svg"), Kind::Read(Content::Text));
        assert_eq!(of("themes/default/LICENSE"), Kind::Ignored);
        assert_eq!(of("content/a.b/LICENSE"), Kind::Unknown);
    }
}
