//! The pages that a file brings itself: the published one tells all of the report that the project grew out of.

use std::collections::BTreeMap;

use serde_json::json;
use taste::{
    model::{Catalog, Footing, Item, Lang, SectionForm, SourceIx, Text},
    ui::context::Library,
};

use super::stand::{DISTRICT, XIGUAN, all, library, library_of, now, page};

/// The words of a page, as a reader sees them.
fn words_of(library: &Library, path: &str) -> String {
    let body = now(page(library, path));
    body.root_element().text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers that a footing names of a source.
fn numbers(footing: &Footing, source: SourceIx) -> Vec<u32> {
    let named = footing.at.iter().filter(|(of, _)| *of == source).map(|(_, at)| at);
    named.flat_map(|at| at.split(',')).filter_map(|number| number.trim().parse().ok()).collect()
}

/// Everything that is told of each number of a source: on which page, and the words that must stand there.
fn told(catalog: &Catalog, source: &str) -> BTreeMap<u32, Vec<(String, String)>> {
    fn tell(of: SourceIx, page: &str, item: &Item, out: &mut BTreeMap<u32, Vec<(String, String)>>) {
        let said = |text: &Text| text.words(Lang::En).to_owned();
        for number in numbers(&item.footing, of) {
            let texts = [&item.name, &item.text].into_iter().flatten().map(said);
            let count = item.count.map(taste::words::number);
            out.entry(number).or_default().extend(texts.chain(count).map(|words| (page.to_owned(), words)));
        }
        for inner in &item.items {
            tell(of, page, inner, out);
        }
    }
    let of = SourceIx::from(catalog.sources.iter().position(|known| known.id.as_str() == source).expect("it is cited"));
    let mut out: BTreeMap<u32, Vec<(String, String)>> = BTreeMap::new();
    for plate in &catalog.plates {
        let page = format!("en/plate/{}", plate.id);
        for section in &plate.sections {
            for number in numbers(&section.footing, of) {
                let texts = [Some(&section.title), section.text.as_ref(), section.note.as_ref()];
                let texts = texts.into_iter().flatten().map(|text| (page.clone(), text.words(Lang::En).to_owned()));
                out.entry(number).or_default().extend(texts);
            }
            for shown in &section.items {
                tell(of, &page, shown, &mut out);
            }
        }
    }
    for entity in &catalog.entities {
        for fact in &entity.facts {
            for (_, at) in fact.at.iter().filter(|(named, _)| *named == of) {
                for number in at.split(',').filter_map(|number| number.trim().parse::<u32>().ok()) {
                    let words = fact.text.words(Lang::En).to_owned();
                    out.entry(number).or_default().push((format!("en/entity/{}", entity.id), words));
                }
            }
        }
    }
    out
}

#[test]
fn every_fact_of_the_report_is_on_screen() {
    let library = library(XIGUAN);
    let told = told(&library.catalog, "seed");
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for number in 1..=56 {
        let places = told.get(&number).unwrap_or_else(|| panic!("fact {number} is told nowhere"));
        for (page, words) in places {
            let shown = pages.entry(page.clone()).or_insert_with(|| words_of(&library, page));
            assert!(shown.contains(words.as_str()), "fact {number}: {words:?} is not on {page}");
        }
    }
    // All but the lines on author and date stand on the plate itself.
    for number in 1..=53 {
        assert!(told[&number].iter().any(|(page, _)| page.starts_with("en/plate/")), "fact {number}");
    }
}

#[test]
fn what_was_only_planned_says_so() {
    let library = library(XIGUAN);
    let planned: usize = library.catalog.plates[0]
        .sections
        .iter()
        .flat_map(|section| &section.items)
        .filter(|item| item.planned)
        .count();
    assert!(planned >= 4, "{planned}");
    assert_eq!(all(&now(page(&library, "en/plate/party-building")), ".box--planned").len(), planned);
}

/// A file with one plate of one section in this form, whose only item has every field of an item, and one item within.
fn one_of(form: &str) -> Library {
    one_with(form, &json!({}))
}

/// The same with fields of its item that are written otherwise; those that are null are left out.
fn one_with(form: &str, otherwise: &serde_json::Value) -> Library {
    let words = |of: &str| json!({ "en": format!("{of}-words") });
    let inner =
        json!({ "name": words("inner-name"), "text": words("inner-text"), "count": 7133, "entities": ["reached"] });
    let mut item = json!({
                        "name": words("name"),
                        "text": words("text"),
                        "count": 7130,
                        "before": 7131,
                        "after": 7132,
                        "unit": words("unit"),
                        "entity": "about",
                        "entities": ["reached"],
                        "date": "1902",
                        "later": [{ "text": words("later"), "sources": ["log"] }],
                        "items": [inner],
    });
    let fields = item.as_object_mut().expect("it is an object");
    fields.extend(otherwise.as_object().expect("it is an object").clone());
    fields.retain(|_, field| !field.is_null());
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "sources": [
            { "id": "log", "title": { "en": "The log" }, "kind": "official" },
            { "id": "diary", "title": { "en": "The diary" }, "url": "https://example.org/diary" },
        ],
        "entities": [
            { "id": "about", "kind": "k", "name": { "en": "About-entity" } },
            { "id": "reached", "kind": "k", "name": { "en": "Reached-entity" } },
        ],
        "plates": [{
            "id": "plate",
            "title": { "en": "Plate" },
            "sections": [{
                "id": "section",
                "title": words("title"),
                "form": form,
                "text": words("section-text"),
                "note": words("section-note"),
                "date": "1901",
                "unit": 10,
                "sources": ["log"],
                "items": [item],
            }],
        }],
    });
    library_of(file.to_string().as_bytes())
}

#[test]
fn no_form_leaves_out_what_its_items_say() {
    // A form that is not known is told in paragraphs.
    for form in SectionForm::ALL.map(|(_, form)| form).into_iter().chain(["no-such-form"]) {
        // What an item rests on is told where it is not what its section does; what is within it rests on the same.
        let own = one_with(form, &json!({ "evidence": "disputed", "sources": ["diary"] }));
        let told = words_of(&own, "en/plate/plate");
        assert_eq!(
            (told.matches("disputed The diary").count(), told.matches("The diary").count()),
            (1, 1),
            "{form}: {told}"
        );
        let linked = all(&now(page(&own, "en/plate/plate")), "main a[href='https://example.org/diary']").len();
        assert_eq!(linked, 1, "{form}");
        let page = words_of(&one_of(form), "en/plate/plate").replace(',', "");
        assert!(!page.contains("The diary") && page.matches("The log").count() == 2, "{form}: {page}");
        for said in
            ["title", "section-text", "section-note", "name", "text", "unit", "later", "inner-name", "inner-text"]
        {
            assert!(page.contains(&format!("{said}-words")), "{form} leaves out the {said}: {page}");
        }
        for said in ["1901", "1902", "7130", "7131", "7132", "7133", "Reached-entity"] {
            assert!(page.contains(said), "{form} leaves out {said}: {page}");
        }
    }
}

#[test]
fn what_is_not_counted_is_not_said_to_be_none() {
    for (_, form) in SectionForm::ALL {
        let without = one_with(form, &json!({ "count": null, "items": null }));
        let body = now(page(&without, "en/plate/plate"));
        assert!(all(&body, ".figure__count, .field-of, .beads, .award__panes").is_empty(), "{form}");
        let none = one_with(form, &json!({ "count": 0, "string": true, "items": null }));
        let body = now(page(&none, "en/plate/plate"));
        assert!(
            all(&body, ".beads__bead, .award__pane, .field-of__pane[d*=h]").is_empty(),
            "{form} draws what is none"
        );
    }
}

#[test]
fn what_has_no_name_has_no_empty_heading() {
    for (_, form) in SectionForm::ALL {
        let unnamed =
            one_with(form, &json!({ "name": null, "entity": null, "items": [{ "text": { "en": "inner" } }] }));
        let body = now(page(&unnamed, "en/plate/plate"));
        assert!(all(&body, "main li, main .paragraph").iter().any(|item| one(*item, "p").is_some()), "{form}");
        for drawn in all(&body, "main :is(h2, h3, b)") {
            assert!(!drawn.text().collect::<String>().trim().is_empty(), "{form}: {}", drawn.html());
        }
    }
}

#[test]
fn before_and_after_stand_with_their_unit_unless_the_name_says_it() {
    let counts = |otherwise: serde_json::Value| -> Vec<String> {
        let body = now(page(&one_with("change", &otherwise), "en/plate/plate"));
        all(&body, ".change__counts").iter().map(|drawn| drawn.text().collect()).collect()
    };
    let named = json!({ "en": "branches of the harbour" });
    assert_eq!(counts(json!({ "unit": { "en": "branches" } })), ["7,131→7,132branches"]);
    assert_eq!(counts(json!({ "unit": { "en": "branches" }, "name": named })), ["7,131→7,132"]);
    assert_eq!(counts(json!({ "unit": { "en": "b" }, "name": named })), ["7,131→7,132b"], "a sign is not a name");
    assert_eq!(counts(json!({ "before": null, "after": null })), Vec::<String>::new());
}

#[test]
fn what_a_pane_stands_for_is_told_wherever_panes_are_drawn() {
    for (otherwise, expected) in
        [(json!({}), 1), (json!({ "unit": null }), 1), (json!({ "string": true }), 0), (json!({ "count": null }), 0)]
    {
        let body = now(page(&one_with("proportion", &otherwise), "en/plate/plate"));
        assert_eq!(all(&body, ".plate__caption").len(), expected, "{otherwise}");
    }
}

#[test]
fn what_a_party_reaches_is_drawn_with_the_evidence_of_its_link() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let body = now(page(&library, "en/plate/party-building"));
    let panels = all(&body, ".parties__told > div");
    let parties = &catalog.plates[0].sections[0].items;
    assert_eq!(panels.len(), parties.len());
    let mut drawn = 0;
    for (panel, party) in panels.iter().zip(parties) {
        let party = party.entity.expect("a party is an entity");
        let reached = scraper::Selector::parse(".reach a").expect("a selector");
        for link in panel.select(&reached) {
            let id = link.attr("href").and_then(|href| href.rsplit('/').next()).expect("it leads on");
            let other = catalog.find(id).expect("it is in the file");
            let group =
                link.ancestors().filter_map(scraper::ElementRef::wrap).find_map(|around| around.attr("data-evidence"));
            let between = |link: &&taste::model::Link| [(party, other), (other, party)].contains(&(link.from, link.to));
            if let Some(link) = catalog.links.iter().find(between) {
                assert_eq!(group, Some(link.evidence.word()), "{id}");
                drawn += 1;
            }
        }
    }
    // All that the committee guides by the file, what is only inferred behind the broken line.
    let committee = |evidence: &str| -> Vec<String> {
        let selector = scraper::Selector::parse(&format!("[data-evidence={evidence}] a")).expect("a selector");
        let hrefs = panels[0].select(&selector).filter_map(|link| link.attr("href")?.rsplit('/').next());
        hrefs.map(str::to_owned).collect()
    };
    assert_eq!(committee("typical"), ["gu-qiao-cha-jie", "liu-da-pin-pai", "san-liang", "yi-he-san-xiang"]);
    assert_eq!(committee("documented"), ["jie-duan-tan-suo", "wu-fang-lian-dong", "zhi-dao-zhan"]);
    assert!(drawn > 12, "{drawn}");
}

#[test]
fn what_a_plate_rests_on_is_told_once_and_again_only_by_a_section_that_rests_on_something_else() {
    let told = |otherwise: serde_json::Value| -> (usize, usize, usize) {
        let mut file: serde_json::Value =
            serde_json::from_str(include_str!("../../data/xiguan.json")).expect("it is JSON");
        let section = file["plates"][0]["sections"][1].as_object_mut().expect("it is an object");
        section.extend(otherwise.as_object().expect("it is an object").clone());
        let body = now(page(&library_of(file.to_string().as_bytes()), "en/plate/party-building"));
        let count = |selector: &str| all(&body, selector).len();
        (
            count(".folio__body > .folio__footing .evidence"),
            count(".folio__footing .evidence"),
            count(".folio__footing .num"),
        )
    };
    assert_eq!(told(json!({})), (1, 1, 1));
    assert_eq!(told(json!({ "sources": ["cjln-2020"] })), (1, 2, 1));
    assert_eq!(told(json!({ "evidence": "disputed" })), (1, 2, 1));
    assert_eq!(told(json!({ "date": "2024" })), (1, 1, 2));
}

#[test]
fn a_plan_leads_to_the_entity_that_it_is_named_for() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let plans = catalog.plates[0].sections.iter().filter(|section| section.form == SectionForm::Plans);
    for plan in plans.flat_map(|section| &section.items) {
        let entity = catalog.entity(plan.entity.expect("it is in the file"));
        for lang in Lang::ALL {
            let name = plan.name.as_ref().expect("it has a name").words(lang);
            assert!(
                entity.name.label().words(lang).contains(name) || entity.name.full.words(lang).starts_with(name),
                "{name}"
            );
        }
    }
}

#[test]
fn what_was_before_is_told_where_nothing_came_after() {
    for (_, form) in SectionForm::ALL {
        let page = words_of(&one_with(form, &json!({ "after": null })), "en/plate/plate").replace(',', "");
        assert!(page.contains("7131") && page.contains("unit-words"), "{form}: {page}");
    }
}

#[test]
fn a_count_of_which_not_all_is_drawn_says_so() {
    for (form, count, said) in [("proportion", 40_010, "first 4,000"), ("awards", 401, "first 400")] {
        for (count, expected) in [(count, true), (count - 11, false)] {
            let page = words_of(&one_with(form, &json!({ "count": count })), "en/plate/plate");
            assert_eq!(page.contains(said), expected, "{form} of {count}: {page}");
        }
    }
}

#[test]
fn only_what_was_planned_has_a_broken_pane_and_everything_else_the_glass_of_its_column() {
    let library = library(XIGUAN);
    let catalog = &library.catalog;
    let lens = catalog.lens(catalog.plates[0].lens.expect("the plate names a lens"));
    let body = now(page(&library, "en/plate/party-building"));
    assert!(all(&body, ".unplaced").is_empty(), "that is the sign for what is not known");
    let (mut without_stage, mut planned) = (0, 0);
    for drawn in all(&body, ".reached a, .brand") {
        let link = if drawn.value().name() == "a" { Some(drawn) } else { one(drawn, ".brand__told h3 a") };
        let id = link.and_then(|link| link.attr("href")).and_then(|href| href.rsplit('/').next()).expect("it leads on");
        let entity = catalog.find(id).expect("it is in the file");
        let of_lens = || lens.column_of(entity).map(|place| &lens.columns[place]);
        let column = catalog.stage_of(entity).or_else(of_lens).expect("it stands in a column");
        let framed = one(drawn, ".framed").unwrap_or_else(|| panic!("{id} has no pane"));
        let pane = one(framed, "svg").expect("there is one in the frame");
        assert!(pane.value().classes().any(|class| class == format!("g{}", column.colour)), "{id}");
        assert_eq!(framed.attr("data-planned").is_some(), catalog.entity(entity).planned, "{id}");
        without_stage += usize::from(catalog.stage_of(entity).is_none());
        planned += usize::from(catalog.entity(entity).planned);
    }
    assert!(without_stage > 10 && planned > 0, "{without_stage}, {planned}");
}

#[test]
fn ties_and_stories_give_what_has_no_stage_the_glass_of_the_lens_that_shows_it() {
    let library = library(XIGUAN);
    for path in ["en/entity/zhi-dao-zhan", "en/plate/party-building"] {
        assert!(all(&now(page(&library, path)), ".unplaced").is_empty(), "{path}");
    }
    let ties = now(page(&library, "en/entity/zhi-dao-zhan"));
    let planned = all(&ties, ".tie[data-planned] a");
    assert!(!planned.is_empty());
    for link in planned {
        let id = link.attr("href").and_then(|href| href.rsplit('/').next()).expect("it leads on");
        assert!(library.catalog.entity(library.catalog.find(id).expect("it is in the file")).planned, "{id}");
    }
    let story = library.catalog.stories.iter().find(|story| story.id.as_str() == "one-chain").expect("it is told");
    let last = format!("en/story/{}/{}", story.id, story.steps.len());
    let body = now(page(&library, &last));
    assert!(!all(&body, ".appearing__pane").is_empty());
    assert!(all(&body, ".appearing__pane .unplaced").is_empty());
}

/// The first element within another that a selector finds.
fn one<'a>(within: scraper::ElementRef<'a>, selector: &str) -> Option<scraper::ElementRef<'a>> {
    within.select(&scraper::Selector::parse(selector).expect("a selector")).next()
}

#[test]
fn one_date_of_all_items_is_told_once_and_several_each_at_its_own() {
    for (_, form) in SectionForm::ALL {
        let dated = |item: &str| {
            let page = words_of(&one_with(form, &json!({ "date": item })), "en/plate/plate").replace(',', "");
            (page.matches("1901").count(), page.matches("1902").count())
        };
        assert_eq!(dated("1901"), (1, 0), "{form}");
        // The item and what is within it.
        assert_eq!(dated("1902"), (1, 2), "{form}");
    }
}

#[test]
fn the_many_forms_are_a_branch_beside_the_three_directions() {
    let body = now(page(&library(XIGUAN), "en/plate/party-building"));
    assert_eq!(all(&body, "#section-one-core .tree .tree > li").len(), 4);
    assert!(all(&body, "#section-one-core .tree .tree .tree").is_empty(), "no source puts them under one of the three");
}

#[test]
fn every_area_hangs_on_the_string_by_a_cord() {
    let body = now(page(&library(XIGUAN), "en/plate/party-building"));
    assert_eq!(all(&body, ".beads__bead").len(), 22);
    assert_eq!(all(&body, ".field-of__cord").len(), 3);
    let body = now(page(&library(DISTRICT), "en/plate/harbour-board"));
    assert!(all(&body, ".field-of__cord").is_empty(), "without a string there is nothing to hang on");
    assert_eq!(all(&body, ".field-of__pane").len(), 1);
}

#[test]
fn a_section_takes_no_id_that_the_page_has() {
    let mut file: serde_json::Value = serde_json::from_str(include_str!("../districts/quay.json")).expect("it is JSON");
    file["plates"][0]["sections"][0]["id"] = "main".into();
    let body = now(page(&library_of(file.to_string().as_bytes()), "en/plate/harbour-board"));
    assert_eq!(all(&body, "#main").len(), 1);
}

#[test]
fn another_district_draws_its_own_plate() {
    let library = library(DISTRICT);
    let page = words_of(&library, "en/plate/harbour-board");
    for said in [
        "The harbour board",
        "Who minds the quay.",
        "Leads",
        "From 1802.",
        "Old Quay",
        "Smokehouse",
        "40",
        "Harbour log",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(words_of(&library, "en/stories").contains("The harbour board"), "it stands in the menu");
}

#[test]
fn a_file_without_plates_has_no_such_page() {
    let mut file: serde_json::Value = serde_json::from_str(include_str!("../districts/quay.json")).expect("it is JSON");
    file.as_object_mut().expect("it is an object").remove("plates");
    let library = library_of(file.to_string().as_bytes());
    let page = words_of(&library, "en/plate/party-building");
    assert!(page.contains("There is no plate called “party-building”."), "{page}");
    assert!(!words_of(&library, "en/stories").contains("The harbour board"));
}

#[test]
fn counts_are_drawn_pane_by_pane_and_what_is_left_over_as_a_part_of_one() {
    let drawn = |form: &str, otherwise: serde_json::Value| now(page(&one_with(form, &otherwise), "en/plate/plate"));
    let body = drawn("proportion", json!({ "count": 54 }));
    let d = all(&body, ".field-of__pane")[0].attr("d").unwrap_or_default().to_owned();
    let widths: Vec<&str> = d.split('h').skip(1).step_by(2).filter_map(|part| part.split('v').next()).collect();
    assert_eq!(widths, ["8.8", "8.8", "8.8", "8.8", "8.8", "3.5"], "one pane is ten: {d}");
    let caption: String = all(&body, ".plate__caption")[0].text().collect();
    assert_eq!(caption, "One pane is 10; areas are true.");
    let count = |body: &scraper::Html, selector: &str| all(body, selector).len();
    assert_eq!(count(&drawn("proportion", json!({ "count": 34, "string": true })), ".beads__bead"), 34);
    assert_eq!(count(&drawn("awards", json!({ "count": 34 })), ".award__pane"), 34);
}

#[test]
fn one_party_is_seen_at_first_and_each_has_what_it_reaches() {
    let library = library(XIGUAN);
    let body = now(page(&library, "en/plate/party-building"));
    let section = library.catalog.plates[0].sections.iter().find(|section| section.form == SectionForm::Mechanism);
    let items = &section.expect("it has a mechanism").items;
    assert_eq!(all(&body, ".parties__told > div").len(), items.len());
    assert_eq!(all(&body, ".parties__told > div:not([hidden])").len(), 1);
    assert_eq!(all(&body, ".parties__told > div:first-child:not([hidden])").len(), 1);
    assert_eq!(all(&body, ".party[aria-pressed=true]").len(), 1);
    let catalog = &library.catalog;
    let lens = catalog.lens(catalog.find_lens("governance").expect("it has the lens"));
    for (at, item) in items.iter().enumerate() {
        let party = item.entity.expect("it is about somebody");
        let mut reached: Vec<_> = catalog.graph.leaving(party).iter().map(|link| catalog.link(*link)).collect();
        reached.retain(|link| lens.follows(link.kind));
        let mut reached: Vec<_> = reached.iter().map(|link| link.to).chain(item.entities.iter().copied()).collect();
        reached.sort_by_key(|entity| entity.0);
        reached.dedup();
        let shown = format!(".parties__told > div:nth-child({}) .reached a", at + 1);
        assert_eq!(all(&body, &shown).len(), reached.len(), "{at}");
    }
}

#[test]
fn a_plate_leads_to_its_lens_and_tells_its_subtitle_its_note_and_the_date_of_each_section() {
    let mut file: serde_json::Value = serde_json::from_str(include_str!("../districts/quay.json")).expect("it is JSON");
    let plate = &mut file["plates"][0];
    plate["lens"] = "masters".into();
    plate["subtitle"] = json!({ "en": "A subtitle" });
    plate["note"] = json!({ "en": "A note." });
    plate["sections"][0]["date"] = "1903".into();
    let body = now(page(&library_of(file.to_string().as_bytes()), "en/plate/harbour-board"));
    let said = |selector: &str| super::stand::said(&body, selector);
    assert_eq!(super::stand::ways(&body, ".folio .take a"), ["en/chain?lens=masters"]);
    assert_eq!(said(".folio__head p"), ["A subtitle"]);
    assert_eq!(said(".folio__body > .folio__note"), ["A note."]);
    // What all of it rests on is told once, and at a section only what is its own.
    assert_eq!(said(".folio__footing"), ["documented Harbour log Harbour office", "1903"]);
}
