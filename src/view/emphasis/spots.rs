//! Where the names of lit dots stand.
//!
//! Dots stand closer together than names are long. A lit dot keeps its place, and so does every name that is shown at rest; the name of
//! a dot is shown only while it is lit, so it may stand wherever there is room: beside its pane, or further off at the end of a leader.

use super::{NodeLook, name_box, pane_area, setting};
use crate::view::{drawing::Drawing, labels::Area};

/// A place for the name of a lit dot, from the middle of its pane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where its lines begin, or where they end.
    pub x: f32,
    /// Baseline of its first line.
    pub first: f32,
    /// Whether its lines end at `x`.
    pub ends: bool,
    /// Where the leader meets the name; `None` where the name stands beside its pane.
    pub leader: Option<(f32, f32)>,
}

/// Ways out of a pane, the first ones tried first.
const WAYS: [(f32, f32); 16] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, 0.5),
    (1.0, -0.5),
    (-1.0, 0.5),
    (-1.0, -0.5),
    (0.0, 1.0),
    (0.0, -1.0),
    (1.0, 1.0),
    (1.0, -1.0),
    (-1.0, 1.0),
    (-1.0, -1.0),
    (0.5, 1.0),
    (0.5, -1.0),
    (-0.5, 1.0),
    (-0.5, -1.0),
];
/// Between a pane and a name beside it.
const BESIDE: f32 = 5.0;
/// How much further off a name is tried each time.
const STEP: f32 = 13.0;
/// How many times.
const RINGS: u8 = 16;
/// Distance between the small boxes that stand for a leader.
const BEAD: f32 = 5.0;
/// Half of the mark of a tile that is not lit.
const MARK: f32 = 6.0;
/// Height of a band; see [`Taken`].
const BAND: f32 = 40.0;

/// The boxes that are taken, in each of the level bands that they reach into, so that a box is compared with few others.
struct Taken(Vec<Vec<Area>>);

impl Taken {
    fn bands(&self, area: &Area) -> std::ops::RangeInclusive<usize> {
        let band = |y: f32| ((y / BAND).max(0.0) as usize).min(self.0.len() - 1);
        band(area.top)..=band(area.bottom)
    }

    fn take(&mut self, area: Area) {
        for band in self.bands(&area) {
            self.0[band].push(area);
        }
    }

    fn is_free(&self, area: &Area) -> bool {
        self.0[self.bands(area)].iter().flatten().all(|other| !other.meets(area))
    }
}

/// The small boxes that stand for a leader to a point, from the edge of its pane on.
fn beads((x, y): (f32, f32), half: f32, (to_x, to_y): (f32, f32)) -> impl Iterator<Item = Area> {
    let far = to_x.abs().max(to_y.abs());
    let count = ((far - half - 2.0) / BEAD).max(0.0) as usize;
    (0..count).map(move |at| {
        let part = (half + 2.0 + at as f32 * BEAD) / far;
        let (x, y) = (x + to_x * part, y + to_y * part);
        Area { left: x - 1.0, top: y - 1.0, right: x + 1.0, bottom: y + 1.0 }
    })
}

/// Says which lit names are shown, and where those of dots stand. `order` holds what is lit, the focus first, then the nearer ones.
pub(super) fn place(drawing: &Drawing, nodes: &mut [NodeLook], order: &[usize]) {
    let mut taken = Taken(vec![Vec::new(); (drawing.height / BAND) as usize + 1]);
    let is_tile_in_focus = |at: usize, look: NodeLook| look.is_focus() && !drawing.nodes[at].dot;
    for at in order.iter().filter(|at| !is_tile_in_focus(**at, nodes[**at])) {
        taken.take(pane_area(drawing, *at, nodes[*at]));
    }
    // Names that are shown at rest stay, and the focus grows where they leave it room; all others look for room around them.
    for at in order.iter().rev().filter(|at| !drawing.nodes[**at].dot) {
        let look = nodes[*at];
        let name = name_box(drawing, *at, look);
        if look.is_focus() {
            nodes[*at].grown = taken.is_free(&name) && taken.is_free(&pane_area(drawing, *at, look));
            nodes[*at].named = true;
            taken.take(pane_area(drawing, *at, nodes[*at]));
            taken.take(name_box(drawing, *at, nodes[*at]));
            continue;
        }
        nodes[*at].named = taken.is_free(&name);
        if nodes[*at].named {
            taken.take(name);
        }
    }
    for (node, look) in drawing.nodes.iter().zip(&*nodes) {
        if !node.dot && !look.is_lit() {
            let (x, y) = (node.x, node.y);
            taken.take(Area { left: x - MARK, top: y - MARK, right: x + MARK, bottom: y + MARK });
        }
    }
    // The opening page draws no plate, and so holds nothing of this.
    for at in order.iter().filter(|at| cfg!(feature = "further") && drawing.nodes[**at].dot) {
        let node = &drawing.nodes[*at];
        let look = nodes[*at];
        let half = super::pane(&drawing.style, node, look) / 2.0;
        let beads = |spot: Option<Spot>| {
            let leader = spot.and_then(|spot| spot.leader);
            leader.into_iter().flat_map(move |to| beads((node.x, node.y), half, to))
        };
        let is_clear = |spot: Option<Spot>| {
            let area = name_box(drawing, *at, NodeLook { spot, ..look });
            is_inside(drawing, &area) && taken.is_free(&area)
        };
        let mut clear =
            std::iter::once(None).chain(tried(drawing, *at, look).map(Some)).filter(|spot| is_clear(*spot)).peekable();
        // A leader that others leave no way runs under them to the nearest place.
        let nearest = clear.peek().copied();
        let found = clear.find(|spot| beads(*spot).all(|bead| taken.is_free(&bead))).or(nearest);
        // The focus is named whatever it covers.
        nodes[*at].named = found.is_some() || look.is_focus();
        nodes[*at].spot = found.flatten();
        if nodes[*at].named {
            taken.take(name_box(drawing, *at, nodes[*at]));
            beads(nodes[*at].spot).for_each(|bead| taken.take(bead));
        }
    }
}

/// Whether a name can be brought into sight, clear of the heads of the folds.
fn is_inside(drawing: &Drawing, area: &Area) -> bool {
    let (left, top, ..) = drawing.style.margin;
    area.left >= left && area.top >= top && area.right <= drawing.width && area.bottom <= drawing.height
}

/// The places that are tried for the name of a dot, the nearest first.
fn tried(drawing: &Drawing, at: usize, look: NodeLook) -> impl Iterator<Item = Spot> {
    let node = &drawing.nodes[at];
    let half = super::pane(&drawing.style, node, look) / 2.0;
    let area = name_box(drawing, at, look);
    let height = area.bottom - area.top;
    let rise = node.y + setting(&drawing.style, node, look).first - area.top;
    (0..RINGS).flat_map(move |ring| {
        WAYS.iter().map(move |(dx, dy)| {
            let far = half + BESIDE + f32::from(ring) * STEP;
            let (x, y) = (dx * far, dy * far);
            let top = if *dy > 0.0 {
                y
            } else if *dy < 0.0 {
                y - height
            } else {
                -height / 2.0
            };
            let leader = (ring > 0).then_some((x, y));
            // What stands right above or below begins at the edge of its pane.
            let x = if *dx == 0.0 { -half } else { x };
            Spot { x, first: top + rise, ends: *dx < 0.0, leader }
        })
    })
}
