//! The place map on screen: a sketch of the ground, panes where entities stand, and names that fit at the present scale.
//!
//! As on the chain map, the camera lives outside the virtual document: the stage sets the transform of the whole and [`write`], so
//! that panes and names keep their size, the opposite scale of each; no `html!` names these attributes.

mod keys;
mod parts;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{
    browser,
    context::{Here, Shared, use_dispatch, use_library},
    gestures::{Gestures, use_gestures},
    hooks::{use_extent, use_printing},
    link::is_plain,
    map::controls,
    stage::Stage,
};
use crate::{
    model::{EntityIx, Lang},
    view::{
        Action, Address, Query,
        camera::{Camera, Extent, MapPoint},
        ground::{Ground, RUNG, Set, captions, is_far, opening, set, shift},
        pixels::{fine, held},
    },
    words,
};

/// The largest scale at which a street opens.
const CLOSE: f32 = 4.0;
/// The scale at which one place opens: with what is around it.
const ALONE: f32 = 2.4;
/// Pixels left and above of what is framed.
const BEFORE: (f32, f32) = (48.0, 48.0);
/// Pixels right and below: names stand to the right of their panes, and buttons at the lower edge.
const AFTER: (f32, f32) = (112.0, 72.0);

/// Properties of [`GroundMap`].
#[derive(Properties, PartialEq)]
pub struct GroundMapProps {
    /// The map.
    pub ground: Shared<Ground>,
    /// The language.
    pub lang: Lang,
    /// Where the reader is.
    pub here: Here,
    /// The selected entity.
    #[prop_or_default]
    pub focus: Option<EntityIx>,
    /// The picked street, as its index in the base map.
    #[prop_or_default]
    pub street: Option<usize>,
    /// The stops of a walk in order; empty: all are shown alike.
    #[prop_or_default]
    pub walk: Vec<EntityIx>,
    /// Whether it stands in a page that scrolls.
    #[prop_or_default]
    pub embedded: bool,
}

/// Writes to the document what keeps its size however near the map is seen.
fn write(scale: f32, root: &Element) {
    // None of these calls fails for the elements we render ourselves.
    let _ = root.set_attribute("data-level", if is_far(scale) { "far" } else { "middle" });
    if let Ok(still) = root.query_selector_all("[data-part=still]") {
        let opposite = format!("scale({})", fine(1.0 / scale));
        for place in 0..still.length() {
            if let Some(element) = still.item(place).and_then(|node| node.dyn_into::<Element>().ok()) {
                let _ = element.set_attribute("transform", &opposite);
            }
        }
    }
}

/// Shows what lies between two points, with room for names to the left of it, too, where the window has that.
fn frame(stage: &mut Stage, (from, to): (MapPoint, MapPoint), window: Extent) {
    let before = (held(window.width * 0.16, BEFORE.0, AFTER.0), BEFORE.1);
    stage.frame((from, to), before, AFTER, if from == to { ALONE } else { CLOSE });
}

/// The place map.
#[component]
pub fn GroundMap(props: &GroundMapProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let root = use_node_ref();
    let window = use_extent(root.clone());
    let stage = use_mut_ref(Stage::default);
    let framed = use_mut_ref(|| None::<usize>);
    let stood = use_mut_ref(|| None::<Camera>);
    let sized = use_mut_ref(|| None::<Extent>);
    let rung = use_state_eq(|| 0_i32);
    let cursor = use_state_eq(|| None::<usize>);
    let GroundMapProps { ground, lang, here, focus, street, walk, .. } = props;
    let (lang, focus, street) = (*lang, *focus, *street);

    let houses = street.and_then(|street| ground.streets.iter().find(|row| row.shape == street));
    let first: Vec<EntityIx> =
        focus.into_iter().chain(houses.iter().flat_map(|row| row.houses.iter().copied())).collect();
    let start = use_memo(
        (ground.clone(), library.clone(), lang, walk.clone(), window),
        |(ground, library, lang, walk, window)| opening(&library.catalog, ground, *lang, walk, (*window)?),
    );
    let names = {
        let sight = start.as_ref().filter(|start| start.rung == *rung).map(|start| start.sight);
        let dependencies = (ground.clone(), library.clone(), lang, *rung, first.clone(), walk.clone(), sight);
        use_memo(dependencies, |(ground, library, lang, rung, first, walk, sight)| {
            if !walk.is_empty() {
                return set(&library.catalog, ground, *lang, *rung, walk, *sight);
            }
            let beside = ground.stands.iter().map(|stand| (shift(stand), 0.0)).collect();
            Set { beside, names: captions(&library.catalog, ground, *lang, RUNG.powi(*rung), first) }
        })
    };

    let write_camera = {
        let (root, stage, rung) = (root.clone(), Rc::clone(&stage), rung.clone());
        use_callback((), move |(), ()| {
            if let Some(element) = root.cast::<Element>() {
                let stage = stage.borrow();
                stage.write(&element);
                write(stage.seen().scale, &element);
                // A little below the next rung is on it: the opening scale must not fall a hair short.
                rung.set(((stage.seen().scale * 1.001).ln() / RUNG.ln()).floor() as i32);
            }
        })
    };
    {
        // It opens once and frames a street when it is picked; a selected entity moves it as little as shows it. What nobody has moved
        // opens anew in another window.
        let (stage, write) = (Rc::clone(&stage), write_camera.clone());
        let dependencies = (ground.clone(), window, focus, street, Rc::clone(&start));
        use_effect_with(dependencies, move |(ground, window, focus, street, start)| {
            let Some(window) = *window else { return };
            let mut stage = stage.borrow_mut();
            stage.measure(ground.extent, window);
            let picked = framed.replace(*street) != *street;
            let before = sized.replace(Some(window));
            let first_time = before.is_none();
            let start = start.map(|start| start.camera);
            let is_unmoved = *stood.borrow() == Some(stage.camera);
            let anew = first_time || is_unmoved && before != Some(window);
            let selected = focus.and_then(|focus| ground.stand(focus)).map(|stand| stand.at);
            let along = street.and_then(|street| parts::around_street(ground, street));
            match (start, along, selected) {
                (Some(start), _, _) if first_time || is_unmoved => stage.camera = start,
                (None, Some(houses), _) if picked || anew => frame(&mut stage, houses, window),
                (None, None, Some(at)) if first_time => frame(&mut stage, (at, at), window),
                (None, None, None) if anew => stage.fit(1.0),
                _ => stage.pan(0.0, 0.0),
            }
            if first_time || picked || is_unmoved {
                *stood.borrow_mut() = Some(stage.camera);
            }
            if let Some(at) = selected {
                stage.show((at, at), BEFORE, AFTER);
            }
            drop(stage);
            write.emit(());
            if first_time {
                browser::mark_when_shown("map-ready", Vec::new());
            }
        });
    }
    {
        // Names that are new have no scale of their own yet.
        let write = write_camera.clone();
        use_effect_with(Rc::clone(&names), move |_| write.emit(()));
    }

    let on_print = {
        // A walk is printed with all its stops, whatever else with what is in sight.
        let stage = Rc::clone(&stage);
        use_callback((Rc::clone(&start), write_camera.clone()), move |printing: bool, (start, write)| {
            let mut stage = stage.borrow_mut();
            if printing {
                stage.print_window(|stage| stage.camera = start.map_or(stage.camera, |start| start.camera));
            } else {
                stage.end_print();
            }
            drop(stage);
            write.emit(());
        })
    };
    use_printing(on_print);

    let select = {
        let (dispatch, here) = (dispatch.clone(), Rc::clone(here));
        move |id: Option<String>, street: Option<String>| {
            let query = Query { focus: id, street, up: None, down: None, ..here.query.clone() };
            dispatch.emit(Action::Go(Box::new(Address { query, ..(*here).clone() })));
        }
    };
    let onclick = {
        let (stage, select, here) = (Rc::clone(&stage), select.clone(), Rc::clone(here));
        let embedded = props.embedded;
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let near = |of: &str| target.as_ref().and_then(|target| target.closest(of).ok().flatten());
            if stage.borrow_mut().pointers.ends_drag(event.detail()) {
                event.prevent_default();
            } else if let Some(id) = near("[data-entity]").and_then(|found| found.get_attribute("data-entity")) {
                // In a page of its own a pane is a link to that entity.
                if is_plain(&event) && !embedded {
                    event.prevent_default();
                    select(Some(id), here.query.street.clone());
                }
            } else if let (false, Some(id)) =
                (embedded, near("[data-street]").and_then(|found| found.get_attribute("data-street")))
            {
                select(None, Some(id));
            }
        })
    };
    // The keyboard comes in at what is selected, on a walk at its first stop.
    let way = ground.way(walk);
    let selected = focus.and_then(|focus| ground.stands.iter().position(|stand| stand.entity == focus));
    let stop = cursor.or(selected).or(way.first().copied()).unwrap_or(0);
    let show = {
        let (stage, write, ground, names) =
            (Rc::clone(&stage), write_camera.clone(), ground.clone(), Rc::clone(&names));
        move |at: usize| {
            let ((x, y), MapPoint { x: east, y: south }) = (names.beside[at], ground.stands[at].at);
            let mut stage = stage.borrow_mut();
            let scale = stage.camera.scale;
            let seen = MapPoint { x: east + x / scale, y: south + y / scale };
            stage.show((seen, seen), BEFORE, AFTER);
            drop(stage);
            write.emit(());
        }
    };
    let onfocusin = {
        let (show, ground, library) = (show.clone(), ground.clone(), library.clone());
        Callback::from(move |event: FocusEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            // Whoever comes by pointer sees it, and it must not move away from under the pointer.
            let by_key = target.filter(|target| target.matches(":focus-visible").unwrap_or_default());
            let entity = by_key.and_then(|pane| library.catalog.find(&pane.get_attribute("data-entity")?));
            if let Some(at) = entity.and_then(|entity| ground.stands.iter().position(|stand| stand.entity == entity)) {
                show(at);
            }
        })
    };
    let onkeydown = {
        let (stage, write, ground, root) = (Rc::clone(&stage), write_camera.clone(), ground.clone(), root.clone());
        let library = library.clone();
        let (street, embedded) = (here.query.street.clone(), props.embedded);
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let Some(meaning) = keys::meaning(&ground, &way, stop, &event.key()) else { return };
            match meaning {
                keys::Key::Go(at) => {
                    cursor.set(Some(at));
                    show(at);
                    if let Some(map) = root.cast::<Element>() {
                        browser::focus_pane(&map, library.catalog.entity(ground.stands[at].entity).id.as_str());
                    }
                }
                keys::Key::Zoom(factor) => stage.borrow_mut().zoom(None, factor),
                keys::Key::Fit => stage.borrow_mut().fit(1.0),
                keys::Key::Clear if !embedded => select(None, street.clone()),
                keys::Key::Clear => return,
            }
            event.prevent_default();
            write.emit(());
        })
    };
    let Gestures { onpointerdown, onpointermove, onpointerup, on_zoom, on_fit } =
        use_gestures(&root, &stage, &write_camera, props.embedded);
    let said = words::places(lang);
    html! {
        <div class={classes!("map", "ground", props.embedded.then_some("ground--embedded"), (!walk.is_empty()).then_some("ground--walk"))}>
            <div
                class="map__window"
                ref={root}
                data-view="places"
                role="group"
                aria-label={said.map_label}
                aria-describedby="ground-keys"
                {onclick}
                {onkeydown}
                {onfocusin}
                {onpointerdown}
                {onpointermove}
                onpointerup={onpointerup.clone()}
                onpointercancel={onpointerup}
            >
                <svg class="map__svg" width="100%" height="100%" focusable="false">
                    <g data-part="camera">
                        { parts::outlines(&library, ground, street, walk, props.embedded) }
                        { parts::way(ground, walk) }
                        { parts::captions(&names.names) }
                        if !walk.is_empty() { { parts::leaders(ground, walk, &names.beside) } }
                        { parts::panes(&library, ground, &names, &parts::Shown { focus, stop, walk, houses, here, lang, embedded: props.embedded }) }
                    </g>
                </svg>
            </div>
            { controls(lang, &on_zoom, &on_fit, ("ground-keys", if walk.is_empty() { said.keys_text } else { said.walk_keys })) }
            { parts::credit(&library, lang) }
        </div>
    }
}
