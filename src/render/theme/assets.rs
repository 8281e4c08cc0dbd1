//! The files a page loads: one style sheet and the theme's scripts, with the hashes that browsers check.
//!
//! Comes in: the theme's files. Goes out: what to publish, and for each file the address with a query that
//! changes with its content, and its `integrity`.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use super::super::view::{Asset, Assets};

/// The style sheets joined in the order of their names, and each script.
pub(super) fn build(files: &BTreeMap<&str, &str>) -> (Assets, Vec<(String, String)>) {
    let mut published = Vec::new();
    let mut style = String::new();
    let mut assets = Assets { search: super::unchecked_search(), ..Assets::default() };
    for (path, text) in files {
        if path.starts_with("css/") && path.ends_with(".css") {
            style.push_str(text);
            if !text.ends_with('\n') {
                style.push('\n');
            }
        } else if let Some(name) = path.strip_prefix("js/").filter(|name| name.ends_with(".js")) {
            let path = format!("assets/{name}");
            assets.scripts.push(asset(&path, text));
            published.push((path, (*text).to_owned()));
        }
    }
    let path = "assets/theme.css";
    assets.styles.push(asset(path, &style));
    published.push((path.to_owned(), style));
    (assets, published)
}

/// A file by its path below the site's root, and its text.
pub(super) fn asset(path: &str, text: &str) -> Asset {
    let hash = Sha384::digest(text.as_bytes());
    let short: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    Asset { path: format!("{path}?v={short}"), integrity: format!("sha384-{}", STANDARD.encode(hash)) }
}
