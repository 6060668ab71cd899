//! The built app in a real Chromium: what a visitor does, on the real file and on another district's.
//!
//! `make test` builds the app into `dist/` first. Every test has a browser profile and a server of its own.

mod axe;
mod faults;
mod hand;
mod hooks;
mod house;
mod journey;
mod jumps;
mod maps;
mod nested;
mod over;
mod parts;
mod pictures;
mod places;
mod stories;
mod switches;
mod taking;
mod typing;
mod visitor;

use house::House;
