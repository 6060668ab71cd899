//! Drawings and traces for the present address, made anew only when what they depend on changes.

use yew::prelude::*;

use crate::{
    trace::{self, Request, Trace},
    ui::{
        ask::{self, Answer, Question},
        context::{Library, Shared},
    },
    view::drawing::{Drawing, Wanted},
};

/// The drawing of what is wanted; the former one until the new one is there, `None` before the first.
#[hook]
pub fn use_drawing(library: &Library, wanted: Option<Wanted>) -> Option<Shared<Drawing>> {
    let drawing = use_state(|| None::<Shared<Drawing>>);
    {
        let drawing = drawing.clone();
        use_effect_with((library.clone(), wanted), move |(library, wanted)| {
            let alive = std::rc::Rc::new(std::cell::Cell::new(true));
            if let Some(wanted) = wanted.clone() {
                let (library, alive) = (library.clone(), std::rc::Rc::clone(&alive));
                wasm_bindgen_futures::spawn_local(async move {
                    if let Answer::Drawn(made) = ask::ask(Question::Draw(library, wanted)).await
                        && alive.get()
                    {
                        drawing.set(Some(Shared::new(*made)));
                    }
                });
            }
            move || alive.set(false)
        });
    }
    (*drawing).clone()
}

/// The trace of a request.
#[hook]
pub fn use_trace(library: &Library, request: Option<Request>) -> Option<Shared<Trace>> {
    let made = use_memo((library.clone(), request), |(library, request)| {
        request.map(|request| Shared::new(trace::run(&library.catalog, request)))
    });
    (*made).clone()
}
