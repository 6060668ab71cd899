//! Positions that cannot be meant: far from all others, or in another datum than the rest.

mod homes;

use std::collections::{BTreeMap, BTreeSet};

use super::Places;
use crate::check::Code;
use crate::load::{document::NodeIx, reader::Reader};
use crate::model::datum::{self, DATUMS, Datum, Position};
use crate::model::{BaseMap, Catalog, Entity, EntityIx, Shape};
use crate::sorting::sort;
use homes::Homes;

/// Metres from the middle of all positions beyond which one is off the map.
const FAR: f64 = 60_000.0;
/// With fewer positions nobody knows which of them is off.
const FEWEST: usize = 3;
/// Metres within which two positions are taken to be the same.
const NEAR: f64 = 60.0;
/// The same for two of which nothing tells that they are in one house.
const SAME: f64 = 20.0;

/// A share of the base map by which something on it may stand over its edge: streets go on there.
const OVER: f64 = 0.1;
/// What stands off where it belongs, and would without the shift stand within this share of that from it, is off by the shift.
const LEFT: f64 = 1.0 / 3.0;

/// Points of courses that may be looked at to tell in which datum positions are: a street may have points without number, and along it stand
/// houses without number. The first ones show the pattern.
const MOST_POINTS: usize = 5_000_000;

/// How many points may still be looked at.
struct Patience(usize);

impl Patience {
    /// Whether there is any left to look at so many more.
    fn lasts(&mut self, points: usize) -> bool {
        let lasts = self.0 > 0;
        self.0 = self.0.saturating_sub(points);
        lasts
    }
}

/// Runs the rules.
pub(super) fn run(reader: &mut Reader<'_, '_>, catalog: &Catalog, places: &Places) {
    let homes = Homes::new(catalog);
    let located: Vec<Placed<'_>> = catalog.each_entity().filter_map(|entity| Placed::of(entity, &homes)).collect();
    let told = wrong_datum(reader, &located, places);
    let mut patience = Patience(MOST_POINTS);
    for entity in located.iter().filter(|entity| !told.contains(&entity.at)) {
        let points: usize = entity.home.iter().map(|shape| shape.points.len()).sum();
        let is_off_home = patience.lasts(points * (1 + DATUMS.len())) && off_home(reader, entity, places);
        if !is_off_home {
            off_neighbour(reader, entity, &located, catalog, places);
        }
    }
    unknown_streets(reader, catalog, &homes, places);
    off_the_map(reader, &located, catalog.map.as_ref(), places);
    map_datum(reader, &located, &homes);
}

/// An entity with its position.
struct Placed<'a> {
    at: EntityIx,
    record: &'a Entity,
    position: Position,
    /// The shapes of the base map that have a course and are where it belongs.
    home: Vec<&'a Shape>,
}

impl<'a> Placed<'a> {
    fn of((at, record): (EntityIx, &'a Entity), homes: &Homes<'a>) -> Option<Self> {
        let place = record.place.as_ref()?;
        Some(Self { at, record, position: place.position?, home: homes.of(at, place) })
    }

    /// Street and house number.
    fn house(&self) -> Option<(&'a str, &'a str)> {
        let place = self.record.place.as_ref()?;
        Some((place.street.as_ref()?.as_str(), place.number.as_deref()?))
    }
}

/// Where an entity belongs somewhere on the base map it stands on that, or a little over its edge. Everything else may be in another
/// city: only what is far from the middle of all positions is wrong, and what is nearer is only said not to be drawn.
fn off_the_map(reader: &mut Reader<'_, '_>, located: &[Placed<'_>], map: Option<&BaseMap>, places: &Places) {
    let middle = (median(located, |position| position.0), median(located, |position| position.1));
    for entity in located {
        let bounds = map.map(|map| map.bounds.widened(OVER));
        let is_over = bounds.is_some_and(|bounds| !bounds.holds(entity.position));
        let is_far = located.len() >= FEWEST && datum::metres(entity.position, middle) > FAR;
        let (code, middle) = match bounds {
            Some(bounds) if is_over && !entity.home.is_empty() => (Code::OffTheMap, bounds.middle()),
            _ if is_far && entity.home.is_empty() => (Code::OffTheMap, middle),
            Some(bounds) if is_over => (Code::NotDrawn, bounds.middle()),
            _ => continue,
        };
        let kilometres = ((datum::metres(entity.position, middle) / 1000.0) as u32).to_string();
        let node = place_node(reader, places, entity.at);
        reader.note(code, node, &[entity.record.id.as_str(), &kilometres]);
    }
}

fn median(located: &[Placed<'_>], part: impl Fn(Position) -> f64) -> f64 {
    let mut values: Vec<f64> = located.iter().map(|entity| part(entity.position)).collect();
    sort(&mut values, f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Two entities in one house stand in one place. Where one of them is off by just the shift of a Chinese datum, its position was taken
/// from a map that has it. Along a street alone nothing can be told: it may be as long as the shift, and run its way. Gives whom it named.
fn wrong_datum(reader: &mut Reader<'_, '_>, located: &[Placed<'_>], places: &Places) -> BTreeSet<EntityIx> {
    let mut told = BTreeSet::new();
    let mut housed: Vec<&Placed<'_>> = located.iter().filter(|entity| entity.house().is_some()).collect();
    sort(&mut housed, |a, b| a.house().cmp(&b.house()));
    for house in housed.chunk_by(|a, b| a.house() == b.house()) {
        for datum in &DATUMS {
            let shifted = Shifted::new(house, datum);
            for entity in house {
                if let Some(other) = shifted.onto(entity.position).filter(|_| told.insert(entity.at)) {
                    let node = place_node(reader, places, entity.at);
                    let ids = [entity, house[other]].map(|located| located.record.id.as_str());
                    reader.note(Code::WrongDatum, node, &[ids[0], ids[1], datum.name]);
                }
            }
        }
    }
    told
}

/// Where those of one house would stand in another datum, in squares, so that nobody has to be compared with all others.
struct Shifted(BTreeMap<(i64, i64), Vec<(Position, usize)>>);

impl Shifted {
    fn new(house: &[&Placed<'_>], datum: &Datum) -> Self {
        let mut squares: BTreeMap<_, Vec<_>> = BTreeMap::new();
        // Who is alone in a house stands off from nobody.
        let some = house.iter().enumerate().filter(|_| house.len() > 1);
        for (at, entity) in some {
            let shifted = (datum.shift)(entity.position);
            // Outside of China nothing is shifted, and equal positions are no sign.
            if datum::metres(shifted, entity.position) > 2.0 * NEAR {
                squares.entry(Self::square(shifted)).or_default().push((shifted, at));
            }
        }
        Self(squares)
    }

    /// The square of a position: no less than [`NEAR`] along each edge, since the shift is applied to no latitude beyond 56 degrees, where a
    /// degree of longitude is more than half of one at the equator.
    fn square((lat, lon): Position) -> (i64, i64) {
        let edge = NEAR / datum::DEGREE;
        ((lat / edge).floor() as i64, (lon / (2.0 * edge)).floor() as i64)
    }

    /// The first whose shifted position is this one.
    fn onto(&self, position: Position) -> Option<usize> {
        let (row, column) = Self::square(position);
        let around = (row - 1..=row + 1).flat_map(|row| (column - 1..=column + 1).map(move |column| (row, column)));
        let is_near = |shifted: Position| datum::metres(shifted, position) < NEAR;
        let found = around.filter_map(|square| self.0.get(&square)?.iter().find(|(shifted, _)| is_near(*shifted)));
        found.map(|(_, at)| *at).min()
    }
}

/// An entity stands where it belongs on the base map. One that lies well off all of that, but would without the shift of a Chinese datum
/// lie on it or far nearer to it, was taken from a map that has it. Whether it was told so.
fn off_home(reader: &mut Reader<'_, '_>, entity: &Placed<'_>, places: &Places) -> bool {
    let off = |position: Position| {
        let near = entity.home.iter().filter_map(|shape| Some((off(shape, position)?, *shape)));
        near.min_by(|a, b| a.0.total_cmp(&b.0))
    };
    let back = DATUMS.iter().filter_map(|datum| Some((off(datum.back(entity.position))?.0, datum.name)));
    let nearest = back.min_by(|a, b| a.0.total_cmp(&b.0));
    let (Some((as_written, shape)), Some((back, datum))) = (off(entity.position), nearest) else { return false };
    let is_shifted = as_written > 2.0 * NEAR && back < NEAR.max(as_written * LEFT);
    if is_shifted {
        let node = place_node(reader, places, entity.at);
        reader.note(Code::WrongDatum, node, &[entity.record.id.as_str(), shape.id.as_str(), datum]);
    }
    is_shifted
}

/// Two that are tied by a link and stand apart by just the shift are one place from two maps. Others may stand so by chance.
fn off_neighbour(
    reader: &mut Reader<'_, '_>,
    entity: &Placed<'_>,
    located: &[Placed<'_>],
    catalog: &Catalog,
    places: &Places,
) {
    let graph = &catalog.graph;
    let ends = graph.leaving(entity.at).iter().chain(graph.reaching(entity.at)).map(|link| catalog.link(*link));
    let ends = ends.flat_map(|link| [link.from, link.to]).filter(|other| *other != entity.at);
    // They stand in the order of the file.
    let found = |other: EntityIx| located.binary_search_by(|placed| placed.at.cmp(&other)).ok().map(|at| &located[at]);
    let ties: Vec<&Placed<'_>> = ends.filter_map(found).collect();
    for datum in &DATUMS {
        let back = datum.back(entity.position);
        let is_same = |other: &&&Placed<'_>| datum::metres(back, other.position) < SAME;
        let is_elsewhere = datum::metres(back, entity.position) > 2.0 * NEAR;
        if let Some(other) = ties.iter().find(is_same).filter(|_| is_elsewhere) {
            let node = place_node(reader, places, entity.at);
            let ids = [entity, other].map(|located| located.record.id.as_str());
            reader.note(Code::WrongDatum, node, &[ids[0], ids[1], datum.name]);
            return;
        }
    }
}

/// Metres from a shape; none within one that is closed.
fn off(shape: &Shape, position: Position) -> Option<f64> {
    if shape.closed && is_inside(&shape.points, position) {
        return Some(0.0);
    }
    shape.nearest(position).map(|on| on.off)
}

/// Whether a closed course runs round a position: a ray from there crosses it an odd number of times.
fn is_inside(points: &[Position], (lat, lon): Position) -> bool {
    let edges = points.last().into_iter().chain(points).zip(points);
    let crossed = edges.filter(|(from, to)| {
        (from.0 > lat) != (to.0 > lat) && lon < from.1 + (to.1 - from.1) * (lat - from.0) / (to.0 - from.0)
    });
    crossed.count() % 2 == 1
}

/// Entities stand in their streets. Where most of them lie off by just the shift of a Chinese datum, one side was taken from a map that
/// has it.
fn map_datum(reader: &mut Reader<'_, '_>, located: &[Placed<'_>], homes: &Homes<'_>) {
    let housed =
        located.iter().filter_map(|entity| Some((entity.position, homes.street(entity.record.place.as_ref()?)?)));
    let mut patience = Patience(MOST_POINTS);
    // Each is looked at as it is, and there and back for each datum.
    let lasts = |(_, street): &(Position, &Shape)| patience.lasts(street.points.len() * (1 + 2 * DATUMS.len()));
    let housed: Vec<(Position, &Shape)> = housed.take_while(lasts).collect();
    let off = |moved: &dyn Fn(Position) -> Position| {
        let off = |(position, street): &(Position, &Shape)| street.nearest(moved(*position)).map_or(0.0, |on| on.off);
        housed.iter().map(off).sum::<f64>()
    };
    let count = housed.len() as f64;
    // A few houses a little off their street are no sign; nor is a map that fits no better either way.
    if count < 3.0 || off(&|position| position) <= 2.0 * NEAR * count {
        return;
    }
    let better = DATUMS.iter().map(|datum| (off(&datum.shift).min(off(&|position| datum.back(position))), datum.name));
    let best = better.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(off, _)| *off < NEAR * count);
    if let (Some((_, datum)), Some((_, street))) = (best, housed.first()) {
        let document = reader.document;
        let node = document
            .children(document.root())
            .find(|member| document.key(*member).is_some_and(|key| key == "map"))
            .unwrap_or_else(|| document.root());
        reader.note(Code::MapDatum, node, &[street.id.as_str(), datum]);
    }
}

/// What stands in a street that the base map does not draw is set nowhere on it; the id of the street may be misspelt.
fn unknown_streets(reader: &mut Reader<'_, '_>, catalog: &Catalog, homes: &Homes<'_>, places: &Places) {
    let Some(map) = &catalog.map else { return };
    for (at, record) in catalog.each_entity() {
        let Some(street) = record.place.as_ref().and_then(|place| place.street.as_ref()) else { continue };
        if homes.has(street.as_str()) {
            continue;
        }
        let near = reader.patience.nearest(street.as_str(), &mut map.shapes.iter().map(|shape| shape.id.as_str()));
        let node = place_node(reader, places, at);
        let [field] = reader.fields_of(node, ["street"]);
        reader.note_with(Code::UnknownStreet, field.unwrap_or(node), &[street.as_str()], near);
    }
}

/// Where the position of an entity stands in the file.
fn place_node(reader: &Reader<'_, '_>, places: &Places, entity: EntityIx) -> NodeIx {
    let node = places.entities[entity.at()];
    let document = reader.document;
    document.children(node).find(|member| document.key(*member).is_some_and(|key| key == "place")).unwrap_or(node)
}
