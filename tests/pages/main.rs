//! Pages and maps rendered to HTML natively, as they would be at build time: no window, no storage, no clock.
#![cfg(all(feature = "ui", feature = "curate"))]

mod every;
mod formats;
mod heads;
mod known;
mod near;
mod over;
mod plans;
mod plates;
mod report;
mod stand;
mod stories;
mod sweep;
mod titles;
mod walks;
