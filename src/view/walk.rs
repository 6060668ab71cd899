//! Walks: stops in order, what is left out of them and why, how far apart they are, and the same for other maps.
//!
//! Positions are WGS-84, as in the file; Amap wants GCJ-02. Distances run straight from stop to stop, as the crow flies.

mod files;
mod measure;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    model::{
        Catalog, Date, Entity, EntityIx, Id, KindIx, Lang,
        datum::{Position, gcj02, metres},
    },
    sorting::sort,
    trace::Trace,
    view::ground,
};

pub use files::{geojson, gpx};
pub use measure::{Measure, measure, vague};

/// Why something that could be visited is no stop of the walk along a trace.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Left {
    /// It is no more, since then.
    Closed(Date),
    /// It was only planned when its source was written.
    Planned,
    /// It stands off the base map, so many metres from its middle.
    Elsewhere(f64),
    /// Nothing says where on the base map it stands.
    Unset,
    /// It has no place in the file at all.
    NoPlace,
}

/// The walk along a trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Along {
    /// What it stops at, in order.
    pub stops: Vec<EntityIx>,
    /// What it leaves out, in the order of the file.
    pub left: Vec<(EntityIx, Left)>,
}

/// The position of a stop, where a source gives one.
pub fn position(catalog: &Catalog, stop: EntityIx) -> Option<Position> {
    catalog.entity(stop).place.as_ref()?.position
}

/// How many metres from the middle of the base map a stop stands whose position lies off it.
pub fn off_map(catalog: &Catalog, stop: EntityIx) -> Option<f64> {
    beyond(catalog, position(catalog, stop)?)
}

/// How many metres from the middle of the base map a position is that lies off it.
fn beyond(catalog: &Catalog, at: Position) -> Option<f64> {
    let bounds = &catalog.map.as_ref()?.bounds;
    (!bounds.holds(at)).then(|| metres(bounds.middle(), at))
}

/// Metres from stop to stop, straight; `None` where fewer than two stops have a position.
fn length(catalog: &Catalog, stops: &[EntityIx]) -> Option<f64> {
    let placed: Vec<Position> = stops.iter().filter_map(|stop| position(catalog, *stop)).collect();
    (placed.len() > 1).then(|| placed.windows(2).map(|pair| metres(pair[0], pair[1])).sum())
}

/// What is lit in a trace and can be visited: all but goods, in the order of the file.
fn visitable<'a>(catalog: &'a Catalog, trace: &'a Trace) -> impl Iterator<Item = EntityIx> + 'a {
    let goods = |kind: KindIx| catalog.kinds.get(kind.at()).is_some_and(|kind| kind.goods);
    let lit = catalog.each_entity().filter(|(entity, _)| trace.part(*entity).is_lit());
    lit.filter(move |(_, record)| !goods(record.kind)).map(|(entity, _)| entity)
}

/// The walk along a trace: what is lit, can be visited, is there still and stands in the district, as far as the file tells. What has
/// no place in the file and is nothing on its base map is left out, and said to be where others of its kind have a place: a visitor
/// looks for a market, a house, an origin. Of a kind of which the file places nobody, such as persons and crafts, nobody expects that
/// it stands somewhere; to say that its place is not on record would read as if it had been lost.
///
/// First what stands somewhere, in a walking order: from the westernmost always to the nearest that is left, then turned about wherever
/// two ways cross that need not (2-opt, Croes 1958). For this order, and for nothing else, a house without a position stands where its
/// number puts it along its street on the base map. Then what has an address or a street alone, or is on the map without a position,
/// street by street and by house number; where in the walk that comes nobody can tell.
pub fn along(catalog: &Catalog, trace: &Trace) -> Along {
    let numbered = ground::by_house_number(catalog);
    let by_number = |entity: EntityIx| numbered.iter().find(|(set, _)| *set == entity).map(|(_, at)| *at);
    let stands = |entity: EntityIx| position(catalog, entity).or_else(|| by_number(entity));
    let (mut placed, mut addressed, mut left) = (Vec::new(), Vec::new(), Vec::new());
    let mut placed_kinds = vec![false; catalog.kinds.len()];
    for (_, record) in catalog.each_entity().filter(|(_, record)| record.place.is_some()) {
        placed_kinds[record.kind.at()] = true;
    }
    for entity in visitable(catalog, trace) {
        let on_map = is_on_map(catalog, entity);
        let record = catalog.entity(entity);
        let place = record.place.as_ref();
        if place.is_none() && !on_map && !placed_kinds[record.kind.at()] {
            continue;
        }
        let at = stands(entity);
        if let Some(why) = left_out(catalog, entity, at, on_map) {
            left.push((entity, why));
        } else if let Some(at) = at {
            placed.push((entity, at));
        } else if on_map || place.is_some_and(|place| place.address.is_some() || place.street.is_some()) {
            addressed.push(entity);
        } else {
            left.push((entity, unset(record)));
        }
    }
    let mut stops = way(placed);
    stops.extend(by_street(catalog, addressed));
    Along { stops, left }
}

/// Why something is no stop. An end that may lie after the day of the data, as exactly as both are given, may not have come yet. Where
/// the file draws a map, its walks keep to that: what stands off it is in another place, and an address in words alone may be in any.
fn left_out(catalog: &Catalog, entity: EntityIx, at: Option<Position>, on_map: bool) -> Option<Left> {
    let record = catalog.entity(entity);
    if record.planned {
        return Some(Left::Planned);
    }
    let is_over = |end: &Date| catalog.site.updated.is_none_or(|now| now.is_after(end));
    if let Some(end) = record.until.as_ref().map(|until| until.date).filter(is_over) {
        return Some(Left::Closed(end));
    }
    match at {
        Some(at) => beyond(catalog, at).map(Left::Elsewhere),
        None => (!on_map && catalog.map.is_some()).then(|| unset(record)),
    }
}

/// Why something without a position is no stop.
fn unset(record: &Entity) -> Left {
    if record.place.is_some() { Left::Unset } else { Left::NoPlace }
}

/// Whether something without a position is a shape of the base map, or has one for its street; or what it stands in is, has one, or has
/// a position on it.
fn is_on_map(catalog: &Catalog, entity: EntityIx) -> bool {
    let Some(map) = &catalog.map else { return false };
    let shaped = |entity: EntityIx| {
        let street = catalog.entity(entity).place.as_ref().and_then(|place| place.street.as_ref());
        map.shapes.iter().any(|shape| shape.entity == Some(entity) || Some(&shape.id) == street)
    };
    let around = catalog.graph.leaving(entity).iter().map(|link| catalog.link(*link));
    let mut around = around.filter(|link| catalog.link_kind(link.kind).within).map(|link| link.to);
    shaped(entity)
        || around.any(|whole| position(catalog, whole).map_or_else(|| shaped(whole), |at| map.bounds.holds(at)))
}

/// Stops street by street, in the order in which streets are first named, each by house number; last what names no street.
fn by_street(catalog: &Catalog, stops: Vec<EntityIx>) -> Vec<EntityIx> {
    let street = |stop: EntityIx| catalog.entity(stop).place.as_ref()?.street.as_ref().map(Id::as_str);
    let first = |stop: EntityIx| {
        let named = street(stop).and_then(|named| stops.iter().position(|other| street(*other) == Some(named)));
        named.unwrap_or(stops.len())
    };
    let number = |stop: EntityIx| ground::house_number(catalog.entity(stop)).unwrap_or(u32::MAX);
    let mut out = stops.clone();
    sort(&mut out, |a, b| (first(*a), number(*a), *a).cmp(&(first(*b), number(*b), *b)));
    out
}

/// Who stands where, in a walking order.
fn way(mut left: Vec<(EntityIx, Position)>) -> Vec<EntityIx> {
    let first = left.iter().enumerate().min_by(|(_, (_, a)), (_, (_, b))| a.1.total_cmp(&b.1)).map(|(at, _)| at);
    let Some(first) = first else { return Vec::new() };
    let mut way = vec![left.remove(first)];
    while let Some((_, last)) = way.last().copied() {
        let near = |at: &(EntityIx, Position)| metres(last, at.1);
        let next = left.iter().enumerate().min_by(|(_, a), (_, b)| near(a).total_cmp(&near(b))).map(|(at, _)| at);
        let Some(next) = next else { break };
        way.push(left.remove(next));
    }
    let far = |way: &[(EntityIx, Position)], a: usize, b: usize| metres(way[a].1, way[b].1);
    let mut better = true;
    while better {
        better = false;
        for from in 1..way.len().saturating_sub(1) {
            for to in from + 1..way.len() {
                let after = if to + 1 < way.len() { far(&way, to, to + 1) } else { 0.0 };
                let turned = if to + 1 < way.len() { far(&way, from, to + 1) } else { 0.0 };
                if far(&way, from - 1, to) + turned + 0.01 < far(&way, from - 1, from) + after {
                    way[from..=to].reverse();
                    better = true;
                }
            }
        }
    }
    way.into_iter().map(|(entity, _)| entity).collect()
}

/// Where other maps show an entity: their names with addresses. By position where there is one, each in the datum it wants, else by
/// name and address, written as they are in the place: in the first language of the file; for Amap in the first Chinese one, where
/// the file has any.
pub fn elsewhere(catalog: &Catalog, entity: EntityIx, lang: Lang) -> Vec<(&'static str, String)> {
    let record = catalog.entity(entity);
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let Some((lat, lon)) = position(catalog, entity) else {
        let address = record.place.as_ref().and_then(|place| place.address.as_ref());
        let written = |lang: Lang| {
            let parts = address.into_iter().chain([&record.name.full]).map(|part| part.words(lang));
            encode(&parts.collect::<Vec<_>>().join(" "))
        };
        let languages = &catalog.site.languages;
        let local = languages.first().copied().unwrap_or(lang);
        let chinese = languages.iter().copied().find(|lang| lang.is_chinese()).unwrap_or(local);
        let asked = written(local);
        return vec![
            ("Amap", format!("https://uri.amap.com/search?keyword={}", written(chinese))),
            ("Apple Maps", format!("https://maps.apple.com/?q={asked}")),
            ("Google Maps", format!("https://www.google.com/maps/search/?api=1&query={asked}")),
            ("OpenStreetMap", format!("https://www.openstreetmap.org/search?query={asked}")),
        ];
    };
    let (north, east) = gcj02((lat, lon));
    // A marker is labelled for the reader.
    let name = encode(record.name.full.words(lang));
    vec![
        ("Amap", format!("https://uri.amap.com/marker?position={east:.6},{north:.6}&name={name}&coordinate=gaode")),
        ("Apple Maps", format!("https://maps.apple.com/?ll={lat},{lon}&q={name}")),
        ("Google Maps", format!("https://www.google.com/maps/search/?api=1&query={lat},{lon}")),
        ("OpenStreetMap", format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}")),
    ]
}

#[cfg(test)]
mod tests;
