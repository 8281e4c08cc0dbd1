//! keikaku turns a public body's plan, kept as Markdown and YAML, into a static website.
pub mod characters;
pub mod diag;
pub mod lang;
pub mod load;
pub mod parse;
pub mod plan;
pub mod render;
pub mod resolve;
pub mod search;
pub mod site;
pub mod source;
pub mod yaml;
