//! What drawings refer to: glows of lit panes at night, and the shade of a crease.

use yew::prelude::*;

/// Properties of [`Definitions`].
#[derive(Properties, PartialEq)]
pub(super) struct DefinitionsProps {
    /// Whether the chain runs across.
    pub(super) across: bool,
}

/// The definitions of a drawing; a component of its own, since nothing of a trace changes them.
#[component]
pub(super) fn Definitions(props: &DefinitionsProps) -> Html {
    let across = props.across;
    html! {
        <defs>
            {
                for (1..=7).map(|glass| html! {
                    <radialGradient key={glass} id={format!("glow{glass}")} class={format!("g{glass}")}>
                        <stop class="glow" offset="0" stop-opacity=".5" />
                        <stop class="glow" offset="1" stop-opacity="0" />
                    </radialGradient>
                })
            }
            <linearGradient id="crease" x1="0" y1="0" x2={if across { "1" } else { "0" }} y2={if across { "0" } else { "1" }}>
                <stop class="crease crease--dark" offset="0" />
                <stop class="crease" offset="1" />
            </linearGradient>
        </defs>
    }
}
