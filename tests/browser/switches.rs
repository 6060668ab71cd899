//! What was chosen by a button keeps its focus and is in sight.

use serde_json::json;

use super::House;

#[tokio::test(flavor = "multi_thread")]
async fn after_a_change_of_language_the_focus_stays_on_the_switch() {
    let house = House::open(1280, 800, Vec::new()).await;
    for path in ["en/", "en/chain"] {
        house.go(path).await;
        house.click(".spine__tools [lang=zh-Hant]").await;
        house.until("return document.documentElement.lang === 'zh-Hant'").await;
        house.until("return !!document.activeElement.closest('.spine__tools [lang]')").await;
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chosen_lens_is_whole_on_a_phone_and_the_search_stays_within_the_frame() {
    let house = House::open(390, 844, Vec::new()).await;
    house.go("en/chain?lens=governance").await;
    let whole = "
        const row = document.querySelector('.lenses').getBoundingClientRect();
        const tab = document.querySelector('.lenses [aria-pressed=true]').getBoundingClientRect();
        return tab.left >= row.left - 1 && tab.right <= row.right + 1";
    house.until(whole).await;
    assert_eq!(house.run("return [scrollX, scrollY]").await, json!([0, 0]), "the page stays where it is");
    let within = "
        const frame = document.querySelector('.chain__main').getBoundingClientRect();
        return document.querySelector('.bar .search').getBoundingClientRect().right <= frame.right";
    assert_eq!(house.run(within).await, json!(true));
    house.nothing_went_wrong().await;
    house.close().await;
}
