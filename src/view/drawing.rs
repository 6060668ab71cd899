//! A part of the chain, laid out and ready to be drawn: where panes, names and lines stand.
//!
//! A drawing depends on the catalog, the lens, the language and the room, and on a trace only when that is drawn alone.
//! What is lit is not in it: see [`super::emphasis`]. Units are map units, one of which is one pixel at scale 1.
//!
//! A whole lens is drawn as a plate: its prominent entities are tiles with names, laid out with the links among them; all others
//! are dots in a field of their fold, each at a place of its own, so that lighting a trace moves nothing. The links of dots are
//! part of the drawing too, but are shown only when they are lit.

mod boxes;
mod choice;
mod fields;
mod paths;
mod scenes;
mod style;

use crate::{
    layout::{Arrangement, Direction, Layout, Rect, Scene, StageBox},
    model::{Catalog, EntityIx, Evidence, Lang, LensIx, LinkIx, LinkMark},
    sorting::positions,
    trace::{self, Request},
};
use boxes::{Face, Layers};
use choice::Member;

pub use boxes::years;
pub use fields::PITCH;
pub use paths::bent;
pub use style::Style;

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
    /// A whole lens: tiles with names for those that are prominent, dots for the others.
    Plate,
    /// Tiles with names for all: a chain alone.
    Chain,
    /// The same without heads, so that a fold in which nothing stands takes no room, and with a window for a focus that has a picture: a
    /// step of a story.
    Scene,
    /// Such a step that has more in it than that leaves room for: everything closer together.
    Close,
    /// The same as close together as it may stand.
    Closest,
    /// Large windows.
    Windows,
    /// A step of a story in windows: whatever has a picture shows it.
    Panes,
}

impl Size {
    /// Whether it is one of those in which a step of a story is drawn. No page of the opening part draws one.
    fn is_scene(self) -> bool {
        cfg!(feature = "further") && matches!(self, Self::Scene | Self::Close | Self::Closest | Self::Panes)
    }
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
    /// Whether a fold that is too full for the room is split into layers. Folds that lie one under the other always are.
    pub wrap: bool,
    /// How much work the ordering may do; see [`crate::layout::Config::effort`].
    pub effort: u32,
}

/// The effort of a drawing on screen, where a moment counts.
pub const ON_SCREEN: u32 = 8;

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below the pane, its lines centred.
    Below,
    /// Beside the pane, on its middle.
    Beside,
    /// Beside the pane, above the line that leaves it, which the name must not touch however large it is set.
    Above,
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
    /// On which side of the pane the name stands.
    pub side: Side,
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
    /// The box of pane and name.
    pub rect: Rect,
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
    /// The polyline between the two boxes.
    pub points: Vec<(f32, f32)>,
    /// The path: the same way from pane to pane, with bends.
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
    /// Whether it is shown only when it is lit.
    pub latent: bool,
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

/// Draws. A chain alone that is wider than its window is drawn closer where that helps.
pub fn draw(catalog: &Catalog, wanted: &Wanted) -> Drawing {
    let style = Style::new(wanted);
    let drawing = draw_in(catalog, wanted, style);
    let is_chain = wanted.size == Size::Chain && wanted.only.is_some() && style.direction == Direction::Across;
    if is_chain && drawing.width > wanted.fill.0 {
        let closer = draw_in(catalog, wanted, style.closer());
        if closer.width < drawing.width {
            return closer;
        }
    }
    drawing
}

/// Draws with these measures.
fn draw_in(catalog: &Catalog, wanted: &Wanted, style: Style) -> Drawing {
    let lens = catalog.lens(wanted.lens);
    let trace = wanted.only.map(|request| trace::run(catalog, request));
    let choice = choice::choose(catalog, wanted, trace.as_ref());
    let focus = wanted.only.map(|request| request.focus);
    let focus_column = focus.and_then(|focus| lens.column_of(focus));

    let tiles: Vec<Member> = choice.members.iter().filter(|member| !member.dot).copied().collect();
    let mut place = vec![usize::MAX; catalog.entities.len()];
    for (at, member) in tiles.iter().enumerate() {
        place[member.entity.at()] = at;
    }
    let laid_links: Vec<(LinkIx, usize, usize)> = choice
        .links
        .iter()
        .map(|(link, source, target)| (*link, place[source.at()], place[target.at()]))
        .filter(|(_, from, to)| *from != usize::MAX && *to != usize::MAX)
        .collect();
    let mut leaves = vec![false; tiles.len()];
    for (_, from, _) in &laid_links {
        leaves[*from] = true;
    }
    let faces: Vec<Face> = tiles
        .iter()
        .enumerate()
        .map(|(at, member)| style.face(catalog, wanted.lang, *member, focus == Some(member.entity), leaves[at]))
        .collect();
    let mut layers = Layers::new(&tiles, &faces, &choice, &style);
    let stages = |layers: &Layers| -> Vec<StageBox> {
        let stage = |layer: &boxes::Layer| StageBox {
            factor: if focus_column == Some(layer.column) { style.focus_fold } else { 1.0 },
            closed: layer.closed,
            least: layer.least,
        };
        layers.list.iter().map(stage).collect()
    };
    let mut scene = Scene {
        stages: stages(&layers),
        nodes: faces.iter().zip(&layers.of).map(|(face, layer)| face.in_layer(*layer, style.direction)).collect(),
        links: laid_links.iter().map(|(_, from, to)| (*from as u32, *to as u32)).collect(),
    };
    let config = style.config();
    let arrangement = Arrangement::new(&scene, &config);
    let mut laid = arrangement.draw(&scene, &config);
    // Where links pass through the fields of dots, rows hold fewer dots: how many is known only now. Longer fields move nothing
    // across the flow.
    if layers.grow_fields(&laid, &choice, &style) {
        scene.stages = stages(&layers);
        laid = arrangement.draw(&scene, &config);
    }
    assemble(catalog, wanted, &style, &choice, &tiles, faces, &laid_links, &layers, &laid)
}

/// Puts the parts of a drawing together.
#[allow(clippy::too_many_arguments, reason = "the parts come from one function and go into one value")]
fn assemble(
    catalog: &Catalog,
    wanted: &Wanted,
    style: &Style,
    choice: &choice::Choice,
    tiles: &[Member],
    faces: Vec<Face>,
    laid_links: &[(LinkIx, usize, usize)],
    layers: &Layers,
    laid: &Layout,
) -> Drawing {
    let mut folds = layers.folds(laid, choice, style);
    let mut nodes: Vec<Node> = faces
        .into_iter()
        .zip(tiles)
        .zip(&laid.nodes)
        .map(|((face, member), rect)| face.placed(*member, rect, style))
        .collect();
    let dots = fields::place(catalog, wanted.lang, style, choice, layers, laid, &folds);
    let (width, height) = fields::extent(style, laid, &dots);
    nodes.extend(dots);
    for node in &nodes {
        folds[node.column].drawn += 1;
        folds[node.column].named += u32::from(!node.dot);
    }
    let new_place = in_reading_order(&mut nodes, style.direction);

    let mut place = vec![usize::MAX; catalog.entities.len()];
    for (at, node) in nodes.iter().enumerate() {
        place[node.entity.at()] = at;
    }
    let mut routes: Vec<Option<usize>> = vec![None; catalog.links.len()];
    for (at, (link, ..)) in laid_links.iter().enumerate() {
        routes[link.at()] = Some(at);
    }
    let lines = choice
        .links
        .iter()
        .map(|(link, source, target)| {
            let record = catalog.link(*link);
            let (route, from, to) = match routes[link.at()] {
                Some(at) => (Some(at), new_place[laid_links[at].1], new_place[laid_links[at].2]),
                None => (None, place[source.at()], place[target.at()]),
            };
            let points: Vec<(f32, f32)> = match route {
                Some(at) => {
                    laid.links[at].points.iter().map(|(x, y)| (x + style.margin.0, y + style.margin.1)).collect()
                }
                None => fields::direct(&nodes[from], &nodes[to], style),
            };
            let (d, mouth, angle) = paths::bent(&points, &nodes[from], &nodes[to], style.direction);
            Line {
                link: *link,
                from,
                to,
                points,
                d,
                mouth,
                angle,
                mark: catalog.link_kind(record.kind).mark,
                evidence: record.evidence,
                column: nodes[from].column,
                latent: route.is_none(),
            }
        })
        .collect();
    Drawing {
        direction: style.direction,
        width,
        height,
        nodes,
        lines,
        folds,
        total: choice.totals.iter().sum(),
        style: *style,
    }
}

/// Sorts nodes along the flow column by column, and within a column across it. Gives the new place of each old one.
fn in_reading_order(nodes: &mut Vec<Node>, direction: Direction) -> Vec<usize> {
    let key = |node: &Node| match direction {
        Direction::Across => (node.column, node.dot, node.x, node.y),
        Direction::Down => (node.column, node.dot, node.y, node.x),
    };
    let order = positions(nodes.len(), &mut |a, b| {
        let (a, b) = (key(&nodes[a]), key(&nodes[b]));
        (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then(a.3.total_cmp(&b.3))
    });
    let mut new_place = vec![0; nodes.len()];
    for (new, old) in order.iter().enumerate() {
        new_place[*old] = new;
    }
    let mut sorted: Vec<Option<Node>> = nodes.drain(..).map(Some).collect();
    nodes.extend(order.iter().filter_map(|old| sorted[*old].take()));
    new_place
}
