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
mod tests {
    use super::*;
    use crate::{
        load::load,
        model::{Depth, EvidenceSet, LensIx},
        trace::{self, Request},
    };

    /// Four houses on one street, west to east a, b, c, d, all supplied by a; e without a place, f with a street alone, and g,
    /// goods from that street.
    fn catalog() -> Catalog {
        let house = |id: &str, lon: &str| {
            format!(
                "{{\"id\":\"{id}\",\"kind\":\"{}\",\"stage\":\"{}\",\"name\":{{\"en\":\"{id} & \\\"co\\\"\"}}{lon}}}",
                if id == "g" { "goods" } else { "k" },
                if id == "a" { "s" } else { "t" }
            )
        };
        let at = |lon: &str| format!(",\"place\":{{\"lat\":23.12,\"lon\":{lon}}}");
        let entities = [
            ("a", at("113.23")),
            ("d", at("113.26")),
            ("b", at("113.24")),
            ("c", at("113.25")),
            ("e", String::new()),
            ("f", ",\"place\":{\"street\":\"lane\"}".to_owned()),
            ("g", at("113.245")),
        ];
        let entities: Vec<String> = entities.iter().map(|(id, at)| house(id, at)).collect();
        let links: Vec<String> = ["b", "c", "d", "e", "f", "g"]
            .iter()
            .map(|to| format!("{{\"from\":\"a\",\"to\":\"{to}\",\"kind\":\"supplies\",\"evidence\":\"unsourced\"}}"))
            .collect();
        let file = format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"T\"}},\"languages\":[\"en\"]}},\"stages\":[{{\"id\":\"s\",\"name\":{{\"en\":\"S\"}}}},{{\"id\":\"t\",\"name\":{{\"en\":\"T\"}}}}],\"kinds\":[{{\"id\":\"k\",\"name\":{{\"en\":\"K\"}}}},{{\"id\":\"goods\",\"name\":{{\"en\":\"G\"}},\"goods\":true}}],\"linkKinds\":[{{\"id\":\"supplies\",\"flow\":true,\"name\":{{\"en\":\"supplies\"}}}}],\"entities\":[{}],\"links\":[{}]}}",
            entities.join(","),
            links.join(",")
        );
        load(file.as_bytes()).catalog.unwrap_or_default()
    }

    /// The whole chain of the first entity.
    fn everything() -> Request {
        let (up, down) = (Depth::All, Depth::All);
        Request { focus: EntityIx(0), up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL }
    }

    /// A district of 2026 with a base map of one lane: entities of one stage, and what the first of them supplies.
    fn mapped(entities: &[String], supplied: &[&str], more: &str) -> Catalog {
        load(mapped_text(entities, supplied, more).as_bytes()).catalog.unwrap_or_default()
    }

    fn mapped_text(entities: &[String], supplied: &[&str], more: &str) -> String {
        let link = |to: &&str| format!("{{\"from\":\"a\",\"to\":\"{to}\",\"kind\":\"l\",\"evidence\":\"unsourced\"}}");
        let links: Vec<String> = supplied.iter().map(link).collect();
        format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"T\"}},\"languages\":[\"en\"],\"updated\":\"2026-11\"}},\"stages\":[{{\"id\":\"s\",\"name\":{{\"en\":\"S\"}}}}],\"kinds\":[{{\"id\":\"k\",\"name\":{{\"en\":\"K\"}}}}],\"linkKinds\":[{{\"id\":\"l\",\"flow\":true,\"name\":{{\"en\":\"l\"}}}},{{\"id\":\"in\",\"flow\":false,\"within\":true,\"name\":{{\"en\":\"in\"}}}}],\"entities\":[{}],\"links\":[{}{more}],\"map\":{{\"bounds\":{{\"south\":23.10,\"west\":113.22,\"north\":23.14,\"east\":113.27}},\"shapes\":[{{\"id\":\"lane\",\"kind\":\"street\",\"name\":{{\"en\":\"Lane\"}},\"points\":[[23.12,113.22],[23.12,113.27]]}},{{\"id\":\"far\",\"kind\":\"street\",\"name\":{{\"en\":\"Far\"}}}},{{\"id\":\"hill\",\"kind\":\"street\",\"entity\":\"j\",\"name\":{{\"en\":\"Hill\"}}}}]}}}}",
            entities.join(","),
            links.join(",")
        )
    }

    fn ids(catalog: &Catalog, stops: &[EntityIx]) -> String {
        stops.iter().map(|stop| catalog.entity(*stop).id.as_str()).collect()
    }

    #[test]
    fn a_trace_is_walked_in_order_then_what_has_a_street_alone_without_goods_and_what_has_no_place() {
        let catalog = catalog();
        let Along { stops, left } = along(&catalog, &trace::run(&catalog, everything()));
        assert_eq!(
            (ids(&catalog, &stops).as_str(), said(&catalog, &left)),
            ("abcdf", vec!["e has no place".to_owned()])
        );
        let walked = length(&catalog, &stops).unwrap_or_default();
        assert!((walked - 3068.0).abs() < 10.0, "{walked}");
        assert_eq!(length(&catalog, &[EntityIx(4)]), None);
    }

    #[test]
    fn a_way_begins_in_the_west_goes_to_what_is_nearest_and_is_turned_about_where_that_is_shorter() {
        let told = |at: &[(f64, f64)]| -> String {
            let stops = at.iter().enumerate().map(|(at, place)| (EntityIx(at as u32), *place));
            way(stops.collect()).iter().map(|stop| stop.0.to_string()).collect()
        };
        assert_eq!(told(&[(23.12, 113.22), (23.12, 113.28), (23.125, 113.25), (23.12, 113.24)]), "0321");
        // To the nearest each time, 42301, is longer.
        let houses = [(23.14, 113.25), (23.12, 113.245), (23.135, 113.245), (23.135, 113.25), (23.135, 113.22)];
        assert_eq!(told(&houses), "41230");
    }

    #[test]
    fn a_house_without_a_position_comes_where_its_number_puts_it_and_others_by_street_and_number() {
        let house = |id: &str, place: &str| {
            format!(
                "{{\"id\":\"{id}\",\"kind\":\"k\",\"stage\":\"s\",\"name\":{{\"en\":\"{id}\"}},\"place\":{{{place}}}}}"
            )
        };
        let on = |street: &str, number: &str| format!("\"street\":\"{street}\",\"number\":\"{number}\"");
        let at = |lon: &str, number: &str| format!("\"lat\":23.12,\"lon\":{lon},{}", on("lane", number));
        let entities = [
            house("a", &at("113.23", "1")),
            house("f", &on("far", "9")),
            house("c", "\"address\":{\"en\":\"In a\"}"),
            house("h", &on("hill", "2")),
            house("e", &on("far", "3")),
            house("d", &at("113.26", "31")),
            house("b", &on("lane", "11")),
        ];
        let within = ",{\"from\":\"c\",\"to\":\"a\",\"kind\":\"in\",\"evidence\":\"unsourced\"}";
        let catalog = mapped(&entities, &["b", "c", "d", "e", "f", "h"], within);
        let Along { stops, .. } = along(&catalog, &trace::run(&catalog, everything()));
        // Between the two whose positions are known; then far, then hill, then what names no street.
        assert_eq!(ids(&catalog, &stops), "abdefhc");
        // The place that a number gives is for the order alone.
        assert_eq!(length(&catalog, &stops), length(&catalog, &[stops[0], stops[2]]));
        assert_eq!(gpx(&catalog, "w", &stops, Lang::En).matches("<wpt ").count(), 2);
    }

    #[test]
    fn what_is_no_more_and_what_stands_elsewhere_or_nobody_knows_where_is_no_stop_and_said_to_be_none() {
        let house = |id: &str, more: &str| {
            format!("{{\"id\":\"{id}\",\"kind\":\"k\",\"stage\":\"s\",\"name\":{{\"en\":\"{id}\"}}{more}}}")
        };
        let at = |lat: f64| format!(",\"place\":{{\"lat\":{lat},\"lon\":113.24}}");
        let entities = [
            house("a", &at(23.12)),
            house("b", &format!("{},\"until\":\"2016?\"", at(23.12))),
            house("c", &format!("{},\"until\":\"2031\"", at(23.13))),
            house("d", &at(23.0)),
            house("e", ",\"place\":{\"address\":{\"en\":\"Another city\"}}"),
            house("f", ",\"place\":{\"address\":{\"en\":\"In a\"}}"),
            house("g", ",\"place\":{\"street\":\"lane\"},\"until\":\"../1945\""),
            house("h", ",\"place\":{\"area\":{\"en\":\"West\"}}"),
            house("i", ",\"until\":\"1900\""),
            house("j", ",\"place\":{\"address\":{\"en\":\"The hill\"}}"),
        ];
        let within = ",{\"from\":\"f\",\"to\":\"a\",\"kind\":\"in\",\"evidence\":\"unsourced\"}";
        let catalog = mapped(&entities, &["b", "c", "d", "e", "f", "g", "h", "i", "j"], within);
        let Along { stops, left } = along(&catalog, &trace::run(&catalog, everything()));
        assert_eq!(ids(&catalog, &stops), "acfj");
        let expected = ["b closed 2016", "d 13 km off", "e unset", "g closed 1945", "h unset", "i closed 1900"];
        assert_eq!(said(&catalog, &left), expected);
    }

    /// What was left out, in words.
    fn said(catalog: &Catalog, left: &[(EntityIx, Left)]) -> Vec<String> {
        let said = |(entity, why): &(EntityIx, Left)| {
            let id = catalog.entity(*entity).id.as_str();
            match why {
                Left::Closed(date) => format!("{id} closed {}", date.closed_years().0),
                Left::Planned => format!("{id} planned"),
                Left::Elsewhere(metres) => format!("{id} {:.0} km off", metres / 1000.0),
                Left::Unset => format!("{id} unset"),
                Left::NoPlace => format!("{id} has no place"),
            }
        };
        left.iter().map(said).collect()
    }

    /// The walk along the whole chain of a, which supplies the others: its stops, and what it leaves out.
    fn walked(others: &[(&str, &str)], more: &str) -> (String, Vec<String>) {
        let first = ("a", ",\"place\":{\"lat\":23.12,\"lon\":113.23}");
        let house = |(id, more): (&str, &str)| {
            format!("{{\"id\":\"{id}\",\"kind\":\"k\",\"stage\":\"s\",\"name\":{{\"en\":\"{id}\"}}{more}}}")
        };
        let entities: Vec<String> = std::iter::once(first).chain(others.iter().copied()).map(house).collect();
        let supplied: Vec<&str> = others.iter().map(|(id, _)| *id).collect();
        let catalog = mapped(&entities, &supplied, more);
        let Along { stops, left } = along(&catalog, &trace::run(&catalog, everything()));
        (ids(&catalog, &stops), said(&catalog, &left))
    }

    #[test]
    fn what_is_a_shape_of_the_map_or_stands_within_something_on_it_is_a_stop_without_a_place_of_its_own() {
        let area = ",\"place\":{\"area\":{\"en\":\"West\"}}";
        let within = ",{\"from\":\"b\",\"to\":\"a\",\"kind\":\"in\",\"evidence\":\"unsourced\"},{\"from\":\"c\",\"to\":\"j\",\"kind\":\"in\",\"evidence\":\"unsourced\"}";
        for place in ["", area] {
            let (stops, left) = walked(&[("b", place), ("c", place), ("d", place), ("j", place)], within);
            assert_eq!(stops, "abcj", "{place:?}");
            assert_eq!(left, [if place.is_empty() { "d has no place" } else { "d unset" }], "{place:?}");
        }
    }

    #[test]
    fn what_has_no_place_is_said_to_be_left_out_where_the_file_places_others_of_its_kind() {
        let person = |id: &str, more: &str| {
            format!("{{\"id\":\"{id}\",\"kind\":\"person\",\"stage\":\"s\",\"name\":{{\"en\":\"{id}\"}}{more}}}")
        };
        let house = |id: &str, more: &str| person(id, more).replace("\"person\"", "\"k\"");
        let at = ",\"place\":{\"lat\":23.12,\"lon\":113.23}";
        for (place, expected) in [("", vec!["b has no place"]), (at, vec!["b has no place", "c has no place"])] {
            let entities = [house("a", at), house("b", ""), person("c", ""), person("d", place)];
            let file = mapped_text(&entities, &["b", "c", "d"], "")
                .replace("\"kinds\":[", "\"kinds\":[{\"id\":\"person\",\"name\":{\"en\":\"P\"}},");
            let catalog = load(file.as_bytes()).catalog.unwrap_or_default();
            let Along { left, .. } = along(&catalog, &trace::run(&catalog, everything()));
            assert_eq!(said(&catalog, &left), expected, "{place:?}");
        }
    }

    #[test]
    fn what_was_only_planned_is_no_stop_and_said_to_be_a_plan() {
        let planned = ",\"place\":{\"lat\":23.12,\"lon\":113.24},\"planned\":true";
        let hill = ",\"planned\":true";
        assert_eq!(
            walked(&[("b", planned), ("j", hill)], ""),
            ("a".to_owned(), vec!["b planned".into(), "j planned".into()])
        );
    }

    #[test]
    fn an_end_that_may_lie_after_the_day_of_the_data_has_not_come() {
        // The data are of November 2026.
        for (until, over) in [
            ("2026-10", true),
            ("2026-11", false),
            ("2026-12", false),
            ("2026-11-30", false),
            ("2025~", true),
            ("2026", false),
            ("202X", false),
            ("2025/2035", false),
            ("1994/..", false),
            ("2019/2025", true),
        ] {
            let end = format!(",\"place\":{{\"street\":\"lane\"}},\"until\":\"{until}\"");
            let (stops, left) = walked(&[("b", &end)], "");
            assert_eq!(stops, if over { "a" } else { "ab" }, "{until}");
            assert_eq!(left.len(), usize::from(over), "{until}");
        }
    }

    #[test]
    fn each_other_map_gets_the_datum_it_wants_and_a_name_where_there_is_no_position() {
        let catalog = catalog();
        let known = elsewhere(&catalog, EntityIx(0), Lang::En);
        // GCJ-02 lies about 530 m east of WGS-84 here.
        assert!(known[0].1.starts_with("https://uri.amap.com/marker?position=113.235"), "{}", known[0].1);
        // The others shift it themselves where they have to.
        assert_eq!(known[1].1, "https://maps.apple.com/?ll=23.12,113.23&q=a%20%26%20%22co%22");
        assert!(known[2].1.ends_with("&query=23.12,113.23") && known[3].1.contains("mlat=23.12&mlon=113.23"));
        let unknown = elsewhere(&catalog, EntityIx(4), Lang::En);
        assert!(unknown.iter().all(|(_, address)| address.contains("e%20%26%20%22co%22")), "{unknown:?}");
    }

    /// A file in some languages with one house without a position, named in all of them.
    fn written_in(languages: &str) -> Catalog {
        let file = r#"{ "format": 1, "site": { "title": { "zh-Hant": "碼頭 & 街", "en": "Quay & Street" }, "languages": [LANGUAGES] },
            "kinds": [{ "id": "k", "name": { "en": "K" } }],
            "entities": [{ "id": "a", "kind": "k", "name": { "zh-Hans": "楼", "zh-Hant": "樓", "en": "House" }, "place": { "address": { "zh-Hans": "里", "zh-Hant": "裏", "en": "Lane" } } }] }"#;
        load(file.replace("LANGUAGES", languages).as_bytes()).catalog.unwrap_or_default()
    }

    #[test]
    fn other_maps_are_asked_in_the_languages_of_the_file_not_in_that_of_the_page() {
        let (simplified, traditional, english) = ("%E9%87%8C%20%E6%A5%BC", "%E8%A3%8F%20%E6%A8%93", "Lane%20House");
        for (languages, amap, others) in [
            (r#""zh-Hans", "zh-Hant", "en""#, simplified, simplified),
            (r#""zh-Hant", "zh-Hans", "en""#, traditional, traditional),
            (r#""en", "zh-Hant""#, traditional, english),
            (r#""en""#, english, english),
        ] {
            let catalog = written_in(languages);
            for lang in Lang::ALL {
                let asked = elsewhere(&catalog, EntityIx(0), lang);
                assert_eq!(asked.len(), 4);
                for (map, address) in asked {
                    let wanted = if map == "Amap" { amap } else { others };
                    assert!(address.ends_with(wanted), "{languages} {lang:?} {map}: {address}");
                }
            }
        }
    }
}
