//! The list twin: the same entities, links and actions as the map, as headed tables.

use yew::prelude::*;

use crate::{
    model::{Column, EntityIx, Lang, LensIx, LinkIx, MarkIx},
    trace::{Part, Trace},
    ui::{
        badge,
        context::{Here, Library},
        link::Go,
        marks,
        over::{legend, names},
        pane,
        panel::lit,
        text,
    },
    view::{Address, Page, drawing, over::Over},
    words,
};

/// What is listed.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) library: &'a Library,
    /// Where the reader is.
    pub(super) here: &'a Here,
    pub(super) lang: Lang,
    pub(super) lens: LensIx,
    /// What is lit.
    pub(super) trace: Option<&'a Trace>,
    /// What is laid over it.
    pub(super) over: Option<&'a Over>,
    /// The honours whose bearers alone are listed.
    pub(super) honour: Option<MarkIx>,
    /// Whether only what is lit is listed.
    pub(super) alone: bool,
}

/// The list.
pub(super) fn list(listed: Listed<'_>) -> Html {
    let Listed { library, here, lang, lens, trace, over, honour, alone } = listed;
    let catalog = &library.catalog;
    let record = catalog.lens(lens);
    let table = words::of(lang);
    let more = words::further(lang);
    let year = here.query.year;
    let shown = |entity: EntityIx| {
        let lit = trace.is_some_and(|trace| trace.part(entity).is_lit());
        let bears = honour.is_none_or(|mark| catalog.bears(entity, mark));
        (lit || !alone) && bears && year.is_none_or(|year| catalog.entity(entity).existed_in(year))
    };
    let members: Vec<Vec<EntityIx>> = (0..record.columns.len())
        .map(|column| {
            catalog
                .each_entity()
                .map(|(entity, _)| entity)
                .filter(|entity| record.column_of(*entity) == Some(column) && shown(*entity))
                .collect()
        })
        .collect();
    html! {
        <div class="list" data-view="list">
            <p class="list__note">{ more.list_note }</p>
            { for over.map(|over| legend(library, over, members.iter().flatten().filter(|entity| over.touches(**entity)).count(), lang)) }
            <nav class="list__folds" aria-label={table.list}>
                {
                    for record.columns.iter().zip(&members).filter(|(_, members)| honour.is_none() || !members.is_empty()).map(|(column, _)| html! {
                        <a key={column.id.to_string()} class={pane::glass(Some(column))} href={format!("{}#fold-{}", here.write(lang), column.id)}>
                            if let Some(sign) = &column.sign { <b>{ text::spelling(catalog, sign, lang) }</b>{ " " } }
                            <span>{ text::text(catalog, &column.name, lang) }</span>
                        </a>
                    })
                }
            </nav>
            {
                // Where somebody is picked out, folds with none of them say nothing.
                for record.columns.iter().zip(&members).filter(|(_, members)| honour.is_none() || !members.is_empty()).map(|(column, members)| html! {
                    <section key={column.id.to_string()} class={classes!("fold", pane::glass(Some(column)))} id={format!("fold-{}", column.id)}>
                        <h2>
                            if let Some(sign) = &column.sign { <b>{ text::spelling(catalog, sign, lang) }</b>{ " " } }
                            <span>{ text::text(catalog, &column.name, lang) }</span>{ " " }
                            <em class="num">{ members.len().to_string() }</em>
                        </h2>
                        if members.is_empty() {
                            <p class="none">{ more.nothing_here }</p>
                        } else {
                            { rows(listed, column, members) }
                        }
                    </section>
                })
            }
        </div>
    }
}

/// The table of one fold.
fn rows(listed: Listed<'_>, column: &Column, members: &[EntityIx]) -> Html {
    let Listed { library, lang, .. } = listed;
    let catalog = &library.catalog;
    let table = words::of(lang);
    let more = words::further(lang);
    html! {
        <table>
            <caption class="visually-hidden">{ text::text(catalog, &column.name, lang) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ more.name }</th>
                    <th scope="col">{ more.years }</th>
                    <th scope="col">{ table.comes_from }</th>
                    <th scope="col">{ table.goes_to }</th>
                </tr>
            </thead>
            <tbody>{ for members.iter().map(|entity| row(listed, column, *entity)) }</tbody>
        </table>
    }
}

fn row(listed: Listed<'_>, column: &Column, entity: EntityIx) -> Html {
    let Listed { library, here, lang, lens, trace, over, honour, .. } = listed;
    let catalog = &library.catalog;
    let record = catalog.entity(entity);
    let table = words::of(lang);
    let more = words::further(lang);
    let part = trace.map(|trace| trace.part(entity));
    let to = Address { lang: here.lang, page: Page::Chain, query: lit(here, record.id.as_str()) };
    let ends = |upstream: bool| {
        let rows = catalog.graph.reaching(entity).iter().chain(catalog.graph.leaving(entity));
        // The map hides the same links.
        let followed = rows.filter(|link| {
            let link = catalog.link(**link);
            let shown =
                here.query.evidence().has(link.evidence) && here.query.year.is_none_or(|year| link.held_in(year));
            shown && catalog.lens(lens).follows(link.kind)
        });
        followed
            .filter_map(|link| {
                let (source, target) = catalog.ends(catalog.link(*link));
                match upstream {
                    true if target == entity => Some((*link, source)),
                    false if source == entity => Some((*link, target)),
                    _ => None,
                }
            })
            .collect::<Vec<(LinkIx, EntityIx)>>()
    };
    let touched = over.filter(|over| over.touches(entity)).map(|over| {
        let names = names(library, over, entity, lang);
        words::fill(words::overlays(lang).touched_spoken, &[&names])
    });
    // What the map leaves to be said in words.
    let years = match (drawing::years(record), &record.since) {
        (years, Some(since)) if years.is_empty() => words::date(lang, &since.date),
        (years, _) => years,
    };
    let other = record.name.full.0.iter().find(|spelling| (lang == Lang::En) == (spelling.tag != Lang::En.into()));
    html! {
        <tr key={entity.0} data-entity={record.id.to_string()} data-trace={part.map(Part::word)} class={classes!(part.map(|part| format!("row--{}", part.word())))}>
            <th scope="row">
                <div>
                    { pane::pane(Some(column), "row__pane") }
                    <Go {to} {lang}>{ text::text(catalog, &record.name.full, lang) }</Go>
                    if let Some(other) = other { { " " }<small>{ text::spelling(catalog, other, lang) }</small> }
                    { " " }
                    { for badge::planned(record.planned, lang) }
                    { " " }
                    { for badge::listed(library, entity, honour, here, lang) }
                    if let Some(touched) = touched { { " " }<small class="row__over">{ touched }</small> }
                </div>
            </th>
            <td data-head={more.years} class="num">{ years }</td>
            <td data-head={table.comes_from}>{ cell(library, &ends(true), here, lang) }</td>
            <td data-head={table.goes_to}>{ cell(library, &ends(false), here, lang) }</td>
        </tr>
    }
}

/// The entities at the other ends, each with its link's kind and evidence where that is less than documented.
fn cell(library: &Library, ends: &[(LinkIx, EntityIx)], here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    if ends.is_empty() {
        return html! { <span class="none">{ words::of(lang).not_on_record }</span> };
    }
    html! {
        <ul class="plain">
            {
                for ends.iter().map(|(link, entity)| {
                    let record = catalog.entity(*entity);
                    let link_record = catalog.link(*link);
                    let ids = [link_record.from, link_record.to].map(|end| catalog.entity(end).id.to_string());
                    let [from, to_id] = ids;
                    let kind = catalog.link_kind(link_record.kind);
                    let to = Address { lang: here.lang, page: Page::Chain, query: lit(here, record.id.as_str()) };
                    let weak = link_record.evidence != crate::model::Evidence::Documented;
                    html! {
                        <li key={link.0} data-from={from} data-to={to_id} data-kind={kind.id.to_string()}>
                            <Go {to} {lang}>{ text::text(catalog, &record.name.full, lang) }</Go>{ " " }
                            { for badge::planned(link_record.planned, lang) }
                            if weak {
                                { " " }<small class={classes!("tag", marks::evidence_class(link_record.evidence))}>{ words::evidence(lang, link_record.evidence) }</small>
                            }
                        </li>
                    }
                })
            }
        </ul>
    }
}
