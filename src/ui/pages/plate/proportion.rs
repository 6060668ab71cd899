//! Counts as true areas: one small pane stands for so many, the last one for what is left over.

use yew::prelude::*;

use super::parts::{Drawn, capped, counted, name, told};
use crate::{
    model::{Item, Lang, Section},
    ui::{
        context::{Here, Library},
        text,
    },
    words,
};

/// The side of a small pane with its gap, in pixels.
const SIDE: u32 = 8;

/// The most panes or beads that are drawn of one count.
const MOST: u32 = 4000;

/// How many whole panes a count takes, and what part of one is left over, from 0 to 1.
fn panes(count: u32, unit: u32) -> (u32, f32) {
    let whole = count / unit;
    if whole >= MOST { (MOST, 0.0) } else { (whole, (count % unit) as f32 / unit as f32) }
}

/// Panes in rows as long as there are rows.
fn field(count: u32, unit: u32) -> Html {
    let (whole, rest) = panes(count, unit);
    let all = whole + u32::from(rest > 0.0);
    let columns = (1..=MOST).find(|side| side * side >= all).unwrap_or(1);
    let rows = all.div_ceil(columns).max(1);
    let corner = |at: u32| ((at % columns) * SIDE, (at / columns) * SIDE);
    let (x, y) = corner(whole);
    let d = (0..whole).map(corner).fold(String::new(), |d, (x, y)| d + &format!("M{x} {y}h7v7h-7Z"));
    // What is left over is a part of a pane, as wide as its share.
    let left = (rest > 0.0).then(|| {
        format!("M{x} {y}h{}v7h-{}Z", crate::view::pixels::px(7.0 * rest), crate::view::pixels::px(7.0 * rest))
    });
    let (width, height) = ((columns * SIDE).to_string(), (rows * SIDE).to_string());
    html! {
        <svg class="field-of" {width} {height} viewBox={format!("0 0 {} {}", columns * SIDE, rows * SIDE)} aria-hidden="true">
            <path class="field-of__pane" {d} />
            if let Some(left) = left { <path class="field-of__pane" d={left} /> }
        </svg>
    }
}

/// Beads on a cord.
fn string(count: u32) -> Html {
    let count = count.min(MOST);
    let step = 600.0 / count.max(1) as f32;
    let at = |place: u32| {
        let x = 10.0 + (place as f32 + 0.5) * step;
        // A cord that hangs slack: two waves over its length, drawn by a parabola each so that no machine draws it otherwise.
        let wave = ((x - 10.0) / 150.0) % 2.0;
        let part = wave % 1.0;
        let swing = 4.0 * part * (1.0 - part) * 9.0;
        (x, 20.0 + if wave < 1.0 { swing } else { -swing })
    };
    let px = crate::view::pixels::px;
    // Without two beads to hang between, the cord is taut.
    let d = match count {
        0 | 1 => "M10 20H610".to_owned(),
        _ => (0..count).map(at).fold(String::new(), |d, (x, y)| {
            let step = if d.is_empty() { "M" } else { "L" };
            d + &format!("{step}{} {}", px(x), px(y))
        }),
    };
    html! {
        <svg class="beads" viewBox="0 0 620 40" aria-hidden="true">
            <path class="beads__cord" {d} />
            { for (0..count).map(at).enumerate().map(|(key, (x, y))| html! { <circle {key} class="beads__bead" cx={px(x)} cy={px(y)} r="6.5" /> }) }
        </svg>
    }
}

/// The counts of a section: beads first, areas beside each other.
pub(super) fn proportion(library: &Library, section: &Section, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let one = |(key, item): (usize, &Item)| {
        // What is not counted has no number, and nothing to be drawn.
        let number = counted(library, item, lang).map(|number| html! { <>{ number }{ " " }</> });
        let drawing = item.count.map(|count| {
            let (drawn, all) =
                if item.string { (string(count), count) } else { (field(count, section.unit), count / section.unit) };
            html! { <>{ drawn }{ for capped(all, MOST, lang) }</> }
        });
        html! {
            <li {key} class={if item.string { "share share--string" } else { "share" }}>
                <p>{ for number }{ name(library, item, here, lang) }</p>
                { for drawing }
                { told(library, item, here, lang, Drawn::Count) }
            </li>
        }
    };
    let caption = words::fill(words::plates(lang).one_pane, &[&words::number(section.unit)]);
    let units: Vec<Html> = section
        .items
        .iter()
        .filter(|item| !item.string)
        .filter_map(|item| item.unit.as_ref())
        .map(|unit| text::text(catalog, unit, lang))
        .collect();
    html! {
        <div class="plate shares">
            <ul class="plain">{ for section.items.iter().enumerate().map(one) }</ul>
            if !units.is_empty() { <p class="plate__caption">{ caption }</p> }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::panes;

    #[test]
    fn areas_are_true_to_their_counts() {
        assert_eq!(panes(84_700, 100), (847, 0.0));
        assert_eq!(panes(57_800, 100), (578, 0.0));
        assert_eq!(panes(120, 100), (1, 0.2));
        assert_eq!(panes(0, 100), (0, 0.0));
        assert_eq!(panes(450_050, 100), (4000, 0.0), "no part of a pane follows the last one that is drawn");
    }
}
