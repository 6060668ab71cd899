//! Buttons of the map: zoom, show all, keys. Everything a gesture does has a button.

use yew::prelude::*;

use crate::{model::Lang, ui::marks, words};

/// Properties of [`Controls`].
#[derive(Properties, PartialEq)]
pub(super) struct ControlsProps {
    pub(super) lang: Lang,
    pub(super) on_zoom: Callback<f32>,
    pub(super) on_fit: Callback<()>,
    /// The id of the element that tells the keys.
    pub(super) keys: AttrValue,
}

/// Buttons of the map.
#[component]
pub(super) fn Controls(props: &ControlsProps) -> Html {
    let ControlsProps { lang, on_zoom, on_fit, keys } = props;
    let table = words::of(*lang);
    let told = use_state(|| false);
    let tell = use_callback(told.clone(), |_: MouseEvent, told| told.set(!**told));
    html! {
        <div class="controls">
            <div class="controls__keys" hidden={!*told}>
                <p id={keys.clone()}>{ table.keys_text }</p>
            </div>
            <div class="controls__row" role="group" aria-label={table.map_label}>
                <button type="button" class="btn btn--icon controls__ask" aria-label={table.keys} aria-expanded={(*told).to_string()} onclick={tell}>{ marks::question() }</button>
                <button type="button" class="btn btn--icon" aria-label={table.zoom_out} onclick={on_zoom.reform(|_: MouseEvent| 1.0 / 1.4)}>{ marks::minus() }</button>
                <button type="button" class="btn btn--icon" aria-label={table.zoom_in} onclick={on_zoom.reform(|_: MouseEvent| 1.4)}>{ marks::plus() }</button>
                <button type="button" class="btn btn--icon" aria-label={table.fit} onclick={on_fit.reform(|_: MouseEvent| ())}>{ marks::corners() }</button>
            </div>
        </div>
    }
}
