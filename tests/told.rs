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
