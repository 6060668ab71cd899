//! The list of stories.

use yew::prelude::*;

use super::story::{progress::use_all_progress, show::use_show};
use crate::{
    model::{Catalog, Column, Lang, Story, StoryIx},
    ui::{
        browser,
        context::{Here, Library, use_library},
        link::Go,
        picture::Framed,
        share::Share,
        text,
    },
    view::{
        Page,
        reading::Progress,
        show::{afresh, is_elsewhere},
        tale,
    },
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
    story.steps.iter().find_map(|step| catalog.stage_of(step.focus))
}

/// How many steps, in words.
pub(super) fn length(story: &Story, lang: Lang) -> String {
    words::count(words::of(lang).steps, &[story.steps.len()])
}

/// A list of stories that is left alone on a museum screen stands for so long, in milliseconds.
const LISTED: u32 = 30_000;

/// Properties of [`Stories`].
#[derive(Properties, PartialEq)]
pub struct StoriesProps {
    /// Where the reader is.
    pub here: Here,
    /// The language.
    pub lang: Lang,
    /// The address with which the museum screen was opened, where this is one.
    pub opened: Option<Here>,
}

/// The list of stories; each says whether it was read, or where to go on.
#[component]
pub fn Stories(props: &StoriesProps) -> Html {
    let StoriesProps { here, lang, opened } = props;
    let lang = *lang;
    let library = use_library();
    let catalog = &library.catalog;
    let kiosk = here.query.kiosk;
    let progress = use_all_progress(&library, here);
    // A list that somebody came to from what the screen was opened with goes back there, any other one on to the first story.
    let strayed = is_elsewhere(opened.as_deref(), here).then(|| afresh(opened.as_deref(), here));
    let first = || (!catalog.stories.is_empty()).then(|| here.to_page(tale::beginning(catalog, StoryIx(0))));
    let begin = strayed.or_else(first);
    let onwards = Callback::from(move |()| {
        if let Some(to) = &begin {
            browser::amend(to, lang);
        }
    });
    use_show(opened.as_ref(), LISTED, here, &onwards, lang);
    let table = words::of(lang);
    let more = words::further(lang);
    html! {
        <main class="page stories" id="main">
            <h1 tabindex="-1">{ table.stories }</h1>
            <p class="lead">{ more.stories_note }</p>
            if !kiosk { <p class="take"><Share {lang} /></p> }
            if catalog.stories.is_empty() { <p>{ more.nothing_here }</p> }
            <ul class="stories__list">
                {
                    for catalog.stories.iter().enumerate().map(|(at, story)| {
                        row(&library, story, progress.get(at).copied().unwrap_or_default(), here, lang)
                    })
                }
            </ul>
        </main>
    }
}

/// A story in the list.
fn row(library: &Library, story: &Story, progress: Progress, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::tales(lang);
    let to = |step: u32| here.to_page(Page::Story { id: story.id.to_string(), step });
    html! {
        <li key={story.id.to_string()}>
            <Go class="door" to={to(1)} {lang}>
                <Framed picture={story.cover.clone()} column={column(catalog, story).cloned()} class="door__pane" />
                <span>
                    <b>{ text::text(catalog, &story.title, lang) }</b>
                    if let Some(summary) = &story.summary { <span class="door__note">{ text::text(catalog, summary, lang) }</span> }
                    <small class="num">
                        { length(story, lang) }{ "　" }{ years(story) }
                        if progress.finished { <span class="door__read">{ "　" }{ said.was_read }</span> }
                    </small>
                </span>
            </Go>
            if let Some(step) = progress.resume(story.steps.len() as u32) {
                <Go class="story__resume" to={to(step)} {lang}>{ words::count(said.go_on, &[step as usize]) }</Go>
            }
        </li>
    }
}
