//! A map under a visitor's hand: wheel, two fingers, drags and keys.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use taste::model::{Depth, EntityIx, LensColour};

use super::{
    House,
    hand::Point,
    visitor::{catalog, traced},
};

/// Where the origin of an entity stands in the window, and how large the map is drawn there.
async fn stands(house: &House, id: &str) -> (Point, f64) {
    let script = format!(
        "const m = document.querySelector('[data-view=map] [data-entity=\"{id}\"]').getScreenCTM(); return [m.e, m.f, m.a]"
    );
    let at = house.run(&script).await;
    let number = |place: usize| at[place].as_f64().expect("a number");
    ((number(0), number(1)), number(2))
}

/// The entity that is drawn nearest to the middle of the map's window.
const MIDDLE: &str = "const map = document.querySelector('[data-view=map]').getBoundingClientRect();
    const far = e => { const m = e.getScreenCTM(); return Math.hypot(m.e - map.left - map.width / 2, m.f - map.top - map.height / 2); };
    return [...document.querySelectorAll('[data-view=map] [data-entity]')].sort((a, b) => far(a) - far(b))[0].dataset.entity";

/// Whether two points are the same but for rounding.
fn near(a: Point, b: Point) -> bool {
    (a.0 - b.0).hypot(a.1 - b.1) < 1.5
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_is_zoomed_where_the_hand_is_and_dragged_without_opening_anything() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/chain").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let id = house.text(MIDDLE).await;

    let (at, scale) = stands(&house, &id).await;
    house.wheel(at, -120, false).await;
    house.frames().await;
    let (after, nearer) = stands(&house, &id).await;
    assert!(nearer > scale * 1.1, "the wheel zooms: {scale} to {nearer}");
    assert!(near(at, after), "what is under the pointer stays: {at:?} to {after:?}");

    // Two fingers about the same point, going apart to twice their distance.
    let apart = |far: f64| [(at.0 - far, at.1), (at.0 + far, at.1)];
    house.touch(&[&apart(40.0), &apart(60.0), &apart(80.0)]).await;
    house.frames().await;
    let (after, nearest) = stands(&house, &id).await;
    assert!((nearest / nearer - 2.0).abs() < 0.05, "twice as far apart is twice as large: {nearer} to {nearest}");
    assert!(near(at, after), "what is between the fingers stays: {at:?} to {after:?}");

    // From the very pane of an entity, which a click would open.
    house.drag(&[at, (at.0 + 30.0, at.1 + 20.0), (at.0 + 90.0, at.1 + 60.0)]).await;
    house.frames().await;
    let (after, _) = stands(&house, &id).await;
    assert!(near((at.0 + 90.0, at.1 + 60.0), after), "the map goes with the hand: {at:?} to {after:?}");
    assert_eq!(house.here().await, "en/chain", "a drag opens nothing");

    house.click(".controls__row button:last-child").await;
    house.frames().await;
    let outside = "const map = document.querySelector('[data-view=map]').getBoundingClientRect();
        return [...document.querySelectorAll('[data-view=map] [data-entity]')].filter(e => {
            const m = e.getScreenCTM();
            return m.e < map.left || m.e > map.right || m.f < map.top || m.f > map.bottom;
        }).map(e => e.dataset.entity)";
    assert_eq!(house.run(outside).await, json!([]), "all is in sight again");

    // And the same pane without a drag is a click.
    let (at, _) = stands(&house, &id).await;
    house.drag(&[at]).await;
    house.until(&format!("return location.search === '?focus={id}'")).await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_map_within_a_page_leaves_the_wheel_to_the_page_until_it_is_asked_for() {
    let catalog = catalog();
    let told = |at: EntityIx| catalog.graph.leaving(at).len() + catalog.graph.reaching(at).len();
    let most = catalog.each_entity().filter(|(_, entity)| entity.stage.is_some()).max_by_key(|(at, _)| told(*at));
    let id = most.expect("there are entities").1.id.to_string();
    let house = House::open(1440, 900, Vec::new()).await;
    house.go(&format!("en/entity/{id}")).await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let scrolled = "return scrollY";
    let (at, scale) = stands(&house, &id).await;
    house.wheel(at, 240, false).await;
    house.until("return scrollY > 100").await;
    assert!((stands(&house, &id).await.1 - scale).abs() < 1e-6, "the map is as it was");

    house.run("scrollTo(0, 0)").await;
    house.frames().await;
    let at = stands(&house, &id).await.0;
    house.wheel(at, -120, true).await;
    house.frames().await;
    let (_, nearer) = stands(&house, &id).await;
    assert!(nearer > scale * 1.1, "with Ctrl it zooms: {scale} to {nearer}");

    house
        .run(&format!(
            "document.querySelector('[data-view=map] [data-entity=\"{id}\"]').focus({{ preventScroll: true }})"
        ))
        .await;
    house.wheel(at, 240, false).await;
    house.frames().await;
    let (_, after) = stands(&house, &id).await;
    assert!(after < nearer * 0.9, "while one is in it, too: {nearer} to {after}");
    assert_eq!(house.run(scrolled).await, json!(0), "and the page stays");
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_is_one_stop_of_the_tab_key() {
    let house = House::open(1280, 800, Vec::new()).await;
    house.go("en/chain").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let inside = "return !!document.activeElement.closest('.map__svg')";
    let mut stops = 0;
    for _ in 0..60 {
        house.key("Tab").await;
        let is_inside = house.run(inside).await == json!(true);
        stops += usize::from(is_inside);
        if stops > 0 && !is_inside {
            break;
        }
    }
    assert_eq!(stops, 1);
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_colours_of_a_lens_say_what_its_legend_says() {
    let catalog = catalog();
    let of = |colour| {
        let lens = catalog.lenses.iter().find(|lens| lens.colour == colour).expect("the file has such a lens");
        lens.id.to_string()
    };
    let house = House::open(1440, 900, Vec::new()).await;
    let open = async |lens: &str| {
        house.go(&format!("en/chain?lens={lens}")).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    };

    open(&of(LensColour::Evidence)).await;
    let strokes = "const by = {};
        for (const line of document.querySelectorAll('.map .line--rest')) {
            const said = [...line.classList].find(name => name.startsWith('e-'));
            (by[said] ??= new Set()).add(getComputedStyle(line).stroke);
        }
        return Object.values(by).map(strokes => [...strokes])";
    let strokes = house.run(strokes).await;
    let strokes: Vec<&Value> = strokes.as_array().into_iter().flatten().collect();
    assert!(strokes.len() > 2, "the whole chain rests on several things: {strokes:?}");
    assert!(strokes.iter().all(|each| each.as_array().is_some_and(|each| each.len() == 1)), "{strokes:?}");
    let different: BTreeSet<String> = strokes.iter().map(ToString::to_string).collect();
    assert_eq!(different.len(), strokes.len(), "each has a colour of its own: {strokes:?}");

    open(&of(LensColour::Honours)).await;
    let clear = "const root = getComputedStyle(document.documentElement), probe = document.createElement('i');
        probe.style.color = root.getPropertyValue('--paper-3');
        document.body.append(probe);
        const clear = getComputedStyle(probe).color;
        probe.remove();
        return [...document.querySelectorAll('.map [data-entity]')]
            .filter(node => getComputedStyle(node.querySelector('.glass:not(.node__dim)')).fill !== clear)
            .map(node => node.dataset.entity)";
    let coloured = house.run(clear).await;
    let coloured: BTreeSet<&str> = coloured.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let lens = catalog.find_lens(&of(LensColour::Honours)).expect("it is in the file");
    let shown = catalog.each_entity().filter(|(entity, _)| catalog.lens(lens).column_of(*entity).is_some());
    let bearers: BTreeSet<&str> =
        shown.filter(|(_, record)| !record.honours.is_empty()).map(|(_, record)| record.id.as_str()).collect();
    assert_eq!(coloured, bearers);
    house.nothing_went_wrong().await;
    house.close().await;
}

/// How many a map counts beyond its edges, and how many of what is lit have some of their pane in its free part.
const COUNTED: &str = "const map = document.querySelector('[data-view=map]'), box = map.getBoundingClientRect();
    const sheet = document.querySelector('.panel')?.getBoundingClientRect().top ?? box.bottom;
    const signs = [...document.querySelectorAll('.map__edge:not([hidden])')];
    const counted = signs.reduce((sum, sign) => sum + parseInt(sign.textContent.replace(/\\D/g, ''), 10), 0);
    const inside = [...map.querySelectorAll('[data-entity]')].filter(node => {
        const pane = node.querySelector('.node__pane'), at = node.getScreenCTM();
        const lit = node.dataset.trace && node.dataset.trace !== 'none';
        const reach = pane ? 12 * pane.getScreenCTM().a : 0; // A pane is drawn on a grid of 24.
        return lit && at.e > box.left - reach && at.e < box.right + reach && at.f > box.top - reach && at.f < Math.min(box.bottom, sheet) + reach;
    });
    return [counted, inside.length]";

#[tokio::test(flavor = "multi_thread")]
async fn what_a_trace_lights_elsewhere_is_counted_at_the_edges_and_a_sign_leads_to_it() {
    let house = House::open(390, 844, Vec::new()).await;
    let catalog = catalog();
    let start = catalog.site.start.as_ref().expect("the file begins with a chain").focus;
    let focus = catalog.entity(start).id.as_str();
    let (up, down) = traced(&catalog, focus, Depth::All, Depth::All);
    let lit = (up.len() + down.len() + 1) as u64;
    let below = "const ring = document.querySelector('.node__ring').getBoundingClientRect();
        return ring.bottom - document.querySelector('.panel').getBoundingClientRect().top";
    for height in [667, 740, 844] {
        house.resize(390, height).await;
        house.go(&format!("en/chain?focus={focus}&up=all&down=all")).await;
        house.until("return performance.getEntriesByName('trace-done').length > 0").await;
        house.frames().await;
        assert!(house.run(below).await.as_f64() < Some(0.0), "the sheet leaves the focus in sight at {height}");
    }
    let both = |counts: &Value| counts[0].as_u64().unwrap_or(0) + counts[1].as_u64().unwrap_or(0);
    let before = house.run(COUNTED).await;
    assert_eq!(both(&before), lit, "{before}");
    assert!(before[0].as_u64() > Some(0), "a phone shows a part of it: {before}");
    // Whoever goes there by keys is not thrown out of the map when the sign goes.
    for _ in 0..12 {
        let script = "const sign = document.querySelector('.map__edge[data-edge=top]:not([hidden])');
            sign?.focus(); return !!sign";
        if house.run(script).await != json!(true) {
            break;
        }
        house.key("Enter").await;
        house.frames().await;
        assert_eq!(house.run("return !!document.activeElement.closest('.map')").await, json!(true));
    }
    let after = house.run(COUNTED).await;
    assert_eq!(both(&after), lit, "{after}");
    assert_eq!(
        house.run("return document.querySelectorAll('.map__edge[data-edge=top]:not([hidden])').length").await,
        json!(0)
    );
    // Where nothing is lit nothing is counted.
    house.click(".chain__back").await;
    house.until("return document.querySelectorAll('.map__edge:not([hidden])').length === 0").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_map_hides_is_what_it_counts_beyond_its_edges_however_often_it_is_drawn_anew() {
    let house = House::open(390, 420, Vec::new()).await;
    let catalog = catalog();
    let start = catalog.site.start.as_ref().expect("the file begins with a chain").focus;
    let focus = catalog.entity(start).id.as_str();
    let hidden = "return document.querySelectorAll('[data-beyond]').length";
    for page in [format!("entity/{focus}"), format!("chain?focus={focus}&up=all&down=all")] {
        house.resize(390, 420).await;
        house.go(&format!("en/{page}")).await;
        house.until("return document.querySelectorAll('.map__edge:not([hidden])').length > 0").await;
        // The nodes of one drawing are those of the next, with all that was written to them.
        for (width, height) in [(390, 420), (768, 1024), (1440, 900), (390, 844)] {
            house.run("performance.clearMarks('map-ready')").await;
            house.resize(width, height).await;
            if width != 390 || height != 420 {
                house.until("return performance.getEntriesByName('map-ready').length > 0").await;
            }
            house.frames().await;
            let counted = house.run(COUNTED).await;
            assert_eq!(house.run(hidden).await, counted[0], "{page} at {width}x{height}");
        }
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dot_is_out_of_the_way_of_the_names_that_are_lit_and_of_those_alone_in_whatever_language_one_came() {
    let house = House::open(1440, 900, Vec::new()).await;
    let catalog = catalog();
    let start = catalog.site.start.as_ref().expect("the file begins with a chain").focus;
    let focus = catalog.entity(start).id.as_str();
    let away =
        "return [...document.querySelectorAll('[data-under]')].map(dot => dot.closest('[data-entity]').dataset.entity)";
    let mut fresh = Vec::new();
    for lang in ["zh-Hant", "en"] {
        house.go(&format!("{lang}/chain?focus={focus}&up=all&down=all")).await;
        house.until("return performance.getEntriesByName('trace-done').length > 0").await;
        house.frames().await;
        fresh.push(house.run(away).await);
    }
    assert_ne!(fresh[0], fresh[1], "names are not as long in both languages");
    house.run("performance.clearMarks('map-ready')").await;
    house.click("[lang=zh-Hant]").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    house.frames().await;
    assert_eq!(house.run(away).await, fresh[0]);
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chain_of_the_opening_page_stands_as_it_would_have_opened_when_a_tablet_is_turned() {
    let house = House::open(768, 1024, Vec::new()).await;
    let stands = "const map = document.querySelector('.map'), camera = map.querySelector('[data-part=camera]');
        const { width, height } = map.getBoundingClientRect();
        return [width, height, camera.getAttribute('transform')]";
    house.go("en/").await;
    for (width, height) in [(1024, 768), (768, 1024)] {
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        house.frames().await;
        house.run("performance.clearMarks('map-ready')").await;
        house.resize(width, height).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        house.frames().await;
        let turned = house.run(stands).await;
        house.go("en/").await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        house.frames().await;
        assert_eq!(turned, house.run(stands).await, "{width}x{height}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
