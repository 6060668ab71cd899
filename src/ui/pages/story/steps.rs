//! The steps of a story, one below another, and the way from one to the next.

use std::cmp::Ordering;

use yew::prelude::*;

use crate::{
    model::{Catalog, EntityIx, Evidence, Lang, Step, Story},
    ui::{
        badge, browser,
        context::{Here, Library},
        link::{Go, is_plain},
        pane, text,
    },
    view::{Address, Page, Query},
    words,
};

/// Where a reader is in a story: which step, from 0, of how many.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) step: usize,
    pub(super) of: usize,
}

impl At {
    fn word(self, place: usize, lang: Lang) -> String {
        words::count(words::further(lang).step_of, &[place + 1, self.of])
    }

    /// "Step 2 of 7".
    pub(super) fn said(self, lang: Lang) -> String {
        self.word(self.step, lang)
    }
}

/// One step: its number, when, and what is told, by what right. On a museum screen nothing of it leads anywhere.
pub(super) fn row(library: &Library, step: &Step, place: usize, at: At, to: Address, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let kiosk = to.query.kiosk;
    let state = match place.cmp(&at.step) {
        Ordering::Less => "step--done",
        Ordering::Equal => "step--now",
        Ordering::Greater => "step--ahead",
    };
    // A legend is told as a legend and a conflict as a conflict, before the first word of it.
    let doubt = match step.evidence {
        Evidence::Legend => Some(words::further(lang).told_as_legend),
        Evidence::Disputed => Some(words::evidence(lang, Evidence::Disputed)),
        _ => None,
    };
    let kind = format!("step--{}", step.evidence.word());
    let year = step.year.map(|date| words::date(lang, &date));
    let spot = step.place.map(|place| {
        let name = text::name(library, place, lang);
        if kiosk {
            name
        } else {
            html! { <Go to={on_ground(catalog, place, &to)} {lang}>{ name }</Go> }
        }
    });
    let gap = if year.is_some() { "　" } else { "" };
    let number = words::numeral(lang, place + 1);
    let rests_on = if kiosk { badge::rests_on_in_words } else { badge::rests_on };
    html! {
        <li key={place} class={classes!("step", state, kind)} aria-current={(place == at.step).then_some("step")}>
            <Go class="step__number" {to} {lang} label={at.word(place, lang)}><b>{ number }</b></Go>
            <div class="step__text">
                if let Some(doubt) = doubt { <span class="step__doubt">{ doubt }</span> }
                if year.is_some() || spot.is_some() {
                    <p class="step__when">
                        if let Some(year) = year { <span class="num">{ year }</span> }
                        if let Some(spot) = spot { <span class="step__where">{ gap }{ spot }</span> }
                    </p>
                }
                if let Some(title) = &step.title { <h2>{ text::text(catalog, title, lang) }</h2> }
                if step.text.words(lang).trim().is_empty() {
                    <p class="step__say none">{ words::of(lang).not_on_record }</p>
                } else {
                    <p class="step__say">{ text::text(catalog, &step.text, lang) }</p>
                }
                { rests_on(library, step.evidence, &step.sources, lang) }
            </div>
        </li>
    }
}

/// Where a step happened: on the place map, or on its own page where the file draws none.
fn on_ground(catalog: &Catalog, place: EntityIx, here: &Address) -> Address {
    let id = catalog.entity(place).id.to_string();
    if catalog.map.is_none() {
        return here.to_page(Page::Entity(id));
    }
    let at = here.to_page(Page::Places);
    Address { query: Query { focus: Some(id), ..at.query }, ..at }
}

/// Back, progress and the way to the beginning, next; `switch` is that of a slideshow. Who comes by a link to a later step has not read
/// what comes before it, and cannot scroll to a link at the head without turning the steps.
pub(super) fn turns(
    library: &Library,
    story: &Story,
    at: At,
    (before, after): (Option<Address>, Option<Address>),
    here: &Here,
    switch: Option<Html>,
    lang: Lang,
) -> Html {
    let more = words::further(lang);
    let all = || here.to_page(Page::Stories);
    // Every step that was read is a pane of the glass of what it tells of.
    let pane = |(place, step): (usize, &Step)| {
        let glass = pane::glass(library.catalog.stage_of(step.focus));
        let state = match place.cmp(&at.step) {
            Ordering::Less => "lit",
            Ordering::Equal => "lit now",
            Ordering::Greater => "",
        };
        html! { <i key={place} class={classes!(state, glass)}></i> }
    };
    let begin =
        (at.step > 0 && !here.query.kiosk).then(|| here.to_page(Page::Story { id: story.id.to_string(), step: 1 }));
    // At the beginning there is no such link any more, and whoever pressed it goes on from there.
    let begins = Callback::from(|event: MouseEvent| {
        if is_plain(&event) {
            browser::focus(".turns .btn--solid");
        }
    });
    // What takes the place of a button has its key, so that it is the same element and keeps the keyboard's focus.
    html! {
        <nav class="turns" aria-label={at.said(lang)}>
            if let Some(to) = before {
                <Go key="before" class="btn" {to} {lang}>{ more.previous }</Go>
            } else {
                <Go key="before" class="btn" to={all()} {lang}>{ more.finish }</Go>
            }
            <span key="middle" class="turns__middle" onclick={begins}>
                if let Some(to) = begin { <Go class="story__begin" {to} {lang}>{ words::tales(lang).from_beginning }</Go> }
                <span class="turns__progress" aria-hidden="true">{ for story.steps.iter().enumerate().map(pane) }</span>
            </span>
            if let Some(switch) = switch { <span key="switch">{ switch }</span> }
            if let Some(to) = after {
                <Go key="after" class="btn btn--solid" {to} {lang}>{ more.next }</Go>
            } else {
                <Go key="after" class="btn btn--solid" to={all()} {lang}>{ more.finish }</Go>
            }
        </nav>
    }
}
