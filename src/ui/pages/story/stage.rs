//! How a step is drawn, and how its map opens.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use crate::{
    model::Lang,
    trace::Request,
    ui::{
        ask::{self, Answer, Question},
        context::{Library, Shared},
        map::Opening,
    },
    view::{
        drawing::Drawing,
        scene::{Frame, Scene},
    },
};

/// A step that is laid out: what is drawn, and how its map opens.
#[derive(Clone, PartialEq)]
pub(super) struct Staged {
    pub(super) drawing: Shared<Drawing>,
    pub(super) opening: Opening,
}

/// How the map of a scene opens. No name is set smaller than can be read; what does not fit is a touch away, but for a screen that
/// nobody may touch.
fn opening(scene: &Scene, frame: &Frame) -> Opening {
    if scene.is_whole() || frame.museum { Opening::Whole(scene.most) } else { Opening::Readable(scene.readable()) }
}

/// The step of this request in its frame; the former one until it is laid out, `None` before the first.
#[hook]
pub(super) fn use_scene(library: &Library, request: Request, lang: Lang, frame: Option<Frame>) -> Option<Staged> {
    let staged = use_state(|| None::<Staged>);
    {
        let staged = staged.clone();
        use_effect_with((library.clone(), request, lang, frame), move |(library, request, lang, frame)| {
            let alive = Rc::new(Cell::new(true));
            if let Some(frame) = *frame {
                let (library, request, lang, alive) = (library.clone(), *request, *lang, Rc::clone(&alive));
                wasm_bindgen_futures::spawn_local(async move {
                    if let Answer::Staged(Some(scene)) = ask::ask(Question::Step(library, request, lang, frame)).await
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
