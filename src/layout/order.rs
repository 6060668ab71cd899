//! The order of each layer: few crossings.
//!
//! Barycentre sweeps (Sugiyama et al. 1981) give a start, sifting (Matuszewski, Schönfeld and Molitor 1999) lowers it to a local
//! minimum, and small disturbances of the best order with renewed sifting go on from there until the budget is spent. Only items
//! that moved, and neighbours of such, are sifted again, so a disturbance costs as much as it disturbs. Disturbances come from a
//! fixed sequence of integers, so the outcome is always the same.
//!
//! Contract: only the order within layers changes, and the number of crossings never grows.

mod count;
mod sift;

use super::layers::Proper;
use crate::sorting::sort;

/// A fixed sequence of integers (`SplitMix64`; Steele, Lea and Flood 2014).
struct Sequence(u64);

impl Sequence {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    }
}

/// Neighbours of every item in the layer before and the layer after, with weights.
pub(super) struct Adjacency {
    /// `(neighbour, weight)` by item.
    pub(super) before: Vec<Vec<(u32, u32)>>,
    /// `(neighbour, weight)` by item.
    pub(super) after: Vec<Vec<(u32, u32)>>,
}

/// An order under improvement.
#[derive(Clone)]
pub(super) struct Order {
    /// Items of each layer in order.
    pub(super) layers: Vec<Vec<usize>>,
    /// Position of each item in its layer.
    pub(super) position: Vec<u32>,
    /// Whether trying each item elsewhere may gain something: it or a neighbour of it moved since that was last tried.
    unsettled: Vec<bool>,
}

impl Order {
    fn renumber(&mut self, layer: usize) {
        for (place, item) in self.layers[layer].iter().enumerate() {
            self.position[*item] = place as u32;
        }
    }

    /// Says that an item moved.
    fn moved(&mut self, adjacency: &Adjacency, item: usize) {
        self.unsettled[item] = true;
        for (other, _) in adjacency.before[item].iter().chain(&adjacency.after[item]) {
            self.unsettled[*other as usize] = true;
        }
    }
}

/// Elementary steps of one unit of effort: looks at one neighbour. A pass over everything costs about the squares of the widths of
/// the layers; where that is much, a unit is more, up to a limit, so that wide scenes get their passes and small ones stay quick.
fn unit(layers: &[Vec<usize>]) -> u64 {
    let pass = layers.iter().map(|layer| (layer.len() as u64).pow(2)).sum::<u64>().min(3_000_000);
    (250_000 + pass * pass / 1_000_000).min(8_000_000)
}

/// Improves the order of every layer with so many units of effort.
pub(super) fn improve(proper: &mut Proper, effort: u32) {
    let budget = u64::from(effort) * unit(&proper.layers);
    let mut adjacency =
        Adjacency { before: vec![Vec::new(); proper.items.len()], after: vec![Vec::new(); proper.items.len()] };
    for segment in &proper.segments {
        adjacency.after[segment.from].push((segment.to as u32, segment.weight));
        adjacency.before[segment.to].push((segment.from as u32, segment.weight));
    }
    let mut start = Order {
        layers: proper.layers.clone(),
        position: vec![0; proper.items.len()],
        unsettled: vec![true; proper.items.len()],
    };
    for layer in 0..start.layers.len() {
        start.renumber(layer);
    }
    proper.layers = search(&adjacency, start, budget).layers;
}

/// After so many disturbances in a row that gained nothing the order is taken as it is.
const PATIENCE: usize = 160;

/// So many starts at the most.
const MOST_STARTS: usize = 24;

fn shuffle(items: &mut [usize], sequence: &mut Sequence) {
    for place in (1..items.len()).rev() {
        items.swap(place, sequence.next(place + 1));
    }
}

/// The best order found within the budget.
fn search(adjacency: &Adjacency, start: Order, budget: u64) -> Order {
    let mut spent = 0;
    let mut sequence = Sequence(0x5EED);
    let mut best: Option<(u64, Order)> = None;
    // The given order, the same turned round, then shuffled ones while they are cheap.
    let mut turn = 0;
    while turn < 2 || (turn < MOST_STARTS && spent < budget / 4) {
        let mut order = start.clone();
        for layer in 0..order.layers.len() {
            match turn {
                0 => {}
                1 => order.layers[layer].reverse(),
                _ => shuffle(&mut order.layers[layer], &mut sequence),
            }
            order.renumber(layer);
        }
        sweep(adjacency, &mut order, &mut spent);
        settle(adjacency, &mut order, &mut spent, budget / 2);
        let crossings = count::crossings(adjacency, &order);
        if best.as_ref().is_none_or(|(fewest, _)| crossings < *fewest) {
            best = Some((crossings, order));
        }
        turn += 1;
    }
    let Some((mut fewest, mut best)) = best else { return start };
    let mut round = 0;
    let mut stale = 0;
    while spent < budget && fewest > 0 && stale < PATIENCE {
        let mut order = best.clone();
        disturb(adjacency, &mut order, &mut sequence, round);
        settle(adjacency, &mut order, &mut spent, budget);
        let crossings = count::crossings(adjacency, &order);
        spent += adjacency.after.iter().map(|row| row.len() as u64).sum::<u64>() * 4;
        // An order that is as good is taken too: it leads away from flat places.
        stale = if crossings < fewest { 0 } else { stale + 1 };
        if crossings <= fewest {
            fewest = crossings;
            best = order;
        }
        round += 1;
    }
    best
}

/// Barycentre sweeps forth and back; the best of them is kept.
fn sweep(adjacency: &Adjacency, order: &mut Order, spent: &mut u64) {
    let mut best = (count::crossings(adjacency, order), order.clone());
    let mut without_gain = 0;
    for round in 0..24 {
        let forth = round % 2 == 0;
        let count = order.layers.len();
        for step in 0..count {
            let layer = if forth { step } else { count - 1 - step };
            let rows = if forth { &adjacency.before } else { &adjacency.after };
            by_barycentre(rows, order, layer, spent);
        }
        let crossings = count::crossings(adjacency, order);
        if crossings < best.0 {
            best = (crossings, order.clone());
            without_gain = 0;
        } else {
            without_gain += 1;
            if without_gain > 4 {
                break;
            }
        }
    }
    *order = best.1;
}

fn by_barycentre(rows: &[Vec<(u32, u32)>], order: &mut Order, layer: usize, spent: &mut u64) {
    let mut keyed: Vec<(f32, usize)> = Vec::with_capacity(order.layers[layer].len());
    // Items without neighbours on this side keep to the one before them.
    let mut last = 0.0;
    for item in &order.layers[layer] {
        let row = &rows[*item];
        *spent += row.len() as u64;
        if !row.is_empty() {
            let (sum, weight) = row.iter().fold((0.0_f32, 0.0_f32), |(sum, weight), (other, w)| {
                (sum + order.position[*other as usize] as f32 * *w as f32, weight + *w as f32)
            });
            last = sum / weight;
        }
        keyed.push((last, *item));
    }
    sort(&mut keyed, |a, b| a.0.total_cmp(&b.0));
    order.layers[layer] = keyed.into_iter().map(|(_, item)| item).collect();
    order.renumber(layer);
}

/// Sifts layer after layer until nothing is gained any more.
fn settle(adjacency: &Adjacency, order: &mut Order, spent: &mut u64, budget: u64) {
    let count = order.layers.len();
    for round in 0..40 {
        let mut gained = 0;
        for step in 0..count {
            let layer = if round % 2 == 0 { step } else { count - 1 - step };
            gained += sift::layer(adjacency, order, layer, spent);
            if *spent >= budget {
                return;
            }
        }
        if gained == 0 {
            return;
        }
    }
}

/// Moves a few items of a layer elsewhere, or turns a stretch of it round.
fn disturb(adjacency: &Adjacency, order: &mut Order, sequence: &mut Sequence, round: usize) {
    let wide: Vec<usize> = (0..order.layers.len()).filter(|layer| order.layers[*layer].len() > 2).collect();
    if wide.is_empty() {
        return;
    }
    for _ in 0..=sequence.next(2) {
        let layer = wide[sequence.next(wide.len())];
        let length = order.layers[layer].len();
        let at = sequence.next(length);
        let span = 2 + sequence.next((length / 4).clamp(2, 24));
        let end = (at + span).min(length);
        if round.is_multiple_of(3) {
            order.layers[layer][at..end].reverse();
            for place in at..end {
                order.moved(adjacency, order.layers[layer][place]);
            }
        } else {
            let moved: Vec<usize> = order.layers[layer].drain(at..end.min(at + 1 + span / 6)).collect();
            for item in &moved {
                order.moved(adjacency, *item);
            }
            let to = sequence.next(order.layers[layer].len() + 1);
            order.layers[layer].splice(to..to, moved);
        }
        order.renumber(layer);
    }
}
