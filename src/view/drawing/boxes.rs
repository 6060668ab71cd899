//! Faces of entities, the boxes that the layout places, and the layers they are put into.

use super::{
    Fold, Node, Side, Style,
    choice::{Choice, Member},
    fields,
};
use crate::{
    layout::{Direction, Layout, NodeBox, Rect},
    model::Entity,
    words,
};

/// The short years of an entity. How exact they are is said on its page, not on the map; a beginning that is only known to lie between
/// two years would look like one of them there, or like a life, and is said on the page alone.
pub fn years(entity: &Entity) -> String {
    let date = |dated: &Option<crate::model::Dated>| {
        let date = dated.as_ref().map(|dated| dated.date);
        date.filter(|date| !matches!(date.ends(), (Some(first), Some(last)) if first.year != last.year))
    };
    words::span(date(&entity.since).as_ref(), date(&entity.until).as_ref())
}

/// An entity before it is placed.
#[derive(Clone, Debug)]
pub(super) struct Face {
    pub(super) pane: f32,
    pub(super) font: f32,
    pub(super) leading: f32,
    pub(super) lines: Vec<String>,
    pub(super) name_width: f32,
    pub(super) years: String,
    pub(super) dot: bool,
    pub(super) leaves: bool,
    pub(super) windows: bool,
    /// Between a window and the name below it.
    pub(super) below: f32,
    /// How far below the line that leaves it its years stand.
    pub(super) under: f32,
}

/// Between pane and name.
const BESIDE: f32 = 8.0;

/// What hangs below the baseline of years.
const HANGS: f32 = 3.0;

impl Face {
    fn name_height(&self) -> f32 {
        self.lines.len() as f32 * self.leading
    }

    fn years_height(&self) -> f32 {
        if self.years.is_empty() { 0.0 } else { 14.0 }
    }

    /// What stands above and below the line (or left and right of it).
    fn reach(&self, direction: Direction) -> (f32, f32) {
        let half = self.pane / 2.0;
        if self.dot {
            return (half + 3.0, half + 3.0);
        }
        let block = self.name_height() + self.years_height();
        match direction {
            Direction::Across if self.windows => (half, half + self.below + block + 2.0),
            Direction::Across if self.leaves => {
                let below = if self.years.is_empty() { 6.0 } else { self.under + HANGS };
                (half.max(self.name_height() + 4.0), half.max(below))
            }
            Direction::Across => (half.max(block / 2.0), half.max(block / 2.0)),
            Direction::Down => (half + 2.0, half + BESIDE + self.name_width + 3.0),
        }
    }

    fn main(&self, direction: Direction) -> f32 {
        if self.dot {
            return self.pane + 2.0;
        }
        match direction {
            Direction::Across if self.windows => self.pane.max(self.name_width),
            Direction::Across => self.pane + BESIDE + self.name_width + 4.0,
            Direction::Down => self.pane.max(self.name_height() + self.years_height()) + 4.0,
        }
    }

    pub(super) fn in_layer(&self, layer: u32, direction: Direction) -> NodeBox {
        let (before, after) = self.reach(direction);
        NodeBox { stage: layer, main: self.main(direction), cross: before + after, port: before }
    }

    /// The node in its box.
    pub(super) fn placed(self, member: Member, rect: &Rect, style: &Style) -> Node {
        let (before, _) = self.reach(style.direction);
        let (left, top) = (rect.x + style.margin.0, rect.y + style.margin.1);
        let middle = match style.direction {
            Direction::Across if self.windows => (left + rect.width / 2.0, top + before),
            Direction::Across => (left + self.pane / 2.0, top + before),
            Direction::Down => (left + before, top + rect.height / 2.0),
        };
        let rect = Rect { x: left, y: top, ..*rect };
        Node { rect, ..self.at(member, middle, style) }
    }

    /// The node with the middle of its pane at a point.
    pub(super) fn at(self, member: Member, (x, y): (f32, f32), style: &Style) -> Node {
        let half = self.pane / 2.0;
        let block = self.name_height() + self.years_height();
        let rise = self.font * 0.88;
        let (name_at, years_at, side) = match style.direction {
            Direction::Across if self.windows => {
                let first = half + self.below + rise;
                ((0.0, first), (0.0, first + self.name_height() - self.leading + 16.0), Side::Below)
            }
            Direction::Across if self.leaves && !self.dot => {
                let last = -6.0;
                let first = last - (self.lines.len() as f32 - 1.0) * self.leading;
                ((half + BESIDE, first), (half + BESIDE, self.under), Side::Above)
            }
            // The river of a lit dot rises to the tiles above its field, and would run through a name at its height.
            Direction::Across if self.dot && self.leaves => {
                let first = self.font + 6.0;
                let under = first + (self.lines.len() as f32 - 1.0) * self.leading + 14.0;
                ((half + BESIDE, first), (half + BESIDE, under), Side::Beside)
            }
            _ => {
                let first = -block / 2.0 + rise;
                let under = first + (self.lines.len() as f32 - 1.0) * self.leading + 14.0;
                ((half + BESIDE, first), (half + BESIDE, under), Side::Beside)
            }
        };
        Node {
            entity: member.entity,
            column: member.column,
            x,
            y,
            pane: self.pane,
            lines: self.lines,
            name_at,
            side,
            font: self.font,
            leading: self.leading,
            years: self.years,
            years_at,
            prominent: member.prominent,
            dot: self.dot,
            rect: Rect { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half },
        }
    }
}

/// A layer of the layout: tiles of a column, or its field of dots.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layer {
    pub(super) column: usize,
    /// Whether nothing stands in the column at all.
    pub(super) closed: bool,
    /// Whether it is a field of dots.
    field: bool,
    /// The least room along the flow.
    pub(super) least: f32,
}

/// How the columns of a lens are split into layers that fit the room: tiles, dealt in turn where one layer is too narrow for
/// them, so that neighbours in the file's order stand at the same height in neighbouring layers; then the field of dots.
pub(super) struct Layers {
    pub(super) list: Vec<Layer>,
    /// Layer of each tile.
    pub(super) of: Vec<u32>,
}

impl Layers {
    pub(super) fn new(tiles: &[Member], faces: &[Face], choice: &Choice, style: &Style) -> Self {
        let mut list = Vec::new();
        let mut of = vec![0; tiles.len()];
        for column in 0..choice.totals.len() {
            let group: Vec<usize> = (0..tiles.len()).filter(|at| tiles[*at].column == column).collect();
            let dots = choice.members.iter().filter(|member| member.dot && member.column == column).count();
            let layer = Layer { column, closed: false, field: false, least: style.least };
            if group.is_empty() && dots == 0 {
                list.push(Layer { closed: true, ..layer });
                continue;
            }
            let need: f32 = group
                .iter()
                .map(|at| {
                    let (before, after) = faces[*at].reach(style.direction);
                    before + after + style.gap
                })
                .sum();
            // A part of the room is left to the links that pass.
            let layers = style.cross.map_or(1, |room| (need / (room * 0.86)).ceil().max(1.0) as usize);
            let first = list.len();
            list.extend(std::iter::repeat_n(layer, layers));
            for (turn, at) in group.into_iter().enumerate() {
                of[at] = (first + turn % layers) as u32;
            }
            if dots > 0 && style.direction == Direction::Down {
                list.push(Layer { field: true, least: fields::PITCH, ..layer });
            }
        }
        Self { list, of }
    }

    /// The layer of a column's field of dots; `None` where fields lie beside the layers.
    pub(super) fn field_of(&self, column: usize) -> Option<usize> {
        self.list.iter().position(|layer| layer.field && layer.column == column)
    }

    /// Makes fields long enough for their dots; whether any changed.
    pub(super) fn grow_fields(&mut self, laid: &Layout, choice: &Choice, style: &Style) -> bool {
        let mut changed = false;
        for (layer, band) in self.list.iter_mut().zip(&laid.stages).filter(|(layer, _)| layer.field) {
            let dots = choice.members.iter().filter(|member| member.dot && member.column == layer.column).count();
            let from = band.start + style.lead;
            let free = fields::free_places(laid, from, from + layer.least, fields::width(style, laid)).len().max(1);
            let least = dots.div_ceil(free) as f32 * fields::PITCH;
            changed |= least > layer.least;
            layer.least = least.max(layer.least);
        }
        changed
    }

    /// The folds of the columns from the bands of their layers; what is drawn in them is counted later.
    pub(super) fn folds(&self, laid: &Layout, choice: &Choice, style: &Style) -> Vec<Fold> {
        let before = if style.direction == Direction::Across { style.margin.0 } else { style.margin.1 };
        let mut folds: Vec<Fold> = choice
            .totals
            .iter()
            .map(|total| Fold { start: f32::MAX, extent: 0.0, closed: true, total: *total, named: 0, drawn: 0 })
            .collect();
        for (layer, band) in self.list.iter().zip(&laid.stages) {
            let fold = &mut folds[layer.column];
            let start = band.start + before;
            fold.start = fold.start.min(start);
            fold.extent = start + band.extent - fold.start;
            fold.closed &= layer.closed;
        }
        folds
    }
}
