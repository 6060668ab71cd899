//! Walks: the list of them, and one with its stops.

mod left;
mod measure;
mod take;

use yew::prelude::*;

use self::measure::measure;
use super::{PageProps, places::how_sure, request_of};
use crate::{
    model::{Catalog, EntityIx, Lang, Text},
    trace,
    ui::{
        badge,
        context::{Here, Library, Shared, use_library},
        elsewhere::elsewhere,
        ground::GroundMap,
        link::Go,
        picture::Framed,
        text,
    },
    view::{
        Page,
        ground::{self, Certainty, Ground},
        walk,
    },
    words,
};

/// The list of walks.
pub fn walks(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    html! {
        <main class="page reading walks" id="main">
            <h1 tabindex="-1">{ words::of(lang).walks }</h1>
            <p class="lead">{ words::further(lang).walks_note }</p>
            if catalog.routes.is_empty() { <p>{ words::further(lang).nothing_here }</p> }
            <ul class="contents__list">
                {
                    for catalog.routes.iter().map(|route| {
                        let stops: Vec<EntityIx> = route.stops.iter().map(|stop| stop.entity).collect();
                        html! {
                            <li key={route.id.to_string()}>
                                <Go to={here.to_page(Page::Walk(Some(route.id.to_string())))} {lang}>
                                    <b>{ text::text(catalog, &route.name, lang) }</b>
                                    <span>
                                        { for measure(catalog, &stops, lang) }
                                        if route.planned { <em class="weak">{ words::plates(lang).planned }</em> }
                                    </span>
                                </Go>
                            </li>
                        }
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
    let said = words::places(lang);
    let route = match &here.page {
        Page::Walk(Some(id)) => catalog.find_route(id),
        _ => None,
    };
    let request = request_of(&library, &here.query).filter(|_| route.is_none());
    let along = use_memo((library.clone(), request), |(library, request)| {
        let catalog = &library.catalog;
        request.map(|request| walk::along(catalog, &trace::run(catalog, request))).unwrap_or_default()
    });
    let stops: Vec<(EntityIx, Option<&Text>)> = match route {
        Some(route) => route.stops.iter().map(|stop| (stop.entity, stop.text.as_ref())).collect(),
        None => along.stops.iter().map(|stop| (*stop, catalog.entity(*stop).summary.as_ref())).collect(),
    };
    let entities: Vec<EntityIx> = stops.iter().map(|(stop, _)| *stop).collect();
    let name = match (route, request) {
        (Some(route), _) => route.name.words(lang).to_owned(),
        (None, Some(request)) => words::fill(said.along, &[catalog.entity(request.focus).name.full.words(lang)]),
        (None, None) => words::of(lang).walks.to_owned(),
    };
    let map = use_memo((library.clone(), entities.clone()), |(library, stops)| {
        ground::of(&library.catalog).map(|map| Shared::new(map.walked(&library.catalog, stops)))
    });
    let on_map = (*map).as_ref().filter(|map| entities.iter().any(|stop| map.stand(*stop).is_some()));
    let story = route.and_then(|route| route.story).map(|story| &catalog.stories[story.at()]);
    html! {
        <main class={classes!("page", "reading", "walk", on_map.is_some().then_some("walk--mapped"))} id="main">
            <h1 tabindex="-1">{ name.clone() }</h1>
            if let Some(told) = route.and_then(|route| route.text.as_ref()) { <p class="lead">{ text::text(catalog, told, lang) }</p> }
            if route.is_some_and(|route| route.planned) { <p><em class="weak">{ words::plates(lang).planned }</em></p> }
            { for measure(catalog, &entities, lang).map(|said| html! { <p class="walk__measure">{ said }</p> }) }
            if stops.is_empty() { <p role="status">{ said.no_stops }</p> }
            if let Some(map) = on_map {
                <div class="walk__map"><GroundMap ground={map.clone()} {lang} here={here.clone()} walk={entities.clone()} embedded=true /></div>
                if map.way(&entities).len() > 1 { <p class="places__note walk__straight">{ said.straight }</p> }
            } else if map.is_some() && !stops.is_empty() {
                <p class="places__note walk__unmapped">{ unmapped(catalog, &entities, lang) }</p>
            }
            <ol class="stops">
                { for stops.iter().enumerate().map(|(place, (stop, told))| one_stop(&library, on_map, place, (*stop, *told), here, lang)) }
            </ol>
            if let Some(route) = route { { badge::rests_on(&library, route.evidence, &route.sources, lang) } }
            { for left::out(&library, &along.left, here, lang) }
            { take::along(catalog, &name, &entities, lang) }
            if let Some(story) = story {
                <p><Go to={here.to_page(Page::Story { id: story.id.to_string(), step: 1 })} {lang}>{ words::of(lang).stories }{ " · " }{ text::text(catalog, &story.title, lang) }</Go></p>
            }
            <p><Go class="btn" to={here.to_page(Page::Walks)} {lang}>{ words::of(lang).walks }</Go></p>
        </main>
    }
}

/// Why none of a walk's stops is on the map.
fn unmapped(catalog: &Catalog, stops: &[EntityIx], lang: Lang) -> &'static str {
    let said = words::places(lang);
    let all_off = stops.iter().all(|stop| walk::off_map(catalog, *stop).is_some());
    if all_off { said.all_off } else { said.none_set }
}

/// How sure it is that a stop is where the map has its number, or where else it is to be looked for; `None` where that is known.
fn spot(catalog: &Catalog, map: Option<&Shared<Ground>>, stop: EntityIx, lang: Lang) -> Option<String> {
    let said = words::places(lang);
    let stand = map.and_then(|map| map.stand(stop));
    let marked = |map: &Shared<Ground>| {
        let street = *map.streets_of(catalog, &[stop]).first()?;
        Some(words::fill(said.marked, &[catalog.map.as_ref()?.shapes[street].name.words(lang)]))
    };
    match (stand.map(|stand| stand.certainty), walk::off_map(catalog, stop)) {
        (Some(Certainty::Known), _) => None,
        (Some(certainty), _) => Some(how_sure(certainty, lang).to_owned()),
        (None, Some(metres)) => Some(words::fill(said.off_map, &[&format!("{:.0}", metres / 1000.0)])),
        (None, None) if walk::position(catalog, stop).is_some() => None,
        (None, None) => Some(map.and_then(marked).unwrap_or_else(|| said.no_position.to_owned())),
    }
}

/// A stop: its picture, name, address, what is to be seen, and where other maps show it.
fn one_stop(
    library: &Library,
    map: Option<&Shared<Ground>>,
    place: usize,
    (stop, told): (EntityIx, Option<&Text>),
    here: &Here,
    lang: Lang,
) -> Html {
    let catalog = &library.catalog;
    let record = catalog.entity(stop);
    let address = record.place.as_ref().and_then(|place| place.address.as_ref().or(place.area.as_ref()));
    html! {
        <li key={place} class="stop">
            <Framed picture={record.picture.clone()} column={catalog.stage_of(stop).cloned()} class="stop__pane" />
            <div>
                <h2><Go to={here.to_page(Page::Entity(record.id.to_string()))} {lang}>{ text::name(library, stop, lang) }</Go></h2>
                if let Some(told) = told { <p>{ text::text(catalog, told, lang) }</p> }
                <p class="stop__at">
                    if let Some(address) = address { { text::text(catalog, address, lang) } }
                    if let Some(spot) = spot(catalog, map, stop, lang) { <small>{ spot }</small> }
                </p>
                { elsewhere(library, stop, lang) }
            </div>
        </li>
    }
}
