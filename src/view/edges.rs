//! What of a map is beyond the edges of its window: a map that shows a part of itself says so, and cuts no name.

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

/// So far the signs of the edges, which stand on the upper and the lower one, reach into the window.
const SIGN: f32 = 13.0;

/// By node, the edge (in the order of [`EDGES`]) beyond which it is, with pane and name; `None` where all of it is in sight. What stands
/// under a sign is not in sight.
pub fn beyond(drawing: &Drawing, looks: &Emphasis, camera: Camera, window: Extent) -> Vec<Option<usize>> {
    let out = |inset: f32| -> Vec<Option<usize>> {
        let edge = |at: usize| {
            let (first, last) = emphasis::name_area(drawing, at, looks.nodes[at]).corners();
            let (first, last) = (camera.to_window(first), camera.to_window(last));
            let over = [inset - first.y, last.x - window.width, last.y + inset - window.height, -first.x];
            let farthest = (0..over.len()).max_by(|a, b| over[*a].total_cmp(&over[*b]).then(b.cmp(a)))?;
            (over[farthest] > SLACK).then_some(farthest)
        };
        (0..drawing.nodes.len()).map(edge).collect()
    };
    let found = out(0.0);
    if found.iter().all(Option::is_none) { found } else { out(SIGN) }
}
