//! The place map: who stands where, by position or by house number, and what cannot be set.

use serde_json::{Value, json};
use taste::{
    load::load,
    model::{Catalog, Lang},
    view::{
        ground::{self, Certainty, Ground, METRES},
        labels::Area,
    },
};

/// A district with one street of 2,046 m that runs east, and a lane that is only named.
fn district(places: &[(&str, Value)]) -> (Catalog, Ground) {
    let entities: Vec<Value> = places
        .iter()
        .map(|(id, place)| json!({ "id": id, "kind": "k", "name": { "en": id }, "place": place }))
        .collect();
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "entities": entities,
        "map": {
            "bounds": { "south": 23.10, "west": 113.22, "north": 23.14, "east": 113.25 },
            "shapes": [
                { "id": "long", "kind": "street", "name": { "en": "Long Street" }, "width": 12, "points": [[23.12, 113.225], [23.12, 113.245]] },
                { "id": "lane", "kind": "street", "name": { "en": "Lane" } },
            ],
        },
    });
    let catalog = load(file.to_string().as_bytes()).catalog.expect("the file is good");
    let ground = ground::of(&catalog).expect("it draws a map");
    (catalog, ground)
}

fn house(number: &str) -> Value {
    json!({ "street": "long", "number": number })
}

fn known(number: &str, lon: f64) -> Value {
    json!({ "street": "long", "number": number, "lat": 23.1201, "lon": lon })
}

/// How many metres from the street's western end somebody is drawn.
fn metres_along(catalog: &Catalog, ground: &Ground, id: &str) -> Option<i32> {
    let stand = ground.stand(catalog.find(id)?)?;
    let begin = 0.005 * 111_195.0 * 23.12_f64.to_radians().cos();
    Some((f64::from(stand.at.x) * METRES - begin).round() as i32)
}

#[test]
fn a_house_without_a_position_stands_between_its_neighbours_by_its_number() {
    let (catalog, ground) =
        district(&[("a", known("10", 113.230)), ("b", house("15号")), ("c", known("30-34", 113.240))]);
    let at = |id| metres_along(&catalog, &ground, id).expect("it stands on the map");
    assert_eq!((at("a"), at("b"), at("c")), (511, 767, 1534), "a quarter of the way from 10 to 30");
    let certainty = |id| catalog.find(id).and_then(|id| ground.stand(id)).map(|stand| stand.certainty);
    assert_eq!(certainty("b"), Some(Certainty::ByNumber));
    assert_eq!(certainty("c"), Some(Certainty::Known));
}

#[test]
fn houses_beyond_the_last_known_one_go_on_evenly_in_the_order_of_their_numbers() {
    let (catalog, ground) = district(&[
        ("far", house("90")),
        ("near", house("20")),
        ("inside", house("20")),
        ("known", known("9", 113.235)),
    ]);
    let at = |id| metres_along(&catalog, &ground, id);
    assert_eq!([at("near"), at("far")], [Some(1364), Some(1704)]);
    assert_eq!(at("inside"), at("near"), "of one number, at one place");
    let before = |id| catalog.find(id).and_then(|id| ground.stand(id)).map(|stand| stand.before);
    assert_eq!([before("near"), before("inside")], [Some(0), Some(1)]);
}

#[test]
fn neighbours_of_one_wall_stand_side_by_side_and_those_across_a_square_where_they_are() {
    let (catalog, ground) =
        district(&[("a", known("1", 113.2350)), ("wall", known("2", 113.2351)), ("square", known("3", 113.2354))]);
    let before = |id| catalog.find(id).and_then(|id| ground.stand(id)).map(|stand| stand.before);
    assert_eq!([before("a"), before("wall"), before("square")], [Some(0), Some(1), Some(0)], "10 and 41 metres");
}

#[test]
fn what_has_no_number_or_no_drawn_street_is_listed_and_not_set() {
    let (catalog, ground) = district(&[
        ("numberless", json!({ "street": "long" })),
        ("hidden", json!({ "street": "lane", "number": "3" })),
        ("somewhere", json!({ "area": { "en": "By the river" } })),
        ("away", json!({ "lat": 23.9, "lon": 113.23 })),
        ("placeless", json!(null)),
    ]);
    assert_eq!(ground.stands, []);
    let named = |of: &[taste::model::EntityIx]| -> Vec<String> {
        of.iter().map(|entity| catalog.entity(*entity).id.to_string()).collect()
    };
    assert_eq!(named(&ground.unset), ["somewhere"]);
    assert_eq!(
        ground.streets.iter().map(|street| named(&street.houses)).collect::<Vec<_>>(),
        [["numberless"], ["hidden"]]
    );
    let [(away, metres)] = ground.beyond[..] else { panic!("one is beyond the map") };
    assert_eq!(catalog.entity(away).id.as_str(), "away");
    assert!((86_000.0..88_000.0).contains(&metres));
}

#[test]
fn a_street_lists_its_houses_by_number_and_those_without_one_last() {
    let (catalog, ground) = district(&[
        ("none", json!({ "street": "long" })),
        ("b", house("100")),
        ("a", house("99")),
        ("c", known("101-103", 113.24)),
    ]);
    let ids: Vec<_> = ground.streets[0].houses.iter().map(|house| catalog.entity(*house).id.to_string()).collect();
    assert_eq!(ids, ["a", "b", "c", "none"]);
}

#[test]
fn names_never_overlap_each_other_or_a_pane_and_who_was_asked_for_comes_first() {
    let places: Vec<(String, Value)> = (0..40)
        .map(|at| (format!("house-number-{at}"), known(&at.to_string(), 113.226 + 0.0004 * f64::from(at))))
        .collect();
    let places: Vec<(&str, Value)> = places.iter().map(|(id, place)| (id.as_str(), place.clone())).collect();
    let (catalog, ground) = district(&places);
    let last = catalog.find("house-number-39").expect("it is there");
    let mut shown = Vec::new();
    for scale in [0.3, 1.0, 4.0] {
        let captions = ground::captions(&catalog, &ground, Lang::En, scale, &[last]);
        shown.push(captions.len());
        let asked = captions.iter().any(|caption| caption.of.ok().is_some_and(|at| ground.stands[at].entity == last));
        assert!(asked, "at {scale} the one asked for is named");
        let areas: Vec<Area> = captions.iter().map(|caption| ground::area(caption, scale)).collect();
        for (at, area) in areas.iter().enumerate() {
            let around = Area { left: area.left - 7.9, right: area.right + 7.9, ..*area };
            assert!(areas[..at].iter().all(|other| !other.meets(&around)), "{:?} at {scale}", captions[at]);
            for stand in &ground.stands {
                let (x, y) = (stand.at.x * scale + ground::shift(stand), stand.at.y * scale);
                let half = if ground::is_far(scale) { 8.0 } else { ground::HALF };
                let pane = Area { left: x - half, top: y - half, right: x + half, bottom: y + half };
                assert!(!pane.meets(area), "{:?} lies on a pane at {scale}", captions[at]);
            }
        }
    }
    assert!(shown[0] < shown[1] && shown[1] < shown[2], "the nearer, the more names: {shown:?}");
}

#[test]
fn a_file_without_a_map_has_no_place_map() {
    let file = json!({ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] } });
    let catalog = load(file.to_string().as_bytes()).catalog.expect("the file is good");
    assert_eq!(ground::of(&catalog), None);
}
