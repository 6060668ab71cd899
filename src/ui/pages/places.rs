//! The place map.

use yew::prelude::*;

use super::PageProps;
use crate::{
    ui::{context::use_library, link::Go, text},
    view::Page,
    words,
};

/// The place map, with everything that stands somewhere.
#[component]
pub fn Places(props: &PageProps) -> Html {
    let PageProps { here, lang } = props;
    let lang = *lang;
    let library = use_library();
    let placed = library.catalog.each_entity().filter(|(_, record)| record.place.is_some());
    html! {
        <main class="page reading places" id="main">
            <h1 tabindex="-1">{ words::of(lang).places }</h1>
            <ul>
                {
                    for placed.map(|(entity, record)| html! {
                        <li key={record.id.to_string()}>
                            <Go to={here.to_page(Page::Entity(record.id.to_string()))} {lang}>{ text::name(&library, entity, lang) }</Go>
                        </li>
                    })
                }
            </ul>
        </main>
    }
}
