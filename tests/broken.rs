//! A file that is no JSON any more is read as far as what was meant is plain, so that one run tells all that is wrong with it.

#[path = "districts/quay.rs"]
mod quay;

use serde_json::json;
use taste::{
    check::Severity,
    load::{Loaded, load},
};

/// `code path` of every finding but for notes.
fn told(loaded: &Loaded) -> Vec<String> {
    let wrong = loaded.findings.iter().filter(|finding| finding.severity() != Severity::Information);
    wrong.map(|finding| format!("{} {}", finding.code.word(), finding.place.path).trim_end().to_owned()).collect()
}

#[test]
fn an_open_text_or_a_missing_bracket_hides_nothing_that_is_wrong_further_on() {
    let file = quay::with("/links/0/to", json!("old-quya"));
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    let broken = |changes: &[(&str, &str)]| {
        let mut text = text.clone();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let loaded = load(text.as_bytes());
        assert!(loaded.catalog.is_none(), "it is not JSON");
        let mut told = told(&loaded);
        told.retain(|told| told != "dangling-reference /links/0/to");
        assert_eq!(told.len() + 1, self::told(&loaded).len(), "what is wrong further on is told: {told:?}");
        told
    };
    let entity = "\"id\": \"north-bank\",";
    let link = "\"to\": \"old-quya\",";
    let open = "\"id\": \"north-bank,";
    assert_eq!(broken(&[(entity, open)]), ["open-text /entities/0"]);
    assert_eq!(broken(&[(entity, open), ("\"kind\": \"lands\",", "\"kind\": \"lands,")]).len(), 2);
    let last = text.find("\"links\"").unwrap_or_default();
    let before = text[..last].rfind(']').unwrap_or_default();
    let cut = [&text[..before], &text[before + 2..]].concat();
    assert_eq!(told(&load(cut.as_bytes())).len(), 3, "the missing bracket, its comma, and the reference");
    assert!(broken(&[(link, &[link, " // x"].concat())])[0].starts_with("comment"));
}
