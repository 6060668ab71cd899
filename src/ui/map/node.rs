//! One entity on the map: pane (or dot), name on its line, years.

use yew::prelude::*;

use super::board::{Board, Lights};
use crate::{
    trace::Part,
    ui::{
        over::names,
        pane::{glass, grid, silhouette, window_grid},
        picture, text,
    },
    view::{
        Address, Page, Query,
        drawing::{Node, Side, Style},
        emphasis::{self, NodeLook},
        labels,
        pixels::{fine, px, square},
    },
    words,
};

/// From this size on a pane is a window with a drawing, or with its motif in large.
const WINDOW: f32 = 60.0;

/// The size of a pane as it looks now. A dot becomes a pane when it is lit, and the focus of a whole plate grows in place.
pub(super) fn size(style: &Style, node: &Node, look: NodeLook) -> f32 {
    let is_focus = look.part == Some(Part::Focus);
    match (node.dot, look.is_lit(), is_focus) {
        (true, true, false) => style.pane * 0.8,
        (true, true, true) => style.pane,
        (false, _, true) if emphasis::grows(style, node) => node.pane * emphasis::GROWN,
        _ => node.pane,
    }
}

/// What no light changes of a node: it is written once for as long as the board stands.
pub(super) struct Fixed {
    id: AttrValue,
    href: AttrValue,
    transform: AttrValue,
    /// What is read out, without what is laid over the map.
    spoken: AttrValue,
}

/// What no light changes of the node with this index.
pub(super) fn fixed(board: &Board, at: usize) -> Fixed {
    let Board { library, drawing, lang, base, .. } = board;
    let node = &drawing.nodes[at];
    let id = library.catalog.entity(node.entity).id.to_string();
    let query = Query { focus: Some(id.clone()), ..base.query.clone() };
    let href = Address { lang: base.lang, page: Page::Chain, query }.write(*lang);
    // Spaces that are not drawn keep lines and years apart where the text is read out of the document.
    let spoken = text::spoken(library, node.entity, &labels::joined(&node.lines), *lang);
    let transform = format!("translate({} {})", px(node.x), px(node.y));
    Fixed { id: id.into(), href: href.into(), transform: transform.into(), spoken: spoken.into() }
}

/// The dot of a node that is not lit.
fn dot(board: &Board, at: usize) -> Html {
    let node = &board.drawing.nodes[at];
    let transform = format!("translate({0} {0}) scale({1})", px(-node.pane / 2.0), fine(node.pane / 24.0));
    html! { <path class="node__dot glass" ref={board.dots[at].clone()} {transform} d={silhouette(board.motif(node))} /> }
}

/// One entity as it looks now; `stop` says whether it is the map's one tab stop.
pub(super) fn node(board: &Board, at: usize, lights: &Lights, stop: bool) -> Html {
    let Board { library, drawing, lens, lang, .. } = board;
    let Fixed { id, href, transform, spoken } = board.fixed(at);
    let look = lights.looks.nodes[at];
    let node = &drawing.nodes[at];
    let style = &drawing.style;
    let record = library.catalog.entity(node.entity);
    let column = library.catalog.lens(*lens).columns.get(node.column);
    let part = look.part;
    let is_lit = look.is_lit();
    let is_focus = part == Some(Part::Focus);
    let drawn = record.picture.as_ref().map(|picture| AttrValue::from(picture::address(library, picture)));
    let class = classes!(
        "node",
        glass(column),
        node.dot.then_some("node--small"),
        node.prominent.then_some("node--prominent"),
        is_lit.then_some("node--lit"),
        is_focus.then_some("node--focus"),
        (!look.named).then_some("node--mute"),
        look.absent.then_some("node--absent"),
        (style.windows && node.pane >= WINDOW).then_some("node--window"),
    );
    let size = size(style, node, look);
    let half = size / 2.0;
    let motif = board.motif(node);
    let reach = (half + 2.0).max(14.0);
    let centred = node.side == Side::Below;
    let name_x = node.name_at.0 + (half - node.pane / 2.0) * f32::from(u8::from(!centred));
    let over = lights.over().filter(|over| over.touches(node.entity));
    // The ring of the focus stands outside the knot of a cord.
    let clear = if over.is_some() { 9.0 } else { 5.0 };
    let spoken = over.map_or_else(
        || spoken.clone(),
        |over| {
            let comma = words::punctuation(*lang).comma;
            let names = names(library, over, node.entity, *lang);
            format!("{spoken}{comma}{}", words::fill(words::overlays(*lang).touched_spoken, &[&names])).into()
        },
    );
    let set = emphasis::setting(style, node, is_focus);
    let after = |place: usize, line: &str| if place + 1 < node.lines.len() { labels::seam(line) } else { " " };
    html! {
        <a
            {class}
            href={href.clone()}
            data-entity={id.clone()}
            data-trace={part.map(Part::word)}
            tabindex={if stop { "0" } else { "-1" }}
            aria-label={spoken}
            aria-current={is_focus.then_some("true")}
            transform={transform.clone()}
        >
            <path class="node__reach" d={square(reach)} />
            if style.windows && node.pane >= WINDOW {
                <g transform={format!("translate({0} {0}) scale({1})", px(-half), fine(size / 96.0))}>{ window_grid(motif, drawn) }</g>
            } else if node.dot && !is_lit {
                { dot(board, at) }
            } else {
                <circle class="node__halo" r={px(size * if is_focus { 1.6 } else { 1.1 })} fill={format!("url(#glow{})", column.map_or(1, |column| column.colour))} />
                // A dot that is not lit is drawn as such; it is a pane only while it is lit.
                if !node.dot {
                    <path class="node__dim glass" transform="translate(-6 -6) scale(.5)" d={silhouette(motif)} />
                }
                <g class="node__pane" transform={format!("translate({0} {0}) scale({1})", px(-half), fine(size / 24.0))}>{ grid(motif) }</g>
            }
            if is_focus {
                <path class="node__ring" d={square(half + clear)} />
            }
            <g class="node__name" aria-hidden="true" text-anchor={centred.then_some("middle")} font-size={px(set.font)}>
                {
                    for node.lines.iter().enumerate().map(|(place, line)| html! {
                        <text key={place} x={px(name_x)} y={px(set.first + place as f32 * set.leading)}>{ line.clone() }{ after(place, line) }</text>
                    })
                }
                if !node.years.is_empty() && (!node.dot || is_lit) {
                    <text class="node__years" x={px(name_x)} y={px(set.years)}>{ node.years.clone() }</text>
                }
            </g>
        </a>
    }
}
