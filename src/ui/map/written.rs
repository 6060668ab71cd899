//! What follows the camera in the document: the heads of the folds, and how near the map is seen.

use web_sys::Element;

use crate::{
    layout::Direction,
    view::{
        camera::Camera,
        drawing::Drawing,
        pixels::{held, px},
    },
};

/// Below this scale names are too small to read.
const FAR: f32 = 0.68;
/// Below this scale years, which are set smaller, are too small to read.
const SMALL: f32 = 0.88;
/// From this scale on even dots have room for names.
const NEAR: f32 = 1.75;

/// How far from the left and upper edges of its window something is brought to be seen, beside the heads.
pub(super) fn margins(direction: Direction) -> (f32, f32) {
    match direction {
        Direction::Across => (40.0, 120.0),
        Direction::Down => (84.0, 40.0),
    }
}

/// Writes to the document what follows the camera: one transform for each head, and how near the map is seen.
pub(super) fn write(Camera { scale, x, y }: Camera, root: &Element, drawing: &Drawing) {
    // The heads lie above all else, last in the drawing. A search from the root would pass everything that is drawn, for each frame
    // of a drag.
    let heads = root.first_element_child().and_then(|drawn| drawn.last_element_child());
    let heads = heads.filter(|heads| heads.get_attribute("data-part").is_some_and(|part| part == "heads"));
    // None of these calls fails for the elements we render ourselves.
    if let Some(Ok(heads)) = heads.map(|heads| heads.query_selector_all("[data-part=head]")) {
        for place in 0..heads.length() {
            let (Some(head), Some(fold)) = (heads.item(place), drawing.folds.get(place as usize)) else { continue };
            let Some(head) = wasm_bindgen::JsCast::dyn_ref::<Element>(&head) else { continue };
            let (from, long) = (fold.start * scale, fold.extent * scale);
            let transform = match drawing.direction {
                Direction::Across => format!("translate({} 0)", px(from + x)),
                // A head stays in the visible part of its fold, so that it is known which fold one is in.
                Direction::Down => {
                    let middle = from + y + long / 2.0;
                    let (low, high) = (from + y + 44.0, from + y + long - 44.0);
                    let seen = held(middle, low.min(middle), high.max(middle)).max(44.0).min(high.max(low));
                    format!("translate(0 {})", px(seen))
                }
            };
            let _ = head.set_attribute("transform", &transform);
        }
    }
    let level = if scale < FAR {
        "far"
    } else if scale < SMALL {
        "small"
    } else if scale >= NEAR {
        "near"
    } else {
        "middle"
    };
    let _ = root.set_attribute("data-level", level);
}
