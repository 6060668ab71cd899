//! What moves the camera of a map: fingers, mouse, wheel, buttons. The same for every map.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{browser, hooks::use_active_listener, stage::Stage};
use crate::view::{camera::WindowPoint, pixels::held};

/// What the element of a map listens to, and what its buttons ask for.
pub struct Gestures {
    /// A pointer goes down.
    pub onpointerdown: Callback<PointerEvent>,
    /// A pointer moves.
    pub onpointermove: Callback<PointerEvent>,
    /// A pointer goes up or is taken away.
    pub onpointerup: Callback<PointerEvent>,
    /// Zoom by a factor about the middle.
    pub on_zoom: Callback<f32>,
    /// Show everything.
    pub on_fit: Callback<()>,
}

/// Moves the stage by what pointers and wheel do in `root`, and calls `write` after each movement. An embedded map takes the wheel
/// only with Ctrl or while it has the focus, so that the page around it can be scrolled.
#[hook]
pub fn use_gestures(root: &NodeRef, stage: &Rc<RefCell<Stage>>, write: &Callback<()>, embedded: bool) -> Gestures {
    let place = {
        let root = root.clone();
        move |event: &MouseEvent| {
            let rect = root.cast::<Element>().map(|element| element.get_bounding_client_rect());
            let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
            WindowPoint { x: event.client_x() as f32 - left as f32, y: event.client_y() as f32 - top as f32 }
        }
    };
    let onpointerdown = {
        let (stage, place) = (Rc::clone(stage), place.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                stage.borrow_mut().pointers.press(event.pointer_id(), place(&event));
            }
        })
    };
    let onpointermove = {
        let (stage, place, write, root) = (Rc::clone(stage), place.clone(), write.clone(), root.clone());
        Callback::from(move |event: PointerEvent| {
            if !stage.borrow().pointers.any() {
                return;
            }
            // A mouse button that was let go outside the window is no drag any more.
            if event.pointer_type() == "mouse" && event.buttons() == 0 {
                stage.borrow_mut().pointers.release(event.pointer_id());
                return;
            }
            let gesture = stage.borrow_mut().pointers.travel(event.pointer_id(), place(&event));
            let moved = stage.borrow_mut().follow(gesture);
            if moved {
                // Captured from the first movement on, not from the press, so that a tap still clicks what it hits.
                if let Some(element) = root.cast::<Element>() {
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
                write.emit(());
            }
        })
    };
    let onpointerup = {
        let stage = Rc::clone(stage);
        Callback::from(move |event: PointerEvent| stage.borrow_mut().pointers.release(event.pointer_id()))
    };
    let on_wheel = {
        let (stage, root) = (Rc::clone(stage), root.clone());
        use_callback((write.clone(), embedded), move |event: Event, (write, embedded)| {
            let Ok(event) = event.dyn_into::<WheelEvent>() else { return };
            let inside = root.cast::<Element>().is_some_and(|root| browser::has_focus(&root));
            if *embedded && !event.ctrl_key() && !inside {
                return;
            }
            event.prevent_default();
            let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 18.0 } else { 1.0 };
            let turn = event.delta_y() as f32 * lines;
            // One notch of a wheel is about a hundred pixels and a sixth of the scale.
            let factor = held(1.0 - turn / 600.0, 0.5, 2.0);
            stage.borrow_mut().zoom(Some(place(&event)), factor);
            write.emit(());
        })
    };
    use_active_listener(root.clone(), "wheel", on_wheel);
    let on_zoom = {
        let (stage, write) = (Rc::clone(stage), write.clone());
        Callback::from(move |factor: f32| {
            stage.borrow_mut().zoom(None, factor);
            write.emit(());
        })
    };
    let on_fit = {
        let (stage, write) = (Rc::clone(stage), write.clone());
        Callback::from(move |()| {
            stage.borrow_mut().fit(1.0);
            write.emit(());
        })
    };
    Gestures { onpointerdown, onpointermove, onpointerup, on_zoom, on_fit }
}
