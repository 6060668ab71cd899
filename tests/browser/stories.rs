//! Reading a story: by scrolling and by steps, going on where one left, and by itself on a museum screen.

use serde_json::json;

use super::House;

/// Waits until this step of the story is shown, and is in the address.
async fn at_step(house: &House, story: &str, step: usize) {
    let script = format!(
        "return location.pathname === '/en/story/{story}/{step}' && document.querySelector('main').dataset.step === '{step}'"
    );
    house.until(&script).await;
}

/// Everything that moved without the reader's doing, as browsers reckon it.
const SHIFTS: &str = "window.__moved = 0;
    new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.__moved += e.value; }))
        .observe({ type: 'layout-shift', buffered: true });";

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_a_story_follows_its_steps() {
    let house = House::open(1280, 800, Vec::new()).await;
    let story = super::visitor::catalog().stories[0].id.to_string();
    house.go(&format!("en/story/{story}/1")).await;
    house.until("return !!document.querySelector('.share-link')").await;
    house.run("document.querySelectorAll('.share-link button')[1].click()").await;
    house.until("return document.querySelector('.qr small')?.textContent === location.href").await;
    let first = house.here().await;
    house.run("window.scrollTo(0, document.body.scrollHeight / 2)").await;
    house.until(&format!("return !location.pathname.endsWith('{first}')")).await;
    house.until("return document.querySelector('.qr small')?.textContent === location.href").await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_is_gone_on_with_where_it_was_left_and_plays_by_itself_on_a_museum_screen() {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("the data file is there");
    let catalog = taste::load::load(&bytes).catalog.expect("it can be read");
    let story = catalog.stories.iter().find(|story| story.steps.len() > 4).expect("there is a long story");
    let (id, last) = (story.id.to_string(), story.steps.len());
    let house = House::open(1440, 900, Vec::new()).await;
    house.before_all(SHIFTS).await;

    house.go(&format!("en/story/{id}/1")).await;
    for step in 2..=3 {
        house.click(".turns .btn--solid").await;
        at_step(&house, &id, step).await;
    }
    house.go("en/stories").await;
    assert_eq!(house.run(&format!("return document.querySelectorAll('a[href$=\"{id}/3\"]').length")).await, json!(1));
    house.go(&format!("en/story/{id}/1")).await;
    house.click(".story__offer a").await;
    at_step(&house, &id, 3).await;
    // The browser does not scroll back to the step that was gone to, which would make it the present one again.
    house.driver.back().await.expect("there is a step before");
    at_step(&house, &id, 1).await;

    // Scrolling reads on; the step that was come from is one step back.
    house.until("return scrollY === 0").await;
    house.run("scrollTo(0, document.documentElement.scrollHeight)").await;
    at_step(&house, &id, last).await;
    house.driver.back().await.expect("there is a step before");
    at_step(&house, &id, 1).await;
    house.until("return scrollY === 0").await;
    house.driver.forward().await.expect("there is a step after");
    at_step(&house, &id, last).await;
    let moved = house.run("return window.__moved").await.as_f64().unwrap_or(1.0);
    assert!(moved < 0.02, "nothing jumps while one reads: {moved}");
    house.go("en/stories").await;
    assert_eq!(house.run("return document.querySelectorAll('.door__read').length").await, json!(1));
    assert_eq!(house.run("return document.querySelectorAll('.story__resume').length").await, json!(0));
    house.nothing_went_wrong().await;

    // Little motion is asked for here, so that it waits for its button; then its hours pass quickly.
    house.go(&format!("en/story/{id}/1?kiosk=1")).await;
    assert_eq!(house.text("return document.querySelector('[data-show]').dataset.show").await, "waits");
    assert_eq!(house.run("return document.querySelectorAll('a[href^=http]').length").await, json!(0));
    let entries = house.run("return history.length").await;
    house.run("const later = setTimeout; window.setTimeout = (run, time) => later(run, time / 40)").await;
    house.click("[data-show]").await;
    let other = format!(
        "const {{ pathname, search }} = location;
        return search.includes('kiosk=1') && pathname.includes('/story/') && !pathname.includes('/{id}/')"
    );
    house.until(&other).await;
    assert_eq!(house.run("return history.length").await, entries);
    // Touched and left alone, it is for the next visitor again what it was opened as; the name of the whole leads to stories alone.
    for touched in ["h1", ".spine__book"] {
        house.click(touched).await;
        if touched != "h1" {
            house.until("return location.pathname === '/en/stories' && location.search === '?kiosk=1'").await;
        }
        house
            .until(&format!("return location.pathname === '/en/story/{id}/1' && location.search === '?kiosk=1'"))
            .await;
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_a_story_is_turned_by_a_finger_and_gone_on_with_where_it_was_left() {
    let catalog = super::visitor::catalog();
    let story =
        catalog.stories.iter().find(|story| story.steps.len() > 3).expect("there is a long story").id.to_string();
    let house = House::open(390, 844, Vec::new()).await;
    house.go(&format!("en/story/{story}/1")).await;
    let told = "const box = document.querySelector('.step--now p').getBoundingClientRect(); return [box.left + box.width / 2, box.top + 8]";
    let swipe = async |across: f64, down: f64| {
        let (x, y) = house.point(told).await;
        let at = |share: f64| (x + across * share, y + down * share);
        house.touch(&[&[at(-0.5)], &[at(0.0)], &[at(0.5)]]).await;
    };
    for step in [2, 3] {
        swipe(-160.0, 10.0).await;
        at_step(&house, &story, step).await;
    }
    swipe(160.0, 10.0).await;
    at_step(&house, &story, 2).await;
    // A finger that goes up and down scrolls, and one that hardly moves reads.
    swipe(-30.0, 5.0).await;
    swipe(-70.0, -120.0).await;
    house.run("return new Promise(done => setTimeout(done, 300))").await;
    at_step(&house, &story, 2).await;
    house.driver.back().await.expect("there is a step before");
    at_step(&house, &story, 3).await;

    house.go("en/stories").await;
    house.click(&format!("main a[href$='{story}/3']")).await;
    at_step(&house, &story, 3).await;
    house.nothing_went_wrong().await;
    house.close().await;
}

/// A story of some length, and how many steps it has.
fn long_story() -> (String, usize) {
    let catalog = super::visitor::catalog();
    let story = catalog.stories.iter().find(|story| story.steps.len() > 4).expect("there is a long story");
    (story.id.to_string(), story.steps.len())
}

#[tokio::test(flavor = "multi_thread")]
async fn at_every_step_the_ways_to_share_it_and_to_the_beginning_are_where_the_reader_is() {
    let (story, _) = long_story();
    for (width, height) in [(1440, 900), (1024, 768), (768, 1024)] {
        let house = House::open(width, height, Vec::new()).await;
        let clipboard = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        house.command("Browser.grantPermissions", clipboard).await;
        house.go(&format!("en/story/{story}/2")).await;
        house.until("return scrollY > 0 && !!document.querySelector('.story__stage .share-link')").await;
        house.frames().await;
        for way in [".share-link button", ".share-link button:last-of-type", ".story__begin"] {
            let seen = format!(
                "const found = document.querySelector('{way}'), box = found.getBoundingClientRect();
                return found.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2))
                    && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth"
            );
            assert_eq!(house.run(&seen).await, json!(true), "{way} at {width}");
        }
        house.click(".share-link button:last-of-type").await;
        house.until("return document.querySelector('.share-link [role=status]').textContent !== ''").await;
        at_step(&house, &story, 2).await;
        let copied = house.text("return navigator.clipboard.readText()").await;
        assert!(copied.ends_with(&format!("/en/story/{story}/2")), "{copied}");
        // The way to the beginning is gone there, and the keyboard stays with the reader.
        house.run("document.querySelector('.story__begin').focus()").await;
        house.key("Enter").await;
        at_step(&house, &story, 1).await;
        house.until("return scrollY === 0 && document.activeElement.matches('.turns .btn--solid')").await;
        house.nothing_went_wrong().await;
        house.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_a_step_that_is_turned_to_begins_right_below_the_map() {
    let (story, _) = long_story();
    let house = House::open(390, 844, Vec::new()).await;
    house.go(&format!("en/story/{story}/1")).await;
    let begins = "const head = document.querySelector('.step--now').getBoundingClientRect().top;
        const edge = document.querySelector('.story__stage').getBoundingClientRect().bottom;
        const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        return head >= edge && (head <= edge + 16 || end)";
    for (turn, step) in [("Next", 2), ("ArrowRight", 3), ("ArrowRight", 4), ("ArrowLeft", 3)] {
        house.run("scrollTo(0, document.documentElement.scrollHeight)").await;
        if turn == "Next" {
            house.click(".turns .btn--solid").await;
        } else {
            house.key(turn).await;
        }
        at_step(&house, &story, step).await;
        house.until(begins).await;
        // The map may be higher for it a moment later.
        house.run("return new Promise(done => setTimeout(done, 300))").await;
        assert_eq!(house.run(begins).await, json!(true), "step {step}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_turns_by_the_keyboard_keeps_the_focus_at_both_ends_of_a_story() {
    let (story, last) = long_story();
    let house = House::open(1440, 900, Vec::new()).await;
    for (button, from, to) in [(".turns .btn--solid", last - 1, last), (".turns > .btn", 2, 1)] {
        house.go(&format!("en/story/{story}/{from}")).await;
        house.run(&format!("document.querySelector('{button}').focus()")).await;
        house.key("Enter").await;
        at_step(&house, &story, to).await;
        house.frames().await;
        let kept = format!("return document.activeElement === document.querySelector('{button}')");
        assert_eq!(house.run(&kept).await, json!(true), "at {to}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn scrolling_through_a_story_in_one_go_is_one_entry_of_the_history() {
    let (story, last) = long_story();
    let house = House::open(1440, 900, Vec::new()).await;
    house.go(&format!("en/story/{story}/1")).await;
    house.frames().await;
    let entries = async || house.run("return history.length").await.as_u64().expect("a number");
    let first = entries().await;
    let scroll = "const far = document.documentElement.scrollHeight - innerHeight;
        return (async () => {
            const passed = new Set();
            for (let part = 1; part <= 25; part++) {
                scrollTo(0, far * part / 25);
                await new Promise(done => setTimeout(done, 80));
                passed.add(location.pathname);
            }
            return passed.size;
        })()";
    let passed = house.run(scroll).await.as_u64().expect("a number");
    assert!(passed as usize + 1 >= last, "the address follows the steps: {passed}");
    at_step(&house, &story, last).await;
    assert_eq!(entries().await, first + 1);
    // After a rest another scroll begins.
    house.run("return new Promise(done => setTimeout(done, 800))").await;
    house.run("scrollTo(0, 0)").await;
    at_step(&house, &story, 1).await;
    assert_eq!(entries().await, first + 2);
    for step in [last, 1] {
        house.driver.back().await.expect("there is a step before");
        at_step(&house, &story, step).await;
    }
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_turn_nothing_do_what_they_do_on_every_page() {
    let (story, last) = long_story();
    let house = House::open(1440, 900, Vec::new()).await;
    let goes_on = |key: &str, shift: bool| {
        format!(
            "return dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', shiftKey: {shift}, cancelable: true }}))"
        )
    };
    for (step, keys) in [(1, ["PageUp", "ArrowLeft"]), (last, ["PageDown", "ArrowRight"])] {
        house.go(&format!("en/story/{story}/{step}")).await;
        house.frames().await;
        for key in keys {
            assert_eq!(house.run(&goes_on(key, false)).await, json!(true), "{key} at {step}");
        }
        for key in ["ArrowLeft", "ArrowRight", "PageUp", "PageDown"] {
            assert_eq!(house.run(&goes_on(key, true)).await, json!(true), "{key} with Shift at {step}");
        }
        at_step(&house, &story, step).await;
    }
    // At the last step there is more to read below.
    let before = house.run("return scrollY").await.as_f64().unwrap_or(0.0);
    house.key("PageDown").await;
    house.until(&format!("return scrollY > {before}")).await;
    at_step(&house, &story, last).await;
    house.nothing_went_wrong().await;
    house.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_story_is_turned_by_keys() {
    let catalog = super::visitor::catalog();
    let story =
        catalog.stories.iter().find(|story| story.steps.len() > 3).expect("there is a long story").id.to_string();
    let house = House::open(1440, 900, Vec::new()).await;
    house.go("en/stories").await;
    house.click(&format!("main a[href$='story/{story}/1']")).await;
    at_step(&house, &story, 1).await;
    house.until("return document.activeElement === document.querySelector('main h1')").await;
    for (key, step) in [("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1)] {
        house.key(key).await;
        at_step(&house, &story, step).await;
    }
    // Who comes by a link has nothing in focus.
    house.go(&format!("en/story/{story}/1")).await;
    assert_eq!(house.run("return document.activeElement === document.body").await, json!(true));
    house.key("ArrowRight").await;
    at_step(&house, &story, 2).await;
    house.nothing_went_wrong().await;
    house.close().await;
}

/// Which panes and stops of the page's map, and which heads that are not over their folds, would be missed on its paper.
const MISSED: &str = "const sheet = document.querySelector('.map__svg').getBoundingClientRect();
    const out = e => { const box = e.getBoundingClientRect();
        return box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.top < sheet.top - 1 || box.bottom > sheet.bottom + 1; };
    const things = [...document.querySelectorAll('.node__pane, .node__dot, .spot__stop')];
    const folds = [...document.querySelectorAll('.folds > g')].map(g => g.querySelector('.fold__crease')?.getBoundingClientRect());
    const down = !!document.querySelector('.heads--down');
    const within = (head, at) => { const { e, f } = head.getScreenCTM(), [from, to] = [folds[at] ?? sheet, folds[at + 1]];
        return down ? f > from.top && f < (to?.top ?? sheet.bottom) : e > from.left - 2 && e < (to?.left ?? sheet.right); };
    const heads = [...document.querySelectorAll('[data-part=head]')];
    const astray = heads.filter((head, at) => !within(head, at));
    return things.length ? things.filter(out).length + astray.length : 'an empty map'";

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_every_map_is_whole_and_by_day_and_afterwards_it_is_seen_as_before() {
    let catalog = super::visitor::catalog();
    let story = catalog.stories.iter().find(|story| story.steps.len() > 3).expect("there is a long story").id.clone();
    let dish = super::visitor::hub(&catalog);
    let house = House::open(1440, 900, Vec::new()).await;
    let paths = [
        "en/chain?theme=dark".to_owned(),
        format!("en/story/{story}/2?theme=dark"),
        format!("en/entity/{dish}?theme=dark"),
        format!("en/walk?focus={dish}&up=all&down=all"),
    ];
    for path in &paths {
        house.go(path).await;
        house.until("return performance.getEntriesByName('map-ready').length > 0").await;
        // The reader has gone nearer, so that a part of the map is out of sight.
        for _ in 0..3 {
            house.run("document.querySelectorAll('.controls__row button')[1]?.click()").await;
        }
        house.frames().await;
        let seen = "return document.querySelector('[data-part=camera]').getAttribute('transform')
            + [...document.querySelectorAll('[data-part=head]')].map(head => head.getAttribute('transform'))
            + document.querySelector('.map__svg').getAttribute('viewBox')";
        let before = house.text(seen).await;

        house.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        house.until("return matchMedia('print').matches").await;
        house.run("dispatchEvent(new Event('beforeprint'))").await;
        house.frames().await;
        assert_eq!(house.run(MISSED).await, json!(0), "{path}");
        let night = "return [...document.querySelectorAll('.node__halo')].filter(halo => getComputedStyle(halo).display !== 'none').length";
        assert_eq!(house.run(night).await, json!(0), "{path}");
        let ways = "return [...document.querySelectorAll('.story__begin, .share-link')].filter(way => way.getClientRects().length).length";
        assert_eq!(house.run(ways).await, json!(0), "{path}");
        let paper = "const { height } = document.querySelector('.map__svg').getBoundingClientRect();
            return height > 100 && height < 900 && getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'";
        assert_eq!(house.run(paper).await, json!(true), "{path}");

        house.command("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
        house.run("dispatchEvent(new Event('afterprint'))").await;
        house.frames().await;
        assert_eq!(house.text(seen).await, before, "{path}");
        // A preview asks for the styles of print and sends no event.
        house.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        house.until("return document.querySelector('.map__svg').hasAttribute('viewBox')").await;
        house.command("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
        house.until("return !document.querySelector('.map__svg').hasAttribute('viewBox')").await;
        assert_eq!(house.text(seen).await, before, "{path}");
    }
    house.nothing_went_wrong().await;
    house.close().await;
}
