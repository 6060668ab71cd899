//! The marks and hooks that tools find their way by.

use std::collections::BTreeSet;

use serde_json::json;
use taste::{
    model::{Depth, Lang, LensIx},
    search::Index,
};

use super::{House, visitor};

#[tokio::test(flavor = "multi_thread")]
async fn tools_find_the_marks_and_hooks_they_go_by() {
    let catalog = visitor::catalog();
    let hub = visitor::hub(&catalog);
    let (up, down) = visitor::traced(&catalog, &hub, Depth::Steps(2), Depth::Steps(1));
    let name = catalog.entity(catalog.find(&hub).expect("it is in the file")).name.full.words(Lang::En);
    let hits = Index::new(&catalog).find(&catalog, name, Lang::En).len();
    let broken = ("/broken.json", 200, "application/json", b"{".to_vec());
    let house = House::open(1280, 800, vec![broken]).await;
    house.go(&format!("en/chain?focus={hub}&up=2&q={}", name.replace(' ', "+"))).await;
    for (mark, detail) in [
        ("data-ready", json!({})),
        ("map-ready", json!({})),
        ("trace-done", json!({ "focus": hub, "up": up.len(), "down": down.len() })),
        ("search-done", json!({ "query": name, "hits": hits })),
    ] {
        let marks = format!("performance.getEntriesByName('{mark}')");
        house.until(&format!("return {marks}.length > 0")).await;
        assert_eq!(
            house.run(&format!("return {marks}.map(m => [m.entryType, m.detail])")).await,
            json!([["mark", detail]]),
            "{mark}"
        );
    }
    let order = "return ['data-ready', 'map-ready'].map(name => performance.getEntriesByName(name)[0].startTime)";
    let order = house.run(order).await;
    assert!(order[0].as_f64() <= order[1].as_f64(), "{order}");
    let status = "return document.querySelector('.search__found [role=status]').textContent";
    assert!(!house.text(status).await.is_empty());

    // The map: everything of the lens, each with its part of the trace, and links between those that are there.
    let lens = catalog.lens(LensIx(0));
    let staged: BTreeSet<String> = catalog
        .each_entity()
        .filter(|(at, _)| lens.column_of(*at).is_some())
        .map(|(_, one)| one.id.to_string())
        .collect();
    let listed = "const all = [...document.querySelectorAll('[data-view=map] [data-entity]')];";
    let ids = house.run(&format!("{listed} return all.map(e => e.dataset.entity)")).await;
    assert_eq!(serde_json::from_value::<BTreeSet<String>>(ids).expect("ids"), staged);
    let parts = house.run(&format!("{listed} return [...new Set(all.map(e => e.dataset.trace))].sort()")).await;
    assert_eq!(parts, json!(["down", "focus", "none", "up"]));
    let known: BTreeSet<[String; 3]> = catalog
        .links
        .iter()
        .map(|link| {
            [
                catalog.entity(link.from).id.to_string(),
                catalog.entity(link.to).id.to_string(),
                catalog.link_kind(link.kind).id.to_string(),
            ]
        })
        .collect();
    let links = "return [...document.querySelectorAll('[data-view=map] [data-from]')].map(e => [e.dataset.from, e.dataset.to, e.dataset.kind])";
    let links: BTreeSet<[String; 3]> = serde_json::from_value(house.run(links).await).expect("three words each");
    assert!(!links.is_empty() && links.is_subset(&known));

    house.go("en/chain?view=list").await;
    assert_eq!(
        house.run("return document.querySelectorAll('[data-view=list] [data-entity]').length > 0").await,
        json!(true)
    );
    let story = &catalog.stories[0].id;
    house.go(&format!("en/story/{story}/2")).await;
    let step =
        "const { story, step } = document.querySelector('[data-story][data-step]').dataset; return [story, step]";
    assert_eq!(house.run(step).await, json!([story.as_str(), "2"]));
    house.nothing_went_wrong().await;
    house.go("en/chain?data=broken.json").await;
    house.until("return document.querySelector('main [role=alert]')?.textContent.length > 0").await;
    house.close().await;
}
