//! What the reader's clicks and keys do on a map.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{functional::UseStateSetter, prelude::*};

use super::{
    keys::{self, Key},
    use_camera::show_node,
};
use crate::{
    model::Lang,
    ui::{
        browser,
        context::{Dispatch, Here, Library, Shared},
        link::is_plain,
        stage::Stage,
    },
    view::{Action, Address, Query, camera::CLOSER, drawing::Drawing, emphasis::Emphasis},
    words,
};

/// What a click or a key takes hold of.
#[derive(Clone)]
pub(super) struct Hand {
    pub(super) library: Library,
    pub(super) drawing: Shared<Drawing>,
    /// How its pieces look.
    pub(super) looks: Rc<Emphasis>,
    pub(super) dispatch: Dispatch,
    /// The element of the map.
    pub(super) root: NodeRef,
    pub(super) stage: Rc<RefCell<Stage>>,
    /// Writes the camera to the document.
    pub(super) write: Callback<()>,
    /// Where links of the map lead, but for their focus.
    pub(super) base: Here,
    pub(super) lang: Lang,
    /// Whether something is selected in place; otherwise its chain is gone to.
    pub(super) selects: bool,
    pub(super) furnished: bool,
    /// Takes the node that keys have gone to.
    pub(super) cursor: UseStateSetter<Option<usize>>,
    /// Takes what is read out.
    pub(super) spoken: UseStateSetter<AttrValue>,
}

/// The entity of the pane that an event happened on.
fn id_under(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-entity]").ok().flatten()?.get_attribute("data-entity")
}

impl Hand {
    /// Follows a click; a drag that ends on an entity is none.
    pub(super) fn on_click(self) -> Callback<MouseEvent> {
        Callback::from(move |event: MouseEvent| {
            let drag = self.stage.borrow_mut().pointers.ends_drag(event.detail());
            let Some(id) = id_under(&event) else { return };
            if drag {
                event.prevent_default();
            } else if is_plain(&event) {
                event.prevent_default();
                self.select(id);
            }
        })
    }

    /// Follows a key, from the node that is the tab stop.
    pub(super) fn on_key(self, stop: usize) -> Callback<KeyboardEvent> {
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            // With Shift a digit key writes a sign; its place on the keyboard still tells the digit.
            let code = event.code();
            let key = code.strip_prefix("Digit").map_or_else(|| event.key(), str::to_owned);
            let meaning = keys::meaning(&self.drawing, stop, &key, event.shift_key(), event.alt_key());
            if let Some(meaning) = meaning {
                event.prevent_default();
                self.obey(meaning, stop);
            }
        })
    }

    fn obey(&self, key: Key, stop: usize) {
        let table = words::of(self.lang);
        match key {
            Key::Go(at) => self.go_to(at),
            Key::EndUp => self.spoken.set(table.end_up.into()),
            Key::EndDown => self.spoken.set(table.end_down.into()),
            Key::Select => self.select(self.id(stop).to_owned()),
            Key::Clear => self.dispatch.emit(Action::Deselect),
            Key::Depth(up, down) if self.selects => {
                for action in [up.map(Action::Up), down.map(Action::Down)].into_iter().flatten() {
                    self.dispatch.emit(action);
                }
            }
            Key::Depth(..) => {}
            Key::Zoom(closer) => {
                self.stage.borrow_mut().zoom(None, if closer { CLOSER } else { 1.0 / CLOSER });
                self.write.emit(());
            }
        }
    }

    fn id(&self, at: usize) -> &str {
        self.library.catalog.entity(self.drawing.nodes[at].entity).id.as_str()
    }

    /// Brings a node into sight and gives it the focus.
    fn go_to(&self, at: usize) {
        self.cursor.set(Some(at));
        show_node(&mut self.stage.borrow_mut(), &self.drawing, self.furnished, at, &self.looks);
        self.write.emit(());
        if let Some(map) = self.root.cast::<Element>() {
            browser::focus_pane(&map, self.id(at));
        }
    }

    /// Lights the trace of an entity, here or on the page of the chain.
    fn select(&self, id: String) {
        let deed = if self.selects {
            Action::Select(id)
        } else {
            let query = Query { focus: Some(id), ..self.base.query.clone() };
            Action::Go(Box::new(Address { query, ..(*self.base).clone() }))
        };
        self.dispatch.emit(deed);
    }
}
