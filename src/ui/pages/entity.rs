//! One entity on a page of its own, with its chain drawn alone beside it.

use yew::prelude::*;

use crate::{
    model::{Depth, EntityIx, EvidenceSet, Lang, LensIx},
    trace::Request,
    ui::{
        context::{Here, use_library},
        hooks::{use_extent, use_room},
        link::Go,
        map::{ChainMap, Staged, use_scene, use_trace},
        panel::{Level, entity_panel},
        share::Share,
    },
    view::{Address, Page, Query, scene::Frame},
    words,
};

/// Properties of [`EntityPage`].
#[derive(Properties, PartialEq)]
pub struct EntityProps {
    /// Which entity.
    pub entity: EntityIx,
    /// Where the reader is.
    pub here: Here,
    /// The language.
    pub lang: Lang,
}

/// One entity.
#[component]
pub fn EntityPage(props: &EntityProps) -> Html {
    let library = use_library();
    let EntityProps { entity, here, lang } = props;
    let (entity, lang) = (*entity, *lang);
    let catalog = &library.catalog;
    let table = words::of(lang);
    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let room = use_room();
    // The first lens that shows it.
    let lens = (0..catalog.lenses.len()).map(LensIx::from).find(|lens| catalog.lens(*lens).column_of(entity).is_some());
    let request = lens.map(|lens| Request {
        focus: entity,
        up: Depth::Steps(2),
        down: Depth::Steps(2),
        lens,
        year: None,
        evidence: EvidenceSet::ALL,
    });
    let trace = use_trace(&library, request);
    let frame = room.zip(extent).map(|(room, extent)| Frame { room, extent, museum: false });
    let staged = use_scene(&library, trace.clone(), lang, frame);
    let to_chain = Address {
        lang: here.lang,
        page: Page::Chain,
        query: Query {
            focus: Some(catalog.entity(entity).id.to_string()),
            lens: lens.filter(|lens| lens.0 > 0).map(|lens| catalog.lens(lens).id.to_string()),
            ..here.to_page(Page::Chain).query
        },
    };
    let to_walk = Address {
        page: Page::Walk(None),
        query: Query { up: Some(Depth::All), down: Some(Depth::All), ..to_chain.query.clone() },
        ..to_chain.clone()
    };
    let placed =
        catalog.entity(entity).place.as_ref().is_some_and(|place| place.position.is_some() || place.street.is_some());
    let to_places = Address {
        page: Page::Places,
        query: Query { focus: Some(catalog.entity(entity).id.to_string()), ..here.to_page(Page::Places).query },
        ..to_chain.clone()
    };
    html! {
        <main class="page entity-page" id="main">
            { entity_panel(&library, entity, lens.unwrap_or(LensIx(0)), here, lang, Level::Page) }
            <div class="entity-page__map" hidden={lens.is_none()}>
                <div class="plate" ref={place}>
                    if let Some((Staged { drawing, opening }, lens)) = staged.zip(lens) {
                        <ChainMap {drawing} {trace} {lens} {lang} here={here.clone()} {opening} embedded=true selects=false furnished=false edged=true />
                    }
                </div>
                <p class="take">
                    <Go class="btn" to={to_chain} {lang}>{ table.in_the_whole }</Go>
                    <Go class="btn" to={to_walk} {lang}>{ words::places(lang).walk_this }</Go>
                    if placed && catalog.map.is_some() {
                        <Go class="btn" to={to_places} {lang}>{ words::places(lang).map_label }</Go>
                    }
                    <Share {lang} />
                </p>
            </div>
        </main>
    }
}
