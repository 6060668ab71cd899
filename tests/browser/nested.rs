//! The app on a host that holds other things as well, below a path of its own.

use serde_json::json;

use super::{House, house::NESTED, visitor};

#[tokio::test(flavor = "multi_thread")]
async fn below_a_path_of_its_host_the_app_asks_for_nothing_outside_it() {
    let hub = visitor::hub(&visitor::catalog());
    let house = House::nested(1280, 800).await;
    let outside = format!(
        "return performance.getEntriesByType('resource').map(e => new URL(e.name).pathname).filter(path => !path.startsWith('{NESTED}'))"
    );
    // A link that somebody was sent.
    house.go(&format!("en/entity/{hub}")).await;
    house
        .until(&format!("return !!document.querySelector('[data-view=map] [data-entity=\"{hub}\"][data-trace=focus]')"))
        .await;
    assert_eq!(house.run(&outside).await, json!([]));
    // Home, in place, and back.
    house.run("window.stays = true").await;
    let home = format!("{NESTED}en/");
    house.click("a[href='en/']").await;
    house
        .until(&format!("return location.pathname === '{home}' && !!document.querySelector('.home [data-entity]')"))
        .await;
    house.driver.back().await.expect("there is a page before");
    let there = format!(
        "return location.pathname === '{NESTED}en/entity/{hub}' && !!document.querySelector('main.entity-page')"
    );
    house.until(&there).await;
    assert_eq!(house.run("return window.stays").await, json!(true), "the document was never left");
    assert_eq!(house.run(&outside).await, json!([]));
    let links = format!(
        "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.pathname.startsWith('{NESTED}')).length"
    );
    assert_eq!(house.run(&links).await, json!(0), "no link leads outside");
    // Its root chooses a language below the same path.
    house.go("").await;
    house.until(&format!("return location.pathname === '{home}'")).await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[test]
fn hosts_that_know_no_rewriting_answer_an_unknown_path_with_the_app_itself() {
    for folder in ["dist", "target/nested"] {
        let read = |file: &str| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(file);
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        assert_eq!(read("404.html"), read("index.html"), "{folder}");
        assert!(read("404.html").contains("<div id=\"app\"") || read("404.html").contains("<div id=app"), "{folder}");
    }
}
