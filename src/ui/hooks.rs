//! Hooks that keep a listener, an observer or a timer for as long as a component lives.

use std::{cell::Cell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, closure::Closure};
use yew::prelude::*;

use super::browser;
use crate::view::{camera::Extent, drawing::Room};

/// Listens to an event of an element, without the passive default, so that it can be prevented.
#[hook]
pub fn use_active_listener(node: NodeRef, event: &'static str, handler: Callback<web_sys::Event>) {
    use_effect_with((node, handler), move |(node, handler)| {
        let handler = handler.clone();
        let listener = node.cast::<web_sys::Element>().map(|element| {
            let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
            EventListener::new_with_options(&element, event, options, move |event| handler.emit(event.clone()))
        });
        move || drop(listener)
    });
}

/// The size of an element, `None` until it is mounted; follows its changes.
#[hook]
pub fn use_extent(node: NodeRef) -> Option<Extent> {
    let extent = use_state_eq(|| None::<Extent>);
    {
        let extent = extent.clone();
        use_effect_with(node, move |node| {
            let element = node.cast::<web_sys::Element>();
            let watched = element.clone();
            let known = Cell::new(false);
            let measure = Rc::new(move || {
                if let Some(element) = &watched {
                    let (width, height) = (element.client_width() as f32, element.client_height() as f32);
                    // A sheet of paper is no window: nothing is laid out anew for it.
                    let paper = cfg!(feature = "further") && known.get() && browser::media("print");
                    if width > 0.0 && height > 0.0 && !paper {
                        known.set(true);
                        extent.set(Some(Extent { width, height }));
                    }
                }
            });
            measure();
            // What is drawn for a new size may change sizes itself. Browsers report an error where that happens while they tell of them.
            let on_change = Closure::<dyn FnMut()>::new(move || {
                let measure = Rc::clone(&measure);
                browser::on_frame(move || measure());
            });
            let observer = web_sys::ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(on_change);
            }
        });
    }
    *extent
}

/// Calls a handler with `true` before the page is printed, and with `false` when it is on screen again. Styles for paper come with the
/// further part, so that the other one has no need of this. INVARIANT: the paper is not measured before the handler is called, and
/// what it changes must hold for any size of it.
#[hook]
pub fn use_printing(handler: Callback<bool>) {
    use_effect_with(handler, |handler| {
        let listeners = if cfg!(feature = "further") { paper_listeners(handler) } else { Vec::new() };
        move || drop(listeners)
    });
}

fn paper_listeners(handler: &Callback<bool>) -> Vec<EventListener> {
    let told = [("beforeprint", true), ("afterprint", false)].map(|(event, printing)| {
        let handler = handler.clone();
        EventListener::new(&browser::window(), event, move |_| handler.emit(printing))
    });
    // A preview of the printed page asks for its styles alone, without these events.
    let paper = browser::window().match_media("print").ok().flatten().map(|paper| {
        let (handler, asked) = (handler.clone(), paper.clone());
        EventListener::new(&paper, "change", move |_| handler.emit(asked.matches()))
    });
    told.into_iter().chain(paper).collect()
}

/// The room and the size of the window, `None` until mounted; follows its changes.
#[hook]
pub fn use_window() -> Option<(Room, Extent)> {
    let seen = use_state_eq(|| None::<(Room, Extent)>);
    {
        let seen = seen.clone();
        use_effect_with((), move |()| {
            let measure = move || {
                let room = if browser::media("(min-width: 1024px)") {
                    Room::Wide
                } else if browser::media("(min-width: 560px)") {
                    Room::Middle
                } else {
                    Room::Narrow
                };
                seen.set(Some((room, browser::extent())));
            };
            measure();
            let listener = EventListener::new(&browser::window(), "resize", move |_| measure());
            move || drop(listener)
        });
    }
    *seen
}

/// The room of the window, `None` until mounted; follows its changes.
#[hook]
pub fn use_room() -> Option<Room> {
    use_window().map(|(room, _)| room)
}

/// A value that follows the given one in the next animation frame, before that frame is drawn: what is rendered from it comes
/// after what is rendered from the value itself, and both are seen at once.
#[hook]
pub fn use_frame_later<T: Clone + PartialEq + 'static>(value: T) -> T {
    let later = use_state_eq(|| value.clone());
    {
        let later = later.clone();
        use_effect_with(value, move |value| {
            let alive = Rc::new(Cell::new(true));
            if *later != *value {
                let (value, alive) = (value.clone(), Rc::clone(&alive));
                browser::on_frame(move || {
                    if alive.get() {
                        later.set(value);
                    }
                });
            }
            move || alive.set(false)
        });
    }
    (*later).clone()
}
