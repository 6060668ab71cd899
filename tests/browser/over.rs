//! One lens laid over another, as a visitor does it.

use std::collections::BTreeSet;

use serde_json::Value;
use taste::{
    load::load,
    model::{Catalog, EntityIx, EvidenceSet, Lang, LensIx},
    view::over::{self, Laid, Over},
};

use super::House;

fn over(catalog: &Catalog) -> Over {
    let laid =
        Laid { over: over::lenses(catalog, LensIx(0))[0], base: LensIx(0), year: None, evidence: EvidenceSet::ALL };
    Over::new(catalog, laid)
}

/// The id of the lens that can be laid over the first, and of the one of it that most hangs on.
pub(crate) fn over_and_brand(catalog: &Catalog) -> (String, String) {
    let over = over(catalog);
    let hangs =
        |entity| over::reach(catalog, &over, entity).downstream.iter().map(|(_, list)| list.len()).sum::<usize>();
    let above = catalog.each_entity().filter(|(entity, _)| over.laid.is_above(catalog, *entity));
    let brand = above.max_by_key(|(entity, _)| hangs(*entity)).map(|(_, record)| record.id.to_string());
    (catalog.lens(over.laid.over).id.to_string(), brand.expect("the upper lens has entities"))
}

/// The bowl with most vouchers: something that goes nowhere.
fn bowl(catalog: &Catalog, over: &Over) -> EntityIx {
    let flows = |entity: EntityIx| {
        let leaving = catalog.graph.leaving(entity).iter();
        leaving.filter(|link| catalog.link_kind(catalog.link(**link).kind).flow).count()
    };
    let bowls = catalog.each_entity().map(|(entity, _)| entity).filter(|entity| flows(*entity) == 0);
    bowls.max_by_key(|entity| over::vouchers(catalog, over, *entity).len()).expect("something ends the chain")
}

async fn listed(house: &House, script: &str) -> BTreeSet<String> {
    let ids: Value = house.run(script).await;
    ids.as_array().map(|ids| ids.iter().filter_map(Value::as_str).map(str::to_owned).collect()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_strings_the_cord_points_at_a_knot_and_asks_who_vouches_for_a_bowl() {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("the data file is there");
    let catalog = load(&bytes).catalog.expect("it can be read");
    let over = over(&catalog);
    let id = |entity: EntityIx| catalog.entity(entity).id.to_string();
    let touched: BTreeSet<String> =
        catalog.each_entity().map(|(entity, _)| entity).filter(|entity| over.touches(*entity)).map(id).collect();
    let knots = "return [...document.querySelectorAll('[data-knot]')].map(e => e.dataset.knot)";

    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/chain").await;
    let places = "return JSON.stringify([...document.querySelectorAll('[data-view=map] [data-entity]')].map(e => [e.dataset.entity, e.getAttribute('transform')]))";
    let before = house.text(places).await;
    house.run("document.querySelector('.overs button').click()").await;
    house.until("return document.querySelectorAll('[data-knot]').length > 0").await;
    // The history is written in the frame after the answer.
    let laid = catalog.lens(over.laid.over).id.to_string();
    house.until(&format!("return location.search === '?over={laid}'")).await;
    assert_eq!(listed(&house, knots).await, touched);
    assert_eq!(house.text(places).await, before, "the cord moves nothing");

    // Pointing at a touched box says who touches it; pointing away says nothing.
    let some = catalog.find(touched.iter().next().expect("something is touched")).expect("it is known");
    let point = |id: String| {
        format!(
            "document.querySelector('[data-view=map] [data-entity=\"{id}\"]').dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }}))"
        )
    };
    house.run(&point(id(some))).await;
    house.until("return !document.querySelector('.map__over').hidden").await;
    let said = house.text("return document.querySelector('.map__over').textContent").await;
    for touch in over.of(some) {
        let name = catalog.entity(touch.who).name.full.words(Lang::En);
        assert!(said.contains(name), "{name} in {said}");
    }
    house
        .run("document.querySelector('.map__svg').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))")
        .await;
    house.until("return document.querySelector('.map__over').hidden").await;

    // A bowl: the cord keeps to its trace, the panel names who vouches, and each of those leads on to what hangs on it.
    let bowl = bowl(&catalog, &over);
    let vouchers = over::vouchers(&catalog, &over, bowl);
    assert!(!vouchers.is_empty());
    let lens = &catalog.lens(over.laid.over).id;
    house.go(&format!("en/chain?focus={}&up=all&over={lens}", id(bowl))).await;
    house.until("return !!document.querySelector('[data-trace=focus]')").await;
    let strung: BTreeSet<String> = vouchers
        .iter()
        .map(|voucher| voucher.touched)
        .chain([bowl])
        .map(id)
        .filter(|id| touched.contains(id))
        .collect();
    let all_strung = format!("return document.querySelectorAll('[data-knot]').length === {}", strung.len());
    house.until(&all_strung).await;
    assert_eq!(listed(&house, knots).await, strung);
    let folds = house.run("return document.querySelectorAll('[data-part=vouches] .over__fold').length").await;
    assert_eq!(folds, vouchers.len());
    house.run("document.querySelector('[data-part=vouches] .over__fold a').click()").await;
    house.until("return !!document.querySelector('[data-part=reaches]')").await;
    assert!(house.here().await.contains(&format!("lens={lens}")));
    house.driver.back().await.expect("there is a page before");
    house.until(&all_strung).await;

    house.run("document.querySelector('.overs button').click()").await;
    house
        .until(
            "return !document.querySelector('[data-knot], [data-part=vouches]') && !location.search.includes('over')",
        )
        .await;
    house.nothing_went_wrong().await;
    house.close().await;
}
