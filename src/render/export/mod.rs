//! The plan as open data, below `data/`: what other tools read. Its form is a contract; see `docs/`.

pub(crate) mod plan_json;
pub(crate) mod targets;
