//! What a visitor does.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use taste::{
    load::load,
    model::{Catalog, Depth, EvidenceSet, Lang, LensIx},
    trace::{self, Request},
};
use thirtyfour::{By, Key};

use super::House;

pub(crate) fn catalog() -> Catalog {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("the data file is there");
    load(&bytes).catalog.expect("it can be read")
}

/// Ids of a trace computed from the file: upstream and downstream.
pub(crate) fn traced(catalog: &Catalog, id: &str, up: Depth, down: Depth) -> (BTreeSet<String>, BTreeSet<String>) {
    let focus = catalog.find(id).expect("it is in the file");
    let request = Request { focus, up, down, lens: LensIx(0), year: None, evidence: EvidenceSet::ALL };
    let trace = trace::run(catalog, request);
    let ids =
        |side: &trace::Side| side.reached.iter().map(|reached| catalog.entity(reached.entity).id.to_string()).collect();
    (ids(&trace.up), ids(&trace.down))
}

pub(crate) async fn shown(house: &House, word: &str) -> BTreeSet<String> {
    let script = format!("return [...document.querySelectorAll('[data-trace={word}]')].map(e => e.dataset.entity)");
    let ids: Value = house.run(&script).await;
    ids.as_array().map(|ids| ids.iter().filter_map(Value::as_str).map(str::to_owned).collect()).unwrap_or_default()
}

/// The entity of the file with the largest trace, so that the tests need no name of a district.
pub(crate) fn hub(catalog: &Catalog) -> String {
    let size = |id: &str| {
        let (up, down) = traced(catalog, id, Depth::All, Depth::All);
        up.len().min(down.len())
    };
    let staged = catalog.entities.iter().filter(|entity| entity.stage.is_some());
    staged.map(|entity| entity.id.to_string()).max_by_key(|id| (size(id), id.clone())).expect("there are entities")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_root_chooses_a_language_and_shows_a_chain() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("").await;
    house.until("return location.pathname === '/en/'").await;
    assert_eq!(house.text("return document.documentElement.lang").await, "en");
    assert!(house.run("return document.querySelectorAll('[data-entity]').length").await.as_u64() >= Some(3));
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selected_entity_lights_exactly_its_trace_and_back_puts_it_out() {
    let catalog = catalog();
    let hub = hub(&catalog);
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/chain").await;
    let before = house
        .run(&format!("const r = document.querySelector('[data-entity={hub}]').getAttribute('transform'); return r"))
        .await;
    // A real click of the element itself: it may lie outside the window, which a visitor would drag it into.
    house.run(&format!("document.querySelector('[data-entity={hub}]').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, view: window }}))")).await;
    house.until(&format!("return location.search === '?focus={hub}'")).await;
    house.until("return !!document.querySelector('[data-trace=focus]')").await;
    let (up, down) = traced(&catalog, &hub, Depth::Steps(1), Depth::Steps(1));
    assert_eq!(shown(&house, "up").await, up);
    assert_eq!(shown(&house, "down").await.difference(&up).count(), down.difference(&up).count());
    let after =
        house.run(&format!("return document.querySelector('[data-entity={hub}]').getAttribute('transform')")).await;
    assert_eq!(before, after, "selecting moves nothing");

    house.go(&format!("en/chain?focus={hub}&up=all&down=all")).await;
    let (up, down) = traced(&catalog, &hub, Depth::All, Depth::All);
    let (seen_up, seen_down) = (shown(&house, "up").await, shown(&house, "down").await);
    assert_eq!(&seen_up | &seen_down, &up | &down);
    house.until("return performance.getEntriesByName('trace-done').length > 0").await;
    let detail = house.run("return performance.getEntriesByName('trace-done').at(-1).detail").await;
    assert_eq!(detail, json!({ "focus": hub, "up": up.len(), "down": down.len() }));

    house.driver.back().await.expect("there is a page before");
    house.until(&format!("return location.search === '?focus={hub}'")).await;
    house.driver.back().await.expect("there is a page before");
    house.until("return location.search === '' && !document.querySelector('[data-trace]')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_entry_of_the_history_has_the_title_of_its_own_page() {
    let catalog = catalog();
    let hub = hub(&catalog);
    let name = catalog.entity(catalog.find(&hub).expect("it is in the file")).name.full.words(Lang::En);
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/chain").await;
    let plate = house.text("return document.title").await;
    house.run(&format!("document.querySelector('[data-entity={hub}]').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, view: window }}))")).await;
    house.until(&format!("return document.title.startsWith({})", json!(name))).await;
    house.click("nav a[href*='en/stories']").await;
    house.until("return location.pathname === '/en/stories' && !document.title.includes(':')").await;
    let stories = house.text("return document.title").await;
    let history = house.command("Page.getNavigationHistory", json!({})).await;
    let titles: Vec<&str> =
        history["entries"].as_array().into_iter().flatten().filter_map(|entry| entry["title"].as_str()).collect();
    let [.., first, trace, last] = titles[..] else { panic!("{titles:?}") };
    assert_eq!((first, last), (&*plate, &*stories));
    assert!(trace.starts_with(name), "{trace}");
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trace_is_marked_as_done_when_map_and_panel_tell_of_it() {
    let catalog = catalog();
    let hub = hub(&catalog);
    let other = traced(&catalog, &hub, Depth::All, Depth::All).0.pop_first().expect("something lies upstream of it");
    for (width, height) in [(1440, 900), (390, 844)] {
        let house = House::open(width, height, Vec::new()).await;
        house.go(&format!("en/chain?focus={hub}")).await;
        house.until("return performance.getEntriesByName('trace-done').length > 0").await;
        let script = format!(
            "const mark = performance.mark.bind(performance);
            performance.mark = (name, options) => {{
                const lit = document.querySelector('[data-trace=focus]').dataset.entity;
                window.told = [options.detail.focus, lit, document.querySelector('.panel h2').innerText];
                return mark(name, options);
            }};
            document.querySelector('[data-view=map] [data-entity={other}]').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, view: window }}))"
        );
        house.run(&script).await;
        house.until("return !!window.told").await;
        let name = catalog.entity(catalog.find(&other).expect("it is in the file")).name.full.words(Lang::En);
        assert_eq!(house.run("return window.told").await, json!([other, other, name]));
        house.nothing_went_wrong().await;
        house.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_map_that_has_shown_other_traces_looks_like_one_that_was_opened_with_the_last() {
    let catalog = catalog();
    let hub = hub(&catalog);
    let other = traced(&catalog, &hub, Depth::All, Depth::All).0.pop_first().expect("something lies upstream of it");
    let house = House::open(1440, 900, Vec::new()).await;
    let looks = "
        const inside = e => [...e.querySelectorAll('*')].map(part => part.tagName + '.' + part.getAttribute('class')).join();
        const all = selector => [...document.querySelectorAll('[data-view=map] ' + selector)];
        const nodes = all('[data-entity]').map(e => [e.dataset.entity, e.dataset.trace, e.getAttribute('class'), e.getAttribute('tabindex'), e.ariaCurrent, inside(e)]);
        const lines = all('[data-from]').map(e => [e.dataset.from, e.dataset.to, e.dataset.kind, e.getAttribute('class'), getComputedStyle(e).stroke]);
        return JSON.stringify([nodes, lines]);";
    let select = async |id: &str| {
        house.run(&format!("document.querySelector('[data-entity={id}]').dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, view: window }}))")).await;
        house.until(&format!("return document.querySelector('[data-trace=focus]')?.dataset.entity === '{id}'")).await;
    };
    house.go("en/chain").await;
    let unlit = house.text(looks).await;
    select(&other).await;
    select(&hub).await;
    let lit = house.text(looks).await;
    assert_ne!(lit, unlit);
    house.run("document.querySelector('.chain__back').click()").await;
    house.until("return !document.querySelector('[data-trace]')").await;
    assert_eq!(house.text(looks).await, unlit, "nothing is left of a trace that was put out");
    house.go(&format!("en/chain?focus={hub}")).await;
    house.until("return !!document.querySelector('[data-trace=focus]')").await;
    assert_eq!(house.text(looks).await, lit);
    let twice = "const all = [...document.querySelectorAll('[data-view=map] [data-from]')].map(e => [e.dataset.from, e.dataset.to, e.dataset.kind].join(' ')); return all.length - new Set(all).size";
    assert_eq!(house.run(twice).await, json!(0), "a lit link is drawn once");
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unfolding_a_tie_tells_what_it_rests_on() {
    let hub = hub(&catalog());
    let house = House::open(1440, 900, Vec::new()).await;
    house.go(&format!("en/chain?focus={hub}")).await;
    house.run("document.querySelector('.panel .tie summary').click()").await;
    house.until("return document.querySelector('.panel .tie details[open] .evidence')?.innerText.length > 3").await;
    house.run("document.querySelector('.panel .tie summary').click()").await;
    house.until("return !document.querySelector('.panel .tie details[open]')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_of_the_panel_opens_the_next_one_at_its_head_and_closing_it_leads_back_to_the_map() {
    let hub = hub(&catalog());
    let house = House::open(390, 844, Vec::new()).await;
    house.go(&format!("en/chain?focus={hub}")).await;
    house.until("return !!document.querySelector('.panel .tie a')").await;
    house.run("document.querySelector('.panel .tie summary').click(); document.querySelector('.panel .tie a').focus(); document.querySelector('.panel').scrollTop = 300").await;
    assert_eq!(house.run("return document.querySelector('.panel').scrollTop").await, json!(300), "the sheet scrolls");
    let before = house.text("return document.querySelector('.panel h2').innerText").await;
    let link = house.driver.active_element().await.expect("something has the focus");
    link.send_keys(Key::Enter.value().to_string()).await.expect("it takes keys");
    house.until(&format!("return document.querySelector('.panel h2').innerText !== {}", json!(before))).await;
    house.until("return document.activeElement === document.querySelector('.panel h2')").await;
    let state =
        "return [document.querySelector('.panel').scrollTop, document.querySelectorAll('.panel details[open]').length]";
    assert_eq!(house.run(state).await, json!([0, 0]), "at its head, nothing unfolded");
    // So does one that is picked on the map, while nothing of the panel has the focus.
    let before = house.text("return document.querySelector('.panel h2').innerText").await;
    house.run("document.activeElement.blur(); document.querySelector('.panel').scrollTop = 300").await;
    house.run("const lit = document.querySelector('[data-trace=up], [data-trace=down]'); lit.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))").await;
    house.until(&format!("return document.querySelector('.panel h2').innerText !== {}", json!(before))).await;
    house.until("return document.querySelector('.panel').scrollTop === 0").await;
    let next = house.text("return document.querySelector('[data-trace=focus]').dataset.entity").await;
    assert_ne!(next, hub);
    house.run("document.querySelector('.panel__close').focus(); document.querySelector('.panel__close').click()").await;
    house.until(&format!("return document.activeElement.dataset.entity === '{next}'")).await;
    assert_eq!(house.run("return document.querySelector('.panel').checkVisibility()").await, json!(false));
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_on_a_phone_is_drawn_up_and_folded_down_by_taps_and_drags() {
    let hub = hub(&catalog());
    let house = House::open(390, 844, Vec::new()).await;
    house.go(&format!("en/chain?focus={hub}")).await;
    let high = "document.querySelector('.panel').getBoundingClientRect().height";
    let is = async |height: u32| house.until(&format!("return {high} === {height}")).await;
    is(292).await;
    house.click(".panel__handle").await;
    is(704).await;
    // However far it was read, once it is low it shows its head.
    house.run("document.querySelector('.panel').scrollTop = 400").await;
    house.until("return document.querySelector('.panel').scrollTop === 400").await;
    house.click(".panel__handle").await;
    is(98).await;
    house.until("return document.querySelector('.panel').scrollTop === 0").await;
    let drag = async |up: i32| {
        let script = format!(
            "const handle = document.querySelector('.panel__handle'), y = handle.getBoundingClientRect().top + 8;
            const send = (kind, y) => handle.dispatchEvent(new PointerEvent(kind, {{ bubbles: true, pointerId: 1, clientX: 195, clientY: y }}));
            send('pointerdown', y); send('pointermove', y - {up} / 2); const midway = {high}; send('pointermove', y - {up}); send('pointerup', y - {up});
            handle.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, detail: 1 }}));
            return midway"
        );
        house.run(&script).await
    };
    assert_eq!(drag(150).await, json!(173), "the sheet goes with the finger");
    is(292).await;
    drag(-150).await;
    is(98).await;
    // A drag that is taken away ends in no click, so the next one is a tap.
    let cancelled = "const handle = document.querySelector('.panel__handle'), y = handle.getBoundingClientRect().top + 8;
        const send = (kind, y) => handle.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1, clientX: 195, clientY: y }));
        send('pointerdown', y); send('pointermove', y - 150); send('pointercancel', y - 150);
        handle.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));";
    house.run(cancelled).await;
    is(292).await;
    drag(-150).await;
    is(98).await;
    // What was folded down stays so for the next one, whose trace the map shows above it.
    house.run("const lit = document.querySelector('[data-trace=up], [data-trace=down]'); lit.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))").await;
    house.until(&format!("return document.querySelector('[data-trace=focus]').dataset.entity !== '{hub}'")).await;
    is(98).await;
    let above = "document.querySelector('[data-trace=focus]').getBoundingClientRect().bottom <= document.querySelector('.panel').getBoundingClientRect().top";
    house.until(&format!("return {above}")).await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_walk_the_map_and_set_the_depth() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/chain").await;
    let stops = house.run("return document.querySelectorAll('[data-view=map] [tabindex=\"0\"]').length").await;
    assert_eq!(stops, json!(1), "the map is one tab stop");
    house.run("document.querySelector('[data-view=map] [tabindex=\"0\"]').focus()").await;
    let first = house.text("return document.activeElement.dataset.entity").await;
    let active = house.driver.active_element().await.expect("something has the focus");
    active.send_keys(Key::Down.value().to_string()).await.expect("it takes keys");
    house.until(&format!("return document.activeElement.dataset.entity !== '{first}'")).await;
    let second = house.text("return document.activeElement.dataset.entity").await;
    let active = house.driver.active_element().await.expect("something has the focus");
    active.send_keys(Key::Enter.value().to_string()).await.expect("it takes keys");
    house.until(&format!("return location.search.includes('focus={second}')")).await;
    let active = house.driver.active_element().await.expect("something has the focus");
    active.send_keys("3").await.expect("it takes keys");
    house.until("return location.search.includes('up=3') && location.search.includes('down=3')").await;
    let active = house.driver.active_element().await.expect("something has the focus");
    active.send_keys(Key::Escape.value().to_string()).await.expect("it takes keys");
    house.until("return !location.search.includes('focus')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_drag_a_key_or_an_assistive_tool_still_clicks() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/chain").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let map = house.driver.find(By::Css("[data-view=map]")).await.expect("there is a map");
    let hand = house.driver.action_chain().move_to_element_center(&map).click_and_hold().move_by_offset(60, 40);
    hand.release().perform().await.expect("it can be dragged");
    assert_eq!(house.here().await, "en/chain", "a drag is no click");
    // A click without a press has no detail.
    house.run("document.querySelector('[data-view=map] [data-entity]').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))").await;
    house.until("return location.search.includes('focus=')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn search_finds_by_both_scripts_english_and_jyutping() {
    let catalog = catalog();
    let read = catalog
        .entities
        .iter()
        .find(|entity| entity.name.jyutping.is_some() && entity.stage.is_some())
        .expect("some names have readings");
    let jyutping = read.name.jyutping.as_deref().unwrap_or_default();
    let plain: String = jyutping.chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect();
    let names = read.name.full.0.iter().map(|spelling| spelling.text.to_string());
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/chain").await;
    for query in names.chain([jyutping.to_owned(), plain]) {
        let field = house.driver.find(By::Css("input[type=search]")).await.expect("there is a field");
        field.clear().await.expect("it can be emptied");
        field.send_keys(query.as_str()).await.expect("it takes text");
        let link = format!(
            "return [...document.querySelectorAll('.search__found a')].some(a => a.href.includes('focus={}'))",
            read.id
        );
        house.until(&link).await;
    }
    house.until("return performance.getEntriesByName('search-done').length > 0").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_is_read_step_by_step_each_at_its_address() {
    let catalog = catalog();
    let story = catalog.stories.iter().find(|story| story.steps.len() > 2).expect("there are stories");
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/stories").await;
    house.click(&format!("a[href*='story/{}/1']", story.id)).await;
    house.until(&format!("return !!document.querySelector('[data-story={}][data-step=\"1\"]')", story.id)).await;
    house.click(".turns .btn--solid").await;
    house
        .until(&format!(
            "return location.pathname === '/en/story/{}/2' && !!document.querySelector('[data-step=\"2\"]')",
            story.id
        ))
        .await;
    let focus = catalog.entity(story.steps[1].focus).id.to_string();
    house.until(&format!("return document.querySelector('[data-trace=focus]')?.dataset.entity === '{focus}'")).await;
    house.driver.back().await.expect("there is a page before");
    house.until("return !!document.querySelector('[data-step=\"1\"]')").await;
    house.go(&format!("en/story/{}/99", story.id)).await;
    house.until("return document.querySelector('h1').textContent.includes('no such page')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn language_and_theme_change_in_place() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/stories").await;
    house.click("button[lang=zh-Hant]").await;
    house.until("return location.pathname === '/zh-Hant/stories' && document.documentElement.lang === 'zh-Hant'").await;
    assert_eq!(house.text("return document.querySelector('h1').textContent").await, "故事");
    let length = house.run("return history.length").await;
    house.run("document.querySelectorAll('.spine__tools button')[2].click()").await;
    house.until("return document.documentElement.dataset.theme === 'dark' && location.search === '?theme=dark'").await;
    assert_eq!(house.run("return history.length").await, length, "neither makes an entry of the history");
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_holds_the_same_entities_and_links_as_the_map() {
    let house = House::open(1280, 900, Vec::new()).await;
    house.go("en/chain").await;
    let entities = "return [...document.querySelectorAll('[data-entity]')].map(e => e.dataset.entity).sort().join()";
    let on_map = house.text(entities).await;
    house.go("en/chain?view=list").await;
    assert_eq!(house.text(entities).await, on_map);
    let links = house.run("return new Set([...document.querySelectorAll('[data-from]')].map(e => [e.dataset.from, e.dataset.to, e.dataset.kind].join(' '))).size").await;
    let catalog = catalog();
    let lens = catalog.lens(LensIx(0));
    let followed = catalog.links.iter().filter(|link| {
        lens.follows(link.kind) && lens.column_of(link.from).is_some() && lens.column_of(link.to).is_some()
    });
    assert_eq!(links, json!(followed.count()));
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_district_draws_itself_from_its_own_file() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/?data=tests/districts/quay.json").await;
    assert_eq!(house.text("return document.querySelector('h1').textContent").await, "Northquay");
    assert_eq!(shown(&house, "focus").await, BTreeSet::from(["kipper".to_owned()]));
    assert!(
        house.run("return !document.querySelector('button[lang=zh-Hans]')").await == Value::Bool(true),
        "it speaks two languages"
    );
    house.go("zh-Hans/chain?data=tests/districts/quay.json").await;
    house.until("return !location.pathname.startsWith('/zh-Hans/')").await;
    house.go("en/chain?lens=masters&focus=smokehouse&data=tests/districts/quay.json").await;
    assert_eq!(shown(&house, "up").await, BTreeSet::from(["ann".to_owned()]));
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_names_are_large_enough_apart_and_at_least_six_are_in_sight() {
    let house = House::open(390, 844, Vec::new()).await;
    for page in ["", "chain"] {
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            house.go(&format!("{lang}/{page}")).await;
            house.until("return performance.getEntriesByName('map-ready').length > 0").await;
            let measured = house
                .run(
                    "const seen = r => r.right > 0 && r.left < innerWidth && r.bottom > 0 && r.top < innerHeight;
                    const map = document.querySelector('[data-view=map]');
                    const entities = [...map.querySelectorAll('[data-entity]')].filter(e => seen(e.getBoundingClientRect())).length;
                    const texts = [...map.querySelectorAll('.node__name text')].filter(t => t.checkVisibility() && seen(t.getBoundingClientRect()));
                    const size = t => parseFloat(getComputedStyle(t).fontSize) * Math.hypot(t.getScreenCTM().a, t.getScreenCTM().b);
                    // A line of text is a fifth taller than what is written in it, above and below.
                    const boxes = texts.map(t => { const r = t.getBoundingClientRect(), v = r.height * .2; return { l: r.left, r: r.right, t: r.top + v, b: r.bottom - v }; });
                    let over = 0;
                    boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => { if (Math.min(a.r, b.r) - Math.max(a.l, b.l) > 2 && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 2) over++; }));
                    return { entities, smallest: Math.min(...texts.map(size)), over };",
                )
                .await;
            assert!(measured["entities"].as_u64() >= Some(6), "{lang}/{page}: {measured}");
            assert!(measured["smallest"].as_f64() >= Some(11.99), "{lang}/{page}: {measured}");
            assert_eq!(measured["over"], json!(0), "{lang}/{page}");
        }
    }
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_chain_stands_behind_the_river_on_a_desk_and_takes_no_click() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/").await;
    house.until("return document.querySelectorAll('.home__behind path').length > 20").await;
    let under = house.text(
        "const box = document.querySelector('.home__behind').getBoundingClientRect();
        const under = document.elementFromPoint(box.left + box.width / 2, box.top + 8);
        return String(!!under.closest('.home__behind'))",
    );
    assert_eq!(under.await, "false");
    house.nothing_went_wrong().await;
    house.close().await;
    let phone = House::open(390, 844, Vec::new()).await;
    phone.go("en/").await;
    phone.until("return document.querySelectorAll('.home__river [data-entity]').length > 0").await;
    assert_eq!(phone.run("return document.querySelectorAll('.home__behind').length").await, 0);
    phone.close().await;
}
