//! The timeline.

use yew::prelude::*;

use crate::{
    model::Lang,
    ui::{
        context::{Here, Library},
        text,
    },
    words,
};

/// The timeline: every event in the order of time.
pub fn time(library: &Library, _here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let mut events: Vec<_> = catalog.events.iter().filter(|event| event.date.is_some()).collect();
    crate::sorting::sort(&mut events, |a, b| {
        let key = |event: &crate::model::Event| event.date.as_ref().map(|dated| dated.date.sort_key());
        key(a).cmp(&key(b))
    });
    html! {
        <main class="page reading time" id="main">
            <h1 tabindex="-1">{ words::of(lang).time }</h1>
            if events.is_empty() { <p>{ words::times(lang).no_events }</p> }
            <ol>
                {
                    for events.into_iter().map(|event| html! {
                        <li key={event.id.to_string()}>
                            if let Some(dated) = &event.date { <span class="num">{ words::date(lang, &dated.date) }</span> }
                            { " " }{ text::text(catalog, &event.title, lang) }
                        </li>
                    })
                }
            </ol>
        </main>
    }
}
