//! Positions that cannot be meant are told: off the earth, the wrong way round, halved, off the map, in another datum.

use serde_json::{Value, json};
use taste::{
    load::{Loaded, load},
    model::{
        Lang,
        datum::{DATUMS, bd09, gcj02},
    },
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
    // Farther off than either shift, and a little off.
    assert_eq!(told((23.126, 113.238)), NOTHING);
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

/// A district with a base map of a street, a lake and a lane of no known course; entities by what they say of their place, each with
/// whatever else it is tied to.
fn homes(entities: &[(&str, Value)], links: &[(&str, &str, &str)]) -> Vec<String> {
    let entities: Vec<Value> = entities
        .iter()
        .map(|(id, place)| json!({ "id": id, "kind": "k", "name": { "en": id }, "place": place }))
        .collect();
    let links: Vec<Value> = links
        .iter()
        .map(|(from, to, kind)| json!({ "from": from, "to": to, "kind": kind, "evidence": "unsourced" }))
        .collect();
    let shape = |id: &str, kind: &str, points: &[(f64, f64)]| json!({ "id": id, "kind": kind, "name": { "en": id }, "points": points });
    let lake = [(23.11, 113.23), (23.11, 113.232), (23.112, 113.232), (23.112, 113.23)];
    let mut shapes = vec![
        shape("street", "street", &[(23.12, 113.22), (23.12, 113.25)]),
        shape("lake", "water", &lake),
        json!({ "id": "lane", "kind": "street", "name": { "en": "lane" } }),
    ];
    shapes[1]["closed"] = true.into();
    if entities.iter().any(|entity| entity["id"] == "pond") {
        shapes[1]["entity"] = "pond".into();
    }
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "linkKinds": [{ "id": "in", "name": { "en": "in" }, "within": true }, { "id": "near", "name": { "en": "near" } }],
        "entities": entities,
        "links": links,
        "map": { "bounds": { "south": 23.10, "west": 113.22, "north": 23.14, "east": 113.25 }, "shapes": shapes },
    });
    let findings =
        load(file.to_string().as_bytes()).findings.into_iter().filter(|finding| finding.place.path.contains("/place"));
    findings.map(|finding| finding.message(Lang::En)).collect()
}

/// A position with more that is said of a place.
fn with((lat, lon): (f64, f64), more: Value) -> Value {
    let mut place = at(lat, lon);
    place.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    place
}

#[test]
fn whatever_belongs_to_a_shape_of_the_base_map_is_named_when_it_is_off_that_by_the_shift() {
    let lake = (23.1111, 113.2311);
    let pond = with(lake, json!({}));
    let off = |id: &str| vec![format!("{id} belongs where lake is, but stands off from there by the shift of GCJ-02")];
    // What is the lake, what stands within that, what has nothing but its name for an address, or for the quarter it is in.
    for (id, entities, links) in [
        ("pond", vec![("pond", with(gcj02(lake), json!({})))], vec![]),
        ("boat", vec![("pond", pond.clone()), ("boat", with(gcj02(lake), json!({})))], vec![("boat", "pond", "in")]),
        ("hut", vec![("hut", with(gcj02(lake), json!({ "address": { "en": "lake" } })))], vec![]),
        ("inn", vec![("inn", with(gcj02(lake), json!({ "area": { "en": "lake" } })))], vec![]),
        ("jetty", vec![("jetty", with(gcj02(lake), json!({ "street": "lake" })))], vec![]),
    ] {
        assert_eq!(homes(&entities, &links), off(id), "{id}");
        let right = |(name, place): &(&'static str, Value)| {
            (*name, if *name == id { with(lake, place_without_position(place)) } else { place.clone() })
        };
        let right: Vec<_> = entities.iter().map(right).collect();
        assert_eq!(homes(&right, &links), NOTHING, "{id} where it belongs");
    }
    // Said of an address in more words, it is no sign; nor is a lane of no course.
    assert_eq!(homes(&[("hut", with(gcj02(lake), json!({ "address": { "en": "by the lake" } })))], &[]), NOTHING);
    assert_eq!(homes(&[("hut", with(gcj02(lake), json!({ "street": "lane" })))], &[]), NOTHING);
    // As far off another way, and off so far that the shift is the smaller part of it.
    let other = (2.0 * lake.0 - gcj02(lake).0, lake.1);
    assert_eq!(homes(&[("pond", with(other, json!({})))], &[]), NOTHING);
    let beside = gcj02((23.116, 113.2311));
    assert_eq!(homes(&[("pond", with(beside, json!({})))], &[]), NOTHING);
}

/// What is said of a place but for its position.
fn place_without_position(place: &Value) -> Value {
    let mut place = place.clone();
    let fields = place.as_object_mut().expect("an object");
    fields.remove("lat");
    fields.remove("lon");
    place
}

#[test]
fn two_that_are_tied_and_stand_apart_by_just_the_shift_are_one_place_from_two_maps() {
    let there = (23.13, 113.23);
    let pair = [("hall", with(there, json!({}))), ("yard", with(gcj02(there), json!({})))];
    let said = "yard belongs where hall is, but stands off from there by the shift of GCJ-02";
    assert_eq!(homes(&pair, &[("hall", "yard", "near")]), [said]);
    assert_eq!(homes(&pair, &[("yard", "hall", "near")]), [said]);
    assert_eq!(homes(&pair, &[]), NOTHING, "others may stand so by chance");
    let near = (gcj02(there).0 + 0.0004, gcj02(there).1);
    assert_eq!(homes(&[pair[0].clone(), ("yard", with(near, json!({})))], &[("hall", "yard", "near")]), NOTHING);
}

#[test]
fn what_belongs_on_the_base_map_stands_on_it_and_everything_else_may_be_in_another_city() {
    let here = [
        ("a", with((23.12, 113.23), json!({}))),
        ("b", with((23.13, 113.24), json!({}))),
        ("c", with((23.11, 113.24), json!({}))),
    ];
    let and = |place: Value| -> Vec<String> { homes(&[&here[..], &[("d", place)]].concat(), &[]) };
    let street = json!({ "street": "street" });
    // Thirty kilometres off: an origin may be there, a house of this street not.
    let not_drawn =
        |far: u32| vec![format!("d stands beyond the base map, {far} km from its middle, and is not drawn there")];
    assert_eq!(and(with((23.40, 113.23), json!({}))), not_drawn(31));
    assert_eq!(and(with((23.40, 113.23), street.clone())), ["d is off the map: 31 km from its middle"]);
    // A street goes on a little over the edge.
    assert_eq!(and(with((23.12, 113.2525), street.clone())), NOTHING);
    assert_eq!(and(with((23.12, 113.254), street)), ["d is off the map: 1 km from its middle"]);
    assert_eq!(
        and(with((23.12, 113.254), json!({ "street": "lane" }))),
        not_drawn(1),
        "nobody knows how far a lane of no course goes"
    );
    assert_eq!(and(with((24.12, 113.23), json!({}))), ["d is off the map: 110 km from its middle"]);
}

/// The published file.
fn published() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json");
    serde_json::from_slice(&std::fs::read(path).expect("it is there")).expect("it is JSON")
}

/// What is found about positions in a file.
fn found(file: &Value) -> Vec<(String, String)> {
    let found = load(file.to_string().as_bytes()).findings.into_iter();
    let found = found.filter(|finding| ["wrong-datum", "off-the-map", "map-datum"].contains(&finding.code.word()));
    found.map(|finding| (finding.code.word().to_owned(), finding.place.path)).collect()
}

#[test]
fn a_street_that_the_base_map_does_not_draw_is_named_with_the_one_that_was_meant() {
    let place = |street: &str| json!({ "address": { "en": "x" }, "street": street });
    let said =
        |street: &str| format!("the base map draws no street {street}; what stands there is listed beside the map");
    assert_eq!(homes(&[("hut", place("lane"))], &[]), NOTHING);
    assert_eq!(homes(&[("hut", place("stret"))], &[]), [said("stret")]);
    let loaded = mapped(|at| at, (23.14, 113.235));
    assert!(loaded.findings.iter().all(|finding| finding.code.word() != "unknown-street"));
    assert_eq!(told(&[json!({ "street": "a" })]), NOTHING, "a file without a map has nothing to draw streets on");
}

#[test]
fn houses_and_maps_of_baidu_are_named_as_such() {
    let told = |loaded: Loaded| -> Vec<String> {
        let datum = loaded.findings.iter().filter(|finding| finding.code.word().ends_with("-datum"));
        datum.map(|finding| finding.message(Lang::En)).collect()
    };
    let north = (23.14, 113.235);
    let one = told(mapped(|at| if at == (23.12, 113.238) { bd09(at) } else { at }, north));
    assert_eq!(one, ["e2 belongs where across is, but stands off from there by the shift of BD-09"]);
    let all = told(mapped(bd09, north));
    assert!(all.iter().any(|said| said.contains("base map") && said.contains("BD-09")), "{all:?}");
}

#[test]
fn of_the_positions_of_the_published_file_four_in_five_are_named_when_they_alone_are_shifted_and_none_as_they_are() {
    let file = published();
    assert_eq!(found(&file), []);
    let entities = file["entities"].as_array().expect("a list");
    let at = |entity: &Value| Some((entity["place"]["lat"].as_f64()?, entity["place"]["lon"].as_f64()?));
    let placed: Vec<_> = entities.iter().enumerate().filter_map(|(place, entity)| Some((place, at(entity)?))).collect();
    for datum in &DATUMS {
        let mut missed = Vec::new();
        for (place, position) in &placed {
            let (lat, lon) = (datum.shift)(*position);
            let mut shifted = file.clone();
            let entity = &mut shifted["entities"][*place];
            (entity["place"]["lat"], entity["place"]["lon"]) = (lat.into(), lon.into());
            let (told, others): (Vec<_>, Vec<_>) =
                found(&shifted).into_iter().partition(|(_, path)| *path == format!("/entities/{place}/place"));
            assert!(others.is_empty(), "{} is shifted, not {others:?}", entities[*place]["id"]);
            if told.iter().all(|(code, _)| code != "wrong-datum") {
                missed.push(&entities[*place]["id"]);
            }
        }
        let (named, all) = (placed.len() - missed.len(), placed.len());
        assert!(all > 20 && named * 5 >= all * 4, "{}: {named} of {all}, not {missed:?}", datum.name);
    }
}

#[test]
fn houses_without_number_along_a_street_of_points_without_number_are_judged_as_far_as_the_first_show_the_pattern() {
    let points: Vec<Value> = (0..4000).map(|at| json!([23.1 + f64::from(at) * 1e-6, 113.2])).collect();
    let houses: Vec<Value> = (0..1000)
        .map(|at| {
            let (lat, lon) = gcj02((23.1 + f64::from(at) * 1e-6, 113.2));
            json!({ "id": format!("e{at}"), "kind": "k", "name": { "en": "E" }, "place": { "lat": lat, "lon": lon, "street": "s" } })
        })
        .collect();
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "entities": houses,
        "map": {
            "bounds": { "south": 23.0, "west": 113.1, "north": 23.3, "east": 113.4 },
            "shapes": [{ "id": "s", "kind": "street", "name": { "en": "S" }, "points": points }],
        },
    });
    let findings = load(file.to_string().as_bytes()).findings;
    let of = |code: &str| findings.iter().filter(|finding| finding.code.word() == code).count();
    assert!((100..900).contains(&of("wrong-datum")), "{}", of("wrong-datum"));
    assert_eq!(of("map-datum"), 1);
}
