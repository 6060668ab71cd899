//! The place map: the base map of a file in map units, where entities stand on it, and what cannot be set.
//!
//! Map space: one unit is [`METRES`] metres, x runs east and y south from the north-western corner, on a plane that touches the
//! earth in the middle of the map. INVARIANT: nothing is guessed. An entity stands where its position says, or along its street
//! where its house number puts it between its neighbours; whatever else has a place is listed, never set. On the map of a walk a stop
//! that is a drawn shape, and no street, stands on that as well.

mod names;
mod standing;
mod stops;

pub use names::{Caption, HALF, Side, area, captions, is_far, shift};
pub use standing::{Certainty, Stand, by_house_number, house_number};
pub use stops::{Opening, Set, Sight, leader, opening, set};

use super::{
    camera::{Extent, MapPoint},
    pixels::px,
};
use crate::{
    model::{
        BaseMap, Catalog, EntityIx,
        datum::{Position, metres},
    },
    sorting::sort,
};

/// Metres of a map unit.
pub const METRES: f64 = 4.0;

/// Names and the places of numbers are chosen anew whenever the scale has changed by this factor.
pub const RUNG: f32 = 1.2;

/// How far beyond its edges a map is drawn, in map units: more than any window shows.
pub const BEYOND: f32 = 8000.0;

/// The place map of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// Its size.
    pub extent: Extent,
    /// What is drawn of the base map, from the ground up.
    pub outlines: Vec<Outline>,
    /// Who stands on it, in the order of the file.
    pub stands: Vec<Stand>,
    /// Streets with somebody along them, in the order of the file.
    pub streets: Vec<Street>,
    /// Who stands beyond its edges, and how many metres from its middle; the nearest first.
    pub beyond: Vec<(EntityIx, f64)>,
    /// Who has a place that cannot be set: a neighbourhood or an address in words. In the order of the file.
    pub unset: Vec<EntityIx>,
}

/// A shape of the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its index in the base map.
    pub shape: usize,
    /// Its course as the `d` of a path.
    pub path: String,
    /// Its width in map units, where it is a line.
    pub width: Option<f32>,
    /// Where its name can stand, the best first; never empty. Along a line from half of it, in an area where that is wide.
    pub middles: Vec<MapPoint>,
}

/// A street, or another shape that houses name as theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Street {
    /// Its index in the base map.
    pub shape: usize,
    /// Who is there: by house number, then those without one in the order of the file.
    pub houses: Vec<EntityIx>,
}

/// From degrees to map units.
#[derive(Clone, Copy, Debug)]
struct Projection {
    corner: Position,
    middle: Position,
}

impl Projection {
    fn of(map: &BaseMap) -> Self {
        Self { corner: (map.bounds.north, map.bounds.west), middle: map.bounds.middle() }
    }

    fn point(self, (lat, lon): Position) -> MapPoint {
        let Self { corner, middle } = self;
        let down = metres((corner.0, corner.1), (lat, corner.1)).copysign(corner.0 - lat);
        let across = metres((middle.0, corner.1), (middle.0, lon)).copysign(lon - corner.1);
        MapPoint { x: (across / METRES) as f32, y: (down / METRES) as f32 }
    }
}

/// The place map of a catalog; `None` where its file draws none.
pub fn of(catalog: &Catalog) -> Option<Ground> {
    let map = catalog.map.as_ref()?;
    let projection = Projection::of(map);
    let corner = projection.point((map.bounds.south, map.bounds.east));
    let extent = Extent { width: corner.x, height: corner.y };
    let drawn = map.shapes.iter().enumerate().filter(|(_, shape)| !shape.points.is_empty());
    let outlines = drawn.map(|(at, shape)| {
        let points: Vec<MapPoint> = shape.points.iter().map(|point| projection.point(*point)).collect();
        let line = shape.width.filter(|_| !shape.closed);
        let middles = match line {
            Some(_) => {
                let along = [0.5, 0.3, 0.7, 0.15, 0.85].map(|share| shape.at(shape.length() * share));
                along.into_iter().flatten().map(|at| projection.point(at)).collect()
            }
            None => hearts(&points),
        };
        Outline {
            shape: at,
            path: path(&continued(&points, shape.closed, extent), shape.closed),
            width: line.map(|metres| (metres / METRES) as f32),
            middles,
        }
    });
    let standing::Placed { stands, streets, beyond, unset } = standing::placed(catalog, map, projection);
    Some(Ground { extent, outlines: outlines.collect(), stands, streets, beyond, unset })
}

/// A course that goes straight on wherever it leaves the map, so that no window shows where the file stops. Within the map it is as
/// the file has it.
fn continued(points: &[MapPoint], closed: bool, map: Extent) -> Vec<MapPoint> {
    let off = |at: f32, size: f32| {
        if at < 0.0 {
            -BEYOND
        } else if at > size {
            BEYOND
        } else {
            0.0
        }
    };
    let away = |point: &MapPoint| (off(point.x, map.width), off(point.y, map.height));
    let out = |at: usize| away(&points[at]) != (0.0, 0.0);
    let (count, end) = (points.len(), points.len().saturating_sub(1));
    let mut course = Vec::with_capacity(count);
    for (at, point) in points.iter().enumerate() {
        let (dx, dy) = away(point);
        let far = MapPoint { x: point.x + dx, y: point.y + dy };
        let before = (closed || at > 0).then(|| out((at + end) % count));
        let after = (closed || at < end).then(|| out((at + 1) % count));
        match (before, after) {
            _ if !out(at) => course.push(*point),
            // It touches the edge and comes back.
            (Some(false), Some(false)) => course.push(*point),
            (Some(false), _) => course.extend([*point, far]),
            (_, Some(false)) => course.extend([far, *point]),
            _ => course.push(far),
        }
    }
    course
}

fn path(points: &[MapPoint], closed: bool) -> String {
    let mut d = String::new();
    for (place, point) in points.iter().enumerate() {
        d += if place == 0 { "M" } else { "L" };
        d += &px(point.x);
        d += " ";
        d += &px(point.y);
    }
    if closed {
        d += "Z";
    }
    d
}

/// The most places that are tried for a name.
const TRIED: usize = 8;

/// Points well inside of a closed course, the best first: the middles of the widest of its chords that run across, looked for on a
/// ladder of heights. The centre of gravity of a river's bend lies on land.
fn hearts(points: &[MapPoint]) -> Vec<MapPoint> {
    let heights = || points.iter().map(|point| point.y);
    let (top, bottom) = (heights().fold(f32::MAX, f32::min), heights().fold(f32::MIN, f32::max));
    let mut chords: Vec<(f32, MapPoint)> = Vec::new();
    for rung in 1..24_u8 {
        let y = top + (bottom - top) * f32::from(rung) / 24.0;
        let mut crossings: Vec<f32> = (0..points.len())
            .map(|at| (points[at], points[(at + 1) % points.len()]))
            .filter(|(a, b)| (a.y <= y) != (b.y <= y))
            .map(|(a, b)| a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
            .collect();
        sort(&mut crossings, f32::total_cmp);
        for chord in crossings.chunks_exact(2) {
            // Of chords as wide as each other, the one nearer to half the height.
            let off = (y - f32::midpoint(top, bottom)).abs() / (bottom - top).max(1.0);
            let width = (chord[1] - chord[0]) * (1.0 - 0.5 * off);
            chords.push((width, MapPoint { x: f32::midpoint(chord[0], chord[1]), y }));
        }
    }
    sort(&mut chords, |a, b| b.0.total_cmp(&a.0));
    let mut found: Vec<MapPoint> = chords.into_iter().take(TRIED).map(|(_, at)| at).collect();
    if found.is_empty() {
        found.push(points[0]);
    }
    found
}

impl Ground {
    /// Where an entity stands.
    pub fn stand(&self, entity: EntityIx) -> Option<&Stand> {
        self.stands.iter().find(|stand| stand.entity == entity)
    }

    /// The corners of the least box around entities that stand on the map; `None` where none does.
    pub fn around(&self, entities: &[EntityIx]) -> Option<(MapPoint, MapPoint)> {
        entities.iter().filter_map(|entity| self.stand(*entity)).map(|stand| stand.at).fold(None, |found, at| {
            let (from, to) = found.unwrap_or((at, at));
            let least = MapPoint { x: from.x.min(at.x), y: from.y.min(at.y) };
            Some((least, MapPoint { x: to.x.max(at.x), y: to.y.max(at.y) }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(course: &[(f32, f32)], closed: bool, expected: &[(f32, f32)]) {
        let points: Vec<MapPoint> = course.iter().map(|(x, y)| MapPoint { x: *x, y: *y }).collect();
        let found = continued(&points, closed, Extent { width: 100.0, height: 100.0 });
        assert_eq!(found.iter().map(|at| (at.x, at.y)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_leaves_the_map_goes_straight_on_and_is_within_it_as_it_was() {
        let (west, south) = (-BEYOND, BEYOND);
        // A street that ends beyond the western edge, and one that stays.
        check(&[(50.0, 50.0), (-2.0, 40.0)], false, &[(50.0, 50.0), (-2.0, 40.0), (west - 2.0, 40.0)]);
        check(&[(50.0, 50.0), (20.0, 40.0)], false, &[(50.0, 50.0), (20.0, 40.0)]);
        // A river around the south-western corner.
        check(
            &[(-2.0, 30.0), (60.0, 60.0), (60.0, 101.0), (-2.0, 101.0)],
            true,
            &[
                (west - 2.0, 30.0),
                (-2.0, 30.0),
                (60.0, 60.0),
                (60.0, 101.0),
                (60.0, south + 101.0),
                (west - 2.0, south + 101.0),
            ],
        );
        // A bank that only touches the edge has no spike there.
        check(&[(50.0, 20.0), (-2.0, 30.0), (50.0, 40.0)], true, &[(50.0, 20.0), (-2.0, 30.0), (50.0, 40.0)]);
    }

    #[test]
    fn the_hearts_of_a_bend_lie_within_it() {
        // A letter C, open to the east.
        let at = |(x, y): (f32, f32)| MapPoint { x, y };
        let c = [
            (0.0, 0.0),
            (90.0, 0.0),
            (90.0, 10.0),
            (20.0, 10.0),
            (20.0, 90.0),
            (90.0, 90.0),
            (90.0, 100.0),
            (0.0, 100.0),
        ];
        for heart in hearts(&c.map(at)) {
            let in_back = heart.x < 20.0;
            let in_arm = !(10.0..=90.0).contains(&heart.y);
            assert!(in_back || in_arm, "{heart:?}");
        }
    }
}
