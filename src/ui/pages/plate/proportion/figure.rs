//! The drawing of counts: beads on slack strings, and areas that hang on the last of them by cords.

use yew::prelude::*;

use crate::{view::pixels::px, words};

/// The most panes or beads that are drawn of one count.
pub(super) const MOST: u32 = 4000;

/// The side of a small pane with its gap.
const SIDE: u32 = 10;
/// The least width of the drawing.
const LEAST: f32 = 620.0;
/// Between one area and the next.
const GAP: f32 = 30.0;
/// How high a number stands, and about how wide one of its signs is.
const NUMBER: (f32, f32) = (40.0, 23.0);
/// From a cord to the number beside it, and from the number to the area below it.
const BESIDE: f32 = 10.0;
/// How far a string swings, and how long one swing is.
const SWING: (f32, f32) = (9.0, 150.0);

/// One count as it is drawn.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) count: u32,
    /// Whether it is beads on a string, not an area.
    pub(super) is_string: bool,
}

/// How many whole panes a count takes, and what part of one is left over, from 0 to 1.
fn panes(count: u32, unit: u32) -> (u32, f32) {
    let whole = count / unit;
    if whole >= MOST { (MOST, 0.0) } else { (whole, (count % unit) as f32 / unit as f32) }
}

/// Columns and rows of the panes of a count: as many of the one as of the other.
fn sides(count: u32, unit: u32) -> (u32, u32) {
    let (whole, rest) = panes(count, unit);
    let all = whole + u32::from(rest > 0.0);
    let columns = (1..=MOST).find(|side| side * side >= all).unwrap_or(1);
    (columns, all.div_ceil(columns))
}

/// How far below its ends a string hangs at a place: parabolas to and fro, so that no machine draws them otherwise.
fn slack(x: f32) -> f32 {
    let wave = (x / SWING.1) % 2.0;
    let part = wave % 1.0;
    let swing = 4.0 * part * (1.0 - part) * SWING.0;
    if wave < 1.0 { swing } else { -swing }
}

/// An area that is to be drawn, where it stands and where its number does.
struct Area {
    count: u32,
    rows: u32,
    columns: u32,
    left: f32,
    /// Where its cord comes down.
    cord: f32,
}

/// The areas beside each other, and how wide they are together. Each has room for its number on the right of its cord.
fn areas(shown: &[Shown], unit: u32) -> (Vec<Area>, f32) {
    let mut left = 0.0;
    let mut out = Vec::new();
    for Shown { count, .. } in shown.iter().filter(|shown| !shown.is_string) {
        let (columns, rows) = sides(*count, unit);
        let wide = (columns * SIDE) as f32;
        let number = BESIDE + words::number(*count).chars().count() as f32 * NUMBER.1;
        let hangs = (wide / 2.0).min((wide - number).max(SIDE as f32));
        out.push(Area { count: *count, rows, columns, left, cord: left + hangs });
        left += wide.max(hangs + number) + GAP;
    }
    (out, left - GAP)
}

/// Panes in rows, from a corner on; what is left over is a part of a pane, as wide as its share.
fn field(area: &Area, top: f32, unit: u32) -> String {
    let (whole, rest) = panes(area.count, unit);
    let at =
        |place: u32| (area.left + ((place % area.columns) * SIDE) as f32, top + ((place / area.columns) * SIDE) as f32);
    let one = |place: u32, share: f32| {
        let ((x, y), wide) = (at(place), px(8.8 * share));
        format!("M{} {}h{wide}v8.8h-{wide}Z", px(x), px(y))
    };
    let all = (0..whole).map(|place| one(place, 1.0));
    all.chain((rest > 0.0).then(|| one(whole, rest))).collect()
}

/// A string with its beads.
fn string(key: usize, count: u32, width: f32, y: f32) -> Html {
    let count = count.min(MOST);
    let ends = if count > 1 { (0..=60).map(|step| width * step as f32 / 60.0).collect() } else { vec![0.0, width] };
    // Without two beads to hang between, it is taut.
    let hangs = |x: f32| if count > 1 { y + slack(x) } else { y };
    let d = ends.iter().fold(String::new(), |d, x| {
        let step = if d.is_empty() { "M" } else { "L" };
        d + &format!("{step}{} {}", px(*x), px(hangs(*x)))
    });
    let step = width / count.max(1) as f32;
    let bead = |place: u32| {
        let x = (place as f32 + 0.5) * step;
        html! { <circle key={place} class="beads__bead" cx={px(x)} cy={px(hangs(x))} r="6.5" /> }
    };
    html! { <g {key} class="beads"><path class="beads__cord" {d} />{ for (0..count).map(bead) }</g> }
}

/// The drawing: strings above, areas below, each on its cord and under its number.
pub(super) fn figure(shown: &[Shown], unit: u32) -> Html {
    let (areas, wide) = areas(shown, unit);
    let width = wide.max(LEAST);
    let strings: Vec<u32> = shown.iter().filter(|shown| shown.is_string).map(|shown| shown.count).collect();
    let line = |at: usize| 20.0 + 40.0 * at as f32;
    let last = strings.len().checked_sub(1).map(|at| (line(at), strings[at]));
    // Below the strings there is cord to be seen above the highest area's number.
    let head = last.map_or(0.0, |(y, _)| y + 28.0) + NUMBER.0 + BESIDE;
    let rows = areas.iter().map(|area| area.rows).max().unwrap_or(0);
    let bottom = if areas.is_empty() { line(strings.len()) - 10.0 } else { head + (rows * SIDE) as f32 };
    let area = |(key, area): (usize, &Area)| {
        let top = bottom - (area.rows * SIDE) as f32;
        let from = last.map(|(y, count)| if count > 1 { y + slack(area.cord) } else { y });
        html! {
            <g {key} class={format!("field-of field-of--{}", key % 3)}>
                if let Some(from) = from { <path class="field-of__cord" d={format!("M{} {}V{}", px(area.cord), px(from), px(top))} /> }
                <text x={px(area.cord + BESIDE)} y={px(top - BESIDE)} font-size={px(NUMBER.0)}>{ words::number(area.count) }</text>
                if area.count > 0 { <path class="field-of__pane" d={field(area, top, unit)} /> }
            </g>
        }
    };
    html! {
        <svg class="shares__figure" viewBox={format!("-8 0 {} {}", px(width + 16.0), px(bottom + 2.0))} aria-hidden="true">
            { for areas.iter().enumerate().map(area) }
            { for strings.iter().enumerate().map(|(at, count)| string(at, *count, width, line(at))) }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, areas, panes, sides};

    #[test]
    fn areas_are_true_to_their_counts() {
        assert_eq!(panes(84_700, 100), (847, 0.0));
        assert_eq!(panes(57_800, 100), (578, 0.0));
        assert_eq!(panes(120, 100), (1, 0.2));
        assert_eq!(panes(0, 100), (0, 0.0));
        assert_eq!(panes(450_050, 100), (4000, 0.0), "no part of a pane follows the last one that is drawn");
        assert_eq!(sides(84_700, 100), (30, 29));
        assert_eq!(sides(120, 100), (2, 1));
    }

    #[test]
    fn areas_and_their_numbers_stand_clear_of_each_other() {
        let shown = [84_700, 57_800, 120, 3].map(|count| Shown { count, is_string: false });
        let (areas, wide) = areas(&shown, 100);
        for (area, next) in areas.iter().zip(&areas[1..]) {
            let number = area.cord + 10.0 + number_of(area.count);
            assert!(number < next.left && area.left + (area.columns * 10) as f32 <= next.left);
            assert!(area.cord >= area.left);
        }
        assert!(wide > areas[3].cord);
    }

    /// How wide the number of a count is at most.
    fn number_of(count: u32) -> f32 {
        crate::words::number(count).chars().count() as f32 * 23.0
    }
}
