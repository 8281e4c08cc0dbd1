//! The page of the institutions: the support matrix of each volume, each institution at its address.

use serde::Serialize;

use super::Body;
use crate::render::data::institutions;
use crate::render::flow::Flow;
use crate::render::html::{Html, Writer};

#[derive(Serialize)]
struct View {
    volumes: Vec<Matrix>,
}

#[derive(Serialize)]
struct Matrix {
    title_html: Html,
    table_html: Html,
}

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let site = flow.site;
    let volumes = site.plan.volumes.iter().filter_map(|volume| {
        let mut w = Writer::default();
        institutions::write(flow, &mut w, volume.institutions.as_ref()?);
        Some(Matrix { title_html: site.words(&volume.title).html(), table_html: w.finish() })
    });
    Body::new(&View { volumes: volumes.collect() })
}
