//! Scrolling through a story: the step at the reading line becomes the present one, and a step that is gone to comes to the line; where
//! one step stands alone, its head comes to the edge of the map.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    model::StoryIx,
    ui::browser,
    view::reading::{Run, Sight},
};

/// The upper edges of the steps in the page, and what is seen of it. Nothing while they are not there.
fn look(steps: &NodeRef, stage: &NodeRef) -> Option<(Vec<f32>, Sight)> {
    let (list, stage) = (steps.cast::<Element>()?, stage.cast::<Element>()?.get_bounding_client_rect());
    let (scrolled, inner) = (browser::window().scroll_y().unwrap_or(0.0), f64::from(browser::extent().height));
    let children = list.children();
    let tops = (0..children.length())
        .filter_map(|at| children.item(at))
        .map(|step| (step.get_bounding_client_rect().top() + scrolled) as f32)
        .collect();
    // The map stands beside the text, or covers the upper part of the window.
    let above = stage.left() < list.get_bounding_client_rect().right();
    let covered = if above { stage.bottom().clamp(0.0, inner) } else { 0.0 };
    let whole = browser::document().document_element().map_or(0.0, |root| f64::from(root.scroll_height()));
    let sight = Sight {
        scrolled: scrolled as f32,
        farthest: (whole - inner).max(0.0) as f32,
        covered: covered as f32,
        height: (inner - covered) as f32,
    };
    Some((tops, sight))
}

/// Follows the scrolling of a story while `on`: emits the step that has come to the reading line, and whether that is an entry of the
/// history, and scrolls to the present one when it was gone to in another way.
#[hook]
pub(super) fn use_scrolling(
    on: bool,
    story: StoryIx,
    at: usize,
    steps: &NodeRef,
    stage: &NodeRef,
    turn: &Callback<(usize, bool)>,
) {
    let present = use_mut_ref(|| at);
    *present.borrow_mut() = at;
    let latest = use_mut_ref(|| turn.clone());
    latest.replace(turn.clone());
    let run = use_mut_ref(Run::default);
    // A page that was just opened is scrolled to its head first; until then its scrolling says nothing.
    let ready = use_state_eq(|| false);
    {
        let ready = ready.clone();
        use_effect_with((on, story), move |(on, _)| {
            ready.set(false);
            let alive = Rc::new(Cell::new(*on));
            let still = Rc::clone(&alive);
            browser::on_frame(move || {
                browser::on_frame(move || {
                    if still.get() {
                        ready.set(true);
                    }
                });
            });
            move || alive.set(false)
        });
    }
    let active = on && *ready;
    {
        let (steps, stage, run) = (steps.clone(), stage.clone(), Rc::clone(&run));
        use_effect_with(active, move |active| {
            // The browser would go back to where the reader was when the entry was left, which may be at the step after it.
            if *active {
                browser::scroll_back(false);
            }
            let active = *active;
            let listener = active.then(|| {
                EventListener::new(&browser::window(), "scroll", move |event| {
                    run.borrow_mut().moves(event.time_stamp());
                    let Some((tops, sight)) = look(&steps, &stage) else { return };
                    let read = sight.step(&tops);
                    if present.replace(read) != read {
                        let entry = run.borrow_mut().comes_to(read);
                        let turn = latest.borrow().clone();
                        turn.emit((read, entry));
                    }
                })
            });
            move || {
                drop(listener);
                if active {
                    browser::scroll_back(true);
                }
            }
        });
    }
    let (steps, stage) = (steps.clone(), stage.clone());
    use_effect_with((active, at), move |(active, at)| {
        run.borrow_mut().shows(*at);
        if !*active {
            return;
        }
        if let Some((tops, sight)) = look(&steps, &stage)
            && sight.step(&tops) != *at
        {
            browser::window().scroll_to_with_x_and_y(0.0, f64::from(sight.scroll_to(&tops, *at)));
        }
    });
}

/// Between the map and the head of a step below it, in pixels.
const CLEAR: f64 = 12.0;

/// Where one step stands alone while `on`: a step that is turned to begins right below the map, however far the one before was read.
#[hook]
pub(super) fn use_heads(on: bool, story: StoryIx, at: usize, steps: &NodeRef, stage: &NodeRef) {
    use_effect_with(on, |on| {
        // The browser would go back to where the reader was in the entry that is gone to, which may be the midst of its step.
        let on = *on;
        if on {
            browser::scroll_back(false);
        }
        move || {
            if on {
                browser::scroll_back(true);
            }
        }
    });
    let shown = use_mut_ref(|| (story, at));
    let (steps, stage) = (steps.clone(), stage.clone());
    use_effect_with((on, story, at), move |(on, story, at)| {
        let before = shown.replace((*story, *at));
        if !on || before.0 != *story || before.1 == *at {
            return;
        }
        // The other steps are not drawn, so that the list begins with this one.
        if let (Some(steps), Some(stage)) = (steps.cast::<Element>(), stage.cast::<Element>()) {
            let (head, edge) = (steps.get_bounding_client_rect().top(), stage.get_bounding_client_rect().bottom());
            browser::window().scroll_by_with_x_and_y(0.0, head - edge - CLEAR);
        }
    });
}
