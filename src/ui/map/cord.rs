//! The cord of a lens that is laid over the map, and who touches what one points at.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::board::{Board, Lights};
use crate::{
    model::{EntityIx, Lang},
    trace::Part,
    ui::{
        context::{Shared, use_library},
        hooks::use_active_listener,
        over::names,
        text,
    },
    view::{
        emphasis,
        over::{self, Over},
        pixels::px,
    },
    words,
};

/// How far a knot stands out around its box.
const OUT: f32 = 4.5;

/// The cord, under the boxes. While a trace is lit it is strung through what is lit of it alone.
pub(super) fn cord(board: &Board, lights: &Lights) -> Html {
    let Some(over) = lights.over() else { return html! { <g class="cord" /> } };
    let (drawing, looks) = (&board.drawing, &lights.looks.nodes);
    let strung = |at: usize| {
        let look = looks[at];
        !look.absent && look.part.is_none_or(Part::is_lit) && over.touches(drawing.nodes[at].entity)
    };
    let order = over::order(drawing, strung);
    html! {
        <g class="cord" aria-hidden="true">
            <path class="cord__silk" d={over::path(drawing, &order)} />
            {
                for order.iter().map(|at| {
                    let drawn = &drawing.nodes[*at];
                    let half = emphasis::pane(&drawing.style, drawn, looks[*at]) / 2.0 + OUT;
                    let id = board.library.catalog.entity(drawn.entity).id.to_string();
                    // Dots stand close together: a knot around one is round, and smaller.
                    if drawn.dot && !looks[*at].part.is_some_and(Part::is_lit) {
                        return html! { <circle key={*at} class="cord__knot" data-knot={id} cx={px(drawn.x)} cy={px(drawn.y)} r={px(half - 1.0)} /> };
                    }
                    let (x, y, side) = (px(drawn.x - half), px(drawn.y - half), px(2.0 * half));
                    html! { <rect key={*at} class="cord__knot" data-knot={id} {x} {y} width={side.clone()} height={side} /> }
                })
            }
        </g>
    }
}

/// Properties of [`Pointed`].
#[derive(Properties, PartialEq)]
pub(super) struct PointedProps {
    /// The map's element, which tells what one points at.
    pub(super) root: NodeRef,
    pub(super) over: Shared<Over>,
    pub(super) lang: Lang,
}

/// Who touches what the pointer or the keyboard is at, as a line at the map's foot. Those who are read to hear it with the name.
#[component]
pub(super) fn Pointed(props: &PointedProps) -> Html {
    let library = use_library();
    let PointedProps { root, over, lang } = props;
    let pointed = use_state_eq(|| None::<EntityIx>);
    let point = {
        let setter = pointed.setter();
        use_callback(library.clone(), move |event: Event, library| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let entity = element.and_then(|element| element.closest("[data-entity]").ok().flatten());
            let id = entity.and_then(|entity| entity.get_attribute("data-entity"));
            setter.set(id.and_then(|id| library.catalog.find(&id)));
        })
    };
    use_active_listener(root.clone(), "pointerover", point.clone());
    use_active_listener(root.clone(), "focusin", point);
    let leave = {
        let setter = pointed.setter();
        use_callback((), move |_: Event, ()| setter.set(None))
    };
    use_active_listener(root.clone(), "focusout", leave.clone());
    use_active_listener(root.clone(), "pointerleave", leave);
    let Some(entity) = pointed.filter(|entity| over.touches(*entity)) else {
        return html! { <p class="map__over" hidden=true /> };
    };
    let touched = words::fill(words::overlays(*lang).touched_spoken, &[&names(&library, over, entity, *lang)]);
    let colon = words::punctuation(*lang).colon;
    html! {
        <p class="map__over" aria-hidden="true"><b>{ text::name(&library, entity, *lang) }</b>{ colon }{ touched }</p>
    }
}
