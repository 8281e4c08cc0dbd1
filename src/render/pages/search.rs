//! The search page. The form and the place of the results; the search itself runs in the browser, and takes
//! its words from the attributes of that place.

use serde::Serialize;

use super::Body;
use crate::plan::NodeKind;
use crate::render::flow::Flow;
use crate::render::strings::{self, Key};

#[derive(Serialize)]
struct View {
    kinds: Vec<Kind>,
}

/// What a kind of node is called beside a result.
#[derive(Serialize)]
struct Kind {
    /// As in `plan.json`.
    name: NodeKind,
    label: String,
}

const KINDS: [(NodeKind, Key); 11] = [
    (NodeKind::Volume, strings::KIND_VOLUME),
    (NodeKind::Chapter, strings::KIND_CHAPTER),
    (NodeKind::Section, strings::KIND_SECTION),
    (NodeKind::Policy, strings::KIND_POLICY),
    (NodeKind::Initiative, strings::KIND_INITIATIVE),
    (NodeKind::Measure, strings::KIND_MEASURE),
    (NodeKind::Action, strings::KIND_ACTION),
    (NodeKind::Detail, strings::KIND_DETAIL),
    (NodeKind::Target, strings::KIND_TARGET),
    (NodeKind::Term, strings::KIND_TERM),
    (NodeKind::Institution, strings::KIND_INSTITUTION),
];

pub(super) fn body(flow: &mut Flow<'_>) -> Result<Body, tera::Error> {
    let kind = |&(name, key): &(NodeKind, Key)| Kind { name, label: flow.site.strings.get(key).to_owned() };
    Body::new(&View { kinds: KINDS.iter().map(kind).collect() })
}
