//! From bytes to a catalog. Loading never fails on data: it gives what is right and a list of findings.

pub mod document;
pub mod json;
pub mod limits;
