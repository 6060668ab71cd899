//! Walks: the list of them, and one with its stops.

use yew::prelude::*;

use super::PageProps;
use crate::{
    model::Lang,
    ui::{
        context::{Here, Library, use_library},
        link::Go,
        text,
    },
    view::Page,
    words,
};

/// The list of walks.
pub fn walks(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    html! {
        <main class="page reading walks" id="main">
            <h1 tabindex="-1">{ words::of(lang).walks }</h1>
            <ul>
                {
                    for catalog.routes.iter().map(|route| html! {
                        <li key={route.id.to_string()}>
                            <Go to={here.to_page(Page::Walk(Some(route.id.to_string())))} {lang}>{ text::text(catalog, &route.name, lang) }</Go>
                        </li>
                    })
                }
            </ul>
        </main>
    }
}

/// One walk: that of the address, or the one along the trace of its focus.
#[component]
pub fn Walk(props: &PageProps) -> Html {
    let PageProps { here, lang } = props;
    let lang = *lang;
    let library = use_library();
    let catalog = &library.catalog;
    let route = match &here.page {
        Page::Walk(Some(id)) => catalog.find_route(id),
        _ => None,
    };
    html! {
        <main class="page reading walk" id="main">
            if let Some(route) = route {
                <h1 tabindex="-1">{ text::text(catalog, &route.name, lang) }</h1>
                <ol>
                    {
                        for route.stops.iter().enumerate().map(|(key, stop)| html! {
                            <li {key}>{ text::name(&library, stop.entity, lang) }</li>
                        })
                    }
                </ol>
            } else {
                <h1 tabindex="-1">{ words::of(lang).walks }</h1>
            }
        </main>
    }
}
