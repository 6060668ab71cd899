//! The opening page: title, the question, one chain as a river, and three doors: search, a story, a place to start.

mod behind;

use yew::prelude::*;

use self::behind::Behind;
use super::{
    PageProps, request_of,
    stories::{self, length, years},
};
use crate::{
    model::{Depth, Lang, Story},
    ui::{
        browser,
        context::{Here, Library, use_library},
        hooks::{use_extent, use_room},
        link::Go,
        map::{ChainMap, Opening, use_drawing, use_trace},
        picture::Framed,
        search_box::SearchBox,
        text,
    },
    view::{
        Page, Query,
        drawing::{ON_SCREEN, Room, Size, Wanted},
        pick,
    },
    words,
};

/// The opening page.
#[component]
pub fn Home(props: &PageProps) -> Html {
    let library = use_library();
    let PageProps { here, lang } = props;
    let lang = *lang;
    let catalog = &library.catalog;
    let site = &catalog.site;
    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let room = use_room();
    let query = start_query(&library);
    let request = request_of(&library, &query);
    // On a narrow page the river is as long as it needs to be, so its height is nothing to fill.
    let opening = if room == Some(Room::Wide) { Opening::Whole(1.0) } else { Opening::Along };
    let wanted = request.zip(room).zip(extent).map(|((request, room), extent)| Wanted {
        lens: request.lens,
        lang,
        room,
        size: Size::Windows,
        fill: (extent.width, if room == Room::Wide { extent.height } else { 0.0 }),
        only: Some(request),
        wrap: false,
        effort: ON_SCREEN,
    });
    let drawing = use_drawing(&library, wanted);
    let trace = use_trace(&library, request);
    // The day comes from the browser, after the page stands.
    let day = use_state_eq(|| None::<u32>);
    {
        let (day, clock) = (day.clone(), site.clock);
        use_effect_with(clock, move |clock| day.set(Some(browser::today(*clock))));
    }
    let other_title = site.title.0.iter().find(|spelling| (lang == Lang::En) == (spelling.tag != Lang::En.into()));
    html! {
        <main class="page home" id="main">
            <div class="home__title">
                <h1 tabindex="-1">{ text::text(catalog, &site.title, lang) }</h1>
                if let Some(other) = other_title { <p>{ text::spelling(catalog, other, lang) }</p> }
            </div>
            if let Some(question) = &site.tagline { <p class="home__question">{ text::text(catalog, question, lang) }</p> }
            <div class={classes!("home__river", drawing.is_none().then_some("home__river--waiting"))} ref={place}>
                if let (Some(Room::Wide), Some(extent), Some(request)) = (room, extent, request) {
                    <Behind lens={request.lens} {lang} {extent} />
                }
                if let (Some(drawing), Some(request)) = (drawing, request) {
                    // A map that is as long as its page is another one than that of a desk: a tablet may be turned.
                    <ChainMap key={u32::from(opening == Opening::Along)} {drawing} {trace} lens={request.lens} {lang} here={here.clone()} {opening} embedded=true selects=false furnished=false />
                }
            </div>
            { doors(&library, here, *day, lang) }
        </main>
    }
}

/// Search, a story, the pick of the day.
fn doors(library: &Library, here: &Here, day: Option<u32>, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let table = words::of(lang);
    let whole = here.to_page(Page::Chain);
    let picked =
        day.and_then(|day| pick::of_day(catalog, day)).or(catalog.site.start.as_ref().map(|start| start.focus));
    let focus = picked.map(|entity| catalog.entity(entity));
    let way = picked.map_or_else(Vec::new, |entity| pick::way_to(catalog, entity));
    let mut pick = here.to_page(Page::Chain);
    pick.query = Query {
        focus: focus.map(|focus| focus.id.to_string()),
        up: Some(Depth::All),
        down: Some(Depth::All),
        only: true,
        ..pick.query
    };
    let column = picked.and_then(|entity| catalog.stage_of(entity));
    html! {
        <section class="doors">
            <div class="doors__find">
                <h2>{ table.find_a_taste }</h2>
                <SearchBox here={here.clone()} {lang} />
                <p><Go class="btn btn--solid" to={whole} {lang}>{ table.unfold }</Go></p>
            </div>
            if let Some(story) = catalog.stories.first() { { story_door(library, story, here, lang) } }
            if let Some(focus) = focus {
                <Go class="door" to={pick} {lang}>
                    <Framed picture={focus.picture.clone()} column={column.cloned()} class="door__pane" />
                    <span>
                        <em>{ table.todays_pick }</em>
                        <b>{ text::text(catalog, &focus.name.full, lang) }</b>
                        if way.len() > 1 {
                            <small>{ way.iter().map(|step| catalog.entity(*step).name.label().words(lang)).collect::<Vec<_>>().join(" → ") }</small>
                        } else if let Some(summary) = &focus.summary {
                            <small>{ text::text(catalog, summary, lang) }</small>
                        }
                    </span>
                </Go>
            }
        </section>
    }
}

fn story_door(library: &Library, story: &Story, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let to = here.to_page(Page::Story { id: story.id.to_string(), step: 1 });
    html! {
        <Go class="door" {to} {lang}>
            <Framed picture={story.cover.clone()} column={stories::column(catalog, story).cloned()} class="door__pane" />
            <span>
                <em>{ words::of(lang).begin_with_story }</em>
                <b>{ text::text(catalog, &story.title, lang) }</b>
                <small>{ length(story, lang) }{ "　" }<span class="num">{ years(story) }</span></small>
            </span>
        </Go>
    }
}

/// The address of the first view of a file, as a chain alone.
fn start_query(library: &Library) -> Query {
    let catalog = &library.catalog;
    let start = catalog.site.start.as_ref();
    let focus = start.map(|start| start.focus).or_else(|| catalog.each_entity().map(|(entity, _)| entity).next());
    Query {
        focus: focus.map(|focus| catalog.entity(focus).id.to_string()),
        up: start.map(|start| start.up),
        down: start.map(|start| start.down),
        lens: start.and_then(|start| start.lens).map(|lens| catalog.lens(lens).id.to_string()),
        only: true,
        ..Query::default()
    }
}
