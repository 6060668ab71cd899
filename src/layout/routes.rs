//! Places along the flow, and links as polylines.
//!
//! Between two layers lies a gutter, and links bend there and nowhere else: they pass a layer level, each in its lane.
//! A link within a layer is a bracket in the gutter before it; one against the order leaves its box forwards, turns in the
//! gutter behind it, runs back in lanes, and turns again in the gutter before the other box.

use crate::sorting::sort;

use super::{
    Band, Config, Direction, Layout, Rect, Route, Scene,
    layers::{Chain, Proper},
};

/// How far the innermost bracket stands out, and how much further each one around it.
const BRACKET: (f32, f32) = (19.0, 7.0);
/// Brackets beyond this share the room.
const MOST_BRACKETS: usize = 9;

/// One layer along the flow.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    /// Where its boxes begin.
    begin: f32,
    /// Where its links may bend.
    end: f32,
    /// Where the next layer's boxes begin, or where everything ends.
    next: f32,
}

/// Puts the layout together.
pub(super) fn draw(scene: &Scene, config: &Config, proper: &Proper, cross: &[f32]) -> Layout {
    let brackets = brackets(proper, cross);
    let (spans, bands, main) = along(scene, config, proper, cross, &brackets);
    let size = proper.items.iter().zip(cross).map(|(item, line)| line + item.after).fold(0.0, f32::max);
    let turn = |main: f32, cross: f32| match config.direction {
        Direction::Across => (main, cross),
        Direction::Down => (cross, main),
    };
    let begins = |item: usize| {
        let (item, span) = (&proper.items[item], &spans[proper.items[item].layer]);
        let own = item.node.map_or(0.0, |node| scene.nodes[node].main);
        // Names stand beside panes in a drawing that flows down, so that panes of one layer share their middle.
        let shift = if config.direction == Direction::Down { (span.end - span.begin - own) / 2.0 } else { 0.0 };
        (span.begin + shift, span.begin + shift + own)
    };
    let nodes = (0..scene.nodes.len())
        .map(|node| {
            let (x, y) = turn(begins(node).0, cross[node] - proper.items[node].before);
            let (width, height) = turn(scene.nodes[node].main, scene.nodes[node].cross);
            Rect { x, y, width, height }
        })
        .collect();
    let links = proper
        .chains
        .iter()
        .enumerate()
        .map(|(link, chain)| {
            let points = match chain {
                Chain::None => Vec::new(),
                Chain::Forward(items) => forward(items, proper, cross, &spans, begins),
                Chain::Within(from, to) => {
                    let out = spans[proper.items[*from].layer].begin - brackets.out(link);
                    let (a, b) = (cross[*from], cross[*to]);
                    vec![(begins(*from).0, a), (out, a), (out, b), (begins(*to).0, b)]
                }
                Chain::Back(items) => back(items, proper, cross, &spans, begins),
            };
            Route { points: points.into_iter().map(|(main, cross)| turn(main, cross)).collect() }
        })
        .collect();
    let (width, height) = turn(main, size);
    Layout { width, height, nodes, links, stages: bands }
}

/// A link with the flow.
fn forward(
    items: &[usize],
    proper: &Proper,
    cross: &[f32],
    spans: &[Span],
    begins: impl Fn(usize) -> (f32, f32),
) -> Vec<(f32, f32)> {
    let (first, last) = (items[0], items[items.len() - 1]);
    let mut points = vec![(begins(first).1, cross[first])];
    for pair in items.windows(2) {
        let span = &spans[proper.items[pair[0]].layer];
        points.push((span.end, cross[pair[0]]));
        points.push((span.next, cross[pair[1]]));
    }
    points.push((begins(last).0, cross[last]));
    tidy(points)
}

/// A link against the flow.
fn back(
    items: &[usize],
    proper: &Proper,
    cross: &[f32],
    spans: &[Span],
    begins: impl Fn(usize) -> (f32, f32),
) -> Vec<(f32, f32)> {
    let (first, last) = (items[0], items[items.len() - 1]);
    let lanes = &items[1..items.len() - 1];
    let span = |item: usize| &spans[proper.items[item].layer];
    let turn = span(first).end + BRACKET.0.min((span(first).next - span(first).end) / 2.0).max(4.0);
    let mut points = vec![(begins(first).1, cross[first]), (turn, cross[first]), (turn, cross[lanes[0]])];
    for pair in lanes.windows(2) {
        points.push((span(pair[0]).begin, cross[pair[0]]));
        points.push((span(pair[1]).end, cross[pair[1]]));
    }
    let end = lanes[lanes.len() - 1];
    let out = span(last).begin - BRACKET.0 + 4.0;
    points.extend([(out, cross[end]), (out, cross[last]), (begins(last).0, cross[last])]);
    tidy(points)
}

/// Leaves out points that change nothing.
fn tidy(points: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    let mut out: Vec<(f32, f32)> = Vec::with_capacity(points.len());
    for point in points {
        if out.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = out[..]
            && a.1 == b.1
            && b.1 == point.1
            && (b.0 - a.0) * (point.0 - b.0) >= 0.0
        {
            out.pop();
        }
        out.push(point);
    }
    out
}

/// Brackets of links within a layer: how far out each stands.
struct Brackets {
    /// By link; 0 for links that are no brackets.
    levels: Vec<usize>,
    /// The outermost level of each layer; 0 without brackets.
    most: Vec<usize>,
    /// By link: the layer's step from level to level.
    steps: Vec<f32>,
}

impl Brackets {
    fn out(&self, link: usize) -> f32 {
        BRACKET.0 + self.steps[link] * self.levels[link].saturating_sub(1) as f32
    }

    /// The room that a layer's brackets need before it.
    fn room(&self, layer: usize) -> f32 {
        match self.most[layer] {
            0 => 0.0,
            most => BRACKET.0 + BRACKET.1 * (most.min(MOST_BRACKETS) - 1) as f32 + 6.0,
        }
    }
}

/// Gives each bracket the innermost level at which it overlaps no other: short ones first.
fn brackets(proper: &Proper, cross: &[f32]) -> Brackets {
    let mut of_layer: Vec<Vec<(f32, usize, f32, f32)>> = vec![Vec::new(); proper.layers.len()];
    for (link, chain) in proper.chains.iter().enumerate() {
        if let Chain::Within(from, to) = chain {
            let (low, high) = (cross[*from].min(cross[*to]), cross[*from].max(cross[*to]));
            of_layer[proper.items[*from].layer].push((high - low, link, low, high));
        }
    }
    let mut found = Brackets {
        levels: vec![0; proper.chains.len()],
        most: vec![0; proper.layers.len()],
        steps: vec![0.0; proper.chains.len()],
    };
    for (layer, brackets) in of_layer.iter_mut().enumerate() {
        sort(brackets, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        // Ends of the brackets on each level; beyond the most levels the last one is shared.
        let mut levels: Vec<Vec<(f32, f32)>> = Vec::new();
        for (_, link, low, high) in brackets.iter() {
            let free = levels
                .iter()
                .take(4 * MOST_BRACKETS)
                .position(|taken| taken.iter().all(|(l, h)| *h < *low || *l > *high));
            let level = free.unwrap_or(levels.len().min(4 * MOST_BRACKETS));
            if level == levels.len() {
                levels.push(Vec::new());
            }
            levels[level].push((*low, *high));
            found.levels[*link] = level + 1;
        }
        found.most[layer] = levels.len();
        let step = if levels.len() <= MOST_BRACKETS {
            BRACKET.1
        } else {
            BRACKET.1 * (MOST_BRACKETS - 1) as f32 / (levels.len() - 1) as f32
        };
        for (_, link, ..) in brackets.iter() {
            found.steps[*link] = step;
        }
    }
    found
}

/// Places along the flow: layers, bands of the stages, and where everything ends.
fn along(
    scene: &Scene,
    config: &Config,
    proper: &Proper,
    cross: &[f32],
    brackets: &Brackets,
) -> (Vec<Span>, Vec<Band>, f32) {
    let layers = proper.layers.len();
    let least = |layer: usize| scene.stages.get(proper.stage_of[layer]).map_or(0.0, |stage| stage.least);
    let sizes = |layer: usize| {
        proper.layers[layer].iter().filter_map(|item| proper.items[*item].node).map(|node| scene.nodes[node].main)
    };
    let boxes: Vec<f32> = (0..layers).map(|layer| sizes(layer).fold(least(layer), f32::max)).collect();
    // Long leaps need a wider gutter to lean in.
    let mut leap = vec![(0.0_f32, 0.0_f32); layers];
    let mut turns = vec![false; layers];
    for segment in &proper.segments {
        let (sum, count) = &mut leap[proper.items[segment.from].layer];
        *sum += (cross[segment.from] - cross[segment.to]).abs();
        *count += 1.0;
    }
    for chain in &proper.chains {
        if let Chain::Back(items) = chain {
            turns[proper.items[items[0]].layer] = true;
        }
    }
    let gutter = |layer: usize| {
        let (sum, count) = leap[layer];
        let mean = if count > 0.0 { sum / count } else { 0.0 };
        let turn = if turns[layer] { 2.0 * BRACKET.0 } else { 0.0 };
        let before_next = if layer + 1 < layers { brackets.room(layer + 1) } else { 0.0 };
        config.gutter * (1.0 + (mean / 320.0).min(1.5)) + turn + before_next
    };
    let stages = &scene.stages;
    let closed = stages.iter().filter(|stage| stage.closed).count() as f32 * config.closed;
    let gutters: Vec<f32> =
        (0..layers).map(|layer| if layer + 1 < layers || turns[layer] { gutter(layer) } else { config.lead }).collect();
    let first = brackets.room(0).max(if proper.chains.iter().any(|chain| matches!(chain, Chain::Back(_))) {
        BRACKET.0
    } else {
        0.0
    });
    let need: f32 =
        first + closed + boxes.iter().zip(&gutters).map(|(boxes, gutter)| config.lead + boxes + gutter).sum::<f32>();
    let factors: f32 = proper.stage_of.iter().map(|stage| stages.get(*stage).map_or(1.0, |stage| stage.factor)).sum();
    let spare = config.fill_main.map_or(0.0, |room| (room - need).max(0.0)) / factors.max(1.0);

    let mut spans = vec![Span::default(); layers];
    let mut bands = vec![Band::default(); stages.len()];
    let mut at = 0.0;
    let mut layer_at = 0;
    for stage in 0..stages.len().max(1) {
        let start = at;
        if stages.get(stage).is_some_and(|stage| stage.closed) {
            at += config.closed;
        } else if layer_at < layers {
            let factor = stages.get(stage).map_or(1.0, |stage| stage.factor);
            let begin = at + config.lead + if layer_at == 0 { first } else { 0.0 };
            let end = begin + boxes[layer_at] + spare * factor;
            at = end + gutters[layer_at];
            spans[layer_at] = Span { begin, end, next: at };
            layer_at += 1;
        }
        if let Some(band) = bands.get_mut(stage) {
            *band = Band { start, extent: at - start };
        }
    }
    for layer in 0..layers.saturating_sub(1) {
        // The bend ends before the brackets of the next layer begin.
        spans[layer].next = spans[layer + 1].begin - brackets.room(layer + 1);
    }
    (spans, bands, at)
}
