//! The maps of walks: stops that are shapes, numbers that do not cover each other, and where the maps open.

use serde_json::json;
use taste::{
    load::load,
    model::{Catalog, Depth, EntityIx, EvidenceSet, Lang, LensIx},
    trace::{self, Request},
    view::{
        camera::{Extent, MapPoint, SCALES},
        ground::{self, Certainty, Ground, RUNG},
        labels::Area,
        walk,
    },
};

/// The maps of walks on a phone, on a tablet, and beside the text on a desk, as the browser measures them in `tests/browser/places.rs`.
const WINDOWS: [Extent; 3] = [
    Extent { width: 356.0, height: 358.0 },
    Extent { width: 718.0, height: 358.0 },
    Extent { width: 670.0, height: 834.0 },
];

fn published() -> (Catalog, Ground) {
    let bytes = std::fs::read(format!("{}/data/xiguan.json", env!("CARGO_MANIFEST_DIR"))).expect("the file is there");
    let catalog = load(&bytes).catalog.expect("the file is good");
    let ground = ground::of(&catalog).expect("it draws a map");
    (catalog, ground)
}

/// The walk along the whole chain of an entity.
fn chain(catalog: &Catalog, focus: &str) -> Vec<EntityIx> {
    let (focus, up, down) = (catalog.find(focus).expect("it is in the file"), Depth::All, Depth::All);
    let request = Request { focus, up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL };
    walk::along(catalog, &trace::run(catalog, request)).stops
}

/// The walks of the published file and those along some of its chains.
fn walks(catalog: &Catalog) -> Vec<(String, Vec<EntityIx>)> {
    let routes = catalog
        .routes
        .iter()
        .map(|route| (route.id.to_string(), route.stops.iter().map(|stop| stop.entity).collect::<Vec<_>>()));
    let chains = ["matigao", "tao-tao-ju", "pan-xi"].map(|focus| (focus.to_owned(), chain(catalog, focus)));
    routes.chain(chains).collect()
}

/// The powers of a rung that any scale of a map comes to.
fn rungs() -> std::ops::RangeInclusive<i32> {
    let rung = |scale: f32| (scale.ln() / RUNG.ln()).floor() as i32;
    rung(*SCALES.start())..=rung(*SCALES.end())
}

/// The stands of a walk's stops with the middles of their numbers, in pixels from the map's corner.
fn numbers(ground: &Ground, walk: &[EntityIx], beside: &[(f32, f32)], scale: f32) -> Vec<MapPoint> {
    let stops = ground.stands.iter().zip(beside).filter(|(stand, _)| walk.contains(&stand.entity));
    stops.map(|(stand, (dx, dy))| MapPoint { x: stand.at.x * scale + dx, y: stand.at.y * scale + dy }).collect()
}

fn check_apart(numbers: &[MapPoint], of: &str) {
    for (at, a) in numbers.iter().enumerate() {
        for b in &numbers[..at] {
            assert!((a.x - b.x).hypot(a.y - b.y) >= 24.0, "{of}: {a:?} and {b:?}");
        }
    }
}

/// So near each other, side by side or one above the other, two names read as one.
fn check_read_apart(names: &[ground::Caption], scale: f32, of: &str) {
    for (at, name) in names.iter().enumerate() {
        let Area { left, top, right, bottom } = ground::area(name, scale);
        let around = Area { left: left - 7.9, top: top - 3.9, right: right + 7.9, bottom: bottom + 3.9 };
        for other in &names[..at] {
            assert!(!around.meets(&ground::area(other, scale)), "{of}: {:?} and {:?}", name.lines, other.lines);
        }
    }
}

#[test]
fn names_of_the_place_map_stand_apart_in_every_language_at_every_scale() {
    let (catalog, ground) = published();
    for (rung, lang) in rungs().flat_map(|rung| Lang::ALL.map(|lang| (rung, lang))) {
        let scale = RUNG.powi(rung);
        check_read_apart(
            &ground::captions(&catalog, &ground, lang, scale, &[]),
            scale,
            &format!("{lang:?} at {scale}"),
        );
    }
}

#[test]
fn the_line_to_a_number_ends_at_its_rim_and_runs_beneath_no_other() {
    let (_, plain) = pond();
    let stand = plain.stands[0].clone();
    // Two at one place and one of another, the numbers of the second and the third beside it.
    let far = ground::Stand { at: MapPoint { x: stand.at.x + 90.0, y: stand.at.y }, ..stand.clone() };
    let ground = Ground { stands: vec![stand.clone(), stand, far], ..plain };
    let line = |at: usize, to: (f32, f32)| {
        let mut beside = [(0.0, 0.0); 3];
        beside[at] = to;
        ground::leader(&ground, &[0, 1, 2], &beside, at)
    };
    for near in [(0.0, 0.0), (0.0, -12.0)] {
        assert_eq!(line(2, near), None);
    }
    assert_eq!(line(2, (26.0, 0.0)), Some([(0.0, 0.0), (13.0, 0.0)]));
    assert_eq!(line(2, (-30.0, 40.0)), Some([(0.0, 0.0), (-22.2, 29.6)]));
    // The number of the first covers the place of the second: the line begins at the rim of that.
    assert_eq!(line(1, (0.0, 30.0)), Some([(0.0, 13.0), (0.0, 17.0)]));
    assert_eq!(line(1, (0.0, 25.0)), None);
}

#[test]
fn the_map_of_a_walk_opens_with_all_its_numbers_apart_in_sight_and_beside_the_buttons() {
    let (catalog, plain) = published();
    for (id, walk) in walks(&catalog) {
        let ground = plain.walked(&catalog, &walk);
        for (window, lang) in WINDOWS.into_iter().flat_map(|window| Lang::ALL.map(|lang| (window, lang))) {
            let Some(opening) = ground::opening(&catalog, &ground, lang, &walk, window) else {
                assert_eq!(ground.around(&walk), None, "{id}");
                continue;
            };
            let of = format!("{id} in {window:?} {lang:?}");
            let set = ground::set(&catalog, &ground, lang, opening.rung, &walk, Some(opening.sight));
            let numbers = numbers(&ground, &walk, &set.beside, opening.camera.scale);
            check_apart(&numbers, &of);
            let round =
                |at: &MapPoint| Area { left: at.x - 13.0, top: at.y - 13.0, right: at.x + 13.0, bottom: at.y + 13.0 };
            let free = opening.sight.free;
            let holds = |area: &Area| free.with(*area) == free;
            assert!(numbers.iter().map(round).all(|round| holds(&round)), "{of}: {numbers:?} in {free:?}");
            for name in &set.names {
                let area = ground::area(name, opening.camera.scale);
                assert!(holds(&area) || !area.meets(&opening.sight.window), "{of}: {name:?} is cut");
                assert!(numbers.iter().map(round).all(|round| !round.meets(&area)), "{of}: {name:?} is covered");
            }
            check_read_apart(&set.names, opening.camera.scale, &of);
        }
    }
}

#[test]
fn on_a_phone_the_stops_of_the_old_houses_use_the_room_and_nearly_all_have_a_name() {
    let (catalog, plain) = published();
    for id in ["dishifu-old-houses", "enning-to-pantang"] {
        let (_, walk) = walks(&catalog).into_iter().find(|(walk, _)| walk == id).expect("it is in the file");
        let ground = plain.walked(&catalog, &walk);
        for lang in Lang::ALL {
            let opening = ground::opening(&catalog, &ground, lang, &walk, WINDOWS[0]).expect("it is on the map");
            let set = ground::set(&catalog, &ground, lang, opening.rung, &walk, Some(opening.sight));
            let numbers = numbers(&ground, &walk, &set.beside, opening.camera.scale);
            let named =
                set.names.iter().filter(|name| name.of.is_ok_and(|at| walk.contains(&ground.stands[at].entity)));
            assert!(named.count() + 1 >= numbers.len(), "{id} {lang:?}");
            let size = |of: fn(&MapPoint) -> f32| {
                let all = || numbers.iter().map(of);
                all().fold(f32::MIN, f32::max) - all().fold(f32::MAX, f32::min)
            };
            let (wide, high) = (size(|at| at.x) / 356.0, size(|at| at.y) / 270.0);
            assert!(wide > 0.6 || high > 0.6, "{id} {lang:?}: {wide} by {high}");
        }
    }
}

#[test]
fn the_stands_of_a_walk_are_those_of_its_stops_in_order_each_once() {
    let (catalog, ground) = published();
    let walk = ["pan-xi", "lingji-laifen", "tao-tao-ju", "pan-xi"].map(|id| catalog.find(id).expect("it is there"));
    let way: Vec<EntityIx> = ground.way(&walk).into_iter().map(|at| ground.stands[at].entity).collect();
    assert_eq!(way, [walk[0], walk[2]], "one has no position, one comes twice");
}

#[test]
fn numbers_keep_apart_at_every_scale_up_to_the_next_one() {
    let (catalog, plain) = published();
    for (id, walk) in walks(&catalog) {
        let ground = plain.walked(&catalog, &walk);
        for rung in rungs() {
            let set = ground::set(&catalog, &ground, Lang::En, rung, &walk, None);
            for more in [1.0, 1.04, 1.08, 1.12, 1.16, 1.2] {
                let scale = RUNG.powi(rung) * more;
                check_apart(&numbers(&ground, &walk, &set.beside, scale), &format!("{id} at {scale}"));
            }
        }
    }
}

/// A district with a pond, an island whose middle lies off the map, a street, and one house beside the pond.
fn pond() -> (Catalog, Ground) {
    let entity =
        |id: &str, place: serde_json::Value| json!({ "id": id, "kind": "k", "name": { "en": id }, "place": place });
    let square = |south: f64, west: f64, size: f64| {
        json!([[south, west], [south, west + size], [south + size, west + size], [south + size, west]])
    };
    let nothing = || json!(null);
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "entities": [
            entity("house", json!({ "lat": 23.12, "lon": 113.23 })),
            entity("pond", nothing()), entity("far", nothing()), entity("road", nothing()),
            entity("stall", json!({ "street": "road-shape" })),
            entity("elsewhere", json!({ "address": { "en": "Another town" } })),
        ],
        "map": {
            "bounds": { "south": 23.10, "west": 113.22, "north": 23.14, "east": 113.25 },
            "shapes": [
                { "id": "pond-shape", "kind": "water", "name": { "en": "Pond" }, "closed": true, "points": square(23.11, 113.23, 0.006), "entity": "pond" },
                { "id": "far-shape", "kind": "island", "name": { "en": "Far" }, "closed": true, "points": square(23.11, 113.246, 0.02), "entity": "far" },
                { "id": "road-shape", "kind": "street", "name": { "en": "Road" }, "width": 12, "points": [[23.12, 113.225], [23.12, 113.245]], "entity": "road" },
            ],
        },
    });
    let catalog = load(file.to_string().as_bytes()).catalog.expect("the file is good");
    let ground = ground::of(&catalog).expect("it draws a map");
    (catalog, ground)
}

#[test]
fn a_stop_that_is_a_shape_stands_on_it_and_of_a_street_only_the_course_is_shown() {
    let (catalog, plain) = pond();
    let walk: Vec<EntityIx> = catalog.each_entity().map(|(entity, _)| entity).collect();
    let ground = plain.walked(&catalog, &walk);
    let certainty = |id: &str| catalog.find(id).and_then(|id| ground.stand(id)).map(|stand| stand.certainty);
    assert_eq!([certainty("house"), certainty("pond")], [Some(Certainty::Known), Some(Certainty::Outline)]);
    assert_eq!(["far", "road", "stall", "elsewhere"].map(certainty), [None; 4]);
    // The pond is some 370 m south and 300 m east of the house at its furthest corner, and the number lies on it.
    let (house, pond) = (walk[0], walk[1]);
    let (from, to) = (ground.stand(house).expect("it stands").at, ground.stand(pond).expect("it stands").at);
    let (east, south) = ((to.x - from.x) * 4.0, (to.y - from.y) * 4.0);
    assert!((0.0..620.0).contains(&east) && (444.0..1113.0).contains(&south), "{east} {south}");
    assert_eq!(ground.streets_of(&catalog, &walk), [1, 2], "the far island and the road");
    assert_eq!(ground.streets_of(&catalog, &walk[4..5]), [2]);
    // The place map is as it was.
    assert_eq!(plain.stand(pond), None);
}

#[test]
fn a_stop_that_is_a_shape_is_framed_with_the_others_and_named_once() {
    let (catalog, plain) = pond();
    let walk: Vec<EntityIx> = ["house", "pond"].map(|id| catalog.find(id).expect("it is there")).to_vec();
    let ground = plain.walked(&catalog, &walk);
    let opening = ground::opening(&catalog, &ground, Lang::En, &walk, WINDOWS[0]).expect("it is on the map");
    let set = ground::set(&catalog, &ground, Lang::En, opening.rung, &walk, Some(opening.sight));
    assert_eq!(numbers(&ground, &walk, &set.beside, 1.0).len(), 2);
    let mut said: Vec<String> = set.names.iter().map(|name| name.lines.concat().to_lowercase()).collect();
    said.sort_unstable();
    assert_eq!(said, ["house", "pond", "road"]);
}

#[test]
fn stops_of_one_place_part_and_a_walk_without_any_on_the_map_has_no_opening() {
    let (catalog, plain) = pond();
    let house = catalog.find("house").expect("it is there");
    let mut ground = plain.clone();
    let stand = plain.stand(house).expect("it stands").clone();
    for entity in 1..4 {
        ground.stands.push(ground::Stand { entity: EntityIx(entity), before: entity, ..stand.clone() });
    }
    let walk: Vec<EntityIx> = (0..4).map(EntityIx).collect();
    let set = ground::set(&catalog, &ground, Lang::En, 0, &walk, None);
    assert_eq!(set.beside[0], (0.0, 0.0));
    check_apart(&numbers(&ground, &walk, &set.beside, 1.0), "four of one place");
    let elsewhere = catalog.find("elsewhere").expect("it is there");
    assert_eq!(ground::opening(&catalog, &plain, Lang::En, &[elsewhere], WINDOWS[0]), None);
}
