//! Which names the place map shows at a scale, and on which side of what they name: as many as fit, the more important first.

use super::{Ground, Stand, stops::Sight};
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
/// Half of the round that bears the number of a stop, with its rim, in pixels whatever the scale.
pub(super) const STOP: f32 = 13.0;
/// Half of what marks somebody else on the map of a walk, in pixels: no more than a dot.
const DOT: f32 = 6.0;
/// The width of names in pixels, and where no such room is, that of a stop of a walk.
const WIDE: f32 = 132.0;
/// See [`WIDE`].
const NARROW: f32 = 84.0;
/// By how much the name of a stop may stand higher or lower beside its number, in pixels; above and below it twice as much to a side.
const NUDGES: [f32; 2] = [-12.0, 12.0];
/// Between a pane and its name, in pixels.
const GAP: f32 = 4.0;
/// The least that two names stand apart, in pixels, side by side and one above the other: nearer, they read as one.
const APART: (f32, f32) = (8.0, 4.0);

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
    /// The point that it hangs on, in map units: what it names, or for the name of a stop close by that.
    pub point: MapPoint,
    /// Its lines.
    pub lines: Vec<String>,
    /// Where it stands.
    pub side: Side,
    /// Where its first baseline begins (right), ends (left) or has its middle, in pixels from the point that it names.
    pub at: (f32, f32),
    /// Half the side of what stands at the point, in pixels.
    half: f32,
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
    let beside: Vec<(f32, f32)> = ground.stands.iter().map(|stand| (shift(stand), 0.0)).collect();
    named(catalog, ground, lang, &Asked { scale, first, walk: false, beside: &beside, sight: None, alone: false })
}

/// What is asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// Pixels of a map unit.
    pub(super) scale: f32,
    /// Whose names come first.
    pub(super) first: &'a [EntityIx],
    /// Whether those are the stops of a walk: numbers mark them, and dots all others.
    pub(super) walk: bool,
    /// How many pixels beside its place each stand is drawn.
    pub(super) beside: &'a [(f32, f32)],
    /// What the window shows, if it is known.
    pub(super) sight: Option<Sight>,
    /// Whether nothing else is named.
    pub(super) alone: bool,
}

/// The names that fit.
pub(super) fn named(catalog: &Catalog, ground: &Ground, lang: Lang, asked: &Asked<'_>) -> Vec<Caption> {
    let Some(map) = &catalog.map else { return Vec::new() };
    let Asked { scale, first, walk, beside, sight, alone } = *asked;
    let place = |at: usize| {
        let (stand, (dx, dy)) = (&ground.stands[at], beside[at]);
        (stand.at.x * scale + dx, stand.at.y * scale + dy)
    };
    let rank = |stand: &Stand| first.iter().position(|entity| *entity == stand.entity).unwrap_or(first.len());
    let is_first = |at: usize| rank(&ground.stands[at]) < first.len();
    let half = |at: usize| match (walk, is_first(at)) {
        (false, _) => half(scale),
        (true, true) => STOP,
        (true, false) => DOT,
    };
    let mut named: Vec<Area> = Vec::new();
    let panes: Vec<Area> = (0..ground.stands.len())
        .map(|at| {
            let ((x, y), half) = (place(at), half(at));
            Area { left: x - half, top: y - half, right: x + half, bottom: y + half }
        })
        .collect();
    let mut out: Vec<Caption> = Vec::new();
    let mut order: Vec<usize> = (0..ground.stands.len()).collect();
    crate::sorting::sort(&mut order, |a, b| {
        let key = |at: usize| (rank(&ground.stands[at]), u32::MAX - standing(catalog, ground.stands[at].entity));
        key(*a).cmp(&key(*b)).then(a.cmp(b))
    });
    // Water first: it tells where one is. Then who was asked for, large streets, everybody else, small streets. On a walk its stops
    // come before all, and whoever is none of them after all.
    let (water, streets, small) = kinds(map, ground);
    let shapes = |of: Vec<usize>| of.into_iter().map(Err).collect::<Vec<_>>();
    let stands = |asked: bool| order.iter().filter(|at| is_first(**at) == asked).map(|at| Ok(*at)).collect::<Vec<_>>();
    let (water, streets, small) = (shapes(water), shapes(streets), shapes(small));
    let all = if alone {
        [stands(true), vec![], vec![], vec![], vec![]]
    } else if walk {
        [stands(true), water, streets, small, stands(false)]
    } else {
        [water, stands(true), streets, stands(false), small]
    };
    let mut said: Vec<String> = Vec::new();
    for of in all.into_iter().flatten() {
        let text = match of {
            Ok(at) => {
                let name = &catalog.entity(ground.stands[at].entity).name;
                name.short.as_ref().unwrap_or(&name.full).words(lang).to_owned()
            }
            Err(at) => map.shapes[ground.outlines[at].shape].name.words(lang).to_owned(),
        };
        // A lake in several pieces is named once, and so is a shape that is a stop itself.
        let is_named = |at: usize| {
            let whose = map.shapes[ground.outlines[at].shape].entity;
            whose.is_some()
                && out.iter().filter_map(|name| name.of.ok()).any(|at| whose == Some(ground.stands[at].entity))
        };
        if of.is_err_and(|at| said.contains(&text) || walk && is_named(at)) {
            continue;
        }
        let half = of.map_or(0.0, half);
        let is_stop = walk && of.is_ok_and(is_first);
        let mut written = vec![broken(&text, SIZE, WIDE, 2)];
        if is_stop {
            let narrow = broken(&text, SIZE, NARROW, 3);
            written
                .extend((narrow != written[0] && narrow.concat().len() >= written[0].concat().len()).then_some(narrow));
        }
        let tries: Vec<((f32, f32), Side)> = match of {
            Ok(at) => {
                let at = place(at);
                let sides = [Side::Right, Side::Left, Side::Below, Side::Above];
                let nudged = sides.into_iter().flat_map(|side| NUDGES.map(|by| (side, by)));
                let straight = sides.map(|side| (side, 0.0));
                let tried = straight.into_iter().chain(nudged).take(if is_stop { usize::MAX } else { straight.len() });
                let beside = |(side, by)| match side {
                    Side::Right | Side::Left => ((at.0, at.1 + by), side),
                    _ => ((at.0 + 2.0 * by, at.1), side),
                };
                tried.map(beside).collect()
            }
            Err(at) => {
                let middles = &ground.outlines[at].middles;
                middles.iter().map(|at| ((at.x * scale, at.y * scale), Side::Over)).collect()
            }
        };
        let (right, bottom) = (ground.extent.width * scale, ground.extent.height * scale);
        let mut all_tries = written.iter().flat_map(|lines| tries.iter().map(move |(at, side)| (lines, *at, *side)));
        let fits = all_tries.find_map(|(lines, at, side)| {
            let area = box_of(side, half, at, size(lines));
            let inside = area.left >= 0.0 && area.top >= 0.0 && area.right <= right && area.bottom <= bottom;
            let Area { left, top, right: east, bottom: south } = area;
            let (aside, above) = APART;
            let around = Area { left: left - aside, top: top - above, right: east + aside, bottom: south + above };
            let free = panes.iter().all(|pane| !pane.meets(&area)) && named.iter().all(|name| !name.meets(&around));
            // A name is in sight as a whole or not at all; that of a stop is.
            let whole = sight.is_none_or(|sight| sight.holds(&area) || !is_stop && sight.is_beyond(&area));
            (inside && free && whole).then_some((lines, at, side, area))
        });
        let Some((lines, (x, y), side, area)) = fits else { continue };
        named.push(area);
        // Of a shape the point that was found is part of the answer.
        let point = MapPoint { x: x / scale, y: y / scale };
        let (x, y) = of.map_or((x, y), place);
        let baseline = area.top - y + LEADING - 3.5;
        let across = match side {
            Side::Right => area.left - x,
            Side::Left => area.right - x,
            _ => f32::midpoint(area.left, area.right) - x,
        };
        if of.is_err() {
            said.push(text);
        }
        let lines = lines.clone();
        out.push(Caption { of, point, lines, side, at: (across, baseline), half });
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
    box_of(caption.side, caption.half, at, size(&caption.lines))
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
