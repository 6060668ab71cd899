//! The map's element: it listens, keeps the camera, and draws what it is given.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{
    board::{Board, Lights, Piece, PieceView},
    controls::controls,
    cord::Pointed,
    folds::heads,
    keys::{self, Key},
    use_camera::{show_node, use_camera},
};
use crate::{
    layout::Direction,
    model::{EntityIx, EvidenceSet, Lang, LensIx, MarkIx},
    trace::Trace,
    ui::{
        browser,
        context::{Here, Shared, use_dispatch, use_library},
        gestures::{Gestures, use_gestures},
        hooks::use_extent,
        link::is_plain,
    },
    view::{Action, Address, Query, camera::CLOSER, drawing::Drawing, emphasis, over::Over},
    words,
};

/// How a map opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Opening {
    /// Everything in sight, however small, and at no larger a scale than this.
    Whole(f32),
    /// As wide as the window and as long as that makes it: the page scrolls, not the map.
    Along,
    /// Everything where it is at least at this scale, else from its upper left corner at that scale.
    Readable(f32),
}

/// Properties of [`ChainMap`].
#[derive(Properties, PartialEq)]
pub struct ChainMapProps {
    /// What is drawn.
    pub drawing: Shared<Drawing>,
    /// What is lit.
    #[prop_or_default]
    pub trace: Option<Shared<Trace>>,
    /// The lens it was drawn through.
    pub lens: LensIx,
    /// The language.
    pub lang: Lang,
    /// Where the reader is; links of the map keep its lens, theme and data file.
    pub here: Here,
    /// What is laid over it.
    #[prop_or_default]
    pub over: Option<Shared<Over>>,
    /// The chain as of this year.
    #[prop_or_default]
    pub year: Option<i32>,
    /// The evidence that is shown.
    #[prop_or(EvidenceSet::ALL)]
    pub evidence: EvidenceSet,
    /// Those who bear honours of this kind, the rest stepping back.
    #[prop_or_default]
    pub honour: Option<MarkIx>,
    /// How it opens.
    pub opening: Opening,
    /// Whether it stands in a page that scrolls: then it takes the wheel only with Ctrl or while it has the focus.
    #[prop_or_default]
    pub embedded: bool,
    /// Pixels at the lower edge that a sheet covers.
    #[prop_or_default]
    pub covered: f32,
    /// Whether a click selects in place; otherwise it goes to the chain page.
    #[prop_or(true)]
    pub selects: bool,
    /// Whether heads of folds and controls are shown.
    #[prop_or(true)]
    pub furnished: bool,
}

/// The map.
#[component]
pub fn ChainMap(props: &ChainMapProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let root = use_node_ref();
    let window = use_extent(root.clone());
    let cursor = use_state_eq(|| None::<usize>);
    let spoken = use_state_eq(|| AttrValue::from(""));
    let ChainMapProps { drawing, trace, lens, lang, here, .. } = props;
    let catalog = &library.catalog;
    let table = words::of(*lang);

    let base = Rc::new(Address {
        lang: here.lang,
        page: crate::view::Page::Chain,
        query: Query { q: String::new(), ..here.query.clone() }.unselected(),
    });

    let looks = {
        let dependencies = (drawing.clone(), trace.clone(), props.year, props.evidence, props.honour);
        use_memo(dependencies, |(drawing, trace, year, evidence, honour)| {
            let is_without = |entity: EntityIx| {
                // The opening page picks nobody out, and so holds nothing of it.
                cfg!(feature = "further") && honour.is_some_and(|mark| !catalog.bears(entity, mark))
            };
            let absent_node = |at: usize| {
                let entity = drawing.nodes[at].entity;
                year.is_some_and(|year| !catalog.entity(entity).existed_in(year)) || is_without(entity)
            };
            let absent_line = |at: usize| {
                let line = &drawing.lines[at];
                let link = catalog.link(line.link);
                !evidence.has(line.evidence)
                    || year.is_some_and(|year| !link.held_in(year))
                    || is_without(link.from)
                    || is_without(link.to)
            };
            emphasis::of(drawing, trace.as_deref(), absent_node, absent_line)
        })
    };
    let focus_at =
        trace.as_ref().and_then(|trace| drawing.nodes.iter().position(|node| node.entity == trace.request.focus));
    let stop = cursor.or(focus_at).unwrap_or(0).min(drawing.nodes.len().saturating_sub(1));

    let lights = Lights { looks: Rc::clone(&looks), stop, over: props.over.clone() };
    // The base is compared by value: selecting something does not change where the links of the map lead.
    let board = {
        let lights = lights.clone();
        let dependencies = (library.clone(), drawing.clone(), *lens, *lang, Rc::clone(&base), props.furnished);
        use_memo(dependencies, |(library, drawing, lens, lang, base, furnished)| {
            Shared::new(Board::new(library, drawing, *lens, *lang, base, *furnished, lights))
        })
    };
    use_effect_with(((*board).clone(), lights), |(board, lights)| board.light(lights));

    let (stage, write) = use_camera(&root, window, props, &looks, focus_at);
    {
        let details = trace.as_ref().map(|trace| {
            let focus = catalog.entity(trace.request.focus).id.to_string();
            (focus, trace.up.shown(), trace.down.shown())
        });
        use_effect_with((drawing.clone(), details), |(_, details)| {
            if let Some((focus, up, down)) = details {
                browser::mark_when_shown(
                    "trace-done",
                    vec![("focus", focus.as_str().into()), ("up", (*up).into()), ("down", (*down).into())],
                );
            }
        });
    }

    let go_to = {
        let (root, stage, drawing, cursor, write) =
            (root.clone(), Rc::clone(&stage), drawing.clone(), cursor.clone(), write.clone());
        let (library, furnished) = (library.clone(), props.furnished);
        move |at: usize| {
            cursor.set(Some(at));
            show_node(&mut stage.borrow_mut(), &drawing, furnished, at, false);
            write.emit(());
            if let Some(map) = root.cast::<Element>() {
                browser::focus_pane(&map, library.catalog.entity(drawing.nodes[at].entity).id.as_str());
            }
        }
    };
    let select = {
        let (dispatch, base, selects, here) = (dispatch.clone(), Rc::clone(&base), props.selects, Rc::clone(here));
        move |id: String| {
            if selects {
                dispatch.emit(Action::Select(id));
            } else {
                let query = Query { focus: Some(id), ..base.query.clone() };
                dispatch.emit(Action::Go(Box::new(Address { query, page: crate::view::Page::Chain, lang: here.lang })));
            }
        }
    };
    let id_under = |event: &Event| {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        target.closest("[data-entity]").ok().flatten()?.get_attribute("data-entity")
    };

    let onclick = {
        let (stage, select) = (Rc::clone(&stage), select.clone());
        Callback::from(move |event: MouseEvent| {
            // A drag that ends on an entity is no click.
            let drag = stage.borrow_mut().pointers.ends_drag(event.detail());
            let Some(id) = id_under(&event) else { return };
            if drag {
                event.prevent_default();
            } else if is_plain(&event) {
                event.prevent_default();
                select(id);
            }
        })
    };
    let onkeydown = {
        let (stage, write, drawing, spoken) = (Rc::clone(&stage), write.clone(), drawing.clone(), spoken.clone());
        let (library, dispatch, go_to, select) = (library.clone(), dispatch.clone(), go_to.clone(), select.clone());
        let selects = props.selects;
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            // With Shift a digit key writes a sign; its place on the keyboard still tells the digit.
            let code = event.code();
            let key = code.strip_prefix("Digit").map_or_else(|| event.key(), str::to_owned);
            let Some(meaning) = keys::meaning(&drawing, stop, &key, event.shift_key(), event.alt_key()) else { return };
            event.prevent_default();
            match meaning {
                Key::Go(at) => go_to(at),
                Key::EndUp => spoken.set(table.end_up.into()),
                Key::EndDown => spoken.set(table.end_down.into()),
                Key::Select => select(library.catalog.entity(drawing.nodes[stop].entity).id.to_string()),
                Key::Clear => dispatch.emit(Action::Deselect),
                Key::Depth(up, down) if selects => {
                    for action in [up.map(Action::Up), down.map(Action::Down)].into_iter().flatten() {
                        dispatch.emit(action);
                    }
                }
                Key::Depth(..) => {}
                Key::Zoom(closer) => {
                    stage.borrow_mut().zoom(None, if closer { CLOSER } else { 1.0 / CLOSER });
                    write.emit(());
                }
            }
        })
    };

    let Gestures { onpointerdown, onpointermove, onpointerup, on_zoom, on_fit } =
        use_gestures(&root, &stage, &write, props.embedded);

    let columns = &catalog.lens(*lens).columns;
    let counts = [drawing.nodes.len(), drawing.lines.len(), columns.len()];
    let traced = trace.is_some();
    let keys_id = "map-keys";
    let extent = window.unwrap_or_default();
    html! {
        <div class={classes!("map", props.embedded.then_some("map--embedded"), traced.then_some("map--traced"), drawing.style.windows.then_some("map--windows"), (drawing.direction == Direction::Down).then_some("map--down"))}>
            <p class="visually-hidden" id="map-summary">{ words::count(table.map_summary, &counts) }</p>
            <div
                class="map__window"
                ref={root.clone()}
                data-view="map"
                role="group"
                aria-label={table.map_label}
                aria-describedby={if props.furnished { format!("map-summary {keys_id}") } else { "map-summary".to_owned() }}
                {onclick}
                {onkeydown}
                {onpointerdown}
                {onpointermove}
                onpointerup={onpointerup.clone()}
                onpointercancel={onpointerup}
            >
                <svg class="map__svg" width="100%" height="100%" focusable="false">
                    { definitions(drawing.direction == Direction::Across) }
                    <g data-part="camera">
                        <PieceView board={(*board).clone()} piece={Piece::All} />
                    </g>
                    if props.furnished {
                        { heads(&library, drawing, columns, *lang, traced.then_some(&looks.lit[..]), (extent.width, extent.height)) }
                    }
                </svg>
            </div>
            if let Some(over) = props.over.clone().filter(|_| cfg!(feature = "further")) {
                <Pointed {root} {over} lang={*lang} />
            }
            if props.furnished { { controls(*lang, &on_zoom, &on_fit, (keys_id, table.keys_text)) } }
            <p class="visually-hidden" role="status">{ (*spoken).clone() }</p>
        </div>
    }
}

/// Glows of lit panes at night, and the shade of a crease.
fn definitions(across: bool) -> Html {
    html! {
        <defs>
            {
                for (1..=7).map(|glass| html! {
                    <radialGradient key={glass} id={format!("glow{glass}")} class={format!("g{glass}")}>
                        <stop class="glow" offset="0" stop-opacity=".5" />
                        <stop class="glow" offset="1" stop-opacity="0" />
                    </radialGradient>
                })
            }
            <linearGradient id="crease" x1="0" y1="0" x2={if across { "1" } else { "0" }} y2={if across { "0" } else { "1" }}>
                <stop class="crease crease--dark" offset="0" />
                <stop class="crease" offset="1" />
            </linearGradient>
        </defs>
    }
}
