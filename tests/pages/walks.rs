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
