//! The reader: one story, step by step, text beside the map; each step runs its trace and has an address of its own.

use yew::prelude::*;

use super::stories::{length, years};
use crate::{
    model::{Evidence, EvidenceSet, Lang, LensIx, Step, StoryIx},
    trace::Request,
    ui::{
        badge,
        context::{Here, Library, use_dispatch, use_library},
        hooks::{use_extent, use_room},
        link::Go,
        map::{ChainMap, Opening, use_drawing, use_trace},
        share::Share,
        text,
    },
    view::{
        Action, Address, Page,
        drawing::{ON_SCREEN, Room, Size, Wanted},
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
}

/// A swipe is at least this long, in pixels, and more across than down.
const SWIPE: i32 = 48;

/// Where there is room the few things of a step are drawn so much larger than on the plate.
const LARGE: f32 = 1.6;

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
    let StoryProps { story, step, here, lang } = props;
    let (lang, at) = (*lang, *step as usize - 1);
    let catalog = &library.catalog;
    let story = &catalog.stories[story.at()];
    let more = words::further(lang);
    let present = &story.steps[at];
    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let room = use_room();
    let asked = request(present);
    let large = if room == Some(Room::Narrow) { 1.0 } else { LARGE };
    let wanted = room.zip(extent).map(|(room, extent)| Wanted {
        lens: asked.lens,
        lang,
        room: if room == Room::Middle { Room::Wide } else { room },
        size: Size::Scene,
        fill: (extent.width / large, extent.height / large),
        only: Some(asked),
        wrap: false,
        effort: ON_SCREEN,
    });
    // On a phone names stay as large as they are drawn; what does not fit is a drag away.
    let opening = if room == Some(Room::Narrow) { Opening::Readable(1.0) } else { Opening::Whole(LARGE) };
    let drawing = use_drawing(&library, wanted);
    let trace = use_trace(&library, Some(asked));

    let to_step = |step: usize| here.to_page(Page::Story { id: story.id.to_string(), step: step as u32 });
    let before = (at > 0).then(|| to_step(at));
    let after = (at + 1 < story.steps.len()).then(|| to_step(at + 2));
    let turn = use_callback((before.clone(), after.clone(), dispatch), |forward: bool, (before, after, dispatch)| {
        if let Some(to) = if forward { after } else { before } {
            dispatch.emit(Action::Go(Box::new(to.clone())));
        }
    });
    let onkeydown = {
        let turn = turn.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match event.key().as_str() {
                "ArrowRight" | "PageDown" => turn.emit(true),
                "ArrowLeft" | "PageUp" => turn.emit(false),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let began = use_mut_ref(|| None::<(i32, i32)>);
    let onpointerdown = {
        let began = began.clone();
        Callback::from(move |event: PointerEvent| {
            *began.borrow_mut() = (event.pointer_type() != "mouse").then(|| (event.client_x(), event.client_y()));
        })
    };
    let onpointerup = Callback::from(move |event: PointerEvent| {
        let Some((x, y)) = began.borrow_mut().take() else { return };
        let (dx, dy) = (event.client_x() - x, event.client_y() - y);
        if dx.abs() > SWIPE && dx.abs() > 2 * dy.abs() {
            turn.emit(dx < 0);
        }
    });
    let place_word = words::count(more.step_of, &[at + 1, story.steps.len()]);
    html! {
        <main class="page story" id="main" data-story={story.id.to_string()} data-step={step.to_string()} {onkeydown}>
            <div class="story__tale" {onpointerdown} {onpointerup}>
                <p class="story__over">{ more.story_of }{ "　" }{ length(story, lang) }{ "　" }<span class="num">{ years(story) }</span></p>
                <h1 tabindex="-1">{ text::text(catalog, &story.title, lang) }</h1>
                <ol class="steps">
                    { for story.steps.iter().enumerate().map(|(place, step)| step_row(&library, step, (place, at, story.steps.len()), to_step(place + 1), lang)) }
                </ol>
                <p class="visually-hidden" role="status">{ place_word.clone() }</p>
                { ending(&library, story, here, lang) }
                { turns(before, after, &place_word, at, story.steps.len(), here, lang) }
            </div>
            <div class="story__stage">
                <div class="plate">
                    <div class="story__map" ref={place}>
                        if let Some(drawing) = drawing {
                            <ChainMap {drawing} {trace} lens={asked.lens} {lang} here={here.clone()} {opening} embedded=true selects=false furnished=false />
                        }
                    </div>
                    <p class="plate__caption">{ more.plate_caption }</p>
                </div>
            </div>
        </main>
    }
}

/// One step: its number, when, and what is told; only the present one in full size.
fn step_row(library: &Library, step: &Step, (place, at, of): (usize, usize, usize), to: Address, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let more = words::further(lang);
    let state = match place.cmp(&at) {
        std::cmp::Ordering::Less => "step--done",
        std::cmp::Ordering::Equal => "step--now",
        std::cmp::Ordering::Greater => "step--ahead",
    };
    let legend = step.evidence == Evidence::Legend;
    let year = step.year.map(|date| words::date(lang, &date));
    let spot = step.place.map(|place| text::name(library, place, lang));
    let number = (place + 1).to_string();
    html! {
        <li key={place} class={classes!("step", state, legend.then_some("step--legend"))} aria-current={(place == at).then_some("step")}>
            <Go class="step__number" {to} {lang} label={words::count(more.step_of, &[place + 1, of])}><b>{ number }</b></Go>
            <div class="step__text">
                if legend { <span class="step__legend">{ more.told_as_legend }</span> }
                if year.is_some() || spot.is_some() {
                    <p class="step__when">
                        if let Some(year) = year { <span class="num">{ year }</span> }
                        if let Some(spot) = spot { <span class="step__where">{ "　" }{ spot }</span> }
                    </p>
                }
                if let Some(title) = &step.title { <h2>{ text::text(catalog, title, lang) }</h2> }
                <p class="step__say">{ text::text(catalog, &step.text, lang) }</p>
                { badge::rests_on(library, step.evidence, &step.sources, lang) }
            </div>
        </li>
    }
}

/// What follows the last step: stories that go with it.
fn ending(library: &Library, story: &crate::model::Story, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let more = words::further(lang);
    let related: Vec<_> = story
        .related
        .iter()
        .filter_map(|id| catalog.find_story(id.as_str()))
        .map(|ix| &catalog.stories[ix.at()])
        .collect();
    html! {
        <div class="story__end">
            if !related.is_empty() {
                <h2>{ more.related_stories }</h2>
                <ul class="plain">
                    {
                        for related.iter().map(|story| {
                            let to = here.to_page(Page::Story { id: story.id.to_string(), step: 1 });
                            html! { <li key={story.id.to_string()}><Go {to} {lang}>{ text::text(catalog, &story.title, lang) }</Go></li> }
                        })
                    }
                </ul>
            }
            <Share {lang} />
            <button type="button" class="btn story__print" onclick={Callback::from(|_: MouseEvent| crate::ui::browser::print())}>{ more.print }</button>
        </div>
    }
}

/// Back, progress, next.
fn turns(
    before: Option<Address>,
    after: Option<Address>,
    word: &str,
    at: usize,
    steps: usize,
    here: &Here,
    lang: Lang,
) -> Html {
    let more = words::further(lang);
    html! {
        <nav class="turns" aria-label={word.to_owned()}>
            if let Some(to) = before {
                <Go key="before" class="btn" {to} {lang}>{ more.previous }</Go>
            } else {
                <Go key="all" class="btn" to={here.to_page(Page::Stories)} {lang}>{ more.finish }</Go>
            }
            <span class="turns__progress" aria-hidden="true">
                { for (0..steps).map(|place| html! { <i key={place} class={match place.cmp(&at) { std::cmp::Ordering::Less => "done", std::cmp::Ordering::Equal => "now", std::cmp::Ordering::Greater => "" }}></i> }) }
            </span>
            if let Some(to) = after {
                <Go key="after" class="btn btn--solid" {to} {lang}>{ more.next }</Go>
            } else {
                <Go key="finish" class="btn btn--solid" to={here.to_page(Page::Stories)} {lang}>{ more.finish }</Go>
            }
        </nav>
    }
}
