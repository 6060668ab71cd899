//! Every fault of a file is found, at its place, and costs no more than its record.
//!
//! Each case breaks the small district in one way and tells what must be found beyond what is said of the whole file.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::{Value, json};
use taste::{
    check::{Code, Severity},
    load::{Loaded, load},
    model::Lang,
};

fn loaded(value: &Value) -> Loaded {
    load(value.to_string().as_bytes())
}

/// `code path` of every finding but for notes.
fn told(loaded: &Loaded) -> Vec<String> {
    let wrong = loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information);
    wrong.map(|finding| format!("{} {}", finding.code.word(), finding.place.path).trim_end().to_owned()).collect()
}

/// Sets the value at a pointer, then compares what is found.
fn check(pointer: &str, value: Value, expected: &[&str]) -> Loaded {
    let loaded = loaded(&quay::with(pointer, value));
    assert_eq!(told(&loaded), expected, "{pointer}");
    assert!(loaded.catalog.is_some(), "one fault does not cost the file");
    loaded
}

/// The same without a member; beside what is found it is told how many records that costs.
fn check_without(pointer: &str, key: &str, expected: &[&str], set_aside: u32) -> Loaded {
    let mut file = quay::whole();
    let removed = file.pointer_mut(pointer).and_then(Value::as_object_mut).and_then(|members| members.remove(key));
    assert!(removed.is_some(), "{pointer}/{key}");
    let loaded = loaded(&file);
    assert_eq!(told(&loaded), expected, "{pointer} without {key}");
    assert_eq!(loaded.set_aside, set_aside, "{pointer} without {key}");
    loaded
}

/// Codes of a text that is no file at all.
fn check_raw(text: &[u8], expected: &[&str]) {
    let loaded = load(text);
    let codes: Vec<_> = loaded.findings.iter().map(|finding| finding.code.word()).collect();
    assert_eq!(codes, expected);
    assert!(loaded.catalog.is_none());
}

#[test]
fn the_small_district_is_whole() {
    let loaded = loaded(&quay::whole());
    assert_eq!(told(&loaded), Vec::<String>::new());
    assert_eq!(loaded.set_aside, 0);
    let catalog = loaded.catalog.unwrap_or_default();
    assert_eq!((catalog.entities.len(), catalog.links.len(), catalog.stories.len()), (6, 5, 1));
    assert_eq!(catalog.site.languages, [Lang::En, Lang::ZhHant], "in the order of the file");
}

#[test]
fn what_is_no_json_is_named() {
    check_raw(b"", &["empty-file"]);
    check_raw(b"<html>", &["web-page"]);
    check_raw(b"\x1f\x8b\x08\0", &["compressed-file"]);
    check_raw(b"{\"format\": 1", &["cut-off"]);
    check_raw(b"{\"format\": 1,}", &["trailing-comma"]);
    check_raw("{\"format\"：1}".as_bytes(), &["full-width-punctuation"]);
    check_raw(b"{'format': 1} // ok", &["odd-quotes", "comment"]);
    check_raw(b"{} {}", &["trailing-text"]);
    check_raw(b"[]", &["not-an-object"]);
    check_raw(b"null", &["not-an-object"]);
    check_raw("[".repeat(100_000).as_bytes(), &["too-deep"]);
}

#[test]
fn what_was_only_planned_has_no_time_when_it_was_there() {
    for planned in [false, true] {
        let mut file = quay::whole();
        file["entities"][2]["planned"] = json!(planned);
        file["links"][0]["planned"] = json!(planned);
        file["links"][0]["until"] = json!("1950");
        assert!(file["entities"][2]["since"].is_string(), "it is dated");
        let expected = if planned { vec!["planned-dated /entities/2", "planned-dated /links/0"] } else { vec![] };
        assert_eq!(told(&loaded(&file)), expected);
    }
    check("/entities/0/planned", json!("yes"), &["wrong-type /entities/0/planned"]);
}

#[test]
fn a_byte_order_mark_and_duplicate_keys_are_told_and_cost_nothing() {
    let text = quay::whole().to_string();
    let marked = load(format!("\u{feff}{text}").as_bytes());
    assert_eq!(told(&marked), ["byte-order-mark"]);
    let doubled = load(text.replacen("{\"format\":1", "{\"format\":1,\"format\":2", 1).as_bytes());
    assert_eq!(told(&doubled), ["duplicate-key /format"]);
    assert!(doubled.catalog.is_some_and(|catalog| !catalog.newer_format), "the first one holds");
}

#[test]
fn formats_other_than_ours_are_named() {
    check_without("", "format", &["missing-format"], 0);
    let newer = check("/format", json!(2), &["newer-format /format"]);
    assert!(newer.catalog.is_some_and(|catalog| catalog.newer_format), "it is shown, and known to be newer");
    check("/format", json!("1"), &["wrong-type /format"]);
    check("/format", json!(null), &["wrong-type /format"]);
    check("/format", json!(1.5), &["number-range /format"]);
    check("/format", json!(-1), &["number-range /format"]);
    check("/format", json!(1.0), &["number-form /format"]);
    for (format, code) in
        [("0", "number-range"), ("2", "newer-format"), ("\"1\"", "wrong-type"), ("1.5", "number-range")]
    {
        let text = format!("{{\n  \"site\": {{ \"languages\": [\"en\"] }},\n  \"format\":  {format} }}");
        let told: Vec<_> = load(text.as_bytes())
            .findings
            .iter()
            .map(|finding| (finding.code.word(), finding.place.path.clone(), finding.place.line, finding.place.column))
            .filter(|(code, ..)| !["expected-field", "nothing-to-show"].contains(code))
            .collect();
        assert_eq!(told, [(code, "/format".to_owned(), 3, 14)], "{format}");
    }
}

#[test]
fn wrong_types_cost_their_field_or_their_record() {
    check("/entities/0/rank", json!("first"), &["wrong-type /entities/0/rank"]);
    check("/entities/2/facts", json!({}), &["wrong-type /entities/2/facts"]);
    let list =
        check("/entities/1", json!(["deep", "water"]), &["wrong-type /entities/1", "dangling-reference /links/1/from"]);
    assert_eq!(list.catalog.map(|catalog| catalog.entities.len()), Some(5));
    check_without(
        "/entities/4",
        "name",
        &["set-aside-reference /site/start/focus", "missing-field /entities/4", "set-aside-reference /links/3/to"],
        2,
    );
}

#[test]
fn fields_that_are_not_known_are_told_with_what_was_meant() {
    let loaded = check("/entities/0/sinse", json!("1800"), &["unknown-field /entities/0/sinse"]);
    assert_eq!(
        loaded
            .findings
            .iter()
            .find(|finding| finding.code == Code::UnknownField)
            .and_then(|finding| finding.suggestion.as_deref()),
        Some("since")
    );
    check("/$schema", json!("xiguan.schema.json"), &[]);
    check("/extra", json!({ "a": [1] }), &["unknown-field /extra"]);
}

#[test]
fn texts_are_plain_visible_and_bounded() {
    let name = "/entities/0/name/en";
    check(name, json!("   "), &["missing-translation /entities/0/name", "empty-text /entities/0/name/en"]);
    check(name, json!("\u{200b}"), &["missing-translation /entities/0/name", "empty-text /entities/0/name/en"]);
    check(
        name,
        json!("a\u{202e}b"),
        &["missing-translation /entities/0/name", "forbidden-character /entities/0/name/en"],
    );
    check(name, json!("a\u{0}b"), &["missing-translation /entities/0/name", "forbidden-character /entities/0/name/en"]);
    check(name, json!("x\u{301}\u{302}\u{303}\u{304}\u{305}"), &["combining-marks /entities/0/name/en"]);
    check("/entities/0/summary", json!({ "en": "<b>x</b>", "zh-Hant": "x" }), &["markup /entities/0/summary/en"]);
    check(
        "/entities/0/summary",
        json!({ "en": "[x](javascript:y)", "zh-Hant": "a < b > c & d" }),
        &["markup /entities/0/summary/en"],
    );
    check(
        "/entities/0/summary",
        json!({ "en": "x".repeat(70_000), "zh-Hant": "x" }),
        &["missing-translation /entities/0/summary", "text-too-long /entities/0/summary/en"],
    );
    for marked in ["**b**", "# H", "a\n## H", "`b`", "_em_", "*em*", "[t](u)", "![t](u)"] {
        let summary = json!({ "en": marked, "zh-Hant": "x" });
        check("/entities/0/summary", summary, &["markup /entities/0/summary/en"]);
    }
    for plain in ["a lone *", "2 * 3 * 4", "#1", "a # b", "a_b", "a_b_c", "1889~", "`"] {
        check("/entities/0/summary", json!({ "en": plain, "zh-Hant": "x" }), &[]);
    }
    check(name, json!("x".repeat(201)), &["missing-translation /entities/0/name", "name-too-long /entities/0/name/en"]);
}

#[test]
fn what_is_expected_but_missing_costs_nothing() {
    check_without("/sources/0", "title", &["expected-field /sources/0"], 0);
    check_without("/stories/0", "title", &["expected-field /stories/0"], 0);
    check_without("/events/0", "title", &["expected-field /events/0"], 0);
    check_without("/events/0", "date", &["expected-field /events/0"], 0);
    check_without("/stages/0", "name", &["expected-field /stages/0"], 0);
    check_without("/site", "title", &["expected-field /site"], 0);
}

#[test]
fn missing_languages_and_wrong_tags_are_told() {
    check_without("/entities/0/name", "en", &["missing-translation /entities/0/name"], 0);
    check("/entities/0/name/cn", json!("北滩"), &["bad-language /entities/0/name/cn"]);
    check("/entities/0/name/zh-HK-x", json!("北灘"), &["bad-language /entities/0/name/zh-HK-x"]);
    check("/site/title/EN", json!("Northquay"), &["bad-language /site/title/EN"]);
    check("/site/title/jp", json!("北埗"), &["unshown-language /site/title/jp"]);
    check("/entities/0/name/yue", json!("北灘"), &["unshown-language /entities/0/name/yue"]);
    check("/site/title/zh-Hans", json!("北埗"), &["unshown-language /site/title/zh-Hans"]);
    check("/site/languages/-", json!("zh-HK-x"), &["bad-language /site/languages/2"]);
    check("/site/languages/-", json!("EN"), &["bad-language /site/languages/2"]);
    let doubled = check("/site/languages/-", json!("en"), &["duplicate-reference /site/languages/2"]);
    assert_eq!(doubled.catalog.map(|catalog| catalog.site.languages), Some(vec![Lang::En, Lang::ZhHant]));
    check("/site/languages", json!([]), &["expected-field /site/languages"]);
    check("/site/languages", json!("en"), &["wrong-type /site/languages"]);
    check_without("/site", "languages", &["expected-field /site"], 0);
    // Of a list that could not be read as a whole nobody knows which languages are not in it.
    let unread = loaded(&quay::with("/site/languages/1", json!("zh-Hamt-x")));
    assert_eq!(told(&unread), ["bad-language /site/languages/1"]);
    check("/sources/0/title/lang", json!("English"), &["bad-language /sources/0/title/lang"]);
}

#[test]
fn ids_are_well_formed_unique_and_clear() {
    let bad =
        check("/entities/1/id", json!("The Deep"), &["bad-id /entities/1/id", "dangling-reference /links/1/from"]);
    assert_eq!(
        bad.findings
            .iter()
            .find(|finding| finding.code == Code::BadId)
            .and_then(|finding| finding.suggestion.as_deref()),
        Some("the-deep")
    );
    let twice = check(
        "/entities/1/id",
        json!("north-bank"),
        &["duplicate-id /entities/1/id", "dangling-reference /links/1/from"],
    );
    assert_eq!(twice.set_aside, 2);
    check("/entities/1/id", json!("northbank"), &["confusable-id /entities/1/id", "dangling-reference /links/1/from"]);
    check("/entities/5/id", json!("__proto__"), &["bad-id /entities/5/id", "dangling-reference /links/4/from"]);
}

#[test]
fn references_to_nothing_are_told_with_what_was_meant() {
    let loaded = check("/links/0/to", json!("old-quya"), &["dangling-reference /links/0/to"]);
    let finding = loaded.findings.iter().find(|finding| finding.code == Code::DanglingReference);
    assert!(finding.is_some_and(|finding| finding.message(Lang::En).contains("the link north-bank → old-quya")));
    assert!(
        finding.is_some_and(|finding| finding.message(Lang::ZhHant).contains("（實體，見關係 north-bank → old-quya）"))
    );
    assert_eq!(finding.map(|finding| finding.hint(Lang::En)).as_deref(), Some("did you mean `old-quay`?"));
    assert_eq!(loaded.set_aside, 1);
    check("/entities/0/kind", json!("wather"), &["unknown-kind /entities/0/kind", "set-aside-reference /links/0/from"]);
    check("/entities/0/stage", json!("see"), &["unknown-stage /entities/0/stage"]);
    check("/links/0/kind", json!("land"), &["unknown-link-kind /links/0/kind"]);
    check("/links/0/sources/0", json!("lok"), &["dangling-reference /links/0/sources/0"]);
    check("/links/0/at", json!({ "lok": "p. 3" }), &["dangling-reference /links/0/at/lok"]);
    check("/entities/3/honours/0/at", json!({ "lok": "p. 3" }), &["dangling-reference /entities/3/honours/0/at/lok"]);
    check("/stories/0/steps/0/focus", json!("no"), &["dangling-reference /stories/0/steps/0/focus"]);
    check("/stories/0/steps/0/lens", json!("no"), &["dangling-reference /stories/0/steps/0/lens"]);
    check("/stories/0/related", json!(["no"]), &["dangling-reference /stories/0/related/0"]);
    check("/events/0/entities/0", json!("no"), &["dangling-reference /events/0/entities/0"]);
    check("/routes/0/stops/0/entity", json!("no"), &["dangling-reference /routes/0/stops/0/entity"]);
    check("/lenses/1/follow/0", json!("teaches"), &["unknown-link-kind /lenses/1/follow/0"]);
    check("/lenses/1/columns/1/entities/0", json!("no"), &["dangling-reference /lenses/1/columns/1/entities/0"]);
    check("/site/start/focus", json!("no"), &["dangling-reference /site/start/focus"]);
}

#[test]
fn links_must_make_sense() {
    check("/links/0/to", json!("north-bank"), &["self-link /links/0"]);
    check(
        "/links/-",
        json!({ "from": "deep", "to": "old-quay", "kind": "lands", "evidence": "typical", "sources": ["log"] }),
        &["duplicate-link /links/5"],
    );
    check(
        "/links/-",
        json!({ "from": "kipper", "to": "deep", "kind": "lands", "evidence": "unsourced" }),
        &["flow-cycle /links/1", "against-stage-order /links/5"],
    );
    check(
        "/links/-",
        json!({ "from": "ann", "to": "kipper", "kind": "lands", "evidence": "unsourced" }),
        &["flow-without-stage /links/5"],
    );
    let both = json!({ "from": "old-quay", "to": "deep", "kind": "lands", "evidence": "unsourced" });
    check("/links/-", both, &["flow-cycle /links/1", "contradiction /links/5", "against-stage-order /links/5"]);
    check("/links/0/sources", json!([]), &["missing-source /links/0"]);
    check("/links/0/evidence", json!("documeted"), &["unknown-word /links/0/evidence"]);
}

#[test]
fn dates_are_dates_and_run_forwards() {
    for wrong in [json!("c. 1890s"), json!(-5)] {
        check("/entities/2/since", wrong, &["bad-date /entities/2/since"]);
    }
    for wrong in [json!(0), json!(99_999), json!("2026-02-30")] {
        check("/entities/2/since", wrong, &["impossible-date /entities/2/since"]);
    }
    check("/entities/2/until", json!("1700"), &["dates-reversed /entities/2/until"]);
    check("/links/2/until", json!("1700"), &["dates-reversed /links/2/until"]);
    check("/entities/2/since", json!("1900/1800"), &["dates-reversed /entities/2/since"]);
    check("/entities/2/since", json!(1802), &[]);
}

#[test]
fn addresses_and_pictures_lead_nowhere_dangerous() {
    for wrong in [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "//evil.example",
        "https://user@evil.example",
        "https://a b",
        "ftp://x.y",
        "\\\\evil",
    ] {
        check("/sources/1/url", json!(wrong), &["bad-url /sources/1/url"]);
    }
    check("/site/contact", json!("mailto:a@b.example"), &[]);
    let capitals = check(
        "/entities/0/picture",
        json!({ "file": "pictures/x.SVG", "alt": { "en": "x", "zh-Hant": "x" } }),
        &["picture-path /entities/0/picture"],
    );
    let hint = capitals
        .findings
        .iter()
        .find_map(|finding| (finding.code == Code::PicturePath).then(|| finding.hint(Lang::En)));
    assert_eq!(hint.as_deref(), Some("did you mean `pictures/x.svg`?"));
    for wrong in ["../x.svg", "/x.svg", "https://e.x/x.svg", "x.html", "a b.svg", "a//b.svg"] {
        check(
            "/entities/0/picture",
            json!({ "file": wrong, "alt": { "en": "x", "zh-Hant": "x" } }),
            &["picture-path /entities/0/picture"],
        );
    }
}

#[test]
fn stories_and_routes_without_anything_in_them_are_set_aside() {
    assert_eq!(check("/stories/0/steps", json!([]), &["nothing-in-it /stories/0"]).set_aside, 1);
    assert_eq!(check("/routes/0/stops", json!([]), &["nothing-in-it /routes/0"]).set_aside, 1);
}

#[test]
fn empty_parts_and_a_bare_file_load() {
    for bare in [json!({ "format": 1 }), json!({ "format": 1, "entities": [], "links": [] })] {
        let loaded = loaded(&bare);
        assert_eq!(told(&loaded), ["nothing-to-show"], "an empty page has a reason");
        assert!(loaded.catalog.is_some_and(|catalog| !catalog.lenses.is_empty() && !catalog.site.languages.is_empty()));
    }
}

#[test]
fn notes_tell_what_is_unconnected_unsourced_weak_or_unused() {
    let notes = |loaded: &Loaded| -> Vec<String> {
        let notes = loaded.findings.iter().filter(|finding| finding.severity() == Severity::Information);
        notes.map(|finding| format!("{} {}", finding.code.word(), finding.place.path)).collect()
    };
    let told = notes(&loaded(&quay::whole()));
    for expected in ["weak-sources /entities/2/facts/1", "unsourced /links/4", "weak-sources /links/1"] {
        assert!(told.contains(&expected.to_owned()), "{expected} in {told:?}");
    }
    let lonely = json!({ "id": "rock", "kind": "water", "name": { "en": "Rock", "zh-Hant": "石" } });
    let mut file = quay::whole();
    file["entities"].as_array_mut().unwrap_or(&mut Vec::new()).push(lonely);
    file["sources"]
        .as_array_mut()
        .unwrap_or(&mut Vec::new())
        .push(json!({ "id": "idle", "title": { "text": "x", "lang": "en" } }));
    let told = notes(&loaded(&file));
    assert!(
        told.contains(&"unconnected /entities/6".to_owned())
            && told.contains(&"unused-source /sources/2/id".to_owned()),
        "{told:?}"
    );
}

#[test]
fn one_bad_record_in_a_thousand_costs_one_record() {
    let mut file = quay::whole();
    let entities: Vec<Value> = (0..1000)
        .map(|at| {
            let id = format!("n{at}");
            if at == 500 {
                json!({ "id": id, "kind": null })
            } else {
                json!({ "id": id, "kind": "water", "name": { "en": id, "zh-Hant": id } })
            }
        })
        .collect();
    file["entities"].as_array_mut().unwrap_or(&mut Vec::new()).extend(entities);
    let loaded = loaded(&file);
    assert_eq!(loaded.set_aside, 1);
    assert_eq!(loaded.catalog.map(|catalog| catalog.entities.len()), Some(1005));
    assert!(loaded.findings.iter().any(|finding| finding.place.path.starts_with("/entities/506")));
}

#[test]
fn any_single_corruption_of_the_small_district_leaves_an_answer() {
    // Every value in turn is replaced by each of these; whatever happens, loading ends with a catalog or a finding.
    let odd = [
        json!(null),
        json!([]),
        json!({}),
        json!(""),
        json!("\u{202e}"),
        json!(-1),
        json!(1e308),
        json!(true),
        json!([[[]]]),
    ];
    let mut pointers = Vec::new();
    let mut stack = vec![(String::new(), quay::whole())];
    while let Some((at, value)) = stack.pop() {
        let children: Vec<(String, Value)> = match value {
            Value::Object(members) => members.into_iter().collect(),
            Value::Array(items) => {
                items.into_iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect()
            }
            _ => Vec::new(),
        };
        for (key, child) in children {
            let pointer = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
            pointers.push(pointer.clone());
            stack.push((pointer, child));
        }
    }
    assert!(pointers.len() > 300);
    for pointer in pointers {
        for value in &odd {
            let mut file = quay::whole();
            if let Some(place) = file.pointer_mut(&pointer) {
                *place = value.clone();
            }
            let loaded = loaded(&file);
            assert!(loaded.catalog.is_some(), "{pointer} = {value}");
            let changed_nothing = quay::whole().pointer(&pointer) == Some(value);
            let harmless = loaded.findings.is_empty() || changed_nothing;
            assert!(!harmless || loaded.set_aside == 0, "{pointer} = {value}: what is set aside is told");
        }
    }
}

#[test]
fn a_cut_off_file_is_named_wherever_it_is_cut() {
    let text = quay::whole().to_string();
    for (cut, _) in text.char_indices().step_by(37).skip(1) {
        let loaded = load(&text.as_bytes()[..cut]);
        assert!(loaded.catalog.is_none());
        assert_eq!(loaded.findings.last().map(|finding| finding.code), Some(Code::CutOff), "cut at {cut}");
    }
}

#[test]
fn messages_speak_three_languages_and_positions_count_characters() {
    let text = "{\r\n  \"format\": 1,\r\n  \"site\": { \"title\": { \"en\": \"港口\", \"xx_\": \"a\" } }\r\n}";
    let loaded = load(text.as_bytes());
    let finding = loaded
        .findings
        .iter()
        .find(|finding| finding.code == Code::UnknownField)
        .unwrap_or_else(|| panic!("{:?}", loaded.findings));
    assert_eq!((finding.place.line, finding.place.column), (3, 36));
    let messages: Vec<String> = Lang::ALL.into_iter().map(|lang| finding.message(lang)).collect();
    assert!(
        messages[0].contains("字段") && messages[1].contains("欄位") && messages[2].contains("field"),
        "{messages:?}"
    );
}

#[test]
fn an_item_or_a_place_that_says_nothing_is_told() {
    let file = r#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "house", "name": { "en": "House" } }],
        "entities": [{ "id": "a", "kind": "house", "name": { "en": "A" }, "place": {} }],
        "plates": [{ "id": "p", "title": { "en": "P" }, "sections": [
            { "id": "s", "title": { "en": "S" }, "form": "text", "evidence": "unsourced", "items": [{}, { "text": { "en": "x" } }] }
        ] }] }"#;
    let loaded = taste::load::load(file.as_bytes());
    let told: Vec<(&str, &str)> = loaded
        .findings
        .iter()
        .map(|finding| (finding.code.word(), finding.place.path.as_str()))
        .filter(|(code, _)| ["nothing-in-it", "expected-field"].contains(code))
        .collect();
    assert_eq!(told, [("expected-field", "/entities/0/place"), ("nothing-in-it", "/plates/0/sections/0/items/0")]);
    assert_eq!(loaded.set_aside, 1);
    assert_eq!(loaded.catalog.map(|catalog| catalog.plates[0].sections[0].items.len()), Some(1));
}
