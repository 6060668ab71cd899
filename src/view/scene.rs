//! How a step of a story is drawn: the first of several ways in which all of it is seen, named, and read.
//!
//! A few things are windows with their pictures, more of them tiles, many of them tiles close together. Whether a way does is judged on
//! what it draws, since how much room a chain takes depends on its links.

use super::{
    camera::Extent,
    drawing::{self, Drawing, ON_SCREEN, Room, Size, Wanted},
    emphasis,
};
use crate::{
    model::{Catalog, Lang},
    trace::Trace,
};

/// The smallest name that is read, in pixels. A step in which one is smaller is shown in part.
pub const READ: f32 = 10.6;

/// Below this scale the map leaves names out.
const NAMED: f32 = 0.7;

/// A phone has a higher map for a step with more than so many things.
const MANY: usize = 6;

/// Where a step is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The room of the page.
    pub room: Room,
    /// Width and height of the map.
    pub extent: Extent,
    /// Whether it is a museum screen, which is read from two paces away, and on which nobody drags the map.
    pub museum: bool,
}

/// A way to draw a step.
struct Way {
    size: Size,
    room: Room,
    /// How much larger than its measures it is tried, the largest first.
    scales: &'static [f32],
    /// The smallest name with which it does, in pixels.
    least: f32,
}

const fn way(size: Size, room: Room, scales: &'static [f32], least: f32) -> Way {
    Way { size, room, scales, least }
}

/// On a phone.
const PHONE: &[Way] = &[
    way(Size::Panes, Room::Narrow, &[1.2, 1.0, 0.87], 11.0),
    way(Size::Scene, Room::Narrow, &[1.2, 1.0, 0.9], 11.0),
    way(Size::Close, Room::Narrow, &[1.1, 1.0, 0.9, 0.8], 11.0),
    way(Size::Close, Room::Wide, &[1.1, 1.0, 0.9, 0.8], 11.0),
    way(Size::Closest, Room::Narrow, &[1.0, 0.9, 0.83, 0.76], READ),
    way(Size::Closest, Room::Wide, &[1.0, 0.9, 0.83, 0.76], READ),
];

/// On a desk and a tablet.
const DESK: &[Way] = &[
    way(Size::Panes, Room::Wide, &[1.0], 11.5),
    way(Size::Panes, Room::Narrow, &[1.7, 1.4, 1.1], 13.0),
    way(Size::Scene, Room::Wide, &[1.6], 12.5),
    way(Size::Scene, Room::Middle, &[1.6, 1.3], 12.5),
    way(Size::Scene, Room::Narrow, &[1.6, 1.3, 1.0], 11.5),
    way(Size::Close, Room::Wide, &[1.3, 1.0], 11.5),
    way(Size::Close, Room::Narrow, &[1.3, 1.0], 11.5),
    way(Size::Closest, Room::Narrow, &[1.3, 1.2, 1.1, 1.0, 0.9], READ),
    way(Size::Closest, Room::Wide, &[1.0, 0.9], READ),
];

/// On a museum screen. It has windows wherever a desk of its size has them.
const MUSEUM: &[Way] = &[
    way(Size::Panes, Room::Wide, &[1.5], 16.0),
    way(Size::Panes, Room::Narrow, &[2.6, 2.1, 1.7, 1.4, 1.1, 0.9], 11.0),
    way(Size::Scene, Room::Wide, &[2.4, 1.8], 15.0),
    way(Size::Scene, Room::Middle, &[2.4, 1.8, 1.4], 13.0),
    way(Size::Scene, Room::Narrow, &[2.0, 1.6, 1.3, 1.0, 0.9], 11.0),
    way(Size::Close, Room::Narrow, &[2.0, 1.5, 1.1, 0.9], 11.0),
    way(Size::Close, Room::Wide, &[2.0, 1.5, 1.1, 0.9], 11.0),
];

/// The ways that are tried in a frame, the best first.
fn ways(frame: &Frame) -> &'static [Way] {
    match frame.room {
        Room::Narrow => PHONE,
        _ if frame.museum => MUSEUM,
        _ => DESK,
    }
}

/// Whether a phone has a higher map for what a trace lights.
pub fn is_full(trace: &Trace) -> bool {
    trace.up.reached.len() + trace.down.reached.len() + 1 > MANY
}

/// A step as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What is drawn.
    pub drawing: Drawing,
    /// The greatest scale at which it is shown.
    pub most: f32,
    /// The scale at which all of it is in the frame, at most that.
    pub scale: f32,
    /// How small its smallest name is then, in pixels; nothing where one has no room for its name.
    pub smallest: f32,
}

fn smallest_font(drawing: &Drawing) -> f32 {
    drawing.nodes.iter().map(|node| node.font).reduce(f32::min).unwrap_or(READ)
}

impl Scene {
    fn new(drawing: Drawing, trace: &Trace, extent: Extent, most: f32) -> Self {
        let scale = (extent.width / drawing.width).min(extent.height / drawing.height).min(most);
        let looks = emphasis::of(&drawing, Some(trace), |_| false, |_| false);
        let is_named = looks.nodes.iter().all(|look| look.named);
        let smallest = if is_named { smallest_font(&drawing) * scale } else { 0.0 };
        Self { drawing, most, scale, smallest }
    }

    /// Whether it can be read with names of at least so many pixels.
    fn does(&self, least: f32) -> bool {
        self.smallest >= least && self.scale >= NAMED
    }

    /// Whether all of it can be shown at once.
    pub fn is_whole(&self) -> bool {
        self.does(READ)
    }

    /// The scale below which a name is not read.
    pub fn readable(&self) -> f32 {
        (READ / smallest_font(&self.drawing)).max(NAMED)
    }
}

/// The larger of two, by their smallest names; the first where these are as large.
fn larger(a: Option<Scene>, b: Scene) -> Scene {
    a.filter(|a| a.smallest >= b.smallest).unwrap_or(b)
}

/// Draws what a trace lights in a frame, in the first way that does, else in the one in which the smallest name is largest.
pub fn draw(catalog: &Catalog, trace: &Trace, lang: Lang, frame: &Frame) -> Option<Scene> {
    let Frame { extent, .. } = *frame;
    let mut best = None;
    for way in ways(frame) {
        let mut found = None;
        for most in way.scales {
            let wanted = Wanted {
                lens: trace.request.lens,
                lang,
                room: way.room,
                size: way.size,
                fill: (extent.width / most, extent.height / most),
                only: Some(trace.request),
                wrap: false,
                effort: ON_SCREEN,
            };
            let scene = Scene::new(drawing::draw(catalog, &wanted), trace, extent, *most);
            // What fills the frame at the scale it was made for is only smaller at a lesser one.
            let is_filled = scene.smallest > 0.0 && scene.scale >= 0.99 * most;
            found = Some(larger(found, scene));
            if is_filled {
                break;
            }
        }
        if found.as_ref().is_some_and(|scene| scene.does(way.least)) {
            return found;
        }
        if let Some(scene) = found {
            best = Some(larger(best, scene));
        }
    }
    best
}
