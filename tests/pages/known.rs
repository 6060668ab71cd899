//! What is not known, or could not be understood, is said on the page and not passed over.

use scraper::{ElementRef, Html as Document};
use serde_json::json;

use super::stand::{all, changed, page};

fn texts(document: &Document, selector: &str) -> Vec<String> {
    let said = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    all(document, selector).into_iter().map(said).collect()
}

#[tokio::test]
async fn an_honour_without_a_year_or_a_giver_says_so_where_it_is_told_in_full() {
    let library = changed(|file| {
        file["entities"][3]["honours"] = json!([
            { "name": { "en": "Cup" }, "evidence": "unsourced" },
            { "name": { "en": "Bowl" }, "date": "1880", "grantor": { "en": "The Guild" }, "evidence": "unsourced" },
            { "name": { "en": "Fork" }, "date": "1899", "evidence": "unsourced" },
        ]);
    });
    let full =
        ["Cup year not on record, grantor not on record", "Bowl 1880 The Guild", "Fork 1899 grantor not on record"];
    assert_eq!(texts(&page(&library, "en/entity/smokehouse").await, ".badges .badge"), full);
    assert_eq!(texts(&page(&library, "en/chain?focus=smokehouse").await, ".badges .badge"), full, "in the panel too");
    let short = texts(&page(&library, "en/chain?view=list").await, ".seals .badge");
    assert_eq!(short, ["Bowl 1880 The Guild", "Fork 1899", "Cup"], "a row of a list is short");
}

#[tokio::test]
async fn whoever_shares_a_page_can_copy_its_link_as_well() {
    let library = changed(|_| {});
    for (lang, copy) in [("en", "Copy link"), ("zh-Hant", "複製連結")] {
        let document = page(&library, &format!("{lang}/entity/smokehouse")).await;
        assert_eq!(texts(&document, ".share-link button").get(1).map(String::as_str), Some(copy));
    }
}

#[tokio::test]
async fn about_says_where_a_correction_goes_or_that_the_file_names_no_address() {
    let none = "The file names no address for corrections; tell whoever publishes this site.";
    for (contact, link) in [
        (Some("mailto:desk@example.org"), true),
        (Some("https://example.org/desk"), true),
        (Some("http://example.org/desk"), false),
        (Some("javascript:alert(1)"), false),
        (None, false),
    ] {
        let library = changed(|file| match contact {
            Some(contact) => file["site"]["contact"] = contact.into(),
            None => drop(file["site"].as_object_mut().and_then(|site| site.remove("contact"))),
        });
        let document = page(&library, "en/about").await;
        let hrefs: Vec<_> = all(&document, "main a.btn").iter().filter_map(|link| link.value().attr("href")).collect();
        assert_eq!(hrefs.contains(&contact.unwrap_or_default()), link, "{contact:?}");
        assert_eq!(texts(&document, "main p").iter().any(|said| said == none), !link, "{contact:?}");
    }
}
