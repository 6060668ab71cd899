//! How few crossings the layout leaves and how long it takes, beside other programs in the same run: a table on screen, JSON in
//! `target/bench/layout.json`. `make bench` fetches the other programs; without them their rows say so.
//!
//! Graphs: the two of `tests/graphs`, others of their kind, and the published data file. Ours are turned into data files and laid
//! out by `curate layout`: its `milliseconds` are layout alone, and its printed polylines are what is counted. The others get the
//! bare graph, boxes of 80 by 28, and draw along their own routes; Graphviz also gets the same stages. All crossings are counted by
//! one function; where straighter lines than those drawn would cross less, the comparison takes the lesser count. Times of a shared machine are noisy: what counts is the ratio within one run.

#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

#[path = "../tests/generate/mod.rs"]
mod generate;

use serde_json::{Value, json};
use std::{
    collections::HashMap,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use taste::layout::{Layout, Route, Scene, crossings};

/// After so long another program is given up.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often ours runs, a process each time.
const OURS: usize = 5;

/// What one program made of one graph.
struct Row {
    graph: String,
    program: String,
    /// As drawn.
    crossings: Option<u64>,
    /// In the way of drawing the same result that crosses least.
    least: Option<u64>,
    milliseconds: Option<f64>,
    /// Why there are no figures.
    note: &'static str,
}

/// A graph and the other programs that are tried on it, with how often each runs.
struct Case {
    name: String,
    scene: Scene,
    peers: &'static [(&'static str, u32)],
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn write(name: &str, value: &Value) -> PathBuf {
    let path = folder().join(name);
    fs::write(&path, value.to_string()).expect("it can be written");
    path
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Crossings of routes given as JSON.
fn count(routes: &[Value], links: &[(u32, u32)]) -> u64 {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN) as f32;
    let points = |route: &Value| {
        let points = route.as_array().expect("a route is a list of points");
        points.iter().map(|point| (number(&point[0]), number(&point[1]))).collect()
    };
    let links_drawn = routes.iter().map(|route| Route { points: points(route) }).collect();
    crossings(&Layout { links: links_drawn, ..Layout::default() }, links)
}

/// A data file that holds a graph.
fn data_file(scene: &Scene) -> Value {
    let name = |text: &str| json!({ "en": text });
    let stages: Vec<Value> =
        (0..scene.stages.len()).map(|at| json!({ "id": format!("s{at}"), "name": name(&format!("S{at}")) })).collect();
    let entities: Vec<Value> = scene
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| json!({ "id": format!("n{at}"), "kind": "thing", "stage": format!("s{}", node.stage), "name": name(&format!("N{at}")) }))
        .collect();
    let links: Vec<Value> = scene
        .links
        .iter()
        .map(|(from, to)| json!({ "from": format!("n{from}"), "to": format!("n{to}"), "kind": "supplies", "evidence": "unsourced" }))
        .collect();
    json!({
        "format": 1,
        "site": { "title": name("A graph"), "languages": ["en"] },
        "stages": stages,
        "kinds": [{ "id": "thing", "name": name("thing") }],
        "linkKinds": [{ "id": "supplies", "flow": true, "name": name("supplies") }],
        "lenses": [{ "id": "all", "name": name("All") }],
        "sources": [],
        "entities": entities,
        "links": links,
    })
}

/// What `curate layout` prints, several times over: the last, and the median time.
fn curate(file: &Path, arguments: &[&str]) -> (Value, f64) {
    let mut times = Vec::new();
    let mut printed = Value::Null;
    for _ in 0..OURS {
        let output = Command::new(env!("CARGO_BIN_EXE_curate")).arg("layout").arg(file).args(arguments).output();
        let output = output.expect("the tool runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        printed = serde_json::from_slice(&output.stdout).expect("it prints JSON");
        times.push(printed["milliseconds"].as_f64().unwrap_or(f64::NAN));
    }
    (printed, median(times))
}

/// Our row of a data file. `most` is how many links are to be drawn.
fn ours(graph: &str, file: &Path, arguments: &[&str], most: Option<usize>) -> Row {
    let (printed, milliseconds) = curate(file, arguments);
    let drawn = printed["links"].as_array().expect("there are links");
    assert!(most.is_none_or(|most| most == drawn.len()), "{graph}: every link is drawn");
    let mut places: HashMap<&str, u32> = HashMap::new();
    for (node, place) in printed["nodes"].as_array().expect("there are nodes").iter().zip(0..) {
        places.insert(node["id"].as_str().expect("a node has an id"), place);
    }
    let end = |link: &Value, end: &str| places[link[end].as_str().expect("a link names its ends")];
    let links: Vec<(u32, u32)> = drawn.iter().map(|link| (end(link, "from"), end(link, "to"))).collect();
    let routes: Vec<Value> = drawn.iter().map(|link| link["points"].clone()).collect();
    let crossings = Some(count(&routes, &links));
    Row {
        graph: graph.to_owned(),
        program: "curate layout".to_owned(),
        crossings,
        least: crossings,
        milliseconds: Some(milliseconds),
        note: "",
    }
}

/// What another program makes of a graph.
fn peer(case: &Case, program: &str, runs: u32) -> Row {
    let row = |note| Row {
        graph: case.name.clone(),
        program: program.to_owned(),
        crossings: None,
        least: None,
        milliseconds: None,
        note,
    };
    let stages: Vec<u32> = case.scene.nodes.iter().map(|node| node.stage).collect();
    let graph = json!({ "stages": case.scene.stages.len(), "nodes": stages, "links": case.scene.links });
    let input = write("graph.json", &graph);
    let output = folder().join("peer.json");
    let child = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers.mjs"))
        .args([program, &runs.to_string()])
        .stdin(Stdio::from(File::open(input).expect("it was just written")))
        .stdout(Stdio::from(File::create(&output).expect("it can be written")))
        .spawn();
    let Ok(mut child) = child else { return row("no node") };
    let began = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        if began.elapsed() > PATIENCE {
            // It may have ended by itself just now.
            let _ = child.kill();
            child.wait().expect("it can be waited for");
            return row("given up");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if !status.success() {
        return row("failed");
    }
    let text = fs::read_to_string(output).expect("it was written");
    let answer: Value = serde_json::from_str(&text).expect("it prints JSON");
    let times = answer["milliseconds"].as_array().expect("times").iter().filter_map(Value::as_f64).collect();
    let counted = |ways: &Value| count(ways.as_array().expect("routes"), &case.scene.links);
    let crossings = counted(&answer["links"]);
    let others = answer["others"].as_array().expect("ways").iter().map(counted);
    Row {
        program: format!("{program} {}", answer["version"].as_str().unwrap_or_default()),
        crossings: Some(crossings),
        least: Some(others.fold(crossings, u64::min)),
        milliseconds: Some(median(times)),
        ..row("")
    }
}

fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case { name: "120".into(), scene: generate::read("120"), peers: &[("graphviz", 5), ("dagre", 5), ("elk", 3)] },
        Case {
            name: "1000".into(),
            scene: generate::read("1000"),
            peers: &[("graphviz", 3), ("dagre", 1), ("elk", 1)],
        },
    ];
    for (count, seeds) in [(120, 6), (1_000, 3)] {
        for seed in 1..=seeds {
            let name = format!("{count}, seed {seed}");
            cases.push(Case { name, scene: generate::district(count, seed), peers: &[("graphviz", 3)] });
        }
    }
    // At this size the others are given up after a minute (Graphviz, Dagre) or take most of one.
    cases.push(Case { name: "10000, seed 1".into(), scene: generate::district(10_000, 1), peers: &[] });
    cases
}

fn main() {
    let mut rows: Vec<Row> = Vec::new();
    let mut verdicts: Vec<(String, bool)> = Vec::new();
    println!("{:<28} {:<20} {:>10} {:>10} {:>9} {:>9}", "graph", "program", "crossings", "at least", "ms", "to ours");
    let mut show = |row: Row, ours: f64| {
        let number = |value: Option<u64>| value.map_or_else(|| row.note.to_owned(), |value| value.to_string());
        let ms = row.milliseconds.map_or_else(String::new, |ms| format!("{ms:.1}"));
        let ratio = row.milliseconds.map_or_else(String::new, |ms| format!("{:.1}", ms / ours));
        let least = row.least.map_or_else(String::new, |least| least.to_string());
        let drawn = number(row.crossings);
        println!("{:<28} {:<20} {drawn:>10} {least:>10} {ms:>9} {ratio:>9}", row.graph, row.program);
        rows.push(row);
    };
    for case in cases() {
        let file = write("graph.data.json", &data_file(&case.scene));
        let own = ours(&case.name, &file, &[], Some(case.scene.links.len()));
        let (Some(few), Some(quick)) = (own.crossings, own.milliseconds) else { continue };
        show(own, quick);
        for (most, name) in [(1_590, "120"), (160_000, "1000")] {
            if case.name == name {
                verdicts.push((format!("{name}: at most {most} crossings"), few <= most));
            }
        }
        for (program, runs) in case.peers {
            let other = peer(&case, program, *runs);
            if let (Some(crossings), Some(ms), true) = (other.least, other.milliseconds, *program == "graphviz") {
                verdicts.push((format!("{}: fewer crossings than Graphviz", case.name), few < crossings));
                verdicts.push((format!("{}: under a fifth of its time", case.name), quick * 5.0 < ms));
            }
            show(other, quick);
        }
    }
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/xiguan.json");
    let views: [(&str, &[&str]); 3] = [
        ("data file, all with names", &[]),
        ("data file, screen of 1440", &["--group", "--width", "1440", "--height", "760"]),
        ("data file, screen of 390", &["--group", "--room", "narrow", "--width", "390", "--height", "704"]),
    ];
    for (name, arguments) in views {
        let own = ours(name, &real, arguments, None);
        let quick = own.milliseconds.unwrap_or(f64::NAN);
        verdicts.push((format!("{name}: under 20 ms"), quick < 20.0));
        show(own, quick);
    }
    println!();
    for (what, holds) in &verdicts {
        println!("{:<8} {what}", if *holds { "holds" } else { "MISSED" });
    }
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| json!({ "graph": row.graph, "program": row.program, "crossings": row.crossings, "least": row.least, "milliseconds": row.milliseconds, "note": row.note }))
        .collect();
    let wanted: Vec<Value> = verdicts.iter().map(|(what, holds)| json!({ "what": what, "holds": holds })).collect();
    let text = serde_json::to_string_pretty(&json!({ "rows": rows, "wanted": wanted }));
    fs::write(folder().join("layout.json"), text.expect("it can be written as JSON")).expect("it can be written");
}
