//! What is shown where nothing stands: what was asked for, what is near it, and the way home.

use yew::prelude::*;

use crate::{
    check::near,
    model::{Catalog, EntityIx, Lang},
    search::fold::Fold,
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
    let mut ranked: Vec<(usize, usize, &str)> = ids
        .map(|id| {
            let shared = runs.iter().filter(|run| id.split('-').any(|part| part == **run)).count();
            let far = near::distance(&asked, id);
            (far.saturating_sub(4 * shared), far, id)
        })
        .filter(|(rank, _, id)| 2 * *rank < id.len().max(asked.chars().count()))
        .collect();
    sort(&mut ranked, Ord::cmp);
    ranked.into_iter().take(MOST).map(|(.., id)| id.to_owned()).collect()
}

/// Pages by the word of their path that is near the asked one, and how they are called.
fn pages(asked: &str, here: &Here, lang: Lang) -> Vec<(Address, Html)> {
    let table = words::of(lang);
    let known = [
        ("chain", Page::Chain, table.chain),
        ("stories", Page::Stories, table.stories),
        ("places", Page::Places, table.places),
        ("time", Page::Time, table.time),
        ("walks", Page::Walks, table.walks),
        ("contents", Page::Contents, table.contents),
        ("check", Page::Check, table.check),
        ("about", Page::About, table.about),
    ];
    let first = asked.split('/').next().unwrap_or_default().to_ascii_lowercase();
    let page = near::nearest(&first, known.iter().map(|(word, ..)| *word));
    let near = known.into_iter().filter(|(word, ..)| *word == first || Some(*word) == page);
    near.map(|(_, page, name)| (here.to_page(page), Html::from(name))).collect()
}

/// Entities with the asked text in one of their names, those of that very name first.
fn called(catalog: &Catalog, asked: &str) -> Vec<EntityIx> {
    let fold = Fold::default();
    let asked = fold.apply(asked);
    let more = |entity: &EntityIx| {
        let name = &catalog.entity(*entity).name;
        let others = name.aliases.iter().chain(name.former.iter().map(|former| &former.name));
        let spellings = name.full.0.iter().chain(others.map(|other| &other.spelling));
        let folded = spellings.map(|spelling| fold.apply(&spelling.text));
        folded.filter(|text| text.contains(&asked)).map(|text| text.len() - asked.len()).min()
    };
    let all = catalog.each_entity().map(|(entity, _)| entity);
    let mut found: Vec<_> = all.filter_map(|entity| Some((more(&entity)?, entity))).collect();
    sort(&mut found, Ord::cmp);
    // One letter stands in any name.
    let most = if asked.len() > 1 { MOST } else { 0 };
    found.into_iter().take(most).map(|(_, entity)| entity).collect()
}

/// Entities with ids near the asked one, or else those of such a name.
fn entities(library: &Library, asked: &str, here: &Here, lang: Lang) -> Vec<(Address, Html)> {
    let catalog = &library.catalog;
    let asked = asked.rsplit('/').next().unwrap_or_default();
    let near = nearest(asked, catalog.entities.iter().map(|entity| entity.id.as_str()));
    let mut found: Vec<EntityIx> = near.iter().filter_map(|id| catalog.find(id)).collect();
    if found.is_empty() {
        found = called(catalog, asked);
    }
    let row = |entity: EntityIx| {
        let id = catalog.entity(entity).id.to_string();
        (here.to_page(Page::Entity(id)), text::name(library, entity, lang))
    };
    found.into_iter().map(row).collect()
}

/// The story that a path names, or those whose ids are near, each at its beginning.
fn stories(library: &Library, asked: &str, here: &Here, lang: Lang) -> Vec<(Address, Html)> {
    let catalog = &library.catalog;
    nearest(asked, catalog.stories.iter().map(|story| story.id.as_str()))
        .into_iter()
        .filter_map(|id| {
            let story = &catalog.stories[catalog.find_story(&id)?.at()];
            Some((here.to_page(Page::Story { id, step: 1 }), text::text(catalog, &story.title, lang)))
        })
        .collect()
}

/// What is near a path that is no page: the story of a step that is no number, else pages, else entities.
fn anything(library: &Library, asked: &str, here: &Here, lang: Lang) -> Vec<(Address, Html)> {
    let mut parts = asked.split('/');
    let near = match (parts.next(), parts.next()) {
        (Some("story"), Some(id)) => stories(library, id, here, lang),
        _ => pages(asked, here, lang),
    };
    if near.is_empty() { entities(library, asked, here, lang) } else { near }
}

/// Nothing stands here.
pub fn unknown(library: &Library, what: &What, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let more = words::further(lang);
    let near: Vec<(Address, Html)> = match what {
        What::Page(asked) => anything(library, asked, here, lang),
        What::Entity(asked) => entities(library, asked, here, lang),
        What::Story(asked) => stories(library, asked, here, lang),
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
        let ids = ["lake-pond", "pond-to-lake"];
        assert_eq!(nearest("pond-to-lake", ids.into_iter())[0], "pond-to-lake", "what was asked for comes first");
        assert!(nearest("完全不同", ids.into_iter()).is_empty());
    }
}
