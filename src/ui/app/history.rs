//! Keeps the history of the browser and the title of the document in step with the address.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::{
    model::Lang,
    ui::{
        browser::{self, Entry},
        context::{Dispatch, Here},
    },
    view::{Action, Address, Change, Page},
};

/// Keeps history, title and address in step: each follows the address, which follows the history, and none answers its own echo.
#[hook]
pub(super) fn use_history(address: &Here, lang: Lang, title: String, dispatch: &Dispatch) {
    let written = use_mut_ref(|| None::<Address>);
    {
        let (written, dispatch) = (Rc::clone(&written), dispatch.clone());
        use_effect_with((), move |()| {
            let listener = EventListener::new(&browser::window(), "popstate", move |_| {
                browser::forget_history();
                let here = browser::here();
                *written.borrow_mut() = Some(here.clone());
                dispatch.emit(Action::Go(Box::new(here)));
            });
            move || drop(listener)
        });
    }
    use_effect_with((Rc::clone(address), lang, title), move |(address, lang, title)| {
        let before = written.replace(Some((**address).clone()));
        // The first address is the one the reader came by; it is in the history already.
        let before = before.unwrap_or_else(|| (**address).clone());
        let change = before.change_to(address);
        let turned = before.page_without_step() != address.page_without_step();
        // An entry of the history takes the title that stands when it is left: the next one's title comes after the next entry.
        if change == Change::None {
            browser::leave_title(title.clone());
        } else {
            browser::leave_history(Entry {
                address: Rc::clone(address),
                lang: *lang,
                push: change == Change::Push,
                title: title.clone(),
            });
        }
        // The reader sees the answer first; then the browser keeps its books, which for some takes as long as a trace. A page that
        // is left is entered as it was, before another one is scrolled to its top.
        if turned {
            browser::on_frame(move || {
                browser::flush_history();
                browser::window().scroll_to_with_x_and_y(0.0, 0.0);
                browser::focus("main h1");
            });
        } else {
            browser::when_shown(browser::flush_history);
        }
    });
}

impl Address {
    /// The page with the step of a story left out: steps are turned without moving the keyboard focus.
    fn page_without_step(&self) -> Page {
        match &self.page {
            Page::Story { id, .. } => Page::Story { id: id.clone(), step: 1 },
            page => page.clone(),
        }
    }
}
