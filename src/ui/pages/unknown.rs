//! What is shown where nothing stands: what was asked for, what is near it, and the way home.

use yew::prelude::*;

use crate::{
    check::near,
    model::Lang,
    sorting::sort,
    ui::{
        context::{Here, Library},
        link::Go,
        search_box::SearchBox,
        text,
    },
    view::{Address, Page},
    words,
};

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A page.
    Page(String),
    /// An entity.
    Entity(String),
    /// A story.
    Story(String),
    /// A plate.
    Plate(String),
    /// A walk.
    Walk(String),
}

/// The most near matches that are proposed.
const MOST: usize = 5;

/// The nearest of several ids: those that share a run of the asked one first, then those that are few changes away.
fn nearest<'a>(asked: &str, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let asked: String = asked.chars().take(60).map(|c| c.to_ascii_lowercase()).collect();
    let runs: Vec<&str> = asked.split(|c: char| !c.is_alphanumeric()).filter(|run| run.len() > 1).collect();
    let mut ranked: Vec<(usize, &str)> = ids
        .map(|id| {
            let shared = runs.iter().filter(|run| id.split('-').any(|part| part == **run)).count();
            (near::distance(&asked, id).saturating_sub(4 * shared), id)
        })
        .filter(|(far, id)| 2 * *far < id.len().max(asked.chars().count()))
        .collect();
    sort(&mut ranked, Ord::cmp);
    ranked.into_iter().take(MOST).map(|(_, id)| id.to_owned()).collect()
}

/// Nothing stands here.
pub fn unknown(library: &Library, what: &What, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let more = words::further(lang);
    let near: Vec<(Address, Html)> = match what {
        What::Page(asked) | What::Entity(asked) => {
            nearest(asked, catalog.entities.iter().map(|entity| entity.id.as_str()))
                .into_iter()
                .filter_map(|id| {
                    Some((here.to_page(Page::Entity(id.clone())), text::name(library, catalog.find(&id)?, lang)))
                })
                .collect()
        }
        What::Story(asked) => nearest(asked, catalog.stories.iter().map(|story| story.id.as_str()))
            .into_iter()
            .filter_map(|id| {
                let story = &catalog.stories[catalog.find_story(&id)?.at()];
                Some((here.to_page(Page::Story { id, step: 1 }), text::text(catalog, &story.title, lang)))
            })
            .collect(),
        What::Plate(_) => catalog
            .plates
            .iter()
            .map(|plate| (here.to_page(Page::Plate(plate.id.to_string())), text::text(catalog, &plate.title, lang)))
            .collect(),
        What::Walk(_) => catalog
            .routes
            .iter()
            .map(|route| (here.to_page(Page::Walk(Some(route.id.to_string()))), text::text(catalog, &route.name, lang)))
            .collect(),
    };
    let message = match what {
        What::Page(asked) => words::fill(more.unknown_page, &[asked]),
        What::Entity(asked) => words::fill(more.unknown_entity, &[asked]),
        What::Story(asked) => words::fill(more.unknown_story, &[asked]),
        What::Plate(asked) => words::fill(words::plates(lang).unknown_plate, &[asked]),
        What::Walk(asked) => words::fill(words::places(lang).unknown_walk, &[asked]),
    };
    html! {
        <main class="page reading" id="main">
            <h1 tabindex="-1">{ more.unknown_title }</h1>
            <p class="breaks">{ message }</p>
            if !near.is_empty() {
                <h2>{ more.near_matches }</h2>
                <ul class="plain near">
                    { for near.into_iter().enumerate().map(|(key, (to, name))| html! { <li {key}><Go {to} {lang}>{ name }</Go></li> }) }
                </ul>
            }
            <SearchBox here={here.clone()} {lang} />
            <p><Go class="btn btn--solid" to={here.to_page(Page::Home)} {lang}>{ more.go_home }</Go></p>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_matches_share_a_word_or_are_few_changes_away() {
        let ids = ["pan-xi", "pan-tang", "chen-tian-ji", "lian-xiang-lou"];
        assert_eq!(nearest("panxi", ids.into_iter()).first().map(String::as_str), Some("pan-xi"));
        assert_eq!(nearest("lian-xiang", ids.into_iter()).first().map(String::as_str), Some("lian-xiang-lou"));
        assert!(nearest("完全不同", ids.into_iter()).is_empty());
    }
}
