//! The drawn base map.

use super::{Builder, Part, id, tables::Table};
use crate::check::Code;
use crate::load::{reader::At, values::Position, written};
use crate::model::{BaseMap, Bounds, EntityIx, Licence, Shape, datum::metres};

impl Builder<'_, '_, '_> {
    /// A base map, unless its edges are the wrong way round.
    pub(super) fn map(&mut self, map: &written::BaseMap) -> Option<BaseMap> {
        let written::Bounds { south, west, north, east, node } = map.bounds;
        let edges = Bounds { south, west, north, east };
        let ordered =
            -90.0 <= south && south < north && north <= 90.0 && -180.0 <= west && west < east && east <= 180.0;
        if !ordered {
            self.note(Code::MapBounds, node, &[]);
        }
        let mut ids = Table::default();
        let mut shapes = Vec::new();
        for shape in &map.shapes {
            let built = self.admit_into(&mut ids, &shape.id, |builder| builder.shape(shape, ordered.then_some(edges)));
            shapes.extend(built);
        }
        let sources = self.source_list(&map.sources);
        let note = self.maybe_text(map.note.as_ref());
        let credit = map.credit.as_ref().map(|credit| self.licence(credit));
        let kept = self.set_aside(ordered.then_some(()));
        kept.map(|()| BaseMap { note, bounds: edges, sources, credit, shapes })
    }

    /// A licence, as the site or a base map names one.
    pub(super) fn licence(&mut self, licence: &written::Licence) -> Licence {
        Licence { name: self.text(&licence.name), url: licence.url.as_ref().map(|url| url.0.as_str().into()) }
    }

    fn shape(&mut self, shape: &written::Shape, edges: Option<Bounds>) -> Shape {
        let mut points = Vec::new();
        for At { value: Position(point), node } in &shape.points {
            // A course may run over an edge of the map, but no further beyond it than the map is long.
            match edges.filter(|edges| !edges.widened(1.0).holds(*point)) {
                Some(edges) => {
                    let kilometres = ((metres(edges.middle(), *point) / 1000.0) as u32).to_string();
                    let id = id(&shape.id);
                    self.note(Code::OffTheMap, *node, &[id.as_str(), &kilometres]);
                }
                None => points.push(*point),
            }
        }
        // One point has no course.
        if shape.points.len() == 1 {
            self.note(Code::Nothing, shape.node, &["@course"]);
        }
        if points.len() == 1 {
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
