//! Positions that cannot be meant are told: off the earth, the wrong way round, halved, off the map, in another datum.

use serde_json::{Value, json};
use taste::{
    load::{Loaded, load},
    model::{Lang, datum::gcj02},
};

/// A district of which only the places of its entities matter.
fn district(places: &[Value]) -> Loaded {
    let entities: Vec<Value> = places
        .iter()
        .enumerate()
        .map(|(at, place)| json!({ "id": format!("e{at}"), "kind": "k", "name": { "en": "E" }, "place": place }))
        .collect();
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "entities": entities,
    });
    load(file.to_string().as_bytes())
}

/// What is found about places.
fn told(places: &[Value]) -> Vec<String> {
    let findings = district(places).findings.into_iter().filter(|finding| finding.place.path.contains("/place"));
    findings.map(|finding| format!("{} {}", finding.code.word(), finding.place.path)).collect()
}

fn at(lat: f64, lon: f64) -> Value {
    json!({ "lat": lat, "lon": lon })
}

const NOTHING: [&str; 0] = [];

#[test]
fn a_position_is_whole_and_on_earth() {
    assert_eq!(told(&[at(23.1, 113.2)]), NOTHING);
    assert_eq!(told(&[at(223.0, 113.0)]), ["number-range /entities/0/place/lat"]);
    assert_eq!(told(&[at(23.0, 1130.2)]), ["number-range /entities/0/place/lon"]);
    assert_eq!(told(&[json!({ "lat": 23.1 })]), ["expected-field /entities/0/place"]);
    assert_eq!(told(&[json!({ "lon": 113.1 })]), ["expected-field /entities/0/place"]);
    assert_eq!(told(&[json!({ "street": "a" })]), NOTHING);
}

#[test]
fn latitude_and_longitude_the_wrong_way_round_are_named() {
    let loaded = district(&[at(113.2361, 23.1189)]);
    let finding = loaded.findings.iter().find(|finding| finding.code.word() == "swapped-position");
    let message = finding.map(|finding| finding.message(Lang::En));
    assert_eq!(message.as_deref(), Some("latitude 113.2361 and longitude 23.1189 are the wrong way round"));
    assert_eq!(loaded.catalog.and_then(|catalog| catalog.entities[0].place.as_ref()?.position), None);
    assert_eq!(told(&[at(113.2361, 23.1189)]), ["swapped-position /entities/0/place/lat"]);
}

#[test]
fn a_position_far_from_all_others_is_off_the_map() {
    let near = [at(23.11, 113.23), at(23.12, 113.24), at(23.10, 113.25)];
    assert_eq!(told(&near), NOTHING);
    // A tenth of a degree off by a slip of the finger is still on the map; a degree is not.
    assert_eq!(told(&[&near[..], &[at(23.21, 113.24)]].concat()), NOTHING);
    assert_eq!(told(&[&near[..], &[at(24.12, 113.24)]].concat()), ["off-the-map /entities/3/place"]);
    // Both are possible latitudes in Spain.
    let spain = [at(41.38, 2.17), at(41.39, 2.18), at(2.16, 41.37), at(41.40, 2.16)];
    assert_eq!(told(&spain), ["off-the-map /entities/2/place"]);
    assert_eq!(told(&[at(23.1, 113.2), at(39.9, 116.4)]), NOTHING, "of two nobody knows which is off");
}

#[test]
fn a_position_taken_from_a_chinese_map_is_named_with_its_datum() {
    let (lat, lon) = (23.1189, 113.2361);
    let shifted = gcj02((lat, lon));
    let house = |(lat, lon): (f64, f64), number: &str| json!({ "lat": lat, "lon": lon, "street": "en-ning-lu", "number": number });
    let loaded = district(&[house((lat + 0.0002, lon), "99"), house(shifted, "99"), house((lat, lon), "101")]);
    let finding = loaded.findings.iter().find(|finding| finding.code.word() == "wrong-datum");
    assert_eq!(finding.map(|finding| finding.place.path.as_str()), Some("/entities/1/place"));
    assert!(finding.is_some_and(|finding| finding.message(Lang::En).contains("GCJ-02")));
    assert_eq!(told(&[house((lat, lon), "99"), house(shifted, "101")]), NOTHING, "a street may be as long");
    assert_eq!(told(&[house((lat, lon), "99"), house((lat, lon), "99")]), NOTHING);
    // Off by as much, the other way.
    let other = (2.0 * lat - shifted.0, lon);
    assert_eq!(told(&[house((lat, lon), "99"), house(other, "99")]), NOTHING);
    let boston = (42.36, -71.06);
    assert_eq!(told(&[house(boston, "1"), house(boston, "1")]), NOTHING);
}
