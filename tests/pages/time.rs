//! The timeline: what is drawn and what is told of each moment, by theme and by span.

use serde_json::{Value, json};
use taste::ui::context::Library;

use super::stand::{all, library_of, page, said, ways};

fn event(id: &str, date: Value, theme: &str) -> Value {
    let entities: &[&str] = if id == "sure" { &["inn"] } else { &[] };
    json!({ "id": id, "date": date, "title": { "en": id }, "theme": theme, "entities": entities, "evidence": "documented", "sources": ["s"] })
}

/// Events of two themes in two centuries: of a year, about one, of a decade, of rival years; and an inn that began.
fn moments() -> Library {
    let mut sure = event("sure", json!("1800"), "food");
    sure["text"] = json!({ "en": "More of it." });
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "themes": [{ "id": "food", "name": { "en": "Food" } }, { "id": "trade", "name": { "en": "Trade" } }],
        "sources": [{ "id": "s", "title": { "en": "The source" }, "url": null }],
        "entities": [{ "id": "inn", "kind": "k", "name": { "en": "Inn" }, "since": "1850" }],
        "events": [
            sure,
            event("about", json!("1899~"), "trade"),
            event("decade", json!("190X"), "trade"),
            event("rival", json!({ "date": "1910", "or": [{ "date": "1912" }], "sources": ["s"] }), "food"),
        ],
    });
    library_of(file.to_string().as_bytes())
}

/// What happened, and when.
async fn told(library: &Library, query: &str) -> Vec<String> {
    let document = page(library, &format!("en/time{query}")).await;
    let (when, what) = (said(&document, ".moment__when"), said(&document, ".moment__what"));
    when.iter().zip(&what).map(|(when, what)| format!("{when}: {what}")).collect()
}

const ALL: [&str; 5] = ["1800: sure", "1850: Begins", "about 1899: about", "1900s: decade", "1910, or 1912: rival"];

#[tokio::test]
async fn moments_stand_in_the_order_of_time_under_their_centuries_and_a_disputed_one_has_both_datings() {
    let library = moments();
    assert_eq!(told(&library, "").await, ALL);
    let document = page(&library, "en/time").await;
    assert_eq!(said(&document, ".time__list h2"), ["19th century", "20th century"]);
    assert_eq!(said(&document, "main > [role=status]"), ["5 of 5 shown"]);
}

#[tokio::test]
async fn a_theme_and_a_span_leave_what_belongs_to_them() {
    let library = moments();
    for (query, shown, count) in [
        ("?topic=food", vec![ALL[0], ALL[4]], "2 of 2 shown"),
        ("?topic=trade", vec![ALL[2], ALL[3]], "2 of 2 shown"),
        ("?from=1800&to=1899", ALL[..3].to_vec(), "3 of 5 shown"),
        // A span ends with its last year and begins with its first.
        ("?from=1801&to=1850", vec![ALL[1]], "1 of 5 shown"),
        ("?from=1851&to=1898", vec![], "0 of 5 shown"),
        ("?from=1910&to=1910", vec![ALL[4]], "1 of 5 shown"),
        ("?from=1909&to=1909", vec![ALL[3]], "1 of 5 shown"),
        ("?from=1900", ALL[3..].to_vec(), "2 of 5 shown"),
    ] {
        assert_eq!(told(&library, query).await, shown, "{query}");
        let document = page(&library, &format!("en/time{query}")).await;
        assert_eq!(said(&document, "main > [role=status]"), [count], "{query}");
    }
}

#[tokio::test]
async fn a_moment_tells_more_leads_to_whom_it_concerns_and_names_what_it_rests_on() {
    let library = moments();
    let document = page(&library, "en/time").await;
    assert_eq!(said(&document, ".moment")[0], "1800 sure More of it. Inn documented The source");
    assert_eq!(ways(&document, ".moment:first-child a")[0], "en/entity/inn");
}

#[tokio::test]
async fn what_is_drawn_is_open_about_a_year_a_bar_over_several_and_broken_between_rivals_in_the_lane_of_its_theme() {
    let library = moments();
    let document = page(&library, "en/time").await;
    assert_eq!(said(&document, ".axis__name"), ["Food", "Trade", "Beginnings, honours"]);
    let count = |selector: &str| all(&document, selector).len();
    assert_eq!(
        count(".axis__mark:not(.axis__mark--rough)"),
        3,
        "sure, the beginning, and the rival as it is told first"
    );
    assert_eq!((count(".axis__mark--rough"), count(".axis__span")), (2, 1), "about, the other dating; the decade");
    assert_eq!(count(".axis .e-disputed"), 1, "between the two");
    // How far down each mark stands: those of one theme as far, each theme elsewhere.
    let lane = |class: &str| -> Vec<String> {
        let marks = all(&document, &format!(".axis g.{class} > .axis__mark, .axis g.{class} > .axis__span"));
        let down = marks.iter().filter_map(|mark| mark.attr("d")?.split([' ', 'l', 'H']).nth(1));
        down.map(str::to_owned).collect()
    };
    let lanes = ["g1", "g2", "g0"].map(lane);
    assert_eq!(lanes.each_ref().map(Vec::len), [2, 2, 1]);
    assert!(lanes[0][0] == lanes[0][1] && lanes[1][0] == lanes[1][1], "{lanes:?}");
    assert!(lanes[0][0] != lanes[1][0] && lanes[1][0] != lanes[2][0], "{lanes:?}");
}
