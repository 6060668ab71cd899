//! What is wrong with a file, said so that a curator can mend it.
//!
//! A [`Finding`] is a value: a code, a place and the words it is about. It is put into words of a language only when it is shown.

pub mod code;
pub mod finding;
pub mod near;
pub mod pictures;
pub mod words;

pub use code::{Code, Severity};
pub use finding::{Finding, Place};
