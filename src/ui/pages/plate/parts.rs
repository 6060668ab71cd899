//! What items of all forms share: name, text, the entities they are about.

use yew::prelude::*;

use super::{reach::reached, telling::Telling};
use crate::{
    model::{EntityIx, Item, Lang, Text},
    ui::{badge, context::Library, link::Go, panel, text},
    view::Page,
    words,
};

/// The name of an item, as a link where it is about an entity; `None` where it has none and is about nothing.
pub(super) fn name(telling: Telling<'_>, item: &Item) -> Option<Html> {
    let Telling { library, lang, .. } = telling;
    let own = item.name.as_ref().map(|name| text::text(&library.catalog, name, lang));
    match item.entity {
        Some(entity) => Some(link(telling, entity, own.unwrap_or_else(|| text::name(library, entity, lang)))),
        None => own,
    }
}

/// The name of an item as a heading; nothing where it has none, for an empty heading is read out as one.
pub(super) fn heading(telling: Telling<'_>, item: &Item) -> Option<Html> {
    name(telling, item).map(|name| html! { <h3>{ name }</h3> })
}

/// The name of an item in bold, before what is said of it.
pub(super) fn strong(telling: Telling<'_>, item: &Item) -> Option<Html> {
    name(telling, item).map(|name| html! { <b>{ name }</b> })
}

/// What a form draws of an item in its own way; all else of it is told by [`told`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    /// Nothing but its name.
    Nothing,
    /// Its count.
    Count,
    /// Before and after.
    Change,
    /// Its date, and whether it was planned only.
    Date,
    /// What belongs to it.
    Items,
    /// The entities that it reaches.
    Reach,
}

/// The word that not all of a count is drawn; nothing where all of it is.
pub(super) fn capped(count: u32, most: u32, lang: Lang) -> Option<Html> {
    let said = || words::fill(words::plates(lang).first_drawn, &[&words::number(most)]);
    (count > most).then(|| html! { <p><small>{ said() }</small></p> })
}

/// The unit of an item; `None` where its name, such as "private enterprises", says what is counted already. A unit of one sign is a
/// measure word or the like and no name of what is counted, wherever else that sign stands.
fn unit(item: &Item, lang: Lang) -> Option<&Text> {
    let is_sign = |unit: &Text| unit.words(lang).chars().count() == 1;
    let named = |unit: &Text| item.name.as_ref().is_some_and(|name| name.words(lang).contains(unit.words(lang)));
    item.unit.as_ref().filter(|unit| is_sign(unit) || !named(unit))
}

/// The unit of an item, small and close to its number.
pub(super) fn by_number(telling: Telling<'_>, item: &Item) -> Option<Html> {
    let Telling { library, lang, .. } = telling;
    unit(item, lang).map(|unit| html! { <small>{ text::text(&library.catalog, unit, lang) }</small> })
}

/// The count of an item with its unit, in large; `None` for what is not counted, which is not the same as none.
pub(super) fn counted(telling: Telling<'_>, item: &Item) -> Option<Html> {
    item.count.map(
        |count| html! { <b class="figure__count num">{ words::number(count) }{ for by_number(telling, item) }</b> },
    )
}

/// What is said of an item, and all that its form did not draw: no form leaves out what a curator wrote. What it rests on is told where
/// it is not what the record around it does.
pub(super) fn told(telling: Telling<'_>, item: &Item, drawn: Drawn) -> Html {
    let Telling { library, lang, .. } = telling;
    let catalog = &library.catalog;
    let (before, after) = item.change;
    // A form that draws a count draws its unit with it.
    let unit = unit(item, lang).filter(|_| drawn != Drawn::Change && !(drawn == Drawn::Count && item.count.is_some()));
    let date = date(telling, item).filter(|_| drawn != Drawn::Date);
    let own = telling.own(item).map(|own| badge::rests_on(library, own.evidence, &own.sources, lang));
    html! {
        <>
            if let Some(said) = &item.text { <p class="item__text">{ text::text(catalog, said, lang) }</p> }
            if let (Some(count), false) = (item.count, drawn == Drawn::Count) { <p class="num">{ words::number(count) }</p> }
            if before.or(after).is_some() && drawn != Drawn::Change {
                <p class="num">
                    if let Some(before) = before { { words::number(before) }{ " → " } }
                    if let Some(after) = after { { words::number(after) } }
                </p>
            }
            if let Some(unit) = unit { <p><small>{ text::text(catalog, unit, lang) }</small></p> }
            if item.planned && drawn != Drawn::Date { <p><small>{ words::plates(lang).planned }</small></p> }
            if let Some(date) = date { <p><small class="num">{ date }</small></p> }
            { for own }
            if drawn != Drawn::Reach { { reached(telling, item) } }
            if drawn != Drawn::Items && !item.items.is_empty() {
                <ul class="plain inner">
                    {
                        for item.items.iter().enumerate().map(|(key, inner)| html! {
                            <li {key}>{ for strong(telling, inner) }{ told(telling.within(item), inner, Drawn::Nothing) }</li>
                        })
                    }
                </ul>
            }
            { later(library, item, lang) }
        </>
    }
}

/// When an item was so; `None` for what was only planned, and where the section tells one date for all that is in it.
pub(super) fn date(telling: Telling<'_>, item: &Item) -> Option<String> {
    let told = item.footing.date.filter(|_| !item.planned && !telling.dated_once);
    told.map(|date| words::date(telling.lang, &date))
}

pub(super) fn link(telling: Telling<'_>, entity: EntityIx, shown: Html) -> Html {
    let Telling { library, here, lang, .. } = telling;
    let to = here.to_page(Page::Entity(library.catalog.entity(entity).id.to_string()));
    html! { <Go {to} {lang}>{ shown }</Go> }
}

/// What later sources say became of an item.
fn later(library: &Library, item: &Item, lang: Lang) -> Html {
    if item.later.is_empty() {
        return html! { <span hidden=true /> };
    }
    html! {
        <div class="later">
            <h3>{ words::plates(lang).later }</h3>
            { for item.later.iter().enumerate().map(|(key, claim)| html! { <div {key}>{ panel::said(library, claim, lang) }</div> }) }
        </div>
    }
}
