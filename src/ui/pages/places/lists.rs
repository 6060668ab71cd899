//! Beside the place map: what is selected, the houses of a street, and everybody else with a place.

use yew::prelude::*;

use super::how_sure;
use crate::{
    model::{EntityIx, Lang},
    ui::{
        context::{Here, Library},
        elsewhere::elsewhere,
        link::Go,
        pane::grid,
        picture::Framed,
        share::Share,
        text,
    },
    view::{
        Address, Page, Query,
        ground::{Certainty, Ground, Street},
    },
    words,
};

/// This page with another selection.
fn with(here: &Here, focus: Option<String>, street: Option<String>) -> Address {
    Address { query: Query { focus, street, ..here.query.clone() }, ..(**here).clone() }
}

/// A link that selects an entity on the map.
fn select(library: &Library, entity: EntityIx, here: &Here, lang: Lang) -> Html {
    let id = library.catalog.entity(entity).id.to_string();
    html! { <Go to={with(here, Some(id), here.query.street.clone())} {lang}>{ text::name(library, entity, lang) }</Go> }
}

/// What is selected: its picture, name, address, how sure its place is, and where else to look.
pub(super) fn card(library: &Library, ground: &Ground, entity: EntityIx, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::places(lang);
    let record = catalog.entity(entity);
    let place = record.place.as_ref();
    let address = place.and_then(|place| place.address.as_ref().or(place.area.as_ref()));
    let certainty = ground.stand(entity).map(|stand| stand.certainty);
    let certainty = certainty.or_else(|| ground.outline_of(catalog, entity).map(|_| Certainty::Outline));
    let page = here.to_page(Page::Entity(record.id.to_string()));
    html! {
        <section class="places__card" aria-live="polite">
            <Framed picture={record.picture.clone()} column={catalog.stage_of(entity).cloned()} class="stop__pane" />
            <div>
                <h2>{ text::name(library, entity, lang) }</h2>
                if let Some(address) = address { <p>{ text::text(catalog, address, lang) }</p> }
                <p><small>{ certainty.map_or(said.no_position, |certainty| how_sure(certainty, lang)) }</small></p>
                <p class="places__ways"><Go class="btn" to={page} {lang}>{ said.page }</Go></p>
                { elsewhere(library, entity, lang) }
            </div>
        </section>
    }
}

/// The houses of a street by number.
pub(super) fn street(library: &Library, ground: &Ground, row: &Street, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::places(lang);
    let Some(map) = &catalog.map else { return html! { <span hidden=true /> } };
    let shape = &map.shapes[row.shape];
    let drawn = ground.outlines.iter().any(|outline| outline.shape == row.shape);
    html! {
        <section class="places__street">
            <h2>{ text::text(catalog, &shape.name, lang) }</h2>
            if !drawn { <p><small>{ said.not_drawn }</small></p> }
            if let Some(note) = &shape.note { <p class="places__note">{ text::text(catalog, note, lang) }</p> }
            <ul class="houses">
                {
                    for row.houses.iter().map(|house| {
                        let number = catalog.entity(*house).place.as_ref().and_then(|place| place.number.as_deref());
                        html! {
                            <li key={house.0}>
                                <span class="houses__number num">{ number.unwrap_or("–") }</span>
                                <span>
                                    { select(library, *house, here, lang) }
                                    if number.is_none() { <small>{ said.no_number }</small> }
                                </span>
                            </li>
                        }
                    })
                }
            </ul>
            <p><Go class="btn" to={with(here, here.query.focus.clone(), None)} {lang}>{ said.all_streets }</Go></p>
        </section>
    }
}

/// Streets, and everybody who stands in none of them.
pub(super) fn all(library: &Library, ground: &Ground, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::places(lang);
    let Some(map) = &catalog.map else { return html! { <span hidden=true /> } };
    let in_street = |entity: EntityIx| ground.streets.iter().any(|row| row.houses.contains(&entity));
    let others: Vec<EntityIx> =
        ground.stands.iter().map(|stand| stand.entity).filter(|entity| !in_street(*entity)).collect();
    let list = |heading: &'static str, note: Option<&'static str>, rows: Vec<Html>| {
        html! {
            if !rows.is_empty() {
                <section>
                    <h2>{ heading }</h2>
                    if let Some(note) = note { <p class="places__note">{ note }</p> }
                    <ul class="places__list">{ for rows }</ul>
                </section>
            }
        }
    };
    let entry = |entity: EntityIx, after: Option<Html>| {
        html! { <li key={entity.0}>{ select(library, entity, here, lang) }if let Some(after) = after { <small>{ after }</small> }</li> }
    };
    let streets = ground.streets.iter().map(|row| {
        let shape = &map.shapes[row.shape];
        let id = shape.id.to_string();
        let current = here.query.street.as_deref() == Some(&id);
        html! {
            <li key={row.shape}>
                <Go to={with(here, None, Some(id))} {lang} {current}>{ text::text(catalog, &shape.name, lang) }</Go>
                <small class="num">{ words::count(said.houses, &[row.houses.len()]) }</small>
            </li>
        }
    });
    let beyond = ground.beyond.iter().map(|(entity, metres)| {
        entry(*entity, Some(html! { { words::fill(said.away, &[&format!("{:.1}", metres / 1000.0)]) } }))
    });
    let unset = ground.unset.iter().map(|entity| {
        let place = catalog.entity(*entity).place.as_ref();
        let address = place.and_then(|place| place.address.as_ref().or(place.area.as_ref()));
        entry(*entity, address.map(|address| text::text(catalog, address, lang)))
    });
    html! {
        <>
            { list(said.streets, None, streets.collect()) }
            { list(said.on_map, None, others.into_iter().map(|entity| entry(entity, None)).collect()) }
            { list(said.beyond, None, beyond.collect()) }
            { list(said.unset, Some(said.unset_note), unset.collect()) }
            <section>
                <h2>{ said.legend }</h2>
                <ul class="places__legend">
                    { for [("known", said.known), ("number", said.by_number), ("area", said.area)].into_iter().map(|(kind, word)| legend(kind, word)) }
                </ul>
            </section>
            if let Some(note) = &map.note {
                <p class="places__note">{ text::text(catalog, note, lang) }</p>
            }
        </>
    }
}

/// A mark of the map and what it means.
fn legend(kind: &'static str, word: &'static str) -> Html {
    html! {
        <li key={kind}>
            <svg viewBox="-20 -20 40 40" width="40" height="40" aria-hidden="true">
                <g class={format!("spot g5 spot--{kind}")}>
                    if kind == "area" { <circle class="spot__area" r="18" /> }
                    <g class="spot__pane" transform="translate(-11 -11) scale(.917)">{ grid(crate::model::Motif::Bars) }</g>
                </g>
            </svg>
            <span>{ word }</span>
        </li>
    }
}

/// A file that draws no map still has places.
pub(super) fn without_map(library: &Library, here: &Here, lang: Lang) -> Html {
    let placed = library.catalog.each_entity().filter(|(_, record)| record.place.is_some());
    html! {
        <main class="page reading places--plain" id="main">
            <h1 tabindex="-1">{ words::of(lang).places }</h1>
            <p class="take"><Share {lang} /></p>
            <ul class="places__list">
                {
                    for placed.map(|(entity, record)| {
                        let address = record.place.as_ref().and_then(|place| place.address.as_ref().or(place.area.as_ref()));
                        html! {
                            <li key={entity.0}>
                                <Go to={here.to_page(Page::Entity(record.id.to_string()))} {lang}>{ text::name(library, entity, lang) }</Go>
                                if let Some(address) = address { <small>{ text::text(&library.catalog, address, lang) }</small> }
                            </li>
                        }
                    })
                }
            </ul>
        </main>
    }
}
