//! The cord: one line through all that is touched, along the flow.

use crate::{
    layout::Direction,
    view::{
        drawing::{Drawing, Node},
        pixels::px,
    },
};

/// How far beyond the first and last box the cord runs.
const END: f32 = 26.0;
/// The last part of a fold, which is kept free of names: links bend there, and so does the cord.
const GUTTER: f32 = 40.0;

/// Along and across the flow.
fn place(drawing: &Drawing, node: &Node) -> (f32, f32) {
    match drawing.direction {
        Direction::Across => (node.x, node.y),
        Direction::Down => (node.y, node.x),
    }
}

/// The touched boxes in the order in which the cord is strung: fold by fold along the flow; within a fold from the end that is
/// nearer to where the cord comes from. Indices of the drawing's nodes.
pub fn order(drawing: &Drawing, touched: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut strung: Vec<usize> = Vec::new();
    for column in 0..drawing.folds.len() {
        // Nodes stand in reading order already: by fold, along the flow, then across it.
        let mut fold: Vec<usize> =
            (0..drawing.nodes.len()).filter(|at| drawing.nodes[*at].column == column && touched(*at)).collect();
        let across = |at: &usize| place(drawing, &drawing.nodes[*at]).1;
        crate::sorting::sort(&mut fold, |a, b| across(a).total_cmp(&across(b)).then(a.cmp(b)));
        if let (Some(last), Some(low), Some(high)) = (strung.last(), fold.first(), fold.last()) {
            let from = across(last);
            if (across(high) - from).abs() < (across(low) - from).abs() {
                fold.reverse();
            }
        }
        strung.extend(fold);
    }
    strung
}

/// The path of the cord through boxes in this order; empty without any. Between two it hangs like silk: from one fold to the next it
/// bends where links do, at the end of the fold; within a fold it swings aside in a bow, so that it does not run through what
/// stands between.
pub fn path(drawing: &Drawing, order: &[usize]) -> String {
    let at = |index: usize| place(drawing, &drawing.nodes[index]);
    let (Some(first), Some(last)) = (order.first(), order.last()) else { return String::new() };
    let mut d = String::new();
    let mut put = |letter: &str, points: &[(f32, f32)]| {
        d += letter;
        for (place, (main, cross)) in points.iter().enumerate() {
            let (x, y) = if drawing.direction == Direction::Across { (main, cross) } else { (cross, main) };
            if place > 0 {
                d.push(' ');
            }
            d += &px(*x);
            d.push(' ');
            d += &px(*y);
        }
    };
    let (start, end) = (at(*first), at(*last));
    put("M", &[(start.0 - END, start.1)]);
    put("L", &[start]);
    for pair in order.windows(2) {
        let (from, to) = (at(pair[0]), at(pair[1]));
        if drawing.nodes[pair[0]].column == drawing.nodes[pair[1]].column {
            // Aside is against the flow: names stand on the other side.
            let bow = from.0.min(to.0) - bow(drawing, from, to);
            put("C", &[(bow, from.1), (bow, to.1), to]);
        } else {
            let node = &drawing.nodes[pair[0]];
            let fold = &drawing.folds[node.column];
            let side = from.0 + node.pane / 2.0;
            let bend = (fold.start + fold.extent - GUTTER).min(to.0 - GUTTER).max(side);
            let enter = (bend + 2.0 * GUTTER).min(to.0);
            let middle = f32::midpoint(bend, enter);
            let level = from.1 + below_name(drawing, node);
            put("L", &[(side, level)]);
            put("L", &[(bend, level)]);
            put("C", &[(middle, level), (middle, to.1), (enter, to.1)]);
            put("L", &[to]);
        }
    }
    put("L", &[(end.0 + END, end.1)]);
    d
}

/// How far below the middle of its pane the cord leaves a box so that it does not strike through a name that stands level with it.
/// A name that stands on its line leaves room for the cord there.
fn below_name(drawing: &Drawing, node: &Node) -> f32 {
    let last = node.name_at.1 + node.leading * node.lines.len().saturating_sub(1) as f32;
    let struck = node.name_at.1 - node.font < 0.0 && last > 0.0;
    if node.dot || !struck || drawing.direction == Direction::Down {
        return 0.0;
    }
    let years = if node.years.is_empty() { last } else { node.years_at.1.max(last) };
    years + node.font * 0.5
}

/// How far a bow swings aside: more for a longer way, and never far out of the fold.
fn bow(drawing: &Drawing, from: (f32, f32), to: (f32, f32)) -> f32 {
    let long = (to.1 - from.1).abs();
    (long * 0.25).max(drawing.style.pane).min(drawing.style.pane * 1.6)
}
