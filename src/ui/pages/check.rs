//! A curator without a terminal picks or drops a file and gets the same findings as from `curate check`, and its map.
//! Nothing leaves the browser.

mod findings;

use gloo::file::{File, futures::read_as_bytes};
use yew::prelude::*;

use super::PageProps;
use crate::{
    check::Finding,
    load,
    model::{EvidenceSet, Lang, LensIx},
    trace::Request,
    ui::{
        ask,
        context::{Here, Library, Loaded, Shared, use_library},
        hooks::{use_extent, use_room},
        map::{ChainMap, Opening, use_drawing, use_trace},
    },
    view::drawing::{ON_SCREEN, Size, Wanted},
    words,
};

/// What was read.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    Nothing,
    Reading,
    Unreadable(String),
    Read { reading: u32, name: String, findings: Vec<Finding>, library: Option<Library> },
}

/// The checker.
#[component]
pub fn Check(props: &PageProps) -> Html {
    let own = use_library();
    let PageProps { here, lang } = props;
    let lang = *lang;
    let table = words::of(lang);
    let more = words::further(lang);
    let outcome = use_state(|| Outcome::Nothing);
    let over = use_state_eq(|| false);
    let readings = use_mut_ref(|| 0_u32);
    let take = {
        let outcome = outcome.clone();
        Callback::from(move |file: web_sys::File| {
            let (outcome, readings, name) = (outcome.clone(), readings.clone(), file.name());
            *readings.borrow_mut() += 1;
            let reading = *readings.borrow();
            // What is too large is not even fetched into memory.
            if let Some(finding) = load::too_large(file.size() as u64) {
                outcome.set(Outcome::Read { reading, name, findings: vec![finding], library: None });
                return;
            }
            outcome.set(Outcome::Reading);
            wasm_bindgen_futures::spawn_local(async move {
                let read = read_as_bytes(&File::from(file)).await;
                // A file that took longer than one that was chosen after it is of no use.
                if *readings.borrow() != reading {
                    return;
                }
                let Ok(bytes) = read else { return outcome.set(Outcome::Unreadable(name)) };
                let (loaded, index) = ask::load(bytes).await;
                if *readings.borrow() != reading {
                    return;
                }
                let library = loaded.catalog.zip(index).map(|(catalog, index)| {
                    Shared::new(Loaded {
                        catalog,
                        index,
                        folder: String::new(),
                        findings: Vec::new(),
                        set_aside: loaded.set_aside,
                    })
                });
                outcome.set(Outcome::Read { reading, name, findings: loaded.findings, library });
            });
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                take.emit(file);
            }
            // So that the same file, mended, can be chosen again: without a change of the field there is no event.
            field.set_value("");
        })
    };
    let ondrop = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                take.emit(file);
            }
        })
    };
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    html! {
        <main class="page reading check" id="main">
            <h1 tabindex="-1">{ table.check_title }</h1>
            <p>{ more.check_note }</p>
            <div class={classes!("drop", (*over).then_some("drop--over"))} {ondrop} {ondragover} {ondragleave}>
                <label class="btn btn--solid drop__choose">
                    { more.choose_file }
                    <input class="visually-hidden" type="file" accept=".json,application/json" {onchange} />
                </label>
                <span>{ more.drop_here }</span>
            </div>
            {
                match &*outcome {
                    Outcome::Nothing => findings::report("", &own.findings, Some(&own), true, lang),
                    Outcome::Reading => html! { <p role="status">{ more.checking }</p> },
                    Outcome::Unreadable(name) => html! { <p role="alert">{ words::fill(more.unreadable, &[name]) }</p> },
                    Outcome::Read { reading, name, findings, library } => html! {
                        <>
                            { findings::report(name, findings, library.as_ref(), false, lang) }
                            if let Some(library) = library.clone() {
                                // Each reading has a map of its own: the drawing of one file says nothing of another one's catalog.
                                <ContextProvider<Library> key={*reading} context={library}>
                                    <h2>{ more.its_map }</h2>
                                    <Preview here={here.clone()} {lang} />
                                </ContextProvider<Library>>
                            }
                        </>
                    },
                }
            }
        </main>
    }
}

/// Properties of [`Preview`].
#[derive(Properties, PartialEq)]
struct PreviewProps {
    here: Here,
    lang: Lang,
}

/// The first view of the checked file.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let library = use_library();
    let PreviewProps { here, lang } = props;
    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let room = use_room();
    let start = library.catalog.site.start.as_ref();
    let lens = start.and_then(|start| start.lens).unwrap_or(LensIx(0));
    let request = start.map(|start| Request {
        focus: start.focus,
        up: start.up,
        down: start.down,
        lens,
        year: None,
        evidence: EvidenceSet::ALL,
    });
    let wanted = room.zip(extent).map(|(room, extent)| Wanted {
        lens,
        lang: *lang,
        room,
        size: Size::Plate,
        fill: (extent.width, extent.height),
        only: None,
        wrap: false,
        effort: ON_SCREEN,
    });
    let drawing = use_drawing(&library, wanted);
    let trace = use_trace(&library, request);
    html! {
        <div class="plate check__map" ref={place}>
            if let Some(drawing) = drawing {
                <ChainMap {drawing} {trace} {lens} lang={*lang} here={here.clone()} opening={Opening::Whole(1.0)} embedded=true selects=false />
            }
        </div>
    }
}
