//! Turning the steps of a story by keys and by a finger.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::ui::browser;

/// A swipe is at least this long, in pixels, and more across than down.
const SWIPE: i32 = 48;

/// Steps by keys, wherever on the page the reader is: who comes by a link has nothing in focus. Fields, and whatever else has a use of
/// its own for a key, keep it.
#[hook]
pub(super) fn use_keys(turn: Callback<bool>, has_before: bool, has_after: bool) {
    use_effect_with((turn, has_before, has_after), |(turn, has_before, has_after)| {
        let (turn, has_before, has_after) = (turn.clone(), *has_before, *has_after);
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&browser::window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let is_field = target.is_some_and(|target| target.matches("input, textarea, select").unwrap_or(false));
            let is_chord = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
            if is_field || is_chord || event.default_prevented() {
                return;
            }
            // Before the first step and after the last one a key does what it does on every page.
            let forward = match event.key().as_str() {
                "ArrowRight" | "PageDown" if has_after => true,
                "ArrowLeft" | "PageUp" if has_before => false,
                _ => return,
            };
            turn.emit(forward);
            event.prevent_default();
        });
        move || drop(listener)
    });
}

/// Steps by a finger that goes across; gives what to do when it comes and when it leaves.
#[hook]
pub(super) fn use_swipe(turn: Callback<bool>) -> (Callback<PointerEvent>, Callback<PointerEvent>) {
    let began = use_mut_ref(|| None::<(i32, i32)>);
    let onpointerdown = {
        let began = began.clone();
        Callback::from(move |event: PointerEvent| {
            *began.borrow_mut() = (event.pointer_type() != "mouse").then(|| (event.client_x(), event.client_y()));
        })
    };
    let onpointerup = Callback::from(move |event: PointerEvent| {
        let Some((x, y)) = began.borrow_mut().take() else { return };
        let (dx, dy) = (event.client_x() - x, event.client_y() - y);
        if dx.abs() > SWIPE && dx.abs() > 2 * dy.abs() {
            turn.emit(dx < 0);
        }
    });
    (onpointerdown, onpointerup)
}
