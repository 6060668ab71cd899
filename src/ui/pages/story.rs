//! The reader: one story, step by step, text beside the map; each step runs its trace and has an address of its own.
//!
//! Where there is room the steps stand one below another as on the plate: the one at the reading line is the present one, whether the
//! reader scrolls to it or steps. On a phone, and on a museum screen, one step stands alone.

mod ending;
mod hand;
pub(super) mod progress;
mod scroll;
pub(super) mod show;
mod steps;

use yew::prelude::*;

use self::{
    ending::{Ending, Take},
    hand::{use_keys, use_swipe},
    progress::use_progress,
    scroll::{use_heads, use_scrolling},
    show::use_show,
    steps::{At, row, turns},
};
use super::stories::{length, years};
use crate::{
    model::{EntityIx, EvidenceSet, Lang, LensIx, Step, StoryIx},
    trace::Request,
    ui::{
        browser,
        context::{Here, use_dispatch, use_library},
        hooks::{use_extent, use_room},
        link::Go,
        map::{ChainMap, Staged, use_scene, use_trace},
        share::Share,
        text,
    },
    view::{
        Action, Page,
        drawing::Room,
        reading,
        scene::{self, Frame},
        tale,
    },
    words,
};

/// Properties of [`StoryReader`].
#[derive(Properties, PartialEq)]
pub struct StoryProps {
    /// Which story.
    pub story: StoryIx,
    /// The step, from 1; within the story.
    pub step: u32,
    /// Where the reader is.
    pub here: Here,
    /// The language.
    pub lang: Lang,
    /// The address with which the museum screen was opened, where this is one.
    pub opened: Option<Here>,
}

/// The trace of a step.
fn request(step: &Step) -> Request {
    Request {
        focus: step.focus,
        up: step.up,
        down: step.down,
        lens: step.lens.unwrap_or(LensIx(0)),
        year: None,
        evidence: EvidenceSet::ALL,
    }
}

/// The reader of one story.
#[component]
pub fn StoryReader(props: &StoryProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let StoryProps { story: ix, step, here, lang, opened } = props;
    let (ix, lang) = (*ix, *lang);
    let catalog = &library.catalog;
    let story = &catalog.stories[ix.at()];
    let at = At { step: *step as usize - 1, of: story.steps.len() };
    let more = words::further(lang);
    let kiosk = here.query.kiosk;
    let present = &story.steps[at.step];
    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let room = use_room();
    let asked = request(present);
    let trace = use_trace(&library, Some(asked));
    let frame = room.zip(extent).map(|(room, extent)| Frame { room, extent, museum: kiosk });
    let staged = use_scene(&library, trace.clone(), lang, frame);
    let is_full = trace.as_deref().is_some_and(scene::is_full);
    let year = tale::year(catalog, present);
    let is_absent = |entity: EntityIx| year.is_some_and(|year| !catalog.entity(entity).existed_in(year));
    let pales = staged.as_ref().is_some_and(|staged| staged.drawing.nodes.iter().any(|node| is_absent(node.entity)));

    let to_step = |step: usize| here.to_page(Page::Story { id: story.id.to_string(), step: step as u32 });
    let before = (at.step > 0).then(|| to_step(at.step));
    let after = (at.step + 1 < at.of).then(|| to_step(at.step + 2));
    let turn =
        use_callback((before.clone(), after.clone(), dispatch.clone()), |forward: bool, (before, after, dispatch)| {
            if let Some(to) = if forward { after } else { before } {
                dispatch.emit(Action::Go(Box::new(to.clone())));
            }
        });
    use_keys(turn.clone(), before.is_some(), after.is_some());
    let (onpointerdown, onpointerup) = use_swipe(turn);

    let scrolled = {
        let (id, here, dispatch) = (story.id.to_string(), here.clone(), dispatch.clone());
        Callback::from(move |(step, entry): (usize, bool)| {
            let to = here.to_page(Page::Story { id: id.clone(), step: step as u32 + 1 });
            if entry {
                dispatch.emit(Action::Go(Box::new(to)));
            } else {
                browser::amend(&to, lang);
            }
        })
    };
    let (list, stage) = (use_node_ref(), use_node_ref());
    let scrolls = !kiosk && matches!(room, Some(Room::Wide | Room::Middle));
    use_scrolling(scrolls, ix, at.step, &list, &stage, &scrolled);
    use_heads(!kiosk && room == Some(Room::Narrow), ix, at.step, &list, &stage);
    let onwards = {
        let to = after.clone().unwrap_or_else(|| here.to_page(tale::beginning(catalog, tale::next(catalog, ix))));
        // What goes on by itself leaves no entry in the history, so that going back leaves the story.
        Callback::from(move |()| browser::amend(&to, lang))
    };
    let title = present.title.as_ref().map_or("", |title| title.words(lang));
    let time = reading::time(&[title, present.text.words(lang)].join(" "));
    let (plays, switched) = use_show(opened.as_ref(), time, here, &onwards, lang);
    let switch = kiosk.then(|| show::switch(plays, switched, lang));
    let record = (!kiosk).then(|| reading::record(here.query.data.as_deref(), story.id.as_str()));
    let left = use_progress(record, *step, at.of as u32);

    html! {
        <main class={classes!("page", "story", kiosk.then_some("story--kiosk"), is_full.then_some("story--full"))} id="main" data-story={story.id.to_string()} data-step={step.to_string()}>
            <div class="story__tale" {onpointerdown} {onpointerup}>
                <div class="story__over">
                    <p>{ more.story_of }{ "　" }{ length(story, lang) }{ "　" }<span class="num">{ years(story) }</span></p>
                </div>
                <h1 tabindex="-1">{ text::text(catalog, &story.title, lang) }</h1>
                if let Some(left) = left {
                    <p class={classes!("story__offer", (at.step > 0).then_some("story__offer--past"))}>
                        <Go class="story__resume" to={to_step(left as usize)} {lang}>{ words::count(words::tales(lang).go_on, &[left as usize]) }</Go>
                    </p>
                }
                <ol class="steps" ref={list}>
                    { for story.steps.iter().enumerate().map(|(place, step)| row(&library, step, place, at, to_step(place + 1), lang)) }
                </ol>
                <p class="visually-hidden" role="status">{ at.said(lang) }</p>
                if !kiosk {
                    <div class={classes!("story__after", after.is_none().then_some("story__after--now"))}>
                        <Ending story={ix} here={std::rc::Rc::new(to_step(1))} {lang} />
                    </div>
                    <Take {lang} shares={!scrolls} />
                }
                { turns(&library, story, at, (before, after), here, switch, lang) }
            </div>
            <div class="story__stage" ref={stage}>
                <div class="plate">
                    <div class="story__map" ref={place} inert={kiosk}>
                        if let Some(Staged { drawing, opening }) = staged {
                            <ChainMap {drawing} {trace} lens={asked.lens} {lang} here={here.clone()} {year} {opening} embedded=true selects=false furnished=false edged=true />
                        }
                    </div>
                    <div class="story__foot">
                        <p class="plate__caption">
                            { more.plate_caption }
                            if let Some(year) = year.filter(|_| pales) { { " " }{ words::fill(words::tales(lang).pale, &[&year.to_string()]) } }
                        </p>
                        // Below the steps one could share the last of them alone: on the way there the others are scrolled past.
                        if scrolls { <Share {lang} /> }
                    </div>
                </div>
            </div>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, model::Depth};

    #[test]
    fn a_step_lights_the_trace_that_it_tells_of() {
        let catalog = load(include_bytes!("../../../tests/districts/quay.json")).catalog.unwrap_or_default();
        let steps = &catalog.stories[0].steps;
        let told = |at: usize| {
            let Request { focus, up, down, lens, .. } = request(&steps[at]);
            (catalog.entity(focus).id.as_str(), up, down, lens)
        };
        assert_eq!(told(0), ("old-quay", Depth::Steps(1), Depth::Steps(0), LensIx(0)));
        assert_eq!(told(1), ("smokehouse", Depth::All, Depth::Steps(1), LensIx(0)));
    }
}
