//! What is lit on a drawing: display data derived from a trace, never stored with the drawing or the data.

mod spots;

use super::{
    drawing::{Drawing, Node, PITCH, Side, Style},
    labels::{self, Area},
};
use crate::{
    layout::Direction,
    sorting::sort,
    trace::{Part, Trace},
};

pub use spots::Spot;

/// How a drawn entity looks.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
pub struct NodeLook {
    /// How it stands to the trace; `None` when there is no trace.
    pub part: Option<Part>,
    /// Whether its name is shown.
    pub named: bool,
    /// Whether it is a focus that has room to grow.
    pub grown: bool,
    /// Where its name stands, where that is not the place that was drawn for it.
    pub spot: Option<Spot>,
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

    /// Whether it is the focus of a trace.
    pub fn is_focus(self) -> bool {
        self.part == Some(Part::Focus)
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
/// No lit name overlaps another one or a pane: names shown at rest stay, then the focus is placed, then the nearer ones; see [`Spot`].
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
            grown: trace.is_some_and(|trace| trace.part(node.entity) == Part::Focus),
            spot: None,
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
        let order: Vec<usize> = order.into_iter().map(|(_, at)| at).collect();
        spots::place(drawing, &mut nodes, &order);
        let names: Vec<Area> =
            order.iter().filter(|at| nodes[**at].named).map(|at| name_box(drawing, *at, nodes[*at])).collect();
        span = order.iter().map(|at| name_area(drawing, *at, nodes[*at])).reduce(Area::with);
        for at in order {
            lit[drawing.nodes[at].column] += 1;
        }
        for (look, node) in nodes.iter_mut().zip(&drawing.nodes).filter(|(look, node)| node.dot && !look.is_lit()) {
            let dot = square(node, node.pane);
            look.under = names.iter().any(|name| name.meets(&dot));
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
    /// Where its lines begin, from the middle of the pane: their left end, or their middle where the name stands below.
    pub x: f32,
    /// Whether its lines end there instead.
    pub ends: bool,
    /// Baseline of the first line, from the middle of the pane.
    pub first: f32,
    /// Baseline of the years, from the middle of the pane.
    pub years: f32,
}

/// How much larger a focus is drawn, pane and name, where it was laid out like all others.
const GROWN: f32 = 1.25;

/// Whether the focus grows in place: on a whole plate, and not where it was laid out as the focus already.
fn grows(style: &Style, node: &Node) -> bool {
    !style.windows && node.pane < style.focus_pane * 0.9
}

/// The size of a pane as it looks now. A dot becomes a pane when it is lit, and the focus of a whole plate grows in place; a dot that
/// does still leaves room for a lit one beside it.
pub fn pane(style: &Style, node: &Node, look: NodeLook) -> f32 {
    let lit = style.pane * 0.8;
    match (node.dot, look.is_lit(), look.is_focus()) {
        (true, true, false) => lit,
        (true, true, true) => style.pane.min(2.0 * PITCH - lit - 1.0),
        (false, ..) if look.grown && grows(style, node) => node.pane * GROWN,
        _ => node.pane,
    }
}

/// How a name is set. That of a focus grows away from the line below it, or to both sides of its middle.
pub fn setting(style: &Style, node: &Node, look: NodeLook) -> Setting {
    let grown = if look.grown && grows(style, node) { GROWN } else { 1.0 };
    let (font, leading) = (node.font * grown, node.leading * grown);
    let more = (node.lines.len() as f32 - 1.0) * (leading - node.leading);
    let (up, down) = if node.side == Side::Above { (more, 0.0) } else { (more / 2.0, more / 2.0) };
    let first = node.name_at.1 - up;
    if let Some(spot) = look.spot {
        let years = spot.first + node.years_at.1 + down - first;
        return Setting { font, leading, x: spot.x, ends: spot.ends, first: spot.first, years };
    }
    let beside = if node.side == Side::Below { 0.0 } else { (pane(style, node, look) - node.pane) / 2.0 };
    Setting { font, leading, x: node.name_at.0 + beside, ends: false, first, years: node.years_at.1 + down }
}

fn square(node: &Node, side: f32) -> Area {
    let half = side / 2.0;
    Area { left: node.x - half, top: node.y - half, right: node.x + half, bottom: node.y + half }
}

/// The room of a pane.
pub fn pane_area(drawing: &Drawing, at: usize, look: NodeLook) -> Area {
    let node = &drawing.nodes[at];
    square(node, pane(&drawing.style, node, look))
}

/// How far the style sheet lifts a lit name off its river.
const LIFTED: f32 = 3.0;
/// Size of years.
const YEARS: f32 = 12.0;

/// The room of a lit name with its years, without its pane.
pub fn name_box(drawing: &Drawing, at: usize, look: NodeLook) -> Area {
    let node = &drawing.nodes[at];
    let set = setting(&drawing.style, node, look);
    // Bold type is a little wider.
    let width = |line: &String| labels::width(line, set.font * labels::BOLD);
    let width = node.lines.iter().map(width).fold(labels::width(&node.years, YEARS), f32::max);
    let before = match (node.side, set.ends) {
        (_, true) => width,
        (Side::Below, _) => width / 2.0,
        _ => 0.0,
    };
    let left = node.x + set.x - before;
    let lifted = if drawing.direction == Direction::Across { LIFTED } else { 0.0 };
    let last = set.first + (node.lines.len() as f32 - 1.0) * set.leading + 0.25 * set.font;
    let bottom = if node.years.is_empty() { last } else { last.max(set.years + 2.0) };
    Area { left, top: node.y + set.first - 0.85 * set.font - lifted, right: left + width, bottom: node.y + bottom }
}

/// The room of a lit name with its pane.
pub fn name_area(drawing: &Drawing, at: usize, look: NodeLook) -> Area {
    pane_area(drawing, at, look).with(name_box(drawing, at, look))
}
