//! Measures: how large panes and names are in each room. They follow the design grammar, sections 3, 6 and 9.

use super::{Room, Size, Wanted, boxes::Face, choice::Member};
use crate::{
    layout::{Config, Direction},
    model::{Catalog, Lang},
    view::labels,
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
    /// Whether entities are windows with their names below.
    pub windows: bool,
    /// How much wider names are than in the regular weight: what is drawn alone is lit, and set bold.
    pub(super) bold: f32,
    /// Whether it is a step of a story, in which pictures are shown where there is room, and every name has its place.
    pub scene: bool,
    /// Least pane of a focus with a picture.
    pub(super) pictured: f32,
    pub(super) gap: f32,
    pub(super) effort: u32,
    pub(super) lane: f32,
    pub(super) gutter: f32,
    pub(super) lead: f32,
    pub(super) closed: f32,
    /// Main and cross extent to fill.
    pub(super) fill: (Option<f32>, Option<f32>),
    /// Least room for the boxes of a fold along the flow.
    pub(super) least: f32,
    /// Cross extent after which a fold gets another layer; `None` never.
    pub(super) cross: Option<f32>,
}

/// Pane of a dot.
const DOT: f32 = 13.0;

/// Size of years in windows; beside tiles they are smaller.
const YEARS: f32 = 14.0;

impl Style {
    /// The measures for what is wanted.
    pub fn new(wanted: &Wanted) -> Self {
        let english = wanted.lang == Lang::En;
        let alone = wanted.only.is_some();
        let (width, height) = wanted.fill;
        let plate = wanted.size == Size::Plate;
        let windows = matches!(wanted.size, Size::Windows | Size::Panes);
        let wide = Self {
            direction: Direction::Across,
            pane: 30.0,
            focus_pane: 54.0,
            font: if english { 13.0 } else { 15.0 },
            name_width: if english { 100.0 } else { 92.0 },
            name_lines: 3,
            margin: (4.0, 92.0, 4.0, 18.0),
            focus_fold: 1.35,
            windows,
            bold: if alone { labels::BOLD } else { 1.0 },
            scene: wanted.size.is_scene(),
            pictured: 0.0,
            gap: if plate { 7.0 } else { 14.0 },
            lane: 9.0,
            gutter: if plate { 36.0 } else { 40.0 },
            // The head of a fold needs so much beside the air around its boxes, its name set small.
            least: match wanted.size {
                Size::Plate => 86.0,
                Size::Chain => 90.0,
                _ => 0.0,
            },
            lead: 22.0,
            closed: 46.0,
            fill: (alone.then_some(width - 8.0), alone.then_some((height - 112.0).max(200.0))),
            effort: wanted.effort,
            cross: (plate || wanted.wrap).then_some(f32::max(height - 110.0, 520.0) * 1.3),
        };
        let middle = Self {
            direction: Direction::Down,
            pane: 26.0,
            focus_pane: 46.0,
            name_width: if english { 92.0 } else { 80.0 },
            margin: (84.0, 6.0, 16.0, 14.0),
            gap: 8.0,
            lane: 7.0,
            gutter: 44.0,
            least: 0.0,
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
        if wanted.size.is_scene() {
            return style.scene(wanted);
        }
        if !windows {
            return style;
        }
        // Two windows with their names stand side by side on a phone.
        let (pane, name_width, font) = match (wanted.room, english) {
            (Room::Narrow, true) => (60.0, 70.0, 16.2),
            (Room::Narrow, false) => (76.0, 76.0, 17.0),
            (_, true) => (100.0, 124.0, 17.0),
            (_, false) => (100.0, 124.0, 20.0),
        };
        Self {
            pane,
            focus_pane: pane * 1.4,
            font,
            name_width,
            margin: (16.0, 8.0, 16.0, 12.0),
            gap: if wanted.room == Room::Narrow { 7.0 } else { 12.0 },
            lane: if wanted.room == Room::Narrow { 9.0 } else { 14.0 },
            gutter: 56.0,
            focus_fold: 1.0,
            // Links pass beside windows, too: fewer of these stand side by side than would fit alone.
            cross: if wanted.room == Room::Narrow { style.cross.map(|room| room * 0.75) } else { style.cross },
            ..style
        }
    }

    /// These measures for a chain alone that would be wider than its window: names break sooner, and folds stand closer.
    pub(super) fn closer(self) -> Self {
        Self {
            name_width: self.name_width * 0.84,
            gutter: self.gutter * 0.6,
            lane: self.lane * 0.8,
            lead: self.lead * 0.6,
            closed: self.closed * 0.8,
            least: 116.0,
            focus_fold: 1.0,
            ..self
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
            effort: self.effort,
        }
    }

    /// The face of an entity: its pane, its name in lines, and the box they need.
    pub(super) fn face(&self, catalog: &Catalog, lang: Lang, member: Member, focus: bool, leaves: bool) -> Face {
        let record = catalog.entity(member.entity);
        let dot = member.dot;
        let pictured = self.scene && record.picture.is_some();
        let large = self.windows && (focus || record.prominent || pictured);
        let pane = match (dot, self.windows, focus) {
            (true, ..) => DOT,
            (_, true, _) if !large => 34.0,
            (_, _, true) if pictured => self.focus_pane.max(self.pictured),
            (_, _, true) => self.focus_pane,
            _ => self.pane,
        };
        let grown = if focus {
            1.25
        } else if self.windows && !large {
            // A narrow page is drawn a little smaller than it is, so that it fits across: small names have less to give.
            if self.pane < 80.0 { 0.92 } else { 0.8 }
        } else {
            1.0
        };
        let font = (self.font * grown).max(12.0);
        let most = self.name_width * grown.max(1.0);
        let lines = labels::broken(record.name.label().words(lang), font, most, self.name_lines);
        let years = super::years(record);
        // Years stand in line with a name, and are often longer.
        let least = if self.scene { labels::width(&years, YEARS) } else { 0.0 };
        let name_width = lines.iter().map(|line| labels::width(line, font) * self.bold).fold(least, f32::max);
        // The ring of the focus stands between a window and the name below it.
        let below = if focus { 10.0 } else { 4.0 };
        // The water of a step is broad, and its years stand clear of it.
        let under = if self.scene { 20.0 } else { 14.0 };
        let leading = font * 1.2;
        Face { pane, font, leading, lines, name_width, years, dot, leaves, windows: self.windows, below, under }
    }
}
