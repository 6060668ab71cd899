//! Buttons of the map: zoom, show all, keys. Everything a gesture does has a button.

use yew::prelude::*;

use crate::{model::Lang, ui::marks, view::camera::CLOSER, words};

/// Buttons of a map. `keys` is the id of the element that tells its keys, with what it tells.
pub fn controls(
    lang: Lang,
    on_zoom: &Callback<f32>,
    on_fit: &Callback<()>,
    (keys, keys_text): (&'static str, &'static str),
) -> Html {
    let table = words::of(lang);
    html! {
        <div class="controls">
            <details class="controls__keys">
                <summary class="btn btn--icon" aria-label={table.keys}>{ marks::question() }</summary>
                <p id={keys}>{ keys_text }</p>
            </details>
            <div class="controls__row" role="group" aria-label={table.view}>
                <button type="button" class="btn btn--icon" aria-label={table.zoom_out} onclick={on_zoom.reform(|_: MouseEvent| 1.0 / CLOSER)}>{ marks::minus() }</button>
                <button type="button" class="btn btn--icon" aria-label={table.zoom_in} onclick={on_zoom.reform(|_: MouseEvent| CLOSER)}>{ marks::plus() }</button>
                <button type="button" class="btn btn--icon" aria-label={table.fit} onclick={on_fit.reform(|_: MouseEvent| ())}>{ marks::corners() }</button>
            </div>
        </div>
    }
}
