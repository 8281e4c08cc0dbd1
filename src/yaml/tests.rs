//! Small YAML texts and what is said about them.
