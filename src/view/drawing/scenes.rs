//! Measures of a step of a story. It has neither heads nor buttons, so that its margins are narrow, and it fills its frame both ways.

use super::{Room, Size, Style, Wanted};
use crate::{layout::Direction, model::Lang};

/// Left, upper, right and lower margin: the ring of a focus and the letters of a name stand out of their boxes a little.
const MARGIN: (f32, f32, f32, f32) = (10.0, 9.0, 10.0, 9.0);

/// A focus with a picture is a window of this size where the others are tiles.
const PICTURED: f32 = 60.0;

impl Style {
    /// These measures as a step of a story has them.
    pub(super) fn scene(self, wanted: &Wanted) -> Self {
        let english = wanted.lang == Lang::En;
        let (left, top, right, bottom) = MARGIN;
        let (width, height) = ((wanted.fill.0 - left - right).max(100.0), (wanted.fill.1 - top - bottom).max(100.0));
        let narrow = wanted.room == Room::Narrow;
        let panes = wanted.size == Size::Panes;
        // Windows have their names below, which leaves room for rivers beside them only where these run across.
        let direction = if panes { Direction::Across } else { self.direction };
        let down = direction == Direction::Down;
        let (fill, cross) = if down { ((height, width), Some(width)) } else { ((width, height), None) };
        let scene = Self {
            direction,
            margin: MARGIN,
            // A closed fold without a head says nothing.
            closed: 6.0,
            // No name is cut for want of a line.
            name_lines: 4,
            fill: (Some(fill.0), Some(fill.1)),
            cross,
            pictured: PICTURED,
            windows: panes,
            ..self
        };
        match (wanted.size, narrow) {
            (Size::Panes, false) => Self {
                pane: 100.0,
                focus_pane: 140.0,
                font: if english { 17.0 } else { 20.0 },
                name_width: 124.0,
                gap: 12.0,
                lane: 14.0,
                gutter: 56.0,
                focus_fold: 1.0,
                ..scene
            },
            (Size::Panes, true) => Self {
                pane: 60.0,
                focus_pane: 74.0,
                font: if english { 13.0 } else { 14.0 },
                name_width: if english { 80.0 } else { 72.0 },
                gap: 8.0,
                lane: 11.0,
                gutter: 32.0,
                lead: 4.0,
                focus_fold: 1.0,
                ..scene
            },
            (Size::Close | Size::Closest, _) => {
                let closest = wanted.size == Size::Closest;
                Self {
                    pane: 22.0,
                    focus_pane: 33.0,
                    font: if english { 12.0 } else { 13.0 },
                    name_width: match (english, closest) {
                        (true, true) => 60.0,
                        (true, false) => 78.0,
                        (false, _) => 66.0,
                    },
                    gap: 4.0,
                    lane: 7.0,
                    gutter: match (down, closest) {
                        (_, true) => 16.0,
                        (true, false) => 20.0,
                        (false, false) => 26.0,
                    },
                    lead: if closest { 2.0 } else { 6.0 },
                    focus_fold: 1.0,
                    pictured: 0.0,
                    ..scene
                }
            }
            (_, true) => Self { gutter: 28.0, ..scene },
            _ => scene,
        }
    }
}
