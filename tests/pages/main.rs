//! Pages and maps rendered to HTML natively, as they would be at build time: no window, no storage, no clock.
#![cfg(all(feature = "ui", feature = "curate"))]

mod about;
mod every;
mod formats;
mod heads;
mod home;
mod known;
mod legend;
mod list;
mod near;
mod over;
mod panel;
mod places;
mod plans;
mod plates;
mod report;
mod stand;
mod stories;
mod sweep;
mod time;
mod titles;
mod walks;
