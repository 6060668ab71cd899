//! Typing Chinese: what an input method composes is the writer's own until it is entered.

use serde_json::json;
use taste::{model::Lang, search::Index};

use super::{House, visitor::catalog};

#[tokio::test(flavor = "multi_thread")]
async fn the_search_is_silent_while_an_input_method_composes_and_answers_what_it_enters() {
    let catalog = catalog();
    let index = Index::new(&catalog);
    let found = |query: &str| index.find(&catalog, query, Lang::ZhHans).len();
    // A name whose reading would find something as well, were it searched letter by letter.
    let named = catalog.entities.iter().find_map(|entity| {
        let reading = entity.name.jyutping.as_deref()?.replace(|c: char| c.is_ascii_digit(), "");
        let name = entity.name.full.words(Lang::ZhHans).to_owned();
        (entity.stage.is_some() && found(&name) > 0 && found(&reading) > 0).then_some((name, reading))
    });
    let (name, reading) = named.expect("some names have readings");
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("zh-Hans/chain").await;
    house.click("input[type=search]").await;
    for end in 1..=reading.len() {
        house.compose(&reading[..end]).await;
    }
    let typed = "return document.querySelector('input[type=search]').value";
    assert_eq!(house.text(typed).await, reading, "the letters stand in the field");
    house.run("return new Promise(done => setTimeout(done, 300))").await;
    let quiet = "return [location.search, document.querySelector('.search__found').hidden, performance.getEntriesByName('search-done').length]";
    assert_eq!(house.run(quiet).await, json!(["", true, 0]));
    house.compose_end(&name).await;
    house.until("return performance.getEntriesByName('search-done').length > 0").await;
    let details = "return performance.getEntriesByName('search-done').map(mark => mark.detail)";
    assert_eq!(house.run(details).await, json!([{ "query": name, "hits": found(&name) }]));
    let rows = "return document.querySelectorAll('.search__found:not([hidden]) a').length";
    assert_eq!(house.run(rows).await, json!(found(&name)));
    // While it composes more, Enter belongs to the input method and opens nothing of what is found already.
    house.until("return location.search.startsWith('?q=')").await;
    let before = house.here().await;
    house.compose(&reading).await;
    house.key("Enter").await;
    house.run("return new Promise(done => setTimeout(done, 300))").await;
    assert_eq!(house.here().await, before);
    house.nothing_went_wrong().await;
    house.close().await;
}
