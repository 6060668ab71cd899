//! Records that are set aside are counted, what is named twice is told and kept once, and what a record does not say it takes from
//! the record around it.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::{Value, json};
use taste::{
    check::Code,
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
    let step = |focus: &str| json!({ "text": { "en": format!("Of {focus}") }, "focus": focus, "up": "all" });
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
    assert_eq!(told(&["kipper", "nobody"]), (0, vec!["Of kipper on kipper 9".into(), "Of nobody on kipper 0".into()]));
    assert_eq!(told(&["nobody", "deep"]), (0, vec!["Of nobody on deep 0".into(), "Of deep on deep 9".into()]));
    let lost = changed("/stories/0/steps", json!([step("nobody"), step("nothing")]));
    assert_eq!(lost.set_aside, 1, "a story of nothing is set aside");
    assert!(catalog(lost).stories.is_empty());
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
        let expected = format!("the end is before the beginning: {start} {end}");
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
