//! Nothing jumps while a page loads: how far things move by themselves, as browsers reckon it.

use super::{House, visitor};

/// What shifted before it is watched is told as well.
const SHIFTED: &str = "window.shifted = 0;
    window.watched = false;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) shifted += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => { window.watched = true; }))";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_on_any_page_jumps_while_it_loads() {
    let catalog = visitor::catalog();
    let (dish, story) = (visitor::hub(&catalog), catalog.stories[0].id.clone());
    let plates = catalog.plates.iter().map(|plate| format!("plate/{}", plate.id));
    let pages: Vec<_> = ["", "chain", "chain?view=list", "stories", "places", "time", "walks", "check", "about"]
        .into_iter()
        .map(str::to_owned)
        .chain([
            format!("chain?focus={dish}&up=all"),
            format!("entity/{dish}"),
            format!("story/{story}/1"),
            format!("story/{story}/2"),
            format!("walk?focus={dish}&up=all&down=all"),
        ])
        .chain(plates)
        .collect();
    for (width, height) in [(390, 844), (768, 1024), (1440, 900)] {
        let house = House::open(width, height, Vec::new()).await;
        for page in &pages {
            house.go(&format!("en/{page}")).await;
            house.until("return performance.getEntriesByName('data-ready').length > 0").await;
            house.until("return !document.querySelector('main .map') || performance.getEntriesByName('map-ready').length > 0").await;
            house.frames().await;
            house.run(SHIFTED).await;
            house.until("return window.watched === true").await;
            let shifted = house.run("return shifted").await.as_f64().expect("a number");
            assert!(shifted < 0.02, "{shifted} at {width} on {page}");
        }
        house.close().await;
    }
}
