//! The drawn base map: shapes in degrees, and where entities stand on it.

use super::{
    EntityIx, Id, Licence, SourceIx, Text,
    datum::{Position, metres},
};

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
    /// The position in the middle.
    pub fn middle(&self) -> Position {
        (f64::midpoint(self.south, self.north), f64::midpoint(self.west, self.east))
    }

    /// The edges moved outwards by a share of the way between them.
    #[must_use]
    pub fn widened(&self, share: f64) -> Self {
        let (high, wide) = ((self.north - self.south) * share, (self.east - self.west) * share);
        Self { south: self.south - high, west: self.west - wide, north: self.north + high, east: self.east + wide }
    }

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

/// Where on a course something stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnCourse {
    /// The nearest position of the course.
    pub position: Position,
    /// Metres from it.
    pub off: f64,
    /// Metres along the course to it.
    pub along: f64,
}

impl Shape {
    /// The place of the course that is nearest to a position; `None` without a course.
    pub fn nearest(&self, to: Position) -> Option<OnCourse> {
        let mut best: Option<OnCourse> = None;
        let mut walked = 0.0;
        for pair in self.points.windows(2) {
            let (from, onto) = (pair[0], pair[1]);
            let long = metres(from, onto);
            // In metres north and east of the beginning of this piece, so that a right angle is one.
            let flat = |at: Position| {
                let north = metres(from, (at.0, from.1)).copysign(at.0 - from.0);
                (north, metres(from, (from.0, at.1)).copysign(at.1 - from.1))
            };
            let ((a, b), (c, d)) = (flat(onto), flat(to));
            let share = if long > 0.0 { ((a * c + b * d) / (long * long)).clamp(0.0, 1.0) } else { 0.0 };
            let position = between(from, onto, share);
            let off = metres(position, to);
            if best.is_none_or(|best| off < best.off) {
                best = Some(OnCourse { position, off, along: walked + long * share });
            }
            walked += long;
        }
        best
    }

    /// The position so many metres along the course, held to its ends; `None` without a course.
    pub fn at(&self, along: f64) -> Option<Position> {
        let mut left = along.max(0.0);
        for pair in self.points.windows(2) {
            let long = metres(pair[0], pair[1]);
            if left <= long && long > 0.0 {
                return Some(between(pair[0], pair[1], left / long));
            }
            left -= long;
        }
        self.points.last().copied()
    }

    /// Metres of the course.
    pub fn length(&self) -> f64 {
        self.points.windows(2).map(|pair| metres(pair[0], pair[1])).sum()
    }
}

/// The position at a share of the way.
fn between(from: Position, onto: Position, share: f64) -> Position {
    (from.0 + (onto.0 - from.0) * share, from.1 + (onto.1 - from.1) * share)
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
    /// Whose data that is, to be said on the map.
    pub credit: Option<Licence>,
    /// What is drawn, from the ground up.
    pub shapes: Vec<Shape>,
}

impl BaseMap {
    /// The street with this id.
    pub fn street(&self, id: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.kind == ShapeKind::Street && shape.id.as_str() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A street of two pieces: 1,112 m north, then as far east.
    fn street() -> Shape {
        let points = vec![(23.10, 113.20), (23.11, 113.20), (23.11, 113.21)];
        Shape {
            id: Id::new("street"),
            kind: ShapeKind::Street,
            name: Text::default(),
            entity: None,
            points,
            closed: false,
            width: None,
            small: false,
            note: None,
            sources: Vec::new(),
        }
    }

    #[test]
    fn what_stands_beside_a_street_is_on_it_across_from_there() {
        let on = street().nearest((23.105, 113.2005)).expect("it has a course");
        assert!((on.position.0 - 23.105).abs() < 1e-6 && (on.position.1 - 113.20).abs() < 1e-9);
        assert!((on.along - 556.0).abs() < 1.0 && (on.off - 51.1).abs() < 0.5, "{on:?}");
    }

    #[test]
    fn what_stands_beyond_the_end_of_a_street_is_at_its_end() {
        let on = street().nearest((23.11, 113.22)).expect("it has a course");
        assert_eq!(on.position, (23.11, 113.21));
        assert!((on.along - street().length()).abs() < 1.0);
    }

    #[test]
    fn the_way_along_a_street_is_found_again() {
        for along in [0.0, 300.0, 1111.95, 1500.0] {
            let at = street().at(along).and_then(|at| street().nearest(at)).expect("it has a course");
            assert!((at.along - along).abs() < 1.5 && at.off < 0.1, "{along}: {at:?}");
        }
        assert_eq!(street().at(9e9), Some((23.11, 113.21)));
        assert_eq!(Shape { points: Vec::new(), ..street() }.at(3.0), None);
    }
}
