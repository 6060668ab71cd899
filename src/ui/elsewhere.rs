//! Ways out to other maps.

use yew::prelude::*;

use super::context::Library;
use crate::{
    model::{EntityIx, Lang},
    view::walk,
    words,
};

/// Where other maps show an entity.
pub fn elsewhere(library: &Library, entity: EntityIx, lang: Lang) -> Html {
    html! {
        <details>
            <summary>{ words::places(lang).elsewhere }</summary>
            <ul class="plain inline">
                { for walk::elsewhere(&library.catalog, entity, lang).into_iter().map(|(map, href)| html! { <li key={map}><a {href} rel="noopener noreferrer external">{ map }</a></li> }) }
            </ul>
        </details>
    }
}
