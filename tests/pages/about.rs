//! What this is and is not, licences, and every source with what it is and what rests on it.

use serde_json::json;

use super::stand::{changed, page, said, ways};

#[tokio::test]
async fn about_tells_all_of_what_this_is_and_every_licence() {
    let library = changed(|file| {
        let paragraph = |said: &str| json!({ "en": said });
        file["site"]["about"] = json!([paragraph("What it is."), paragraph("What it is not.")]);
        file["site"]["readings"] = paragraph("Of readings.");
    });
    let document = page(&library, "en/about").await;
    let told = said(&document, "main p");
    assert_eq!(told[..3], ["What it is.", "What it is not.", "Of readings."]);
    for sentence in ["The program: MIT or Apache License 2.0, at your choice.", "The data: Public domain."] {
        assert!(told.iter().any(|said| said == sentence), "{sentence} in {told:?}");
    }
    assert!(ways(&document, "main a").contains(&"NOTICES.txt".to_owned()));
}

#[tokio::test]
async fn each_source_says_what_it_is_and_names_all_that_rests_on_it() {
    let library = changed(|file| {
        file["sources"][0]["date"] = "1903".into();
        file["sources"][0]["note"] = json!({ "en": "Torn." });
        file["events"][0]["entities"] = json!(["north-bank"]);
        file["links"] = json!([{ "from": "deep", "to": "old-quay", "kind": "lands", "evidence": "documented", "sources": ["log"] }]);
        file["entities"][2].as_object_mut().expect("an object").remove("facts");
        file["stories"] = json!([]);
    });
    let document = page(&library, "en/about").await;
    let log = said(&document, "#source-log");
    assert!(log[0].starts_with("Harbour log (no address on record) Harbour office official 1903 Torn."), "{log:?}");
    // A date and an honour of the smokehouse, the link, the event, the walk, and of the plate itself, its sections and its items.
    assert_eq!(said(&document, "#source-log summary"), ["11 statements resting on it"]);
    assert_eq!(said(&document, "#source-log details li"), ["Smokehouse", "The Deep", "Old Quay", "North Bank"]);
    assert_eq!(said(&document, "#source-talk .sources__by em"), ["blog"]);
}
