//! Sizes: how large panes and names are in each room, and the boxes that the layout places.

use super::{Fold, Node, Room, Size, Wanted};
use crate::{
    layout::{Config, Direction, Layout, NodeBox, Rect},
    model::{Catalog, Entity, EntityIx, Lang},
    view::labels,
    words,
};

/// The measures of a drawing, in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Which way it flows.
    pub direction: Direction,
    /// Pane of a tile.
    pub pane: f32,
    /// Pane of the focus of a chain that is drawn alone.
    pub focus_pane: f32,
    /// Font size of a name.
    pub font: f32,
    /// Widest line of a name.
    pub name_width: f32,
    /// Most lines of a name.
    pub name_lines: usize,
    /// Left, upper, right and lower margin; the upper (or left) one holds the heads of the folds.
    pub margin: (f32, f32, f32, f32),
    /// How much wider the fold of the focus is.
    pub focus_fold: f32,
    /// Whether those that are not prominent are dots.
    pub dots: bool,
    /// Whether entities are windows with their names below.
    pub windows: bool,
    gap: f32,
    lane: f32,
    gutter: f32,
    lead: f32,
    closed: f32,
    /// Main and cross extent to fill.
    fill: (Option<f32>, Option<f32>),
    /// Cross extent after which a fold gets another layer; `None` never.
    cross: Option<f32>,
}

/// Pane of a dot.
const DOT: f32 = 12.0;

impl Style {
    /// The measures for what is wanted; they follow the design grammar, sections 3, 6 and 9.
    pub fn new(wanted: &Wanted) -> Self {
        let english = wanted.lang == Lang::En;
        let alone = wanted.only.is_some();
        let (width, height) = wanted.fill;
        let plate = wanted.size == Size::Plate;
        let windows = wanted.size == Size::Windows;
        let wide = Self {
            direction: Direction::Across,
            pane: 30.0,
            focus_pane: 54.0,
            font: if english { 13.0 } else { 15.0 },
            name_width: if english { 108.0 } else { 92.0 },
            name_lines: 3,
            margin: (4.0, 92.0, 4.0, 18.0),
            focus_fold: 1.35,
            dots: plate,
            windows,
            gap: if plate { 5.0 } else { 14.0 },
            lane: if plate { 5.0 } else { 9.0 },
            gutter: 40.0,
            lead: if plate { 14.0 } else { 24.0 },
            closed: 46.0,
            fill: (alone.then_some(width - 8.0), alone.then_some((height - 112.0).max(200.0))),
            cross: plate.then_some((height - 110.0).max(480.0)),
        };
        let middle = Self {
            direction: Direction::Down,
            pane: 26.0,
            focus_pane: 46.0,
            name_width: if english { 92.0 } else { 80.0 },
            margin: (84.0, 6.0, 16.0, 14.0),
            gap: 8.0,
            lane: if plate { 4.0 } else { 7.0 },
            gutter: 44.0,
            lead: 14.0,
            closed: 48.0,
            fill: (None, alone.then_some((width - 104.0).max(200.0))),
            cross: Some((width - 100.0).max(300.0)),
            ..wide
        };
        let narrow = Self {
            pane: 22.0,
            focus_pane: 33.0,
            font: if english { 12.0 } else { 13.0 },
            name_width: if english { 70.0 } else { 55.0 },
            margin: (54.0, 4.0, 6.0, 12.0),
            gap: 4.0,
            lane: 4.0,
            gutter: 40.0,
            lead: 12.0,
            closed: 40.0,
            fill: (None, alone.then_some((width - 62.0).max(200.0))),
            cross: Some((width - 62.0).max(240.0)),
            ..middle
        };
        let style = match wanted.room {
            Room::Wide => wide,
            Room::Middle => middle,
            Room::Narrow => narrow,
        };
        if !windows {
            return style;
        }
        let pane = if wanted.room == Room::Narrow { 84.0 } else { 100.0 };
        Self {
            pane,
            focus_pane: pane * 1.4,
            font: if english { 17.0 } else { 20.0 },
            name_width: if wanted.room == Room::Narrow { 100.0 } else { 124.0 },
            margin: (16.0, 8.0, 16.0, 12.0),
            gap: 12.0,
            lane: 14.0,
            gutter: 56.0,
            focus_fold: 1.0,
            ..style
        }
    }

    pub(super) fn config(&self) -> Config {
        Config {
            direction: self.direction,
            gap: self.gap,
            lane: self.lane,
            gutter: self.gutter,
            lead: self.lead,
            closed: self.closed,
            fill_main: self.fill.0,
            fill_cross: self.fill.1,
            effort: 6,
        }
    }

    /// The face of an entity: its pane, its name in lines, and the box they need.
    pub(super) fn face(&self, catalog: &Catalog, lang: Lang, entity: EntityIx, focus: bool, leaves: bool) -> Face {
        let record = catalog.entity(entity);
        let dot = self.dots && !record.prominent;
        let large = self.windows && (focus || record.prominent);
        let pane = match (dot, self.windows, focus) {
            (true, ..) => DOT,
            (_, true, _) if !large => 34.0,
            (_, _, true) => self.focus_pane,
            _ => self.pane,
        };
        let grown = if focus {
            1.25
        } else if self.windows && !large {
            0.8
        } else {
            1.0
        };
        let font = (self.font * grown).max(12.0);
        let most = self.name_width * grown.max(1.0);
        let lines = labels::broken(record.name.label().words(lang), font, most, self.name_lines);
        let name_width = lines.iter().map(|line| labels::width(line, font)).fold(0.0, f32::max);
        let years = years(record);
        Face { pane, font, leading: font * 1.2, lines, name_width, years, dot, leaves, windows: self.windows }
    }
}

/// The short years of an entity; `~` after rough ones.
pub fn years(entity: &Entity) -> String {
    let date = |dated: &Option<crate::model::Dated>| dated.as_ref().map(|dated| dated.date);
    words::span(date(&entity.since).as_ref(), date(&entity.until).as_ref())
}

/// An entity before it is placed.
#[derive(Clone, Debug)]
pub(super) struct Face {
    pane: f32,
    font: f32,
    leading: f32,
    lines: Vec<String>,
    name_width: f32,
    years: String,
    dot: bool,
    leaves: bool,
    windows: bool,
}

/// Between pane and name.
const BESIDE: f32 = 8.0;

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
            Direction::Across if self.windows => (half, half + block + 6.0),
            Direction::Across if self.leaves => {
                let below = if self.years.is_empty() { 6.0 } else { 17.0 };
                (half.max(self.name_height() + 4.0), half.max(below))
            }
            Direction::Across => (half.max(block / 2.0), half.max(block / 2.0)),
            Direction::Down => (half + 2.0, half + BESIDE + self.name_width),
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

    pub(super) fn placed(self, catalog: &Catalog, entity: EntityIx, column: usize, rect: &Rect, style: &Style) -> Node {
        let (before, _) = self.reach(style.direction);
        let half = self.pane / 2.0;
        let (left, top) = (rect.x + style.margin.0, rect.y + style.margin.1);
        let (x, y) = match style.direction {
            Direction::Across if self.windows => (left + rect.width / 2.0, top + before),
            Direction::Across => (left + half, top + before),
            Direction::Down => (left + before, top + rect.height / 2.0),
        };
        let block = self.name_height() + self.years_height();
        let rise = self.font * 0.88;
        let (name_at, years_at, centred) = match style.direction {
            Direction::Across if self.windows => {
                let first = half + 4.0 + rise;
                ((0.0, first), (0.0, first + self.name_height() - self.leading + 16.0), true)
            }
            Direction::Across if self.leaves && !self.dot => {
                let last = -6.0;
                let first = last - (self.lines.len() as f32 - 1.0) * self.leading;
                ((half + BESIDE, first), (half + BESIDE, 14.0), false)
            }
            _ => {
                let first = -block / 2.0 + rise;
                let under = first + (self.lines.len() as f32 - 1.0) * self.leading + 14.0;
                ((half + BESIDE, first), (half + BESIDE, under), false)
            }
        };
        Node {
            entity,
            column,
            x,
            y,
            pane: self.pane,
            lines: self.lines,
            name_at,
            centred,
            font: self.font,
            leading: self.leading,
            years: self.years,
            years_at,
            prominent: catalog.entity(entity).prominent,
            dot: self.dot,
        }
    }
}

/// How the columns of a lens are split into layers that fit the room: tiles first, then dots, each dealt in turn,
/// so that neighbours in the file's order stand at the same height in neighbouring layers.
pub(super) struct Layers {
    /// Column of each layer, and whether nothing stands in it.
    pub(super) stages: Vec<(usize, bool)>,
    /// Layer of each member.
    pub(super) of: Vec<u32>,
}

impl Layers {
    pub(super) fn new(members: &[(EntityIx, usize)], faces: &[Face], columns: usize, style: &Style) -> Self {
        let mut stages = Vec::new();
        let mut of = vec![0; members.len()];
        for column in 0..columns {
            let of_kind = |dot: bool| -> Vec<usize> {
                (0..members.len()).filter(|at| members[*at].1 == column && faces[*at].dot == dot).collect()
            };
            let mut filled = false;
            for group in [of_kind(false), of_kind(true)] {
                if group.is_empty() {
                    continue;
                }
                filled = true;
                let need: f32 = group
                    .iter()
                    .map(|at| {
                        let (before, after) = faces[*at].reach(style.direction);
                        before + after + style.gap
                    })
                    .sum();
                // A quarter of the room is left to the links that pass.
                let layers = style.cross.map_or(1, |room| (need / (room * 0.75)).ceil().max(1.0) as usize);
                let first = stages.len();
                stages.extend(std::iter::repeat_n((column, false), layers));
                for (turn, at) in group.into_iter().enumerate() {
                    of[at] = (first + turn % layers) as u32;
                }
            }
            if !filled {
                stages.push((column, true));
            }
        }
        Self { stages, of }
    }

    /// The folds of the columns from the bands of their layers.
    pub(super) fn folds(
        &self,
        laid: &Layout,
        totals: &[u32],
        nodes: &[Node],
        margin: (f32, f32, f32, f32),
        direction: Direction,
    ) -> Vec<Fold> {
        let before = if direction == Direction::Across { margin.0 } else { margin.1 };
        let mut folds: Vec<Fold> = totals
            .iter()
            .map(|total| Fold { start: f32::MAX, extent: 0.0, closed: true, total: *total, named: 0, drawn: 0 })
            .collect();
        for ((column, closed), band) in self.stages.iter().zip(&laid.stages) {
            let fold = &mut folds[*column];
            let start = band.start + before;
            let end = (start + band.extent).max(fold.start.min(start) + fold.extent);
            fold.start = fold.start.min(start);
            fold.extent = end - fold.start;
            fold.closed &= *closed;
        }
        for node in nodes {
            let fold = &mut folds[node.column];
            fold.drawn += 1;
            fold.named += u32::from(!node.dot);
        }
        folds
    }
}
