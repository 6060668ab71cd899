//! A trace drawn for its frame, as a step of a story or beside the page of an entity, and how its map opens.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::Opening;
use crate::{
    model::Lang,
    trace::Trace,
    ui::{
        ask::{self, Answer, Question},
        context::{Library, Shared},
    },
    view::{
        drawing::Drawing,
        scene::{Frame, Scene},
    },
};

/// A scene that is laid out.
#[derive(Clone, PartialEq)]
pub struct Staged {
    /// What is drawn.
    pub drawing: Shared<Drawing>,
    /// How its map opens.
    pub opening: Opening,
}

/// How the map of a scene opens. No name is set smaller than can be read; what does not fit is a touch away, but for a screen that
/// nobody may touch.
fn opening(scene: &Scene, frame: &Frame) -> Opening {
    if scene.is_whole() || frame.museum { Opening::Whole(scene.most) } else { Opening::Readable(scene.readable()) }
}

/// The scene of this trace in its frame; the former one until it is laid out, `None` before the first.
#[hook]
pub fn use_scene(library: &Library, trace: Option<Shared<Trace>>, lang: Lang, frame: Option<Frame>) -> Option<Staged> {
    let staged = use_state(|| None::<Staged>);
    {
        let staged = staged.clone();
        use_effect_with((library.clone(), trace, lang, frame), move |(library, trace, lang, frame)| {
            let alive = Rc::new(Cell::new(true));
            if let Some((frame, trace)) = frame.zip(trace.clone()) {
                let (library, lang, alive) = (library.clone(), *lang, Rc::clone(&alive));
                wasm_bindgen_futures::spawn_local(async move {
                    if let Answer::Staged(Some(scene)) = ask::ask(Question::Scene(library, trace, lang, frame)).await
                        && alive.get()
                    {
                        let opening = opening(&scene, &frame);
                        staged.set(Some(Staged { drawing: Shared::new(scene.drawing), opening }));
                    }
                });
            }
            move || alive.set(false)
        });
    }
    (*staged).clone()
}
