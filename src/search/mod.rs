//! Stage 5, search.
mod ipadic;
mod words;
