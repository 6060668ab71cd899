//! Counting crossings between neighbouring layers with an accumulator tree (Barth, Jünger and Mutzel 2002),
//! in the number of segments times the logarithm of the width of a layer.

use super::{Adjacency, Order};

/// Crossings of all segments, each counted as often as links run through both.
pub(super) fn crossings(adjacency: &Adjacency, order: &Order) -> u64 {
    (0..order.layers.len().saturating_sub(1)).map(|layer| between(adjacency, order, layer)).sum()
}

fn between(adjacency: &Adjacency, order: &Order, layer: usize) -> u64 {
    let width = order.layers[layer + 1].len();
    // A Fenwick tree over positions of the next layer holds the weights of the segments seen so far.
    let mut tree = vec![0_u64; width + 1];
    let mut total = 0_u64;
    let mut seen = 0_u64;
    let mut ends: Vec<(u32, u32)> = Vec::new();
    for item in &order.layers[layer] {
        ends.clear();
        ends.extend(adjacency.after[*item].iter().map(|(other, weight)| (order.position[*other as usize], *weight)));
        // Segments of one item do not cross each other, so all are counted before any is entered.
        for (position, weight) in &ends {
            let mut upto = 0;
            let mut at = *position as usize + 1;
            while at > 0 {
                upto += tree[at];
                at &= at - 1;
            }
            total += (seen - upto) * u64::from(*weight);
        }
        for (position, weight) in &ends {
            let mut at = *position as usize + 1;
            while at <= width {
                tree[at] += u64::from(*weight);
                at += at & at.wrapping_neg();
            }
            seen += u64::from(*weight);
        }
    }
    total
}
