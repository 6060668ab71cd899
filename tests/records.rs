//! Records that are set aside are counted, what is named twice is told and kept once, and what a record does not say it takes from
//! the record around it.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::{Value, json};
use taste::{
    check::{Code, Finding, Severity},
    load::{Loaded, limits, load},
    model::{Catalog, Date, Evidence, Lang},
};

/// The small district with one value changed.
fn changed(pointer: &str, value: Value) -> Loaded {
    load(quay::with(pointer, value).to_string().as_bytes())
}

fn catalog(loaded: Loaded) -> Catalog {
    loaded.catalog.unwrap_or_default()
}

#[test]
fn every_record_that_is_set_aside_is_counted_once() {
    for (pointer, value, lost) in [
        ("/entities/-", json!({}), 1),
        ("/entities/-", json!("rock"), 1),
        ("/entities/-", json!({ "id": "The Rock", "kind": "water", "name": { "en": "Rock" } }), 1),
        ("/entities/-", json!({ "id": "rock", "kind": "none", "name": { "en": "Rock" } }), 1),
        ("/links/-", json!({ "to": "kipper", "kind": "lands", "evidence": "unsourced" }), 1),
        ("/links/0/evidence", json!("documeted"), 1),
        ("/stories/-", json!({ "title": { "en": "Nameless" } }), 1),
        ("/stories/0/steps/-", json!({ "text": { "en": "Of nothing" } }), 1),
        ("/events/-", json!(1), 1),
        ("/routes/-", json!([]), 1),
        ("/routes/0/stops/-", json!({}), 1),
        ("/routes/0/stops/-", json!({ "entity": "nowhere" }), 1),
        ("/sources/-", json!({}), 1),
        ("/lenses/-", json!({}), 1),
        ("/entities/0/aliases", json!([]), 0),
        ("/entities/0/name/aliases", json!([{ "lang": "en" }, { "text": "x".repeat(300), "lang": "en" }]), 2),
        ("/entities/0/facts", json!([{ "evidence": "unsourced" }]), 1),
        ("/links/0/sources", json!(["log", 1, "Log"]), 0),
    ] {
        assert_eq!(changed(pointer, value.clone()).set_aside, lost, "{pointer} {value}");
    }
}

#[test]
fn a_step_about_something_unknown_is_told_all_the_same_on_the_map_of_the_step_before() {
    // What a step asks of a map that it does not have is nothing to the map that it is shown on.
    let step = |focus: &str| {
        let up = if focus.starts_with("no") { json!(2) } else { json!("all") };
        json!({ "text": { "en": format!("Of {focus}") }, "focus": focus, "up": up })
    };
    let told = |steps: &[&str]| -> (u32, Vec<String>) {
        let steps: Vec<Value> = steps.iter().map(|focus| step(focus)).collect();
        let loaded = changed("/stories/0/steps", json!(steps));
        let unknown = loaded.findings.iter().filter(|finding| finding.code == Code::DanglingReference).count();
        let set_aside = loaded.set_aside;
        let catalog = catalog(loaded);
        let steps = catalog.stories.iter().flat_map(|story| &story.steps).map(|step| {
            let shown = &catalog.entity(step.focus).id;
            format!("{} on {shown} {}", step.text.words(Lang::En), step.up.limit().min(9))
        });
        let steps: Vec<String> = steps.collect();
        assert_eq!(unknown, catalog.stories.len().min(1) * steps.iter().filter(|step| step.contains("Of no")).count());
        (set_aside, steps)
    };
    assert_eq!(told(&["kipper", "nobody"]), (0, vec!["Of kipper on kipper 9".into(), "Of nobody on kipper 9".into()]));
    assert_eq!(told(&["nobody", "deep"]), (0, vec!["Of nobody on deep 9".into(), "Of deep on deep 9".into()]));
    let lost = changed("/stories/0/steps", json!([step("nobody"), step("nothing")]));
    assert_eq!(lost.set_aside, 1, "a story of nothing is set aside");
    assert!(catalog(lost).stories.is_empty());
}

#[test]
fn a_step_goes_where_it_says_as_far_as_it_says_and_through_its_lens() {
    for (step, expected) in [
        (json!({ "direction": "up", "up": 2, "down": 3 }), "2 up, 0 down"),
        (json!({ "direction": "down", "up": 2, "down": 3 }), "0 up, 3 down"),
        (json!({ "direction": "both", "up": 2, "down": 3 }), "2 up, 3 down"),
        (json!({ "direction": "none", "up": 2 }), "0 up, 0 down"),
        (json!({ "direction": "down" }), "0 up, 1 down"),
        (json!({ "lens": "masters" }), "1 up, 1 down in masters"),
    ] {
        let mut whole =
            json!({ "text": { "en": "x", "zh-Hant": "x" }, "focus": "smokehouse", "evidence": "unsourced" });
        whole.as_object_mut().expect("an object").extend(step.as_object().expect("an object").clone());
        let catalog = catalog(changed("/stories/0/steps", json!([whole])));
        let step = &catalog.stories[0].steps[0];
        let lens = step.lens.map_or_else(String::new, |lens| format!(" in {}", catalog.lens(lens).id));
        let told = format!("{} up, {} down{lens}", step.up.limit(), step.down.limit());
        assert_eq!(told, expected);
    }
}

#[test]
fn what_a_list_names_twice_is_told_and_kept_once() {
    let twice = changed("/events/0/entities", json!(["deep", "kipper", "deep"]));
    let told = |loaded: &Loaded| -> Vec<String> {
        let found = loaded.findings.iter().filter(|finding| finding.code.word().starts_with("duplicate"));
        found.map(|finding| format!("{} {}", finding.code.word(), finding.place.path)).collect()
    };
    assert_eq!(told(&twice), ["duplicate-reference /events/0/entities/2"]);
    assert_eq!(twice.set_aside, 0);
    assert_eq!(catalog(twice).events[0].entities.len(), 2);
    let sources = changed("/links/0/sources", json!(["log", "log"]));
    assert_eq!(told(&sources), ["duplicate-reference /links/0/sources/1"]);
    assert_eq!(catalog(sources).links[0].sources.len(), 1);
    let story = quay::whole()["stories"][0]["id"].clone();
    let related = changed("/stories/0/related", json!([story, story]));
    assert_eq!(told(&related), ["duplicate-reference /stories/0/related/1"]);
    assert_eq!(catalog(related).stories[0].related.len(), 1);
}

/// `code path` of errors and warnings.
fn wrong(loaded: &Loaded) -> Vec<String> {
    let wrong = loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information);
    wrong.map(|finding| format!("{} {}", finding.code.word(), finding.place.path)).collect()
}

/// The first finding with this code.
fn found(loaded: &Loaded, code: Code) -> &Finding {
    loaded.findings.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("{:?}", loaded.findings))
}

#[test]
fn all_faults_of_a_record_that_is_set_aside_are_told() {
    let bad = json!([{ "text": { "en": "x" }, "evidence": "documented", "sources": ["lok"] }]);
    let text = ["missing-translation /@/facts/0/text", "dangling-reference /@/facts/0/sources/0"];
    let entity = |id: &str, kind: &str| json!({ "id": id, "kind": kind, "stage": "see", "name": { "en": "A", "zh-Hant": "A" }, "facts": bad });
    let facts = text.map(|told| told.replace('@', "entities/6"));
    for (id, kind, told) in
        [("deep", "water", "duplicate-id /entities/6/id"), ("rock", "wather", "unknown-kind /entities/6/kind")]
    {
        let loaded = changed("/entities/-", entity(id, kind));
        assert_eq!(
            wrong(&loaded),
            [&[told.to_owned(), "unknown-stage /entities/6/stage".to_owned()], &facts[..]].concat()
        );
        assert_eq!(loaded.set_aside, 1);
        assert_eq!(catalog(loaded).entities.len(), 6);
    }
    for (from, to, told) in [
        ("deep", "old-quay", vec!["duplicate-link /links/5"]),
        ("deep", "deep", vec!["self-link /links/5"]),
        ("deap", "no", vec!["dangling-reference /links/5/from", "dangling-reference /links/5/to"]),
    ] {
        let link = json!({
            "from": from, "to": to, "kind": "lands", "evidence": "typical", "sources": ["lok"], "at": { "lug": "p. 1" },
            "text": { "en": "x" }, "since": "1900", "until": "1800"
        });
        let loaded = changed("/links/-", link);
        let others = [
            "dates-reversed /links/5/until",
            "dangling-reference /links/5/sources/0",
            "dangling-reference /links/5/at/lug",
            "missing-translation /links/5/text",
        ];
        let mut expected = [&told[..], &others].concat();
        let mut found = wrong(&loaded);
        expected.sort_unstable();
        found.sort();
        assert_eq!(found, expected);
        assert_eq!((loaded.set_aside, catalog(loaded).links.len()), (1, 5));
    }
    // What cannot be read as a link at all is read for its other faults.
    let odd = changed(
        "/links/-",
        json!({ "from": "deep", "to": "ann", "kind": "lands", "evidence": "sure", "since": "soon" }),
    );
    assert_eq!(wrong(&odd), ["unknown-word /links/5/evidence", "bad-date /links/5/since"]);
    for part in [
        "sources",
        "kinds",
        "stages",
        "linkKinds",
        "lenses",
        "marks",
        "themes",
        "stories",
        "events",
        "routes",
        "plates",
    ] {
        let mut again = quay::whole()[part][0].clone();
        let name = if again.get("name").is_some() { "name" } else { "title" };
        again[name] = json!({ "en": "x" });
        let at = quay::whole()[part].as_array().map_or(0, Vec::len);
        let loaded = changed(&format!("/{part}/-"), again);
        let expected = [format!("duplicate-id /{part}/{at}/id"), format!("missing-translation /{part}/{at}/{name}")];
        assert_eq!(wrong(&loaded), expected);
        assert_eq!(loaded.set_aside, 1, "{part}");
    }
}

#[test]
fn a_reference_to_a_record_that_was_set_aside_leads_to_its_fault_and_nowhere_else() {
    // `kippers` is near; it is not what was meant.
    let mut file = quay::with("/entities/4/name", json!("Kipper"));
    let near = json!({ "id": "kippers", "kind": "food", "name": { "en": "Kippers", "zh-Hant": "鯡" } });
    file["entities"].as_array_mut().unwrap_or(&mut Vec::new()).push(near);
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    let loaded = load(text.as_bytes());
    assert_eq!(
        wrong(&loaded),
        ["set-aside-reference /site/start/focus", "wrong-type /entities/4/name", "set-aside-reference /links/3/to"]
    );
    let errors = loaded.findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
    assert_eq!(errors, 1, "one fault is one error");
    let finding = found(&loaded, Code::SetAsideReference);
    let line = 1 + text[..text.find("\"id\": \"kipper\"").unwrap_or_default()].matches('\n').count() - 1;
    assert_eq!(
        finding.message(Lang::En),
        format!(
            "kipper (an entity) is named here and stands on line {line}, column 5, but was set aside for a fault of its own"
        )
    );
    assert!(finding.suggestion.is_none());
    assert!(finding.hint(Lang::ZhHans).contains("请改正那一条"));
    // A story of nothing, and a source without a usable field.
    let story = json!({ "id": "none", "title": { "en": "N", "zh-Hant": "N" }, "steps": [] });
    let mut file = quay::with("/stories/-", story);
    file["stories"][0]["related"] = json!(["none", "nine"]);
    file["links"][0]["sources"] = json!(["log", "Log"]);
    let loaded = load(file.to_string().as_bytes());
    assert_eq!(
        wrong(&loaded),
        [
            "bad-id /links/0/sources/1",
            "set-aside-reference /stories/0/related/0",
            "dangling-reference /stories/0/related/1",
            "nothing-in-it /stories/1"
        ]
    );
}

#[test]
fn what_stands_twice_is_told_with_line_and_column_of_the_first() {
    let doubled = load(b"{ \"format\": 1, \"x\": {\n  \"a\": 1, \"b\": 2,\n\"b\": 3 } }");
    let key = found(&doubled, Code::DuplicateKey);
    assert_eq!(key.message(Lang::En), "the key b stands here a second time; the first is on line 2, column 11");
    assert_eq!((key.place.line, key.place.column), (3, 1));
    let text = quay::with("/entities/1/id", json!("north-bank")).to_string();
    let loaded = load(text.as_bytes());
    let column = text[..text.find("\"north-bank\"").unwrap_or_default()].chars().count() + 1;
    let expected = format!("the id north-bank is taken on line 1, column {column}; this record is set aside");
    assert_eq!(found(&loaded, Code::DuplicateId).message(Lang::En), expected);
}

#[test]
fn of_a_link_that_stands_twice_it_is_told_what_only_the_second_has() {
    let again = |more: Value| {
        let mut link = quay::whole()["links"][1].clone();
        for (key, value) in more.as_object().into_iter().flatten() {
            link[key] = value.clone();
        }
        let loaded = changed("/links/-", link);
        let told = found(&loaded, Code::DuplicateLink).arguments[5].clone();
        assert_eq!(catalog(loaded).links[1].sources.len(), 1, "a source vouches for what it was named for");
        told
    };
    assert_eq!(again(json!({})), "@nothing-else");
    assert_eq!(again(json!({ "sources": ["log", "talk"] })), "sources (log)");
    let more = json!({ "sources": ["log"], "text": { "en": "x", "zh-Hant": "x" }, "since": "1900", "evidence": "legend", "planned": true });
    assert_eq!(again(more), "evidence, text, since, planned, sources (log)");
    // What both have is nothing new.
    let place = json!({ "log": "p. 3" });
    assert_eq!(again(json!({ "at": place })), "at");
    let mut file = quay::with("/links/1/at", place);
    let copy = file["links"][1].clone();
    file["links"].as_array_mut().unwrap_or(&mut Vec::new()).push(copy);
    let told = |file: &Value| found(&load(file.to_string().as_bytes()), Code::DuplicateLink).arguments[5].clone();
    assert_eq!(told(&file), "@nothing-else");
    file["links"][5]["at"]["log"] = json!("p. 4");
    assert_eq!(told(&file), "at");
}

#[test]
fn all_sources_that_only_the_second_of_two_links_has_are_told_however_many_they_are() {
    let ids: Vec<String> = (0..30).map(|at| format!("source-{at}")).collect();
    let mut file = quay::whole();
    let sources = ids.iter().map(|id| json!({ "id": id, "title": { "text": "x", "lang": "en" } }));
    file["sources"].as_array_mut().unwrap_or(&mut Vec::new()).extend(sources);
    let mut link = file["links"][1].clone();
    link["sources"] = json!(ids);
    file["links"].as_array_mut().unwrap_or(&mut Vec::new()).push(link);
    let loaded = load(file.to_string().as_bytes());
    let message = found(&loaded, Code::DuplicateLink).message(Lang::En);
    assert!(message.ends_with(&format!("sources ({})", ids.join(", "))), "{message}");
}

#[test]
fn an_entity_whose_only_link_was_set_aside_is_not_called_unconnected() {
    let rock = json!({ "id": "rock", "kind": "water", "name": { "en": "Rock", "zh-Hant": "石" } });
    let alone = |link: Option<Value>| -> usize {
        let mut file = quay::with("/entities/-", rock.clone());
        file["links"].as_array_mut().unwrap_or(&mut Vec::new()).extend(link);
        let loaded = load(file.to_string().as_bytes());
        loaded.findings.iter().filter(|finding| finding.code == Code::Unconnected).count()
    };
    assert_eq!(alone(None), 1);
    let link = |to: &str, evidence: &str| json!({ "from": "rock", "to": to, "kind": "lands", "evidence": evidence });
    assert_eq!(alone(Some(link("nowhere", "unsourced"))), 0);
    assert_eq!(alone(Some(link("old-quay", "sure"))), 0);
}

#[test]
fn keys_of_no_language_that_is_written_here_are_fields_that_are_not_known() {
    for (pointer, told) in [
        ("/entities/0/name/is_new", "unknown-field"),
        ("/entities/0/name/old_name", "unknown-field"),
        ("/entities/0/name/alt_names", "unknown-field"),
        ("/entities/0/summary/og_image", "unknown-field"),
        ("/entities/0/summary/fr_FR", "unknown-field"),
        ("/entities/0/summary/zh_HK", "bad-language"),
        ("/entities/0/summary/yue_Hant", "bad-language"),
    ] {
        let mut file = quay::with("/entities/0/summary", json!({ "en": "x", "zh-Hant": "x" }));
        let (around, key) = pointer.rsplit_once('/').unwrap_or_default();
        file.pointer_mut(around).unwrap_or(&mut Value::Null)[key] = json!("x");
        assert_eq!(wrong(&load(file.to_string().as_bytes())), [format!("{told} {pointer}")]);
    }
    // What is near to a field is proposed.
    let near = changed("/entities/0/name/PINYIN", json!("x"));
    assert_eq!(found(&near, Code::UnknownField).suggestion.as_deref(), Some("pinyin"));
    // A language of the site is one that is written here.
    let mut file = quay::with("/site/languages/-", json!("fr"));
    file["sources"][0]["title"] = json!({ "en": "x", "zh-Hant": "x", "fr_FR": "x" });
    assert!(wrong(&load(file.to_string().as_bytes())).contains(&"bad-language /sources/0/title/fr_FR".to_owned()));
}

#[test]
fn a_slip_in_the_language_of_a_single_spelling_is_told_and_costs_nothing() {
    let loaded = changed("/sources/0/title", json!({ "text": "x", "lang": "zh-Hanss" }));
    assert_eq!(wrong(&loaded), ["bad-language /sources/0/title/lang"]);
    assert_eq!(found(&loaded, Code::BadLanguage).suggestion.as_deref(), Some("zh-Hans"));
    assert_eq!(catalog(loaded).sources[0].title.words(Lang::En), "x");
    assert!(wrong(&changed("/sources/0/title", json!({ "text": "x", "lang": "ja" }))).is_empty());
}

#[test]
fn only_the_address_that_is_shown_may_be_that_for_corrections() {
    for (contact, told) in [
        ("https://quay.example/write", &[][..]),
        ("mailto:a@quay.example", &[]),
        ("http://quay.example/write", &["open-contact /site/contact"]),
        ("ftp://quay.example", &["bad-url /site/contact"]),
    ] {
        assert_eq!(wrong(&changed("/site/contact", json!(contact))), told, "{contact}");
    }
}

#[test]
fn the_upstream_of_a_kind_that_flows_is_its_from() {
    assert_eq!(wrong(&changed("/linkKinds/0/upstream", json!("from"))), Vec::<String>::new());
    let turned = changed("/linkKinds/0/upstream", json!("to"));
    assert_eq!(wrong(&turned), ["flow-upstream /linkKinds/0/upstream"]);
}

#[test]
fn whoever_has_the_pictures_is_asked_for_paths_of_pictures_alone() {
    let alt = json!({ "en": "A fish", "zh-Hant": "魚" });
    for (file, asked) in [("pictures/x.svg", 1), ("pictures/x.SVG", 0)] {
        let mut loaded = changed("/entities/0/picture", json!({ "file": file, "alt": alt }));
        assert_eq!(loaded.pictures.len(), 1, "it is named all the same");
        let missing = |picture: &str, place: &taste::check::Place| {
            let arguments = vec![picture.to_owned()];
            Some(Finding { code: Code::PictureMissing, place: place.clone(), arguments, suggestion: None })
        };
        loaded.look_at_pictures(missing);
        let told = loaded.findings.iter().filter(|finding| finding.code == Code::PictureMissing).count();
        assert_eq!(told, asked, "{file}");
    }
}

#[test]
fn a_lens_has_each_of_its_own_columns_once() {
    let first = quay::whole()["lenses"][1]["columns"][0]["id"].clone();
    let columns = catalog(load(quay::whole().to_string().as_bytes())).lenses[1].columns.len();
    let twice = changed("/lenses/1/columns/1/id", first);
    let found = twice.findings.iter().find(|finding| finding.code == Code::DuplicateId);
    assert_eq!(found.map(|finding| finding.place.path.as_str()), Some("/lenses/1/columns/1/id"));
    assert_eq!(twice.set_aside, 1);
    let lens = &catalog(twice).lenses[1];
    assert_eq!(lens.columns.len(), columns - 1);
    assert!(lens.placed.iter().all(|column| usize::from(*column) < lens.columns.len() || *column == u16::MAX));
}

#[test]
fn an_entity_stands_in_the_column_that_names_it_before_that_of_its_kind() {
    let named = json!([
        { "id": "sheds", "name": { "en": "Sheds", "zh-Hant": "棚" }, "kinds": ["shed"] },
        { "id": "smoke", "name": { "en": "Smoke", "zh-Hant": "煙" }, "entities": ["smokehouse"] },
    ]);
    let catalog = catalog(changed("/lenses/1/columns", named));
    let column = |id: &str| catalog.lenses[1].column_of(catalog.find(id).expect("it is there"));
    assert_eq!([column("old-quay"), column("smokehouse"), column("kipper")], [Some(0), Some(1), None]);
}

#[test]
fn an_item_takes_from_its_section_whatever_it_does_not_say_itself() {
    let file = json!({ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] },
        "sources": [{ "id": "a", "title": { "en": "A" } }, { "id": "b", "title": { "en": "B" } }],
        "plates": [{ "id": "p", "title": { "en": "P" }, "sections": [
            { "id": "s", "title": { "en": "S" }, "form": "text", "evidence": "typical", "date": "1889", "sources": ["a"], "items": [
                { "text": { "en": "with sources of its own" }, "sources": ["b"] },
                { "text": { "en": "with a date of its own" }, "date": "1949" },
                { "text": { "en": "with evidence of its own" }, "evidence": "legend", "sources": ["b"] }
            ] },
            { "id": "bare", "title": { "en": "Bare" }, "form": "text", "items": [
                { "text": { "en": "with sources of its own" }, "sources": ["b"] }
            ] }
        ] }] });
    let catalog = catalog(load(file.to_string().as_bytes()));
    let footings: Vec<_> = catalog.plates[0]
        .sections
        .iter()
        .flat_map(|section| &section.items)
        .map(|item| {
            let footing = &item.footing;
            (footing.evidence, footing.date.map(|date| date.to_string()), footing.sources[0].at())
        })
        .collect();
    let year = |year: &str| Some(year.to_owned());
    assert_eq!(
        footings,
        [
            (Evidence::Typical, year("1889"), 1),
            (Evidence::Typical, year("1949"), 0),
            (Evidence::Legend, year("1889"), 1),
            (Evidence::Documented, None, 1)
        ]
    );
}

#[test]
fn a_date_that_runs_backwards_is_told_with_both_of_its_ends() {
    for written in ["1900/1800", "1889-05-12/1889-01-01", "1889-05/1889-04-30"] {
        let loaded = changed("/entities/2/since", json!(written));
        let (start, end) = written.split_once('/').unwrap_or_default();
        let found = loaded.findings.iter().find(|finding| finding.code == Code::DatesReversed);
        let expected = format!("the end is before the beginning: {start} – {end}");
        assert_eq!(found.map(|finding| finding.message(Lang::En)), Some(expected), "{written}");
        assert_eq!(Date::parse(written).map(|date| date.is_reversed()), Some(true));
    }
    let life = changed("/entities/2/until", quay::whole()["entities"][2]["since"].clone());
    assert!(life.findings.iter().all(|finding| finding.code != Code::DatesReversed), "one year holds both");
}

#[test]
fn what_rejects_a_file_is_told_however_much_else_is_wrong_with_it() {
    let bad = "1,".repeat(limits::FINDINGS + 1);
    let loaded = load(format!("{{\"format\":1,\"events\":[{bad}]}}").as_bytes());
    assert!(loaded.catalog.is_none());
    assert!(loaded.findings.iter().any(|finding| finding.code == Code::TrailingComma));
}
