//! The timeline: what happened when, as an axis where there is room, and in words.

mod axis;

use yew::prelude::*;

use crate::{
    model::{Date, Lang, SourceIx},
    ui::{
        badge,
        context::{Here, Library},
        link::Go,
        share::Share,
        text,
    },
    view::{
        Address, Page, Query,
        timeline::{self, Moment, What, century, moments, spans},
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
            if shown.is_empty() {
                <p>{ said.no_events }</p>
            } else {
                { axis::axis(library, &shown, span, lang) }
                { list(library, &shown, here, lang) }
            }
        </main>
    }
}

/// A century or a decade in words.
fn age_name(first: i32, century: bool, lang: Lang) -> String {
    let written = if century { format!("{:02}XX", first / 100) } else { format!("{:03}X", first / 10) };
    Date::parse(&written).map_or_else(|| first.to_string(), |age| words::date(lang, &age))
}

/// The moments in words, century by century.
fn list(library: &Library, shown: &[Moment], here: &Here, lang: Lang) -> Html {
    let groups = shown.chunk_by(|a, b| century(a.years().0) == century(b.years().0));
    html! {
        <div class="time__list">
            {
                for groups.map(|group| {
                    let age = century(group[0].years().0);
                    html! {
                        <section key={age}>
                            <h2>{ age_name(age, true, lang) }</h2>
                            <ol class="plain">{ for group.iter().enumerate().map(|(key, shown)| moment(library, key, shown, here, lang)) }</ol>
                        </section>
                    }
                })
            }
        </div>
    }
}

/// One moment: when, what, whom it concerns, which stories tell of it, what it rests on.
fn moment(library: &Library, key: usize, moment: &Moment, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::times(lang);
    let mut when = words::date(lang, &moment.date);
    for rival in &moment.rivals {
        when += &words::fill(said.or, &[&words::date(lang, rival)]);
    }
    let (what, more, entities, sources): (Html, Option<Html>, Vec<_>, &[SourceIx]) = match moment.what {
        What::Event(at) => {
            let event = &catalog.events[at.at()];
            let more = event.text.as_ref().map(|more| text::text(catalog, more, lang));
            (text::text(catalog, &event.title, lang), more, event.entities.clone(), &event.sources)
        }
        What::Began(entity) => {
            let sources = catalog.entity(entity).since.as_ref().map_or(&[][..], |since| &since.sources);
            (html! { { said.began } }, None, vec![entity], sources)
        }
        What::Honoured(entity, which) => {
            let honour = &catalog.entity(entity).honours[which];
            (badge::honour(library, honour, badge::Said::Known, lang), None, vec![entity], &honour.sources)
        }
    };
    let stories = timeline::stories(catalog, moment);
    html! {
        <li {key} class={classes!("moment", moment.theme.map(axis::glass))}>
            <b class="moment__when num">{ when }</b>
            <div>
                <p class="moment__what">{ what }</p>
                if let Some(more) = more { <p>{ more }</p> }
                <ul class="plain inline">
                    {
                        for entities.iter().map(|entity| html! {
                            <li key={entity.0}><Go to={here.to_page(Page::Entity(catalog.entity(*entity).id.to_string()))} {lang}>{ text::name(library, *entity, lang) }</Go></li>
                        })
                    }
                    {
                        for stories.iter().map(|(story, step)| {
                            let story = &catalog.stories[story.at()];
                            let to = here.to_page(Page::Story { id: story.id.to_string(), step: *step });
                            html! { <li key={story.id.to_string()} class="moment__story"><Go {to} {lang}>{ words::of(lang).stories }{ " · " }{ text::text(catalog, &story.title, lang) }</Go></li> }
                        })
                    }
                </ul>
                { badge::rests_on(library, moment.evidence, sources, lang) }
            </div>
        </li>
    }
}
