//! Honours as badges, and what a statement rests on.

use yew::prelude::*;

use super::{
    context::{Here, Library},
    marks, text,
};
use crate::{
    model::{Catalog, EntityIx, Evidence, Honour, Lang, MarkIx, SourceIx},
    view::{Address, Page, Query, View},
    words,
};

/// An honour with its year, behind a small seal so that its red is not that of governance alone.
pub fn honour(library: &Library, honour: &Honour, lang: Lang) -> Html {
    let year = honour.date.map(|date| words::date(lang, &date));
    html! {
        <span class="badge">
            { seal() }
            { text::text(&library.catalog, &honour.name, lang) }
            if let Some(year) = year { <span class="num">{ format!(" {year}") }</span> }
            if let Some(grantor) = &honour.grantor { <small class="badge__by">{ text::text(&library.catalog, grantor, lang) }</small> }
        </span>
    }
}

/// An honour as the way to all who bear one of its kind; by itself where its kind is not told.
pub fn honour_link(library: &Library, shown: &Honour, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let Some(mark) = shown.mark else { return honour(library, shown, lang) };
    let title = words::count(words::honours(lang).all_with, &[catalog.bearers(mark).count()]);
    let query = Query {
        honour: Some(catalog.marks[mark.at()].id.to_string()),
        view: View::List,
        ..here.to_page(Page::Chain).query
    };
    let href = Address { lang: here.lang, page: Page::Chain, query }.write(lang);
    html! { <a class="badge__way" {href} data-go="1" {title}>{ honour(library, shown, lang) }</a> }
}

/// The kinds of honours that an entity bears, as small seals with their names; nothing where it bears none.
pub fn kinds(library: &Library, entity: EntityIx, lang: Lang) -> Option<Html> {
    let catalog = &library.catalog;
    let borne: Vec<usize> =
        (0..catalog.marks.len()).filter(|mark| catalog.bears(entity, MarkIx::from(*mark))).collect();
    let one = |mark: &usize| html! { <li key={*mark}>{ seal() }{ text::text(catalog, &catalog.marks[*mark].name, lang) }</li> };
    (!borne.is_empty())
        .then(|| html! { <ul class="seals" aria-label={words::of(lang).honours}>{ for borne.iter().map(one) }</ul> })
}

fn seal() -> Html {
    html! { <svg class="badge__seal" viewBox="0 0 12 12" aria-hidden="true"><path d="M1 1h10v10H1Z" /><path class="badge__cut" d="M3.5 6h5M6 3.5v5" /></svg> }
}

/// Whether every source is of a weak kind; false without sources.
pub fn is_weak(library: &Library, sources: &[SourceIx]) -> bool {
    let weak = |source: &SourceIx| library.catalog.source(*source).kind.is_some_and(crate::model::SourceKind::is_weak);
    !sources.is_empty() && sources.iter().all(weak)
}

/// What a statement rests on: its class of evidence as a line and a word, then its sources.
pub fn rests_on(library: &Library, evidence: Evidence, sources: &[SourceIx], lang: Lang) -> Html {
    footing(library, evidence, sources, lang, true)
}

/// The same without links, for a screen that nobody may leave.
pub fn rests_on_in_words(library: &Library, evidence: Evidence, sources: &[SourceIx], lang: Lang) -> Html {
    footing(library, evidence, sources, lang, false)
}

fn footing(library: &Library, evidence: Evidence, sources: &[SourceIx], lang: Lang, linked: bool) -> Html {
    let table = words::of(lang);
    let catalog = &library.catalog;
    let comma = if lang == Lang::En { "; " } else { "；" };
    html! {
        <p class={classes!("evidence", format!("evidence--{}", evidence.word()))}>
            { marks::evidence_sample(evidence) }
            <span>
                <b>{ words::evidence(lang, evidence) }</b>
                if is_weak(library, sources) { <em class="weak">{ table.weak_sources }</em> }
                {
                    for sources.iter().enumerate().map(|(place, source)| {
                        let source = catalog.source(*source);
                        let gap = if place == 0 { " " } else { comma };
                        let title = text::text(catalog, &source.title, lang);
                        let shown = match source.url.as_ref().filter(|_| linked) {
                            Some(url) => html! { <a href={url.to_string()} rel="noopener noreferrer external">{ title }</a> },
                            None => title,
                        };
                        let publisher = text::text(catalog, &source.publisher, lang);
                        html! {
                            <key={place}>
                                { gap }{ shown }
                                if !source.publisher.is_empty() { <small>{ " " }{ publisher }</small> }
                            </>
                        }
                    })
                }
            </span>
        </p>
    }
}

/// A source in a list: title, publisher, nature, date.
pub fn source(catalog: &Catalog, ix: SourceIx, lang: Lang) -> Html {
    let source = catalog.source(ix);
    let title = text::text(catalog, &source.title, lang);
    html! {
        <>
            if let Some(url) = &source.url {
                <a href={url.to_string()} rel="noopener noreferrer external">{ title }</a>
            } else {
                { title }<small>{ format!(" ({})", words::further(lang).no_address) }</small>
            }
            <span class="sources__by">
                if !source.publisher.is_empty() { { text::text(catalog, &source.publisher, lang) } }
                if let Some(kind) = source.kind { <em class={kind.is_weak().then_some("weak")}>{ words::source_kind(lang, kind) }</em> }
                if let Some(date) = source.date { <span class="num">{ words::date(lang, &date) }</span> }
            </span>
        </>
    }
}
