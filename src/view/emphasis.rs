//! What is lit on a drawing: display data derived from a trace, never stored with the drawing or the data.

use super::{
    drawing::{Drawing, Node, Side, Style},
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
    /// Whether it is a dot in the way of a name that is lit.
    pub under: bool,
    /// Whether it did not exist in the asked year.
    pub absent: bool,
}

impl NodeLook {
    /// Whether a trace lights it.
    pub fn is_lit(self) -> bool {
        self.part.is_some_and(Part::is_lit)
    }
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
#[derive(Clone, Debug, PartialEq)]
pub struct Emphasis {
    /// By index of the drawing's nodes.
    pub nodes: Vec<NodeLook>,
    /// By index of the drawing's lines.
    pub lines: Vec<LineLook>,
    /// Lit entities in each fold; all zero without a trace.
    pub lit: Vec<u32>,
    /// The box around all that is lit, with its names; `None` where nothing is.
    pub span: Option<Area>,
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
            under: false,
            absent: absent_node(at),
        })
        .collect();
    let mut lit = vec![0; drawing.folds.len()];
    let mut span = None;
    if trace.is_some() {
        let distance = |at: usize| match nodes[at].part {
            Some(Part::Focus) => Some(0),
            Some(Part::Up(steps) | Part::Down(steps)) => Some(steps),
            _ => None,
        };
        let mut order: Vec<(u32, usize)> = (0..nodes.len()).filter_map(|at| Some((distance(at)?, at))).collect();
        sort(&mut order, Ord::cmp);
        let areas: Vec<Area> = order.iter().map(|(steps, at)| name_area(drawing, *at, *steps == 0)).collect();
        span = areas.iter().copied().reduce(Area::with);
        let fitting = labels::fitting(&areas);
        for ((_, at), fits) in order.iter().zip(&fitting) {
            nodes[*at].named = *fits;
            lit[drawing.nodes[*at].column] += 1;
        }
        for (look, node) in nodes.iter_mut().zip(&drawing.nodes).filter(|(look, node)| node.dot && !look.is_lit()) {
            let half = node.pane / 2.0;
            let dot = Area { left: node.x - half, top: node.y - half, right: node.x + half, bottom: node.y + half };
            look.under = areas.iter().zip(&fitting).any(|(area, fits)| *fits && area.meets(&dot));
        }
    }
    let lines = drawing
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| LineLook { part: trace.map(|trace| trace.link_part(line.link)), absent: absent_line(at) })
        .collect();
    Emphasis { nodes, lines, lit, span }
}

/// How a name is set as its entity looks now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// Font size.
    pub font: f32,
    /// Distance between baselines.
    pub leading: f32,
    /// Baseline of the first line, from the middle of the pane.
    pub first: f32,
    /// Baseline of the years, from the middle of the pane.
    pub years: f32,
}

/// How much larger a focus is drawn, pane and name, where it was laid out like all others.
pub const GROWN: f32 = 1.25;

/// Whether the focus grows in place: on a whole plate, and not where it was laid out as the focus already.
pub fn grows(style: &Style, node: &Node) -> bool {
    !style.windows && node.pane < style.focus_pane * 0.9
}

/// How a name is set. That of a focus grows away from the line below it, or to both sides of its middle.
pub fn setting(style: &Style, node: &Node, focus: bool) -> Setting {
    let grown = if focus && grows(style, node) { GROWN } else { 1.0 };
    let (font, leading) = (node.font * grown, node.leading * grown);
    let more = (node.lines.len() as f32 - 1.0) * (leading - node.leading);
    let (up, down) = if node.side == Side::Above { (more, 0.0) } else { (more / 2.0, more / 2.0) };
    Setting { font, leading, first: node.name_at.1 - up, years: node.years_at.1 + down }
}

/// The room of a lit name with its pane.
pub fn name_area(drawing: &Drawing, at: usize, focus: bool) -> Area {
    let node = &drawing.nodes[at];
    // A dot grows into a pane when it is lit; bold type is a little wider.
    let pane = if node.dot { drawing.style.pane } else { node.pane } * if focus { 1.3 } else { 1.0 };
    let set = setting(&drawing.style, node, focus);
    let width = node.lines.iter().map(|line| labels::width(line, set.font * labels::BOLD)).fold(0.0, f32::max);
    let height = node.lines.len() as f32 * set.leading;
    let left = node.x + node.name_at.0 - if node.side == Side::Below { width / 2.0 } else { 0.0 };
    let top = node.y + set.first - set.font;
    let (pane_left, pane_top) = (node.x - pane / 2.0, node.y - pane / 2.0);
    let below = if drawing.direction == Direction::Across && !node.years.is_empty() { 6.0 } else { 0.0 };
    Area {
        left: left.min(pane_left),
        top: top.min(pane_top),
        right: (left + width).max(pane_left + pane),
        bottom: (top + height).max(pane_top + pane) + below,
    }
}
