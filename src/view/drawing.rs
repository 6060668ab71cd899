//! A part of the chain, laid out and ready to be drawn: where panes, names and lines stand.
//!
//! A drawing depends on the catalog, the lens, the language and the room, and on a trace only when that is drawn alone.
//! What is lit is not in it: see [`super::emphasis`]. Units are map units, one of which is one pixel at scale 1.

mod boxes;
mod paths;

use crate::{
    layout::{self, Direction, Layout, Scene, StageBox},
    model::{Catalog, EntityIx, Evidence, Lang, LensIx, LinkIx, LinkMark},
    trace::{self, Request},
};

pub use boxes::{Style, years};
pub use paths::bent;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A desk: folds stand side by side.
    Wide,
    /// A tablet: folds lie one under the other.
    Middle,
    /// A phone.
    Narrow,
}

/// How entities are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Small panes with names on their lines; those that are not prominent are dots.
    Plate,
    /// Small panes with names, all of them: a chain alone.
    Chain,
    /// Large windows.
    Windows,
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The lens.
    pub lens: LensIx,
    /// The language of the names.
    pub lang: Lang,
    /// The room.
    pub room: Room,
    /// How entities are drawn.
    pub size: Size,
    /// Pixels across and down that the drawing should fill.
    pub fill: (f32, f32),
    /// A trace that is drawn alone; `None` draws the whole lens.
    pub only: Option<Request>,
}

/// A drawn entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The entity.
    pub entity: EntityIx,
    /// Its column in the lens.
    pub column: usize,
    /// Middle of its pane.
    pub x: f32,
    /// Middle of its pane.
    pub y: f32,
    /// Width and height of its pane.
    pub pane: f32,
    /// Its name in lines.
    pub lines: Vec<String>,
    /// Where the first line begins, from the middle of the pane: left end (or middle) and baseline.
    pub name_at: (f32, f32),
    /// Whether the lines are centred at that point.
    pub centred: bool,
    /// Font size.
    pub font: f32,
    /// Distance between baselines.
    pub leading: f32,
    /// Its years, short; empty when not known.
    pub years: String,
    /// Baseline of the years, from the middle of the pane.
    pub years_at: (f32, f32),
    /// Whether it is one of the few to be met first.
    pub prominent: bool,
    /// Whether it is a dot until it is lit.
    pub dot: bool,
}

/// A drawn link.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The link.
    pub link: LinkIx,
    /// Index of its upstream node in [`Drawing::nodes`].
    pub from: usize,
    /// Index of its downstream node in [`Drawing::nodes`].
    pub to: usize,
    /// The path.
    pub d: String,
    /// Where the mark stands at its mouth.
    pub mouth: (f32, f32),
    /// Which way the mark points, in degrees.
    pub angle: f32,
    /// The mark.
    pub mark: LinkMark,
    /// What the link rests on.
    pub evidence: Evidence,
    /// The column whose glass its water has.
    pub column: usize,
}

/// A fold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// Where it begins along the flow.
    pub start: f32,
    /// How long it is along the flow.
    pub extent: f32,
    /// Whether nothing stands in it.
    pub closed: bool,
    /// How many entities the lens has in it.
    pub total: u32,
    /// How many of them are drawn with a name.
    pub named: u32,
    /// How many of them are drawn at all.
    pub drawn: u32,
}

/// A laid-out part of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Which way it flows.
    pub direction: Direction,
    /// Width of everything.
    pub width: f32,
    /// Height of everything.
    pub height: f32,
    /// Entities, by column and then in reading order, which is the order of the arrow keys.
    pub nodes: Vec<Node>,
    /// Links.
    pub lines: Vec<Line>,
    /// One per column of the lens.
    pub folds: Vec<Fold>,
    /// How many entities the lens shows.
    pub total: u32,
    /// The style it was drawn in.
    pub style: Style,
}

/// Draws.
pub fn draw(catalog: &Catalog, wanted: &Wanted) -> Drawing {
    let lens = catalog.lens(wanted.lens);
    let style = Style::new(wanted);
    let trace = wanted.only.map(|request| trace::run(catalog, request));
    let shown = |entity: EntityIx| trace.as_ref().is_none_or(|trace| trace.part(entity).is_lit());
    let columns = lens.columns.len();

    let mut totals = vec![0_u32; columns];
    let mut members: Vec<(EntityIx, usize)> = Vec::new();
    for (entity, _) in catalog.each_entity() {
        if let Some(column) = lens.column_of(entity) {
            totals[column] += 1;
            if shown(entity) {
                members.push((entity, column));
            }
        }
    }
    let focus = wanted.only.map(|request| request.focus);
    // A focus without a column of this lens still has to be seen.
    if let Some(focus) = focus
        && lens.column_of(focus).is_none()
        && columns > 0
    {
        members.push((focus, 0));
    }
    let mut place = vec![usize::MAX; catalog.entities.len()];
    for (at, (entity, _)) in members.iter().enumerate() {
        place[entity.at()] = at;
    }
    let followed: Vec<(LinkIx, usize, usize)> = catalog
        .each_link()
        .filter(|(ix, link)| {
            lens.follows(link.kind) && trace.as_ref().is_none_or(|trace| trace.link_part(*ix).is_lit())
        })
        .filter_map(|(ix, link)| {
            let (source, target) = catalog.ends(link);
            let (from, to) = (place[source.at()], place[target.at()]);
            (from != usize::MAX && to != usize::MAX).then_some((ix, from, to))
        })
        .collect();
    let mut leaves = vec![false; members.len()];
    for (_, from, _) in &followed {
        leaves[*from] = true;
    }

    let faces: Vec<boxes::Face> = members
        .iter()
        .enumerate()
        .map(|(at, (entity, _))| style.face(catalog, wanted.lang, *entity, focus == Some(*entity), leaves[at]))
        .collect();
    let layers = boxes::Layers::new(&members, &faces, columns, &style);
    let scene = Scene {
        stages: layers
            .stages
            .iter()
            .map(|(column, closed)| StageBox {
                factor: if focus.is_some_and(|focus| lens.column_of(focus) == Some(*column)) {
                    style.focus_fold
                } else {
                    1.0
                },
                closed: *closed,
            })
            .collect(),
        nodes: faces.iter().zip(&layers.of).map(|(face, layer)| face.in_layer(*layer, style.direction)).collect(),
        links: followed.iter().map(|(_, from, to)| (*from as u32, *to as u32)).collect(),
    };
    let laid = layout::compute(&scene, &style.config());
    assemble(catalog, &style, &members, faces, &followed, &layers, &laid, &totals)
}

/// Puts the parts of a drawing together.
#[allow(clippy::too_many_arguments, reason = "the parts come from one function and go into one value")]
fn assemble(
    catalog: &Catalog,
    style: &Style,
    members: &[(EntityIx, usize)],
    faces: Vec<boxes::Face>,
    followed: &[(LinkIx, usize, usize)],
    layers: &boxes::Layers,
    laid: &Layout,
    totals: &[u32],
) -> Drawing {
    let margin = style.margin;
    let mut nodes: Vec<Node> = faces
        .into_iter()
        .zip(members)
        .zip(&laid.nodes)
        .map(|((face, (entity, column)), rect)| face.placed(catalog, *entity, *column, rect, style))
        .collect();
    // Reading order: along the flow column by column, within a column across it.
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    let key = |node: &Node| match style.direction {
        Direction::Across => (node.column, node.x, node.y),
        Direction::Down => (node.column, node.y, node.x),
    };
    order.sort_by(|a, b| {
        let (a, b) = (key(&nodes[*a]), key(&nodes[*b]));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2))
    });
    let mut new_place = vec![0; nodes.len()];
    for (new, old) in order.iter().enumerate() {
        new_place[*old] = new;
    }
    let mut sorted: Vec<Option<Node>> = nodes.drain(..).map(Some).collect();
    let nodes: Vec<Node> = order.iter().filter_map(|old| sorted[*old].take()).collect();

    let lines = followed
        .iter()
        .zip(&laid.links)
        .map(|((link, from, to), route)| {
            let record = catalog.link(*link);
            let (from, to) = (new_place[*from], new_place[*to]);
            let points: Vec<(f32, f32)> = route.points.iter().map(|(x, y)| (x + margin.0, y + margin.1)).collect();
            let (d, mouth, angle) = paths::bent(&points, &nodes[from], &nodes[to], style.direction);
            Line {
                link: *link,
                from,
                to,
                d,
                mouth,
                angle,
                mark: catalog.link_kind(record.kind).mark,
                evidence: record.evidence,
                column: nodes[from].column,
            }
        })
        .collect();
    let folds = layers.folds(laid, totals, &nodes, margin, style.direction);
    Drawing {
        direction: style.direction,
        width: laid.width + margin.0 + margin.2,
        height: laid.height + margin.1 + margin.3,
        nodes,
        lines,
        folds,
        total: totals.iter().sum(),
        style: *style,
    }
}
