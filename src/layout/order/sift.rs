//! Sifting: each item of a layer in turn is tried at every place of its layer and left at the best one.
//!
//! What an item gains by passing another is read off one table per moving item: how many of its links end above each place of
//! the neighbouring layers, less those that end below. Passing another item costs one look for each neighbour of that.

use super::{Adjacency, Order};
use crate::sorting::positions;

/// So far an item looks to either side in a very wide layer.
const REACH: usize = 700;

/// The links of one layer's items to both neighbouring layers. Ends are places: those of the layer before come first, those
/// of the layer after follow them.
struct Rows {
    /// Where the links of each item begin in `ends`; one more for the end of the last.
    starts: Vec<usize>,
    /// Place and weight.
    ends: Vec<(u32, u32)>,
    /// How many places the layer before has.
    before: usize,
    /// How many places both layers have.
    width: usize,
}

impl Rows {
    fn new(adjacency: &Adjacency, order: &Order, layer: usize) -> Self {
        let size = |layer: Option<usize>| layer.and_then(|layer| order.layers.get(layer)).map_or(0, Vec::len);
        let before = size(layer.checked_sub(1));
        let width = before + size(Some(layer + 1));
        let (mut starts, mut ends) = (vec![0], Vec::new());
        for item in &order.layers[layer] {
            for (row, first) in [(&adjacency.before[*item], 0), (&adjacency.after[*item], before as u32)] {
                ends.extend(row.iter().map(|(other, weight)| (first + order.position[*other as usize], *weight)));
            }
            starts.push(ends.len());
        }
        Self { starts, ends, before, width }
    }

    fn of(&self, item: usize) -> &[(u32, u32)] {
        &self.ends[self.starts[item]..self.starts[item + 1]]
    }

    /// Fills the table of an item: for each place the weight of its links that end beyond it less that of those that end before it.
    fn table(&self, item: usize, table: &mut [i64]) {
        table.fill(0);
        for (place, weight) in self.of(item) {
            table[*place as usize] += i64::from(*weight);
        }
        let (before, after) = table.split_at_mut(self.before);
        for side in [before, after] {
            let mut balance: i64 = side.iter().sum();
            for place in side {
                let here = *place;
                *place = balance - here;
                balance -= 2 * here;
            }
        }
    }

    /// Crossings with the item of the table left of `other`, less crossings with `other` left of it.
    fn gain(&self, table: &[i64], other: usize) -> i64 {
        self.of(other).iter().map(|(place, weight)| table[*place as usize] * i64::from(*weight)).sum()
    }
}

/// Sifts one layer once. Gives by how much the crossings fell.
pub(super) fn layer(adjacency: &Adjacency, order: &mut Order, layer: usize, spent: &mut u64) -> i64 {
    let length = order.layers[layer].len();
    if length < 2 {
        return 0;
    }
    let rows = Rows::new(adjacency, order, layer);
    let mut table = vec![0; rows.width];
    let steps = (2 * length + rows.ends.len()) as u64;
    // `sequence` holds places of `rows`; rows stay where they are while the sequence changes.
    let mut sequence: Vec<usize> = (0..length).collect();
    let mut place_of: Vec<usize> = (0..length).collect();
    let mut total = 0;
    // Those with many neighbours first: they matter most.
    let degree = |at: usize| rows.of(at).len();
    let turn = positions(length, &mut |a, b| degree(b).cmp(&degree(a)));
    for moving in turn {
        let own = degree(moving) as u64;
        if own == 0 {
            continue;
        }
        rows.table(moving, &mut table);
        let here = place_of[moving];
        // Passing another item from left to right changes the crossings by those with the other left less those with `moving` left.
        let (mut best, mut best_change) = (here, 0);
        let mut sum = 0;
        let (low, high) = (here.saturating_sub(REACH), (here + REACH).min(length - 1));
        for (place, other) in sequence.iter().enumerate().take(high + 1).skip(here + 1) {
            sum -= rows.gain(&table, *other);
            if sum < best_change {
                (best, best_change) = (place, sum);
            }
        }
        sum = 0;
        for place in (low..here).rev() {
            sum += rows.gain(&table, sequence[place]);
            if sum < best_change {
                (best, best_change) = (place, sum);
            }
        }
        // Counted as if both rows were walked for each pair, so that an effort means the same order as ever.
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
    use super::Rows;

    /// The gain of an item with ends `a` over one with ends `b` in the layer before.
    fn gain(a: &[(u32, u32)], b: &[(u32, u32)]) -> i64 {
        let rows = Rows { starts: vec![0, a.len(), a.len() + b.len()], ends: [a, b].concat(), before: 5, width: 5 };
        let mut table = vec![0; rows.width];
        rows.table(0, &mut table);
        rows.gain(&table, 1)
    }

    #[test]
    fn gain_is_the_difference_of_both_orders() {
        // Ends of a at 0 and 4, ends of b at 1 and 2: with a left, its end at 4 crosses both; with b left, its ends cross the one at 0.
        assert_eq!(gain(&[(0, 1), (4, 1)], &[(1, 1), (2, 1)]), 0);
        assert_eq!(gain(&[(4, 2)], &[(1, 1), (2, 3)]), 8);
        assert_eq!(gain(&[(1, 1)], &[(1, 5)]), 0, "the same end is no crossing");
    }

    #[test]
    fn ends_in_the_layer_before_and_after_do_not_cross_each_other() {
        let rows = Rows { starts: vec![0, 1, 2], ends: vec![(0, 1), (3, 1)], before: 2, width: 4 };
        let mut table = vec![0; rows.width];
        rows.table(0, &mut table);
        assert_eq!(rows.gain(&table, 1), 0);
    }
}
