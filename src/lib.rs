//! keikaku turns a public body's plan, kept as Markdown and YAML, into a static website.
pub mod diag;
pub mod lang;
pub mod output;
pub mod plan;
pub mod site;
pub mod source;
