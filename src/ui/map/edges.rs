//! The edges of a map that may show a part of itself: each counts what is beyond it, and leads there. On a map without buttons that is
//! all that the edges would cut; on any other, what a trace lights.
//!
//! What is beyond them changes with every movement of the camera, so it is written to the document with that; `html!` says once that they
//! are hidden, and names nothing else that is written here.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::board::Board;
use crate::{
    model::Lang,
    ui::{browser, context::Shared, stage::Stage},
    view::{
        edges::{self, Beyond, EDGES, at_edge},
        emphasis::Emphasis,
    },
    words,
};

/// What the edges of a map tell of.
#[derive(Clone)]
pub(super) struct Edges {
    pub(super) board: Shared<Board>,
    pub(super) looks: Rc<Emphasis>,
    pub(super) lang: Lang,
    /// Whether what an edge would cut is not shown, but counted beyond it.
    pub(super) cuts: bool,
}

impl PartialEq for Edges {
    fn eq(&self, other: &Self) -> bool {
        let same = Rc::ptr_eq(&self.looks, &other.looks) && self.board == other.board;
        same && (self.lang, self.cuts) == (other.lang, other.cuts)
    }
}

/// Where nothing is left beyond an edge its sign goes: the focus on it goes to the sign across, else to the map's tab stop.
fn keep_focus(sign: &Element) {
    let is_gone = |sign: &Element| sign.has_attribute("hidden");
    let Some(frame) = sign.parent_element().filter(|_| is_gone(sign)) else { return };
    let across = EDGES.iter().position(|(side, _)| sign.get_attribute("data-edge").as_deref() == Some(side));
    let across = across.and_then(|at| frame.children().item((at as u32 + 2) % 4)).filter(|sign| !is_gone(sign));
    let stop = || frame.parent_element()?.query_selector("[data-entity][tabindex='0']").ok().flatten();
    if let Some(next) = across.or_else(stop) {
        browser::focus_on(&next);
    }
}

impl Edges {
    fn beyond(&self, stage: &Stage) -> Vec<Option<Beyond>> {
        let find = if self.cuts { edges::cut } else { edges::lit };
        find(&self.board.drawing, &self.looks, stage.seen(), stage.sheet())
    }

    /// The edges, hidden until [`Self::write`] fills them.
    pub(super) fn view(&self, stage: &Rc<RefCell<Stage>>, write: &Callback<()>) -> Html {
        let edge = |(at, (side, way)): (usize, (&'static str, (f32, f32)))| {
            let (edges, stage, write) = (self.clone(), Rc::clone(stage), write.clone());
            let onclick = Callback::from(move |event: MouseEvent| {
                let (_, nearest) = at_edge(&edges.beyond(&stage.borrow()), at);
                stage.borrow_mut().turn(way, nearest);
                write.emit(());
                if let Some(sign) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                    keep_focus(&sign);
                }
            });
            html! { <button key={side} type="button" class="map__edge" data-edge={side} hidden=true {onclick}></button> }
        };
        let class = classes!("map__edges", (!self.cuts).then_some("map__edges--within"));
        html! { <div {class}>{ for EDGES.into_iter().enumerate().map(edge) }</div> }
    }

    /// Writes to the document what is beyond the edges of a map's window.
    pub(super) fn write(&self, stage: &Stage, root: &Element) {
        let beyond = self.beyond(stage);
        // None of these calls fails for the elements we render ourselves.
        // Most of them stay as they are with every movement.
        let now: Vec<bool> = beyond.iter().map(Option::is_some).collect();
        let before = self.board.beyond.replace(now.clone());
        let changed: Vec<usize> = (0..now.len()).filter(|at| before.get(*at) != Some(&now[*at])).collect();
        if !changed.is_empty()
            && let Ok(nodes) = root.query_selector_all("[data-entity]")
        {
            for at in changed {
                if let Some(node) = nodes.item(at as u32).and_then(|node| node.dyn_into::<Element>().ok()) {
                    let _ = node.toggle_attribute_with_force("data-beyond", now[at]);
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
                let _ = edge.toggle_attribute_with_force("hidden", count == 0);
            }
        }
    }
}
