//! What follows the last step: who appeared, where to walk, what to read next, and what all of it rests on.

use yew::prelude::*;

use crate::{
    model::{Lang, StoryIx},
    ui::{
        badge, browser,
        context::{Here, Library, use_library},
        link::Go,
        pane,
        share::Share,
        text,
    },
    view::{Page, tale},
    words,
};

/// Properties of [`Ending`].
#[derive(Properties, PartialEq)]
pub(super) struct EndingProps {
    /// Of which story.
    pub(super) story: StoryIx,
    /// Where its links lead from; the same at every step.
    pub(super) here: Here,
    /// The language.
    pub(super) lang: Lang,
}

/// What follows the last step. It is the same at every step, and rendered once.
#[component]
pub(super) fn Ending(props: &EndingProps) -> Html {
    let library = use_library();
    let EndingProps { story: ix, here, lang } = props;
    let lang = *lang;
    let catalog = &library.catalog;
    let story = &catalog.stories[ix.at()];
    let (said, more) = (words::tales(lang), words::further(lang));
    let related = tale::related(catalog, *ix);
    let sources = tale::sources(story);
    html! {
        <div class="story__end">
            <h2>{ said.appearing }</h2>
            <ul class="plain inline appearing">
                { for tale::appearing(story).into_iter().map(|entity| appearance(&library, entity, here, lang)) }
            </ul>
            {
                for tale::walks(catalog, *ix).map(|route| html! {
                    <p key={route.id.to_string()}>
                        <Go class="btn" to={here.to_page(Page::Walk(Some(route.id.to_string())))} {lang}>{ said.walk_it }{ " · " }{ text::text(catalog, &route.name, lang) }</Go>
                    </p>
                })
            }
            if !related.is_empty() {
                <h2>{ more.related_stories }</h2>
                <ul class="plain story__related">
                    {
                        for related.into_iter().map(|other| {
                            let story = &catalog.stories[other.at()];
                            let to = here.to_page(tale::beginning(catalog, other));
                            html! { <li key={story.id.to_string()}><Go {to} {lang}>{ text::text(catalog, &story.title, lang) }</Go></li> }
                        })
                    }
                </ul>
            }
            if !sources.is_empty() {
                <h2>{ said.its_sources }</h2>
                <ol class="sources">{ for sources.into_iter().map(|ix| html! { <li key={ix.0}>{ badge::source(catalog, ix, lang) }</li> }) }</ol>
            }
        </div>
    }
}

/// Properties of [`Take`].
#[derive(Properties, PartialEq)]
pub(super) struct TakeProps {
    /// The language.
    pub(super) lang: Lang,
    /// Whether it can be shared here; where steps stand one below another that is beside the map.
    pub(super) shares: bool,
}

/// The ways to take a story along: the address that is shared is that of the step.
#[component]
pub(super) fn Take(props: &TakeProps) -> Html {
    let TakeProps { lang, shares } = *props;
    let print = use_callback((), |_: MouseEvent, ()| browser::print());
    html! {
        <div class="story__take">
            if shares { <Share {lang} /> }
            <button type="button" class="btn story__print" onclick={print}>{ words::further(lang).print }</button>
        </div>
    }
}

/// One that appears: its pane and its name.
fn appearance(library: &Library, entity: crate::model::EntityIx, here: &Here, lang: Lang) -> Html {
    let id = library.catalog.entity(entity).id.to_string();
    html! {
        <li key={id.clone()}>
            <Go to={here.to_page(Page::Entity(id))} {lang}>
                { pane::pane(library.catalog.colour_of(entity, None), "appearing__pane") }
                { text::name(library, entity, lang) }
            </Go>
        </li>
    }
}
