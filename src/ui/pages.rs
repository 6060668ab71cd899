//! One module per page, and which part of the app holds which.

pub mod about;
pub mod chain;
pub mod check;
pub mod contents;
pub mod entity;
pub mod failed;
pub mod home;
pub mod list;
#[cfg(feature = "further")]
mod misread;
pub mod places;
pub mod plate;
pub mod stories;
pub mod story;
pub mod time;
pub mod unknown;
pub mod walks;

use yew::prelude::*;

use super::{
    context::{Here, Library},
    part::Part,
};
use crate::{
    model::{Catalog, Lang, LensIx, StoryIx},
    trace::Request,
    view::{Address, Page, Query},
    words,
};

/// Properties of pages that are components.
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// Where the reader is.
    pub here: Here,
    /// The language.
    pub lang: Lang,
}

/// The part with the opening page.
pub static OPENING: Part = Part { name: "opening", shown: opening, broken: None };

/// The part with all other pages.
pub static FURTHER: Part = Part { name: "further", shown: further, broken: Some(failed::broken) };

// Parts are named here by words, not by their statics: a part that named another one's would hold all of its pages.

/// The name of the part that shows a file of which nothing can be used.
pub const BROKEN: &str = "further";

/// The name of the part that holds the page of an address.
pub fn part_of(here: &Address) -> &'static str {
    // On a museum screen the opening page is the list of stories.
    if here.page == Page::Home && !here.query.kiosk { "opening" } else { "further" }
}

/// The page of an address, whichever part holds it.
pub fn shown(library: &Library, here: &Here, lang: Lang) -> Html {
    if part_of(here) == OPENING.name { opening(library, here, lang, None) } else { further(library, here, lang, None) }
}

fn opening(_: &Library, here: &Here, lang: Lang, _: Option<&Here>) -> Html {
    html! { <home::Home here={here.clone()} {lang} /> }
}

/// A further page, and before it what of its address was not understood.
fn further(library: &Library, here: &Here, lang: Lang, opened: Option<&Here>) -> Html {
    #[cfg(feature = "further")]
    let note = misread::note(library, here, lang);
    #[cfg(not(feature = "further"))]
    let note = None::<Html>;
    // With keys, so that a page stays the same one when what was said of its address goes.
    html! {
        <>
            { for note }
            <key="page">{ further_page(library, here, lang, opened) }</>
        </>
    }
}

/// Pages that need no hooks are plain functions.
fn further_page(library: &Library, here: &Here, lang: Lang, opened: Option<&Here>) -> Html {
    let catalog = &library.catalog;
    let unknown = |what: unknown::What| unknown::unknown(library, &what, here, lang);
    let here_again = here.clone();
    let ghost = || here.query.focus.as_deref().filter(|id| catalog.find(id).is_none());
    let listed = || html! { <stories::Stories here={here.clone()} {lang} opened={opened.cloned()} /> };
    match &here.page {
        // A museum screen shows stories and nothing else.
        page if here.query.kiosk && !matches!(page, Page::Story { .. }) => listed(),
        // The opening page is another part's; a reader never comes here with it.
        Page::Home => opening(library, here, lang, None),
        Page::Chain => match ghost() {
            Some(id) => unknown(unknown::What::Entity(id.to_owned())),
            None => html! { <chain::Chain here={here_again} {lang} /> },
        },
        Page::Entity(id) => match catalog.find(id) {
            Some(entity) => html! { <entity::EntityPage {entity} here={here_again} {lang} /> },
            None => unknown(unknown::What::Entity(id.clone())),
        },
        Page::Stories => listed(),
        Page::Story { id, step } => {
            let story = told(catalog, id, *step);
            match story {
                Some(story) => {
                    html! { <story::StoryReader {story} step={*step} here={here_again} {lang} opened={opened.cloned()} /> }
                }
                None if here.query.kiosk => listed(),
                None => unknown(unknown::What::Story(id.clone())),
            }
        }
        Page::Plate(id) => match catalog.find_plate(id) {
            Some(shown) => plate::plate(library, shown, here, lang),
            None => unknown(unknown::What::Plate(id.clone())),
        },
        Page::Places => html! { <places::Places here={here_again} {lang} /> },
        Page::Time => time::time(library, here, lang),
        Page::Walks => walks::walks(library, here, lang),
        Page::Walk(Some(id)) if catalog.find_route(id).is_none() => unknown(unknown::What::Walk(id.clone())),
        // Along no chain there is nothing to walk; the walks of the file are offered instead.
        Page::Walk(None) if here.query.focus.is_none() => walks::walks(library, here, lang),
        Page::Walk(route) => match ghost().filter(|_| route.is_none()) {
            Some(id) => unknown(unknown::What::Entity(id.to_owned())),
            None => html! { <walks::Walk here={here_again} {lang} /> },
        },
        Page::Contents => contents::contents(library, here, lang),
        Page::Check => html! { <check::Check here={here_again} {lang} /> },
        Page::About => about::about(library, here, lang),
        Page::Unknown(path) => unknown(unknown::What::Page(path.clone())),
    }
}

/// The title of the document for an address.
pub fn title(library: &Library, here: &Address, lang: Lang) -> String {
    let catalog = &library.catalog;
    let table = words::of(lang);
    let site = catalog.site.title.words(lang);
    let name = |id: &str| catalog.find(id).map(|entity| catalog.entity(entity).name.full.words(lang).to_owned());
    let page = match &here.page {
        Page::Home => return site.to_owned(),
        Page::Chain => match here.query.focus.as_deref() {
            Some(id) => name(id).map(|name| words::fill(table.trace_title, &[&name])),
            None if here.query.view == crate::view::View::List => Some(table.list.to_owned()),
            None => Some(table.chain.to_owned()),
        }
        .map(|page| if cfg!(feature = "further") { in_lens(library, page, here, lang) } else { page }),
        Page::Entity(id) => name(id),
        Page::Stories => Some(table.stories.to_owned()),
        Page::Story { id, step } => {
            told(catalog, id, *step).map(|story| catalog.stories[story.at()].title.words(lang).to_owned())
        }
        Page::Plate(id) => catalog.find_plate(id).map(|plate| plate.title.words(lang).to_owned()),
        // The part with the opening page gives these, too, a title without what is selected.
        Page::Places if cfg!(feature = "further") => places_title(catalog, &here.query, lang),
        Page::Places => Some(table.places.to_owned()),
        Page::Time => Some(table.time.to_owned()),
        // The part with the opening page gives no walk a title, and so holds none of their words.
        Page::Walk(None) if cfg!(feature = "further") => match here.query.focus.as_deref() {
            Some(id) => name(id).map(|name| words::fill(words::places(lang).along, &[&name])),
            None => Some(table.walks.to_owned()),
        },
        Page::Walks | Page::Walk(None) => Some(table.walks.to_owned()),
        Page::Walk(Some(id)) => catalog.find_route(id).map(|route| route.name.words(lang).to_owned()),
        Page::Contents => Some(table.contents.to_owned()),
        Page::Check => Some(table.check_title.to_owned()),
        Page::About => Some(table.about_title.to_owned()),
        Page::Unknown(_) => None,
    };
    let page = page.unwrap_or_else(|| table.not_found.to_owned());
    // A file without a title goes by the word for its opening page, which says nothing beside another one.
    if site == table.home { page } else { format!("{page} · {site}") }
}

/// The title of the place map with what is selected there: an entity before a street. `None` where the file does not know that entity.
fn places_title(catalog: &Catalog, query: &Query, lang: Lang) -> Option<String> {
    let table = words::of(lang);
    let is_housed = |id: &str| {
        let mut places = catalog.entities.iter().filter_map(|entity| entity.place.as_ref());
        places.any(|place| place.street.as_ref().is_some_and(|street| street.as_str() == id))
    };
    let street = |id: &str| {
        let mut shapes = catalog.map.iter().flat_map(|map| &map.shapes);
        shapes.find(|shape| shape.id.as_str() == id && is_housed(id))
    };
    let selected = match (query.focus.as_deref(), query.street.as_deref().and_then(street)) {
        (Some(id), _) => Some(&catalog.entity(catalog.find(id)?).name.full),
        (None, street) => street.map(|street| &street.name),
    };
    let name = selected.map(|name| format!("{} · ", name.words(lang))).unwrap_or_default();
    Some(name + table.places)
}

/// A title of the chain page with its lens, where that is not the first; the whole of another lens goes by the name of that alone, as
/// its heading does.
fn in_lens(library: &Library, page: String, here: &Address, lang: Lang) -> String {
    let lens = lens_of(library, &here.query);
    let name = library.catalog.lens(lens).name.words(lang);
    match lens {
        LensIx(0) => page,
        _ if page == words::of(lang).chain => name.to_owned(),
        _ => format!("{page} · {name}"),
    }
}

/// The story of this id, if it has so many steps.
fn told(catalog: &Catalog, id: &str, step: u32) -> Option<StoryIx> {
    catalog.find_story(id).filter(|story| (step as usize) <= catalog.stories[story.at()].steps.len())
}

/// The lens of a query: the named one where there is one of that name, else the first.
pub fn lens_of(library: &Library, query: &Query) -> LensIx {
    query.lens.as_deref().and_then(|id| library.catalog.find_lens(id)).unwrap_or(LensIx(0))
}

/// The trace that a query asks for; `None` without a known focus.
pub fn request_of(library: &Library, query: &Query) -> Option<Request> {
    Some(Request {
        focus: library.catalog.find(query.focus.as_deref()?)?,
        up: query.up(),
        down: query.down(),
        lens: lens_of(library, query),
        year: query.year,
        evidence: query.evidence(),
    })
}
