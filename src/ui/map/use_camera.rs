//! The camera of a chain map: how it opens, and what it moves for.

use std::{cell::RefCell, rc::Rc};

use web_sys::Element;
use yew::prelude::*;

use super::{
    edges::Edges,
    host::{ChainMapProps, Opening},
    written,
};
use crate::{
    layout::Direction,
    ui::{browser, context::Shared, hooks::use_printing, stage::Stage},
    view::{
        camera::Extent,
        drawing::Drawing,
        edges::SIGN,
        emphasis::{self, Emphasis},
        labels::Area,
    },
};

/// Pixels beside what is brought into sight, where no heads and no buttons stand.
const BARE: f32 = 14.0;
/// Pixels above and below it there, where the signs of the edges stand.
const SIGNS: f32 = SIGN + 4.0;
/// Pixels to the right of what is brought into sight, and below it, where the buttons of a furnished map stand.
const AFTER: (f32, f32) = (BARE, 50.0);

/// Brings a part of a map into sight.
fn show(stage: &mut Stage, drawing: &Drawing, furnished: bool, area: Area) {
    let (before, after) =
        if furnished { (written::margins(drawing.direction), AFTER) } else { ((BARE, SIGNS), (BARE, SIGNS)) };
    stage.show(area.corners(), before, after);
}

/// Brings a node with its name into sight.
pub(super) fn show_node(stage: &mut Stage, drawing: &Drawing, furnished: bool, at: usize, looks: &Emphasis) {
    show(stage, drawing, furnished, emphasis::name_area(drawing, at, looks.nodes[at]));
}

/// The camera, and what writes it to the document. A new drawing opens as its properties say; a trace moves the map as little as
/// brings all that is lit into sight, as far as there is room, and its focus always.
#[hook]
pub(super) fn use_camera(
    root: &NodeRef,
    window: Option<Extent>,
    props: &ChainMapProps,
    looks: &Rc<Emphasis>,
    focus: Option<usize>,
    edges: Option<Edges>,
) -> (Rc<RefCell<Stage>>, Callback<()>) {
    let stage = use_mut_ref(Stage::default);
    let opened = use_mut_ref(|| None::<Shared<Drawing>>);
    let drawing = &props.drawing;
    let (opening, furnished) = (props.opening, props.furnished);
    // The drawing of an edged map is made for its window, and comes before or after that has its new size.
    let edged = props.edged && cfg!(feature = "further");

    let write = {
        let (root, stage) = (root.clone(), Rc::clone(&stage));
        use_callback((drawing.clone(), edges.clone()), move |(), (drawing, edges)| {
            if let Some(element) = root.cast::<Element>() {
                let stage = stage.borrow();
                stage.write(&element);
                written::write(stage.seen(), &element, drawing);
                if let Some(edges) = edges.as_ref().filter(|_| cfg!(feature = "further")) {
                    edges.write(&stage, &element);
                }
            }
        })
    };
    {
        // A window that changed its size keeps the camera where it is.
        let (stage, write, root) = (Rc::clone(&stage), write.clone(), root.clone());
        use_effect_with((drawing.clone(), window), move |(drawing, window)| {
            let Some(window) = *window else { return };
            let mut stage = stage.borrow_mut();
            stage.measure(Extent { width: drawing.width, height: drawing.height }, window);
            stage.heads =
                if furnished && drawing.direction == Direction::Across { drawing.style.margin.1 } else { 0.0 };
            let known = opened.borrow().as_ref() == Some(drawing);
            match opening {
                _ if known && !edged && opening != Opening::Along => stage.pan(0.0, 0.0),
                Opening::Whole(most) => stage.fit(most),
                Opening::Along => {
                    let long = stage.along();
                    if let Some(map) = root.cast::<Element>().and_then(|root| root.parent_element()) {
                        browser::set_length(&map, "height", long);
                        // Until now a style sheet may have reserved room for it.
                        browser::set_length(&map, "min-height", 0.0);
                    }
                }
                Opening::Readable(least) => stage.open(least),
            }
            drop(stage);
            write.emit(());
            if !known {
                *opened.borrow_mut() = Some(drawing.clone());
                browser::mark_when_shown("map-ready", Vec::new());
            }
        });
    }
    {
        let (stage, looks, root) = (Rc::clone(&stage), Rc::clone(looks), root.clone());
        // Where the page scrolls, all of the map is in its window anyway. A panel that opens beside the map takes of its width; a
        // bar of the browser that comes and goes while one scrolls takes of its height, and must move nothing.
        let width = window.filter(|_| opening != Opening::Along).map(|window| window.width.to_bits());
        let height = window.filter(|_| edged).map(|window| window.height.to_bits());
        let dependencies = (drawing.clone(), focus, props.covered.to_bits(), width, height);
        use_effect_with(dependencies.clone(), move |(drawing, focus, covered, width, _)| {
            let mut stage = stage.borrow_mut();
            // No page of the opening part has a sheet.
            if cfg!(feature = "further") {
                let over = f32::from_bits(*covered);
                let above = root.cast::<Element>().filter(|_| over > 0.0).map_or(0.0, |map| browser::above_foot(&map));
                stage.covered = (over - above).max(0.0);
            }
            let (Some(at), Some(_)) = (*focus, *width) else { return };
            // Nothing of what opened whole is elsewhere.
            if edged && matches!(opening, Opening::Whole(_)) {
                return;
            }
            if let Some(span) = looks.span {
                show(&mut stage, drawing, furnished, span);
            }
            show_node(&mut stage, drawing, furnished, at, &looks);
        });
        let write = write.clone();
        use_effect_with((dependencies, edges), move |_| write.emit(()));
    }
    let on_print = {
        let stage = Rc::clone(&stage);
        use_callback(write.clone(), move |printing: bool, write| {
            let mut stage = stage.borrow_mut();
            if printing {
                stage.print_map();
            } else {
                stage.end_print();
            }
            drop(stage);
            write.emit(());
        })
    };
    use_printing(on_print);
    (stage, write)
}
