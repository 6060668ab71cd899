//! The opening page and the frame around every page: what this is, where to begin, languages, the foot.

use serde_json::json;
use taste::{model::Lang, ui::pages, view::Address};

use super::stand::{DISTRICT, all, changed, library, page, said, ways};

#[tokio::test]
async fn the_opening_page_says_what_this_is_and_where_to_begin() {
    let library = library(DISTRICT);
    for (lang, title, question, story, pick) in [
        ("en", "Northquay", "Where did this fish swim?", "Begin with a story Smoke", "Today’s pick Kipper"),
        ("zh-Hant", "北埗", "這條魚從哪裏來？", "先讀一則 煙", "今日一味 燻鯡魚"),
    ] {
        let document = page(&library, &format!("{lang}/")).await;
        assert_eq!(said(&document, "main h1"), [title]);
        let other = if lang == "en" { "北埗" } else { "Northquay" };
        assert_eq!(said(&document, ".home__title p"), [other]);
        assert_eq!(said(&document, ".home__question"), [question]);
        assert_eq!(all(&document, ".doors input[type=search]").len(), 1);
        let doors = said(&document, ".doors a.door");
        assert!(doors.len() == 2 && doors[0].starts_with(story) && doors[1].starts_with(pick), "{doors:?}");
        let leads = [
            format!("{lang}/chain"),
            format!("{lang}/story/smoke/1"),
            format!("{lang}/chain?focus=kipper&up=all&down=all&only=1"),
        ];
        assert_eq!(ways(&document, ".doors a"), leads);
        assert!(all(&document, ".doors [hidden] a").is_empty());
    }
}

#[tokio::test]
async fn the_pick_tells_the_way_that_leads_to_it() {
    let document = page(&library(DISTRICT), "en/").await;
    let way = said(&document, ".doors a.door small");
    assert_eq!(way.last().map(String::as_str), Some("North Bank → Old Quay → Smokehouse → Kipper"));
}

#[tokio::test]
async fn the_languages_of_the_file_are_offered_each_in_its_own_and_the_button_of_the_theme_says_where_it_leads() {
    let library = library(DISTRICT);
    for (lang, other, tag, theme) in [("en", "繁", "zh-Hant", "Dark theme"), ("zh-Hant", "EN", "en", "夜色")] {
        let document = page(&library, &format!("{lang}/about")).await;
        let buttons = all(&document, ".spine__tools button");
        let told: Vec<_> = buttons.iter().map(|button| button.text().collect::<String>()).collect();
        assert_eq!(told, [other, ""], "{lang}");
        assert_eq!(buttons[0].attr("lang"), Some(tag));
        assert_eq!(buttons[1].attr("aria-label"), Some(theme));
    }
}

#[tokio::test]
async fn the_foot_has_the_licence_the_day_of_the_data_and_the_filings_of_the_site() {
    let library = changed(|file| {
        file["site"]["icp"] = json!("ICP 1");
        file["site"]["police"] = json!("Police 2");
    });
    let document = page(&library, "en/stories").await;
    let foot = "Check Public domain Data of 24 November 2026 ICP 1 Police 2";
    assert_eq!(said(&document, ".foot"), [foot]);
}

#[test]
fn every_page_has_a_title_of_its_own_before_that_of_the_site() {
    let library = library(DISTRICT);
    for (path, title) in [
        ("en/", "Northquay"),
        ("en/chain", "Chain · Northquay"),
        ("en/chain?view=list", "List · Northquay"),
        ("en/chain?focus=kipper", "Kipper: where from, where to · Northquay"),
        ("zh-Hant/entity/kipper", "燻鯡魚 · 北埗"),
        ("en/stories", "Stories · Northquay"),
        ("en/story/smoke/2", "Smoke · Northquay"),
        ("en/story/smoke/3", "Not found · Northquay"),
        ("en/plate/harbour-board", "The harbour board · Northquay"),
        ("en/places", "Places · Northquay"),
        ("en/time", "Time · Northquay"),
        ("en/walks", "Walks · Northquay"),
        ("en/walk?focus=kipper", "Along the chain of Kipper · Northquay"),
        ("en/walk/walk", "Along the quay · Northquay"),
        ("en/contents", "Contents · Northquay"),
        ("en/check", "Check a data file · Northquay"),
        ("en/about", "What this is, and what it is not · Northquay"),
        ("en/entity/nobody", "Not found · Northquay"),
        ("en/nowhere", "Not found · Northquay"),
    ] {
        let (at, query) = path.split_once('?').unwrap_or((path, ""));
        let address = Address::parse(at, query);
        assert_eq!(pages::title(&library, &address, address.lang.unwrap_or(Lang::En)), title, "{path}");
    }
}

#[tokio::test]
async fn what_is_unknown_is_answered_with_what_there_is() {
    let library = library(DISTRICT);
    for (path, said_of_it, near) in [
        ("en/walk/none", "There is no walk called “none”.", "en/walk/walk"),
        ("en/plate/none", "There is no plate called “none”.", "en/plate/harbour-board"),
        ("en/story/smoke/3", "The file holds no story called “smoke”, or it has fewer steps.", "en/story/smoke/1"),
    ] {
        let document = page(&library, path).await;
        assert_eq!(said(&document, "main p.breaks"), [said_of_it]);
        assert_eq!(ways(&document, ".near a"), [near], "{path}");
    }
}
