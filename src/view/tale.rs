//! What belongs to a story as a whole: who appears in it, what it rests on, what goes with it.

use super::address::Page;
use crate::{
    model::{Catalog, EntityIx, Route, SourceIx, Step, Story, StoryIx},
    sorting::positions,
};

/// At most so many stories are named as going with one.
const RELATED: usize = 4;

/// What a shared entity weighs, beside a shared theme.
const ENTITY: u32 = 4;

/// What it weighs that an editor named a story, beside anything that is shared.
const NAMED: u32 = 1000;

/// Puts away what is there already, and keeps the order.
fn once<T: Copy + PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut out = Vec::new();
    for one in all {
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out
}

/// Everything that a story tells of, in the order in which it appears.
pub fn appearing(story: &Story) -> Vec<EntityIx> {
    once(story.steps.iter().flat_map(|step| std::iter::once(step.focus).chain(step.place)))
}

/// The sources of all steps, each once, in the order in which they are first called upon.
pub fn sources(story: &Story) -> Vec<SourceIx> {
    once(story.steps.iter().flat_map(|step| step.sources.iter().copied()))
}

/// The year that the map of a step shows: what was not there then steps back. `None` for a step without one, and for one whose focus
/// came later or was gone: it looks back on something else, and shows its chain as it is known.
pub fn year(catalog: &Catalog, step: &Step) -> Option<i32> {
    let (_, year) = step.year.as_ref()?.closed_years();
    Some(year).filter(|year| catalog.entity(step.focus).existed_in(*year))
}

/// The walks that go with a story.
pub fn walks(catalog: &Catalog, story: StoryIx) -> impl Iterator<Item = &Route> {
    catalog.routes.iter().filter(move |route| route.story == Some(story))
}

/// The story after this one; after the last one the first.
pub fn next(catalog: &Catalog, story: StoryIx) -> StoryIx {
    let after = story.at() + 1;
    StoryIx::from(if after < catalog.stories.len() { after } else { 0 })
}

/// The first step of a story.
pub fn beginning(catalog: &Catalog, story: StoryIx) -> Page {
    Page::Story { id: catalog.stories[story.at()].id.to_string(), step: 1 }
}

/// The themes of the events that concern any of these, one bit each.
fn themes(catalog: &Catalog, entities: &[EntityIx]) -> u64 {
    let about = catalog.events.iter().filter(|event| event.entities.iter().any(|entity| entities.contains(entity)));
    about.filter_map(|event| event.theme).fold(0, |bits, theme| bits | 1 << (theme.at() % 64))
}

/// The stories that go with one, best first: those that it names, in its order; those that name it; then by what they tell of in
/// common, and by the themes of what happened to it. Among equals the order of the file holds.
pub fn related(catalog: &Catalog, story: StoryIx) -> Vec<StoryIx> {
    let this = &catalog.stories[story.at()];
    let told = appearing(this);
    let touched = themes(catalog, &told);
    let weights: Vec<u32> = catalog
        .stories
        .iter()
        .enumerate()
        .map(|(at, other)| {
            if at == story.at() {
                return 0;
            }
            let others = appearing(other);
            let shared = others.iter().filter(|entity| told.contains(entity)).count() as u32;
            let common = (themes(catalog, &others) & touched).count_ones();
            let named = this.related.iter().position(|id| *id == other.id).map_or(0, |place| 3 * NAMED - place as u32);
            let back = if other.related.contains(&this.id) { NAMED } else { 0 };
            // Order among the named ones is the editor's alone.
            if named > 0 { named } else { back + ENTITY * shared + common }
        })
        .collect();
    let order = positions(weights.len(), &mut |a, b| weights[b].cmp(&weights[a]).then(a.cmp(&b)));
    order.into_iter().filter(|at| weights[*at] > 0).take(RELATED).map(StoryIx::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::load,
        model::{Date, Dated, Evidence},
    };

    /// Stories by what they tell of and which others they name; events by what they concern and their theme.
    fn catalog(stories: &[(&str, &[&str], &[&str])], events: &[(&str, &str)]) -> Catalog {
        let list = |items: &[&str]| items.iter().map(|item| format!("\"{item}\"")).collect::<Vec<_>>().join(",");
        let named = |id: &str| format!("{{\"id\":\"{id}\",\"name\":{{\"en\":\"{id}\"}}}}");
        let entities = ["pond", "cake", "house", "street"]
            .map(|id| format!("{{\"id\":\"{id}\",\"kind\":\"k\",\"name\":{{\"en\":\"{id}\"}}}}"));
        let stories = stories.iter().map(|(id, told, names)| {
            let steps = told.iter().map(|focus| {
                format!(
                    "{{\"text\":{{\"en\":\"t\"}},\"focus\":\"{focus}\",\"evidence\":\"documented\",\"sources\":[\"s\",\"{}\"]}}",
                    if *focus == "cake" { "u" } else { "s" }
                )
            });
            format!(
                "{{\"id\":\"{id}\",\"title\":{{\"en\":\"{id}\"}},\"steps\":[{}],\"related\":[{}]}}",
                steps.collect::<Vec<_>>().join(","),
                list(names)
            )
        });
        let events = events.iter().enumerate().map(|(at, (about, theme))| {
            format!("{{\"id\":\"e{at}\",\"date\":\"1900\",\"title\":{{\"en\":\"e\"}},\"entities\":[\"{about}\"],\"theme\":\"{theme}\",\"evidence\":\"unsourced\"}}")
        });
        let source = |id: &str| {
            format!("{{\"id\":\"{id}\",\"title\":{{\"en\":\"{id}\"}},\"publisher\":{{\"en\":\"p\"}},\"url\":null}}")
        };
        let file = format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"T\"}},\"languages\":[\"en\"]}},\"kinds\":[{}],\"themes\":[{},{}],\"sources\":[{},{}],\"entities\":[{}],\"stories\":[{}],\"events\":[{}]}}",
            named("k"),
            named("food"),
            named("trade"),
            source("s"),
            source("u"),
            entities.join(","),
            stories.collect::<Vec<_>>().join(","),
            events.collect::<Vec<_>>().join(","),
        );
        load(file.as_bytes()).catalog.unwrap_or_default()
    }

    fn check(catalog: &Catalog, of: &str, expected: &[&str]) {
        let story = catalog.find_story(of).expect("it is there");
        let ids: Vec<&str> =
            related(catalog, story).iter().map(|other| catalog.stories[other.at()].id.as_str()).collect();
        assert_eq!(ids, expected, "with {of}");
    }

    #[test]
    fn named_stories_come_first_in_the_order_of_the_editor_then_those_that_name_it_then_those_that_share_most() {
        let stories: &[(&str, &[&str], &[&str])] = &[
            ("this", &["pond", "cake"], &["far", "near"]),
            ("near", &["pond", "cake"], &[]),
            ("one", &["cake"], &[]),
            ("both", &["cake", "pond"], &[]),
            ("far", &["street"], &[]),
            ("namer", &["street"], &["this"]),
        ];
        check(&catalog(stories, &[]), "this", &["far", "near", "namer", "both"]);
    }

    #[test]
    fn a_shared_theme_counts_less_than_a_shared_entity_and_nothing_shared_is_not_related() {
        let stories: &[(&str, &[&str], &[&str])] = &[
            ("this", &["pond"], &[]),
            ("theme", &["house"], &[]),
            ("entity", &["pond", "cake"], &[]),
            ("none", &["street"], &[]),
        ];
        let events = [("pond", "food"), ("house", "food"), ("street", "trade")];
        check(&catalog(stories, &events), "this", &["entity", "theme"]);
    }

    #[test]
    fn sources_and_those_who_appear_are_gathered_once_in_order() {
        let catalog = catalog(&[("this", &["cake", "pond", "cake"], &[])], &[]);
        let story = &catalog.stories[0];
        let ids = |of: Vec<EntityIx>| of.iter().map(|ix| catalog.entity(*ix).id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(appearing(story)), ["cake", "pond"]);
        let sources: Vec<String> = sources(story).iter().map(|ix| catalog.source(*ix).id.to_string()).collect();
        assert_eq!(sources, ["s", "u"]);
    }

    #[test]
    fn a_step_shows_its_map_in_its_year_but_where_its_focus_was_not_there_then() {
        let mut catalog = catalog(&[("a", &["cake"], &[])], &[]);
        let mut check = |since: &str, year: &str, expected: Option<i32>| {
            let dated = |text: &str| Date::parse(text).expect("it is a date");
            let cake = catalog.find("cake").expect("it is there");
            catalog.entities[cake.at()].since = Some(Dated {
                date: dated(since),
                rivals: Vec::new(),
                evidence: Evidence::Documented,
                sources: Vec::new(),
                note: None,
            });
            catalog.stories[0].steps[0].year = Some(dated(year));
            assert_eq!(
                super::year(&catalog, &catalog.stories[0].steps[0]),
                expected,
                "{year} of something from {since}"
            );
        };
        check("1900", "1938", Some(1938));
        check("1900", "193X", Some(1939));
        check("1900", "1938/..", Some(1938));
        check("1950", "1938", None);
        catalog.stories[0].steps[0].year = None;
        assert_eq!(super::year(&catalog, &catalog.stories[0].steps[0]), None);
    }

    #[test]
    fn after_the_last_story_comes_the_first() {
        let catalog = catalog(&[("a", &["pond"], &[]), ("b", &["cake"], &[])], &[]);
        assert_eq!([StoryIx(0), StoryIx(1)].map(|story| next(&catalog, story)), [StoryIx(1), StoryIx(0)]);
    }
}
