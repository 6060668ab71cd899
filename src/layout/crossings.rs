//! Crossings of links as they are drawn.

use super::Layout;

type Point = (f64, f64);

/// Twice the signed area of a triangle.
fn area(a: Point, b: Point, c: Point) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

/// Whether two segments cross in a point inside both.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    area(a, b, c) * area(a, b, d) < 0.0 && area(c, d, a) * area(c, d, b) < 0.0
}

/// How often links cross each other as drawn, by position of their ends in `links`.
/// Pairs of links that share an end are not counted. Time: segments sorted along x, then each against those it overlaps there.
pub fn crossings(layout: &Layout, links: &[(u32, u32)]) -> u64 {
    let wide = |(x, y): (f32, f32)| (f64::from(x), f64::from(y));
    let mut segments: Vec<(Point, Point, usize)> = Vec::new();
    for (link, route) in layout.links.iter().enumerate() {
        for pair in route.points.windows(2) {
            let (a, b) = (wide(pair[0]), wide(pair[1]));
            segments.push(if a.0 <= b.0 { (a, b, link) } else { (b, a, link) });
        }
    }
    segments.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
    let mut total = 0;
    for (at, (a, b, link)) in segments.iter().enumerate() {
        for (c, d, other) in segments[at + 1..].iter().take_while(|(c, ..)| c.0 <= b.0) {
            let (from, to) = links[*link];
            let (other_from, other_to) = links[*other];
            let share = from == other_from || from == other_to || to == other_from || to == other_to;
            if !share && cross(*a, *b, *c, *d) {
                total += 1;
            }
        }
    }
    total
}
