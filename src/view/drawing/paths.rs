//! From routed polylines to the paths of ink lines.

use std::fmt::Write;

use super::Node;
use crate::{layout::Direction, view::pixels::px};

/// The path of a link from pane to pane, where its mark stands, and which way that points in degrees.
///
/// Level stretches stay straight; a stretch that leans becomes a cubic with level tangents, so that two lines
/// cross where their polylines cross. The line begins at the pane, runs on under the name, and ends before the next pane.
pub fn bent(points: &[(f32, f32)], from: &Node, to: &Node, direction: Direction) -> (String, (f32, f32), f32) {
    let along = |(x, y): (f32, f32)| if direction == Direction::Across { (x, y) } else { (y, x) };
    let back = |(main, cross): (f32, f32)| if direction == Direction::Across { (main, cross) } else { (cross, main) };
    let mut points: Vec<(f32, f32)> = points.iter().map(|point| along(*point)).collect();
    let (start, end) = (along((from.x, from.y)), along((to.x, to.y)));
    let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) else {
        return (String::new(), (to.x, to.y), 0.0);
    };
    let leaves_forward = first.0 >= start.0;
    let enters_forward = last.0 <= end.0;
    let sign = |forward: bool| if forward { 1.0 } else { -1.0 };
    let begin = (start.0 + sign(leaves_forward) * from.pane / 2.0, first.1);
    let mouth = (end.0 - sign(enters_forward) * (to.pane / 2.0 + 6.0), last.1);
    if (begin.0 - first.0).abs() > 0.5 {
        points.insert(0, begin);
    }
    if (mouth.0 - last.0).abs() > 0.5 {
        points.push(mouth);
    }
    let mut d = String::new();
    let put = |d: &mut String, letter: char, points: &[(f32, f32)]| {
        d.push(letter);
        for (place, point) in points.iter().enumerate() {
            let (x, y) = back(*point);
            let gap = if place == 0 { "" } else { " " };
            // Writing into a string does not fail.
            let _ = write!(d, "{gap}{} {}", px(x), px(y));
        }
    };
    put(&mut d, 'M', &points[..1]);
    for (place, pair) in points.windows(2).enumerate() {
        let ((m0, c0), (m1, c1)) = (pair[0], pair[1]);
        let leaning = (c1 - c0).abs() > 0.5 && (m1 - m0).abs() > 0.5;
        if leaning {
            let middle = f32::midpoint(m0, m1);
            put(&mut d, 'C', &[(middle, c0), (middle, c1), (m1, c1)]);
            continue;
        }
        // A square corner is rounded: the line stops short of it and bends into the next stretch.
        let next = points.get(place + 2).copied().filter(|next| is_corner((m0, c0), (m1, c1), *next));
        match next {
            None => put(&mut d, 'L', &[(m1, c1)]),
            Some(next) => {
                let radius = CORNER.min(length((m0, c0), (m1, c1)) / 2.0).min(length((m1, c1), next) / 2.0);
                put(&mut d, 'L', &[toward((m1, c1), (m0, c0), radius)]);
                put(&mut d, 'Q', &[(m1, c1), toward((m1, c1), next, radius)]);
            }
        }
    }
    let quarter = match (direction, enters_forward) {
        (Direction::Across, true) => 0.0,
        (Direction::Across, false) => 180.0,
        (Direction::Down, true) => 90.0,
        (Direction::Down, false) => 270.0,
    };
    (d, back(mouth), quarter)
}

/// Radius of a rounded corner.
const CORNER: f32 = 10.0;

fn length(a: (f32, f32), b: (f32, f32)) -> f32 {
    (b.0 - a.0).abs() + (b.1 - a.1).abs()
}

/// The point `far` away from `at` on the way to `to`, along one axis.
fn toward(at: (f32, f32), to: (f32, f32), far: f32) -> (f32, f32) {
    let step = |from: f32, to: f32| if (to - from).abs() > 0.5 { far.copysign(to - from) } else { 0.0 };
    (at.0 + step(at.0, to.0), at.1 + step(at.1, to.1))
}

/// Whether two stretches along the axes meet at a right angle.
fn is_corner(a: (f32, f32), b: (f32, f32), c: (f32, f32)) -> bool {
    let level = |a: (f32, f32), b: (f32, f32)| (a.1 - b.1).abs() <= 0.5;
    let upright = |a: (f32, f32), b: (f32, f32)| (a.0 - b.0).abs() <= 0.5;
    (level(a, b) && !upright(a, b) && upright(b, c) && !level(b, c))
        || (upright(a, b) && !level(a, b) && level(b, c) && !upright(b, c))
}
