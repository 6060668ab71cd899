//! The edges of a map that may show a part of itself: each counts what is beyond it, and leads there.
//!
//! What is beyond them changes with every movement of the camera, so it is written to the document with that; no `html!` names what is
//! written here.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    model::Lang,
    ui::stage::Stage,
    view::{
        drawing::Drawing,
        edges::{EDGES, beyond},
        emphasis::Emphasis,
    },
    words,
};

/// The edges, empty until [`write`] fills them.
pub(super) fn edges(stage: &Rc<RefCell<Stage>>, write: &Callback<()>) -> Html {
    let edge = |(side, way): (&'static str, (f32, f32))| {
        let (stage, write) = (Rc::clone(stage), write.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            stage.borrow_mut().turn(way);
            write.emit(());
        });
        html! { <button key={side} type="button" class="map__edge" data-edge={side} {onclick}></button> }
    };
    html! { <div class="map__edges">{ for EDGES.into_iter().map(edge) }</div> }
}

/// Writes to the document what is beyond the edges of a map's window.
pub(super) fn write(stage: &Stage, root: &Element, drawing: &Drawing, looks: &Emphasis, lang: Lang) {
    let beyond = beyond(drawing, looks, stage.seen(), stage.sheet());
    // None of these calls fails for the elements we render ourselves.
    if let Ok(nodes) = root.query_selector_all("[data-entity]") {
        for (at, edge) in beyond.iter().enumerate() {
            let node = nodes.item(at as u32).and_then(|node| node.dyn_into::<Element>().ok());
            if let Some(node) = node {
                let _ = node.toggle_attribute_with_force("data-beyond", edge.is_some());
            }
        }
    }
    let Some(Ok(edges)) = root.parent_element().map(|map| map.query_selector_all("[data-edge]")) else { return };
    for at in 0..EDGES.len() {
        let Some(edge) = edges.item(at as u32) else { continue };
        let count = beyond.iter().filter(|edge| **edge == Some(at)).count();
        let said = if count == 0 { String::new() } else { words::count(words::tales(lang).beyond, &[count]) };
        edge.set_text_content(Some(&said));
    }
}
