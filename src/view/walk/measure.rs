//! How far it is along a walk, and what that rests on.

use super::{length, position};
use crate::model::{Catalog, EntityIx, PositionPrecision};

/// How far it is from stop to stop, and what that rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measure {
    /// The stops.
    pub stops: usize,
    /// Those with an exact position.
    pub exact: usize,
    /// Those whose position is the middle of an area within which they are, or which they are.
    pub areas: usize,
    /// Metres between both of these, straight; `None` where there are fewer than two.
    pub metres: Option<f64>,
}

/// How exact the position of a stop is, where it has one that is not exact.
pub fn vague(catalog: &Catalog, stop: EntityIx) -> Option<PositionPrecision> {
    let place = catalog.entity(stop).place.as_ref().filter(|place| place.position.is_some())?;
    place.precision.filter(|precision| *precision != PositionPrecision::Building)
}

/// Measures a walk.
pub fn measure(catalog: &Catalog, stops: &[EntityIx]) -> Measure {
    let placed = stops.iter().filter(|stop| position(catalog, **stop).is_some()).count();
    let areas = stops.iter().filter(|stop| vague(catalog, **stop).is_some()).count();
    Measure { stops: stops.len(), exact: placed - areas, areas, metres: length(catalog, stops) }
}
