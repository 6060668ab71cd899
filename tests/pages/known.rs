//! What is not known, or could not be understood, is said on the page and not passed over.

use std::rc::Rc;

use scraper::{ElementRef, Html as Document};
use serde_json::json;
use taste::{
    model::Lang,
    ui::{
        app::Failure,
        pages::failed::{broken, failed},
    },
    view::Address,
};
use yew::{LocalServerRenderer, prelude::*};

use super::stand::{all, changed, library_of, page};

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
        assert_eq!(texts(&document, ".share-link button").last().map(String::as_str), Some(copy));
    }
}

#[tokio::test]
async fn about_says_where_a_correction_goes_or_that_the_file_names_no_address() {
    // What others could read along the way is told, and leads nowhere.
    let told = "Send a correction: http://example.org/desk";
    let none = "The file names no address for corrections; tell whoever publishes this site.";
    for (contact, link) in [
        (Some("mailto:desk@example.org"), true),
        (Some("https://example.org/desk"), true),
        (Some("http://example.org/desk"), false),
        // The checker says of this one that it is no address.
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
        let says = |sentence: &str| texts(&document, "main p").iter().any(|said| said == sentence);
        let plain = contact.is_some_and(|contact| contact.starts_with("http:"));
        assert_eq!((says(told), says(none)), (plain, !link && !plain), "{contact:?}");
        assert_eq!(all(&document, "main [href^='http:']").len(), 0, "{contact:?}");
    }
}

#[tokio::test]
async fn events_of_no_known_year_stand_at_the_end_of_the_timeline_and_in_no_span_of_years() {
    let library = changed(|file| {
        let event = json!({ "id": "e", "title": { "en": "The tower fell" }, "entities": ["smokehouse"], "theme": "trade", "evidence": "unsourced" });
        file["events"].as_array_mut().expect("a list").push(event);
    });
    let undated = ".time__list--undated";
    for (query, shown) in
        [("", true), ("?topic=trade", true), ("?topic=building", false), ("?from=1800&to=1899", false)]
    {
        let document = page(&library, &format!("en/time{query}")).await;
        let told = if shown { vec!["The tower fell"] } else { vec![] };
        assert_eq!(texts(&document, &format!("{undated} .moment__what")), told, "{query}");
    }
    let document = page(&library, "en/time").await;
    assert_eq!(texts(&document, &format!("{undated} h2")), ["Without a year on record"]);
    assert_eq!(texts(&document, ".time__list h2").last().map(String::as_str), Some("Without a year on record"));
    // It leads to whom it concerns, and to the story about that.
    let ways: Vec<_> = all(&document, &format!("{undated} a"))
        .iter()
        .filter_map(|link| link.value().attr("href"))
        .map(str::to_owned)
        .collect();
    assert_eq!(ways, ["en/entity/smokehouse", "en/story/smoke/2"]);
}

#[tokio::test]
async fn what_of_an_address_was_not_understood_is_said_with_what_is_shown_and_what_was_probably_meant() {
    let library = changed(|_| {});
    for (path, said, way) in [
        (
            "en/chain?lens=master",
            "lens=master: not known; shown is Fish chain. Perhaps you meant: Masters",
            "en/chain?lens=masters",
        ),
        ("en/chain?lens=qqqqq", "lens=qqqqq: not known; shown is Fish chain.", ""),
        (
            "en/chain?view=lsit&theme=dark",
            "view=lsit: not known; left out. Perhaps you meant: list",
            "en/chain?view=list&theme=dark",
        ),
        (
            "en/chain?evidence=legend,typicl",
            "evidence=typicl: not known; left out. Perhaps you meant: typical",
            "en/chain?evidence=typical%2Clegend",
        ),
        (
            "en/chain?focus=kipper&up=al",
            "up=al: not known; left out. Perhaps you meant: all",
            "en/chain?focus=kipper&up=all",
        ),
        (
            "en/chain?focus=kipper&only=yes",
            "only=yes: not known; left out. Perhaps you meant: 1",
            "en/chain?focus=kipper&only=1",
        ),
        ("en/chain?focus=kipper&only=5", "only=5: not known; left out.", ""),
        ("en/stories?kiosk=true", "kiosk=true: not known; left out. Perhaps you meant: 1", "en/stories?kiosk=1"),
        (
            "en/entity/kipper?evidence=typicl&lens=x&up=many",
            "evidence=typicl: not known; left out. Perhaps you meant: typical",
            "en/entity/kipper?lens=x&evidence=typical",
        ),
        (
            "en/walk?focus=kipper&lens=master&view=lst",
            "lens=master: not known; shown is Fish chain. Perhaps you meant: Masters",
            "en/walk?focus=kipper&lens=masters",
        ),
        ("en/chain?year=soon", "year=soon: not known; left out.", ""),
        ("en/about?theme=drak", "theme=drak: not known; left out. Perhaps you meant: dark", "en/about?theme=dark"),
        ("en/time?topic=trad", "topic=trad: not known; left out. Perhaps you meant: Trade", "en/time?topic=trade"),
        (
            "zh-Hant/chain?lens=master",
            "lens=master：沒有這種看法，現在顯示的是魚鏈。也許你要找：師徒",
            "zh-Hant/chain?lens=masters",
        ),
    ] {
        let document = page(&library, path).await;
        assert_eq!(texts(&document, ".misread [role=status]"), [said], "{path}");
        let ways: Vec<_> = all(&document, ".misread a").iter().filter_map(|link| link.value().attr("href")).collect();
        assert_eq!(ways.join(" "), way, "{path}");
        assert_eq!(all(&document, "main#main").len(), 1, "{path}: the page is there all the same");
    }
}

#[tokio::test]
async fn an_address_that_was_understood_is_not_spoken_of_nor_any_on_the_opening_page_or_a_museum_screen() {
    let library = changed(|_| {});
    for path in [
        "en/chain?lens=masters&up=all&year=1900&evidence=typical&view=list&utm=x&theme=dark",
        "en/?view=lsit&lens=q",
        "en/story/smoke/1?kiosk=1&theme=drak",
        "en/time?topic=trade",
        // What a page has no use for makes it no other one.
        "en/about?lens=x&over=y&topic=z&view=lsit&only=yes&up=many&down=many&year=soon&evidence=typicl&from=x&to=y",
        "en/time?lens=x&view=lsit",
        "en/places?focus=old-quay&up=many",
        "en/walk/walk?lens=x",
        "en/chain?topic=z&from=x",
    ] {
        assert_eq!(all(&page(&library, path).await, ".misread").len(), 0, "{path}");
    }
}

/// A page that says that there is no file.
#[derive(Properties, PartialEq)]
struct NoFileProps {
    path: &'static str,
    failure: Failure,
}

#[component]
fn NoFile(props: &NoFileProps) -> Html {
    let (path, query) = props.path.split_once('?').unwrap_or((props.path, ""));
    let here = Rc::new(Address::parse(path, query));
    let retry = Callback::noop();
    let lang = here.lang.unwrap_or(Lang::En);
    match &props.failure {
        Failure::Data(findings) => broken(findings, "data/x.json", &here, lang, &retry),
        failure => failed(failure, "data/x.json", &here, lang, &retry),
    }
}

#[tokio::test]
async fn where_no_file_can_be_loaded_one_of_ones_own_can_be_opened() {
    for (path, failure, way) in [
        ("en/chain", Failure::Missing, Some("en/check")),
        ("zh-Hant/?theme=dark", Failure::Offline, Some("zh-Hant/check?theme=dark")),
        ("en/?data=data%2Fx.json", Failure::Data(Vec::new()), Some("en/check?data=data%2Fx.json")),
        ("en/chain", Failure::Part, None),
    ] {
        let html =
            LocalServerRenderer::<NoFile>::with_props(NoFileProps { path, failure }).hydratable(false).render().await;
        let document = Document::parse_fragment(&html);
        let ways: Vec<_> =
            all(&document, "main a").iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect();
        assert_eq!(ways, way.into_iter().collect::<Vec<_>>(), "{path}");
        assert_eq!(all(&document, "main [role=alert]").len(), 1, "{path}");
    }
}

#[tokio::test]
async fn the_checker_opens_on_a_file_that_holds_nothing() {
    let library = library_of(br#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] } }"#);
    for path in ["en/check", "en/check?lens=x&theme=drak"] {
        let document = page(&library, path).await;
        assert_eq!(all(&document, "main input[type=file]").len(), 1, "{path}");
    }
}

#[tokio::test]
async fn a_reading_that_stands_above_the_heading_is_not_told_again_but_whose_it_is() {
    let reading = ".entity__names [lang=yue-Latn]";
    for (jyutping, path, above, beside) in [
        ("gau6 bou6 tau4", "zh-Hant/entity/old-quay", 3, vec![]),
        // It does not agree with the characters, or they are not shown.
        ("gau6 bou6", "zh-Hant/entity/old-quay", 0, vec!["gau6 bou6"]),
        ("gau6 bou6 tau4", "en/entity/old-quay", 0, vec!["gau6 bou6 tau4"]),
    ] {
        let library = changed(|file| {
            let quay = file["entities"].as_array_mut().expect("a list").iter_mut().find(|one| one["id"] == "old-quay");
            let name = &mut quay.expect("it is there")["name"];
            name["jyutping"] = jyutping.into();
            name["editorial"] = json!(["jyutping"]);
        });
        let document = page(&library, path).await;
        assert_eq!(all(&document, "main h1 rt").len(), above, "{jyutping} {path}");
        assert_eq!(texts(&document, reading), beside, "{jyutping} {path}");
        assert_eq!(all(&document, ".entity__names small").len(), 1, "{jyutping} {path}: it is the editors' reading");
    }
}

#[tokio::test]
async fn why_there_is_no_file_is_said_in_the_language_of_the_page_with_a_way_to_try_again() {
    let broken = taste::load::load(b"{ \"format\": 1 \"x\": 2 }").findings;
    let hint = broken[0].hint(Lang::ZhHant);
    for (path, failure, said) in [
        ("en/", Failure::Missing, "There is no data file at data/x.json. Check the address, or put the file there."),
        (
            "en/",
            Failure::Offline,
            "The data file data/x.json could not be fetched. Check the connection and try again.",
        ),
        (
            "en/",
            Failure::Status(503),
            "The server answered 503 instead of the data file data/x.json. Try again in a while.",
        ),
        (
            "en/",
            Failure::WebPage,
            "The server sent a web page instead of the data file data/x.json. Check that the file was uploaded.",
        ),
        ("en/", Failure::Origin, "Data is loaded from this site only; data/x.json is elsewhere."),
        ("zh-Hant/", Failure::Missing, "data/x.json 處沒有資料檔。請核對位置，或把檔案放到那裏。"),
        ("zh-Hant/", Failure::Data(broken), &hint),
    ] {
        let props = NoFileProps { path, failure };
        let html = LocalServerRenderer::<NoFile>::with_props(props).hydratable(false).render().await;
        let document = Document::parse_fragment(&html);
        let told = texts(&document, "main [role=alert] p, main [role=alert] small");
        assert!(told.iter().any(|told| told == said), "{said} in {told:?}");
        let again = if path.starts_with("en") { "Try again" } else { "再試一次" };
        assert_eq!(texts(&document, "main button:not([hidden])"), [again], "{said}");
    }
}

#[tokio::test]
async fn the_checker_page_tells_of_each_finding_what_it_is_where_it_is_and_what_to_do() {
    let path = format!("{}/{}", env!("CARGO_MANIFEST_DIR"), super::stand::DISTRICT);
    let text = std::fs::read_to_string(&path).expect("it is there");
    let text = text.replacen("\"to\": \"old-quay\"", "\"to\": \"old-quya\"", 1);
    let text = text.replacen("\"rank\": 1", "\"rnak\": 1", 1);
    let library = library_of(text.as_bytes());
    for (lang, tag) in [(Lang::En, "en"), (Lang::ZhHant, "zh-Hant")] {
        let document = page(&library, &format!("{tag}/check")).await;
        for (kind, code) in [("error", "dangling-reference"), ("warning", "unknown-field")] {
            let finding = library.findings.iter().find(|finding| finding.code.word() == code).expect("it is found");
            let rows = texts(&document, &format!(".report__{kind} li p"));
            assert_eq!(rows[0], finding.message(lang));
            assert_eq!(rows[2], finding.hint(lang));
            let place = &finding.place;
            let place = match lang {
                Lang::En => format!("Line {}, column {}　{}　{code}", place.line, place.column, place.path),
                _ => format!("第 {} 行第 {} 列　{}　{code}", place.line, place.column, place.path),
            };
            assert_eq!(rows[1], place);
        }
    }
    // Warnings alone are told of the file of the site too.
    let warned = changed(|file| file["extra"] = json!(1));
    assert_eq!(texts(&page(&warned, "en/check").await, ".report__warning li code"), ["/extra", "unknown-field"]);
    assert_eq!(all(&page(&changed(|_| {}), "en/check").await, ".report").len(), 0, "notes alone are not worth telling");
}
