//! Sifting: each item of a layer in turn is tried at every place of its layer and left at the best one.

use super::{Adjacency, Order};
use crate::sorting::positions;

/// So far an item looks to either side in a very wide layer.
const REACH: usize = 700;

/// Neighbours of one item by position, ascending: the layer before, then the layer after.
struct Row {
    before: Vec<(u32, u32)>,
    after: Vec<(u32, u32)>,
}

fn placed(row: &[(u32, u32)], order: &Order) -> Vec<(u32, u32)> {
    let mut placed: Vec<(u32, u32)> =
        row.iter().map(|(other, weight)| (order.position[*other as usize], *weight)).collect();
    placed.sort_unstable();
    placed
}

/// Crossings with `a` left of `b`, less crossings with `b` left of `a`. Both rows ascend by position.
fn gain(a: &[(u32, u32)], b: &[(u32, u32)]) -> i64 {
    // For each end of `a`: ends of `b` before it cross when `a` is left, ends behind it cross when `b` is left.
    let all: i64 = b.iter().map(|(_, weight)| i64::from(*weight)).sum();
    let (mut below, mut upto) = (0_i64, 0_i64);
    let (mut at, mut same) = (0, 0);
    let mut total = 0;
    for (position, weight) in a {
        while at < b.len() && b[at].0 < *position {
            below += i64::from(b[at].1);
            at += 1;
        }
        while same < b.len() && b[same].0 <= *position {
            upto += i64::from(b[same].1);
            same += 1;
        }
        total += i64::from(*weight) * (below - (all - upto));
    }
    total
}

/// Sifts one layer once. Gives by how much the crossings fell.
pub(super) fn layer(adjacency: &Adjacency, order: &mut Order, layer: usize, spent: &mut u64) -> i64 {
    let length = order.layers[layer].len();
    if length < 2 {
        return 0;
    }
    let rows: Vec<Row> = order.layers[layer]
        .iter()
        .map(|item| Row {
            before: placed(&adjacency.before[*item], order),
            after: placed(&adjacency.after[*item], order),
        })
        .collect();
    let steps: u64 = rows.iter().map(|row| 2 + (row.before.len() + row.after.len()) as u64).sum();
    // `sequence` holds places of `rows`; rows stay where they are while the sequence changes.
    let mut sequence: Vec<usize> = (0..length).collect();
    let mut place_of: Vec<usize> = (0..length).collect();
    let mut total = 0;
    // Those with many neighbours first: they matter most.
    let degree = |at: usize| rows[at].before.len() + rows[at].after.len();
    let turn = positions(length, &mut |a, b| degree(b).cmp(&degree(a)));
    for moving in turn {
        let row = &rows[moving];
        let own = (row.before.len() + row.after.len()) as u64;
        if own == 0 {
            continue;
        }
        let here = place_of[moving];
        // Passing `other` from left to right changes the crossings by those with `other` left less those with `moving` left.
        let change = |other: usize| -(gain(&row.before, &rows[other].before) + gain(&row.after, &rows[other].after));
        let (mut best, mut best_change) = (here, 0);
        let mut sum = 0;
        let (low, high) = (here.saturating_sub(REACH), (here + REACH).min(length - 1));
        for (place, other) in sequence.iter().enumerate().take(high + 1).skip(here + 1) {
            sum += change(*other);
            if sum < best_change {
                (best, best_change) = (place, sum);
            }
        }
        sum = 0;
        for place in (low..here).rev() {
            sum -= change(sequence[place]);
            if sum < best_change {
                (best, best_change) = (place, sum);
            }
        }
        *spent += (steps + own * length as u64) * (high - low) as u64 / length as u64;
        if best != here {
            sequence.remove(here);
            sequence.insert(best, moving);
            for place in here.min(best)..=here.max(best) {
                place_of[sequence[place]] = place;
            }
            total -= best_change;
        }
    }
    if total > 0 {
        let items = &order.layers[layer];
        order.layers[layer] = sequence.into_iter().map(|at| items[at]).collect();
        order.renumber(layer);
    }
    total
}

#[cfg(test)]
mod tests {
    use super::gain;

    #[test]
    fn gain_is_the_difference_of_both_orders() {
        // Ends of a at 0 and 4, ends of b at 1 and 2: with a left, its end at 4 crosses both; with b left, its ends cross the one at 0.
        assert_eq!(gain(&[(0, 1), (4, 1)], &[(1, 1), (2, 1)]), 0);
        assert_eq!(gain(&[(4, 2)], &[(1, 1), (2, 3)]), 8);
        assert_eq!(gain(&[(1, 1)], &[(1, 5)]), 0, "the same end is no crossing");
    }
}
