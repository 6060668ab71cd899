//! What lies along a chain and is no stop of its walk, with the reason.

use yew::prelude::*;

use crate::{
    model::{EntityIx, Lang},
    ui::{
        context::{Here, Library},
        link::Go,
        text,
    },
    view::{Page, walk::Left},
    words,
};

/// Everything that was left out; `None` where that is nothing.
pub(super) fn out(library: &Library, left: &[(EntityIx, Left)], here: &Here, lang: Lang) -> Option<Html> {
    let catalog = &library.catalog;
    let said = words::places(lang);
    let row = |(entity, why): &(EntityIx, Left)| {
        let record = catalog.entity(*entity);
        let place = record.place.as_ref();
        let address = place.and_then(|place| place.address.as_ref().or(place.area.as_ref()));
        let why = match why {
            Left::Closed(end) => words::fill(said.closed, &[&words::date(lang, &end.from_a_start())]),
            Left::Planned => said.planned_only.to_owned(),
            Left::Elsewhere(metres) => words::fill(said.off_map, &[&format!("{:.0}", metres / 1000.0)]),
            Left::Unset => said.unknown_spot.to_owned(),
            Left::NoPlace => said.no_place.to_owned(),
        };
        html! {
            <li key={entity.0}>
                <Go to={here.to_page(Page::Entity(record.id.to_string()))} {lang}>{ text::name(library, *entity, lang) }</Go>
                <small>
                    { why }
                    if let Some(address) = address { { words::punctuation(lang).semicolon }{ text::text(catalog, address, lang) } }
                </small>
            </li>
        }
    };
    (!left.is_empty()).then(|| {
        html! {
            <section class="walk__left">
                <h2>{ said.left_out }</h2>
                <ul class="places__list">{ for left.iter().map(row) }</ul>
            </section>
        }
    })
}
