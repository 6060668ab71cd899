//! The place map and what stands beside it: streets with their houses, what is not set, the card of what is selected.

use serde_json::json;
use taste::ui::context::Library;

use super::stand::{all, changed, page, said, ways};

/// The quay with a hall in an area, one in another town, one of which words alone are on record, and a house without a number.
fn more() -> Library {
    changed(|file| {
        let shed = |id: &str, place| json!({ "id": id, "kind": "shed", "stage": "quay", "name": { "en": id }, "place": place });
        file["entities"].as_array_mut().expect("a list").extend([
            shed("hall", json!({ "lat": 54.49, "lon": -0.62, "precision": "area" })),
            shed("inland", json!({ "lat": 54.6, "lon": -0.61 })),
            shed("barn", json!({ "address": { "en": "Somewhere west" } })),
            shed("stall", json!({ "street": "quay-road" })),
        ]);
    })
}

#[tokio::test]
async fn everything_with_a_place_is_on_the_map_or_listed_with_what_is_known_of_where_it_is() {
    let library = more();
    let document = page(&library, "en/places").await;
    let heads = said(&document, ".places__side > section:has(.places__list) > h2");
    let lists: Vec<(String, Vec<String>)> = (1..=heads.len())
        .map(|at| {
            let rows = format!(".places__side > section:has(.places__list):nth-of-type({at}) li");
            (heads[at - 1].clone(), said(&document, &rows))
        })
        .collect();
    let of = |head: &str, rows: &[&str]| (head.to_owned(), rows.iter().map(|row| (*row).to_owned()).collect());
    assert_eq!(
        lists,
        [
            of("By street", &["Quay Road 3 here"]),
            of("Also on the map", &["hall"]),
            of("Beyond the map", &["inland 12.2 km away, straight"]),
            of("Not set on the map", &["barn Somewhere west"]),
        ]
    );
    assert_eq!(said(&document, ".places__note").last().map(String::as_str), Some("A sketch."));
    assert_eq!(said(&document, ".ground__credit"), ["Drawn by the harbour office"]);
}

#[tokio::test]
async fn how_sure_a_place_is_is_drawn_and_said() {
    let library = more();
    for (id, class, sure) in [
        ("old-quay", "spot--known", "Position on record"),
        ("smokehouse", "spot--number", "Set by its house number, between its neighbours"),
        ("hall", "spot--area", "An area, or somewhere within it"),
        ("barn", "", "no sourced position"),
    ] {
        let document = page(&library, &format!("en/places?focus={id}")).await;
        assert_eq!(said(&document, ".places__card p small"), [sure], "{id}");
        let drawn = all(&document, &format!(".spot[data-entity={id}]"));
        assert_eq!(drawn.len(), usize::from(!class.is_empty()), "{id}");
        assert!(drawn.iter().all(|spot| spot.value().classes().any(|own| own == class)), "{id}");
    }
}

#[tokio::test]
async fn a_street_that_is_picked_lists_all_of_its_houses_by_number() {
    let library = more();
    let document = page(&library, "en/places?street=quay-road").await;
    assert_eq!(said(&document, ".places__street h2"), ["Quay Road"]);
    let houses = ["1 Old Quay", "7 Smokehouse", "– stall no house number on record"];
    assert_eq!(said(&document, ".houses li"), houses);
    let ids = ["old-quay", "smokehouse", "stall"].map(|id| format!("en/places?focus={id}&street=quay-road"));
    assert_eq!(ways(&document, ".houses a"), ids);
    assert_eq!(all(&document, ".ground__shape--picked").len(), 1);
}

#[tokio::test]
async fn what_is_selected_has_a_card_with_its_address_its_page_and_other_maps() {
    let library = more();
    let document = page(&library, "en/places?focus=old-quay").await;
    assert_eq!(said(&document, ".places__card h2"), ["Old Quay"]);
    assert_eq!(said(&document, ".places__card p")[0], "1 Quay Road");
    assert_eq!(ways(&document, ".places__card a")[0], "en/entity/old-quay");
    let maps = ["Amap", "Apple Maps", "Google Maps", "OpenStreetMap"];
    assert_eq!(said(&document, ".places__card details a"), maps);
}
