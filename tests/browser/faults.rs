//! What a visitor sees when something is wrong: a message in their language, what to do next, and a way to try again.

use serde_json::json;
use taste::model::Lang;

use super::House;

async fn check(house: &House, path: &str, said: &str) {
    house.go(path).await;
    house.until("return !!document.querySelector('[role=alert]:not([hidden])')").await;
    let text = house.text("return document.querySelector('main [role=alert]').textContent").await;
    assert!(text.contains(said), "{path}: {text}");
    assert_eq!(house.text("return document.querySelector('main button').textContent").await, "Try again");
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_app_runs_the_page_says_what_it_is_in_the_words_of_the_file() {
    let file = include_bytes!("../../data/xiguan.json");
    let site = &serde_json::from_slice::<serde_json::Value>(file).expect("the file is JSON")["site"];
    let house = House::open(390, 844, Vec::new()).await;
    house.go("en/").await;
    let page = "const asked = new XMLHttpRequest(); asked.open('GET', '/', false); asked.send();
        const page = new DOMParser().parseFromString(asked.responseText, 'text/html');";
    for lang in ["zh-Hans", "zh-Hant", "en"] {
        let about = house.text(&format!("{page} return page.querySelector('main p[lang={lang}]').textContent")).await;
        assert!(about.contains(site["about"][0][lang].as_str().expect("a text")), "{lang}: {about}");
    }
    let titles = house.text(&format!("{page} return page.title + ' ' + page.querySelector('h1').textContent")).await;
    let [chinese, english] = ["zh-Hans", "en"].map(|lang| site["title"][lang].as_str().expect("a title"));
    assert_eq!(titles, format!("{chinese} · {english} {chinese} · {english}"));
    assert_eq!(house.text(&format!("{page} return page.documentElement.lang")).await, "zh-Hans");
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_wrong_with_the_data_file_is_said_in_words() {
    let json = "application/json";
    let faults = vec![
        ("/broken.json", 200, json, b"{\"format\": 1,}".to_vec()),
        ("/cut.json", 200, json, b"{\"format\": 1, \"entities\": [".to_vec()),
        ("/empty.json", 200, json, Vec::new()),
        ("/bare.json", 200, json, b"{\"format\": 1, \"entities\": []}".to_vec()),
        ("/page.json", 200, "text/html", b"<!doctype html><title>hello</title>".to_vec()),
        ("/gbk.json", 200, json, b"{\"\xC3\xFB\":\"\xC0\xF3\xCD\xE5\xBE\xC6\xBC\xD2\"}".to_vec()),
        ("/angry.json", 503, json, b"{}".to_vec()),
        (
            "/newer.json",
            200,
            json,
            br#"{"format": 9, "site": {"title": {"en": "Later"}, "languages": ["en"]}, "stages": [{"id": "s", "name": {"en": "S"}}], "kinds": [{"id": "k", "name": {"en": "K"}}],
                "entities": [{"id": "e", "kind": "k", "stage": "s", "name": {"en": "E"}}]}"#
                .to_vec(),
        ),
    ];
    let house = House::open(1280, 800, faults).await;
    for (file, said) in [
        ("broken.json", "Line 1, column 13"),
        ("cut.json", "cut off"),
        ("empty.json", "empty"),
        ("bare.json", "cannot be used"),
        ("page.json", "a web page"),
        ("gbk.json", "GB18030"),
        ("angry.json", "503"),
        ("missing.json", "no data file"),
    ] {
        check(&house, &format!("en/chain?data={file}"), said).await;
    }
    for foreign in ["https://example.org/x.json", "//example.org/x.json"] {
        check(&house, &format!("en/?data={foreign}"), "elsewhere").await;
    }
    house.go("en/?data=newer.json").await;
    house.until("return document.body.innerText.includes('newer format')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_end_is_refused_while_it_is_fetched() {
    let house = House::open(1280, 800, Vec::new()).await;
    // A mebibyte each time somebody asks for more; how long it will be is not announced.
    let endless = "const fetched = window.fetch; window.mebibytes = 0;
        const pull = to => { window.mebibytes += 1; to.enqueue(new Uint8Array(1 << 20).fill(32)); };
        window.fetch = (asked, ...more) => (asked.url ?? String(asked)).includes('endless.json')
            ? Promise.resolve(new Response(new ReadableStream({ pull, cancel: () => { window.left = true; } })))
            : fetched.call(window, asked, ...more);";
    house.before_all(endless).await;
    check(&house, "en/chain?data=endless.json", "at most 64 MiB").await;
    let read = house.run("return window.mebibytes").await.as_u64().unwrap_or_default();
    assert!((64..80).contains(&read), "{read} MiB were fetched");
    assert_eq!(house.run("return window.left").await, json!(true));
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_again_loads_what_has_been_mended() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/chain").await;
    house.command("Network.enable", json!({})).await;
    house.command("Network.setBlockedURLs", json!({ "urls": ["*xiguan.json*"] })).await;
    house.run("history.pushState(null, '', '?again=1'); location.reload()").await;
    house.until("return !!document.querySelector('main [role=alert] h1')").await;
    house.command("Network.setBlockedURLs", json!({ "urls": [] })).await;
    house.run("document.querySelector('main button').click()").await;
    house.until("return !!document.querySelector('[data-entity]')").await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_and_malformed_addresses_get_a_page_that_helps() {
    let house = House::open(1280, 800, Vec::new()).await;
    for path in [
        "en/entity/no-such-thing",
        "en/nowhere/at/all",
        "en/story/none/1",
        "en/chain?focus=nobody",
        "en/entity/%00",
        "en/story/x/y",
    ] {
        house.go(path).await;
        assert_eq!(
            house.text("return document.querySelector('main h1').textContent").await,
            "There is no such page",
            "{path}"
        );
        assert!(
            house.text("return document.title").await.starts_with("Not found")
                || path.contains("focus")
                || path.contains("entity")
                || path.contains("story"),
            "{path}"
        );
        assert!(house.run("return !!document.querySelector('main input[type=search]')").await == json!(true));
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_curator_checks_a_file_without_a_terminal() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/check").await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/districts/quay.json");
    let field = house.driver.find(thirtyfour::By::Css("input[type=file]")).await.expect("there is a field");
    field.send_keys(file).await.expect("it takes a path");
    house.until("return document.body.innerText.includes('Entities: 6, links: 5, stories: 1, events: 1')").await;
    house.until("return !!document.querySelector('[data-view=map] [data-entity=kipper]')").await;
    // The same file, mended in the meantime, can be chosen again.
    assert_eq!(house.text("return document.querySelector('input[type=file]').value").await, "");
    house.run("document.querySelector('.report').dataset.of = 'the first reading'").await;
    field.send_keys(file).await.expect("it takes a path");
    house.until("return !!document.querySelector('.report:not([data-of])')").await;
    house.until("return !!document.querySelector('[data-view=map] [data-entity=kipper]')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_file_of_the_site_fails_the_way_to_the_checker_is_open() {
    let broken = ("/broken.json", 200, "application/json", b"{\"format\": 1,}".to_vec());
    let house = House::open(1280, 800, vec![broken]).await;
    for file in ["missing.json", "broken.json"] {
        house.go(&format!("zh-Hant/?data={file}")).await;
        house.until("return !!document.querySelector('main [role=alert]')").await;
        house.click("main a[href*='/check']").await;
        house.until("return !!document.querySelector('main input[type=file]')").await;
        assert_eq!(house.here().await, format!("zh-Hant/check?data={file}"));
        let field = house.driver.find(thirtyfour::By::Css("input[type=file]")).await.expect("there is a field");
        field
            .send_keys(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/districts/quay.json"))
            .await
            .expect("it takes a path");
        house.until("return !!document.querySelector('[data-view=map] [data-entity=kipper]')").await;
    }
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_of_an_address_was_not_understood_is_said_with_what_was_meant() {
    let (lens, _) = super::over::over_and_brand(&super::visitor::catalog());
    let begun: String = lens.chars().take(6).collect();
    let house = House::open(1280, 800, Vec::new()).await;
    house.go(&format!("en/chain?lens={begun}&up=many")).await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let notes = "[...document.querySelectorAll('.misread [role=status]')].map(note => note.innerText)";
    let said = house.run(&format!("return {notes}")).await;
    let said: Vec<&str> = said.as_array().into_iter().flatten().filter_map(|note| note.as_str()).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains(&begun) && said[1].contains("many"), "{said:?}");
    // The map stays the same one when what was said of its address goes.
    house.run("document.querySelector('.map').dataset.of = 'before'").await;
    house.click(".misread a").await;
    house.until(&format!("return location.search.includes('lens={lens}') && {notes}.length === 0")).await;
    assert_eq!(house.text("return document.querySelector('.map').dataset.of").await, "before");
    house.nothing_went_wrong().await;
    house.close().await;
}

/// A file whose entities have pictures at these paths.
fn with_pictures(paths: &[&str]) -> String {
    let entity = |(at, path): (usize, &&str)| {
        let picture = json!({ "file": path, "alt": { "en": "Seen" } });
        json!({ "id": format!("e{at}"), "kind": "k", "name": { "en": "E" }, "picture": picture })
    };
    let file = json!({
        "format": 1,
        "site": { "title": { "en": "T" }, "languages": ["en"] },
        "kinds": [{ "id": "k", "name": { "en": "K" } }],
        "entities": paths.iter().enumerate().map(entity).collect::<Vec<_>>(),
    });
    file.to_string()
}

/// A drawing of this.
fn drawn(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"art\">{inside}</g></svg>")
}

/// Writes files into a folder of a test's own, and gives their paths.
fn written(folder: &std::path::Path, files: &[(&str, String)]) -> Vec<String> {
    std::fs::create_dir_all(folder).expect("a folder can be made");
    let path = |(name, text): &(&str, String)| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("it can be written");
        path.display().to_string()
    };
    files.iter().map(path).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_chosen_with_a_file_are_judged_with_it_and_the_others_are_counted() {
    let folder = std::env::temp_dir().join(format!("taste-pictures-{}", std::process::id()));
    let files = [
        ("district.json", with_pictures(&["pictures/plain.svg", "pictures/harmful.svg", "pictures/elsewhere.svg"])),
        ("plain.svg", drawn("<path d=\"M0 0h9\"/>")),
        ("harmful.svg", drawn("<script>x()</script>")),
    ];
    let paths = written(&folder, &files);
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/check").await;
    let field = house.driver.find(thirtyfour::By::Css("input[type=file]")).await.expect("there is a field");
    field.send_keys(paths.join("\n")).await.expect("it takes paths");
    house.until("return document.body.innerText.includes('3 pictures, 2 of them chosen along')").await;
    assert!(!house.text("return document.querySelector('main').innerText").await.contains("Not looked at"));
    let found = "[...document.querySelectorAll('.report__error li')].map(found => found.innerText).join()";
    let errors = house.text(&format!("return {found}")).await;
    assert!(errors.contains("picture-unsafe") && errors.contains("<script>"), "{errors}");
    assert!(!errors.contains("plain.svg") && !errors.contains("elsewhere.svg"), "{errors}");
    // Pictures alone are no file that could be checked.
    field.send_keys(&paths[1]).await.expect("it takes a path");
    house.until("return !!document.querySelector('main [role=alert]')?.innerText.includes('one data file')").await;
    house.nothing_went_wrong().await;
    house.close().await;
    std::fs::remove_dir_all(folder).expect("it can be taken away");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_along_and_is_no_picture_of_the_file_is_named() {
    let folder = std::env::temp_dir().join(format!("taste-along-{}", std::process::id()));
    let art = drawn("<path d=\"M0 0h9\"/>");
    let named = ["pictures/photo.jpg", "new/plate.svg", "old/plate.svg", "pictures/large.svg"];
    let files = [
        ("district.json", with_pictures(&named)),
        ("Photo.JPG", "no photograph".to_owned()),
        ("notes.txt", "no picture".to_owned()),
        ("plate.svg", drawn("<script>x()</script>")),
        ("large.svg", drawn(&"<path d=\"M0 0h9\"/>".repeat(1000))),
        ("a.svg", art.clone()),
        ("b.svg", art.clone()),
        ("c.svg", art.clone()),
        ("d.svg", art),
        ("cut.json", "{\"format\": 1,".to_owned()),
    ];
    let paths = written(&folder, &files);
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/check").await;
    let field = house.driver.find(thirtyfour::By::Css("input[type=file]")).await.expect("there is a field");
    field.send_keys(paths[..9].join("\n")).await.expect("it takes paths");
    house.until("return !!document.querySelector('.report')").await;
    let told = "return document.querySelector('main').innerText";
    let page = house.text(told).await;
    for said in [
        "4 pictures, 1 of them chosen along and looked at.",
        "as nothing that is shown of the file names such a picture: Photo.JPG (the file names pictures/photo.jpg), notes.txt, a.svg, b.svg, c.svg and 1 more.",
        "have this name: plate.svg.",
        "picture-too-large",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("picture-unsafe"), "which of the two plates is meant nobody knows: {page}");
    // A file that cannot be read names nothing.
    field.send_keys([&*paths[9], &*paths[5]].join("\n")).await.expect("it takes paths");
    house.until("return document.querySelector('.report').innerText.includes('cut-off')").await;
    let page = house.text(told).await;
    assert!(page.contains("the data file itself cannot be read: a.svg."), "{page}");
    house.nothing_went_wrong().await;
    house.close().await;
    std::fs::remove_dir_all(folder).expect("it can be taken away");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_is_named_in_capitals_is_answered_with_the_one_that_was_meant() {
    let folder = std::env::temp_dir().join(format!("taste-capitals-{}", std::process::id()));
    let files =
        [("district.json", with_pictures(&["pictures/plate.SVG"])), ("plate.svg", drawn("<path d=\"M0 0h9\"/>"))];
    let paths = written(&folder, &files);
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/check").await;
    let field = house.driver.find(thirtyfour::By::Css("input[type=file]")).await.expect("there is a field");
    field.send_keys(paths.join("\n")).await.expect("it takes paths");
    house.until("return !!document.querySelector('.report__error')").await;
    let page = house.text("return document.querySelector('main').innerText").await;
    for said in ["picture-path", "did you mean `pictures/plate.svg`?", "plate.svg (the file names pictures/plate.SVG)"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
    std::fs::remove_dir_all(folder).expect("it can be taken away");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_is_missing_leaves_the_motif_and_no_hole() {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("the data file is there");
    let catalog = taste::load::load(&bytes).catalog.expect("it can be read");
    let focus = catalog.entity(catalog.site.start.as_ref().expect("it has a first view").focus);
    let file = &focus.picture.as_ref().expect("the first view's focus has a picture").file;
    let path: &'static str = format!("/data/{file}").leak();
    let house = House::open(1440, 900, vec![(path, 404, "text/plain", b"none".to_vec())]).await;
    house.go("en/").await;
    let within = |what: &str| format!("document.querySelector('[data-entity=\"{}\"] {what}')", focus.id);
    house.until(&format!("return {} && !{}", within("path.lead"), within(".vignette"))).await;
    // Those that are there are drawn.
    house.until("return document.querySelectorAll('[data-entity] .vignette').length > 1").await;
    house.close().await;
}

/// The paragraphs of the static page that a visitor sees, one language after another.
async fn standing(house: &House) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main.boot h1, main.boot p')].filter(e => e.checkVisibility()).map(e => e.textContent)";
    serde_json::from_value(house.run(script).await).expect("texts")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_cannot_run_the_app_is_told_what_it_is_and_what_it_needs() {
    let site = super::visitor::catalog().site;
    let told = |standing: &[String], needed: [&str; 3]| {
        assert!(standing[0].contains(site.title.words(Lang::ZhHans)), "{standing:?}");
        for (lang, need) in [Lang::ZhHans, Lang::ZhHant, Lang::En].into_iter().zip(needed) {
            let about = standing.iter().any(|text| text.contains(site.about[0].words(lang)));
            assert!(about && standing.iter().any(|text| text.contains(need)), "{}: {need}: {standing:?}", lang.tag());
        }
    };

    // While the program is on its way: what it is, and that it is coming.
    let house = House::open(390, 844, Vec::new()).await;
    house.command("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*.wasm" }] })).await;
    house.visit("en/").await;
    house.run("return new Promise(done => setTimeout(done, 300))").await;
    told(&standing(&house).await, ["正在展卷", "正在展卷", "Loading"]);
    assert_eq!(house.run("return document.querySelector('#boot-trouble').checkVisibility()").await, json!(false));
    house.command("Fetch.disable", json!({})).await;
    house.until("return !!document.querySelector('main#main')").await;
    assert_eq!(standing(&house).await, Vec::<String>::new());
    house.nothing_went_wrong().await;

    // Without WebAssembly.
    house.before_all("delete window.WebAssembly").await;
    house.visit("zh-Hant/chain").await;
    house.until("return document.querySelector('#boot-trouble').checkVisibility()").await;
    told(&standing(&house).await, ["须支持 WebAssembly", "須支援 WebAssembly", "with WebAssembly"]);
    house.close().await;

    // Without JavaScript.
    let house = House::open(390, 844, Vec::new()).await;
    house.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    house.visit("en/stories").await;
    told(&standing(&house).await, ["本页需要 JavaScript", "本頁需要 JavaScript", "needs JavaScript"]);
    house.close().await;
}
