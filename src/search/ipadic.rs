//! The IPADIC dictionary, built by `build.rs` and carried in the binary.
//!
//! A file of its own because the macro brings its own statics, and a loader it does not document.
#![allow(missing_docs)]

lindera_dictionary::embedded_dictionary!("/lindera-ipadic", Ipadic);
