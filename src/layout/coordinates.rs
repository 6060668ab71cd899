//! Coordinates across the flow: lines as straight as the order allows, boxes close to their neighbours.
//!
//! Each layer in turn is moved towards the weighted mean of its neighbours' lines; what must keep its distance is kept apart by
//! isotonic regression (pool adjacent violators; Ayer et al. 1955), which is the least movement that restores the distances.
//! Passing lanes weigh more than boxes, so that bends are at boxes. At the end lanes of one link that can stand level do.
//!
//! Contract: in every layer items stand in order and at least `after + gap + before` apart; the least coordinate is 0.

use super::{Config, layers::Proper};

/// The weight of a lane against that of a box.
const LANE: f32 = 6.0;

/// The line of every item across the flow.
pub(super) fn place(proper: &Proper, config: &Config) -> Vec<f32> {
    let gaps = gaps(proper, config);
    let mut line = vec![0.0_f32; proper.items.len()];
    // The fullest layer says how much room there is; the others keep within it, so that nothing strays.
    let packed = proper.layers.iter().map(|layer| pack(proper, layer, &gaps, &mut line)).fold(0.0, f32::max);
    let height = packed.max(config.fill_cross.unwrap_or(0.0));
    // Layers begin centred on each other.
    for layer in &proper.layers {
        let size = layer.last().map_or(0.0, |last| line[*last] + proper.items[*last].after);
        for item in layer {
            line[*item] += (height - size) / 2.0;
        }
    }
    let mut neighbours: Vec<Vec<(usize, f32)>> = vec![Vec::new(); proper.items.len()];
    for segment in &proper.segments {
        let both_lanes = proper.items[segment.from].node.is_none() && proper.items[segment.to].node.is_none();
        let weight = if both_lanes { LANE } else { 1.0 } * (segment.weight as f32).min(3.0);
        neighbours[segment.from].push((segment.to, weight));
        neighbours[segment.to].push((segment.from, weight));
    }
    let layers = proper.layers.len();
    for round in 0..28 {
        for step in 0..layers {
            let layer = if round % 2 == 0 { step } else { layers - 1 - step };
            // In the first rounds only the side one comes from pulls, so that news travels through the whole drawing.
            let side = match round {
                0..16 if round % 2 == 0 => Some(false),
                0..16 => Some(true),
                _ => None,
            };
            pull(proper, layer, side, &neighbours, (gaps[layer], height), &mut line);
        }
    }
    straighten(proper, &gaps, &mut line);
    let least = proper.items.iter().zip(&line).map(|(item, line)| line - item.before).fold(f32::MAX, f32::min);
    for line in &mut line {
        *line -= if least == f32::MAX { 0.0 } else { least };
    }
    line
}

/// The gap in each layer: the asked one, or more where the layer has room to spare.
fn gaps(proper: &Proper, config: &Config) -> Vec<f32> {
    let need = |layer: &Vec<usize>| {
        layer.iter().map(|item| proper.items[*item].before + proper.items[*item].after).sum::<f32>()
    };
    proper
        .layers
        .iter()
        .map(|layer| {
            let Some(room) = config.fill_cross else { return config.gap };
            let boxes = layer.iter().filter(|item| proper.items[**item].node.is_some()).count();
            if boxes < 2 {
                return config.gap;
            }
            ((room - need(layer)) / layer.len() as f32).min(config.gap * 3.0).max(config.gap)
        })
        .collect()
}

/// The least distance between the lines of two neighbours of a layer. Between lanes there is no gap beyond their own width.
fn apart(proper: &Proper, above: usize, below: usize, gap: f32) -> f32 {
    let (a, b) = (&proper.items[above], &proper.items[below]);
    let gap = match (a.node, b.node) {
        (None, None) => 0.0,
        (Some(_), Some(_)) => gap,
        _ => gap * 0.5,
    };
    a.after + gap + b.before
}

/// Puts a layer's items as close together as they may stand, from 0 on. Gives the size.
fn pack(proper: &Proper, layer: &[usize], gaps: &[f32], line: &mut [f32]) -> f32 {
    let mut last: Option<usize> = None;
    for item in layer {
        line[*item] = match last {
            None => proper.items[*item].before,
            Some(above) => line[above] + apart(proper, above, *item, gaps[proper.items[*item].layer]),
        };
        last = Some(*item);
    }
    last.map_or(0.0, |last| line[last] + proper.items[last].after)
}

/// Moves one layer towards its neighbours, within `height`. `side` says whether only the layer before (`false`) or after (`true`) pulls.
fn pull(
    proper: &Proper,
    layer: usize,
    side: Option<bool>,
    neighbours: &[Vec<(usize, f32)>],
    (gap, height): (f32, f32),
    line: &mut [f32],
) {
    let items = &proper.layers[layer];
    let mut offsets = Vec::with_capacity(items.len());
    let mut offset = 0.0;
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            offset += apart(proper, items[place - 1], *item, gap);
        }
        offsets.push(offset);
    }
    // Blocks of items that push each other: wanted line of the first, weight, number of items.
    let mut blocks: Vec<(f32, f32, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let pulling = neighbours[*item]
            .iter()
            .filter(|(other, _)| side.is_none_or(|after| (proper.items[*other].layer > layer) == after));
        let (sum, weight) = pulling.fold((0.0, 0.0), |(sum, weight), (other, w)| (sum + line[*other] * w, weight + w));
        // What nothing pulls stays, but yields to anything that is pulled.
        let (wanted, weight) = if weight > 0.0 { (sum / weight, weight) } else { (line[*item], 0.05) };
        blocks.push((wanted - offsets[place], weight, 1));
        while let [.., a, b] = blocks[..]
            && a.0 > b.0
        {
            blocks.truncate(blocks.len() - 2);
            let weight = a.1 + b.1;
            blocks.push(((a.0 * a.1 + b.0 * b.1) / weight, weight, a.2 + b.2));
        }
    }
    let low = items.first().map_or(0.0, |first| proper.items[*first].before);
    let high = items.last().map_or(0.0, |last| height - proper.items[*last].after - offset);
    let mut place = 0;
    for (wanted, _, count) in blocks {
        for _ in 0..count {
            // Both bounds hold for a whole layer, so keeping to them keeps the order and the distances.
            line[items[place]] = wanted.min(high).max(low) + offsets[place];
            place += 1;
        }
    }
}

/// Brings lines that are almost level to one level, where their layers leave room.
fn straighten(proper: &Proper, gaps: &[f32], line: &mut [f32]) {
    let mut place = vec![0; proper.items.len()];
    for layer in &proper.layers {
        for (at, item) in layer.iter().enumerate() {
            place[*item] = at;
        }
    }
    // Runs of items that are joined one to one.
    let mut next = vec![None; proper.items.len()];
    let mut has_before = vec![false; proper.items.len()];
    let (mut leaving, mut reaching) = (vec![0; proper.items.len()], vec![0; proper.items.len()]);
    for segment in &proper.segments {
        leaving[segment.from] += 1;
        reaching[segment.to] += 1;
    }
    for segment in &proper.segments {
        let lanes = proper.items[segment.from].node.is_none() && proper.items[segment.to].node.is_none();
        let alone = leaving[segment.from] == 1 && reaching[segment.to] == 1;
        if (lanes || alone) && next[segment.from].is_none() && !has_before[segment.to] {
            next[segment.from] = Some(segment.to);
            has_before[segment.to] = true;
        }
    }
    let room = |item: usize, line: &[f32]| {
        let layer = &proper.layers[proper.items[item].layer];
        let gap = gaps[proper.items[item].layer];
        let at = place[item];
        let low = if at == 0 { f32::MIN } else { line[layer[at - 1]] + apart(proper, layer[at - 1], item, gap) };
        let high = layer.get(at + 1).map_or(f32::MAX, |below| line[*below] - apart(proper, item, *below, gap));
        (low, high)
    };
    for _ in 0..3 {
        for first in (0..proper.items.len()).filter(|item| !has_before[*item] && next[*item].is_some()) {
            let mut run = vec![first];
            while let Some(item) = run.last().and_then(|last| next[*last]) {
                run.push(item);
            }
            // The longest stretches from the front that share a level are levelled one after the other.
            let mut begin = 0;
            while begin < run.len() {
                let (mut low, mut high) = room(run[begin], line);
                let mut sum = line[run[begin]];
                let mut end = begin + 1;
                while end < run.len() {
                    let (l, h) = room(run[end], line);
                    if l.max(low) > h.min(high) {
                        break;
                    }
                    (low, high) = (l.max(low), h.min(high));
                    sum += line[run[end]];
                    end += 1;
                }
                // Rounding may turn a room without slack round by a hair.
                let level = (sum / (end - begin) as f32).max(low).min(high);
                for item in &run[begin..end] {
                    line[*item] = level;
                }
                begin = end;
            }
        }
    }
}
