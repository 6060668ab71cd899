//! Who stands where: by position, or along a street in the order of house numbers.

use super::{Projection, Street};
use crate::{
    model::{
        BaseMap, Catalog, Entity, EntityIx, PositionPrecision, Shape,
        datum::{Position, metres},
    },
    sorting::sort,
    view::camera::MapPoint,
};

/// How sure it is that something stands where it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Its position is known.
    Known,
    /// It stands along its street between its neighbours, by its house number.
    ByNumber,
    /// It is an area, or is known to be within one; this is its middle.
    Area,
    /// It has no position, but its outline is drawn; this lies within that.
    Outline,
}

/// An entity on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// The entity.
    pub entity: EntityIx,
    /// Where.
    pub at: MapPoint,
    /// How sure that is.
    pub certainty: Certainty,
    /// How many others stand so near before it that it would hide them, or they it.
    pub before: u32,
}

/// So near, in map units, the pane of one hides that of another even at the largest scale.
pub(super) const NEAR: f32 = 3.0;

/// Everybody with a place.
pub(super) struct Placed {
    pub(super) stands: Vec<Stand>,
    pub(super) streets: Vec<Street>,
    pub(super) beyond: Vec<(EntityIx, f64)>,
    pub(super) unset: Vec<EntityIx>,
}

/// A house number: the first number in it, as of "299-303" or "67号".
pub fn house_number(record: &Entity) -> Option<u32> {
    let written = record.place.as_ref()?.number.as_deref()?;
    let digits: String = written.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The streets of a map with somebody along them, in the order of the file.
fn streets(catalog: &Catalog, map: &BaseMap) -> Vec<Street> {
    let mut streets: Vec<Street> = map
        .shapes
        .iter()
        .enumerate()
        .map(|(shape, drawn)| {
            let here = |record: &Entity| {
                let street = record.place.as_ref().and_then(|place| place.street.as_ref());
                street.is_some_and(|street| street.as_str() == drawn.id.as_str())
            };
            let mut houses: Vec<EntityIx> =
                catalog.each_entity().filter(|(_, record)| here(record)).map(|(entity, _)| entity).collect();
            sort(&mut houses, |a, b| {
                let key = |entity: &EntityIx| house_number(catalog.entity(*entity)).unwrap_or(u32::MAX);
                key(a).cmp(&key(b)).then(a.cmp(b))
            });
            Street { shape, houses }
        })
        .collect();
    streets.retain(|street| !street.houses.is_empty());
    streets
}

/// Who stands along these streets by house number alone, and where that puts them.
fn numbered(catalog: &Catalog, map: &BaseMap, streets: &[Street]) -> Vec<(EntityIx, Position)> {
    streets.iter().flat_map(|street| by_number(catalog, &map.shapes[street.shape], &street.houses)).collect()
}

/// Who stands along a street of the base map by house number alone, and where between its neighbours that puts them. That is good for
/// an order; it is no position that a source gives.
pub fn by_house_number(catalog: &Catalog) -> Vec<(EntityIx, Position)> {
    catalog.map.as_ref().map_or_else(Vec::new, |map| numbered(catalog, map, &streets(catalog, map)))
}

/// Sets everybody who can be set.
pub(super) fn placed(catalog: &Catalog, map: &BaseMap, projection: Projection) -> Placed {
    let streets = streets(catalog, map);
    let along = numbered(catalog, map, &streets);
    let (mut stands, mut beyond, mut unset): (Vec<Stand>, _, _) = (Vec::new(), Vec::new(), Vec::new());
    for (entity, record) in catalog.each_entity() {
        let Some(place) = &record.place else { continue };
        let numbered = along.iter().find(|(set, _)| *set == entity).map(|(_, position)| *position);
        let (position, certainty) = match (place.position, numbered, place.precision) {
            (Some(position), _, Some(PositionPrecision::Area | PositionPrecision::Street)) => {
                (position, Certainty::Area)
            }
            (Some(position), ..) => (position, Certainty::Known),
            (None, Some(position), _) => (position, Certainty::ByNumber),
            (None, None, _) => {
                // Streets list their own.
                if !streets.iter().any(|street| street.houses.contains(&entity)) {
                    unset.push(entity);
                }
                continue;
            }
        };
        if !map.bounds.holds(position) {
            beyond.push((entity, metres(map.bounds.middle(), position)));
            continue;
        }
        let at = projection.point(position);
        let same = |other: &&Stand| (other.at.x - at.x).hypot(other.at.y - at.y) < NEAR;
        let before = stands.iter().filter(same).count() as u32;
        stands.push(Stand { entity, at, certainty, before });
    }
    sort(&mut beyond, |a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    Placed { stands, streets, beyond, unset }
}

/// Sets the numbered houses of a street that have no position of their own: those between two houses with one by how far their number
/// is from each, those before the first and after the last evenly towards the street's end.
fn by_number(catalog: &Catalog, street: &Shape, houses: &[EntityIx]) -> Vec<(EntityIx, Position)> {
    if street.points.len() < 2 || street.closed {
        return Vec::new();
    }
    // Known houses in the order of their numbers; one that stands before a lower number would turn the street about.
    let mut known: Vec<(u32, f64)> = Vec::new();
    let mut open: Vec<(u32, EntityIx)> = Vec::new();
    for house in houses {
        let record = catalog.entity(*house);
        let Some(number) = house_number(record) else { continue };
        match record.place.as_ref().and_then(|place| place.position) {
            None => open.push((number, *house)),
            Some(position) => {
                let along = street.nearest(position).map_or(0.0, |on| on.along);
                if known.last().is_none_or(|(_, last)| *last <= along) {
                    known.push((number, along));
                }
            }
        }
    }
    let long = street.length();
    open.iter()
        .filter_map(|(number, house)| {
            let low = known.iter().rev().find(|(known, _)| known <= number);
            let high = known.iter().find(|(known, _)| known > number);
            let between = |at: u32| low.is_none_or(|low| low.0 <= at) && high.is_none_or(|high| high.0 > at);
            let along = if let (Some(low), Some(high)) = (low, high) {
                low.1 + (high.1 - low.1) * f64::from(number - low.0) / f64::from(high.0 - low.0)
            } else {
                // One number, one place: houses of the same number share it.
                let mut numbers: Vec<u32> =
                    open.iter().map(|(number, _)| *number).filter(|number| between(*number)).collect();
                numbers.dedup();
                let place = numbers.iter().position(|other| other == number).unwrap_or(0);
                let share = (place + 1) as f64 / (numbers.len() + 1) as f64;
                let from = low.map_or(0.0, |low| low.1);
                from + (high.map_or(long, |high| high.1) - from) * share
            };
            Some((*house, street.at(along)?))
        })
        .collect()
}
