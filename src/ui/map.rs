//! The chain map: a drawing shown through a camera.
//!
//! Camera and pointers live outside the virtual document: [`written`] and the stage write the camera to the document themselves, and no
//! `html!` names the attributes it writes. INVARIANT: the map's element stays mounted while its page is shown; a new drawing
//! changes what is inside it.

mod board;
mod controls;
mod cord;
mod definitions;
mod edges;
mod folds;
mod hand;
mod host;
mod keys;
pub mod legend;
mod line;
mod node;
mod use_board;
mod use_camera;
mod use_drawing;
mod use_scene;
mod written;

pub use controls::controls;
pub use folds::NARROWED;
pub use host::{ChainMap, Opening};
pub use use_drawing::{use_drawing, use_trace};
pub use use_scene::{Staged, use_scene};
