//! Scenes for tests and benchmarks: the graphs that peers were measured on, and generated ones of the same kind.

use std::collections::{BTreeMap, BTreeSet};

use taste::layout::{NodeBox, Scene, StageBox};

/// The measured graph of this name, with the box sizes of the comparison: 80 by 28 pixels.
pub(crate) fn read(name: &str) -> Scene {
    let path = format!("{}/tests/graphs/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let pairs = |part: &str| -> Vec<(String, serde_json::Value)> {
        let rows = value[part].as_array().unwrap_or_else(|| panic!("{part} in {path}"));
        rows.iter().map(|row| (row[0].to_string(), row[1].clone())).collect()
    };
    let nodes = pairs("nodes");
    let stages: Vec<u32> = nodes.iter().map(|(_, stage)| stage.as_u64().unwrap_or(0) as u32).collect();
    let first = stages.iter().copied().min().unwrap_or(0);
    let places: BTreeMap<&str, u32> = nodes.iter().zip(0..).map(|((id, _), place)| (id.as_str(), place)).collect();
    scene(
        value["stages"].as_u64().unwrap_or(1) as usize,
        stages.iter().map(|stage| stage - first).collect(),
        pairs("links").iter().map(|(from, to)| (places[from.as_str()], places[to.to_string().as_str()])).collect(),
    )
}

fn scene(stages: usize, nodes: Vec<u32>, links: Vec<(u32, u32)>) -> Scene {
    Scene {
        stages: vec![StageBox { factor: 1.0, closed: false, least: 0.0 }; stages],
        nodes: nodes.into_iter().map(|stage| NodeBox { stage, main: 80.0, cross: 28.0, port: 14.0 }).collect(),
        links,
    }
}

/// A fixed sequence of integers (`SplitMix64`).
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % u64::from(limit.max(1))) as u32
    }
}

/// A Zipf-like choice among `count` things: the first are chosen most often, and less so the larger `flat` is.
struct Choice(Vec<u32>);

impl Choice {
    fn new(count: u32, flat: u32) -> Self {
        let upto = |sum: &mut u32, rank: u32| {
            *sum += 1_000_000 / (rank + flat);
            Some(*sum)
        };
        Self((0..count).scan(0, upto).collect())
    }

    fn next(&self, sequence: &mut Sequence) -> u32 {
        let at = sequence.below(self.0.last().copied().unwrap_or(0));
        self.0.partition_point(|upto| *upto <= at) as u32
    }
}

/// A district of `count` entities in six stages, of the kind of the measured graphs: shares of 8, 2, 14, 62, 4 and 10 %, twice as
/// many links as entities and none twice, hubs by a Zipf-like choice of both ends, a supplier for everything beyond the first
/// stage, and about a third of the links skipping a stage.
pub(crate) fn district(count: u32, seed: u64) -> Scene {
    let mut sequence = Sequence(seed);
    let shares = [8, 10, 24, 86, 90, 100];
    let stage_of = |at: u32| shares.iter().position(|upto| at * 100 < upto * count).unwrap_or(5) as u32;
    let nodes: Vec<u32> = (0..count).map(stage_of).collect();
    let stages: Vec<(u32, Choice)> = (0..6)
        .map(|stage| {
            let first = nodes.iter().position(|s| *s == stage).unwrap_or(0) as u32;
            (first, Choice::new(nodes.iter().filter(|s| **s == stage).count() as u32, 2))
        })
        .collect();
    let beyond: Vec<u32> = (0..count).filter(|at| nodes[*at as usize] > 0).collect();
    let customers = Choice::new(beyond.len() as u32, 8);
    let mut links = Vec::new();
    let mut known = BTreeSet::new();
    // Small districts may not have so many different links.
    for turn in 0..40 * count {
        // First everything gets a supplier, then entities get more. A stride that shares no factor with any count in use spreads
        // those with many suppliers over all stages.
        let to = match beyond.get(turn as usize) {
            Some(to) => *to,
            None => beyond[(u64::from(customers.next(&mut sequence)) * 7919 % beyond.len() as u64) as usize],
        };
        let stage = nodes[to as usize];
        let back = if stage > 1 && sequence.below(5) < 2 { 2 } else { 1 };
        let (first, suppliers) = &stages[(stage - back) as usize];
        let from = first + suppliers.next(&mut sequence);
        if known.insert((from, to)) {
            links.push((from, to));
        }
        if links.len() as u32 == 2 * count {
            break;
        }
    }
    scene(6, nodes, links)
}
