//! Walks rendered to HTML natively: what they leave out and why, and what of them can be taken along.

use scraper::{ElementRef, Html as Document};
use serde_json::{Value, json};
use taste::{
    model::{Depth, EvidenceSet, LensIx},
    trace::{self, Request},
    view::walk,
};

use super::stand::{XIGUAN, all, changed, library, page};

fn texts(document: &Document, selector: &str) -> Vec<String> {
    let said = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    all(document, selector).into_iter().map(said).collect()
}

/// The smokehouse closed; two more that it is supplied by, in another town and nobody knows where.
fn with_more(file: &mut Value) {
    file["entities"][3]["until"] = "1999".into();
    let more = [
        json!({ "id": "inland", "kind": "shed", "stage": "sea", "name": { "en": "Inland" }, "place": { "lat": 54.6, "lon": -0.61 } }),
        json!({ "id": "barn", "kind": "shed", "stage": "sea", "name": { "en": "Barn" }, "place": { "address": { "en": "Another town" } } }),
    ];
    for entity in more {
        let link = json!({ "from": entity["id"], "to": "old-quay", "kind": "lands", "evidence": "unsourced" });
        file["entities"].as_array_mut().expect("a list").push(entity);
        file["links"].as_array_mut().expect("a list").push(link);
    }
}

#[tokio::test]
async fn a_walk_along_a_chain_leaves_out_what_is_no_more_or_elsewhere_and_says_so() {
    let library = changed(with_more);
    let document = page(&library, "en/walk?focus=old-quay&up=all&down=all").await;
    assert_eq!(texts(&document, ".stops h2"), ["Old Quay"]);
    assert_eq!(texts(&document, ".walk__left h2"), ["Not on this walk"]);
    let left = [
        "Smokehouse no more since 1999",
        "Inland elsewhere: about 12 km from the middle of the map",
        "Barn no place on the map is on record; Another town",
    ];
    let rows: Vec<String> = texts(&document, ".walk__left li")
        .iter()
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    for (row, said) in rows.iter().zip(left) {
        assert_eq!(row.replace(' ', ""), said.replace(' ', ""));
    }
    // A walk of the file is the file's own: what it names is its stop.
    let document = page(&library, "en/walk/walk").await;
    assert_eq!(texts(&document, ".stops h2"), ["Old Quay", "Smokehouse"]);
    assert_eq!(all(&document, ".walk__left").len(), 0);
}

#[test]
fn the_walk_along_any_chain_of_the_published_file_keeps_to_what_is_open_and_in_the_district() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let bounds = catalog.map.as_ref().expect("it has a map").bounds;
    for (focus, record) in catalog.each_entity() {
        let (up, down) = (Depth::All, Depth::All);
        let request = Request { focus, up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL };
        let along = walk::along(catalog, &trace::run(catalog, request));
        for stop in &along.stops {
            let stop_record = catalog.entity(*stop);
            assert!(stop_record.until.is_none(), "{}: {} is no more", record.id, stop_record.id);
            let there = walk::position(catalog, *stop).is_none_or(|at| bounds.holds(at));
            assert!(there, "{}: {} is elsewhere", record.id, stop_record.id);
        }
        for (left, _) in &along.left {
            assert!(!along.stops.contains(left), "{}: {}", record.id, catalog.entity(*left).id);
        }
    }
    let ids = |left: &[(taste::model::EntityIx, walk::Left)]| -> Vec<String> {
        left.iter().map(|(entity, _)| catalog.entity(*entity).id.to_string()).collect()
    };
    // Two that are in other cities, and one that is no more.
    for (focus, out) in [("minxin", "minxin"), ("jiang-nan-guo-cai", "jiang-nan-guo-cai"), ("datong", "datong")] {
        let focus = catalog.find(focus).expect("it is in the file");
        let (up, down) = (Depth::All, Depth::All);
        let request = Request { focus, up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL };
        let left = ids(&walk::along(catalog, &trace::run(catalog, request)).left);
        assert!(left.iter().any(|id| id == out), "{out}: {left:?}");
    }
}

#[tokio::test]
async fn a_walk_says_which_of_its_stops_its_files_hold() {
    let one = "1 of 2 stops in the files; without a position on record, and so not in them: Smokehouse. The files hold one point and no route.";
    let place = |lat: f64| json!({ "lat": lat, "lon": -0.612 });
    let (placed, unplaced) = (place(54.489), json!({ "street": "quay-road" }));
    for (first, second, files, said) in [
        (&unplaced, &unplaced, 0, vec!["No file: none of the stops has a position on record."]),
        (&placed, &unplaced, 2, vec![one]),
        (&placed, &placed, 2, vec![]),
    ] {
        let library = changed(|file| {
            file["entities"][2]["place"] = first.clone();
            file["entities"][3]["place"] = second.clone();
        });
        let document = page(&library, "en/walk/walk").await;
        assert_eq!(all(&document, ".take a[download]").len(), files, "{said:?}");
        assert_eq!(texts(&document, ".walk__held"), said);
    }
}

#[tokio::test]
async fn the_files_of_a_walk_carry_the_credit_of_the_map_in_the_language_of_the_page() {
    let library = changed(|_| {});
    for (lang, credit) in [("en", "Drawn by the harbour office"), ("zh-Hant", "埗務處繪")] {
        let document = page(&library, &format!("{lang}/walk/walk")).await;
        for link in all(&document, ".take a[download]") {
            let href = link.value().attr("href").unwrap_or_default();
            let held = percent_encoding::percent_decode_str(href).decode_utf8().expect("it is UTF-8");
            assert!(held.contains(credit), "{held}");
        }
    }
}

#[tokio::test]
async fn a_stop_that_is_a_shape_of_the_map_has_its_number_on_it_and_says_so_in_every_language() {
    let library = library(XIGUAN);
    for (lang, outlined, marked) in [
        ("zh-Hans", "轮廓画在图上", "位置无据，图上标出了文昌路"),
        ("zh-Hant", "輪廓畫在圖上", "位置無據，圖上標出了文昌路"),
        ("en", "its outline is on the map", "no sourced position; Wenchang Road is marked on the map"),
    ] {
        // Of the chain of the cake three stops, of the walk to the lake the last.
        for (address, stops, last) in [("walk?focus=matigao&up=all&down=all", 3, 2), ("walk/pond-to-lake-walk", 6, 1)] {
            let document = page(&library, &format!("{lang}/{address}")).await;
            assert_eq!(texts(&document, ".stops h2").len(), stops);
            assert_eq!(all(&document, ".spot__number").len(), stops, "{lang}/{address}");
            assert_eq!(all(&document, ".spot--outline .spot__number").len(), last, "{lang}/{address}");
            let said = texts(&document, ".stop__at small").iter().filter(|said| *said == outlined).count();
            assert_eq!(said, last, "{lang}/{address}");
        }
        // Of a street the course is lit, and no number is set along it.
        let document = page(&library, &format!("{lang}/walk/wenchang-temple-land")).await;
        assert_eq!(texts(&document, ".stop__at small"), [marked; 3]);
        assert_eq!((all(&document, ".spot__number").len(), all(&document, ".ground__shape--picked").len()), (1, 1));
    }
}

#[tokio::test]
async fn a_walk_along_the_chain_of_what_the_file_does_not_know_is_the_page_of_an_unknown_entity() {
    let library = library(XIGUAN);
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        let walk = page(&library, &format!("{lang}/walk?focus=matigap")).await;
        let chain = page(&library, &format!("{lang}/chain?focus=matigap")).await;
        assert!(!texts(&walk, "main a").is_empty());
        for part in ["h1", "main p", "main a"] {
            assert_eq!(texts(&walk, part), texts(&chain, part), "{lang}");
        }
    }
    // A walk of the file is what it is, whatever the focus.
    let document = page(&library, "en/walk/pond-to-lake-walk?focus=matigap").await;
    assert_eq!(texts(&document, ".stops h2").len(), 6);
}

#[tokio::test]
async fn a_stop_off_the_map_is_said_to_be_off_it_and_a_walk_of_such_stops_why_it_has_no_map() {
    let inland = json!({ "lat": 54.6, "lon": -0.61 });
    let library = changed(|file| file["entities"][3]["place"] = inland.clone());
    for (lang, off) in
        [("en", "elsewhere: about 12 km from the middle of the map"), ("zh-Hant", "在別處：離圖中心約12公里")]
    {
        let document = page(&library, &format!("{lang}/walk/walk")).await;
        assert_eq!(texts(&document, ".stop__at small"), [off]);
        assert_eq!((all(&document, ".walk__map").len(), all(&document, ".walk__unmapped").len()), (1, 0));
        // A line is drawn between two stops.
        assert_eq!(all(&document, ".walk__straight").len(), 0);
    }
    for (place, said) in [
        (inland.clone(), "No map: all of this walk lies beyond it."),
        (json!(null), "No map: nothing on this walk can be set on it."),
    ] {
        let library = changed(|file| {
            file["entities"][2]["place"] = place;
            file["entities"][3]["place"] = inland.clone();
        });
        let document = page(&library, "en/walk/walk").await;
        assert_eq!(texts(&document, ".walk__unmapped"), [said]);
        assert_eq!(all(&document, ".walk__map").len(), 0);
    }
}

#[tokio::test]
async fn a_walk_says_how_long_it_is_and_what_that_and_its_line_rest_on() {
    let library = library(XIGUAN);
    for (lang, measure, straight) in [
        ("zh-Hans", "6站，其中1站有确切位置，4站按范围中心计，直线约", "图上的虚线只是按次序直连各站"),
        ("zh-Hant", "6站，其中1站有確切位置，4站按範圍中心計，直線約", "圖上的虛線只是按次序直連各站"),
        ("en", "6 stops, about ", "The dotted line joins the stops straight"),
    ] {
        let document = page(&library, &format!("{lang}/walk/pond-to-lake-walk")).await;
        assert!(texts(&document, ".walk__measure")[0].starts_with(measure), "{lang}");
        assert!(texts(&document, ".walk__straight")[0].starts_with(straight), "{lang}");
    }
    // Of nothing there is no distance.
    let library = changed(|file| {
        for entity in file["entities"].as_array_mut().expect("a list") {
            entity["place"] = json!(null);
        }
    });
    let document = page(&library, "en/walk?focus=old-quay").await;
    assert_eq!((all(&document, ".stops li").len(), all(&document, ".walk__measure").len()), (0, 0));
    assert_eq!(texts(&document, "main p[role=status]").len(), 1);
}

#[tokio::test]
async fn the_address_of_a_walk_along_no_chain_shows_the_walks_of_the_file() {
    let library = library(XIGUAN);
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        let along = page(&library, &format!("{lang}/walk")).await;
        let walks = page(&library, &format!("{lang}/walks")).await;
        assert!(!texts(&walks, "main li").is_empty());
        assert_eq!(texts(&along, "main *"), texts(&walks, "main *"), "{lang}");
    }
}

#[tokio::test]
async fn a_stop_that_comes_twice_bears_both_its_numbers_and_the_keyboard_comes_in_at_the_first_stop() {
    let stops = json!([{ "entity": "smokehouse" }, { "entity": "old-quay" }, { "entity": "smokehouse" }]);
    let library = changed(|file| file["routes"][0]["stops"] = stops);
    let document = page(&library, "en/walk/walk").await;
    let mut numbers = texts(&document, ".spot__number");
    numbers.sort_unstable();
    assert_eq!(numbers, ["1·3", "2"]);
    let label = |id: &str| {
        let found = all(&document, &format!(".spot[data-entity='{id}']"));
        found[0].attr("aria-label").unwrap_or_default().to_owned()
    };
    assert!(label("smokehouse").starts_with("1·3 Smokehouse"), "{}", label("smokehouse"));
    let entered: Vec<&str> =
        all(&document, ".spot[tabindex='0']").iter().filter_map(|spot| spot.attr("data-entity")).collect();
    assert_eq!(entered, ["smokehouse"]);
    let keys: Vec<String> = texts(&document, "#ground-keys");
    assert!(keys[0].contains("next stop"), "{keys:?}");
}

#[tokio::test]
async fn a_street_can_be_picked_on_the_place_map_and_not_on_that_of_a_walk() {
    let library = library(XIGUAN);
    assert!(!all(&page(&library, "en/places").await, ".ground__reach").is_empty());
    assert_eq!(all(&page(&library, "en/walk/dishifu-cakes").await, ".ground__reach").len(), 0);
}

#[tokio::test]
async fn a_walk_names_origins_without_a_place_in_every_language_and_no_persons() {
    let library = library(XIGUAN);
    for (lang, said) in [("zh-Hans", "未见记载在何处"), ("zh-Hant", "未見記載在何處"), ("en", "no place on record")]
    {
        let document = page(&library, &format!("{lang}/walk?focus=matigao&up=all&down=all")).await;
        let rows = texts(&document, ".walk__left li small");
        assert!(rows.iter().any(|row| row == said), "{rows:?}");
    }
    let document = page(&library, "en/walk?focus=luo-kun&lens=lineage&up=all&down=all").await;
    assert!(texts(&document, ".walk__left li a").iter().all(|name| !name.contains("Luo Kun")));
}

/// The walk of the quay with a third stop beside it, told as a plan of a story; the stops stand so far apart.
fn told(places: [Value; 3]) -> taste::ui::context::Library {
    changed(|file| {
        for (at, place) in [2, 3, 0].into_iter().zip(places) {
            file["entities"][at]["place"] = place;
        }
        let walk = &mut file["routes"][0];
        walk["planned"] = json!(true);
        walk["story"] = json!("smoke");
        walk["text"] = json!({ "en": "A short one." });
        walk["stops"] = json!([
            { "entity": "old-quay", "text": { "en": "Look at the wall." } },
            { "entity": "smokehouse" },
            { "entity": "north-bank" },
        ]);
    })
}

#[tokio::test]
async fn a_walk_says_how_far_it_is_as_far_as_that_is_known() {
    let at = |lat: f64| json!({ "lat": lat, "lon": -0.612 });
    let lane = || json!({ "street": "quay-road" });
    for (places, measure) in [
        ([at(54.488), at(54.49), at(54.491)], "3 stops, about 350 m in straight lines"),
        ([at(54.482), at(54.492), at(54.482)], "3 stops, about 2.2 km in straight lines"),
        (
            [at(54.488), lane(), at(54.491)],
            "3 stops, between the 2 with a known position about 350 m in straight lines",
        ),
        ([at(54.488), lane(), lane()], "3 stops, distance unknown: too few stops have a sourced position"),
    ] {
        let library = told(places);
        assert!(texts(&page(&library, "en/walk/walk").await, "main > p").contains(&measure.to_owned()), "{measure}");
        let listed = texts(&page(&library, "en/walks").await, ".contents__list li span");
        assert_eq!(listed, [format!("{measure}planned")]);
    }
}

#[tokio::test]
async fn a_walk_tells_at_each_stop_what_is_to_be_seen_and_where_and_what_it_rests_on_and_goes_with() {
    let place = |lat: f64| json!({ "lat": lat, "lon": -0.612, "address": { "en": format!("At {lat}") } });
    let library = told([place(54.488), place(54.49), json!({ "area": { "en": "The sea" } })]);
    let document = page(&library, "en/walk/walk").await;
    assert_eq!(texts(&document, "main > .lead"), ["A short one."]);
    assert_eq!(texts(&document, "main > p > em"), ["planned"]);
    assert_eq!(texts(&document, ".stop h2 + p:not(.stop__at)"), ["Look at the wall."]);
    assert_eq!(texts(&document, ".stop__at"), ["At 54.488", "At 54.49", "The seano sourced position"]);
    assert_eq!(super::stand::said(&document, "main > .evidence"), ["documented Harbour log Harbour office"]);
    assert_eq!(texts(&document, "main > p:not(.take) > a"), ["Stories · Smoke", "Walks"]);
    assert_eq!(texts(&document, ".spot__number"), ["1", "2"]);
}
