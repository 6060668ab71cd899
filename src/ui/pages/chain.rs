//! The chain: lenses, search, map or list, the trace and its depth, and the panel of what is selected.

mod absent;
mod bar;
mod beside;
mod depth;
mod handle;
mod honours;

use std::rc::Rc;

use yew::prelude::*;

use self::{bar::Bar, beside::Beside};
use super::{
    PageProps, lens_of,
    list::{Listed, list},
    request_of,
};
use crate::{
    model::LensIx,
    trace::{Request, Trace},
    ui::{
        context::{Library, use_dispatch, use_library},
        hooks::{use_extent, use_window},
        map::{ChainMap, NARROWED, Opening, legend::Legend, use_drawing, use_trace},
        over::{asked, legend as over_legend, use_over},
        share::Share,
        text,
    },
    view::{
        Address, Query, View,
        drawing::{Drawing, ON_SCREEN, Room, Size, Wanted},
        over::Over,
        sheet::Sheet,
    },
    words,
};

/// The least scale at which a map opens: names stay large enough to read, on a phone as large as they are drawn.
pub(super) fn readable(room: Option<Room>) -> Opening {
    Opening::Readable(if room == Some(Room::Wide) { NARROWED } else { 1.0 })
}

/// Pixels of a window's height that bar, foot and frame take from a plate.
const AROUND: f32 = 140.0;

/// What of the lens is drawn: the chain alone, or the whole.
fn alone(library: &Library, query: &Query) -> Option<Request> {
    query.only.then(|| request_of(library, query)).flatten()
}

/// Through how many boxes of a drawing the cord is strung.
fn strung(over: &Over, drawing: &Drawing, trace: Option<&Trace>) -> usize {
    let lit = |entity| trace.is_none_or(|trace| trace.part(entity).is_lit());
    drawing.nodes.iter().filter(|node| lit(node.entity) && over.touches(node.entity)).count()
}

/// The chain page: the map, or its twin in words.
#[component]
pub fn Chain(props: &PageProps) -> Html {
    let library = use_library();
    let PageProps { here, lang } = props;
    let lang = *lang;
    let catalog = &library.catalog;
    let query = &here.query;
    let table = words::of(lang);
    let lens: LensIx = lens_of(&library, query);
    let request = request_of(&library, query);
    let only = alone(&library, query);
    let is_map = query.view == View::Map;

    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let window = use_window();
    let room = window.map(|(room, _)| room);
    // A whole lens is laid out for the window, not for the part of it that is free now: selecting something, which opens a panel,
    // must move nothing. A chain alone fills the room it has.
    let fill = match (only, window, extent) {
        (None, Some((_, window)), _) => Some((window.width, window.height - AROUND)),
        (_, _, Some(extent)) => Some((extent.width, extent.height)),
        _ => None,
    };
    let wanted = room.zip(fill).filter(|_| is_map).map(|(room, fill)| Wanted {
        lens,
        lang,
        room,
        size: if only.is_some() { Size::Chain } else { Size::Plate },
        fill,
        only,
        wrap: false,
        effort: ON_SCREEN,
    });
    let drawing = use_drawing(&library, wanted);
    let trace = use_trace(&library, request);
    let honour = query.honour.as_deref().map(|id| catalog.find_mark(id).ok_or(id));
    let mark = honour.and_then(Result::ok);
    let over = use_over(&library, asked(&library, lens, query));
    let dispatch = use_dispatch();

    let total = catalog.lens(lens).count();
    let named = match mark {
        // The list holds those who bear what is picked alone; on the map the others step back.
        Some(mark) if !is_map => Some(catalog.bearers_in(mark, lens)),
        _ => drawing.as_ref().map(|drawing| drawing.nodes.iter().filter(|node| !node.dot).count()),
    };
    let columns = catalog.lens(lens).columns.len();
    // A sheet covers the lower part of a phone's map, so that the focus is shown above it.
    let chosen = use_state_eq(|| None::<Sheet>);
    let on_sheet = use_callback(chosen.setter(), |next: Sheet, chosen| chosen.set(Some(next)));
    let sheet = window
        .filter(|(room, _)| *room == Room::Narrow)
        .map(|(_, window)| (chosen.unwrap_or_else(|| Sheet::first(window.height)), window.height));
    let covered = sheet.filter(|_| trace.is_some()).map_or(0.0, |(sheet, _)| sheet.covered());
    // The first lens is the plate of the file; every other one is titled by its own name.
    let plate = match (&catalog.site.plate, lens) {
        (Some(plate), LensIx(0)) => plate,
        _ => &catalog.lens(lens).name,
    };
    let base = Rc::new(Address { query: query.clone().unselected(), ..(**here).clone() });
    html! {
        <main class={classes!("page", "chain", request.is_some().then_some("chain--traced"), (!is_map).then_some("chain--list"))} id="main">
            <div class="chain__slip">
                if let Some(request) = request {
                    { depth::head(catalog.entity(request.focus).name.full.words(lang), query.only, lang, &dispatch) }
                } else {
                    <h1 tabindex="-1">{ text::text(catalog, plate, lang) }</h1>
                    <p class="chain__caption">{ words::count(table.in_folds, &[columns]) }</p>
                    <p class="chain__shown">{ words::count(table.shown_of, &[named.unwrap_or(total), total]) }</p>
                }
            </div>
            <div class="chain__main">
                <div key="bar"><Bar {base} {lens} {lang} /></div>
                <div key="honour">{ for honour.map(|honour| honours::picked(&library, lens, honour, lang, &dispatch)) }</div>
                <div key="absent">
                    { for request.and_then(|request| absent::note(&library, request.focus, lens, here, lang)) }
                    if total == 0 && request.is_none() { { absent::nothing(here, lang) } }
                </div>
                <div key="depth">{ for trace.iter().map(|trace| depth::bar(&library, trace, lang, &dispatch)) }</div>
                if is_map {
                    <div key="plate" class="plate chain__plate" hidden={total == 0}>
                        <div class="chain__map" ref={place}>
                            if let Some(drawing) = drawing.clone() {
                                <ChainMap
                                    {drawing}
                                    trace={trace.clone()}
                                    {lens}
                                    {lang}
                                    here={here.clone()}
                                    over={over.clone()}
                                    year={query.year}
                                    honour={mark}
                                    evidence={query.evidence()}
                                    opening={readable(room)}
                                    {covered}
                                />
                            }
                        </div>
                    </div>
                    <div key="foot" class="chain__foot" hidden={total == 0}>
                        { for over.iter().zip(&drawing).map(|(over, drawing)| over_legend(&library, over, strung(over, drawing, trace.as_deref()), lang)) }
                        if let Some(drawing) = drawing { <Legend {drawing} {lens} {lang} /> }
                    </div>
                } else {
                    if request.is_none() { <p key="take" class="take"><Share {lang} /></p> }
                    { list(Listed { library: &library, here, lang, lens, trace: trace.as_deref(), over: over.as_deref(), honour: mark, alone: only.is_some() }) }
                }
            </div>
            // A trace is shared from its panel.
            if is_map && request.is_none() { <p class="take chain__take"><Share {lang} /></p> }
            <Beside focus={request.map(|request| request.focus)} {lens} {sheet} {on_sheet} here={here.clone()} {lang} />
        </main>
    }
}
