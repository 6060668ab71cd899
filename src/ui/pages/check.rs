//! A curator without a terminal picks or drops a file, with its pictures or without, and gets the same findings as from
//! `curate check`, and its map. Nothing leaves the browser.

mod along;
mod chosen;
mod findings;
mod preview;

use yew::prelude::*;

use super::PageProps;
use crate::{
    check::pictures::FORMATS,
    ui::context::{Library, use_library},
    words,
};
use chosen::Reading;
use preview::Preview;

/// What was read.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    Nothing,
    /// Among what was chosen are so many data files, not one.
    NotOne(usize),
    Reading,
    Unreadable(String),
    Read(u32, Reading),
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
        Callback::from(move |files: Option<web_sys::FileList>| {
            let files = files.map(chosen::listed).unwrap_or_default();
            if files.is_empty() {
                return;
            }
            let (outcome, readings) = (outcome.clone(), readings.clone());
            *readings.borrow_mut() += 1;
            let reading = *readings.borrow();
            let (file, along) = match chosen::sorted(files) {
                Ok(sorted) => sorted,
                Err(count) => return outcome.set(Outcome::NotOne(count)),
            };
            outcome.set(Outcome::Reading);
            wasm_bindgen_futures::spawn_local(async move {
                let name = file.name();
                let read = chosen::read(file, along).await;
                // Files that took longer than those that were chosen after them are of no use.
                if *readings.borrow() == reading {
                    outcome.set(read.map_or(Outcome::Unreadable(name), |read| Outcome::Read(reading, read)));
                }
            });
        })
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            take.emit(field.files());
            // So that the same file, mended, can be chosen again: without a change of the field there is no event.
            field.set_value("");
        })
    };
    let ondrop = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            take.emit(event.data_transfer().and_then(|data| data.files()));
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
    // What the field offers to choose: data files, and the formats of pictures.
    let accepted = format!(".json,application/json,{}", FORMATS.map(|(end, _)| end).join(","));
    html! {
        <main class="page reading check" id="main">
            <h1 tabindex="-1">{ table.check_title }</h1>
            <p>{ more.check_note }</p>
            <div class={classes!("drop", (*over).then_some("drop--over"))} {ondrop} {ondragover} {ondragleave}>
                <label class="btn btn--solid drop__choose">
                    { more.choose_file }
                    <input class="visually-hidden" type="file" multiple=true accept={accepted} {onchange} />
                </label>
                <span>{ more.drop_here }</span>
            </div>
            {
                match &*outcome {
                    Outcome::Nothing => findings::report("", &own.findings, Some(&own), true, lang),
                    Outcome::Reading => html! { <p role="status">{ more.checking }</p> },
                    Outcome::NotOne(count) => html! { <p role="alert">{ words::count(more.not_one_file, &[*count]) }</p> },
                    Outcome::Unreadable(name) => html! { <p role="alert">{ words::fill(more.unreadable, &[name]) }</p> },
                    Outcome::Read(key, reading) => html! {
                        <>
                            { findings::report(&reading.name, &reading.findings, reading.library.as_ref(), false, lang) }
                            { along::along(reading, lang) }
                            if let Some(library) = reading.library.clone() {
                                // Each reading has a map of its own: the drawing of one file says nothing of another one's catalog.
                                <ContextProvider<Library> key={*key} context={library}>
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
