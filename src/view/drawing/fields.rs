//! Fields of dots: where the entities of a fold stand that are drawn without a name, and how their links run when they are lit.
//!
//! Across, a field lies below the tiles of its fold, where no link passes. Down, it lies after them, and links pass through
//! it level; dots stand where none does.

use super::{
    Fold, Node, Style,
    boxes::{Face, Layers},
    choice::{Choice, Member},
};
use crate::{
    layout::{Direction, Layout},
    model::{Catalog, Lang},
    sorting::sort,
};

/// Distance between dots.
pub const PITCH: f32 = 25.0;
/// A link keeps at least so far from a dot.
const CLEAR: f32 = 11.0;
/// Between the tiles and the fields below them.
const BELOW: f32 = 26.0;

/// Places of the rows of a field across the flow where no link passes between `from` and `to` along it.
pub(super) fn free_places(laid: &Layout, from: f32, to: f32, width: f32) -> Vec<f32> {
    let mut lines: Vec<(f32, f32)> = Vec::new();
    for route in &laid.links {
        for pair in route.points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if y0.min(y1) < to && y0.max(y1) > from {
                lines.push((x0.min(x1) - CLEAR, x0.max(x1) + CLEAR));
            }
        }
    }
    sort(&mut lines, |a, b| a.0.total_cmp(&b.0));
    let mut places = Vec::new();
    let mut at = PITCH / 2.0;
    let mut next = 0;
    while at <= width - PITCH / 2.0 {
        while next < lines.len() && lines[next].1 <= at {
            next += 1;
        }
        // Lines are sorted by their beginning; a later one may end earlier, so all that begin before are looked at.
        let beyond = lines[next..].iter().take_while(|line| line.0 < at).map(|line| line.1).fold(at, f32::max);
        if beyond > at {
            at = beyond;
        } else {
            places.push(at);
            at += PITCH;
        }
    }
    places
}

/// The width across the flow that a field may use.
pub(super) fn width(style: &Style, laid: &Layout) -> f32 {
    style.cross.unwrap_or(0.0).max(if style.direction == Direction::Down { laid.width } else { laid.height })
}

/// Places the dots of every fold.
pub(super) fn place(
    catalog: &Catalog,
    lang: Lang,
    style: &Style,
    choice: &Choice,
    layers: &Layers,
    laid: &Layout,
    folds: &[Fold],
) -> Vec<Node> {
    let mut leaves = vec![false; catalog.entities.len()];
    for (_, source, _) in &choice.links {
        leaves[source.at()] = true;
    }
    let mut out = Vec::new();
    for (column, fold) in folds.iter().enumerate() {
        let dots: Vec<Member> =
            choice.members.iter().filter(|member| member.dot && member.column == column).copied().collect();
        if dots.is_empty() {
            continue;
        }
        let places: Vec<(f32, f32)> = if let Some(layer) = layers.field_of(column) {
            let band = laid.stages[layer];
            let (from, to) = (band.start + style.lead, band.start + style.lead + layers.list[layer].least);
            let free = free_places(laid, from, to, width(style, laid));
            let free = if free.is_empty() { vec![width(style, laid) - PITCH] } else { free };
            let row = |at: usize| from + PITCH / 2.0 + (at / free.len()) as f32 * PITCH;
            (0..dots.len()).map(|at| (free[at % free.len()] + style.margin.0, row(at) + style.margin.1)).collect()
        } else {
            let across = ((fold.extent - 1.2 * PITCH) / PITCH).floor().max(1.0) as usize;
            let top = style.margin.1 + laid.height + BELOW;
            let spot = |at: usize| {
                let (row, place) = (at / across, at % across);
                (fold.start + PITCH * (place as f32 + 1.1), top + PITCH * (row as f32 + 0.5))
            };
            (0..dots.len()).map(spot).collect()
        };
        for (member, (x, y)) in dots.into_iter().zip(places) {
            let face: Face = style.face(catalog, lang, member, false, leaves[member.entity.at()]);
            out.push(face.at(member, (x, y), style));
        }
    }
    out
}

/// Width and height of everything with its margins.
pub(super) fn extent(style: &Style, laid: &Layout, dots: &[Node]) -> (f32, f32) {
    let right = dots.iter().map(|dot| dot.x + PITCH / 2.0).fold(style.margin.0 + laid.width, f32::max);
    let bottom = dots.iter().map(|dot| dot.y + PITCH / 2.0).fold(style.margin.1 + laid.height, f32::max);
    (right + style.margin.2, bottom + style.margin.3)
}

/// The way of a link to or from a dot: forward in one stroke, or round in front of both.
pub(super) fn direct(from: &Node, to: &Node, style: &Style) -> Vec<(f32, f32)> {
    let half = |node: &Node| node.pane.max(style.pane * 0.8) / 2.0;
    let across = style.direction == Direction::Across;
    let main = |node: &Node| if across { node.x } else { node.y };
    let cross = |node: &Node| if across { node.y } else { node.x };
    let (leave, enter) = (main(from) + half(from), main(to) - half(to));
    let points = if enter - leave > 12.0 {
        vec![(leave, cross(from)), (leave + 2.0, cross(from)), (enter - 8.0, cross(to)), (enter, cross(to))]
    } else {
        let out = (main(from) - half(from)).min(enter) - 14.0;
        vec![(main(from) - half(from), cross(from)), (out, cross(from)), (out, cross(to)), (enter, cross(to))]
    };
    points.into_iter().map(|(main, cross)| if across { (main, cross) } else { (cross, main) }).collect()
}
