//! What the page of a thing, and the panel beside a map, tell of it: its life, its names, its ties, what happened to it.

use serde_json::json;
use taste::ui::context::Library;

use super::stand::{XIGUAN, all, changed, library, page, said, ways};

/// The smokehouse with an end, a place in words, and a word on how it stands today.
fn ended() -> Library {
    changed(|file| {
        let house = &mut file["entities"][3];
        house["until"] = json!({ "date": "1999", "note": { "en": "A fire." }, "sources": ["log"] });
        house["status"] = json!({ "text": { "en": "A car park." }, "evidence": "documented", "sources": ["log"] });
        house["place"]["address"] = json!({ "en": "7 Quay Road" });
        house["place"]["area"] = json!({ "en": "The quay" });
        house["place"]["sources"] = json!(["talk"]);
    })
}

#[tokio::test]
async fn a_life_has_its_beginning_its_end_its_place_and_how_it_stands_today() {
    let library = ended();
    for path in ["en/entity/smokehouse", "en/chain?focus=smokehouse"] {
        let document = page(&library, path).await;
        assert_eq!(
            said(&document, ".life__row"),
            [
                "Since 1850, or 1853 disputed Harbour log Harbour office or 1853 disputed rests on blogs or forums alone Quayside talk",
                "Until 1999 A fire. documented Harbour log Harbour office",
                "Place 7 Quay Road documented rests on blogs or forums alone Quayside talk",
                "Today A car park. documented Harbour log Harbour office",
            ],
            "{path}"
        );
    }
}

#[tokio::test]
async fn every_fact_names_its_sources_and_how_sure_it_is() {
    let library = changed(|_| {});
    for path in ["en/entity/old-quay", "en/chain?focus=old-quay"] {
        let facts = [
            "Built in 1802. documented Harbour log Harbour office",
            "Said to be haunted. legend rests on blogs or forums alone Quayside talk",
        ];
        assert_eq!(said(&page(&library, path).await, ".facts li"), facts, "{path}");
    }
}

#[tokio::test]
async fn all_scripts_of_a_name_are_told_and_its_reading_once() {
    let library = changed(|_| {});
    for (lang, heading, others) in
        [("en", "Old Quay", vec!["舊埗頭", "gau6 bou6 tau4"]), ("zh-Hant", "舊 gau6 埗 bou6 頭 tau4", vec!["Old Quay"])]
    {
        let document = page(&library, &format!("{lang}/entity/old-quay")).await;
        assert_eq!(said(&document, "main h1"), [heading]);
        assert_eq!(said(&document, ".entity__names .entity__alt"), others, "{lang}");
    }
}

#[tokio::test]
async fn ties_stand_on_their_side_read_from_there_and_say_what_they_rest_on() {
    let library = changed(|_| {});
    let document = page(&library, "en/entity/smokehouse").await;
    assert_eq!(said(&document, ".updown h2"), ["Comes from", "Goes to"]);
    let ties = |at: usize| format!(".updown section:nth-of-type({at}) .tie");
    assert_eq!(said(&document, &ties(1)), ["Old Quay lands from documented Harbour log Harbour office"]);
    assert_eq!(said(&document, &ties(2)), ["Kipper becomes legend rests on blogs or forums alone Quayside talk"]);
    assert_eq!(said(&document, ".entity > section:not(.entity__stories) .tie"), ["Ann Reek taught by unsourced"]);
    assert_eq!(ways(&document, ".tie a.chip"), ["en/entity/old-quay", "en/entity/kipper", "en/entity/ann"]);
    let beside = page(&library, "en/chain?focus=smokehouse").await;
    let chains = ["old-quay", "kipper", "ann"].map(|id| format!("en/chain?focus={id}"));
    assert_eq!(ways(&beside, ".tie a.chip"), chains, "beside a map a tie lights its trace there");
}

#[tokio::test]
async fn what_happened_to_it_is_told_with_its_date() {
    let library = changed(|file| {
        let event = json!({ "id": "e", "date": "1853", "title": { "en": "Two met" }, "entities": ["smokehouse", "old-quay"], "evidence": "unsourced" });
        file["events"].as_array_mut().expect("a list").push(event);
    });
    for (id, events) in [
        ("old-quay", vec!["1802 The quay opens documented Harbour log Harbour office", "1853 Two met unsourced"]),
        ("smokehouse", vec!["1853 Two met unsourced"]),
        ("kipper", vec![]),
    ] {
        assert_eq!(said(&page(&library, &format!("en/entity/{id}")).await, ".events li"), events, "{id}");
    }
}

#[tokio::test]
async fn from_its_page_lead_ways_to_its_chain_its_walk_and_its_place() {
    let library = changed(|_| {});
    let leads = async |id: &str| ways(&page(&library, &format!("en/entity/{id}")).await, ".entity-page__map .take a");
    let chain = "en/chain?focus=smokehouse";
    let walk = "en/walk?focus=smokehouse&up=all&down=all";
    assert_eq!(leads("smokehouse").await, [chain, walk, "en/places?focus=smokehouse"]);
    assert_eq!(leads("kipper").await.len(), 2, "nothing says where it is");
}

#[tokio::test]
async fn a_picture_is_told_in_the_language_of_the_page_and_passed_over_where_its_name_stands_beside_it() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let (_, record) = catalog.each_entity().find(|(_, record)| record.picture.is_some()).expect("some have pictures");
    let alt = &record.picture.as_ref().expect("it has one").alt;
    for lang in taste::model::Lang::ALL {
        let document = page(&library, &format!("{}/entity/{}", lang.tag(), record.id)).await;
        let told: Vec<_> =
            all(&document, ".entity__picture[role=img]").iter().map(|one| one.attr("aria-label")).collect();
        assert_eq!(told, [Some(alt.words(lang))]);
        let beside = page(&library, &format!("{}/chain?focus={}", lang.tag(), record.id)).await;
        assert_eq!(all(&beside, ".entity__pane[aria-hidden=true]").len(), 1);
    }
}
