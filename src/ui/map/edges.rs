//! The edges of a map that may show a part of itself: each counts what is beyond it, and leads there. On a map without buttons that is
//! all that the edges would cut; on any other, what a trace lights.
//!
//! What is beyond them changes with every movement of the camera, so it is written to the document with that; no `html!` names what is
//! written here.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    model::Lang,
    ui::{browser, context::Shared, stage::Stage},
    view::{
        drawing::Drawing,
        edges::{self, Beyond, EDGES, at_edge},
        emphasis::Emphasis,
    },
    words,
};

/// What the edges of a map tell of.
#[derive(Clone)]
pub(super) struct Edges {
    pub(super) drawing: Shared<Drawing>,
    pub(super) looks: Rc<Emphasis>,
    pub(super) lang: Lang,
    /// Whether what an edge would cut is not shown, but counted beyond it.
    pub(super) cuts: bool,
}

impl PartialEq for Edges {
    fn eq(&self, other: &Self) -> bool {
        let same = Rc::ptr_eq(&self.looks, &other.looks) && self.drawing == other.drawing;
        same && (self.lang, self.cuts) == (other.lang, other.cuts)
    }
}

impl Edges {
    fn beyond(&self, stage: &Stage) -> Vec<Option<Beyond>> {
        let find = if self.cuts { edges::cut } else { edges::lit };
        find(&self.drawing, &self.looks, stage.seen(), stage.sheet())
    }

    /// The edges, empty until [`Self::write`] fills them.
    pub(super) fn view(&self, stage: &Rc<RefCell<Stage>>, write: &Callback<()>) -> Html {
        let edge = |(at, (side, way)): (usize, (&'static str, (f32, f32)))| {
            let (edges, stage, write) = (self.clone(), Rc::clone(stage), write.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                let (_, nearest) = at_edge(&edges.beyond(&stage.borrow()), at);
                stage.borrow_mut().turn(way, nearest);
                write.emit(());
            });
            html! { <button key={side} type="button" class="map__edge" data-edge={side} {onclick}></button> }
        };
        let class = classes!("map__edges", (!self.cuts).then_some("map__edges--within"));
        html! { <div {class}>{ for EDGES.into_iter().enumerate().map(edge) }</div> }
    }

    /// Writes to the document what is beyond the edges of a map's window.
    pub(super) fn write(&self, stage: &Stage, root: &Element) {
        let beyond = self.beyond(stage);
        // None of these calls fails for the elements we render ourselves.
        if self.cuts && let Ok(nodes) = root.query_selector_all("[data-entity]") {
            for (at, beyond) in beyond.iter().enumerate() {
                let node = nodes.item(at as u32).and_then(|node| node.dyn_into::<Element>().ok());
                if let Some(node) = node {
                    let _ = node.toggle_attribute_with_force("data-beyond", beyond.is_some());
                }
            }
        }
        let Some(Ok(Some(frame))) = root.parent_element().map(|map| map.query_selector(".map__edges")) else { return };
        browser::set_length(&frame, "bottom", stage.covered);
        let edges = frame.children();
        for at in 0..EDGES.len() {
            let Some(edge) = edges.item(at as u32) else { continue };
            let (count, _) = at_edge(&beyond, at);
            let said = if count == 0 { String::new() } else { words::count(words::tales(self.lang).beyond, &[count]) };
            if edge.text_content().as_deref() != Some(&said) {
                edge.set_text_content(Some(&said));
            }
        }
    }
}
