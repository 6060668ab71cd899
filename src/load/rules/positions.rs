//! Positions that cannot be meant: far from all others, or in another datum than the rest.

use super::Places;
use crate::check::Code;
use crate::load::{document::NodeIx, reader::Reader};
use crate::model::datum::{self, Position};
use crate::model::{BaseMap, Catalog, Entity, EntityIx, Shape};
use crate::sorting::sort;

/// Metres from the middle of all positions beyond which one is off the map.
const FAR: f64 = 60_000.0;
/// With fewer positions nobody knows which of them is off.
const FEWEST: usize = 3;
/// Metres within which two positions are taken to be the same.
const NEAR: f64 = 60.0;

/// Runs the rules.
pub(super) fn run(reader: &mut Reader<'_, '_>, catalog: &Catalog, places: &Places) {
    let located: Vec<Placed<'_>> = catalog.each_entity().filter_map(Placed::of).collect();
    if located.len() >= FEWEST {
        let middle = (median(&located, |position| position.0), median(&located, |position| position.1));
        for entity in &located {
            let far = datum::metres(entity.position, middle);
            if far > FAR {
                let kilometres = ((far / 1000.0) as u32).to_string();
                let node = place_node(reader, places, entity.at);
                reader.note(Code::OffTheMap, node, &[entity.record.id.as_str(), &kilometres]);
            }
        }
    }
    let told = wrong_datum(reader, &located, places);
    if let Some(map) = &catalog.map {
        map_datum(reader, &located, map);
        located
            .iter()
            .filter(|entity| !told.contains(&entity.at))
            .for_each(|entity| off_street(reader, entity, map, places));
    }
}

/// An entity with its position.
struct Placed<'a> {
    at: EntityIx,
    record: &'a Entity,
    position: Position,
}

impl<'a> Placed<'a> {
    fn of((at, record): (EntityIx, &'a Entity)) -> Option<Self> {
        Some(Self { at, record, position: record.place.as_ref()?.position? })
    }

    /// Its street, where the base map draws it.
    fn street(&self, map: &'a BaseMap) -> Option<&'a Shape> {
        map.street(self.record.place.as_ref()?.street.as_ref()?.as_str())
    }

    /// Street and house number.
    fn house(&self) -> Option<(&'a str, &'a str)> {
        let place = self.record.place.as_ref()?;
        Some((place.street.as_ref()?.as_str(), place.number.as_deref()?))
    }
}

fn median(located: &[Placed<'_>], part: impl Fn(Position) -> f64) -> f64 {
    let mut values: Vec<f64> = located.iter().map(|entity| part(entity.position)).collect();
    sort(&mut values, f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Two entities in one house stand in one place. Where one of them is off by just the shift of GCJ-02, its position was taken from
/// a Chinese map. Along a street alone nothing can be told: it may be as long as the shift, and run its way. Gives whom it named.
fn wrong_datum(reader: &mut Reader<'_, '_>, located: &[Placed<'_>], places: &Places) -> Vec<EntityIx> {
    let mut told = Vec::new();
    let mut housed: Vec<&Placed<'_>> = located.iter().filter(|entity| entity.house().is_some()).collect();
    sort(&mut housed, |a, b| a.house().cmp(&b.house()));
    for house in housed.chunk_by(|a, b| a.house() == b.house()) {
        for entity in house {
            let is_off = |other: &&&Placed<'_>| {
                let shifted = datum::gcj02(other.position);
                // Outside of China nothing is shifted, and equal positions are no sign.
                datum::metres(shifted, other.position) > 2.0 * NEAR && datum::metres(shifted, entity.position) < NEAR
            };
            if let Some(other) = house.iter().find(is_off) {
                let node = place_node(reader, places, entity.at);
                let ids = [entity, other].map(|located| located.record.id.as_str());
                reader.note(Code::WrongDatum, node, &[ids[0], ids[1], "GCJ-02"]);
                told.push(entity.at);
            }
        }
    }
    told
}

/// An entity stands in its street, where the base map draws that. One that lies well off it, but would lie on it without the shift of
/// GCJ-02, was taken from a Chinese map.
fn off_street(reader: &mut Reader<'_, '_>, entity: &Placed<'_>, map: &BaseMap, places: &Places) {
    let Some(street) = entity.street(map) else { return };
    let off = |position: Position| street.nearest(position).map(|on| on.off);
    let is_shifted = off(entity.position).is_some_and(|off| off > 2.0 * NEAR)
        && off(unshifted(entity.position)).is_some_and(|off| off < NEAR);
    if is_shifted {
        let node = place_node(reader, places, entity.at);
        reader.note(Code::WrongDatum, node, &[entity.record.id.as_str(), street.id.as_str(), "GCJ-02"]);
    }
}

/// The position that GCJ-02 shifts to this one, as nearly as the shift is the same at both.
fn unshifted(position: Position) -> Position {
    let (north, east) = datum::gcj02(position);
    (2.0 * position.0 - north, 2.0 * position.1 - east)
}

/// Entities stand in their streets. Where most of them lie off by just the shift of GCJ-02, one side was taken from a Chinese map.
fn map_datum(reader: &mut Reader<'_, '_>, located: &[Placed<'_>], map: &BaseMap) {
    let housed = located.iter().filter_map(|entity| Some((entity.position, entity.street(map)?)));
    let (mut count, mut as_written, mut onto, mut back) = (0.0, 0.0, 0.0, 0.0);
    let mut first = None;
    for (position, street) in housed {
        let off = |position: Position| street.nearest(position).map_or(0.0, |on| on.off);
        count += 1.0;
        as_written += off(position);
        onto += off(datum::gcj02(position));
        back += off(unshifted(position));
        first = first.or(Some(street));
    }
    // A few houses a little off their street are no sign; nor is a map that fits no better either way.
    let better = onto.min(back);
    if let (true, Some(street)) = (count >= 3.0 && as_written > 2.0 * NEAR * count && better < NEAR * count, first) {
        let document = reader.document;
        let node = document
            .children(document.root())
            .find(|member| document.key(*member).is_some_and(|key| key == "map"))
            .unwrap_or_else(|| document.root());
        reader.note(Code::MapDatum, node, &[street.id.as_str(), "GCJ-02"]);
    }
}

/// Where the position of an entity stands in the file.
fn place_node(reader: &Reader<'_, '_>, places: &Places, entity: EntityIx) -> NodeIx {
    let node = places.entities[entity.at()];
    let document = reader.document;
    document.children(node).find(|member| document.key(*member).is_some_and(|key| key == "place")).unwrap_or(node)
}
