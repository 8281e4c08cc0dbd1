//! The plan as open data, below `data/`: what other tools read. Its form is a contract; see `docs/`.

mod plan_facts;
pub(crate) mod plan_json;
pub(crate) mod targets;
