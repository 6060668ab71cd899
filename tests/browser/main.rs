//! The built app in a real Chromium: what a visitor does, on the real file and on another district's.
//!
//! `make test` builds the app into `dist/` first. Every test has a browser profile and a server of its own.

mod axe;
mod faults;
mod house;
mod over;
mod parts;
mod pictures;
mod places;
mod stories;
mod visitor;

use house::House;
