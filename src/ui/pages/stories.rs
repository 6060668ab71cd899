//! The list of stories.

use yew::prelude::*;

use crate::{
    model::{Catalog, Column, Lang, Story},
    ui::{
        context::{Here, Library},
        link::Go,
        picture::Framed,
        text,
    },
    view::Page,
    words,
};

/// The years a story spans, short; empty when its steps are not dated.
pub(super) fn years(story: &Story) -> String {
    let dates = || story.steps.iter().filter_map(|step| step.year);
    let first = dates().min_by_key(crate::model::Date::sort_key);
    let last = dates().max_by_key(|date| date.last_year().min(9999));
    match (first, last) {
        (Some(first), Some(last)) if first.first_year() != last.last_year() => words::span(Some(&first), Some(&last)),
        (Some(first), _) => words::span(Some(&first), None),
        _ => String::new(),
    }
}

/// The column whose pane stands for a story: that of the first thing it tells of that has a stage.
pub(super) fn column<'a>(catalog: &'a Catalog, story: &Story) -> Option<&'a Column> {
    let stage = story.steps.iter().find_map(|step| catalog.entity(step.focus).stage)?;
    catalog.stages.get(stage.at())
}

/// How many steps, in words.
pub(super) fn length(story: &Story, lang: Lang) -> String {
    let table = words::of(lang);
    if story.steps.len() == 1 {
        table.steps_one.to_owned()
    } else {
        words::count(table.steps_many, &[story.steps.len()])
    }
}

/// The list of stories.
pub fn stories(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let table = words::of(lang);
    let more = words::further(lang);
    html! {
        <main class="page stories" id="main">
            <h1 tabindex="-1">{ table.stories }</h1>
            <p class="lead">{ more.stories_note }</p>
            if catalog.stories.is_empty() { <p>{ more.nothing_here }</p> }
            <ul class="stories__list">
                {
                    for catalog.stories.iter().map(|story| {
                        let to = here.to_page(Page::Story { id: story.id.to_string(), step: 1 });
                        html! {
                            <li key={story.id.to_string()}>
                                <Go class="door" {to} {lang}>
                                    <Framed picture={story.cover.clone()} column={column(catalog, story).cloned()} class="door__pane" />
                                    <span>
                                        <b>{ text::text(catalog, &story.title, lang) }</b>
                                        if let Some(summary) = &story.summary { <span class="door__note">{ text::text(catalog, summary, lang) }</span> }
                                        <small class="num">{ length(story, lang) }{ "　" }{ years(story) }</small>
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
