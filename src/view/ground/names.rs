//! Which names the place map shows at a scale, and on which side of what they name: as many as fit, the more important first.

use super::{Ground, Stand};
use crate::{
    model::{BaseMap, Catalog, EntityIx, Lang, ShapeKind},
    view::{
        camera::MapPoint,
        labels::{Area, broken, width},
    },
};

/// Half the side of the pane that marks an entity, in pixels whatever the scale.
pub const HALF: f32 = 11.0;
/// The same where the map is seen from afar.
const FAR_HALF: f32 = 8.0;
/// Below this scale the map is seen from afar: panes are smaller there, so that streets full of houses stay legible.
const FAR: f32 = 1.3;
/// How far to the right of the one before it a pane stands where several share a place, in pixels.
const STEP: f32 = 24.0;
/// The font size of names in pixels whatever the scale.
const SIZE: f32 = 13.0;
/// The height of a line in pixels.
const LEADING: f32 = 15.0;
/// Between a pane and its name, in pixels.
const GAP: f32 = 4.0;
/// The least that two names of one line stand apart, in pixels: nearer, they read as one.
const APART: f32 = 8.0;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of its pane.
    Right,
    /// To the left of it.
    Left,
    /// Below it.
    Below,
    /// Above it.
    Above,
    /// In the middle of a shape.
    Over,
}

/// A name to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The index of the stand it names, else of the outline.
    pub of: Result<usize, usize>,
    /// The point that it names, in map units; of a stand whose place others share, beside that by [`shift`].
    pub point: MapPoint,
    /// Its lines.
    pub lines: Vec<String>,
    /// Where it stands.
    pub side: Side,
    /// Where its first baseline begins (right), ends (left) or has its middle, in pixels from the point that it names.
    pub at: (f32, f32),
}

/// Whether panes are small at a scale.
pub fn is_far(scale: f32) -> bool {
    scale < FAR
}

/// Half the side of a pane at a scale, in pixels.
fn half(scale: f32) -> f32 {
    if is_far(scale) { FAR_HALF } else { HALF }
}

/// How far a pane stands to the right of its place, in pixels.
pub fn shift(stand: &Stand) -> f32 {
    STEP * stand.before as f32
}

/// The names that fit at a scale, those of `first` before all others: the more important of two that overlap stays. Pixels are as in
/// [`crate::view::camera::WindowPoint`], but for where the map lies in its window.
pub fn captions(catalog: &Catalog, ground: &Ground, lang: Lang, scale: f32, first: &[EntityIx]) -> Vec<Caption> {
    let Some(map) = &catalog.map else { return Vec::new() };
    let place = |stand: &Stand| (stand.at.x * scale + shift(stand), stand.at.y * scale);
    let half = half(scale);
    let mut named: Vec<Area> = Vec::new();
    let panes: Vec<Area> = ground
        .stands
        .iter()
        .map(|stand| {
            let (x, y) = place(stand);
            Area { left: x - half, top: y - half, right: x + half, bottom: y + half }
        })
        .collect();
    let mut out = Vec::new();
    let rank = |stand: &Stand| first.iter().position(|entity| *entity == stand.entity).unwrap_or(first.len());
    let mut order: Vec<usize> = (0..ground.stands.len()).collect();
    crate::sorting::sort(&mut order, |a, b| {
        let key = |at: usize| (rank(&ground.stands[at]), u32::MAX - standing(catalog, ground.stands[at].entity));
        key(*a).cmp(&key(*b)).then(a.cmp(b))
    });
    // Water first: it tells where one is. Then who was asked for, large streets, everybody else, small streets.
    let (water, streets, small) = kinds(map, ground);
    let asked = order.iter().filter(|at| rank(&ground.stands[**at]) < first.len());
    let others = order.iter().filter(|at| rank(&ground.stands[**at]) >= first.len());
    let all = (water.iter().map(|at| Err(*at)))
        .chain(asked.map(|at| Ok(*at)))
        .chain(streets.iter().map(|at| Err(*at)))
        .chain(others.map(|at| Ok(*at)))
        .chain(small.iter().map(|at| Err(*at)));
    let mut said: Vec<String> = Vec::new();
    for of in all {
        let text = match of {
            Ok(at) => {
                let name = &catalog.entity(ground.stands[at].entity).name;
                name.short.as_ref().unwrap_or(&name.full).words(lang).to_owned()
            }
            Err(at) => map.shapes[ground.outlines[at].shape].name.words(lang).to_owned(),
        };
        // A lake in several pieces is named once.
        if of.is_err() && said.contains(&text) {
            continue;
        }
        let lines = broken(&text, SIZE, 132.0, 2);
        let measure = size(&lines);
        let tries: Vec<((f32, f32), Side)> = match of {
            Ok(at) => {
                let at = place(&ground.stands[at]);
                [Side::Right, Side::Left, Side::Below, Side::Above].map(|side| (at, side)).to_vec()
            }
            Err(at) => {
                let middles = &ground.outlines[at].middles;
                middles.iter().map(|at| ((at.x * scale, at.y * scale), Side::Over)).collect()
            }
        };
        let (right, bottom) = (ground.extent.width * scale, ground.extent.height * scale);
        let fits = tries.into_iter().find_map(|(at, side)| {
            let area = box_of(side, half, at, measure);
            let inside = area.left >= 0.0 && area.top >= 0.0 && area.right <= right && area.bottom <= bottom;
            let around = Area { left: area.left - APART, right: area.right + APART, ..area };
            let free = panes.iter().all(|pane| !pane.meets(&area)) && named.iter().all(|name| !name.meets(&around));
            (inside && free).then_some((at, side, area))
        });
        let Some(((x, y), side, area)) = fits else { continue };
        named.push(area);
        let baseline = area.top - y + LEADING - 3.5;
        let across = match side {
            Side::Right => area.left - x,
            Side::Left => area.right - x,
            _ => 0.0,
        };
        if of.is_err() {
            said.push(text);
        }
        // Of a shape the point that was found is part of the answer.
        let point = MapPoint { x: x / scale, y: y / scale };
        out.push(Caption { of, point, lines, side, at: (across, baseline) });
    }
    out
}

/// Width and height of a name in pixels.
fn size(lines: &[String]) -> (f32, f32) {
    (lines.iter().map(|line| width(line, SIZE)).fold(0.0, f32::max), lines.len() as f32 * LEADING)
}

/// The box of a name on a side of a point, in pixels.
fn box_of(side: Side, half: f32, (x, y): (f32, f32), (wide, high): (f32, f32)) -> Area {
    let (left, top) = match side {
        Side::Right => (half + GAP, -high / 2.0),
        Side::Left => (-half - GAP - wide, -high / 2.0),
        Side::Below => (-wide / 2.0, half + 1.0),
        Side::Above => (-wide / 2.0, -half - 1.0 - high),
        Side::Over => (-wide / 2.0, -high / 2.0),
    };
    Area { left: x + left, top: y + top, right: x + left + wide, bottom: y + top + high }
}

/// The box that a name takes at a scale, in pixels from the map's corner.
pub fn area(caption: &Caption, scale: f32) -> Area {
    let at = (caption.point.x * scale, caption.point.y * scale);
    box_of(caption.side, half(scale), at, size(&caption.lines))
}

/// How much hangs on an entity: the links that it has.
fn standing(catalog: &Catalog, entity: EntityIx) -> u32 {
    (catalog.graph.leaving(entity).len() + catalog.graph.reaching(entity).len()) as u32
}

/// The outlines to be named: water, land and green; large streets; small ones.
fn kinds(map: &BaseMap, ground: &Ground) -> (Vec<usize>, Vec<usize>, Vec<usize>) {
    let (mut water, mut streets, mut small) = (Vec::new(), Vec::new(), Vec::new());
    for (at, outline) in ground.outlines.iter().enumerate() {
        let shape = &map.shapes[outline.shape];
        match (shape.small, shape.kind) {
            (true, _) => small.push(at),
            (false, ShapeKind::Street | ShapeKind::Rail | ShapeKind::Boundary) => streets.push(at),
            (false, _) => water.push(at),
        }
    }
    (water, streets, small)
}
