//! The face: the only code that names Yew or the browser.
//!
//! State is the address and goes by props from [`app::App`]; two contexts hold what never changes after loading: the library
//! and the way to dispatch. Components read neither window, storage, viewport nor clock while rendering, so that the same
//! components can be rendered natively. What the browser tells comes in by effects, through [`browser`] and [`hooks`].

pub mod app;
pub mod ask;
pub mod badge;
pub mod browser;
pub mod context;
pub mod elsewhere;
pub mod gestures;
pub mod ground;
pub mod hooks;
pub mod link;
pub mod map;
pub mod marks;
pub mod over;
pub mod pages;
pub mod pane;
pub mod panel;
pub mod part;
pub mod picture;
pub mod search_box;
pub mod share;
pub mod shell;
pub mod stage;
pub mod text;

#[cfg(feature = "web")]
pub use part::start;
