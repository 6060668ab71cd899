//! What of a map is beyond the edges of its window: a map that shows a part of itself says how much is elsewhere, and where.
//!
//! How it is told and led to follows the pointers to what is off the screen of Zellweger and others, "City Lights" (2003): a sign at the
//! edge behind which it is.

use super::{
    camera::{Camera, Extent},
    drawing::Drawing,
    emphasis::{self, Emphasis},
};

/// The edges of a window, and which way each leads: to the right and down.
pub const EDGES: [(&str, (f32, f32)); 4] =
    [("top", (0.0, -1.0)), ("right", (1.0, 0.0)), ("bottom", (0.0, 1.0)), ("left", (-1.0, 0.0))];

/// So many pixels are lost in reckoning.
const SLACK: f32 = 0.5;

/// So high the signs of the edges of a scene stand along the upper and the lower one, in pixels.
pub const SIGN: f32 = 30.0;

/// Where something is that is not in sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    /// The edge beyond which it is, in the order of [`EDGES`].
    pub edge: usize,
    /// How far the map moves until all of it is in sight, in pixels.
    pub by: f32,
}

/// By how much an area given by two corners is beyond each edge of a window, in pixels, where its signs take `inset` from above and below.
fn over(camera: Camera, window: Extent, inset: f32, area: &super::labels::Area) -> [f32; 4] {
    let (first, last) = area.corners();
    let (first, last) = (camera.to_window(first), camera.to_window(last));
    [inset - first.y, last.x - window.width, last.y + inset - window.height, -first.x]
}

fn farthest(over: [f32; 4]) -> Beyond {
    let edge = (0..over.len()).reduce(|a, b| if over[b] > over[a] { b } else { a }).unwrap_or(0);
    Beyond { edge, by: over[edge] }
}

/// By node of a scene, where it is beyond; `None` where all of it is in sight, pane and name. What stands under a sign is not in sight.
pub fn cut(drawing: &Drawing, looks: &Emphasis, camera: Camera, window: Extent) -> Vec<Option<Beyond>> {
    let out = |inset: f32| -> Vec<Option<Beyond>> {
        let beyond =
            |at: usize| farthest(over(camera, window, inset, &emphasis::name_area(drawing, at, looks.nodes[at])));
        (0..drawing.nodes.len()).map(|at| Some(beyond(at)).filter(|beyond| beyond.by > SLACK)).collect()
    };
    let found = out(0.0);
    if found.iter().all(Option::is_none) { found } else { out(SIGN) }
}

/// By node of a whole plate, where it is beyond, if it is lit; `None` where some of its pane is in sight.
pub fn lit(drawing: &Drawing, looks: &Emphasis, camera: Camera, window: Extent) -> Vec<Option<Beyond>> {
    let beyond = |at: usize| {
        let pane = emphasis::pane_area(drawing, at, looks.nodes[at]);
        let side = (pane.right - pane.left) * camera.scale;
        Some(farthest(over(camera, window, 0.0, &pane))).filter(|beyond| beyond.by >= side - SLACK)
    };
    (0..drawing.nodes.len()).map(|at| looks.nodes[at].is_lit().then(|| beyond(at)).flatten()).collect()
}

/// How many are beyond an edge, and how far the map moves until the nearest of them is in sight, in pixels.
pub fn at_edge(beyond: &[Option<Beyond>], edge: usize) -> (usize, f32) {
    let there = beyond.iter().flatten().filter(|beyond| beyond.edge == edge);
    (there.clone().count(), there.map(|beyond| beyond.by).reduce(f32::min).unwrap_or_default())
}
