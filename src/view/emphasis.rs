//! What is lit on a drawing: display data derived from a trace, never stored with the drawing or the data.

use super::{
    drawing::Drawing,
    labels::{self, Area},
};
use crate::{
    layout::Direction,
    sorting::sort,
    trace::{Part, Trace},
};

/// How a drawn entity looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeLook {
    /// How it stands to the trace; `None` when there is no trace.
    pub part: Option<Part>,
    /// Whether its name is shown.
    pub named: bool,
    /// Whether it did not exist in the asked year.
    pub absent: bool,
}

/// How a drawn link looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineLook {
    /// How it stands to the trace; `None` when there is no trace.
    pub part: Option<Part>,
    /// Whether year or evidence leave it out.
    pub absent: bool,
}

/// The looks of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emphasis {
    /// By index of the drawing's nodes.
    pub nodes: Vec<NodeLook>,
    /// By index of the drawing's lines.
    pub lines: Vec<LineLook>,
    /// Lit entities in each fold; all zero without a trace.
    pub lit: Vec<u32>,
}

/// Derives the looks. `absent_node` and `absent_line` say what year and evidence leave out, by index.
/// Where lit names would overlap, the focus comes first, then the nearer ones.
pub fn of(
    drawing: &Drawing,
    trace: Option<&Trace>,
    absent_node: impl Fn(usize) -> bool,
    absent_line: impl Fn(usize) -> bool,
) -> Emphasis {
    let mut nodes: Vec<NodeLook> = drawing
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| NodeLook {
            part: trace.map(|trace| trace.part(node.entity)),
            named: trace.is_none() && !node.dot,
            absent: absent_node(at),
        })
        .collect();
    let mut lit = vec![0; drawing.folds.len()];
    if trace.is_some() {
        let distance = |at: usize| match nodes[at].part {
            Some(Part::Focus) => Some(0),
            Some(Part::Up(steps) | Part::Down(steps)) => Some(steps),
            _ => None,
        };
        let mut order: Vec<(u32, usize)> = (0..nodes.len()).filter_map(|at| Some((distance(at)?, at))).collect();
        sort(&mut order, Ord::cmp);
        let areas: Vec<Area> = order.iter().map(|(steps, at)| name_area(drawing, *at, *steps == 0)).collect();
        for ((_, at), fits) in order.iter().zip(labels::fitting(&areas)) {
            nodes[*at].named = fits;
            lit[drawing.nodes[*at].column] += 1;
        }
    }
    let lines = drawing
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| LineLook { part: trace.map(|trace| trace.link_part(line.link)), absent: absent_line(at) })
        .collect();
    Emphasis { nodes, lines, lit }
}

/// The room of a lit name with its pane.
fn name_area(drawing: &Drawing, at: usize, focus: bool) -> Area {
    let node = &drawing.nodes[at];
    // A dot grows into a pane when it is lit; bold type is a little wider.
    let pane = if node.dot { drawing.style.pane } else { node.pane } * if focus { 1.3 } else { 1.0 };
    let font = node.font * 1.06;
    let width = node.lines.iter().map(|line| labels::width(line, font)).fold(0.0, f32::max);
    let height = node.lines.len() as f32 * node.leading;
    let left = node.x + node.name_at.0 - if node.centred { width / 2.0 } else { 0.0 };
    let top = node.y + node.name_at.1 - node.font;
    let (pane_left, pane_top) = (node.x - pane / 2.0, node.y - pane / 2.0);
    let below = if drawing.direction == Direction::Across && !node.years.is_empty() { 6.0 } else { 0.0 };
    Area {
        left: left.min(pane_left),
        top: top.min(pane_top),
        right: (left + width).max(pane_left + pane),
        bottom: (top + height).max(pane_top + pane) + below,
    }
}
