//! Sifting: each item of a layer in turn is tried at every place of its layer and left at the best one. Items that are settled,
//! since neither they nor their neighbours moved after they were last tried, are left where they are.
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
    /// Places; one that more links run to stands there as often.
    ends: Vec<u32>,
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
                for (other, weight) in row {
                    let place = first + order.position[*other as usize];
                    ends.extend(std::iter::repeat_n(place, *weight as usize));
                }
            }
            starts.push(ends.len());
        }
        Self { starts, ends, before, width }
    }

    fn of(&self, item: usize) -> &[u32] {
        &self.ends[self.starts[item]..self.starts[item + 1]]
    }

    /// Fills the table of an item: for each place how many of its links end beyond it less how many end before it.
    fn table(&self, item: usize, table: &mut [i64]) {
        table.fill(0);
        for place in self.of(item) {
            table[*place as usize] += 1;
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

    /// Adds up the table along `ends`, from which [`Rows::gain`] reads. One straight run over all links is far quicker than
    /// a short one for each item.
    fn add_up(&self, table: &[i64], sums: &mut Vec<i64>) {
        sums.clear();
        sums.push(0);
        let mut sum = 0;
        sums.extend(self.ends.iter().map(|place| {
            sum += table[*place as usize];
            sum
        }));
    }

    /// Crossings with the item of the table left of `other`, less crossings with `other` left of it.
    fn gain(&self, sums: &[i64], other: usize) -> i64 {
        sums[self.starts[other + 1]] - sums[self.starts[other]]
    }
}

/// Sifts one layer once. Gives by how much the crossings fell.
pub(super) fn layer(adjacency: &Adjacency, order: &mut Order, layer: usize, spent: &mut u64) -> i64 {
    let length = order.layers[layer].len();
    let unsettled: Vec<usize> = (0..length).filter(|at| order.unsettled[order.layers[layer][*at]]).collect();
    if length < 2 || unsettled.is_empty() {
        return 0;
    }
    let rows = Rows::new(adjacency, order, layer);
    let mut table = vec![0; rows.width];
    let mut sums = Vec::with_capacity(rows.ends.len() + 1);
    // `sequence` holds places of `rows`; rows stay where they are while the sequence changes.
    let mut sequence: Vec<usize> = (0..length).collect();
    let mut place_of: Vec<usize> = (0..length).collect();
    let mut total = 0;
    // Those with many neighbours first: they matter most.
    let degree = |at: usize| rows.of(at).len();
    let turn = positions(unsettled.len(), &mut |a, b| degree(unsettled[b]).cmp(&degree(unsettled[a])));
    *spent += (4 * length + rows.ends.len()) as u64;
    for moving in turn.into_iter().map(|at| unsettled[at]) {
        let item = order.layers[layer][moving];
        order.unsettled[item] = false;
        if degree(moving) == 0 {
            continue;
        }
        rows.table(moving, &mut table);
        rows.add_up(&table, &mut sums);
        let here = place_of[moving];
        // Passing another item from left to right changes the crossings by those with the other left less those with `moving` left.
        let (mut best, mut best_change) = (here, 0);
        let mut sum = 0;
        let (low, high) = (here.saturating_sub(REACH), (here + REACH).min(length - 1));
        for (place, other) in sequence.iter().enumerate().take(high + 1).skip(here + 1) {
            sum -= rows.gain(&sums, *other);
            if sum < best_change {
                (best, best_change) = (place, sum);
            }
        }
        sum = 0;
        for place in (low..here).rev() {
            sum += rows.gain(&sums, sequence[place]);
            if sum < best_change {
                (best, best_change) = (place, sum);
            }
        }
        *spent += (rows.width + rows.ends.len() + high - low) as u64;
        if best != here {
            order.moved(adjacency, item);
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

    /// The gain of an item with ends `a` over one with ends `b`; the layer before has so many places.
    fn gain(a: &[u32], b: &[u32], before: usize) -> i64 {
        let rows = Rows { starts: vec![0, a.len(), a.len() + b.len()], ends: [a, b].concat(), before, width: 5 };
        let (mut table, mut sums) = (vec![0; rows.width], Vec::new());
        rows.table(0, &mut table);
        rows.add_up(&table, &mut sums);
        rows.gain(&sums, 1)
    }

    #[test]
    fn gain_is_the_difference_of_both_orders() {
        // Ends of a at 0 and 4, ends of b at 1 and 2: with a left, its end at 4 crosses both; with b left, its ends cross the one at 0.
        assert_eq!(gain(&[0, 4], &[1, 2], 5), 0);
        assert_eq!(gain(&[4, 4], &[1, 2, 2, 2], 5), 8);
        assert_eq!(gain(&[1], &[1, 1, 1, 1, 1], 5), 0, "the same end is no crossing");
    }

    #[test]
    fn ends_in_the_layer_before_and_after_do_not_cross_each_other() {
        assert_eq!(gain(&[0], &[4], 2), 0);
        assert_eq!(gain(&[0, 3], &[1, 2], 2), 0, "one way before, the other way after");
    }
}
