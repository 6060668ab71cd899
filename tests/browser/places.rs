//! The place map: the same places on the map and beside it, picked by pointer and by key.

use serde_json::json;
use taste::view::ground;
use thirtyfour::{By, Key};

use super::{House, visitor::catalog};

#[tokio::test(flavor = "multi_thread")]
async fn a_street_is_picked_to_see_its_houses_and_a_house_to_see_where_it_stands() {
    let catalog = catalog();
    let drawn = ground::of(&catalog).expect("the file draws a map");
    let map = catalog.map.as_ref().expect("the file draws a map");
    let busiest = drawn.streets.iter().max_by_key(|street| street.houses.len()).expect("there are streets");
    let street = map.shapes[busiest.shape].id.to_string();

    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/places").await;
    house.until("return document.querySelectorAll('[data-view=places] .spot').length > 0").await;
    assert_eq!(
        house.run("return document.querySelectorAll('[data-view=places] .spot').length").await,
        json!(drawn.stands.len())
    );
    // Every place of the file is somewhere on the page: on the map or in a list.
    let listed = drawn.beyond.len() + drawn.unset.len();
    let shown = house.run("return document.querySelectorAll('.places__list li').length").await.as_u64();
    assert!(shown >= Some(listed as u64), "{shown:?} of {listed}");

    house.click(&format!("a[href*='street={street}']")).await;
    house.until(&format!("return location.search === '?street={street}'")).await;
    house.until("return document.querySelectorAll('.houses li').length > 0").await;
    assert_eq!(house.run("return document.querySelectorAll('.houses li').length").await, json!(busiest.houses.len()));
    assert_eq!(house.run("return document.querySelectorAll('.ground__shape--picked').length").await, json!(1));

    let known = busiest.houses.iter().find(|house| drawn.stand(**house).is_some()).expect("one of them is on the map");
    let id = catalog.entity(*known).id.to_string();
    let pane = house.driver.find(By::Css(format!(".spot[data-entity='{id}']"))).await.expect("it is on the map");
    let reach = pane.find(By::Css(".spot__reach")).await.expect("a pane has a reach");
    house.driver.action_chain().move_to_element_center(&reach).click().perform().await.expect("it can be clicked");
    house.until(&format!("return location.search.includes('focus={id}')")).await;
    house.until("return !!document.querySelector('.places__card h2')").await;
    let focus = house.text("return document.querySelector('.spot--focus').dataset.entity").await;
    assert_eq!(focus, id);

    // The street was framed when it was picked; another of its houses does not throw the reader's zoom away.
    let scale = "return document.querySelector('[data-part=camera]').getAttribute('transform').split('scale')[1]";
    let framed = house.text(scale).await;
    house.run("document.querySelectorAll('.controls__row button')[0].click()").await;
    let zoomed = house.text(scale).await;
    assert_ne!(zoomed, framed);
    let mut others = busiest.houses.iter().filter(|house| *house != known && drawn.stand(**house).is_some());
    let other = catalog.entity(*others.next_back().expect("more of them are on the map")).id.to_string();
    let click = "dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
    for id in [&other, &id] {
        house.run(&format!("document.querySelector(\".spot[data-entity='{id}']\").{click}")).await;
        house.until(&format!("return document.querySelector('.spot--focus')?.dataset.entity === '{id}'")).await;
        house.run("return new Promise(done => setTimeout(done, 100))").await;
        assert_eq!(house.text(scale).await, zoomed);
    }

    // From there by keys: to another place, and in.
    pane.send_keys(Key::Right + Key::Left).await.expect("the map takes keys");
    let moved = house.text("return document.activeElement.dataset.entity").await;
    assert!(catalog.find(&moved).is_some(), "{moved}");
    house
        .driver
        .active_element()
        .await
        .expect("something has the focus")
        .send_keys("" + Key::Escape)
        .await
        .expect("it takes keys");
    house.until("return !location.search.includes('focus=')").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn panes_and_names_keep_their_size_however_near_the_map_is() {
    let house = House::open(390, 844, Vec::new()).await;
    house.go("en/places").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let measure = "const texts = [...document.querySelectorAll('.ground__name text')];
        const size = t => parseFloat(getComputedStyle(t).fontSize) * Math.hypot(t.getScreenCTM().a, t.getScreenCTM().b);
        return { names: texts.length, least: Math.min(...texts.map(size)), most: Math.max(...texts.map(size)) }";
    let far = house.run(measure).await;
    for _ in 0..4 {
        house.run("document.querySelectorAll('.controls__row button')[1].click()").await;
    }
    house.until(&format!("return document.querySelectorAll('.ground__name text').length > {}", far["names"])).await;
    for seen in [far, house.run(measure).await] {
        assert!(seen["least"].as_f64() >= Some(12.9) && seen["most"].as_f64() <= Some(13.1), "{seen}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

/// A walk of the file with several stops on its map, by its address and the ids of these.
fn mapped_walk() -> (String, Vec<String>) {
    let catalog = catalog();
    let drawn = ground::of(&catalog).expect("the file draws a map");
    let walks = catalog.routes.iter().map(|route| {
        let stops: Vec<_> = route.stops.iter().map(|stop| stop.entity).collect();
        let id = |at: usize| catalog.entity(drawn.stands[at].entity).id.to_string();
        (format!("en/walk/{}", route.id), drawn.way(&stops).into_iter().map(id).collect::<Vec<_>>())
    });
    walks.max_by_key(|(_, stops)| stops.len()).expect("the file has walks")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_maps_of_walks_have_the_windows_that_they_are_tested_in() {
    let (walk, _) = mapped_walk();
    // These are the windows of tests/walk_maps.rs.
    for (width, height, window) in
        [(390, 844, json!([356, 358])), (768, 1024, json!([718, 358])), (1440, 900, json!([670, 834]))]
    {
        let house = House::open(width, height, Vec::new()).await;
        house.go(&walk).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        let measure = "const map = document.querySelector('[data-view=places]').getBoundingClientRect();
            return [Math.round(map.width), Math.round(map.height)]";
        assert_eq!(house.run(measure).await, window, "{width} by {height}");
        house.nothing_went_wrong().await;
        house.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_goes_through_the_stops_of_a_walk_and_each_comes_into_sight() {
    let (walk, stops) = mapped_walk();
    let house = House::open(1440, 900, Vec::new()).await;
    house.go(&walk).await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let entered = "return [...document.querySelectorAll(\".spot[tabindex='0']\")].map(spot => spot.dataset.entity)";
    assert_eq!(house.run(entered).await, json!([stops[0]]));
    // So near that not all of them can be seen at once.
    for _ in 0..6 {
        house.run("document.querySelectorAll('.controls__row button')[1].click()").await;
    }
    house.run("document.querySelector('main h1').focus()").await;
    let at = "document.activeElement?.dataset?.entity";
    for _ in 0..20 {
        house.key("Tab").await;
        if house.run(&format!("return {at} ?? null")).await == json!(stops[0]) {
            break;
        }
    }
    let in_sight = "const map = document.querySelector('[data-view=places]').getBoundingClientRect();
        const round = document.activeElement.querySelector('.spot__stop').getBoundingClientRect();
        return round.left >= map.left && round.right <= map.right && round.top >= map.top && round.bottom <= map.bottom";
    let last = stops.last().expect("it has stops");
    for (key, stop) in
        [("", &stops[0]), ("ArrowRight", &stops[1]), ("End", last), ("ArrowRight", last), ("Home", &stops[0])]
    {
        if !key.is_empty() {
            house.key(key).await;
        }
        house.until(&format!("return {at} === '{stop}'")).await;
        assert_eq!(house.run(in_sight).await, json!(true), "{key} to {stop}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_street_is_picked_on_the_map_itself_anywhere_along_it() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/places").await;
    house.until("return document.querySelectorAll('[data-view=places] .ground__reach').length > 0").await;
    // A point of a street on which nothing else lies, away from its middle.
    let place = "
        for (const street of document.querySelectorAll('.ground__reach')) {
            for (const part of [0.2, 0.35, 0.65, 0.8]) {
                const at = street.getPointAtLength(part * street.getTotalLength()).matrixTransform(street.getScreenCTM());
                if (document.elementFromPoint(at.x, at.y) === street) {
                    window.picked = street.dataset.street;
                    return [at.x, at.y];
                }
            }
        }";
    let at = house.point(place).await;
    house.drag(&[at]).await;
    house.until("return location.search === `?street=${window.picked}`").await;
    house.until("return document.querySelectorAll('.ground__shape--picked').length === 1").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_map_of_places_that_nobody_has_moved_opens_anew_in_another_window_and_one_that_was_moved_stays() {
    let house = House::open(390, 844, Vec::new()).await;
    let camera = "return document.querySelector('[data-part=camera]').getAttribute('transform')";
    let catalog = catalog();
    let drawn = ground::of(&catalog).expect("the file draws a map");
    let street = drawn.streets.first().expect("there are streets").shape;
    let street = catalog.map.as_ref().map(|map| map.shapes[street].id.to_string()).expect("the file draws a map");
    for page in ["en/places".to_owned(), format!("en/places?street={street}")] {
        house.resize(390, 844).await;
        house.go(&page).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        let opened = house.run(camera).await;
        house.resize(1440, 900).await;
        house.until(&format!("return (() => {{ {camera} }})() !== {opened}")).await;
        house.frames().await;
        let turned = house.run(camera).await;
        house.go(&page).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        house.frames().await;
        assert_eq!(turned, house.run(camera).await, "{page}");
        house.click(".controls__row button").await;
        let scale = |camera: serde_json::Value| {
            let text = camera.as_str().unwrap_or_default().to_owned();
            text.split("scale").nth(1).map(str::to_owned)
        };
        let moved = scale(house.run(camera).await);
        assert_ne!(moved, scale(turned), "{page}");
        house.resize(1024, 768).await;
        house.frames().await;
        assert_eq!(scale(house.run(camera).await), moved, "{page}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
