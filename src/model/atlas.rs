//! The drawn base map: shapes in degrees, and where entities stand on it.

use super::{EntityIx, Id, SourceIx, Text, datum::Position};

/// What a shape is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// River, creek, lake.
    Water,
    /// Park, garden.
    Green,
    /// Land within water.
    Island,
    /// Street or lane.
    Street,
    /// Railway or metro.
    Rail,
    /// An edge of the district.
    Boundary,
}

impl ShapeKind {
    /// Every kind with its word in the file.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Water, "water"),
        (Self::Green, "green"),
        (Self::Island, "island"),
        (Self::Street, "street"),
        (Self::Rail, "rail"),
        (Self::Boundary, "boundary"),
    ];
}

/// The edges of a map in degrees, WGS-84.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// Its southern edge.
    pub south: f64,
    /// Its western edge.
    pub west: f64,
    /// Its northern edge.
    pub north: f64,
    /// Its eastern edge.
    pub east: f64,
}

impl Bounds {
    /// Whether a position lies within.
    pub fn holds(&self, (lat, lon): Position) -> bool {
        (self.south..=self.north).contains(&lat) && (self.west..=self.east).contains(&lon)
    }
}

/// Something drawn on the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its id; a street's is the one that addresses name.
    pub id: Id,
    /// What it is.
    pub kind: ShapeKind,
    /// Its name.
    pub name: Text,
    /// The entity that it is.
    pub entity: Option<EntityIx>,
    /// Its course; a street's in the order of house numbers. Empty: named, not drawn. Never a single point.
    pub points: Vec<Position>,
    /// Whether the last point is joined to the first.
    pub closed: bool,
    /// Its width in metres, where it is drawn as a line.
    pub width: Option<f64>,
    /// Whether its name is set small.
    pub small: bool,
    /// What to know of it.
    pub note: Option<Text>,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}

/// The drawn base map.
#[derive(Clone, Debug, PartialEq)]
pub struct BaseMap {
    /// What it is and is not.
    pub note: Option<Text>,
    /// Its edges; south is below north, west before east.
    pub bounds: Bounds,
    /// What it was drawn from.
    pub sources: Vec<SourceIx>,
    /// What is drawn, from the ground up.
    pub shapes: Vec<Shape>,
}

impl BaseMap {
    /// The street with this id.
    pub fn street(&self, id: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.kind == ShapeKind::Street && shape.id.as_str() == id)
    }
}
