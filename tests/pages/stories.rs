//! Stories rendered to HTML natively: what is told by what right, what stands at the end, what a museum screen leaves out.

use scraper::{ElementRef, Html as Document, Selector};
use taste::{
    model::{Evidence, Lang},
    view::tale,
};

use super::stand::{XIGUAN, all, changed, library, library_of, page, said};

fn hrefs(document: &Document, selector: &str) -> Vec<String> {
    all(document, selector).iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_end_of_a_story_gathers_each_source_once_names_who_appeared_and_what_goes_with_it() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    for (at, story) in catalog.stories.iter().enumerate() {
        let document = page(&library, &format!("en/story/{}/1", story.id)).await;
        let told: Vec<String> = tale::sources(story)
            .iter()
            .map(|source| catalog.source(*source).title.words(Lang::En).to_owned())
            .collect();
        let shown: Vec<String> =
            all(&document, ".story__end .sources li").iter().map(|row| row.text().collect()).collect();
        assert_eq!(shown.len(), told.len(), "{}", story.id);
        assert!(shown.iter().zip(&told).all(|(shown, title)| shown.starts_with(title)), "{}: {shown:?}", story.id);
        let urls = tale::sources(story).iter().filter(|source| catalog.source(**source).url.is_some()).count();
        assert_eq!(all(&document, ".story__end .sources a[href^=http][rel~=noopener]").len(), urls, "{}", story.id);
        let entities: Vec<String> =
            tale::appearing(story).iter().map(|entity| format!("en/entity/{}", catalog.entity(*entity).id)).collect();
        assert_eq!(hrefs(&document, ".appearing a"), entities, "{}", story.id);
        let related: Vec<String> = tale::related(catalog, at.into())
            .iter()
            .map(|other| format!("en/story/{}/1", catalog.stories[other.at()].id))
            .collect();
        assert!(!related.is_empty(), "{} goes with nothing", story.id);
        assert_eq!(hrefs(&document, ".story__related a"), related, "{}", story.id);
    }
}

#[tokio::test]
async fn a_walk_that_goes_with_a_story_stands_at_its_end_and_at_no_other() {
    let mut file: serde_json::Value = serde_json::from_slice(
        &std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/districts/quay.json")).expect("it is there"),
    )
    .expect("it is JSON");
    for (story, walks) in [("smoke", 1), ("", 0)] {
        if story.is_empty() {
            file["routes"][0].as_object_mut().expect("it is a record").remove("story");
        } else {
            file["routes"][0]["story"] = story.into();
        }
        let library = library_of(file.to_string().as_bytes());
        let document = page(&library, "en/story/smoke/2").await;
        assert_eq!(hrefs(&document, ".story__end a[href*='/walk/']").len(), walks, "with {story:?}");
    }
}

#[tokio::test]
async fn a_legend_is_told_as_a_legend_and_a_conflict_as_a_conflict_in_every_story_and_language() {
    let library = library(XIGUAN);
    for (lang, words) in
        [("en", ["legend", "disputed"]), ("zh-Hans", ["传说", "有争议"]), ("zh-Hant", ["傳說", "有爭議"])]
    {
        for story in &library.catalog.stories {
            let document = page(&library, &format!("{lang}/story/{}/1", story.id)).await;
            let rows = all(&document, ".steps > li");
            assert_eq!(rows.len(), story.steps.len());
            for (row, step) in rows.iter().zip(&story.steps) {
                let named = |selector: &str| -> Vec<String> {
                    let selector = Selector::parse(selector).expect("a selector");
                    row.select(&selector).map(|sign| sign.text().collect()).collect()
                };
                let expected: &[&str] = match step.evidence {
                    Evidence::Legend => &words[..1],
                    Evidence::Disputed => &words[1..],
                    _ => &[],
                };
                assert_eq!(named(".step__doubt"), expected, "{lang}, {}", story.id);
                assert_eq!(named(".evidence").len(), 1, "{lang}, {}: every step says what it rests on", story.id);
            }
        }
    }
}

#[tokio::test]
async fn a_step_says_when_and_where_and_leads_to_the_place_map_there() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    for story in catalog.stories.iter().take(8) {
        let document = page(&library, &format!("en/story/{}/1?theme=dark", story.id)).await;
        let rows = all(&document, ".steps > li");
        for (row, step) in rows.iter().zip(&story.steps) {
            let ways = Selector::parse(".step__where a").expect("a selector");
            let ways: Vec<_> =
                row.select(&ways).map(|link| (link.attr("href"), link.text().collect::<String>())).collect();
            let place = step.place.map(|place| catalog.entity(place));
            let to = place.map(|place| format!("en/places?focus={}&theme=dark", place.id));
            assert_eq!(ways.iter().filter_map(|way| way.0).collect::<Vec<_>>(), to.iter().collect::<Vec<_>>());
            let named =
                |(_, said): &(_, String)| place.is_some_and(|place| said.contains(place.name.full.words(Lang::En)));
            assert!(ways.iter().all(named), "{}: {ways:?}", story.id);
            let told: String = row.text().collect();
            let year = step.year.map(|year| taste::words::date(Lang::En, &year)).unwrap_or_default();
            assert!(told.contains(&year), "{}: {told}", story.id);
        }
    }
    let placed = catalog.stories.iter().take(8).flat_map(|story| &story.steps).filter(|step| step.place.is_some());
    assert!(placed.count() > 8);
}

#[tokio::test]
async fn without_a_base_map_a_step_leads_to_the_page_of_its_place() {
    let library = changed(|file| {
        file.as_object_mut().expect("an object").remove("map");
        file["stories"][0]["steps"][0]["place"] = "smokehouse".into();
    });
    let document = page(&library, "en/story/smoke/1").await;
    assert_eq!(hrefs(&document, ".step__where a"), ["en/entity/smokehouse"]);
}

#[tokio::test]
async fn a_museum_screen_leads_nowhere_but_to_stories_on_the_museum_screen() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let story = catalog.stories.iter().find(|story| story.steps.len() > 2).expect("there are stories");
    let focus = &catalog.entity(story.steps[0].focus).id;
    let last = story.steps.len();
    for path in [
        format!("story/{}/1", story.id),
        format!("story/{}/{last}", story.id),
        "stories".to_owned(),
        String::new(),
        "about".to_owned(),
        format!("entity/{focus}"),
        format!("chain?focus={focus}"),
        "story/none/1".to_owned(),
    ] {
        let mark = if path.contains('?') { '&' } else { '?' };
        let document = page(&library, &format!("en/{path}{mark}kiosk=1&theme=dark")).await;
        let links = hrefs(&document, "a:not(.skip)");
        assert!(!links.is_empty(), "{path}");
        for href in links {
            let stays = href.contains("kiosk=1") && href.contains("theme=dark");
            assert!(stays && href.starts_with("en/"), "{path} leads to {href}");
        }
        assert_eq!(all(&document, "h1").len(), 1, "{path}");
        assert_eq!(all(&document, ".spine nav, .foot, .notices, form, input").len(), 0, "{path}");
        assert_eq!(all(&document, ".spine__tools button").len(), 2, "{path}: the other languages");
    }
    let document = page(&library, &format!("zh-Hant/story/{}/1?kiosk=1", story.id)).await;
    let switch: Vec<String> =
        all(&document, "button[data-show]").iter().map(|button| button.text().collect()).collect();
    assert_eq!(switch, ["播放"], "it waits until the system has said that motion is welcome");
    let told: String = all(&document, ".step--now .evidence").iter().flat_map(ElementRef::text).collect();
    let source = catalog.source(story.steps[0].sources[0]).title.words(Lang::ZhHant);
    assert!(told.contains(source), "sources are named in words: {told}");
}

#[tokio::test]
async fn a_step_without_a_text_says_in_each_language_that_it_is_not_on_record() {
    let library = changed(|file| {
        file["stories"][0]["steps"][1].as_object_mut().expect("an object").remove("text");
    });
    for (lang, words) in [("en", "not on record"), ("zh-Hans", "未见记载"), ("zh-Hant", "未見記載")] {
        for path in ["story/smoke/2", "story/smoke/2?kiosk=1"] {
            let document = page(&library, &format!("{lang}/{path}")).await;
            let said: Vec<String> = all(&document, ".step__say").iter().map(|step| step.text().collect()).collect();
            assert_eq!(said.len(), library.catalog.stories[0].steps.len());
            assert_eq!(said[1], words, "{lang}/{path}");
            assert!(said.iter().filter(|said| *said == words).count() == 1, "{said:?}");
        }
    }
}

#[tokio::test]
async fn whoever_comes_to_a_later_step_is_offered_the_beginning_beside_the_ways_to_turn() {
    let library = library(XIGUAN);
    let story = library.catalog.stories.iter().find(|story| story.steps.len() > 2).expect("there are stories");
    for (lang, words) in [("en", "From the beginning"), ("zh-Hans", "从头读起"), ("zh-Hant", "從頭讀起")] {
        let document = page(&library, &format!("{lang}/story/{}/3", story.id)).await;
        let offered = all(&document, ".turns .story__begin");
        assert_eq!(offered.iter().map(|link| link.text().collect::<String>()).collect::<Vec<_>>(), [words]);
        assert_eq!(hrefs(&document, ".turns .story__begin"), [format!("{lang}/story/{}/1", story.id)]);
        for path in [format!("story/{}/1", story.id), format!("story/{}/3?kiosk=1", story.id)] {
            let document = page(&library, &format!("{lang}/{path}")).await;
            assert!(all(&document, ".turns .story__begin").is_empty(), "{lang}/{path}");
        }
    }
}

#[tokio::test]
async fn beside_the_map_the_name_of_what_has_a_picture_stands_next_to_it() {
    let library = library(XIGUAN);
    for (pictured, panes) in [(true, 0), (false, 1)] {
        let (_, record) = library
            .catalog
            .each_entity()
            .find(|(_, record)| record.picture.is_some() == pictured)
            .expect("some have one, some have none");
        let document = page(&library, &format!("en/chain?focus={}", record.id)).await;
        assert_eq!(all(&document, ".panel .entity__head .window").len(), 1 - panes, "{}", record.id);
        assert_eq!(all(&document, ".panel .entity__head .pane").len(), panes, "{}", record.id);
    }
}

#[tokio::test]
async fn each_step_has_its_number_its_heading_and_all_that_it_rests_on_and_the_present_one_is_marked() {
    let library = changed(|file| {
        file["stories"][0]["steps"][1]["title"] = serde_json::json!({ "en": "The fire" });
        file["stories"][0]["steps"][1]["place"] = "smokehouse".into();
    });
    let steps = [
        "1 1802 The fish came ashore. documented Harbour log Harbour office",
        "2 legend 1850 Smokehouse The fire They say the fire died and the smoke stayed. legend rests on blogs or forums alone Quayside talk",
    ];
    for step in 1..=2 {
        let document = page(&library, &format!("en/story/smoke/{step}")).await;
        assert_eq!(said(&document, ".steps > li"), steps);
        assert_eq!(said(&document, ".steps > li[aria-current=step]"), [steps[step - 1]]);
        assert_eq!(said(&document, "main > .story__tale > [role=status]"), [format!("Step {step} of 2")]);
        assert_eq!(hrefs(&document, ".step__number"), ["en/story/smoke/1", "en/story/smoke/2"]);
        let lit: Vec<bool> = all(&document, ".turns__progress i")
            .iter()
            .map(|pane| pane.value().classes().any(|class| class == "lit"))
            .collect();
        assert_eq!(lit, [true, step == 2], "what was read is lit");
    }
}

#[tokio::test]
async fn from_each_step_lead_the_one_before_and_the_one_after_and_from_the_ends_all_stories() {
    let library = library(XIGUAN);
    let story = &library.catalog.stories[0];
    let (id, last) = (&story.id, story.steps.len());
    let at = |step: usize| format!("en/story/{id}/{step}");
    let all_stories = || "en/stories".to_owned();
    for (step, before, after) in [(1, all_stories(), at(2)), (2, at(1), at(3)), (last, at(last - 1), all_stories())] {
        let document = page(&library, &at(step)).await;
        assert_eq!(hrefs(&document, ".turns a.btn"), [before, after], "{step} of {last}");
    }
    let beyond = page(&library, &at(last + 1)).await;
    assert!(all(&beyond, ".steps").is_empty(), "there is no such step");
}

#[tokio::test]
async fn a_story_can_be_shared_by_link_and_code_and_printed() {
    let library = changed(|_| {});
    let document = page(&library, "en/story/smoke/2").await;
    assert_eq!(said(&document, ".story__take button:not([hidden])"), ["Share", "QR code", "Copy link", "Print"]);
    let walk = page(&library, "en/walk/walk").await;
    let taken = said(&walk, ".take a, .take button:not([hidden])");
    assert_eq!(taken, ["GPX", "GeoJSON", "Print", "Share", "QR code", "Copy link"]);
}

#[tokio::test]
async fn the_list_tells_of_each_story_what_it_is_about_how_long_it_is_and_the_years_it_spans() {
    let library = changed(|file| {
        file["stories"][0]["steps"][0]["year"] = "1853".into();
    });
    let document = page(&library, "en/stories").await;
    assert_eq!(said(&document, ".stories__list li"), ["Smoke How the fish turned gold. 2 steps 1850–1853"]);
}
