//! The whole chain behind the river of the opening page: faint, for the eye alone, and drawn when everything else stands.

use yew::prelude::*;

use crate::{
    model::{Lang, LensIx, Motif},
    ui::{browser, context::use_library, map::use_drawing, pane::silhouette},
    view::{
        camera::Extent,
        drawing::{Room, Size, Wanted},
        pixels::px,
    },
};

/// Frames that the page has for itself first.
const FRAMES: u32 = 4;

/// The effort of a drawing that nobody reads.
const EFFORT: u32 = 2;

/// Properties of [`Behind`].
#[derive(Properties, PartialEq)]
pub(super) struct BehindProps {
    /// The lens that is drawn.
    pub(super) lens: LensIx,
    pub(super) lang: Lang,
    /// The room behind the river, in pixels.
    pub(super) extent: Extent,
}

/// Runs something after so many frames.
fn after(frames: u32, run: Box<dyn FnOnce()>) {
    browser::on_frame(move || if frames == 0 { run() } else { after(frames - 1, run) });
}

/// The chain, its named entities as silhouettes and the links between them as hairlines.
#[component]
pub(super) fn Behind(props: &BehindProps) -> Html {
    let library = use_library();
    let BehindProps { lens, lang, extent } = *props;
    let due = use_state_eq(|| false);
    {
        let due = due.clone();
        use_effect_with((), move |()| after(FRAMES, Box::new(move || due.set(true))));
    }
    let wanted = due.then_some(Wanted {
        lens,
        lang,
        room: Room::Wide,
        size: Size::Plate,
        fill: (extent.width, extent.height),
        only: None,
        wrap: false,
        effort: EFFORT,
    });
    let Some(drawing) = use_drawing(&library, wanted) else { return html! { <span hidden=true /> } };
    let columns = &library.catalog.lens(lens).columns;
    let lines: String = drawing.lines.iter().filter(|line| !line.latent).map(|line| line.d.as_str()).collect();
    let named = drawing.nodes.iter().filter(|node| !node.dot).map(|node| {
        let motif = columns.get(node.column).map_or(Motif::Bars, |column| column.motif);
        let transform = format!("translate({} {}) scale(.5)", px(node.x - 6.0), px(node.y - 6.0));
        html! { <path key={node.entity.0} {transform} d={silhouette(motif)} /> }
    });
    let view = format!("0 0 {} {}", px(drawing.width), px(drawing.height));
    html! {
        <svg class="home__behind" viewBox={view} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            <path d={lines} />
            { for named }
        </svg>
    }
}
