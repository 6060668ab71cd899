//! One module per page, and which part of the app holds which.

pub mod about;
pub mod chain;
pub mod check;
pub mod entity;
pub mod failed;
pub mod home;
pub mod list;
pub mod stories;
pub mod story;
pub mod unknown;

use yew::prelude::*;

use super::{
    context::{Here, Library},
    part::Part,
};
use crate::{
    model::{Lang, LensIx},
    trace::Request,
    view::{Address, Page, Query, View},
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

/// The part that the opening page needs: that page, and the map of the chain.
pub static FIRST: Part = Part { name: "first", other: FURTHER.name, holds: is_first, shown: first, broken: None };

/// The part with all other pages.
pub static FURTHER: Part = Part {
    name: "further",
    other: "first",
    holds: |library, here| !is_first(library, here),
    shown: further,
    broken: Some(failed::broken),
};

/// Whether the first part shows an address.
fn is_first(library: &Library, here: &Address) -> bool {
    match here.page {
        Page::Home => true,
        Page::Chain => here.query.view == View::Map && has_focus(library, &here.query),
        _ => false,
    }
}

/// Whether the focus of a query is something that the file knows; a query without one has no need of it.
fn has_focus(library: &Library, query: &Query) -> bool {
    query.focus.as_deref().is_none_or(|id| library.catalog.find(id).is_some())
}

/// The page of an address, whichever part holds it.
pub fn shown(library: &Library, here: &Here, lang: Lang) -> Html {
    if is_first(library, here) { first(library, here, lang) } else { further(library, here, lang) }
}

fn first(_: &Library, here: &Here, lang: Lang) -> Html {
    let here = here.clone();
    if here.page == Page::Home {
        html! { <home::Home {here} {lang} /> }
    } else {
        html! { <chain::Chain<false> {here} {lang} /> }
    }
}

/// Pages that need no hooks are plain functions.
fn further(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let unknown = |what: unknown::What| unknown::unknown(library, &what, here, lang);
    let here_again = here.clone();
    match &here.page {
        Page::Home | Page::Chain => match here.query.focus.as_deref().filter(|_| !has_focus(library, &here.query)) {
            Some(id) => unknown(unknown::What::Entity(id.to_owned())),
            None => html! { <chain::Chain<true> here={here_again} {lang} /> },
        },
        Page::Entity(id) => match catalog.find(id) {
            Some(entity) => html! { <entity::EntityPage {entity} here={here_again} {lang} /> },
            None => unknown(unknown::What::Entity(id.clone())),
        },
        Page::Stories => stories::stories(library, here, lang),
        Page::Story { id, step } => {
            let story =
                catalog.find_story(id).filter(|story| (*step as usize) <= catalog.stories[story.at()].steps.len());
            match story {
                Some(story) => html! { <story::StoryReader {story} step={*step} here={here_again} {lang} /> },
                None => unknown(unknown::What::Story(id.clone())),
            }
        }
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
        },
        Page::Entity(id) => name(id),
        Page::Stories => Some(table.stories.to_owned()),
        Page::Story { id, .. } => {
            catalog.find_story(id).map(|story| catalog.stories[story.at()].title.words(lang).to_owned())
        }
        Page::Check => Some(table.check_title.to_owned()),
        Page::About => Some(table.about_title.to_owned()),
        Page::Unknown(_) => None,
    };
    format!("{} · {site}", page.unwrap_or_else(|| table.not_found.to_owned()))
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
