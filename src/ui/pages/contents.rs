//! The table of contents: every page there is, each with a line on it.

use yew::prelude::*;

use crate::{
    model::Lang,
    ui::{
        context::{Here, Library},
        link::Go,
        text,
    },
    view::{Page, View},
    words,
};

/// The table of contents.
pub fn contents(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let (table, more) = (words::of(lang), words::further(lang));
    let said = |word: &str| html! { { word.to_owned() } };
    let mut entries = vec![
        (Page::Chain, View::Map, said(table.chain), said(more.chain_note)),
        (Page::Stories, View::Map, said(table.stories), said(more.stories_note)),
    ];
    for plate in &catalog.plates {
        let lead = plate.subtitle.as_ref().or(plate.lead.as_ref());
        let lead = lead.map_or_else(|| said(""), |lead| text::text(catalog, lead, lang));
        entries.push((Page::Plate(plate.id.to_string()), View::Map, text::text(catalog, &plate.title, lang), lead));
    }
    for (offered, page, word, note) in [
        (catalog.offers.map, Page::Places, table.places, more.places_note),
        (catalog.offers.routes, Page::Walks, table.walks, more.walks_note),
        (catalog.offers.events, Page::Time, table.time, more.time_note),
    ] {
        if offered {
            entries.push((page, View::Map, said(word), said(note)));
        }
    }
    entries.push((Page::Chain, View::List, said(table.list), said(more.list_note)));
    entries.push((Page::About, View::Map, said(table.about), said(more.about_note)));
    entries.push((Page::Check, View::Map, said(table.check), said(more.check_note_short)));
    html! {
        <main class="page reading contents" id="main">
            <h1 tabindex="-1">{ table.contents }</h1>
            <p class="lead">{ more.contents_note }</p>
            <ol class="contents__list">
                {
                    for entries.into_iter().enumerate().map(|(key, (page, view, name, note))| {
                        let mut to = here.to_page(page);
                        to.query.view = view;
                        html! { <li {key}><Go {to} {lang}><b>{ name }</b><span>{ note }</span></Go></li> }
                    })
                }
            </ol>
        </main>
    }
}
