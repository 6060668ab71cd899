//! How quickly the built app answers in a headless Chromium: from a click to the lit trace, how much of that is script, and
//! whether the map keeps up while it is dragged. A table on screen, JSON in `target/bench/browser.json`.
//!
//! Times of a shared machine are noisy: medians of many, beside an empty click and an empty drag of the same run.

#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

#[allow(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/browser/house.rs"]
mod house;

use house::House;
use serde_json::{Value, json};

/// How many entities are selected.
const CLICKS: usize = 40;
/// How many frames a drag lasts.
const FRAMES: usize = 120;
/// The windows in which stories are read: a desk, a tablet, a phone.
const WINDOWS: [(u32, u32); 3] = [(1440, 900), (768, 1024), (390, 844)];
/// How many of the longest stories are read through in each.
const STORIES: usize = 3;

/// Selects entities one after the other; gives for each the milliseconds from the click to the mark `trace-done`, and those of script:
/// what runs at once, and in the animation frames that begin before the mark is set.
const SELECT: &str = "
    const done = arguments[arguments.length - 1], many = arguments[0];
    const nodes = [...document.querySelectorAll('[data-view=map] [data-entity]')];
    const ids = Array.from({ length: many }, (_, i) => nodes[Math.floor(i * nodes.length / many)].dataset.entity);
    const times = [], scripts = [], frame = requestAnimationFrame;
    let frames = [];
    // Yew renders in the microtasks after a callback: these come after them.
    window.requestAnimationFrame = run => frame(now => {
        const start = performance.now();
        run(now);
        queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => frames.push([start, performance.now() - start]))));
    });
    const next = () => {
        if (times.length === ids.length) {
            window.requestAnimationFrame = frame;
            return done({ times, scripts });
        }
        const id = ids[times.length];
        performance.clearMarks('trace-done');
        const node = document.querySelector(`[data-view=map] [data-entity=\"${id}\"]`);
        frame(() => setTimeout(() => {
            frames = [];
            let atOnce = 0;
            const start = performance.now();
            node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
            const channel = new MessageChannel();
            channel.port1.onmessage = () => { atOnce = performance.now() - start; };
            channel.port2.postMessage(0);
            const wait = () => {
                const mark = performance.getEntriesByName('trace-done').find(mark => mark.detail.focus === id);
                if (!mark) return frame(wait);
                times.push(mark.startTime - start);
                const before = frames.filter(([begin]) => begin <= mark.startTime);
                scripts.push(before.reduce((sum, [, lasted]) => sum + lasted, atOnce));
                setTimeout(next, 50);
            };
            frame(wait);
        }, 50));
    };
    next();";

/// The same two frames with nothing to do.
const NOTHING: &str = "
    const done = arguments[arguments.length - 1], many = arguments[0], times = [];
    const next = () => {
        if (times.length === many) return done(times);
        setTimeout(() => {
            const start = performance.now();
            requestAnimationFrame(() => requestAnimationFrame(() => { times.push(performance.now() - start); next(); }));
        }, 50);
    };
    next();";

/// Drags the map by one step each frame; gives the milliseconds between frames, and those of script in each.
const DRAG: &str = "
    const done = arguments[arguments.length - 1], many = arguments[0], moves = arguments[1];
    const map = document.querySelector('[data-view=map]');
    const at = (kind, x) => map.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, clientX: x, clientY: 400 }));
    const frames = [], scripts = [];
    let last = 0, x = 700;
    if (moves) at('pointerdown', x);
    const frame = now => {
        if (last) frames.push(now - last);
        last = now;
        if (frames.length >= many) { if (moves) at('pointerup', x); return done({ frames, scripts }); }
        const start = performance.now();
        x += frames.length % 40 < 20 ? 6 : -6;
        if (moves) at('pointermove', x);
        scripts.push(performance.now() - start);
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// Writes down when the reader clicked, and how far the page moved by itself, as browsers reckon it.
const WATCH_READER: &str = "window.__moved = 0;
    addEventListener('click', event => { window.__clicked = event.timeStamp; }, true);
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__moved += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });";

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|list| list.iter().filter_map(Value::as_f64).collect()).unwrap_or_default()
}

/// The value below which `share` of the numbers lie.
fn at(numbers: &Value, share: f64) -> f64 {
    let mut sorted = self::numbers(numbers);
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len().saturating_sub(1)) as f64 * share;
    sorted.get(place.round() as usize).copied().unwrap_or(f64::NAN)
}

async fn timed(house: &House, script: &str, arguments: Vec<Value>) -> Value {
    house.driver.execute_async(script, arguments).await.expect("the script ends").json().clone()
}

/// The stories with the most steps, each with the focuses of its steps.
fn longest_stories() -> Vec<(String, Vec<String>)> {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/xiguan.json")).expect("the data file is there");
    let catalog = taste::load::load(&bytes).catalog.expect("it can be read");
    let mut stories: Vec<_> = catalog
        .stories
        .iter()
        .map(|story| {
            let focuses = story.steps.iter().map(|step| catalog.entity(step.focus).id.to_string());
            (story.id.to_string(), focuses.collect())
        })
        .collect();
    stories.sort_by_key(|(_, focuses): &(String, Vec<String>)| std::cmp::Reverse(focuses.len()));
    stories.truncate(STORIES);
    stories
}

/// The turns of all these stories in one window.
async fn read_stories(width: u32, height: u32, stories: &[(String, Vec<String>)]) -> Value {
    let house = House::open(width, height, Vec::new()).await;
    house.before_all(WATCH_READER).await;
    let (mut times, mut moved) = (Vec::new(), 0.0_f64);
    for (id, focuses) in stories {
        house.go(&format!("en/story/{id}/1")).await;
        house.until("return performance.getEntriesByName('trace-done').length > 0").await;
        for focus in &focuses[1..] {
            house.run("performance.clearMarks('trace-done')").await;
            house.click(".turns .btn--solid").await;
            let done = format!(
                "performance.getEntriesByName('trace-done').find(mark => mark.detail.focus === {})",
                json!(focus)
            );
            house.until(&format!("return !!{done}")).await;
            times.extend(house.run(&format!("return {done}.startTime - window.__clicked")).await.as_f64());
        }
        moved = moved.max(house.run("return window.__moved").await.as_f64().unwrap_or(f64::NAN));
    }
    house.close().await;
    json!({ "window": format!("{width}x{height}"), "times": times, "moved": moved })
}

#[tokio::main]
async fn main() {
    let house = House::open(1440, 900, Vec::new()).await;
    house.driver.set_script_timeout(std::time::Duration::from_mins(2)).await.expect("it can be set");
    house.go("en/chain").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let nothing = timed(&house, NOTHING, vec![json!(CLICKS)]).await;
    let select = timed(&house, SELECT, vec![json!(CLICKS)]).await;
    house.go("en/chain").await;
    house.until("return performance.getEntriesByName('map-ready').length > 0").await;
    let still = timed(&house, DRAG, vec![json!(FRAMES), json!(false)]).await;
    let drag = timed(&house, DRAG, vec![json!(FRAMES), json!(true)]).await;
    house.close().await;
    let stories = longest_stories();
    let mut read = Vec::new();
    for (width, height) in WINDOWS {
        read.push(read_stories(width, height, &stories).await);
    }

    let rows = [
        ("two empty frames", &nothing, None),
        ("click to trace-done", &select["times"], Some(34.0)),
        ("  of which script", &select["scripts"], Some(6.0)),
        ("frame, nothing moves", &still["frames"], None),
        ("frame, dragging", &drag["frames"], Some(16.7)),
        ("  of which script", &drag["scripts"], None),
    ];
    println!("{:<24} {:>10} {:>10} {:>10}", "milliseconds", "median", "90 %", "wanted");
    for (name, values, wanted) in rows {
        let wanted = wanted.map_or_else(String::new, |wanted| format!("{wanted:.1}"));
        println!("{name:<24} {:>10.1} {:>10.1} {wanted:>10}", at(values, 0.5), at(values, 0.9));
    }
    println!("\n{:<24} {:>10} {:>10} {:>10} {:>10}", "turn of a story", "median", "worst", "wanted", "shift");
    for row in &read {
        let (window, times) = (row["window"].as_str().unwrap_or_default(), &row["times"]);
        let moved = row["moved"].as_f64().unwrap_or(f64::NAN);
        println!("{window:<24} {:>10.1} {:>10.1} {:>10.1} {moved:>10.4}", at(times, 0.5), at(times, 1.0), 100.0);
    }
    let report = json!({ "nothing": nothing, "select": select, "still": still, "drag": drag, "stories": read });
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let text = serde_json::to_string_pretty(&report).expect("it can be written as JSON");
    std::fs::write(folder.join("browser.json"), text).expect("it can be written");
}
