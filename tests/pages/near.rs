//! Where nothing stands, what is near is proposed; and what is not on a map is said to be elsewhere.

use scraper::ElementRef;

use super::stand::{DISTRICT, XIGUAN, all, changed, library, page};

/// Where the links of a selector lead.
fn ways(document: &scraper::Html, selector: &str) -> Vec<String> {
    all(document, selector).iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_page_an_entity_or_a_story_near_an_address_that_is_none_is_proposed() {
    let library = library(XIGUAN);
    for (path, first) in [
        ("en/storis", "en/stories"),
        ("en/abuot", "en/about"),
        ("en/chian", "en/chain"),
        ("en/chain/abc", "en/chain"),
        ("en/story/pond-cake/abc", "en/story/pond-cake/1"),
        ("en/story/pond-cake/1/2", "en/story/pond-cake/1"),
        ("en/entity/%E9%99%88%E6%B7%BB%E8%AE%B0", "en/entity/chen-tian-ji"),
        ("en/entity/陳添記", "en/entity/chen-tian-ji"),
        ("zh-Hant/陈添记", "zh-Hant/entity/chen-tian-ji"),
        ("en/entity/chen-tianji", "en/entity/chen-tian-ji"),
    ] {
        let near = ways(&page(&library, path).await, ".near a");
        assert_eq!(near.first().map(String::as_str), Some(first), "{path}");
    }
    let none = ways(&page(&library, "en/qqqqqqqq").await, ".near a");
    assert!(none.is_empty(), "{none:?}");
}

#[tokio::test]
async fn a_focus_that_the_lens_does_not_hold_is_said_to_be_elsewhere_with_the_way_there() {
    let library = library(DISTRICT);
    for (path, said, way) in [
        ("en/chain?lens=masters&focus=kipper", "Kipper is not on this map; see Fish chain", "en/chain?focus=kipper"),
        ("zh-Hant/chain?lens=masters&focus=kipper", "這張圖上沒有「燻鯡魚」，可看：魚鏈", "zh-Hant/chain?focus=kipper"),
    ] {
        let document = page(&library, path).await;
        let notes = all(&document, ".chain__absent[role=status]");
        let texts: Vec<String> = notes.iter().map(|note| note.text().collect()).collect();
        assert_eq!(texts, [said], "{path}");
        assert_eq!(ways(&document, ".chain__absent a"), [way], "{path}");
    }
    for path in ["en/chain?focus=kipper", "en/chain?lens=masters&focus=smokehouse", "en/chain?lens=masters"] {
        assert!(all(&page(&library, path).await, ".chain__absent").is_empty(), "{path}");
    }
    // In no lens at all: its own page tells of it.
    let alone = changed(|file| drop(file["lenses"].as_array_mut().and_then(Vec::pop)));
    assert_eq!(ways(&page(&alone, "en/chain?focus=ann").await, ".chain__absent a"), ["en/entity/ann"]);
}

#[tokio::test]
async fn chinese_signs_in_an_english_page_say_their_language_and_the_words_of_a_row_are_parted() {
    let library = library(XIGUAN);
    for path in ["en/chain?view=list", "en/entity/ma-ti", "en/chain?focus=ma-ti", "en/chain?lens=governance&view=list"]
    {
        let document = page(&library, path).await;
        for element in all(&document, "main b") {
            let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            for part in element.descendants() {
                let Some(text) = part.value().as_text() else { continue };
                let tagged = part.ancestors().filter_map(ElementRef::wrap).find_map(|above| above.value().attr("lang"));
                let is_told = tagged.is_some_and(|lang| lang.starts_with("zh"));
                assert!(is_told || !text.chars().any(is_han), "{path}: {}", element.html());
            }
        }
    }
    let document = page(&library, "en/chain?view=list").await;
    for tag in all(&document, "td li .tag") {
        let row = tag.parent().and_then(ElementRef::wrap).map(|row| row.text().collect::<String>());
        let word = tag.text().collect::<String>();
        assert!(row.as_deref().is_some_and(|row| row.contains(&format!(" {word}"))), "{row:?}");
    }
}
