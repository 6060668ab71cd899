//! The parts of the app: each is fetched when one of its pages is first opened, and takes over in place.

use serde_json::json;

use super::House;

/// How many requests name this.
async fn requests(house: &House, name: &str) -> u64 {
    let script = format!(
        "return performance.getEntriesByType('resource').filter(entry => entry.name.includes('{name}')).length"
    );
    house.run(&script).await.as_u64().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_opening_page_asks_for_its_own_part_alone_and_the_other_takes_over_in_place() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/").await;
    assert_eq!(requests(&house, "further").await, 0);
    house.run("window.stays = true").await;
    house.click("nav a[href$='about']").await;
    house.until("return !!document.querySelector('main.about')").await;
    assert!(requests(&house, "further").await >= 3, "script, program and styles");
    assert_eq!(requests(&house, "xiguan.json").await, 1, "the data is fetched once");
    house.until("return document.activeElement === document.querySelector('main h1')").await;
    assert_eq!(house.run("return document.querySelectorAll('main').length").await, json!(1));
    house.driver.back().await.expect("there is a page before");
    house.until("return location.pathname === '/en/' && !!document.querySelector('.home [data-entity]')").await;
    house.driver.forward().await.expect("there is a page after");
    house.until("return !!document.querySelector('main.about')").await;
    assert_eq!(house.run("return window.stays").await, json!(true), "the document was never left");
    house.nothing_went_wrong().await;
    house.close().await;
}

/// Types a text into the search field and presses a key in it, both within one frame.
fn typed(text: &str, then: &str) -> String {
    format!(
        "const field = document.querySelector('input[type=search]');
        field.value = '{text}';
        field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
        return Promise.resolve().then(() => {{ {then} }})"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_opened_while_the_history_waits_comes_after_it() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/").await;
    let before = house.run("return history.length").await;
    let away = "document.querySelector(\"nav a[href$='about']\").click()";
    house.run(&typed("zzz", away)).await;
    house.until("return !!document.querySelector('main.about')").await;
    house.run("return new Promise(done => setTimeout(done, 300))").await;
    assert_eq!(house.here().await, "en/about");
    assert_eq!(house.run("return history.length").await.as_u64(), before.as_u64().map(|length| length + 1));
    house.driver.back().await.expect("there is a page before");
    house.until("return location.pathname === '/en/' && !!document.querySelector('.home')").await;
    assert_eq!(house.here().await, "en/?q=zzz", "the search is where it was left");
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_forgets_what_waits_for_the_history() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/about").await;
    house.click("nav a[href$='stories']").await;
    house.until("return location.pathname === '/en/stories' && history.length > 1").await;
    // The browser goes back before the next frame: what is pushed after that would cut the way forward.
    let script = "const frame = window.requestAnimationFrame, held = [];
        window.requestAnimationFrame = run => held.push(run);
        document.querySelector(\"nav a[href$='chain']\").click();
        await new Promise(done => setTimeout(done, 50));
        window.addEventListener('popstate', () => setTimeout(() => {
            window.requestAnimationFrame = frame;
            for (const run of held) frame(run);
        }, 50), { once: true });
        history.back();";
    house.run(&format!("return (async () => {{ {script} }})()")).await;
    house.until("return !!document.querySelector('main.about')").await;
    house.run("return new Promise(done => setTimeout(done, 300))").await;
    assert_eq!(house.here().await, "en/about");
    house.driver.forward().await.expect("there is a page after");
    house.until("return location.pathname === '/en/stories'").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_another_page_asks_for_the_part_that_holds_it_alone() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/chain").await;
    assert_eq!(requests(&house, "/web-").await, 0);
    house.go("en/nowhere").await;
    house.until("return document.querySelector('h1').textContent.includes('no such page')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_cannot_be_fetched_is_said_and_asked_for_again() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/").await;
    house.command("Network.enable", json!({})).await;
    house.command("Network.setBlockedURLs", json!({ "urls": ["*further*"] })).await;
    house.click("nav a[href$='about']").await;
    house.until("return document.querySelector('[role=alert] p')?.textContent.includes('could not be fetched')").await;
    house.command("Network.setBlockedURLs", json!({ "urls": [] })).await;
    house.click("main button").await;
    house.until("return !!document.querySelector('main.about')").await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_about_page_leads_to_the_licence_notices_of_third_parties() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/about").await;
    let fetched = "const asked = new XMLHttpRequest();
        asked.open('GET', document.querySelector('a[href=\"NOTICES.txt\"]').href, false); asked.send();
        return asked.responseText";
    let told = house.text(fetched).await;
    // Each library has a line of its own, with its version and its licences.
    let licences = |library: &str| {
        let line = told.lines().find(|line| line.split(' ').next() == Some(library));
        line.and_then(|line| line.split_once(": ")).map(|(_, licences)| licences)
    };
    for library in ["yew", "gloo", "wasm-bindgen"] {
        let licences = licences(library).unwrap_or_else(|| panic!("{library} is listed: {told:.2000}"));
        assert!(licences.starts_with("MIT") && licences.contains("Apache-2.0 ["), "{library}: {licences}");
    }
    assert!(told.contains("Permission is hereby granted, free of charge"), "a licence in full");
    assert_eq!(licences("clap"), None, "the native tool is no part of the app");
    // The page promises no licence under which nothing is.
    let listed: String = told.lines().filter(|line| line.contains(": ") && line.contains('[')).collect();
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        house.go(&format!("{lang}/about")).await;
        let page = "return document.querySelector('a[href=\"NOTICES.txt\"]').parentElement.textContent";
        let page = house.text(page).await;
        assert!(page.contains("Yew"), "{lang}: {page}");
        for family in ["MIT", "Apache", "BSD", "BSL", "ISC", "MPL", "Unicode", "Unlicense", "Zlib"] {
            assert!(!page.contains(family) || listed.contains(family), "{lang}: {family} in {page}");
        }
    }
    house.close().await;
}
