//! From a scene to a proper layered graph: every link runs between neighbouring layers, through lanes where it is longer.
//!
//! Contract: `layers[l]` holds the items of layer `l`; every item is in exactly one layer; `segments` join items of
//! neighbouring layers, the earlier layer first; a link is drawn through the lanes in its [`Chain`].
//! Each link has lanes of its own while layers are ordered, which leaves the order free; [`bundle`] then makes one lane of
//! those that came to lie side by side and come from the same box, so that a bundle parts where it has to and not before.

use super::{Config, Scene};
use crate::sorting::sort;

/// What stands or passes in a layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) layer: usize,
    /// The box, or `None` for a lane of passing links.
    pub(super) node: Option<usize>,
    /// What it needs before and after its line, gaps excluded.
    pub(super) before: f32,
    pub(super) after: f32,
}

/// A piece of a link between neighbouring layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Item in the earlier layer.
    pub(super) from: usize,
    /// Item in the next layer.
    pub(super) to: usize,
    /// How many links run through it.
    pub(super) weight: u32,
}

/// How a link runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chain {
    /// It cannot be drawn.
    None,
    /// Forward: its box, the lanes it passes, the other box; all items.
    Forward(Vec<usize>),
    /// Within one layer: both boxes as items.
    Within(usize, usize),
    /// Against the order: its box, the lanes from its own layer back to that of the other box, the other box.
    Back(Vec<usize>),
}

/// A proper layered graph. Closed stages have no layer.
#[derive(Clone, Debug, Default)]
pub(super) struct Proper {
    pub(super) items: Vec<Item>,
    /// Items of each layer in order.
    pub(super) layers: Vec<Vec<usize>>,
    pub(super) segments: Vec<Segment>,
    /// By position of the link in the scene.
    pub(super) chains: Vec<Chain>,
    /// Stage of each layer.
    pub(super) stage_of: Vec<usize>,
}

/// The layer of each stage: its own, or that of the nearest open stage.
fn layer_of_stages(scene: &Scene) -> (Vec<usize>, Vec<usize>) {
    let open: Vec<usize> = (0..scene.stages.len()).filter(|stage| !scene.stages[*stage].closed).collect();
    let of = (0..scene.stages.len())
        .map(|stage| (0..open.len()).min_by_key(|layer| open[*layer].abs_diff(stage)).unwrap_or(0))
        .collect();
    (of, open)
}

fn add_lane(proper: &mut Proper, layer: usize, width: f32) -> usize {
    let item = proper.items.len();
    proper.items.push(Item { layer, node: None, before: width / 2.0, after: width / 2.0 });
    proper.layers[layer].push(item);
    item
}

/// Makes the scene proper.
pub(super) fn proper(scene: &Scene, config: &Config) -> Proper {
    let (layer_of, open) = layer_of_stages(scene);
    let mut proper = Proper { layers: vec![Vec::new(); open.len()], stage_of: open, ..Proper::default() };
    if proper.layers.is_empty() {
        proper.layers.push(Vec::new());
        proper.stage_of.push(0);
    }
    for (node, size) in scene.nodes.iter().enumerate() {
        let layer = layer_of.get(size.stage as usize).copied().unwrap_or(proper.layers.len() - 1);
        let port = size.port.min(size.cross).max(0.0);
        proper.items.push(Item { layer, node: Some(node), before: port, after: size.cross - port });
        proper.layers[layer].push(node);
    }
    for (from, to) in &scene.links {
        let (from, to) = (*from as usize, *to as usize);
        let chain = if from == to || from >= scene.nodes.len() || to >= scene.nodes.len() {
            Chain::None
        } else {
            run(&mut proper, from, to, config.lane)
        };
        proper.chains.push(chain);
    }
    proper.segments = segments(&proper.chains);
    proper
}

/// The pieces of all links, each pair of items once.
fn segments(chains: &[Chain]) -> Vec<Segment> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for chain in chains {
        match chain {
            Chain::Forward(items) => pieces.extend(items.windows(2).map(|pair| (pair[0], pair[1]))),
            // The lanes of a link that runs back hang together like those of one that runs forth.
            Chain::Back(items) => {
                let lanes = &items[1..items.len() - 1];
                pieces.extend(lanes.windows(2).map(|pair| (pair[1], pair[0])));
            }
            Chain::Within(..) | Chain::None => {}
        }
    }
    sort(&mut pieces, Ord::cmp);
    let mut out: Vec<Segment> = Vec::new();
    for (from, to) in pieces {
        match out.last_mut() {
            Some(last) if (last.from, last.to) == (from, to) => last.weight += 1,
            _ => out.push(Segment { from, to, weight: 1 }),
        }
    }
    out
}

/// Makes one lane of lanes that lie side by side and come from the same item of the layer before. Crossings stay the same.
pub(super) fn bundle(proper: &mut Proper) {
    // Where each lane of a forward link comes from.
    let mut origin: Vec<Option<usize>> = vec![None; proper.items.len()];
    for chain in &proper.chains {
        if let Chain::Forward(items) = chain {
            for pair in items.windows(2).take(items.len() - 2) {
                origin[pair[1]] = Some(pair[0]);
            }
        }
    }
    let mut stands_for: Vec<usize> = (0..proper.items.len()).collect();
    for layer in &mut proper.layers {
        let mut kept: Vec<usize> = Vec::with_capacity(layer.len());
        for item in layer.iter().copied() {
            let from = origin[item].map(|from| stands_for[from]);
            match kept.last() {
                Some(last) if from.is_some() && origin[*last].map(|other| stands_for[other]) == from => {
                    stands_for[item] = *last;
                }
                _ => kept.push(item),
            }
        }
        *layer = kept;
    }
    for chain in &mut proper.chains {
        if let Chain::Forward(items) = chain {
            for item in items {
                *item = stands_for[*item];
            }
        }
    }
    proper.segments = segments(&proper.chains);
}

fn run(proper: &mut Proper, from: usize, to: usize, width: f32) -> Chain {
    let (start, end) = (proper.items[from].layer, proper.items[to].layer);
    if start == end {
        return Chain::Within(from, to);
    }
    let mut items = vec![from];
    if start < end {
        for layer in start + 1..end {
            items.push(add_lane(proper, layer, width));
        }
        items.push(to);
        return Chain::Forward(items);
    }
    for layer in (end..=start).rev() {
        items.push(add_lane(proper, layer, width));
    }
    items.push(to);
    Chain::Back(items)
}
