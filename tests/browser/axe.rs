//! The rules of axe-core on every page, wide and narrow, light and dark.

use serde_json::{Value, json};
use taste::model::Lang;
use thirtyfour::By;

use super::{House, visitor};

/// The script of axe-core, which the set-up puts into the user's cache folder.
fn axe() -> String {
    let cache = std::env::var("XDG_CACHE_HOME")
        .unwrap_or_else(|_| format!("{}/.cache", std::env::var("HOME").unwrap_or_default()));
    let folder = std::path::Path::new(&cache).join("taste-of-xiguan");
    let versions = std::fs::read_dir(&folder).expect("the set-up has run: `make test`");
    let home = versions
        .flatten()
        .find(|entry| entry.file_name().to_string_lossy().starts_with("axe-core-"))
        .expect("axe-core is installed");
    std::fs::read_to_string(home.path().join("node_modules/axe-core/axe.min.js")).expect("it holds its script")
}

/// The rules that a part of the page as it now is breaks, each with some of the places.
async fn broken(house: &House, script: &str, part: &str) -> Value {
    house.run(script).await;
    let axe = format!(
        "const done = arguments[arguments.length - 1];
        axe.run('{part}', {{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }})
            .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))));"
    );
    let outcome = house.driver.execute_async(&axe, Vec::new()).await;
    outcome.expect("axe runs").json().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_breaks_a_rule() {
    let script = axe();
    let house = House::open(1280, 800, Vec::new()).await;
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("the data file is there");
    let catalog = taste::load::load(&bytes).catalog.expect("it can be read");
    let story = &catalog.stories[0].id;
    let focus = &catalog.entity(catalog.site.start.as_ref().expect("it has a first view").focus).id;
    let (over, brand) = super::over::over_and_brand(&catalog);
    let ground = taste::view::ground::of(&catalog).expect("it draws a map");
    let street = &catalog.map.as_ref().expect("it draws a map").shapes[ground.streets[0].shape].id;
    let pages = [
        String::new(),
        "chain".to_owned(),
        format!("chain?focus={focus}&up=all"),
        format!("chain?focus={focus}&up=2&only=1"),
        "chain?view=list".to_owned(),
        format!("chain?over={over}"),
        format!("chain?over={over}&focus={focus}&up=all"),
        format!("chain?over={over}&view=list"),
        format!("chain?lens={over}&focus={brand}"),
        format!("entity/{brand}"),
        format!("entity/{focus}"),
        "stories".to_owned(),
        format!("story/{story}/1"),
        format!("story/{story}/1?kiosk=1"),
        format!("plate/{}", catalog.plates[0].id),
        "time".to_owned(),
        "time?from=1900&to=1999&topic=house".to_owned(),
        "places".to_owned(),
        format!("places?street={street}"),
        format!("chain?view=list&honour={}", catalog.marks[0].id),
        "walks".to_owned(),
        format!("walk/{}", catalog.routes[0].id),
        format!("walk?focus={focus}&up=all"),
        "contents".to_owned(),
        "check".to_owned(),
        "about".to_owned(),
        "entity/none".to_owned(),
        "chain?data=none.json".to_owned(),
        "check?data=none.json".to_owned(),
        "chain?lens=none&up=many".to_owned(),
    ];
    let mut wrong = Vec::new();
    for (width, theme, lang) in
        [(1280, "light", "en"), (390, "dark", "zh-Hans"), (390, "light", "zh-Hant"), (1280, "dark", "zh-Hans")]
    {
        house.resize(width, 844).await;
        for page in &pages {
            let mark = if page.contains('?') { '&' } else { '?' };
            house.go(&format!("{lang}/{page}{mark}theme={theme}")).await;
            let found = broken(&house, &script, "html").await;
            if found != json!([]) {
                wrong.push(format!("{lang}/{page} at {width}, {theme}: {found:#}"));
            }
        }
    }
    house.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_a_visitor_opens_on_a_page_breaks_a_rule() {
    let script = axe();
    let catalog = visitor::catalog();
    let hub = visitor::hub(&catalog);
    let name =
        catalog.entity(catalog.find(&hub).expect("it is in the file")).name.full.words(Lang::En).replace(' ', "+");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/districts/quay.json");
    let mut wrong = Vec::new();
    for (width, theme) in [(1280, "light"), (390, "dark")] {
        let house =
            House::open(width, 844, vec![("/broken.json", 200, "application/json", b"{\"format\": 1,}".to_vec())])
                .await;
        let mut look = async |what: &str, part: &str| {
            let found = broken(&house, &script, part).await;
            if found != json!([]) {
                wrong.push(format!("{what} at {width}, {theme}: {found:#}"));
            }
        };
        house.go(&format!("en/chain?data=broken.json&theme={theme}")).await;
        house.until("return document.querySelectorAll('main [role=alert] li').length > 0").await;
        look("a broken file", "html").await;

        house.go(&format!("en/check?theme={theme}")).await;
        let field = house.driver.find(By::Css("input[type=file]")).await.expect("there is a field");
        field.send_keys(file).await.expect("it takes a path");
        house.until("return !!document.querySelector('.report ~ .check__map [data-view=map] [data-entity]')").await;
        look("a report", "html").await;

        house.go(&format!("en/chain?q={name}&theme={theme}")).await;
        house.until("return document.querySelectorAll('.search__found:not([hidden]) a').length > 0").await;
        // What it covers in part is no target while it does.
        look("what a search found", ".search").await;

        house.go(&format!("en/entity/{hub}?theme={theme}")).await;
        house.click(".share-link [aria-expanded]").await;
        house.until("return !!document.querySelector('.qr svg')").await;
        look("a code", "html").await;

        house.go(&format!("en/chain?focus={hub}&theme={theme}")).await;
        house.until("return !!document.querySelector('.panel .tie summary')").await;
        if width < 500 {
            house.click(".panel__handle").await;
            house.until("return !!document.querySelector('.panel--high')").await;
        }
        house.click(".panel .tie summary").await;
        house.until("return !!document.querySelector('.panel .tie details[open] .evidence')").await;
        look("an open tie", "html").await;
        house.close().await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
