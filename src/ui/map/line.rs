//! One link on the map: an ink line at rest, a river between ink banks when it is traced.

use yew::prelude::*;

use super::board::Board;
use crate::{
    model::{Evidence, LinkMark},
    trace::Part,
    ui::{marks, pane::glass},
    view::{drawing::Line, pixels::px},
};

/// A link that is not lit. While it is lit it is drawn over all others, and the group keeps its place here.
pub(super) fn resting(board: &Board, at: usize, lit: bool, absent: bool) -> Html {
    let line = &board.drawing.lines[at];
    // Links of dots are shown only when they are lit.
    if lit || line.latent {
        return html! { <g class="line--latent" /> };
    }
    let state = if absent { "line--off" } else { "line--rest" };
    let path = named(board, line, classes!(classes(line), state));
    html! { <g class={glass_of(board, line)}>{ path }if !absent { { mark(line) } }</g> }
}

/// A link that is lit in a part of a trace.
pub(super) fn lit(board: &Board, at: usize, part: Part) -> Html {
    let line = &board.drawing.lines[at];
    let d = AttrValue::from(line.d.clone());
    let planned = board.library.catalog.link(line.link).planned;
    let open = planned || line.evidence != Evidence::Documented && line.mark != LinkMark::Knot;
    let water = named(board, line, classes!(classes(line), "line--lit", "water", format!("flow-{}", step(part))));
    html! {
        <g key={line.link.0} class={glass_of(board, line)}>
            <path class="bank" d={d.clone()} />
            if open { <path class="bed" {d} /> }
            { water }
            { mark(line) }
        </g>
    }
}

/// The path that stands for the link in the document.
fn named(board: &Board, line: &Line, class: Classes) -> Html {
    let catalog = &board.library.catalog;
    let record = catalog.link(line.link);
    let [from, to] = [record.from, record.to].map(|entity| catalog.entity(entity).id.to_string());
    let kind = catalog.link_kind(record.kind).id.to_string();
    let planned = record.planned.then_some("");
    html! { <path {class} d={line.d.clone()} data-from={from} data-to={to} data-kind={kind} data-planned={planned} /> }
}

/// The classes of a link however it looks.
fn classes(line: &Line) -> Classes {
    let kind = match line.mark {
        LinkMark::Knot => Some("line--cord"),
        LinkMark::Lozenge => Some("line--makes"),
        _ => None,
    };
    classes!("line", marks::evidence_class(line.evidence), kind)
}

fn glass_of(board: &Board, line: &Line) -> String {
    glass(board.library.catalog.lens(board.lens).columns.get(line.column))
}

/// The mark at the mouth.
fn mark(line: &Line) -> Html {
    let (x, y) = line.mouth;
    let transform = format!("translate({} {}) rotate({})", px(x), px(y), px(line.angle));
    marks::mark_path(line.mark)
        .map(|d| html! { <path class={marks::mark_class(line.mark)} {d} {transform} /> })
        .into_iter()
        .collect()
}

/// How late the water comes: source to table, at most nine steps apart.
fn step(part: Part) -> u32 {
    match part {
        Part::Up(steps) => 5_u32.saturating_sub(steps),
        Part::Down(steps) => (5 + steps).min(9),
        Part::Focus | Part::None => 5,
    }
}
