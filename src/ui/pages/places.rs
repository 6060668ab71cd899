//! The place map: the ground with everything that stands somewhere, street by street, and what cannot be set.

mod lists;

use yew::prelude::*;

use super::{PageProps, unknown};
use crate::{
    model::{EntityIx, Lang},
    ui::{
        context::{Shared, use_library},
        ground::GroundMap,
        share::Share,
    },
    view::ground::{self, Certainty},
    words,
};

/// How sure it is that somebody stands where the map has them, in words.
pub(super) fn how_sure(certainty: Certainty, lang: Lang) -> &'static str {
    let said = words::places(lang);
    match certainty {
        Certainty::Known => said.known,
        Certainty::ByNumber => said.by_number,
        Certainty::Area => said.area,
        Certainty::Outline => said.outlined,
    }
}

/// The place map, with everything that stands somewhere.
#[component]
pub fn Places(props: &PageProps) -> Html {
    let PageProps { here, lang } = props;
    let lang = *lang;
    let library = use_library();
    let catalog = &library.catalog;
    let ground = use_memo(library.clone(), |library| ground::of(&library.catalog).map(Shared::new));
    let asked = here.query.focus.as_deref();
    let focus: Option<EntityIx> = asked.and_then(|id| catalog.find(id));
    if let (Some(id), None) = (asked, focus) {
        return unknown::unknown(&library, &unknown::What::Entity(id.to_owned()), here, lang);
    }
    let Some(ground) = &*ground else {
        return lists::without_map(&library, here, lang);
    };
    let street = here.query.street.as_deref().map(|id| {
        let found =
            |row: &&ground::Street| catalog.map.as_ref().is_some_and(|map| map.shapes[row.shape].id.as_str() == id);
        ground.streets.iter().find(found).ok_or(id)
    });
    let said = words::places(lang);
    html! {
        <main class="page places" id="main">
            <div class="places__map">
                <GroundMap ground={ground.clone()} {lang} here={here.clone()} {focus} street={street.and_then(Result::ok).map(|row| row.shape)} />
            </div>
            <div class="places__side reading">
                <h1 tabindex="-1">{ words::of(lang).places }</h1>
                <p class="take"><Share {lang} /></p>
                if let Some(Err(id)) = street {
                    <p role="status">{ words::fill(said.unknown_street, &[id]) }</p>
                }
                if let Some(entity) = focus { { lists::card(&library, ground, entity, here, lang) } }
                if let Some(Ok(row)) = street { { lists::street(&library, ground, row, here, lang) } }
                { lists::all(&library, ground, here, lang) }
            </div>
        </main>
    }
}
