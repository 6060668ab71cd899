//! A record that lacks what it cannot do without is not built, but all that is wrong with it is told in one run; and nothing is told twice.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::{Value, json};
use taste::{
    check::{Code, Finding, Severity},
    load::{Loaded, load},
    model::{Evidence, Lang},
};

/// The file with the value at a pointer set, and what is wrong with it: code and path.
fn changed(pointer: &str, value: Value) -> (Loaded, Vec<String>) {
    let loaded = load(quay::with(pointer, value).to_string().as_bytes());
    let wrong = loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information);
    let told = wrong.map(|finding| format!("{} {}", finding.code.word(), finding.place.path)).collect();
    (loaded, told)
}

fn check(pointer: &str, value: Value, expected: &[&str]) -> Loaded {
    let (loaded, mut told) = changed(pointer, value);
    told.sort();
    assert_eq!(told, expected, "{pointer}");
    loaded
}

fn first(loaded: &Loaded, code: Code) -> &Finding {
    loaded.findings.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("{code:?} is not told"))
}

#[test]
fn what_else_is_wrong_with_a_link_is_told_beside_its_evidence() {
    let link = json!({ "from": "deep", "to": "deeep", "kind": "land", "evidence": "sure", "sources": ["log", "lgo", "log"], "at": { "tlak": "p. 1" }, "text": { "en": "x" } });
    let expected = [
        "dangling-reference /links/5/at/tlak",
        "dangling-reference /links/5/sources/1",
        "dangling-reference /links/5/to",
        "duplicate-reference /links/5/sources/2",
        "missing-translation /links/5/text",
        "unknown-link-kind /links/5/kind",
        "unknown-word /links/5/evidence",
    ];
    let loaded = check("/links/-", link, &expected);
    assert_eq!(loaded.set_aside, 1);
}

#[test]
fn a_link_that_stands_there_already_is_told_as_such_whatever_else_is_wrong_with_it() {
    let link = json!({ "from": "deep", "to": "old-quay", "kind": "lands", "evidence": "sure", "sources": ["talk"], "since": "1850" });
    let loaded = check("/links/-", link, &["duplicate-link /links/5", "unknown-word /links/5/evidence"]);
    let arguments = &first(&loaded, Code::DuplicateLink).arguments;
    assert_eq!(arguments[..3], ["deep", "old-quay", "lands"]);
    assert_eq!(arguments[5], "evidence, since");
    let other = json!({ "from": "deep", "to": "smokehouse", "kind": "lands", "evidence": "sure", "sources": ["talk"] });
    check("/links/-", other, &["unknown-word /links/5/evidence"]);
}

#[test]
fn what_else_is_wrong_is_told_of_records_of_every_kind() {
    let entity = json!({ "id": "rock", "kind": "watre", "stage": "none", "honours": [{ "mark": "prise" }] });
    let expected = [
        "dangling-reference /entities/6/honours/0/mark",
        "missing-field /entities/6",
        "missing-field /entities/6/honours/0",
        "unknown-kind /entities/6/kind",
        "unknown-stage /entities/6/stage",
    ];
    check("/entities/-", entity, &expected);
    let story =
        json!({ "steps": [{ "focus": "ghost", "lens": "haze" }, { "text": { "en": "x" } }], "related": ["mist"] });
    let expected = [
        "dangling-reference /stories/1/related/0",
        "dangling-reference /stories/1/steps/0/focus",
        "dangling-reference /stories/1/steps/0/lens",
        "expected-field /stories/1",
        "expected-field /stories/1/steps/0",
        "missing-field /stories/1",
        "missing-field /stories/1/steps/1",
        "missing-translation /stories/1/steps/1/text",
    ];
    check("/stories/-", story, &expected);
}

#[test]
fn sources_that_cannot_be_read_are_not_called_missing_as_well() {
    check("/links/0/sources", json!("log"), &["wrong-type /links/0/sources"]);
    check("/links/0/sources", json!([7]), &["wrong-type /links/0/sources/0"]);
    check("/links/0/sources", json!([]), &["missing-source /links/0"]);
}

#[test]
fn a_story_or_walk_of_which_nothing_is_known_is_told_what_it_lacks() {
    let told = |pointer: &str, value: Value| {
        let (loaded, _) = changed(pointer, value);
        first(&loaded, Code::Nothing).message(Lang::En)
    };
    let message = |what: &str| format!("there are no {what} in it; the record is set aside");
    let step = json!([{ "focus": "ghost", "text": { "en": "x", "zh-Hant": "x" } }]);
    assert_eq!(told("/stories/0/steps", step), message("steps with a focus that is known"));
    assert_eq!(told("/stories/0/steps", json!([])), message("steps"));
    assert_eq!(told("/routes/0/stops", json!([{ "entity": "ghost" }])), message("stops that are known"));
}

#[test]
fn whatever_stands_in_the_place_of_something_else_is_answered_with_what_should_stand_there() {
    for (pointer, hint) in [
        ("/sources/0/title", r#"{ "zh-Hans": "…", "zh-Hant": "…", "en": "…" }"#),
        ("/sources/0/publisher", r#"{ "zh-Hans": "…", "zh-Hant": "…", "en": "…" }"#),
        ("/links/0", r#"{ "from": …, "to": …, "kind": …, "evidence": … }"#),
        ("/entities/0", r#"{ "id": …, "kind": …, "name": … }"#),
        ("/stories/0/steps/0", r#"{ "focus": … }"#),
        ("/entities/2/place", r#"{ "…": … }"#),
    ] {
        let (loaded, _) = changed(pointer, json!("x"));
        let hints: Vec<_> = loaded.findings.iter().filter(|finding| finding.code == Code::WrongType).collect();
        assert_eq!(hints.len(), 1, "{pointer}");
        assert_eq!(hints[0].hint(Lang::En), format!("write it like this: {hint}"), "{pointer}");
    }
}

#[test]
fn a_name_that_exists_in_one_script_only_is_written_with_its_language() {
    let name = json!({ "text": "北岸", "lang": "zh-Hant", "jyutping": "bak1 ngon6" });
    let loaded = check("/entities/0/name", name, &[]);
    let catalog = loaded.catalog.unwrap_or_default();
    let name = &catalog.entities[0].name;
    assert_eq!((name.full.words(Lang::En), name.full.0.len()), ("北岸", 1));
    assert_eq!(name.jyutping.as_deref(), Some("bak1 ngon6"));
    check("/entities/0/summary", json!({ "text": "x", "lang": "en" }), &[]);
    check(
        "/entities/0/name",
        json!({ "text": "北岸" }),
        &["missing-field /entities/0/name", "set-aside-reference /links/0/from"],
    );
    let told = ["bad-language /entities/0/name/lang", "set-aside-reference /links/0/from"];
    check("/entities/0/name", json!({ "text": "北岸", "lang": "cn" }), &told);
}

#[test]
fn what_is_no_value_hides_nothing_that_comes_after_it() {
    let text = quay::whole().to_string();
    let broken = text.replacen("\"log\"", "log", 1).replacen("\"kind\":\"person\"", "\"kind\":\"persn\"", 1);
    let loaded = load(broken.as_bytes());
    let codes: Vec<_> = loaded.findings.iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&Code::NotAValue) && codes.contains(&Code::UnknownKind), "{codes:?}");
    assert!(!codes.contains(&Code::WrongType), "it is told once: {codes:?}");
    assert!(loaded.catalog.is_none(), "it is no JSON all the same");
}

#[test]
fn what_names_a_record_by_the_id_that_was_meant_is_led_to_the_id_that_is_wrong() {
    let told = ["bad-id /entities/1/id", "set-aside-reference /links/1/from"];
    let loaded = check("/entities/1/id", json!("Deep"), &told);
    assert_eq!(loaded.set_aside, 2, "the record, and the link that needs it");
}

#[test]
fn a_day_that_no_calendar_has_is_told_as_such_and_what_has_no_form_of_a_date_as_that() {
    for written in ["1889-02-30", "1889-13", "3000", "0000", "1889/3000"] {
        let (_, told) = changed("/entities/2/since", json!(written));
        assert_eq!(told, ["impossible-date /entities/2/since"], "{written}");
    }
    for written in ["soon", "189", "1889-5", "1889/", "..", "1889/1900/1910", ""] {
        let (_, told) = changed("/entities/2/since", json!(written));
        assert_eq!(told, ["bad-date /entities/2/since"], "{written}");
    }
    assert!(changed("/entities/2/since", json!(3000)).1.contains(&"impossible-date /entities/2/since".to_owned()));
}

#[test]
fn a_site_in_languages_that_the_interface_does_not_speak_is_told_once_and_no_text_is_called_unshown() {
    let (loaded, told) = changed("/site/languages", json!(["fr"]));
    assert!(told.contains(&"unspoken-languages /site/languages".to_owned()), "{told:?}");
    assert!(told.iter().all(|told| !told.starts_with("unshown")), "{told:?}");
    assert_eq!(loaded.catalog.unwrap_or_default().site.languages, Lang::ALL);
    assert!(!changed("/site/languages", json!(["fr", "en"])).1.iter().any(|told| told.starts_with("unspoken")));
}

#[test]
fn spaces_that_are_none_and_words_of_other_languages_are_named_with_what_was_meant() {
    let told = |text: &str| -> Vec<String> {
        let all = load(text.as_bytes()).findings.into_iter();
        all.map(|finding| format!("{} {}", finding.code.word(), finding.hint(Lang::En))).collect()
    };
    let odd = "odd-space take it away, or put a plain space there";
    for c in ['\u{a0}', '\u{200b}', '\0', '\u{2028}'] {
        assert!(told(&format!("{{{c}\"format\":{c}{c}1}}")).iter().filter(|told| *told == odd).count() == 2, "{c:?}");
    }
    assert!(told("{\"format\": 1} # what it is").iter().any(|told| told.starts_with("comment")));
    let meant = |word: &str| told(&format!("{{\"format\": {word}}}")).remove(0);
    assert_eq!(meant("True"), "not-a-value did you mean `true`?");
    assert_eq!(meant("None"), "not-a-value did you mean `null`?");
    assert!(meant("truth").starts_with("not-a-value texts stand"));
}

#[test]
fn a_character_that_stands_raw_in_a_text_is_told_once() {
    let text = quay::whole().to_string().replacen("Smoke\"", "Smo\u{1}ke\"", 1);
    let codes: Vec<_> = load(text.as_bytes()).findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == Code::ControlCharacter).count(), 1, "{codes:?}");
    assert!(!codes.contains(&Code::ForbiddenCharacter), "{codes:?}");
}

#[test]
fn a_story_that_goes_well_with_itself_is_told() {
    check("/stories/0/related", json!(["smoke"]), &["self-link /stories/0/related/0"]);
}

#[test]
fn whatever_names_a_record_that_is_not_there_is_told_wherever_it_stands() {
    for pointer in [
        "/site/start/lens",
        "/stories/0/steps/0/place",
        "/stories/0/steps/0/lens",
        "/events/0/theme",
        "/events/0/entities/0",
        "/routes/0/story",
        "/map/shapes/1/entity",
        "/plates/0/lens",
        "/plates/0/sections/0/items/0/entity",
        "/plates/0/sections/0/items/0/entities/0",
    ] {
        let (loaded, told) = changed(pointer, json!("nothing-like-it"));
        assert_eq!(told, [format!("dangling-reference {pointer}")]);
        assert_eq!(loaded.set_aside, 0, "{pointer}");
    }
}

#[test]
fn whatever_is_said_names_a_source_wherever_it_stands_unless_it_is_said_to_have_none() {
    for pointer in [
        "/links/0",
        "/entities/2/facts/0",
        "/entities/3/honours/0",
        "/stories/0/steps/0",
        "/events/0",
        "/routes/0",
        "/plates/0/sections/1",
    ] {
        for evidence in Evidence::ALL {
            let mut file = quay::with(&format!("{pointer}/evidence"), json!(evidence.word()));
            file.pointer_mut(pointer).expect("it is there")["sources"] = json!([]);
            let found = load(file.to_string().as_bytes()).findings;
            let missing = found.iter().filter(|finding| finding.code == Code::MissingSource);
            let missing: Vec<&str> = missing.map(|finding| finding.place.path.as_str()).collect();
            let expected: &[&str] = if evidence == Evidence::Unsourced { &[] } else { &[pointer] };
            assert_eq!(missing, expected, "{pointer} as {}", evidence.word());
        }
    }
}

/// The small district after `change`, and what is wrong with it: code and path.
fn broken(change: impl FnOnce(&mut Value)) -> (Loaded, Vec<String>) {
    let mut file = quay::whole();
    change(&mut file);
    let loaded = load(file.to_string().as_bytes());
    let wrong = loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information);
    let mut told: Vec<String> =
        wrong.map(|finding| format!("{} {}", finding.code.word(), finding.place.path).trim_end().to_owned()).collect();
    told.sort();
    (loaded, told)
}

#[test]
fn a_slip_in_an_id_that_many_records_name_is_told_once_and_where_it_was_made() {
    for (pointer, slip, meant, times) in [
        ("/kinds/0/id", "watre", "water", 2),
        ("/linkKinds/0/id", "land", "lands", 3),
        ("/sources/1/id", "tlak", "talk", 5),
        ("/entities/3/id", "smokehose", "smokehouse", 8),
        ("/stages/0/id", "see", "sea", 2),
    ] {
        let (loaded, told) = broken(|file| {
            if let Some(id) = file.pointer_mut(pointer) {
                *id = json!(slip);
            }
        });
        assert_eq!(told, [format!("misspelt-id {pointer}")]);
        let finding = first(&loaded, Code::MisspeltId);
        assert_eq!(finding.arguments, [slip.to_owned(), times.to_string(), meant.to_owned()]);
        assert_eq!(finding.hint(Lang::En), format!("did you mean `{meant}`?"));
        let notes: Vec<_> = loaded
            .findings
            .iter()
            .filter(|finding| finding.place.path.starts_with(&pointer[..pointer.len() - 3]))
            .collect();
        assert_eq!(notes.len(), 1, "it is not called unused or unconnected as well: {notes:?}");
    }
    // One record that names it wrongly is more likely wrong itself, and so is one that names what others name rightly.
    let (_, told) = broken(|file| file["kinds"][2]["id"] = json!("fod"));
    assert!(told.contains(&"unknown-kind /entities/4/kind".to_owned()), "{told:?}");
    let (_, told) = broken(|file| {
        for link in [0, 1] {
            file["links"][link]["kind"] = json!("land");
        }
    });
    assert_eq!(told, ["unknown-link-kind /links/0/kind", "unknown-link-kind /links/1/kind"]);
}

#[test]
fn a_part_that_is_called_by_another_name_is_told_and_nothing_of_what_it_holds_is_missed() {
    for (part, called) in [
        ("entities", "Entities"),
        ("entities", "entites"),
        ("linkKinds", "link_kinds"),
        ("links", "lniks"),
        ("sources", "source"),
        ("kinds", "knids"),
        ("format", "Format"),
    ] {
        let (loaded, told) = broken(|file| {
            let moved = file[part].take();
            file.as_object_mut().map(|file| file.remove(part));
            file[called] = moved;
        });
        assert_eq!(told, [format!("misspelt-part /{called}")]);
        assert_eq!(first(&loaded, Code::MisspeltPart).hint(Lang::En), format!("did you mean `{part}`?"));
        assert!(loaded.findings.iter().all(|finding| ![Code::Unconnected, Code::UnusedSource].contains(&finding.code)));
    }
    let (_, told) = broken(|file| file["Entities"] = json!([]));
    assert_eq!(told, ["unknown-field /Entities"], "the part itself is there");
}

#[test]
fn a_word_that_elsewhere_names_a_record_is_no_reference() {
    check(
        "/linkKinds/-",
        json!({ "name": { "en": "x", "zh-Hant": "x" }, "mark": "arrow" }),
        &["missing-field /linkKinds/3"],
    );
}

#[test]
fn what_lacks_a_field_is_told_all_that_a_whole_record_is_told() {
    let both = json!({ "en": "x", "zh-Hant": "x" });
    check(
        "/entities/-",
        json!({ "id": "deep", "kind": "water" }),
        &["duplicate-id /entities/6/id", "missing-field /entities/6"],
    );
    let two = |file: &mut Value| {
        for _ in 0..2 {
            file["sources"]
                .as_array_mut()
                .unwrap_or(&mut Vec::new())
                .push(json!({ "id": "idle", "date": "soon", "title": 7, "kind": "x" }));
            file["entities"].as_array_mut().unwrap_or(&mut Vec::new()).push(json!({ "id": "rock" }));
        }
    };
    let (_, told) = broken(two);
    assert_eq!(told.iter().filter(|told| *told == "duplicate-id /entities/7/id").count(), 1, "{told:?}");
    let expected = ["missing-field /links/5", "missing-field /links/6", "self-link /links/5", "self-link /links/6"];
    let (_, told) = broken(|file| {
        for link in [
            json!({ "from": "deep", "to": "deep", "kind": "lands" }),
            json!({ "from": "deep", "to": "deep", "evidence": "unsourced" }),
        ] {
            file["links"].as_array_mut().unwrap_or(&mut Vec::new()).push(link);
        }
    });
    assert_eq!(told, expected);
    let entity = json!({ "id": "rock", "kind": "water", "since": "1900", "until": { "date": 1800 }, "facts": [{ "text": both, "evidence": "legend" }] });
    check(
        "/entities/-",
        entity,
        &["dates-reversed /entities/6/until", "missing-field /entities/6", "missing-source /entities/6/facts/0"],
    );
    let link = json!({ "from": "deep", "to": "smokehouse", "evidence": "legend" });
    check("/links/-", link, &["missing-field /links/5", "missing-source /links/5"]);
}

#[test]
fn a_second_link_without_evidence_that_has_nothing_of_its_own_is_told_so_in_words() {
    let link = json!({ "from": "deep", "to": "old-quay", "kind": "lands" });
    let loaded = check("/links/-", link, &["duplicate-link /links/5", "missing-field /links/5"]);
    let said = first(&loaded, Code::DuplicateLink).message(Lang::En);
    assert!(said.ends_with("what it alone has: nothing"), "{said}");
}

#[test]
fn a_language_that_is_misspelt_is_told_once_and_where_it_is_misspelt() {
    let (loaded, told) = broken(|file| file["site"]["languages"] = json!(["en", "zh-Hnat"]));
    assert_eq!(told, ["bad-language /site/languages/1"]);
    assert_eq!(loaded.catalog.unwrap_or_default().site.languages, [Lang::En, Lang::ZhHant]);
    for (tag, code) in [
        ("zh-hant", "bad-language"),
        ("zh_Hant", "bad-language"),
        ("zh-TW", "bad-language"),
        ("zh-Hnat", "unshown-language"),
    ] {
        let (_, told) = broken(|file| {
            file["entities"][0]["name"] = json!({ "en": "North Bank", tag: "北灘" });
        });
        assert_eq!(told, [format!("{code} /entities/0/name/{tag}")]);
    }
    check(
        "/entities/0/name",
        json!({ "en": "North Bank", "es": "Banco" }),
        &["missing-translation /entities/0/name", "unshown-language /entities/0/name/es"],
    );
}

#[test]
fn a_position_that_cannot_be_read_is_not_called_missing_as_well() {
    check("/entities/2/place/lat", json!("54.488"), &["wrong-type /entities/2/place/lat"]);
    check(
        "/entities/2/place",
        json!({ "lat": "54.488" }),
        &["expected-field /entities/2/place", "wrong-type /entities/2/place/lat"],
    );
    for written in ["NaN", "+54.488", ".488"] {
        let text = quay::whole().to_string().replacen("54.488", written, 1);
        let codes: Vec<_> = load(text.as_bytes())
            .findings
            .into_iter()
            .filter(|finding| finding.severity() != Severity::Information)
            .map(|finding| finding.code)
            .collect();
        assert_eq!(codes, [Code::BadNumber], "{written}");
    }
}

#[test]
fn a_record_in_the_list_of_others_is_told_so_and_what_names_it_is_led_there() {
    let entity = json!({ "id": "rock", "kind": "water", "stage": "sea", "name": { "en": "Rock", "zh-Hant": "石" } });
    let loaded = check("/links/-", entity.clone(), &["misplaced-record /links/5"]);
    assert_eq!(loaded.set_aside, 1);
    let finding = first(&loaded, Code::MisplacedRecord);
    assert_eq!(finding.message(Lang::En), "this looks like an entity and stands in another part; it is set aside");
    assert_eq!(finding.hint(Lang::En), "move it to entities");
    let (_, told) = broken(|file| {
        file["links"].as_array_mut().unwrap_or(&mut Vec::new()).push(entity);
        file["links"][0]["from"] = json!("rock");
    });
    assert_eq!(told, ["misplaced-record /links/5", "set-aside-reference /links/0/from"]);
    let link = json!({ "from": "deep", "to": "smokehouse", "kind": "lands", "evidence": "unsourced" });
    check("/entities/-", link, &["misplaced-record /entities/6"]);
    let event = json!({ "id": "e1900", "date": "1900", "title": { "en": "x", "zh-Hant": "x" }, "entities": ["deep"] });
    check("/stories/-", event, &["misplaced-record /stories/1"]);
    check("/entities/-", json!({ "id": "rock", "kind": "water", "steps": [] }), &["misplaced-record /entities/6"]);
}

#[test]
fn lines_that_a_merge_left_are_all_named_and_hide_nothing() {
    let text = serde_json::to_string_pretty(&quay::with("/links/0/to", json!("old-quya"))).unwrap_or_default();
    let merged = text.replacen("\n  \"sources\":", "\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n  \"sources\":", 1);
    assert_ne!(merged, text);
    let told = |text: &str| -> Vec<&'static str> {
        let wrong =
            load(text.as_bytes()).findings.into_iter().filter(|finding| finding.severity() != Severity::Information);
        wrong.map(|finding| finding.code.word()).collect()
    };
    let marks = told(&merged);
    assert_eq!(marks.iter().filter(|code| **code == "conflict-marker").count(), 3, "{marks:?}");
    assert!(marks.contains(&"dangling-reference"), "{marks:?}");
    assert_eq!(told(&format!("```json\n{text}\n```\n")), ["conflict-marker", "dangling-reference", "conflict-marker"]);
    assert_eq!(told(&format!("const data = {text};\n")), ["leading-text", "dangling-reference"]);
    assert_eq!(told(&text[1..]), ["leading-text", "dangling-reference"]);
}
