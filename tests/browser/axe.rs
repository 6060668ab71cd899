//! The rules of axe-core on every page, wide and narrow, light and dark.

use serde_json::{Value, json};

use super::House;

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
    ];
    let mut wrong = Vec::new();
    for (width, theme, lang) in
        [(1280, "light", "en"), (390, "dark", "zh-Hans"), (390, "light", "zh-Hant"), (1280, "dark", "zh-Hans")]
    {
        house.resize(width, 844).await;
        for page in &pages {
            let mark = if page.contains('?') { '&' } else { '?' };
            house.go(&format!("{lang}/{page}{mark}theme={theme}")).await;
            house.run(&script).await;
            let outcome = house
                .driver
                .execute_async(
                    "const done = arguments[arguments.length - 1];
                    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                        .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))));",
                    Vec::new(),
                )
                .await
                .expect("axe runs");
            let found: &Value = outcome.json();
            if *found != json!([]) {
                wrong.push(format!("{lang}/{page} at {width}, {theme}: {found:#}"));
            }
        }
    }
    house.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
