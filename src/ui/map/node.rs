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
        drawing::Side,
        emphasis::{self, NodeLook},
        labels,
        pixels::{fine, px, square},
    },
    words,
};

/// From this size on a pane is a window with a drawing, or with its motif in large.
const WINDOW: f32 = 60.0;

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

/// The line from a pane to a name that stands further off, drawn under all panes and names.
pub(super) fn leader(board: &Board, at: usize, look: NodeLook) -> Option<Html> {
    let node = &board.drawing.nodes[at];
    let (x, y) = look.spot?.leader?;
    let d = format!("M{} {}l{} {}", px(node.x), px(node.y), px(x), px(y));
    Some(html! { <path key={format!("leader{at}")} class="node__leader" {d} /> })
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
    let is_focus = look.is_focus();
    let drawn = record.picture.as_ref().map(|picture| AttrValue::from(picture::address(library, picture)));
    let is_window = node.pane >= WINDOW && (style.windows || style.scene && drawn.is_some());
    let class = classes!(
        "node",
        glass(column),
        node.dot.then_some("node--small"),
        node.prominent.then_some("node--prominent"),
        is_lit.then_some("node--lit"),
        is_focus.then_some("node--focus"),
        (!look.named).then_some("node--mute"),
        look.absent.then_some("node--absent"),
        // Where the colours of a lens say who bears an honour.
        (cfg!(feature = "further") && record.honours.is_empty()).then_some("node--plain"),
        is_window.then_some("node--window"),
    );
    let size = emphasis::pane(style, node, look);
    let half = size / 2.0;
    let motif = board.motif(node);
    let reach = (half + 2.0).max(14.0);
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
    let set = emphasis::setting(style, node, look);
    let anchor = match (node.side, set.ends) {
        (_, true) => Some("end"),
        (Side::Below, _) => Some("middle"),
        _ => None,
    };
    let after = |place: usize, line: &str| if place + 1 < node.lines.len() { labels::seam(line) } else { " " };
    html! {
        <a
            {class}
            href={href.clone()}
            data-entity={id.clone()}
            data-trace={part.map(Part::word)}
            data-planned={record.planned.then_some("")}
            tabindex={if stop { "0" } else { "-1" }}
            aria-label={spoken}
            aria-current={is_focus.then_some("true")}
            transform={transform.clone()}
        >
            <path class="node__reach" d={square(reach)} />
            if is_window {
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
            <g class="node__name" aria-hidden="true" text-anchor={anchor} font-size={px(set.font)}>
                {
                    for node.lines.iter().enumerate().map(|(place, line)| html! {
                        <text key={place} x={px(set.x)} y={px(set.first + place as f32 * set.leading)}>{ line.clone() }{ after(place, line) }</text>
                    })
                }
                if !node.years.is_empty() && (!node.dot || is_lit) {
                    <text class="node__years" x={px(set.x)} y={px(set.years)}>{ node.years.clone() }</text>
                }
            </g>
        </a>
    }
}
