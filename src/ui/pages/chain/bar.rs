//! The bar over the map: lenses, map or list, search, year and evidence.

use yew::prelude::*;

use super::honours;
use crate::{
    model::{Catalog, Evidence, EvidenceSet, Lang, LensIx},
    ui::{
        context::{Dispatch, Here, Library, use_dispatch, use_library},
        over::{asked, sample},
        search_box::SearchBox,
        text,
    },
    view::{Action, View, over},
    words,
};

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// Where the reader is, with nothing selected: so the bar is not rendered anew with every trace.
    pub(super) base: Here,
    pub(super) lens: LensIx,
    pub(super) lang: Lang,
}

/// The bar over the map.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let BarProps { base: here, lens, lang } = props;
    let (lens, lang) = (*lens, *lang);
    let catalog = &library.catalog;
    let table = words::of(lang);
    let tabs = use_node_ref();
    use_effect_with((tabs.clone(), lens, lang), |(tabs, ..)| {
        if let Some(tabs) = tabs.cast::<web_sys::Element>() {
            show_chosen(&tabs);
        }
    });
    let to_view = |view: View| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::View(view)))
    };
    // With keys, so that a lens over which nothing can be laid leaves the others' buttons, and the focus on them, where they are.
    html! {
        <div class="bar">
            <div key="lenses" class="lenses" ref={tabs} role="group" aria-label={table.lens}>
                {
                    for catalog.lenses.iter().enumerate().map(|(place, record)| {
                        let id = (place > 0).then(|| record.id.to_string());
                        let dispatch = dispatch.clone();
                        let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::Lens(id.clone())));
                        html! {
                            <button key={record.id.to_string()} type="button" aria-pressed={(lens.at() == place).to_string()} {onclick}>
                                { text::text(catalog, &record.name, lang) }
                            </button>
                        }
                    })
                }
            </div>
            { for overs(&library, here, lens, lang, &dispatch) }
            <div key="views" class="views" role="group" aria-label={table.view}>
                <button type="button" aria-pressed={(here.query.view == View::Map).to_string()} onclick={to_view(View::Map)}>{ table.as_map }</button>
                <button type="button" aria-pressed={(here.query.view == View::List).to_string()} onclick={to_view(View::List)}>{ table.as_list }</button>
            </div>
            { sieve(catalog, here, lang, &dispatch) }
            <SearchBox key="search" here={here.clone()} {lang} />
        </div>
    }
}

/// Scrolls a row of tabs, and nothing else, until the chosen one is whole.
fn show_chosen(tabs: &web_sys::Element) {
    let Ok(Some(chosen)) = tabs.query_selector("[aria-pressed=true]") else { return };
    let (row, tab) = (tabs.get_bounding_client_rect(), chosen.get_bounding_client_rect());
    let (before, after) = (tab.left() - row.left(), tab.right() - row.right());
    let by = if before < 0.0 { before.floor() } else { after.ceil().max(0.0).min(before) };
    tabs.set_scroll_left(tabs.scroll_left() + by as i32);
}

/// What can be laid over the lens; `None` where the file has nothing.
fn overs(library: &Library, here: &Here, lens: LensIx, lang: Lang, dispatch: &Dispatch) -> Option<Html> {
    let catalog = &library.catalog;
    let table = words::overlays(lang);
    let offered = over::lenses(catalog, lens);
    if offered.is_empty() {
        return None;
    }
    let laid = asked(library, lens, &here.query).map(|laid| laid.over);
    let several = offered.len() > 1;
    let button = |over: &LensIx| {
        let record = catalog.lens(*over);
        let is_laid = laid == Some(*over);
        let next = (!is_laid).then(|| record.id.to_string());
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Over(next.clone()));
        let label = words::fill(table.lay_it, &[record.name.words(lang)]);
        html! {
            <button key={record.id.to_string()} type="button" aria-pressed={is_laid.to_string()} aria-label={label.clone()} title={label} {onclick}>
                { sample() }
                <span>{ table.lay_over }if several { { words::punctuation(lang).colon }{ text::text(catalog, &record.name, lang) } }</span>
            </button>
        }
    };
    Some(
        html! { <div key="overs" class="overs" role="group" aria-label={table.lay_over}>{ for offered.iter().map(button) }</div> },
    )
}

/// Year, evidence and honours, folded away until they are wanted.
fn sieve(catalog: &Catalog, here: &Here, lang: Lang, dispatch: &Dispatch) -> Html {
    let table = words::of(lang);
    let year = here.query.year;
    let on_year = dispatch.reform(|event: Event| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        Action::Year(field.value().trim().parse().ok())
    });
    let shown = here.query.evidence();
    let summary = match year {
        Some(year) => words::fill(table.as_of_year, &[&year.to_string()]),
        None => table.any_year.to_owned(),
    };
    html! {
        <details key="sieve" class="sieve">
            <summary>{ summary }</summary>
            <div class="sieve__box">
                <label>
                    { table.year_label }{ " " }
                    <input type="number" min="1" max="2100" inputmode="numeric" value={year.map(|year| year.to_string()).unwrap_or_default()} onchange={on_year} />
                </label>
                <fieldset>
                    <legend>{ table.evidence_shown }</legend>
                    {
                        for Evidence::ALL.into_iter().map(|class| {
                            let mut classes: Vec<Evidence> = shown.classes().filter(|other| *other != class).collect();
                            if !shown.has(class) {
                                classes.push(class);
                            }
                            let set = EvidenceSet::of(&classes);
                            let dispatch = dispatch.clone();
                            let onchange = Callback::from(move |_: Event| dispatch.emit(Action::Evidence(set)));
                            html! {
                                <label key={class.word()}>
                                    <input type="checkbox" checked={shown.has(class)} {onchange} />
                                    { " " }{ words::evidence(lang, class) }
                                </label>
                            }
                        })
                    }
                </fieldset>
                { for honours::choice(catalog, here, lang, dispatch) }
            </div>
        </details>
    }
}
