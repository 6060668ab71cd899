//! The place map of a walk: stops that are shapes of it, numbers that do not cover each other, and where it opens.

use super::{
    Ground, Outline, RUNG, Stand,
    names::{Asked, Caption, STOP, named, shift},
    standing::{Certainty, NEAR},
};
use crate::{
    model::{Catalog, EntityIx, Lang, ShapeKind},
    sorting::sort,
    view::{
        camera::{Camera, Extent, MapPoint, SCALES, SLACK},
        labels::Area,
    },
};

/// So far apart the middles of two numbers stand at least, in pixels: one pixel between their rims.
const APART: f32 = 2.0 * STOP + 1.0;
/// How much further from its place a number is tried next, in pixels.
const RING: f32 = 7.0;
/// The most rings that are tried around a place.
const RINGS: u16 = 24;
/// The directions in which a number is tried: sixteen, as sines of a quarter, so that every machine has the same ones.
const QUARTER: [f32; 5] = [0.0, 0.382_683_43, 0.707_106_77, 0.923_879_5, 1.0];

/// The largest scale at which a walk of several places opens.
const CLOSE: f32 = 4.0;
/// The scale at which one place opens: with what is around it.
const ALONE: f32 = 2.4;
/// By how much smaller than needed a walk may open, so that more of its stops have a name.
const SMALLER: f32 = 0.65;
/// Pixels that stay free at the edges of the window.
const MARGIN: f32 = 6.0;
/// Windows below this width have their buttons above the credit, not beside it.
const NARROW: f32 = 560.0;
/// Pixels at the lower edge that buttons and credit take, in narrow windows and in others.
const BELOW: (f32, f32) = (84.0, 50.0);

/// What the window of a map shows, in pixels from the map's corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// All of it.
    pub window: Area,
    /// What neither buttons nor the credit cover.
    pub free: Area,
}

impl Sight {
    /// What a window shows through a camera.
    fn through(camera: Camera, window: Extent) -> Self {
        let (left, top) = (-camera.x, -camera.y);
        let below = if window.width < NARROW { BELOW.0 } else { BELOW.1 };
        let whole = Area { left, top, right: left + window.width, bottom: top + window.height };
        let free = Area {
            left: left + MARGIN,
            top: top + MARGIN,
            right: whole.right - MARGIN,
            bottom: (whole.bottom - below).max(top + window.height / 2.0),
        };
        Self { window: whole, free }
    }

    /// Whether a box lies well beyond the edges of the window.
    pub(super) fn is_beyond(&self, area: &Area) -> bool {
        let Area { left, top, right, bottom } = *area;
        let wider = Area { left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN };
        !self.window.meets(&wider)
    }

    /// Whether a box lies within what is free.
    pub(super) fn holds(&self, area: &Area) -> bool {
        let Area { left, top, right, bottom } = self.free;
        area.left >= left && area.top >= top && area.right <= right && area.bottom <= bottom
    }
}

/// Where a walk opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opening {
    /// The camera.
    pub camera: Camera,
    /// Its scale, as a power of [`RUNG`].
    pub rung: i32,
    /// What is seen through it.
    pub sight: Sight,
}

/// How the map is set at a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// How many pixels beside its place each stand is drawn.
    pub beside: Vec<(f32, f32)>,
    /// The names that fit.
    pub names: Vec<Caption>,
}

/// How the map of a walk is set at a power of [`RUNG`]: no number covers another, and what the window shows at first, where that is
/// known, has no name that its edges cut.
pub fn set(catalog: &Catalog, ground: &Ground, lang: Lang, rung: i32, walk: &[EntityIx], sight: Option<Sight>) -> Set {
    let scale = RUNG.powi(rung);
    let beside = beside(ground, walk, scale);
    let names =
        named(catalog, ground, lang, &Asked { scale, first: walk, walk: true, beside: &beside, sight, alone: false });
    Set { beside, names }
}

impl Ground {
    /// What is drawn of an entity that is a shape of the map, and a place within it. A street is none: where along it is not known.
    pub fn outline_of(&self, catalog: &Catalog, entity: EntityIx) -> Option<(&Outline, MapPoint)> {
        let map = catalog.map.as_ref()?;
        let is_it = |outline: &&Outline| {
            let shape = &map.shapes[outline.shape];
            shape.entity == Some(entity) && !matches!(shape.kind, ShapeKind::Street | ShapeKind::Rail)
        };
        let on_map =
            |at: &MapPoint| (0.0..=self.extent.width).contains(&at.x) && (0.0..=self.extent.height).contains(&at.y);
        self.outlines.iter().filter(is_it).find_map(|outline| {
            let middle = outline.middles.iter().copied().find(on_map)?;
            Some((outline, middle))
        })
    }

    /// The map of a walk: its stops that have no position and are shapes of the map stand on them.
    #[must_use]
    pub fn walked(&self, catalog: &Catalog, walk: &[EntityIx]) -> Self {
        let mut ground = self.clone();
        for stop in walk {
            let outline = self.outline_of(catalog, *stop).filter(|_| ground.stand(*stop).is_none());
            let Some((_, at)) = outline else { continue };
            let same = |other: &&Stand| (other.at.x - at.x).hypot(other.at.y - at.y) < NEAR;
            let before = ground.stands.iter().filter(same).count() as u32;
            ground.stands.push(Stand { entity: *stop, at, certainty: Certainty::Outline, before });
        }
        ground
    }

    /// The drawn shapes that say where on the map of a walk stops without a place of their own are to be looked for: their street, or
    /// the street that they are.
    pub fn streets_of(&self, catalog: &Catalog, walk: &[EntityIx]) -> Vec<usize> {
        let Some(map) = &catalog.map else { return Vec::new() };
        let open: Vec<EntityIx> = walk.iter().copied().filter(|stop| self.stand(*stop).is_none()).collect();
        let names = |outline: &&Outline| {
            let shape = &map.shapes[outline.shape];
            open.iter().any(|stop| {
                let street = catalog.entity(*stop).place.as_ref().and_then(|place| place.street.as_ref());
                shape.entity == Some(*stop) || street == Some(&shape.id)
            })
        };
        self.outlines.iter().filter(names).map(|outline| outline.shape).collect()
    }

    /// The stands of a walk's stops in the order of the walk, each once.
    pub fn way(&self, walk: &[EntityIx]) -> Vec<usize> {
        let mut way = Vec::new();
        for stop in walk {
            let at = self.stands.iter().position(|stand| stand.entity == *stop);
            way.extend(at.filter(|at| !way.contains(at)));
        }
        way
    }

    /// The stands of a walk's stops: those that are sure first, so that they keep their places, each in the order of the walk.
    fn numbered(&self, walk: &[EntityIx]) -> Vec<usize> {
        let place = |at: usize| walk.iter().position(|stop| *stop == self.stands[at].entity);
        let mut stops: Vec<(bool, usize, usize)> = (0..self.stands.len())
            .filter_map(|at| Some((self.stands[at].certainty != Certainty::Known, place(at)?, at)))
            .collect();
        sort(&mut stops, Ord::cmp);
        stops.into_iter().map(|(_, _, at)| at).collect()
    }
}

/// From where to where the line runs from a stop's place to its number beside it, in pixels from the place: to the rim of the number,
/// through which the ground may show, and where the number of another stop covers the place, from the rim of that. `None` where no
/// line is seen.
pub fn leader(ground: &Ground, way: &[usize], beside: &[(f32, f32)], at: usize) -> Option<[(f32, f32); 2]> {
    let (dx, dy) = beside[at];
    let long = dx.hypot(dy);
    let near = |other: &usize| {
        let (a, b) = (ground.stands[*other].at, ground.stands[at].at);
        beside[*other] == (0.0, 0.0) && (a.x - b.x).hypot(a.y - b.y) < NEAR
    };
    let from = if way.iter().any(|other| *other != at && near(other)) { STOP } else { 0.0 };
    let along = |far: f32| (dx * far / long, dy * far / long);
    (from < long - STOP).then(|| [from, long - STOP].map(along))
}

/// The direction of a sixteenth of a turn.
fn direction(sixteenth: usize) -> (f32, f32) {
    let (turn, part) = (sixteenth / 4, sixteenth % 4);
    let (along, aside) = (QUARTER[4 - part], QUARTER[part]);
    match turn {
        0 => (along, aside),
        1 => (-aside, along),
        2 => (-along, -aside),
        _ => (aside, -along),
    }
}

/// How many pixels beside its place each stand of a walk's map is drawn, from a scale up to the next: a number as little as keeps it
/// from covering another one.
fn beside(ground: &Ground, walk: &[EntityIx], scale: f32) -> Vec<(f32, f32)> {
    let mut beside: Vec<(f32, f32)> = ground.stands.iter().map(|stand| (shift(stand), 0.0)).collect();
    let stops = ground.numbered(walk);
    let mut set: Vec<usize> = Vec::new();
    for stop in &stops {
        let at = ground.stands[*stop].at;
        // From the middle of this number to that of another, at this scale and up to the next.
        let far = |(dx, dy): (f32, f32), other: usize, there: (f32, f32)| {
            let to = ground.stands[other].at;
            let apart = |scale: f32| ((to.x - at.x) * scale + there.0 - dx).hypot((to.y - at.y) * scale + there.1 - dy);
            [1.0, f32::midpoint(1.0, RUNG), RUNG].map(|more| apart(scale * more)).into_iter().fold(f32::MAX, f32::min)
        };
        // Away from those that are set and from the places of those that are not.
        let crowd = |to: (f32, f32)| {
            let of = |other: &usize| {
                let there = if set.contains(other) { beside[*other] } else { (0.0, 0.0) };
                (3.0 * APART - far(to, *other, there)).max(0.0)
            };
            stops.iter().filter(|other| *other != stop).map(of).sum::<f32>()
        };
        let free = |to: (f32, f32)| set.iter().all(|other| far(to, *other, beside[*other]) >= APART);
        let mut found = free((0.0, 0.0)).then_some((0.0, 0.0));
        for ring in 1..=RINGS {
            if found.is_some() {
                break;
            }
            let out = RING * f32::from(ring);
            let tried = (0..16).map(direction).map(|(x, y)| (x * out, y * out)).filter(|to| free(*to));
            found = tried.map(|to| (crowd(to), to)).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, to)| to);
        }
        beside[*stop] = found.unwrap_or_default();
        set.push(*stop);
    }
    beside
}

/// Where the map of a walk opens in a window: as near as all its numbers are in sight, or somewhat less near where more of them have a
/// name so. `None` where none of its stops is on the map.
pub fn opening(catalog: &Catalog, ground: &Ground, lang: Lang, walk: &[EntityIx], window: Extent) -> Option<Opening> {
    let stops = ground.numbered(walk);
    let (from, to) = ground.around(walk)?;
    let most = if from == to { ALONE } else { CLOSE };
    let least = *SCALES.start();
    let highest = (most.ln() / RUNG.ln()).floor() as i32;
    let lowest = (least.ln() / RUNG.ln()).ceil() as i32;
    let mut best: Option<(usize, Opening)> = None;
    for rung in (lowest..=highest).rev() {
        let scale = RUNG.powi(rung);
        if best.is_some_and(|(_, found)| scale < found.camera.scale * SMALLER) {
            break;
        }
        let beside = beside(ground, walk, scale);
        let rounds = stops.iter().map(|at| {
            let (stand, (dx, dy)) = (&ground.stands[*at], beside[*at]);
            let (x, y) = (stand.at.x * scale + dx, stand.at.y * scale + dy);
            Area { left: x - STOP, top: y - STOP, right: x + STOP, bottom: y + STOP }
        });
        let all = rounds.reduce(Area::with)?;
        // In the middle, to the left and to the right: names find room beside.
        for share in [0.5, 0.0, 1.0] {
            let free = Sight::through(Camera { scale, x: 0.0, y: 0.0 }, window).free;
            let spare = (free.right - free.left - all.right + all.left, free.bottom - free.top - all.bottom + all.top);
            let x = free.left - all.left + spare.0 * share;
            let y = free.top - all.top + spare.1 / 2.0;
            let camera = Camera { scale, x, y }.held(ground.extent, window, SLACK);
            let sight = Sight::through(camera, window);
            // The least scale has to do, whatever it leaves out.
            if !sight.holds(&all) && rung > lowest {
                continue;
            }
            // Stops are named before all others: how many of them are, these alone tell.
            let asked = Asked { scale, first: walk, walk: true, beside: &beside, sight: Some(sight), alone: true };
            let count = named(catalog, ground, lang, &asked).len();
            if best.is_none_or(|(most, _)| count > most) {
                best = Some((count, Opening { camera, rung, sight }));
            }
        }
        if best.is_some_and(|(count, _)| count == stops.len()) {
            break;
        }
    }
    best.map(|(_, opening)| opening)
}
