//! Every code of the checker has an example here, and says in every language what is wrong and what to do.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::{Value, json};
use taste::{
    check::{Code, Finding, Place, pictures},
    load::{limits, load, too_large},
    model::Lang,
};

/// What is found in the small district with one value changed.
fn changed(pointer: &str, value: Value) -> Vec<Finding> {
    load(quay::with(pointer, value).to_string().as_bytes()).findings
}

/// What is found in a text.
fn told(text: &str) -> Vec<Finding> {
    load(text.as_bytes()).findings
}

/// What is said by those who look for a file, and what is too costly to make.
fn of_a_file() -> Vec<Finding> {
    let said = |code, arguments: &[&str]| Finding {
        code,
        place: Place::default(),
        arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
        suggestion: None,
    };
    let place = Place::default();
    let drawing = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"art\">{inside}</g></svg>");
    let judged = |bytes: &[u8]| pictures::judge("a.svg", &place, bytes);
    // A picture that moves: two empty pieces, the name of the first says so.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\0acTL\0\0\0\0\0\0\0\0IEND\0\0\0\0";
    [
        said(Code::FileNotFound, &["no/such.json"]),
        said(Code::IsAFolder, &["no/such"]),
        said(Code::FileUnreadable, &["no/such.json", "no rights"]),
        said(Code::PictureMissing, &["pictures/a.svg"]),
        // These take a file of hundreds of megabytes, or many entities along a street; `tests/positions.rs` has those.
        said(Code::TooManyValues, &["16000000"]),
        said(Code::WrongDatum, &["a", "b", "GCJ-02"]),
        said(Code::MapDatum, &["a", "GCJ-02"]),
        said(Code::OffTheMap, &["a", "120"]),
        said(Code::NotDrawn, &["a", "7"]),
        said(Code::UnknownStreet, &["a"]),
    ]
    .into_iter()
    .chain(too_large(limits::BYTES as u64 + 1))
    .chain(judged(drawing("<script/>").as_bytes()))
    .chain(judged(b"GIF89a"))
    .chain(pictures::judge("a.png", &place, &png[..12]))
    .chain(judged(drawing(&" ".repeat(20_000)).as_bytes()))
    .chain(pictures::judge("a.png", &place, png))
    .collect()
}

/// Broken texts, one after another.
fn of_texts() -> Vec<Finding> {
    let records = format!("{{\"entities\": [{}]}}", vec!["0"; limits::ENTITIES + 1].join(","));
    let faults = format!("{{\"entities\": [{}]}}", vec!["0"; limits::FINDINGS + 1].join(","));
    let unknown: Vec<String> = (0..=limits::FINDINGS).map(|at| format!(",\"x{at}\": 0")).collect();
    let facts = vec![r#"{"text": {"en": "x"}, "evidence": "unsourced"}"#; limits::FINDINGS + 1].join(",");
    let notes = format!(
        r#"{{"format": 1, "kinds": [{{"id": "k"}}], "entities": [{{"id": "e", "kind": "k", "name": {{"en": "E"}}, "facts": [{facts}]}}]}}"#
    );
    let texts = [
        "",
        "\u{1f}\u{8b}",
        "<html>",
        "\u{feff}{}",
        "[]",
        "{}",
        "{\"Entities\": []}",
        "{\"a\": [",
        "const x = {}",
        "<<<<<<< HEAD\n{}",
        &format!("{{\"{}\": 1}}", "x".repeat(limits::KEY + 1)),
        "{\"a\": what}",
        "{\"a\": 1,}",
        "{\"a\": 1 \"b\": 2}",
        "{\"a\" 1}",
        "{a: 1}",
        "{} // x",
        "{'a': 1}",
        "{\"a\"：1}",
        "{\"a\": \"\n\"}",
        "{\"a\": \"x\n}",
        "{\"a\": x\"\n}",
        "{\"a\":\u{a0}1}",
        "{\"a\": \"x\"y\"\n}",
        "{\"a\": \"\\q\"}",
        "{\"a\": \"\\ud800\"}",
        "{\"a\": 01}",
        "{} {}",
        "{\"a\": [1}",
        "{\"a\": \"x\", \"y\"]}",
        "{\"a\": [{\"b\": 1}, \"c\": 2}]}",
        "{\"a\": 1, \"a\": 2}",
        &records,
        &faults,
        &format!("{{\"format\": 1{}}}", unknown.concat()),
        &notes,
        &"[".repeat(limits::NESTING + 1),
    ];
    let mut found: Vec<Finding> = texts.iter().flat_map(|text| told(text)).collect();
    found.extend(load(b"\x1f\x8b\x08\0").findings);
    found.extend(load(b"{\"\xC3\xFB\": 1}").findings);
    found.extend(load(&["{\"泮塘五秀馬蹄糕泮塘五秀\": \"".as_bytes(), b"\xFF\"}"].concat()).findings);
    found.extend(told(&"{\"泮塘五秀馬蹄糕泮塘五秀\": 1}".bytes().map(char::from).collect::<String>()));
    found
}

/// The small district, broken in one place after another.
fn of_records() -> Vec<Finding> {
    let both = |text: &str| json!({ "en": text, "zh-Hant": text });
    let link = |from: &str, to: &str| json!({ "from": from, "to": to, "kind": "lands", "evidence": "unsourced" });
    let picture = |file: &str, alt: &str| json!({ "file": file, "alt": both(alt) });
    [
        ("/format", json!(2)),
        ("/entities/0/rank", json!("first")),
        ("/entities/0/rank", json!(1.0)),
        ("/entities/0/rank", json!(-1)),
        ("/entities/4", json!({ "id": "kipper" })),
        ("/events/0/title", Value::Null),
        ("/site/languages", json!([])),
        ("/entities/0/sinse", json!(1)),
        ("/links/0/evidence", json!("documeted")),
        ("/entities/0/name/en", json!(" ")),
        ("/entities/0/summary", both(&"x".repeat(limits::TEXT + 1))),
        ("/entities/0/name/en", json!("x".repeat(limits::NAME + 1))),
        ("/entities/0/name/en", json!("a\u{202e}b")),
        ("/entities/0/name/en", json!("x\u{301}\u{302}\u{303}\u{304}\u{305}")),
        ("/entities/0/summary", both("**b**")),
        ("/entities/2/place/lat", json!(113.2)),
        ("/entities/2/place", json!({ "lat": 113.2, "lon": 23.1 })),
        ("/entities/2/place/lat", json!(12.0)),
        ("/entities/0/id", json!("North Bank")),
        ("/entities/2/planned", json!(true)),
        ("/entities/2/since", json!("soon")),
        ("/entities/2/since", json!("1889-02-30")),
        ("/site/languages", json!(["fr"])),
        ("/entities/2/since", json!("1900/1800")),
        ("/entities/2/planned", json!(true)),
        ("/site/title/cn", json!("x")),
        ("/site/title/yue", json!("x")),
        ("/site/title", json!({ "en": "x" })),
        ("/sources/0/url", json!("javascript:x")),
        ("/site/contact", json!("http://quay.example/write")),
        ("/linkKinds/0/upstream", json!("to")),
        ("/linkKinds/0/id", json!("land")),
        ("/entities/1/id", json!("north-bank")),
        ("/entities/1/id", json!("northbank")),
        ("/entities/0/kind", json!("none")),
        ("/entities/0/stage", json!("none")),
        ("/links/0/kind", json!("none")),
        ("/links/0/to", json!("none")),
        ("/links/0/sources", json!(["log", "log"])),
        ("/links/-", link("deep", "deep")),
        ("/links/-", json!({ "id": "rock", "kind": "water", "name": both("Rock") })),
        ("/links/0/sources", json!([])),
        ("/links/-", link("deep", "old-quay")),
        ("/stories/0/steps", json!([])),
        ("/links/-", link("old-quay", "deep")),
        ("/links/-", link("ann", "kipper")),
        ("/entities/0/picture", picture("pictures/x.svg", "x")),
        ("/entities/0/picture", picture("../x.svg", "y")),
        ("/map/bounds/south", json!(60)),
        ("/entities/-", json!({ "id": "rock", "kind": "water", "name": both("Rock") })),
        ("/sources/-", json!({ "id": "idle", "title": both("Idle") })),
    ]
    .into_iter()
    .flat_map(|(pointer, value)| changed(pointer, value))
    .collect()
}

#[test]
fn every_code_has_an_example_that_says_in_every_language_what_is_wrong_and_what_to_do() {
    let found: Vec<Finding> = [of_a_file(), of_texts(), of_records()].concat();
    for code in Code::ALL {
        let example = found.iter().find(|finding| finding.code == *code);
        let example = example.unwrap_or_else(|| panic!("{} has no example", code.word()));
        for lang in Lang::ALL {
            let mut bare = example.clone();
            bare.suggestion = None;
            for (what, said) in [
                ("message", example.message(lang)),
                ("hint", example.hint(lang)),
                ("hint without a near match", bare.hint(lang)),
            ] {
                assert!(!said.trim().is_empty(), "the {what} of {} in {}", code.word(), lang.tag());
                let left = (0..9).any(|place| said.contains(&format!("{{{place}")));
                assert!(!left && !said.contains('@'), "the {what} of {} in {}: {said}", code.word(), lang.tag());
                if lang != Lang::En {
                    let chinese = said.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                    assert!(chinese, "the {what} of {} in {}: {said}", code.word(), lang.tag());
                }
            }
            assert_ne!(example.message(lang), example.hint(lang), "{}", code.word());
        }
    }
}

/// The hint of the first finding with this code.
fn hint(found: &[Finding], code: Code) -> String {
    let finding = found.iter().find(|finding| finding.code == code);
    finding.map_or_else(|| panic!("{found:?}"), |finding| finding.hint(Lang::En))
}

#[test]
fn hints_say_how_it_is_written_rightly() {
    let both = |text: &str| json!({ "en": text, "zh-Hant": text });
    for (pointer, value, code, said) in [
        ("/entities/2/facts", json!({}), Code::WrongType, "write it like this: […, …]"),
        ("/entities/0/name", json!("x"), Code::WrongType, "\"zh-Hant\": \"…\""),
        ("/entities/2/since", json!([]), Code::WrongType, "\"1889-05-12\""),
        ("/map/shapes/0/points/0", json!([1]), Code::WrongType, "[23.5, 113.5]"),
        ("/links/0/evidence", json!("sure"), Code::UnknownWord, "write one of: documented, typical, legend"),
        (
            "/links/0/evidence",
            json!("documeted"),
            Code::UnknownWord,
            "did you mean `documented`? write one of: documented",
        ),
        ("/sources/1/url", json!("ftp://x.y"), Code::BadUrl, "https://, http:// or mailto:"),
        ("/entities/2/place/lat", json!(223), Code::NumberRange, "write a number in this range: -90 … 90"),
        ("/format", json!(0), Code::NumberRange, "did you mean `1`?"),
        ("/format", json!("1"), Code::WrongType, "did you mean `1`?"),
        ("/format", json!("one"), Code::WrongType, "write it like this: 1"),
        ("/stages/0/colour", json!(" 7"), Code::WrongType, "did you mean `7`?"),
        ("/entities/2/planned", json!("true"), Code::WrongType, "did you mean `true`?"),
        ("/entities/2/place/number", json!(7), Code::WrongType, "did you mean `\"7\"`?"),
        ("/links/0/sources/0", json!("log, talk"), Code::BadId, "did you mean `\"log\", \"talk\"`?"),
        ("/links/0/sources/0", json!("https://x.example/Y"), Code::BadId, "write it in pinyin or English"),
        ("/links/0/sources/0", json!("Log"), Code::BadId, "did you mean `log`?"),
        ("/entities/0/kind", json!("水域"), Code::BadId, "did you mean `water`?"),
        ("/entities/0/stage", json!("海"), Code::BadId, "did you mean `sea`?"),
        ("/links/0/to", json!("燻鯡魚"), Code::BadId, "did you mean `kipper`?"),
        ("/links/0/to", json!("Old Quay"), Code::BadId, "did you mean `old-quay`?"),
        ("/links/0/to", json!("Nowhere Else"), Code::BadId, "write it in pinyin or English"),
        ("/entities/2/since", json!("2022年5月12日"), Code::BadDate, "did you mean `2022-05-12`?"),
        ("/entities/2/since", json!(202), Code::BadDate, "did you mean `\"0202\"`?"),
        ("/entities/0/description", both("x"), Code::UnknownField, "did you mean `summary`?"),
        ("/sources/0/name", both("x"), Code::UnknownField, "the schema lists the fields"),
        ("/entities/3/place/lng", json!(1), Code::UnknownField, "did you mean `lon`?"),
        ("/entities/3/place/latitude", json!(1), Code::UnknownField, "did you mean `lat`?"),
        ("/entities/0/id", json!("The  Old_Quay!"), Code::BadId, "did you mean `the-old-quay`?"),
        ("/entities/0/id", json!("Mǎtígāo"), Code::BadId, "did you mean `matigao`?"),
        ("/entities/0/id", json!("oldQuay２"), Code::BadId, "did you mean `old-quay2`?"),
        ("/entities/0/id", json!("馬蹄糕"), Code::BadId, "write it in pinyin or English, such as old-quay"),
        ("/site/title/EN", json!("x"), Code::BadLanguage, "did you mean `en`?"),
        ("/site/title/zh-HK-x", json!("x"), Code::BadLanguage, "did you mean `zh-Hant`?"),
        ("/site/languages/1", json!("zh-hant"), Code::BadLanguage, "did you mean `zh-Hant`?"),
        ("/site/title/en-AU", json!("x"), Code::UnshownLanguage, "did you mean `en`?"),
        ("/site/title/yue", json!("x"), Code::UnshownLanguage, "name it under site.languages"),
    ] {
        let found = hint(&changed(pointer, value.clone()), code);
        assert!(found.contains(said), "{pointer} {value}: {found}");
    }
}
