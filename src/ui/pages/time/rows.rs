//! What happened, in words: century by century, and last what no year is known of.

use yew::prelude::*;

use super::{age_name, axis};
use crate::{
    model::{EntityIx, EventIx, Evidence, Lang, SourceIx},
    ui::{
        badge,
        context::{Here, Library},
        link::Go,
        text,
    },
    view::{
        Page,
        timeline::{self, Moment, What, century},
    },
    words,
};

/// The moments, century by century.
pub(super) fn list(library: &Library, shown: &[Moment], here: &Here, lang: Lang) -> Html {
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

/// Events of no known year.
pub(super) fn undated(library: &Library, events: &[EventIx], here: &Here, lang: Lang) -> Html {
    html! {
        <div class="time__list time__list--undated">
            <section>
                <h2>{ words::times(lang).undated }</h2>
                <ol class="plain">
                    {
                        for events.iter().enumerate().map(|(key, at)| {
                            let happened = event(library, *at, None, lang);
                            row(library, key, happened, here, lang)
                        })
                    }
                </ol>
            </section>
        </div>
    }
}

/// Something that happened, as it is told.
struct Happened<'a> {
    class: Option<String>,
    when: String,
    what: Html,
    more: Option<Html>,
    entities: &'a [EntityIx],
    years: Option<(i32, i32)>,
    evidence: Evidence,
    sources: &'a [SourceIx],
}

fn event(library: &Library, at: EventIx, years: Option<(i32, i32)>, lang: Lang) -> Happened<'_> {
    let catalog = &library.catalog;
    let event = &catalog.events[at.at()];
    Happened {
        class: event.theme.map(axis::glass),
        when: words::of(lang).not_on_record.to_owned(),
        what: text::text(catalog, &event.title, lang),
        more: event.text.as_ref().map(|more| text::text(catalog, more, lang)),
        entities: &event.entities,
        years,
        evidence: event.evidence,
        sources: &event.sources,
    }
}

fn moment(library: &Library, key: usize, moment: &Moment, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::times(lang);
    let mut when = words::date(lang, &moment.date);
    for rival in &moment.rivals {
        when += &words::fill(said.or, &[&words::date(lang, rival)]);
    }
    let years = Some(moment.years());
    let of = |entity| (std::slice::from_ref(entity), catalog.entity(*entity));
    let happened = match &moment.what {
        What::Event(at) => Happened { when, ..event(library, *at, years, lang) },
        What::Began(entity) => {
            let (entities, record) = of(entity);
            let sources = record.since.as_ref().map_or(&[][..], |since| &since.sources);
            let (class, what, evidence) = (moment.theme.map(axis::glass), html! { { said.began } }, moment.evidence);
            Happened { class, when, what, more: None, entities, years, evidence, sources }
        }
        What::Honoured(entity, which) => {
            let (entities, record) = of(entity);
            let honour = &record.honours[*which];
            let what = badge::honour(library, honour, badge::Said::Known, lang);
            let (class, evidence, sources) = (moment.theme.map(axis::glass), moment.evidence, &honour.sources);
            Happened { class, when, what, more: None, entities, years, evidence, sources }
        }
    };
    row(library, key, happened, here, lang)
}

/// When, what, whom it concerns, which stories tell of it, what it rests on.
fn row(library: &Library, key: usize, happened: Happened<'_>, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let Happened { class, when, what, more, entities, years, evidence, sources } = happened;
    let stories = timeline::stories(catalog, entities, years);
    html! {
        <li {key} class={classes!("moment", class)}>
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
                { badge::rests_on(library, evidence, sources, lang) }
            </div>
        </li>
    }
}
