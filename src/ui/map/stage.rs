//! The camera of one map and the elements it moves. Imperative, outside the virtual document.

use web_sys::Element;

use crate::{
    layout::Direction,
    view::{
        camera::{Camera, Extent, MapPoint, WindowPoint},
        drawing::Drawing,
        gesture::{Gesture, Pointers},
        pixels::{fine, held, px},
    },
};

/// Below this scale names are too small to read.
const FAR: f32 = 0.68;
/// Below this scale years, which are set smaller, are too small to read.
const SMALL: f32 = 0.88;
/// From this scale on even dots have room for names.
const NEAR: f32 = 1.75;
/// How far a map may be dragged beyond its edge, in pixels.
const SLACK: f32 = 60.0;

/// The camera, the pointers, and what is needed to keep the camera within bounds.
#[derive(Debug, Default)]
pub(super) struct Stage {
    pub(super) camera: Camera,
    pub(super) pointers: Pointers,
    map: Extent,
    window: Extent,
    /// Pixels at the lower edge that a sheet covers.
    pub(super) covered: f32,
    /// Pixels at the upper edge that the heads of the folds cover, whatever the scale.
    pub(super) heads: f32,
}

impl Stage {
    /// Takes a new map or window.
    pub(super) fn measure(&mut self, drawing: &Drawing, window: Extent) {
        self.map = Extent { width: drawing.width, height: drawing.height };
        self.window = window;
    }

    fn free(&self) -> Extent {
        Extent { height: (self.window.height - self.covered).max(80.0), ..self.window }
    }

    /// The opening view: everything where it is readable so, else from the upper left corner: as wide as the window where that
    /// is readable, at the least readable scale otherwise.
    pub(super) fn open(&mut self, least: f32) {
        let fitting = Camera::fitting(self.map, self.free(), 1.0);
        let wide = (self.window.width / self.map.width.max(1.0)).min(1.0);
        self.camera =
            if fitting.scale >= least { fitting } else { Camera::at_scale(wide.max(least), self.map, self.free()) };
        self.clear_heads();
    }

    /// Moves a map that is drawn smaller than it is down, so that what begins below the heads still does.
    fn clear_heads(&mut self) {
        let Camera { scale, y, .. } = self.camera;
        self.camera.y = y.max(self.heads * (1.0 - scale));
    }

    /// Everything, at no larger a scale than `most`.
    pub(super) fn fit(&mut self, most: f32) {
        self.camera = Camera::fitting(self.map, self.free(), most);
        self.clear_heads();
    }

    /// Everything across, at most at its own size, from the upper edge. Gives the height that this takes, in pixels.
    pub(super) fn along(&mut self) -> f32 {
        let scale = (self.window.width / self.map.width.max(1.0)).min(1.0);
        self.camera = Camera { scale, x: (self.window.width - self.map.width * scale) / 2.0, y: 0.0 };
        self.map.height * scale
    }

    pub(super) fn zoom(&mut self, about: Option<WindowPoint>, factor: f32) {
        let free = self.free();
        let about = about.unwrap_or(WindowPoint { x: free.width / 2.0, y: free.height / 2.0 });
        self.camera = self.held(self.camera.zoomed(about, factor));
    }

    pub(super) fn pan(&mut self, dx: f32, dy: f32) {
        self.camera = self.held(self.camera.panned(dx, dy));
    }

    /// Follows a gesture; whether anything moved.
    pub(super) fn follow(&mut self, gesture: Gesture) -> bool {
        match gesture {
            Gesture::Nothing => return false,
            Gesture::Pan { dx, dy } => self.pan(dx, dy),
            Gesture::Pinch { about, factor, dx, dy } => {
                self.camera = self.held(self.camera.panned(dx, dy).zoomed(about, factor));
            }
        }
        true
    }

    /// Brings a map point into the free part, away from its edges and from the heads of the folds.
    pub(super) fn show(&mut self, at: MapPoint, direction: Direction) {
        let free = self.free();
        let (left, top): (f32, f32) = match direction {
            Direction::Across => (40.0, 120.0),
            Direction::Down => (84.0, 40.0),
        };
        let from = WindowPoint { x: left, y: top.min(free.height / 2.0) };
        let to = WindowPoint { x: free.width - 120.0, y: free.height - 48.0 };
        self.camera = self.camera.showing(at, from, to);
    }

    fn held(&self, camera: Camera) -> Camera {
        let room = Extent { height: self.map.height + self.covered / camera.scale, ..self.map };
        camera.held(room, self.window, SLACK)
    }

    /// Writes the camera to the document: one transform for the map, one for each head.
    pub(super) fn write(&self, root: &Element, drawing: &Drawing) {
        let Camera { scale, x, y } = self.camera;
        // None of these calls fails for the elements we render ourselves.
        if let Ok(Some(camera)) = root.query_selector("[data-part=camera]") {
            let _ =
                camera.set_attribute("transform", &format!("translate({} {}) scale({})", px(x), px(y), fine(scale)));
        }
        if let Ok(heads) = root.query_selector_all("[data-part=head]") {
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
}
