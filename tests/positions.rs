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

/// A district with a base map of two streets that cross, and houses along them, each moved by `shift`.
fn mapped(shift: impl Fn((f64, f64)) -> (f64, f64), far: (f64, f64)) -> Loaded {
    let house = |at: usize, street: &str, position: (f64, f64)| {
        let (lat, lon) = shift(position);
        json!({ "id": format!("e{at}"), "kind": "k", "name": { "en": "E" }, "place": { "lat": lat, "lon": lon, "street": street, "number": at.to_string() } })
    };
    let street = |id: &str, points: [(f64, f64); 2]| json!({ "id": id, "kind": "street", "name": { "en": id }, "points": points });
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "entities": [
            house(1, "across", (23.12, 113.231)), house(2, "across", (23.12, 113.238)),
            house(3, "up", (23.111, 113.235)), house(4, "up", (23.128, 113.235)),
        ],
        "map": {
            "bounds": { "south": 23.10, "west": 113.22, "north": 23.14, "east": 113.25 },
            "shapes": [street("across", [(23.12, 113.22), (23.12, 113.25)]), street("up", [(23.10, 113.235), far])],
        },
    });
    load(file.to_string().as_bytes())
}

#[test]
fn a_single_house_off_its_street_by_the_shift_of_a_chinese_map_is_named_with_the_street() {
    let told = |position: (f64, f64)| -> Vec<String> {
        let loaded = mapped(|at| if at == (23.12, 113.238) { position } else { at }, (23.14, 113.235));
        let found = loaded.findings.iter().filter(|finding| finding.code.word() == "wrong-datum");
        found.map(|finding| format!("{}: {}", finding.place.path, finding.message(Lang::En))).collect()
    };
    let said = "/entities/1/place: e2 belongs where across is, but stands off from there by the shift of GCJ-02";
    assert_eq!(told((23.12, 113.238)), NOTHING);
    assert_eq!(told(gcj02((23.12, 113.238))), [said]);
    // As far off on the other side, and a little off.
    assert_eq!(told((2.0 * 23.12 - gcj02((23.12, 113.238)).0, 113.238)), NOTHING);
    assert_eq!(told((23.1205, 113.238)), NOTHING);
}

/// What is found about the map.
fn told_of_map(loaded: &Loaded) -> Vec<String> {
    let findings = loaded.findings.iter().filter(|finding| finding.place.path.starts_with("/map"));
    let told = findings.map(|finding| format!("{} {}", finding.code.word(), finding.place.path));
    told.filter(|told| told.contains("map-datum") || told.contains("off-the-map")).collect()
}

#[test]
fn a_base_map_in_another_datum_than_the_houses_is_named() {
    let north = (23.14, 113.235);
    assert_eq!(told_of_map(&mapped(|at| at, north)), NOTHING);
    assert_eq!(told_of_map(&mapped(gcj02, north)), ["map-datum /map"], "houses from a Chinese map");
    let back = |at: (f64, f64)| (2.0 * at.0 - gcj02(at).0, 2.0 * at.1 - gcj02(at).1);
    assert_eq!(told_of_map(&mapped(back, north)), ["map-datum /map"], "a base map from a Chinese map");
    let other = |at: (f64, f64)| (at.0 + 0.02, at.1 - 0.03);
    assert_eq!(told_of_map(&mapped(other, north)), NOTHING, "off in another way is no shift of a datum");
}

#[test]
fn a_course_that_leaves_the_map_far_behind_loses_that_point() {
    // A little over the edge is how a street goes on.
    assert_eq!(told_of_map(&mapped(|at| at, (23.15, 113.235))), NOTHING);
    let loaded = mapped(|at| at, (23.14, 11.3235));
    assert_eq!(told_of_map(&loaded), ["off-the-map /map/shapes/1/points/1"]);
    let map = loaded.catalog.and_then(|catalog| catalog.map).expect("the map is kept");
    assert_eq!((map.shapes[0].points.len(), map.shapes[1].points.len()), (2, 0), "one point has no course");
}
