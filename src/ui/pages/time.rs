//! The timeline: what happened when, as an axis where there is room, and in words.

mod axis;
mod rows;

use yew::prelude::*;

use crate::{
    model::{Date, EventIx, Lang},
    ui::{
        context::{Here, Library},
        link::Go,
        share::Share,
        text,
    },
    view::{
        Address, Query,
        timeline::{Moment, century, moments, spans, undated},
    },
    words,
};

/// The timeline: everything dated, in the order of time, by theme and by span.
pub fn time(library: &Library, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let (table, said) = (words::of(lang), words::times(lang));
    let Query { topic, from, to, .. } = &here.query;
    let theme = topic.as_deref().and_then(|topic| catalog.find_theme(topic));
    let all: Vec<Moment> =
        moments(catalog).into_iter().filter(|moment| theme.is_none() || moment.theme == theme).collect();
    // A span without its end is the century that it begins.
    let span = from.map(|from| from..to.map_or(from + 100, |to| to.saturating_add(1)).max(from + 1));
    let shown: Vec<Moment> = all
        .iter()
        .filter(|moment| {
            let (first, last) = moment.years();
            span.as_ref().is_none_or(|span| first < span.end && last >= span.start)
        })
        .cloned()
        .collect();
    // What has no year is in no span of years.
    let belongs = |event: &EventIx| theme.is_none() || catalog.events[event.at()].theme == theme;
    let undated: Vec<EventIx> = undated(catalog).into_iter().filter(|event| span.is_none() && belongs(event)).collect();
    let with = |change: &dyn Fn(&mut Query)| {
        let mut changed: Address = (**here).clone();
        change(&mut changed.query);
        changed
    };
    let themes = catalog.themes.iter().map(|theme| {
        let to = with(&|query| query.topic = Some(theme.id.to_string()));
        let current = topic.as_deref() == Some(theme.id.as_str());
        html! { <Go key={theme.id.to_string()} class="choice" {to} {lang} {current}>{ text::text(catalog, &theme.name, lang) }</Go> }
    });
    let chosen = span.as_ref().map(|span| century(span.start));
    let ages = spans(&all, chosen).into_iter().map(|(age, count)| {
        let to = with(&|query| (query.from, query.to) = (Some(age.start), Some(age.end - 1)));
        let current = span.as_ref() == Some(&age);
        let name = age_name(age.start, age.end - age.start == 100, lang);
        html! { <Go key={format!("{age:?}")} class="choice" {to} {lang} {current}>{ name }<small class="num">{ format!(" {count}") }</small></Go> }
    });
    html! {
        <main class="page time" id="main">
            <h1 tabindex="-1">{ table.time }</h1>
            <p class="lead">{ words::further(lang).time_note }</p>
            <nav class="choices" aria-label={said.by_theme}>
                <Go class="choice" to={with(&|query| query.topic = None)} {lang} current={theme.is_none()}>{ said.all_themes }</Go>
                { for themes }
            </nav>
            <nav class="choices" aria-label={said.by_span}>
                <Go class="choice" to={with(&|query| (query.from, query.to) = (None, None))} {lang} current={span.is_none()}>{ said.all_times }</Go>
                { for ages }
            </nav>
            <p role="status">{ words::count(said.shown, &[shown.len(), all.len()]) }</p>
            <p class="take"><Share {lang} /></p>
            if shown.is_empty() && undated.is_empty() {
                <p>{ said.no_events }</p>
            } else if !shown.is_empty() {
                { axis::axis(library, &shown, span, lang) }
                { rows::list(library, &shown, here, lang) }
            }
            if !undated.is_empty() { { rows::undated(library, &undated, here, lang) } }
        </main>
    }
}

/// A century or a decade in words.
fn age_name(first: i32, century: bool, lang: Lang) -> String {
    let written = if century { format!("{:02}XX", first / 100) } else { format!("{:03}X", first / 10) };
    Date::parse(&written).map_or_else(|| first.to_string(), |age| words::date(lang, &age))
}
