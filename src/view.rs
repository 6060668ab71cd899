//! What is on screen, still pure: the address, the camera, gestures, what is lit, which labels fit.
//!
//! The address is the state. Nothing here knows of Yew, of the document or of a clock.

pub mod address;
pub mod camera;
pub mod drawing;
pub mod edges;
pub mod emphasis;
pub mod gesture;
pub mod ground;
pub mod labels;
pub mod over;
pub mod pick;
pub mod pixels;
pub mod qr;
pub mod reading;
pub mod scene;
pub mod sheet;
pub mod show;
pub mod state;
pub mod tale;
pub mod timeline;
pub mod walk;

pub use address::{Address, Change, Page, Query, Theme, View};
pub use state::{Action, apply};
