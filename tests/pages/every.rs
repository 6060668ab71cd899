//! Components rendered to HTML natively, as they would be at build time: no window, no storage, no clock.

use scraper::{ElementRef, Html as Document};
use taste::{
    model::{Lang, LensIx},
    ui::{
        app::{App, AppProps},
        pages::{FURTHER, OPENING},
    },
    view::Address,
    words,
};
use yew::LocalServerRenderer;

use super::stand::{DISTRICT, XIGUAN, all, library, library_of, map, page, pages_of};

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn texts(document: &Document, selector: &str) -> Vec<String> {
    all(document, selector).into_iter().map(text).collect()
}

#[tokio::test]
async fn the_app_itself_is_rendered_from_what_it_is_told_of_the_reader_and_asks_no_browser() {
    for part in [&OPENING, &FURTHER] {
        for (path, preferred, lang) in
            [("", Lang::En, Lang::En), ("zh-Hant/chain", Lang::En, Lang::ZhHant), ("", Lang::ZhHans, Lang::ZhHans)]
        {
            let start = Address::parse(path, "");
            let props = AppProps { part, start, preferred: Some(preferred), arrived: false };
            let html = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
            assert_eq!(
                texts(&Document::parse_fragment(&html), "main [role=status]"),
                [words::of(lang).loading],
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn every_page_leads_on() {
    let library = library(XIGUAN);
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        for path in pages_of(&library) {
            let document = page(&library, &format!("{lang}/{path}")).await;
            assert!(all(&document, "main#main").len() == 1, "{lang}/{path} has one main part");
            let first = all(&document, "a")[0];
            assert_eq!(first.value().attr("href"), Some("#main"), "{lang}/{path}: the skip link comes first");
            for link in all(&document, "a") {
                let href = link.value().attr("href").unwrap_or_default();
                assert!(!href.is_empty(), "{lang}/{path}: {}", link.html());
                let inside = href.starts_with(lang)
                    || href.starts_with('#')
                    || href == "NOTICES.txt"
                    || href.starts_with("http")
                    || href.starts_with("data:application/g")
                    || href.starts_with("mailto:");
                assert!(inside, "{lang}/{path} leads to {href}");
            }
        }
    }
}

#[tokio::test]
async fn an_entity_says_what_it_is_what_that_rests_on_and_what_is_not_known() {
    let library = library(DISTRICT);
    let document = page(&library, "en/entity/smokehouse").await;
    assert_eq!(texts(&document, "h1"), ["Smokehouse"]);
    let whole = text(document.root_element());
    for said in ["The Reek", "1850", "or 1853", "Golden Fish", "1901", "Harbour log", "Old Quay", "Kipper", "Ann Reek"]
    {
        assert!(whole.contains(said), "{said} in {whole}");
    }
    // Nothing is known of where the kipper goes, and the page says so rather than nothing.
    let document = page(&library, "en/entity/kipper").await;
    assert_eq!(texts(&document, ".updown .none"), ["not on record"]);
}

#[tokio::test]
async fn what_rests_on_blogs_alone_shows_it() {
    let library = library(DISTRICT);
    let document = page(&library, "en/entity/old-quay").await;
    let facts = texts(&document, ".facts li");
    assert!(facts[0].contains("Built in 1802.") && !facts[0].to_lowercase().contains("blog"), "{facts:?}");
    assert!(facts[1].contains("Said to be haunted.") && facts[1].to_lowercase().contains("blog"), "{facts:?}");
}

#[tokio::test]
async fn the_page_of_an_entity_tells_what_each_tie_rests_on_and_the_panel_how_it_is_tied() {
    let library = library(DISTRICT);
    for (path, told) in [("en/entity/smokehouse", true), ("en/chain?focus=smokehouse", false)] {
        let document = page(&library, path).await;
        let ties = texts(&document, ".tie summary");
        assert!(ties.len() > 1 && ties.iter().all(|tie| !tie.trim().is_empty()), "{path}: {ties:?}");
        assert_eq!(all(&document, ".tie .evidence").len(), if told { ties.len() } else { 0 }, "{path}");
    }
}

#[tokio::test]
async fn an_entity_that_no_story_is_about_offers_those_of_its_neighbours() {
    let library = library(DISTRICT);
    let smoke = &library.catalog.stories[0];
    let title = smoke.title.words(Lang::En);
    for (id, heading, said, step) in [
        ("smokehouse", "In stories", title.to_owned(), 1),
        ("kipper", "Stories next to it", format!("{title} Smokehouse"), 1),
        ("north-bank", "Stories next to it", format!("{title} Old Quay"), 1),
    ] {
        let document = page(&library, &format!("en/entity/{id}")).await;
        assert_eq!(texts(&document, ".entity__stories h2"), [heading], "{id}");
        assert_eq!(texts(&document, ".entity__stories li"), [said], "{id}");
        let ways = all(&document, ".entity__stories a");
        assert_eq!(ways[0].value().attr("href"), Some(&*format!("en/story/smoke/{step}")), "{id}");
    }
}

#[tokio::test]
async fn a_name_in_another_language_says_which() {
    let library = library(DISTRICT);
    let document = page(&library, "en/entity/smokehouse").await;
    let other = all(&document, ".entity__names [lang]");
    assert!(other.iter().any(|name| name.value().attr("lang") == Some("zh-Hant") && text(*name) == "燻房"));
    let document = page(&library, "zh-Hant/entity/old-quay").await;
    assert_eq!(texts(&document, "h1 rt"), ["gau6", "bou6", "tau4"]);
}

#[tokio::test]
async fn the_list_has_a_row_for_each_entity_and_each_link_at_both_its_ends() {
    for file in [DISTRICT, XIGUAN] {
        let library = library(file);
        let catalog = &library.catalog;
        let lens = catalog.lens(LensIx(0));
        let document = page(&library, "en/chain?view=list").await;
        let shown = catalog.each_entity().filter(|(entity, _)| lens.column_of(*entity).is_some()).count();
        assert_eq!(all(&document, "tr[data-entity]").len(), shown);
        let inside = |link: &&taste::model::Link| {
            lens.follows(link.kind) && lens.column_of(link.from).is_some() && lens.column_of(link.to).is_some()
        };
        assert_eq!(
            all(&document, "[data-from][data-to][data-kind]").len(),
            2 * catalog.links.iter().filter(inside).count()
        );
    }
}

#[tokio::test]
async fn the_list_leaves_out_the_links_that_the_map_hides() {
    let library = library(DISTRICT);
    for (query, left) in [("", true), ("&evidence=documented", false), ("&year=1840", true)] {
        let document = page(&library, &format!("en/chain?view=list{query}")).await;
        // The one link from the deep is typical, of no date.
        let typical = all(&document, "[data-from=deep][data-to=old-quay]");
        assert_eq!(!typical.is_empty(), left, "{query}");
    }
    // The smokehouse is older here than what it is supplied with.
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    file["links"][2]["since"] = "1890".into();
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    for (year, ends) in [(1880, 0), (1890, 2)] {
        let document = page(&library, &format!("en/chain?view=list&year={year}")).await;
        assert_eq!(all(&document, "[data-from=old-quay][data-to=smokehouse]").len(), ends, "{year}");
    }
}

#[tokio::test]
async fn the_map_is_one_tab_stop_and_names_what_it_draws() {
    let library = library(XIGUAN);
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        let focus = library.catalog.site.start.as_ref().map(|start| start.focus);
        let document = map(&library, &format!("{lang}/chain"), focus, None).await;
        assert_eq!(all(&document, "[data-view=map] [tabindex='0']").len(), 1);
        let nodes = all(&document, "[data-view=map] [data-entity]");
        assert!(nodes.len() > 100, "{}", nodes.len());
        let parts = ["focus", "up", "down", "none"];
        for node in nodes {
            let value = node.value();
            assert!(value.attr("aria-label").is_some_and(|label| label.chars().count() > 3), "{}", node.html());
            assert!(value.attr("data-trace").is_some_and(|part| parts.contains(&part)), "{}", node.html());
            assert!(value.attr("href").is_some_and(|href| href.contains("focus=")), "{}", node.html());
        }
        assert_eq!(all(&document, "[data-trace=focus]").len(), 1);
        assert_eq!(all(&document, "[style]").len(), 0);
    }
}

#[tokio::test]
async fn an_unknown_address_names_what_is_near() {
    let library = library(DISTRICT);
    let document = page(&library, "en/entity/smokehose").await;
    let near: Vec<_> =
        all(&document, "main a").iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect();
    assert!(near.iter().any(|href| href == "en/entity/smokehouse"), "{near:?}");
}

#[tokio::test]
async fn about_lists_every_source_with_what_rests_on_it() {
    let library = library(DISTRICT);
    let document = page(&library, "en/about").await;
    let whole = text(document.root_element());
    assert!(whole.contains("Harbour log") && whole.contains("Quayside talk"), "{whole}");
    assert!(all(&document, "a[href='https://example.org/talk'][rel~=noopener]").len() == 1);

    // Base map, walks and plates rest on sources too: of the published file none is listed for nothing.
    let published = library_of(include_bytes!("../../data/xiguan.json"));
    let document = page(&published, "en/about").await;
    let rests = texts(&document, ".sources summary");
    assert_eq!(rests.len(), published.catalog.sources.len());
    let idle: Vec<&String> = rests.iter().filter(|rests| rests.starts_with("0 ") || rests.ends_with(" 0")).collect();
    assert!(idle.is_empty(), "{idle:?}, such as {:?}", rests[0]);
}

#[tokio::test]
async fn about_says_how_to_correct_a_fact_of_the_file_that_was_asked_for() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    file["site"].as_object_mut().expect("it is an object").remove("contact");
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    for (query, name) in [("", "data/xiguan.json"), ("?data=data/other.json", "data/other.json")] {
        for lang in ["zh-Hant", "en"] {
            let document = page(&library, &format!("{lang}/about{query}")).await;
            assert!(texts(&document, "main p").iter().any(|said| said.contains(name)), "{lang} {name}");
            assert!(!all(&document, &format!("main a[href^='{lang}/check']")).is_empty(), "{lang} {name}");
        }
    }
}

#[tokio::test]
async fn a_rival_date_and_a_place_tell_what_they_rest_on() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    file["entities"][2]["place"]["sources"] = serde_json::json!(["talk"]);
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    for path in ["en/entity/smokehouse", "en/entity/old-quay"] {
        let document = page(&library, path).await;
        assert_eq!(all(&document, ".life a[href='https://example.org/talk']").len(), 1, "{path}");
    }
    // What rests on a source counts the rival, the place and all else.
    let count = |document: &Document| {
        let rests = texts(document, "#source-talk summary");
        rests[0].split(' ').next().and_then(|number| number.parse::<u32>().ok()).expect("it begins with a number")
    };
    let with = count(&page(&library, "en/about").await);
    file["entities"][3]["since"]["or"] = serde_json::json!([]);
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    assert_eq!(count(&page(&library, "en/about").await), with - 1, "the rival rests on it");
}

#[tokio::test]
async fn a_file_of_a_newer_format_raises_an_alert() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    file["format"] = 2.into();
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    let document = page(&library, "en/stories").await;
    assert_eq!(texts(&document, ".notices [role=alert]").len(), 1);
}

#[tokio::test]
async fn signs_of_markup_in_a_text_stay_text() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    file["entities"][3]["name"]["en"] = "Smoke & \"mirrors\" 'house'".into();
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    let document = page(&library, "en/entity/smokehouse").await;
    assert_eq!(texts(&document, "h1"), ["Smoke & \"mirrors\" 'house'"]);
}

#[tokio::test]
async fn records_that_were_set_aside_are_counted_on_every_page() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    file["links"][0]["to"] = "nowhere".into();
    file["links"][1]["kind"] = "none-such".into();
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    for path in ["en/", "en/chain", "en/stories", "en/about"] {
        let document = page(&library, path).await;
        let notices = texts(&document, ".notices [role=status]");
        assert!(notices.len() == 1 && notices[0].contains('2'), "{path}: {notices:?}");
    }
}

#[tokio::test]
async fn honours_pick_out_who_bears_them_and_every_badge_leads_there() {
    let library = library(DISTRICT);
    let picked = page(&library, "en/chain?view=list&honour=prize").await;
    assert_eq!(texts(&picked, "tbody th > div > a"), ["Smokehouse"]);
    assert_eq!(texts(&picked, ".honours-picked b"), ["Prizes: 1 here"]);
    let shown = texts(&picked, ".chain__shown");
    assert!(shown[0].starts_with("1 of "), "{shown:?}");
    assert_eq!(texts(&picked, ".seals li"), ["Golden Fish 1901"]);
    let whole = page(&library, "en/chain?view=list").await;
    assert_eq!(texts(&whole, "tbody th > div > a").len(), 5, "without a pick everybody is listed");
    let entity = page(&library, "en/entity/smokehouse").await;
    let badge = all(&entity, ".badges a")[0];
    assert_eq!(badge.value().attr("href"), Some("en/chain?view=list&honour=prize"));
    let unknown = page(&library, "en/chain?view=list&honour=medal").await;
    assert_eq!(texts(&unknown, ".honours-picked b"), ["There is no kind of honours called “medal”."]);
    assert_eq!(texts(&unknown, "tbody th > div > a").len(), 5, "and nothing is hidden for it");
}

#[tokio::test]
async fn the_list_tells_of_each_honour_its_year_and_who_gave_it_and_counts_what_it_does_not_tell() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    let honour = |name: &str| serde_json::json!({ "name": { "en": name }, "evidence": "unsourced" });
    let mut honours = ["Cup", "Bowl", "Spoon", "Fork"].map(honour);
    honours[1]["date"] = "1880".into();
    honours[2]["date"] = "187X".into();
    honours[2]["grantor"] = serde_json::json!({ "en": "The Guild" });
    honours[3]["date"] = "1899-05".into();
    honours[3]["mark"] = "prize".into();
    file["entities"][3]["honours"] = honours.into();
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    let told = async |query: &str| {
        let document = page(&library, &format!("en/chain?view=list{query}")).await;
        let more = all(&document, ".seals li:last-child a")[0].value().attr("href").map(str::to_owned);
        (texts(&document, ".seals li"), more.unwrap_or_default())
    };
    let (whole, more) = told("").await;
    assert_eq!(whole, ["Spoon 1870s The Guild", "Bowl 1880", "Fork May 1899", "and 1 more"]);
    assert!(more.starts_with("en/entity/smokehouse"), "{more}");
    // What the list is narrowed to is told whichever year it is of.
    let (picked, _) = told("&honour=prize").await;
    assert_eq!(picked, ["Fork May 1899", "Spoon 1870s The Guild", "Bowl 1880", "and 1 more"]);
}

#[tokio::test]
async fn every_page_that_one_would_send_to_a_friend_can_be_shared_and_a_museum_screen_not() {
    let library = library(XIGUAN);
    let shared = ["chain", "stories", "places", "time", "plate", "walk", "entity", "story"];
    for path in pages_of(&library) {
        let page_name = path.split(['?', '/']).next().unwrap_or_default();
        let document = page(&library, &format!("en/{path}")).await;
        assert_eq!(all(&document, "main .share-link").len(), usize::from(shared.contains(&page_name)), "{path}");
        let query = if path.contains('?') { "&kiosk=1" } else { "?kiosk=1" };
        let document = page(&library, &format!("en/{path}{query}")).await;
        assert_eq!(all(&document, ".share-link").len(), 0, "{path} on a museum screen");
    }
}

#[tokio::test]
async fn what_stands_between_words_and_around_them_is_that_of_the_language() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    let former = serde_json::json!({ "name": { "text": "Reek", "lang": "en" }, "years": "1850/1860" });
    file["entities"][3]["name"]["former"] = serde_json::json!([former, former]);
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    for (lang, said) in [
        ("en", "Formerly Reek (1850–1860), Reek (1850–1860)"),
        ("zh-Hant", "曾稱 Reek（1850–1860）、Reek（1850–1860）"),
    ] {
        let document = page(&library, &format!("{lang}/entity/smokehouse")).await;
        let names = texts(&document, ".entity__names p");
        assert!(names.iter().any(|names| names.trim() == said), "{lang}: {names:?}");
    }
}

#[tokio::test]
async fn a_fact_that_begins_with_its_year_is_not_dated_twice() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    let fact = |said: &str| serde_json::json!({ "text": { "en": said }, "date": "1850-05", "evidence": "unsourced" });
    file["entities"][3]["facts"] = ["1850 saw it open.", "It opened."].map(fact).into();
    let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
    let facts = texts(&page(&library, "en/entity/smokehouse").await, ".facts li > p:first-child");
    let facts: Vec<&str> = facts.iter().map(|fact| fact.trim()).collect();
    assert_eq!(facts, ["1850 saw it open.", "May 1850 It opened."]);
}

#[tokio::test]
async fn one_record_that_was_set_aside_is_one_record() {
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(DISTRICT).expect("it is there")).expect("it is JSON");
    for (place, said) in [(0, "1 record of the data file"), (1, "2 records of the data file")] {
        file["links"][place]["to"] = "nowhere".into();
        let library = library_of(&serde_json::to_vec(&file).expect("it is written"));
        let notices = texts(&page(&library, "en/").await, ".notices [role=status]");
        assert!(notices[0].trim().starts_with(said), "{notices:?}");
    }
}

#[tokio::test]
async fn the_timeline_draws_what_a_moment_rests_on_as_lines_are_drawn() {
    let library = library_of(
        br#"{
            "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] },
            "sources": [{ "id": "s", "title": { "en": "S" }, "publisher": { "en": "P" }, "url": null }],
            "events": [
                { "id": "sure", "date": "1901", "title": { "en": "Sure" }, "evidence": "documented", "sources": ["s"] },
                { "id": "told", "date": "1902", "title": { "en": "Told" }, "evidence": "legend", "sources": ["s"] },
                { "id": "denied", "date": "1903", "title": { "en": "Denied" }, "evidence": "disputed", "sources": ["s"] }
            ]
        }"#,
    );
    let document = page(&library, "en/time").await;
    let classes = |element: &ElementRef<'_>| element.attr("class").unwrap_or_default().to_owned();
    let drawn: Vec<String> = all(&document, ".axis__rests").iter().map(classes).collect();
    assert_eq!(drawn, ["line axis__rests e-legend", "line axis__rests e-disputed"]);
    assert_eq!(all(&document, ".axis__mark").len(), 3);
}

#[tokio::test]
async fn the_reading_of_another_name_is_told_once_for_both_of_its_scripts() {
    let library = library(XIGUAN);
    let document = page(&library, "zh-Hant/entity/changfen").await;
    let names = texts(&document, ".entity__names p");
    assert!(names[0].contains("肠粉、腸粉 coeng2 fan2、拉肠、拉腸 laai1 coeng2、Cheung fun"), "{names:?}");
    let former = page(&library, "zh-Hant/entity/guang-zhou-jiu-jia").await;
    let former = texts(&former, ".entity__names p");
    assert!(former.iter().any(|told| told.contains("西南酒家 sai1 naam4 zau2 gaa1")), "{former:?}");
}
