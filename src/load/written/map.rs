//! The drawn base map, as written.

use super::{Licence, Ref};
use crate::load::reader::At;
use crate::load::texts::Texts;
use crate::load::values::Position;
use crate::model::ShapeKind;

record! {
    /// The edges of a map, in degrees, WGS-84.
    pub struct Bounds {
        /// Its southern edge.
        "south" required south: f64,
        /// Its western edge.
        "west" required west: f64,
        /// Its northern edge.
        "north" required north: f64,
        /// Its eastern edge.
        "east" required east: f64,
    }
}

record! {
    /// Something drawn on the base map: water, land, a street.
    pub struct Shape {
        /// Its id; a street's is the one that addresses name.
        "id" required id: Ref,
        /// What it is.
        "kind" required kind: ShapeKind,
        /// Its name.
        "name" expected name: Texts,
        /// The entity that it is.
        "entity" optional entity: Ref,
        /// Its course, `[latitude, longitude]` each, WGS-84; a street's in the order of house numbers. Absent: named, not drawn.
        "points" list points: At<Position>,
        /// Whether the last point is joined to the first.
        "closed" optional closed: bool,
        /// Its width in metres, where it is drawn as a line.
        "width" optional width: At<f64>,
        /// Whether its name is set small.
        "small" optional small: bool,
        /// What to know of it.
        "note" optional note: Texts,
        /// Who says so.
        "sources" list sources: Ref,
    }
}

record! {
    /// The drawn base map: a sketch, not a survey.
    pub struct BaseMap {
        /// What it is and is not.
        "note" optional note: Texts,
        /// Its edges.
        "bounds" required bounds: Bounds,
        /// What it was drawn from.
        "sources" list sources: Ref,
        /// Whose data it was drawn from and under which licence, as that wants to be said on the map.
        "credit" optional credit: Licence,
        /// What is drawn, from the ground up.
        "shapes" list shapes: Shape,
    }
}
