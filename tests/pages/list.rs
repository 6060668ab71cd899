//! The list twin: in words what the map draws.

use scraper::Html as Document;

use super::stand::{all, changed, page, said, ways};

/// The cells of the row of an entity: name, years, where from, where to.
fn row(document: &Document, id: &str) -> Vec<String> {
    said(document, &format!("tr[data-entity={id}] > *"))
}

#[tokio::test]
async fn a_row_tells_name_years_and_what_comes_and_goes_with_what_is_less_than_documented() {
    let library = changed(|file| file["entities"][3]["until"] = "1999".into());
    let document = page(&library, "en/chain?view=list").await;
    for (id, cells) in [
        ("north-bank", ["North Bank 北灘", "", "not on record", "Old Quay"]),
        ("old-quay", ["Old Quay 舊埗頭", "1802", "North Bank The Deep typical", "Smokehouse"]),
        ("smokehouse", ["Smokehouse 燻房 Golden Fish 1901", "1850–1999", "Old Quay", "Kipper legend"]),
    ] {
        assert_eq!(row(&document, id), cells);
    }
    assert_eq!(said(&document, ".fold h2"), ["海 Sea 2", "Quay 1", "Smokehouse 1", "Plate 1"]);
    assert_eq!(ways(&document, "tr[data-entity=kipper] th a"), ["en/chain?focus=kipper&view=list"]);
}

#[tokio::test]
async fn the_list_says_how_each_stands_to_the_trace_and_holds_a_chain_alone_where_that_is_asked() {
    let library = changed(|_| {});
    let parts = async |query: &str| -> Vec<String> {
        let document = page(&library, &format!("en/chain?view=list&focus=old-quay&up=1&down=1{query}")).await;
        let rows = all(&document, "tr[data-entity]");
        let told =
            rows.iter().map(|row| [row.attr("data-entity"), row.attr("data-trace")].map(Option::unwrap_or_default));
        told.map(|told| told.join(" ")).collect()
    };
    let lit = ["north-bank up", "deep up", "old-quay focus", "smokehouse down"];
    assert_eq!(parts("").await, [&lit[..], &["kipper none"]].concat());
    assert_eq!(parts("&only=1").await, lit);
}

#[tokio::test]
async fn what_was_not_there_in_a_year_is_not_in_the_list_of_that_year() {
    let library = changed(|_| {});
    let shown = async |year: u32| said(&page(&library, &format!("en/chain?view=list&year={year}")).await, "tbody th a");
    assert_eq!(shown(1840).await.len(), 4, "all but the smokehouse");
    assert!(shown(1860).await.contains(&"Smokehouse".to_owned()));
}

#[tokio::test]
async fn the_menu_marks_where_one_is_and_map_and_list_are_two_places() {
    let library = changed(|_| {});
    for (path, marked) in [
        ("en/chain", "Chain"),
        ("en/chain?view=list", "List"),
        ("en/entity/kipper", "Chain"),
        ("en/story/smoke/1", "Stories"),
        ("en/walk/walk", "Walks"),
        ("en/check", "About"),
        ("en/plate/harbour-board", "The harbour board"),
    ] {
        let document = page(&library, path).await;
        assert_eq!(said(&document, ".spine__pages [aria-current]"), [marked], "{path}");
    }
}

#[tokio::test]
async fn the_bar_of_a_trace_says_of_each_side_how_much_of_how_much_is_shown() {
    let library = changed(|_| {});
    for (query, counts, spoken, off) in [
        (
            "up=1&down=0",
            ["1 of 3 upstream shown", "0 of 1 downstream shown"],
            "Smokehouse. 1 of 3 upstream shown, 0 of 1 downstream shown.",
            [false, false],
        ),
        (
            "up=all&down=1",
            ["3 of 3 upstream shown", "1 of 1 downstream shown"],
            "Smokehouse. 3 of 3 upstream shown, 1 of 1 downstream shown.",
            [true, true],
        ),
    ] {
        let document = page(&library, &format!("en/chain?view=list&focus=smokehouse&{query}")).await;
        assert_eq!(said(&document, ".depth__count"), counts, "{query}");
        assert_eq!(said(&document, ".depth [role=status]"), [spoken], "{query}");
        let all: Vec<bool> = all(&document, ".depth__all").iter().map(|all| all.attr("disabled").is_some()).collect();
        assert_eq!(all, off, "{query}");
    }
}

#[tokio::test]
async fn the_choice_of_honours_counts_those_who_bear_them_and_says_what_is_picked_with_what_it_stands_for() {
    let library = changed(|file| file["marks"][0]["note"] = serde_json::json!({ "en": "Given at the fair." }));
    let document = page(&library, "en/chain?view=list&honour=prize").await;
    assert_eq!(said(&document, ".sieve__honours option"), ["any or none", "Prizes (1)"]);
    assert_eq!(said(&document, ".honours-picked [role=status]"), ["Prizes: 1 here Given at the fair."]);
}
