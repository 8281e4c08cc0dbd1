//! The search page. The form and the place of the results; the search itself runs in the browser.

use serde::Serialize;

use super::Body;
use crate::render::flow::Flow;

#[derive(Serialize)]
struct View {
    /// Folder of the search's files, from the page.
    folder: String,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    Body::new(&View { folder: format!("{}search/", flow.page.root()) })
}
