//! What a visitor takes away: the link, its code, and a walk for other maps.

use serde_json::{Value, json};
use taste::{
    model::{Catalog, Depth, EntityIx, EvidenceSet, Lang, LensIx},
    trace::{self, Request},
    view::walk,
    words,
};

use super::{House, visitor};

/// Writes down what is given to the system's own sheet, instead of showing one.
pub(crate) const RECORDER: &str = "window.__shared = [];
    Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: async offer => void window.__shared.push(offer) });";

/// No sheet of the system, as in most browsers of a desk.
const NO_SHEET: &str = "delete Navigator.prototype.share;";

/// What the walk along the whole trace of an entity stops at.
pub(crate) fn along(catalog: &Catalog, focus: EntityIx) -> Vec<EntityIx> {
    let (up, down) = (Depth::All, Depth::All);
    let request = Request { focus, up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL };
    walk::along(catalog, &trace::run(catalog, request)).stops
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_shared_by_the_systems_sheet_and_copied_where_there_is_none() {
    let catalog = visitor::catalog();
    let pages = [format!("en/entity/{}", visitor::hub(&catalog)), format!("en/walk/{}", catalog.routes[0].id)];
    let said = "return document.querySelector('.share-link [role=status]').textContent";

    let clipboard = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    let copied = words::sharing(Lang::En).copied;
    let house = House::open(1280, 800, Vec::new()).await;
    house.before_all(RECORDER).await;
    house.command("Browser.grantPermissions", clipboard.clone()).await;
    for page in &pages {
        house.go(page).await;
        house.click(".share-link button").await;
        house.until("return window.__shared.length === 1").await;
        let seen = house.run("return [{ title: document.title, url: location.href }]").await;
        assert_eq!(house.run("return window.__shared").await, seen);
        assert!(house.text("return window.__shared[0].url").await.ends_with(page));
        assert_eq!(house.text(said).await, "", "the sheet speaks for itself");
        // Who wants the link alone need not go through the sheet.
        house.click(".share-link button:last-of-type").await;
        house.until(&format!("{said} !== ''")).await;
        assert_eq!(house.text(said).await, copied);
        assert_eq!(house.run("return navigator.clipboard.readText()").await, house.run("return location.href").await);
        assert_eq!(house.run("return window.__shared").await, seen);
    }
    house.nothing_went_wrong().await;
    house.close().await;

    let house = House::open(1280, 800, Vec::new()).await;
    house.before_all(NO_SHEET).await;
    house.command("Browser.grantPermissions", clipboard).await;
    for page in &pages {
        house.go(page).await;
        house.click(".share-link button").await;
        house.until(&format!("{said} !== ''")).await;
        assert_eq!(house.text(said).await, copied);
        assert_eq!(house.run("return navigator.clipboard.readText()").await, house.run("return location.href").await);
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_a_page_opens_and_shuts_by_key_and_the_reader_stays_where_they_are() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go(&format!("en/walk/{}", visitor::catalog().routes[0].id)).await;
    house.run("document.querySelector('.share-link [aria-expanded]').focus()").await;
    let there = "document.activeElement === document.querySelector('.share-link [aria-expanded]')";
    for _ in 0..2 {
        house.key("Enter").await;
        house.until(&format!("return {there} && document.activeElement.ariaExpanded === 'true'")).await;
        let label = house.text("return document.querySelector('.qr svg').ariaLabel").await;
        assert!(label.contains(&house.text("return location.href").await), "{label}");
        house.key("Escape").await;
        house.until("return !document.querySelector('.qr')").await;
        house.until(&format!("return {there} && document.activeElement.ariaExpanded === 'false'")).await;
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

/// What the page offers to save under a name, read as its own link says.
async fn offered(house: &House, name: &str) -> String {
    house.text(&format!("const href = document.querySelector(\"a[download='{name}']\").href; return decodeURIComponent(href.slice(href.indexOf(',') + 1))")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn other_programs_get_the_stops_of_a_walk_where_the_file_puts_them() {
    let catalog = visitor::catalog();
    let placed = |stops: &[EntityIx]| -> Vec<(f64, f64)> {
        stops.iter().filter_map(|stop| catalog.entity(*stop).place.as_ref()?.position).collect()
    };
    let mut walks: Vec<(String, Vec<EntityIx>)> = catalog
        .routes
        .iter()
        .map(|route| (format!("walk/{}", route.id), route.stops.iter().map(|stop| stop.entity).collect()))
        .collect();
    let hub = visitor::hub(&catalog);
    let focus = catalog.find(&hub).expect("it is in the file");
    walks.push((format!("walk?focus={hub}&up=all&down=all"), along(&catalog, focus)));
    walks.retain(|(_, stops)| placed(stops).len() > 1);
    assert!(walks.len() > 1, "the file has walks whose stops have positions");
    let same = |found: &Value, stops: &[EntityIx], page: &str| {
        let found: Vec<(f64, f64)> = serde_json::from_value(found.clone()).expect("pairs of numbers");
        let known = placed(stops);
        assert_eq!(found.len(), known.len(), "{page}");
        for (a, b) in found.iter().zip(&known) {
            assert!((a.0 - b.0).abs() < 1e-5 && (a.1 - b.1).abs() < 1e-5, "{page}: {a:?} for {b:?}");
        }
    };
    let house = House::open(1280, 800, Vec::new()).await;
    for (page, stops) in &walks {
        house.go(&format!("en/{page}")).await;
        let gpx = json!(offered(&house, "walk.gpx").await);
        let read = |tag: &str| {
            format!(
                "const page = new DOMParser().parseFromString({gpx}, 'text/xml');
                if (page.querySelector('parsererror')) return page.documentElement.textContent;
                return [...page.querySelectorAll('{tag}')].map(p => [Number(p.getAttribute('lat')), Number(p.getAttribute('lon'))])"
            )
        };
        same(&house.run(&read("wpt")).await, stops, page);
        same(&house.run(&read("rte > rtept")).await, stops, page);
        let geojson: Value = serde_json::from_str(&offered(&house, "walk.geojson").await).expect("it is JSON");
        assert_eq!(geojson["type"], "FeatureCollection");
        let points = geojson["features"].as_array().expect("it has features").iter();
        let points: Vec<Value> =
            points.map(|one| json!([one["geometry"]["coordinates"][1], one["geometry"]["coordinates"][0]])).collect();
        same(&json!(points), stops, page);
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
