//! What is known of one entity: names in all scripts, years, place, honours, facts with their evidence, neighbours, stories.

mod dates;
mod names;
mod neighbours;
mod over;
mod stories;

use yew::prelude::*;

use super::{
    badge,
    context::{Here, Library},
    link::Go,
    pane,
    picture::Framed,
    text,
};
use crate::{
    model::{Claim, EntityIx, Lang, LensIx},
    view::{Page, Query},
    words,
};

pub use neighbours::{Neighbour, neighbours, other_ties};

/// Where the panel stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// On a page of its own: its heading is the page's.
    Page,
    /// Beside a map.
    Beside,
}

impl Level {
    /// The heading of a part, one level below the entity's name.
    fn heading(self, title: &'static str) -> Html {
        match self {
            Self::Page => html! { <h2>{ title }</h2> },
            Self::Beside => html! { <h3>{ title }</h3> },
        }
    }
}

/// Everything known of an entity, coloured by its column in a lens.
pub fn entity_panel(library: &Library, entity: EntityIx, lens: LensIx, here: &Here, lang: Lang, level: Level) -> Html {
    let catalog = &library.catalog;
    let record = catalog.entity(entity);
    let table = words::of(lang);
    let lens_record = catalog.lens(lens);
    let column = lens_record
        .column_of(entity)
        .and_then(|place| lens_record.columns.get(place))
        .or_else(|| catalog.stage_of(entity));
    let kind = catalog.kinds.get(record.kind.at());
    let heading = names::heading(library, entity, lang);
    // Beside a map the name stands next to its picture, which is told on the page.
    let (size, class, told_in) = match level {
        Level::Page => ("entity__head--pictured", "entity__picture", Some(lang)),
        Level::Beside => ("entity__head--beside", "entity__pane", None),
    };
    let pictured = record.picture.clone();
    let events: Vec<_> = catalog.events.iter().filter(|event| event.entities.contains(&entity)).collect();
    // Beside a map it is what the cord on that map asks for; on a page of its own the facts come first.
    let told = || over::section(library, entity, lens, here, lang, level);
    html! {
        <article class={classes!("entity", pane::glass(column))}>
            <div class={classes!("entity__head", pictured.is_some().then_some(size))}>
                if let Some(picture) = pictured {
                    <Framed {picture} column={column.cloned()} {class} told={told_in} />
                } else {
                    { pane::pane(column, "entity__pane") }
                }
                <div>
                    <p class="entity__kind">
                        if let Some(sign) = column.and_then(|column| column.sign.as_ref()) {
                            <b>{ text::spelling(catalog, sign, lang) }</b>{ " " }
                        }
                        if let Some(kind) = kind { { text::text(catalog, &kind.name, lang) } }
                        { for badge::planned(record.planned, lang) }
                    </p>
                    if level == Level::Page { <h1 tabindex="-1">{ heading }</h1> } else { <h2 class="entity__name" tabindex="-1">{ heading }</h2> }
                </div>
            </div>
            { names::others(library, entity, lang) }
            if !record.honours.is_empty() {
                <ul class="badges" aria-label={table.honours}>
                    { for record.honours.iter().enumerate().map(|(place, honour)| html! { <li key={place}>{ badge::honour_link(library, honour, badge::Said::All, here, lang) }</li> }) }
                </ul>
            }
            if let Some(summary) = &record.summary { <p class="entity__summary">{ text::text(catalog, summary, lang) }</p> }
            { dates::life(library, entity, lang) }
            { for (level == Level::Beside).then(told).flatten() }
            { for stories::section(library, entity, here, lang, level) }
            if !record.facts.is_empty() {
                <section>
                    { level.heading(table.facts) }
                    <ul class="facts">
                        { for record.facts.iter().enumerate().map(|(place, claim)| html! { <li key={place}>{ said(library, claim, lang) }</li> }) }
                    </ul>
                </section>
            }
            { for (level == Level::Page).then(told).flatten() }
            { neighbours::sections(library, entity, &over::links(library, entity, lens, here, level), here, lang, level) }
            if !events.is_empty() {
                <section>
                    { level.heading(table.in_events) }
                    <ul class="plain events">
                        {
                            for events.iter().enumerate().map(|(place, event)| html! {
                                <li key={place}>
                                    if let Some(date) = &event.date { <b class="num">{ dates::dated(date, lang) }</b>{ " " } }
                                    { text::text(catalog, &event.title, lang) }
                                    { badge::rests_on(library, event.evidence, &event.sources, lang) }
                                </li>
                            })
                        }
                    </ul>
                </section>
            }
            if level == Level::Beside {
                <p class="entity__page">
                    <Go to={here.to_page(Page::Entity(record.id.to_string()))} {lang}>{ table.open_page }</Go>
                </p>
            }
        </article>
    }
}

/// One statement with what it rests on.
pub fn said(library: &Library, claim: &Claim, lang: Lang) -> Html {
    // A text that begins with its year has told it.
    let told = |year: i32| claim.text.words(lang).starts_with(&year.to_string());
    let date = claim.date.filter(|date| !told(date.closed_years().0)).map(|date| words::date(lang, &date));
    html! {
        <>
            <p>
                if let Some(date) = date { <b class="num">{ date }</b>{ " " } }
                { text::text(&library.catalog, &claim.text, lang) }
            </p>
            { badge::rests_on(library, claim.evidence, &claim.sources, lang) }
        </>
    }
}

/// The query that lights an entity where the reader is, keeping lens, year, view and theme.
pub fn lit(here: &Here, id: &str) -> Query {
    Query { focus: Some(id.to_owned()), up: None, down: None, only: false, ..here.query.clone() }
}
