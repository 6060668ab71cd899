//! What is not on the map: a focus that the lens does not hold, with where it is; or anything at all.

use yew::prelude::*;

use crate::{
    model::{EntityIx, Lang, LensIx},
    ui::{
        context::{Here, Library},
        link::Go,
        text,
    },
    view::{Address, Page, Query},
    words,
};

/// Says that nothing stands on this map, with the way to everything the file holds.
pub(super) fn nothing(here: &Here, lang: Lang) -> Html {
    html! {
        <p role="status" class="chain__absent">
            { words::further(lang).nothing_on_map }
            if !lang.is_chinese() { { " " } }
            <Go to={here.to_page(Page::Contents)} {lang}>{ words::of(lang).contents }</Go>
        </p>
    }
}

/// Says that an entity is not on this map, with the way to the first lens that holds it, or to its page where none does. `None`
/// where the lens holds it.
pub(super) fn note(library: &Library, focus: EntityIx, lens: LensIx, here: &Here, lang: Lang) -> Option<Html> {
    let catalog = &library.catalog;
    if catalog.lens(lens).column_of(focus).is_some() {
        return None;
    }
    let record = catalog.entity(focus);
    let holder = catalog.lenses.iter().enumerate().find(|(_, lens)| lens.column_of(focus).is_some());
    let (to, name) = match holder {
        Some((place, holder)) => {
            let lens = (place > 0).then(|| holder.id.to_string());
            let to = Address { query: Query { lens, ..here.query.clone() }, ..(**here).clone() };
            (to, text::text(catalog, &holder.name, lang))
        }
        None => (here.to_page(Page::Entity(record.id.to_string())), text::name(library, focus, lang)),
    };
    Some(html! {
        <p role="status" class="chain__absent">
            { words::fill(words::further(lang).not_on_map, &[record.name.full.words(lang)]) }
            if !lang.is_chinese() { { " " } }
            <Go {to} {lang}>{ name }</Go>
        </p>
    })
}
