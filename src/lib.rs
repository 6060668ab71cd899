//! Taste: reads a district's food chain from one JSON file, traces it, lays it out and tells its stories.
//!
//! Nothing of a particular district stands in the code: stages, kinds, lenses, languages and texts come from the file.

pub mod check;
#[cfg(feature = "curate")]
pub mod curate;
pub mod layout;
pub mod load;
pub mod model;
pub mod search;
pub mod sorting;
pub mod trace;
pub mod view;
pub mod words;

#[cfg(feature = "ui")]
pub mod ui;
