//! Since when, until when, where, and how it stands today.

use yew::prelude::*;

use crate::{
    model::{Dated, EntityIx, Evidence, Lang, Rival},
    ui::{badge, context::Library, panel::said, text},
    words,
};

/// A date with its rivals: `1889, or 1899`.
pub(super) fn dated(dated: &Dated, lang: Lang) -> String {
    let table = words::of(lang);
    let comma = words::punctuation(lang).comma;
    let mut out = words::date(lang, &dated.date);
    for rival in &dated.rivals {
        out += comma;
        out += &words::fill(table.or_date, &[&words::date(lang, &rival.date)]);
    }
    out
}

/// The life of an entity as a list of terms.
pub(super) fn life(library: &Library, entity: EntityIx, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let record = catalog.entity(entity);
    let table = words::of(lang);
    // What is said of a rival, and what it rests on; its evidence is that of the whole date.
    let rival = |place: usize, rival: &Rival, evidence: Evidence| {
        let says = rival.note.is_some() || !rival.sources.is_empty();
        says.then(|| {
            html! {
                <div key={place}>
                    <p>
                        <b class="num">{ words::fill(table.or_date, &[&words::date(lang, &rival.date)]) }</b>
                        if let Some(note) = &rival.note { { " " }{ text::text(catalog, note, lang) } }
                    </p>
                    if !rival.sources.is_empty() { { badge::rests_on(library, evidence, &rival.sources, lang) } }
                </div>
            }
        })
    };
    let when = |word: &'static str, date: &Option<Dated>| {
        let date = date.as_ref()?;
        Some(html! {
            <div class="life__row" key={word}>
                <dt>{ word }</dt>
                <dd>
                    <b class="num">{ dated(date, lang) }</b>
                    if let Some(note) = &date.note { <p>{ text::text(catalog, note, lang) }</p> }
                    if !date.sources.is_empty() { { badge::rests_on(library, date.evidence, &date.sources, lang) } }
                    { for date.rivals.iter().enumerate().filter_map(|(place, shown)| rival(place, shown, date.evidence)) }
                </dd>
            </div>
        })
    };
    let place = record.place.as_ref().and_then(|place| {
        let (words, sources) = (place.address.as_ref().or(place.area.as_ref())?, &place.sources);
        Some(html! {
            <div class="life__row" key="place">
                <dt>{ table.place }</dt>
                <dd>
                    { text::text(catalog, words, lang) }
                    if !sources.is_empty() { { badge::rests_on(library, Evidence::Documented, sources, lang) } }
                </dd>
            </div>
        })
    });
    let status = record.status.as_ref().map(|status| {
        html! {
            <div class="life__row" key="status">
                <dt>{ table.status }</dt>
                <dd>{ said(library, status, lang) }</dd>
            </div>
        }
    });
    let rows: Vec<Html> = [when(table.since, &record.since), when(table.until, &record.until), place, status]
        .into_iter()
        .flatten()
        .collect();
    if rows.is_empty() {
        return html! { <span hidden=true /> };
    }
    html! { <dl class="life">{ for rows }</dl> }
}
