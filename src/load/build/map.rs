//! The drawn base map.

use super::{Builder, Part, id, tables::Table};
use crate::check::Code;
use crate::load::written;
use crate::model::{BaseMap, Bounds, EntityIx, Shape};

impl Builder<'_, '_, '_> {
    /// A base map, unless its edges are the wrong way round.
    pub(super) fn map(&mut self, map: &written::BaseMap) -> Option<BaseMap> {
        let written::Bounds { south, west, north, east, node } = map.bounds;
        let ordered =
            -90.0 <= south && south < north && north <= 90.0 && -180.0 <= west && west < east && east <= 180.0;
        if !ordered {
            self.note(Code::MapBounds, node, &[]);
        }
        let mut ids = Table::default();
        let mut shapes = Vec::new();
        for shape in &map.shapes {
            if self.enter_into(&mut ids, &shape.id) {
                let built = self.shape(shape);
                shapes.push(built);
            }
        }
        let sources = self.source_list(&map.sources);
        let note = self.maybe_text(map.note.as_ref());
        let kept = self.set_aside(ordered.then_some(()));
        kept.map(|()| BaseMap { note, bounds: Bounds { south, west, north, east }, sources, shapes })
    }

    fn shape(&mut self, shape: &written::Shape) -> Shape {
        let mut points: Vec<_> = shape.points.iter().map(|position| position.0).collect();
        // One point has no course.
        if points.len() == 1 {
            self.note(Code::Nothing, shape.node, &["@course"]);
            points.clear();
        }
        let width = shape.width.as_ref().filter(|width| {
            let fits = width.value > 0.0 && width.value <= 5000.0;
            if !fits {
                self.note(Code::NumberRange, width.node, &[self.reader.document.raw(width.node), "0 … 5000"]);
            }
            fits
        });
        Shape {
            id: id(&shape.id),
            kind: shape.kind,
            name: self.text_or_id(shape.name.as_ref(), &shape.id),
            entity: shape.entity.as_ref().and_then(|entity| self.resolve(Part::Entity, entity)).map(EntityIx::from),
            points,
            closed: shape.closed.unwrap_or(false),
            width: width.map(|width| width.value),
            small: shape.small.unwrap_or(false),
            note: self.maybe_text(shape.note.as_ref()),
            sources: self.source_list(&shape.sources),
        }
    }
}
