//! Walks on small districts.

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
    assert_eq!((ids(&catalog, &stops).as_str(), said(&catalog, &left)), ("abcdf", vec!["e has no place".to_owned()]));
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
        format!("{{\"id\":\"{id}\",\"kind\":\"k\",\"stage\":\"s\",\"name\":{{\"en\":\"{id}\"}},\"place\":{{{place}}}}}")
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
