//! What items of all forms share: name, text, the entities they are about.

use yew::prelude::*;

use crate::{
    model::{EntityIx, Item, Lang},
    ui::{
        context::{Here, Library},
        link::Go,
        pane, panel, text,
    },
    view::Page,
};

/// The name of an item, as a link where it is about an entity.
pub(super) fn name(library: &Library, item: &Item, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    match (&item.name, item.entity) {
        (Some(name), Some(entity)) => link(library, entity, text::text(catalog, name, lang), here, lang),
        (Some(name), None) => text::text(catalog, name, lang),
        (None, Some(entity)) => link(library, entity, text::name(library, entity, lang), here, lang),
        (None, None) => html! { <span hidden=true /> },
    }
}

/// What is said of an item.
pub(super) fn said(library: &Library, item: &Item, lang: Lang) -> Html {
    item.text.as_ref().map_or_else(
        || html! { <span hidden=true /> },
        |said| html! { <p class="item__text">{ text::text(&library.catalog, said, lang) }</p> },
    )
}

fn link(library: &Library, entity: EntityIx, shown: Html, here: &Here, lang: Lang) -> Html {
    let to = here.to_page(Page::Entity(library.catalog.entity(entity).id.to_string()));
    html! { <Go {to} {lang}>{ shown }</Go> }
}

/// The entities that an item reaches, each behind its pane.
pub(super) fn reached(library: &Library, item: &Item, here: &Here, lang: Lang) -> Html {
    if item.entities.is_empty() {
        return html! { <span hidden=true /> };
    }
    html! {
        <ul class="plain reached">
            {
                for item.entities.iter().map(|entity| {
                    let shown = html! { <>{ pane::pane(library.catalog.stage_of(*entity), "reached__pane") }<span>{ text::name(library, *entity, lang) }</span></> };
                    html! { <li key={entity.0}>{ link(library, *entity, shown, here, lang) }</li> }
                })
            }
        </ul>
    }
}

/// What later sources say became of an item.
pub(super) fn later(library: &Library, item: &Item, lang: Lang) -> Html {
    if item.later.is_empty() {
        return html! { <span hidden=true /> };
    }
    html! {
        <div class="later">
            <h3>{ crate::words::plates(lang).later }</h3>
            { for item.later.iter().enumerate().map(|(key, claim)| html! { <div {key}>{ panel::said(library, claim, lang) }</div> }) }
        </div>
    }
}
