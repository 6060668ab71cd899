//! Where entities belong on the base map.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Catalog, EntityIx, Place, Shape, ShapeKind, Tag};

/// The most pieces in which something is drawn. Where an entity belongs to more of them nobody knows to which.
const PIECES: usize = 100;

/// The shapes of a base map by whatever leads to them, looked through once for all entities.
pub(super) struct Homes<'a> {
    catalog: &'a Catalog,
    shapes: &'a [Shape],
    by_entity: BTreeMap<EntityIx, Vec<usize>>,
    by_id: BTreeMap<&'a str, usize>,
    by_name: BTreeMap<(Tag, &'a str), Vec<usize>>,
}

impl<'a> Homes<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        let shapes = catalog.map.as_ref().map_or(&[][..], |map| &map.shapes);
        let (mut by_entity, mut by_name) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        let mut by_id = BTreeMap::new();
        for (at, shape) in shapes.iter().enumerate() {
            by_id.entry(shape.id.as_str()).or_insert(at);
            // One without a course is nowhere.
            if shape.points.len() > 1 {
                by_entity.entry(shape.entity).or_default().push(at);
                for spelling in &shape.name.0 {
                    by_name.entry((spelling.tag, &*spelling.text)).or_default().push(at);
                }
            }
        }
        let by_entity = by_entity.into_iter().filter_map(|(entity, shapes)| Some((entity?, shapes))).collect();
        Self { catalog, shapes, by_entity, by_id, by_name }
    }

    /// The shapes that have a course and are where an entity belongs, by whatever says most of where it is: the shape that it is itself,
    /// its street, what it stands within, or a name that is all that is said of its place.
    pub(super) fn of(&self, entity: EntityIx, place: &Place) -> Vec<&'a Shape> {
        let own = || self.by_entity.get(&entity).into_iter().flatten();
        let street = || place.street.as_ref().and_then(|id| self.by_id.get(id.as_str())).into_iter();
        let wholes = || {
            let links = self.catalog.graph.leaving(entity).iter().map(|link| self.catalog.link(*link));
            let wholes = links.filter(|link| self.catalog.link_kind(link.kind).within).map(|link| link.to);
            wholes.filter_map(|whole| self.by_entity.get(&whole)).flatten()
        };
        let named = || {
            let said = place.address.iter().chain(&place.area).flat_map(|text| &text.0);
            said.filter_map(|spelling| self.by_name.get(&(spelling.tag, &*spelling.text))).flatten()
        };
        let found = self.drawn(own());
        let found = if found.is_empty() { self.drawn(street()) } else { found };
        let found = if found.is_empty() { self.drawn(wholes()) } else { found };
        let found = if found.is_empty() { self.drawn(named()) } else { found };
        if found.len() > PIECES { Vec::new() } else { found }
    }

    /// These of the shapes that have a course, each once and in the order of the map; no more of them than are needed to see that they are
    /// too many.
    fn drawn<'s>(&self, shapes: impl Iterator<Item = &'s usize>) -> Vec<&'a Shape> {
        let drawn = shapes.copied().filter(|at| self.shapes[*at].points.len() > 1);
        let mut found = BTreeSet::new();
        for at in drawn {
            found.insert(at);
            if found.len() > PIECES {
                break;
            }
        }
        found.into_iter().map(|at| &self.shapes[at]).collect()
    }

    /// Whether the base map draws something with this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The street that a place names, where the base map has it.
    pub(super) fn street(&self, place: &Place) -> Option<&'a Shape> {
        let shape = &self.shapes[*self.by_id.get(place.street.as_ref()?.as_str())?];
        (shape.kind == ShapeKind::Street).then_some(shape)
    }
}
