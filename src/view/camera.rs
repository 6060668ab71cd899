//! The camera: how map units become pixels of the map's window.
//!
//! `window = map * scale + offset`. Map and window points are different types, converted here only.

use super::pixels::held;

/// By how much a key or a button makes a map larger; the other way it makes it smaller by as much.
pub const CLOSER: f32 = 1.4;

/// How far a map may be dragged beyond its edge, in pixels.
pub const SLACK: f32 = 60.0;

/// A point in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// Across the map.
    pub x: f32,
    /// Down the map.
    pub y: f32,
}

/// A point in pixels of the map's window, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowPoint {
    /// Across the window.
    pub x: f32,
    /// Down the window.
    pub y: f32,
}

/// The size of a map or of its window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Pixels per map unit.
    pub scale: f32,
    /// Where the map's origin stands in the window.
    pub x: f32,
    /// Where the map's origin stands in the window.
    pub y: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { scale: 1.0, x: 0.0, y: 0.0 }
    }
}

/// The least and the greatest scale.
pub const SCALES: std::ops::RangeInclusive<f32> = 0.2..=4.0;

impl Camera {
    /// Where a map point stands in the window.
    pub fn to_window(self, point: MapPoint) -> WindowPoint {
        WindowPoint { x: point.x * self.scale + self.x, y: point.y * self.scale + self.y }
    }

    /// The map point that stands at a point of the window.
    pub fn to_map(self, point: WindowPoint) -> MapPoint {
        MapPoint { x: (point.x - self.x) / self.scale, y: (point.y - self.y) / self.scale }
    }

    /// The camera moved by pixels.
    #[must_use]
    pub fn panned(self, dx: f32, dy: f32) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// The camera scaled by a factor, the map point under `about` staying where it is.
    #[must_use]
    pub fn zoomed(self, about: WindowPoint, factor: f32) -> Self {
        let scale = held(self.scale * factor, *SCALES.start(), *SCALES.end());
        let real = scale / self.scale;
        Self { scale, x: about.x - (about.x - self.x) * real, y: about.y - (about.y - self.y) * real }
    }

    /// The whole map in the window, centred, at no larger a scale than `most`.
    pub fn fitting(map: Extent, window: Extent, most: f32) -> Self {
        let scale = (window.width / map.width.max(1.0)).min(window.height / map.height.max(1.0)).min(most);
        Self::at_scale(held(scale, *SCALES.start(), *SCALES.end()), map, window)
    }

    /// The map at a scale: centred where it is smaller than the window, from its upper left corner where it is larger.
    pub fn at_scale(scale: f32, map: Extent, window: Extent) -> Self {
        let x = ((window.width - map.width * scale) / 2.0).max(0.0);
        let y = ((window.height - map.height * scale) / 2.0).max(0.0);
        Self { scale, x, y }
    }

    /// The camera moved as little as needed to keep the map in sight: a map larger than the window leaves no margin
    /// of more than `slack` pixels, a smaller one stays inside.
    #[must_use]
    pub fn held(self, map: Extent, window: Extent, slack: f32) -> Self {
        let hold = |offset: f32, map: f32, window: f32| {
            let size = map * self.scale;
            let (low, high) = if size <= window { (0.0, window - size) } else { (window - size, 0.0) };
            held(offset, low - slack, high + slack)
        };
        Self { x: hold(self.x, map.width, window.width), y: hold(self.y, map.height, window.height), scale: self.scale }
    }

    /// The camera moved as little as needed to bring a part of the map, between two corners, into the part of the window between
    /// two others. Of what is larger than that as much is shown as there is room for.
    #[must_use]
    pub fn showing(self, (first, last): (MapPoint, MapPoint), from: WindowPoint, to: WindowPoint) -> Self {
        let (first, last) = (self.to_window(first), self.to_window(last));
        let shift = |first: f32, last: f32, from: f32, to: f32| {
            let (at_start, at_end) = (from - first, to.max(from) - last);
            held(0.0, at_start.min(at_end), at_start.max(at_end))
        };
        self.panned(shift(first.x, last.x, from.x, to.x), shift(first.y, last.y, from.y, to.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Extent = Extent { width: 2000.0, height: 500.0 };
    const WINDOW: Extent = Extent { width: 1000.0, height: 600.0 };

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let about = WindowPoint { x: 300.0, y: 200.0 };
        let camera = Camera { scale: 0.7, x: -40.0, y: 25.0 };
        let before = camera.to_map(about);
        let after = camera.zoomed(about, 1.7).to_map(about);
        assert!((before.x - after.x).abs() < 0.01 && (before.y - after.y).abs() < 0.01);
    }

    #[test]
    fn scale_stays_within_its_bounds() {
        let about = WindowPoint { x: 0.0, y: 0.0 };
        assert_eq!(Camera::default().zoomed(about, 1e9).scale, *SCALES.end());
        assert_eq!(Camera::default().zoomed(about, 0.0).scale, *SCALES.start());
    }

    #[test]
    fn fitting_shows_the_whole_map() {
        let camera = Camera::fitting(MAP, WINDOW, 1.0);
        assert_eq!(camera.scale, 0.5);
        assert_eq!(camera.to_window(MapPoint { x: 2000.0, y: 0.0 }).x, 1000.0);
    }

    #[test]
    fn a_map_cannot_be_lost() {
        for camera in [Camera { scale: 1.0, x: 9e6, y: -9e6 }, Camera { scale: 0.3, x: -9e6, y: 9e6 }] {
            let held = camera.held(MAP, WINDOW, 40.0);
            let (a, b) =
                (held.to_window(MapPoint { x: 0.0, y: 0.0 }), held.to_window(MapPoint { x: 2000.0, y: 500.0 }));
            assert!(a.x < 1000.0 && b.x > 0.0 && a.y < 600.0 && b.y > 0.0, "{held:?}");
        }
    }

    fn shown(first: (f32, f32), last: (f32, f32)) -> (f32, f32) {
        let point = |(x, y)| MapPoint { x, y };
        let free = (WindowPoint { x: 40.0, y: 40.0 }, WindowPoint { x: 960.0, y: 260.0 });
        let Camera { x, y, .. } = Camera::default().showing((point(first), point(last)), free.0, free.1);
        (x, y)
    }

    #[test]
    fn a_point_is_brought_into_the_free_part() {
        assert_eq!(shown((900.0, 550.0), (900.0, 550.0)), (0.0, -290.0));
    }

    #[test]
    fn a_part_in_sight_moves_nothing_and_one_beyond_an_edge_moves_no_further_than_that_edge() {
        assert_eq!(shown((50.0, 50.0), (950.0, 250.0)), (0.0, 0.0));
        assert_eq!(shown((500.0, 10.0), (1100.0, 100.0)), (-140.0, 30.0));
    }

    #[test]
    fn of_a_part_that_is_larger_than_the_room_as_much_is_shown_as_fits() {
        assert_eq!(shown((100.0, 50.0), (2000.0, 250.0)), (-60.0, 0.0));
        assert_eq!(shown((-2000.0, 50.0), (100.0, 250.0)), (860.0, 0.0));
        assert_eq!(shown((-500.0, 50.0), (1500.0, 250.0)), (0.0, 0.0));
    }
}
