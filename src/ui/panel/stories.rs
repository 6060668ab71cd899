//! Stories that an entity appears in, or else those of its neighbours: whoever traces a bowl finds what is told of it.

use yew::prelude::*;

use super::{Level, neighbours::ties};
use crate::{
    model::{Catalog, EntityIx, Lang, StoryIx},
    ui::{
        context::{Here, Library},
        link::Go,
        text,
    },
    view::Page,
    words,
};

/// The most stories of neighbours that are offered.
const NEARBY: usize = 3;

/// A story as the way to one of its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Told {
    story: StoryIx,
    /// From 1.
    step: u32,
    /// The neighbour that the step is about; `None` where it is about the entity itself.
    of: Option<EntityIx>,
}

/// Who comes to a story within so many steps reads it from its beginning.
const SOON: usize = 2;

/// The first step of each story that is about an entity or stands at it, in the order of the file; the first of all where it comes soon.
fn of_itself(catalog: &Catalog, entity: EntityIx) -> impl Iterator<Item = Told> {
    catalog.stories.iter().enumerate().filter_map(move |(at, story)| {
        let step = story.steps.iter().position(|step| step.focus == entity || step.place == Some(entity))?;
        let step = if step < SOON { 1 } else { step as u32 + 1 };
        Some(Told { story: StoryIx::from(at), step, of: None })
    })
}

/// A story of each of the neighbours, no story twice.
fn of_neighbours(catalog: &Catalog, entity: EntityIx) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    for tie in ties(catalog, entity) {
        let new = of_itself(catalog, tie.entity).find(|told| found.iter().all(|other| other.story != told.story));
        found.extend(new.map(|told| Told { of: Some(tie.entity), ..told }));
        if found.len() == NEARBY {
            break;
        }
    }
    found
}

/// The section; `None` where nothing is told, nor of any neighbour.
pub(super) fn section(library: &Library, entity: EntityIx, here: &Here, lang: Lang, level: Level) -> Option<Html> {
    let catalog = &library.catalog;
    let table = words::of(lang);
    let own: Vec<Told> = of_itself(catalog, entity).collect();
    let title = if own.is_empty() { table.stories_nearby } else { table.in_stories };
    let told = if own.is_empty() { of_neighbours(catalog, entity) } else { own };
    let row = |(place, told): (usize, &Told)| {
        let story = &catalog.stories[told.story.at()];
        let to = here.to_page(Page::Story { id: story.id.to_string(), step: told.step });
        html! {
            <li key={place}>
                <Go {to} {lang}>{ text::text(catalog, &story.title, lang) }</Go>
                if let Some(of) = told.of { <small>{ " " }{ text::name(library, of, lang) }</small> }
            </li>
        }
    };
    (!told.is_empty()).then(|| {
        html! {
            <section class="entity__stories">
                { level.heading(title) }
                <ul class="plain">{ for told.iter().enumerate().map(row) }</ul>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn a_story_is_opened_at_its_beginning_by_who_comes_soon_in_it_and_at_their_step_by_who_comes_late() {
        let file = br#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] },
            "kinds": [{ "id": "k", "name": { "en": "Lane" } }],
            "entities": [{ "id": "a", "kind": "k", "name": { "en": "A" } }, { "id": "b", "kind": "k", "name": { "en": "B" } },
                { "id": "c", "kind": "k", "name": { "en": "C" } }, { "id": "d", "kind": "k", "name": { "en": "D" } }],
            "stories": [{ "id": "s", "title": { "en": "S" }, "steps": [{ "focus": "a", "text": { "en": "1" } },
                { "focus": "b", "text": { "en": "2" } }, { "focus": "c", "text": { "en": "3" } }] }] }"#;
        let catalog = load(file).catalog.expect("it can be read");
        let steps = |id: &str| -> Vec<u32> {
            of_itself(&catalog, catalog.find(id).expect("it is there")).map(|told| told.step).collect()
        };
        assert_eq!([steps("a"), steps("b"), steps("c"), steps("d")], [vec![1], vec![1], vec![3], vec![]]);
    }
}
