//! Where everything stands: a layered layout whose layers are given.
//!
//! The method is that of Sugiyama, Tagawa and Toda (1981) without its first step, because the stages of the chain are the
//! layers: [`layers`] makes long links proper, [`order`] orders each layer, [`coordinates`] places what is ordered, and
//! [`routes`] draws links as polylines. Each stage keeps a contract that the next one relies on.
//!
//! Invariants of a layout:
//! - boxes do not overlap, and every box lies within the band of its stage;
//! - no route passes through a box that is not one of its ends;
//! - the same scene and config give the same layout, bit for bit, natively and in wasm: nothing here reads a clock, a random
//!   source or a hash map, and numbers are only added, subtracted, multiplied, divided and compared.
//!
//! It knows no names, ids or languages; sizes are in pixels at scale 1. "Main" is along the flow, "cross" is across it.

mod coordinates;
mod crossings;
mod layers;
mod order;
mod routes;

pub use crossings::crossings;

/// Which way the chain flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right: main is x, cross is y.
    Across,
    /// Top to bottom: main is y, cross is x.
    Down,
}

/// A stage to be laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageBox {
    /// Its share of the room that is left over; 1 for most.
    pub factor: f32,
    /// A fold in which nothing stands: it is narrow, and links cross it in one stroke.
    pub closed: bool,
    /// The least room for boxes along the flow, for something that is placed there afterwards.
    pub least: f32,
}

/// A box to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeBox {
    /// Position of its stage. A box of a closed or unknown stage stands in the nearest open one.
    pub stage: u32,
    /// Size along the flow.
    pub main: f32,
    /// Size across the flow.
    pub cross: f32,
    /// Offset across the flow, from the box's leading edge, of the line on which links enter and leave.
    pub port: f32,
}

/// What is to be laid out: plain numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Stages in flow order.
    pub stages: Vec<StageBox>,
    /// Boxes.
    pub nodes: Vec<NodeBox>,
    /// Links from upstream to downstream, as positions in `nodes`. Self links and unknown ends get an empty route.
    pub links: Vec<(u32, u32)>,
}

/// Measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Config {
    /// Which way the chain flows.
    pub direction: Direction,
    /// Pixels between boxes of one layer.
    pub gap: f32,
    /// Pixels between links that pass a layer side by side.
    pub lane: f32,
    /// Pixels at the end of each fold in which links bend.
    pub gutter: f32,
    /// Pixels at the beginning of each fold before its boxes.
    pub lead: f32,
    /// Main extent of a closed fold.
    pub closed: f32,
    /// Main extent to fill: what is left over is shared among the open folds.
    pub fill_main: Option<f32>,
    /// Cross extent to fill: boxes are moved apart where there is room.
    pub fill_cross: Option<f32>,
    /// How much work the ordering may do, in units that grow with the scene; see [`order`].
    pub effort: u32,
}

/// A placed box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A link as drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// The polyline; its ends lie on the edges of its boxes. Empty for a link that cannot be drawn.
    pub points: Vec<(f32, f32)>,
}

/// The band of a stage along the flow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// Where it begins.
    pub start: f32,
    /// How long it is.
    pub extent: f32,
}

/// A layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Width of everything.
    pub width: f32,
    /// Height of everything.
    pub height: f32,
    /// Boxes, by position in the scene.
    pub nodes: Vec<Rect>,
    /// Links, by position in the scene.
    pub links: Vec<Route>,
    /// Bands, by position of the stage.
    pub stages: Vec<Band>,
}

/// What stands before what in every layer and how far across the flow, but not yet where along it.
pub struct Arrangement {
    proper: layers::Proper,
    cross: Vec<f32>,
}

impl Arrangement {
    /// Arranges a scene: nearly all the work of a layout.
    pub fn new(scene: &Scene, config: &Config) -> Self {
        let mut proper = layers::proper(scene, config);
        order::improve(&mut proper, config.effort);
        layers::bundle(&mut proper);
        let cross = coordinates::place(&proper, config);
        Self { proper, cross }
    }

    /// Puts what is arranged along the flow. The scene may differ from the arranged one in the extents of its stages
    /// ([`StageBox::least`] and [`StageBox::factor`]), on which the arrangement does not depend.
    pub fn draw(&self, scene: &Scene, config: &Config) -> Layout {
        routes::draw(scene, config, &self.proper, &self.cross)
    }
}

/// Lays out a scene.
pub fn compute(scene: &Scene, config: &Config) -> Layout {
    Arrangement::new(scene, config).draw(scene, config)
}
