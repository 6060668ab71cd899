//! What this is and is not, every source with what rests on it, licences, and how to send a correction.

use std::iter::once;

use yew::prelude::*;

use crate::{
    model::{Catalog, EntityIx, Item, Lang, SourceIx},
    ui::{
        app::DATA,
        badge,
        context::{Here, Library},
        link::Go,
        text,
    },
    view::Page,
    words,
};

/// Where the build leaves the licence notices of third parties, from the base of the app.
const NOTICES: &str = "NOTICES.txt";

/// For each source: how many statements rest on it, and the entities they are about, in file order.
fn resting(catalog: &Catalog) -> Vec<(usize, Vec<EntityIx>)> {
    let mut out = vec![(0, Vec::new()); catalog.sources.len()];
    let mut note = |sources: &[SourceIx], about: &[EntityIx]| {
        for source in sources {
            let (count, entities): &mut (usize, Vec<EntityIx>) = &mut out[source.at()];
            *count += 1;
            for entity in about {
                if !entities.contains(entity) {
                    entities.push(*entity);
                }
            }
        }
    };
    for (ix, entity) in catalog.each_entity() {
        let claims = entity.facts.iter().chain(&entity.status).map(|claim| &claim.sources);
        let honours = entity.honours.iter().map(|honour| &honour.sources);
        let dates = entity.since.iter().chain(&entity.until);
        let dates = dates.flat_map(|date| once(&date.sources).chain(date.rivals.iter().map(|rival| &rival.sources)));
        let place = entity.place.iter().map(|place| &place.sources);
        for sources in claims.chain(honours).chain(dates).chain(place) {
            note(sources, &[ix]);
        }
    }
    for link in &catalog.links {
        note(&link.sources, &[link.from, link.to]);
    }
    for step in catalog.stories.iter().flat_map(|story| &story.steps) {
        note(&step.sources, &[step.focus]);
    }
    for event in &catalog.events {
        note(&event.sources, &event.entities);
    }
    for route in &catalog.routes {
        note(&route.sources, &[]);
        for stop in &route.stops {
            note(&stop.sources, &[stop.entity]);
        }
    }
    if let Some(map) = &catalog.map {
        note(&map.sources, &[]);
        for shape in &map.shapes {
            note(&shape.sources, shape.entity.as_slice());
        }
    }
    for plate in &catalog.plates {
        note(&plate.sources, &[]);
        for section in &plate.sections {
            note(&section.footing.sources, &[]);
            note_items(&section.items, &mut note);
        }
    }
    out
}

/// Notes what the items of a plate rest on, and what is said to have become of them.
fn note_items(items: &[Item], note: &mut impl FnMut(&[SourceIx], &[EntityIx])) {
    for item in items {
        note(&item.footing.sources, item.entity.as_slice());
        for claim in &item.later {
            note(&claim.sources, item.entity.as_slice());
        }
        note_items(&item.items, note);
    }
}

/// What this is.
pub fn about(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let site = &catalog.site;
    let table = words::of(lang);
    let more = words::further(lang);
    let resting = resting(&library.catalog);
    let licence = site.licence.as_ref().map(|licence| words::fill(more.data_licence, &[licence.name.words(lang)]));
    // A correction may tell who sent it: an address where others can read along is told, and the reader decides.
    let is_safe = |contact: &str| ["https:", "mailto:"].iter().any(|scheme| contact.starts_with(scheme));
    html! {
        <main class="page reading about" id="main">
            <h1 tabindex="-1">{ table.about_title }</h1>
            { for site.about.iter().enumerate().map(|(key, paragraph)| html! { <p {key}>{ text::text(catalog, paragraph, lang) }</p> }) }
            if let Some(readings) = &site.readings { <p>{ text::text(catalog, readings, lang) }</p> }
            if let Some(contact) = site.contact.as_deref() {
                if is_safe(contact) {
                    <p><a class="btn" href={contact.to_owned()} rel="noopener noreferrer">{ more.correction }</a></p>
                } else {
                    <p class="breaks">{ more.correction }{ words::punctuation(lang).colon }{ contact.to_owned() }</p>
                }
            } else {
                <p>{ words::fill(more.how_to_correct, &[here.query.data.as_deref().unwrap_or(DATA)]) }</p>
                <p>{ more.no_contact }</p>
            }
            <p><Go class="btn" to={here.to_page(Page::Check)} {lang}>{ table.check_title }</Go></p>
            <h2>{ more.licences_title }</h2>
            <p>{ more.code_licence }</p>
            if let Some(licence) = licence {
                <p>
                    if let Some(url) = site.licence.as_ref().and_then(|licence| licence.url.as_ref()) {
                        <a href={url.to_string()} rel="noopener noreferrer external">{ licence }</a>
                    } else { { licence } }
                </p>
            }
            <p>{ more.third_parties }{ " " }<a href={NOTICES}>{ more.notices }</a></p>
            <h2>{ more.sources_title }{ words::fill(words::punctuation(lang).brackets, &[&catalog.sources.len().to_string()]) }</h2>
            <ol class="sources">
                { for catalog.sources.iter().enumerate().map(|(place, _)| source(catalog, SourceIx::from(place), &resting[place], here, lang)) }
            </ol>
        </main>
    }
}

/// One source: title, publisher, nature, date, and what rests on it.
fn source(
    catalog: &Catalog,
    ix: SourceIx,
    (count, entities): &(usize, Vec<EntityIx>),
    here: &Here,
    lang: Lang,
) -> Html {
    let source = catalog.source(ix);
    let more = words::further(lang);
    html! {
        <li key={source.id.to_string()} id={format!("source-{}", source.id)}>
            { badge::source(catalog, ix, lang) }
            if let Some(note) = &source.note { <p>{ text::text(catalog, note, lang) }</p> }
            <details>
                <summary>{ words::count(more.rests_on_it, &[*count]) }</summary>
                <ul class="plain inline">
                    {
                        for entities.iter().map(|entity| {
                            let record = catalog.entity(*entity);
                            html! { <li key={entity.0}><Go to={here.to_page(Page::Entity(record.id.to_string()))} {lang}>{ text::text(catalog, &record.name.full, lang) }</Go></li> }
                        })
                    }
                </ul>
            </details>
        </li>
    }
}
