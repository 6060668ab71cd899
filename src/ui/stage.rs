//! The camera of one map, the pointers on it, and what keeps it within bounds. Imperative, outside the virtual document.

use web_sys::Element;

use crate::view::{
    camera::{Camera, Extent, MapPoint, SLACK, WindowPoint},
    gesture::{Gesture, Pointers},
    pixels::{fine, px},
};

/// The camera, the pointers, and what is needed to keep the camera within bounds.
#[derive(Debug, Default)]
pub struct Stage {
    /// Where it looks.
    pub camera: Camera,
    /// The pointers that are down on it.
    pub pointers: Pointers,
    map: Extent,
    window: Extent,
    /// Pixels at the lower edge that a sheet covers.
    pub covered: f32,
    /// Pixels at the upper edge that the heads of the folds cover, whatever the scale.
    pub heads: f32,
    /// While the page is printed: what shows all that belongs on the paper, in place of the camera, and how much that is.
    paper: Option<(Camera, Extent)>,
}

impl Stage {
    /// Takes a new map or window.
    pub fn measure(&mut self, map: Extent, window: Extent) {
        self.map = map;
        self.window = window;
    }

    /// The camera that the document is written by.
    pub fn seen(&self) -> Camera {
        self.paper.map_or(self.camera, |(camera, _)| camera)
    }

    /// The size of what the document shows the map in: the free part of its window, or the paper.
    pub fn sheet(&self) -> Extent {
        self.paper.map_or(self.free(), |(_, paper)| paper)
    }

    /// Moves the map by most of its window, and by no less than `least` pixels, so that what is beyond an edge comes into sight: -1, 0
    /// or 1 windows to the right and down.
    pub fn turn(&mut self, (right, down): (f32, f32), least: f32) {
        const PART: f32 = 0.7;
        /// So far from the edge the nearest comes to stand.
        const AFTER: f32 = 40.0;
        let Extent { width, height } = self.free();
        let by = |part: f32| (PART * part).max(least + AFTER);
        self.pan(-right * by(width), -down * by(height));
    }

    /// Puts the whole map on paper, as it is drawn.
    pub fn print_map(&mut self) {
        self.paper = Some((Camera::default(), self.map));
    }

    /// Puts on paper what the window would hold after a movement. The reader's camera stays where it is.
    pub fn print_window(&mut self, show: impl FnOnce(&mut Self)) {
        let camera = self.camera;
        show(self);
        self.paper = Some((std::mem::replace(&mut self.camera, camera), self.window));
    }

    /// Comes back from paper to the screen.
    pub fn end_print(&mut self) {
        self.paper = None;
    }

    fn free(&self) -> Extent {
        Extent { height: (self.window.height - self.covered).max(80.0), ..self.window }
    }

    /// The opening view: everything where it is readable so, else from the upper left corner: as wide as the window where that
    /// is readable, at the least readable scale otherwise.
    pub fn open(&mut self, least: f32) {
        let fitting = self.whole(1.0);
        if fitting.scale >= least {
            self.camera = fitting;
            return;
        }
        let wide = (self.window.width / self.map.width.max(1.0)).min(1.0);
        self.camera = Camera::at_scale(wide.max(least), self.map, self.free());
        self.clear_heads();
    }

    /// Everything, at no larger a scale than `most`, within what the heads leave free: they keep their size when the map is smaller.
    fn whole(&self, most: f32) -> Camera {
        let below = |extent: Extent| Extent { height: extent.height - self.heads, ..extent };
        let camera = Camera::fitting(below(self.map), below(self.free()), most);
        camera.panned(0.0, self.heads * (1.0 - camera.scale))
    }

    /// Moves a map that is drawn smaller than it is down, so that what begins below the heads still does.
    fn clear_heads(&mut self) {
        let Camera { scale, y, .. } = self.camera;
        self.camera.y = y.max(self.heads * (1.0 - scale));
    }

    /// Everything, at no larger a scale than `most`.
    pub fn fit(&mut self, most: f32) {
        self.camera = self.whole(most);
    }

    /// Everything across, at most at its own size, from the upper edge. Gives the height that this takes, in pixels.
    pub fn along(&mut self) -> f32 {
        let scale = (self.window.width / self.map.width.max(1.0)).min(1.0);
        self.camera = Camera { scale, x: (self.window.width - self.map.width * scale) / 2.0, y: 0.0 };
        self.map.height * scale
    }

    /// Scales the map about a point of the window, by itself about the middle of the free part.
    pub fn zoom(&mut self, about: Option<WindowPoint>, factor: f32) {
        let free = self.free();
        let about = about.unwrap_or(WindowPoint { x: free.width / 2.0, y: free.height / 2.0 });
        self.camera = self.held(self.camera.zoomed(about, factor));
    }

    /// Moves the map by pixels.
    pub fn pan(&mut self, dx: f32, dy: f32) {
        self.camera = self.held(self.camera.panned(dx, dy));
    }

    /// Follows a gesture; whether anything moved.
    pub fn follow(&mut self, gesture: Gesture) -> bool {
        match gesture {
            Gesture::Nothing => return false,
            Gesture::Pan { dx, dy } => self.pan(dx, dy),
            Gesture::Pinch { about, factor, dx, dy } => {
                self.camera = self.held(self.camera.panned(dx, dy).zoomed(about, factor));
            }
        }
        true
    }

    /// Brings a part of the map into the free part, with margins in pixels to the left and above, and to the right and below.
    pub fn show(&mut self, part: (MapPoint, MapPoint), before: (f32, f32), after: (f32, f32)) {
        let free = self.free();
        let from = WindowPoint { x: before.0, y: before.1.min(free.height / 2.0) };
        let to = WindowPoint { x: free.width - after.0, y: free.height - after.1 };
        self.camera = self.camera.showing(part, from, to);
    }

    /// Writes the camera to the document: the transform of all that it moves. What is on paper is scaled to it by the browser, which
    /// alone knows how large that is, and only after it has asked for the page.
    pub fn write(&self, map: &Element) {
        let Camera { scale, x, y } = self.seen();
        // None of these calls fails for the elements we render ourselves.
        if let Some(drawn) = map.first_element_child() {
            let _ = match self.paper {
                Some((_, Extent { width, height })) => {
                    drawn.set_attribute("viewBox", &format!("0 0 {} {}", px(width), px(height)))
                }
                None => drawn.remove_attribute("viewBox"),
            };
        }
        if let Ok(Some(camera)) = map.query_selector("[data-part=camera]") {
            let _ =
                camera.set_attribute("transform", &format!("translate({} {}) scale({})", px(x), px(y), fine(scale)));
        }
    }

    /// Everything between two map points, with margins in pixels to the left and above, and to the right and below, at no larger a
    /// scale than `most`.
    pub fn frame(&mut self, (from, to): (MapPoint, MapPoint), before: (f32, f32), after: (f32, f32), most: f32) {
        let free = self.free();
        let part = Extent { width: to.x - from.x, height: to.y - from.y };
        let inner = Extent {
            width: (free.width - before.0 - after.0).max(40.0),
            height: (free.height - before.1 - after.1).max(40.0),
        };
        let camera = Camera::fitting(part, inner, most);
        let at = |from: f32, part: f32, inner: f32, before: f32| {
            before + (inner - part * camera.scale) / 2.0 - from * camera.scale
        };
        let x = at(from.x, part.width, inner.width, before.0);
        let y = at(from.y, part.height, inner.height, before.1);
        self.camera = self.held(Camera { x, y, ..camera });
    }

    fn held(&self, camera: Camera) -> Camera {
        let room = Extent { height: self.map.height + self.covered / camera.scale, ..self.map };
        camera.held(room, self.window, SLACK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_leaves_the_camera_where_the_reader_had_it() {
        let mut stage = Stage::default();
        stage.measure(Extent { width: 1000.0, height: 1200.0 }, Extent { width: 400.0, height: 300.0 });
        stage.zoom(None, 1.4);
        stage.pan(-30.0, -40.0);
        let reader = stage.camera;
        let part = (MapPoint { x: 900.0, y: 1000.0 }, MapPoint { x: 950.0, y: 1100.0 });
        let show: [&dyn Fn(&mut Stage); 2] =
            [&Stage::print_map, &|stage| stage.print_window(|stage| stage.frame(part, (8.0, 8.0), (8.0, 8.0), 4.0))];
        for show in show {
            show(&mut stage);
            let (_, paper) = stage.paper.expect("it is on paper");
            let last = stage.seen().to_window(part.1);
            assert!(last.x <= paper.width && last.y <= paper.height, "{last:?} of {paper:?}");
            stage.end_print();
            assert_eq!(stage.seen(), reader);
        }
    }

    #[test]
    fn all_of_a_map_is_in_sight_below_heads_that_keep_their_size() {
        let mut stage = Stage { heads: 92.0, ..Stage::default() };
        stage.measure(Extent { width: 1000.0, height: 1200.0 }, Extent { width: 1000.0, height: 600.0 });
        for show in [|stage: &mut Stage| stage.fit(1.0), |stage: &mut Stage| stage.open(0.2)] {
            show(&mut stage);
            let [first, last] = [92.0, 1200.0].map(|y| stage.camera.to_window(MapPoint { x: 0.0, y }).y);
            assert!(first > 91.9 && last < 600.1, "from {first} to {last}");
        }
    }
}
