//! The slideshow of a museum screen: timers that go on, a switch, and the return to the beginning when nobody is there.

use std::rc::Rc;

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::{
    model::Lang,
    ui::{browser, context::Here},
    view::show::{Happening, Show, afresh, is_elsewhere},
    words,
};

/// After so long without a touch nobody is there any more, in milliseconds.
const ALONE: u32 = 60_000;

/// The slideshow as the app holds it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Held(Show);

impl Reducible for Held {
    type Action = Happening;

    fn reduce(self: Rc<Self>, happening: Happening) -> Rc<Self> {
        Rc::new(Self(self.0.after(happening)))
    }
}

/// Whether an event happened at the switch, which speaks for itself.
fn is_switch(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("[data-show]").ok().flatten().is_some())
}

/// Runs a slideshow on a museum screen: `onwards` after so many milliseconds of this address, and back to where it was `opened` when it
/// was touched and left alone. Gives whether it plays, and what its switch does.
#[hook]
pub(in crate::ui::pages) fn use_show(
    opened: Option<&Here>,
    time: u32,
    here: &Here,
    onwards: &Callback<()>,
    lang: Lang,
) -> (bool, Callback<MouseEvent>) {
    let on = here.query.kiosk;
    let held = use_reducer(Held::default);
    let dispatcher = held.dispatcher();
    let show = held.0;
    let plays = on && show.plays();
    {
        let dispatcher = dispatcher.clone();
        use_effect_with(on, move |on| {
            let mut listeners = Vec::new();
            if *on {
                dispatcher.dispatch(Happening::Still(browser::media("(prefers-reduced-motion: reduce)")));
                for event in ["pointerdown", "keydown", "wheel"] {
                    let dispatcher = dispatcher.clone();
                    let options = EventListenerOptions::run_in_capture_phase();
                    listeners.push(EventListener::new_with_options(&browser::window(), event, options, move |event| {
                        if !is_switch(event) {
                            dispatcher.dispatch(Happening::Touched);
                        }
                    }));
                }
            }
            move || drop(listeners)
        });
    }
    {
        let onwards = onwards.clone();
        use_effect_with((plays, time, Rc::clone(here)), move |(plays, time, _)| {
            let timer = plays.then(|| Timeout::new(*time, move || onwards.emit(())));
            move || drop(timer)
        });
    }
    {
        let (dispatcher, opened) = (dispatcher.clone(), opened.cloned());
        // Where it did not play on to, somebody went by a touch, be it on a page before.
        let strayed = !plays && is_elsewhere(opened.as_deref(), here);
        let touched = on && (show.touches > 0 || strayed);
        // Every touch, and every address it leads to, begins the wait anew.
        use_effect_with((touched, show.touches, Rc::clone(here)), move |(touched, _, here)| {
            let here = Rc::clone(here);
            let timer = touched.then(|| {
                Timeout::new(ALONE, move || {
                    dispatcher.dispatch(Happening::LeftAlone);
                    browser::amend(&afresh(opened.as_deref(), &here), lang);
                })
            });
            move || drop(timer)
        });
    }
    let switch = use_callback((), move |_: MouseEvent, ()| dispatcher.dispatch(Happening::Switched));
    (plays, switch)
}

/// The switch: what it will do when it is pressed.
pub(super) fn switch(plays: bool, onclick: Callback<MouseEvent>, lang: Lang) -> Html {
    let said = words::tales(lang);
    html! {
        <button type="button" class="btn" data-show={if plays { "plays" } else { "waits" }} {onclick}>
            { if plays { said.pause } else { said.play } }
        </button>
    }
}
