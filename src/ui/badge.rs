//! Honours as badges, and what a statement rests on.

use yew::prelude::*;

use super::{
    context::{Here, Library},
    link::Go,
    marks, text,
};
use crate::{
    model::{Catalog, EntityIx, Evidence, Honour, Lang, MarkIx, SourceIx},
    sorting::sort,
    view::{Address, Page, Query, View},
    words,
};

/// How much an honour says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// What is known of it.
    Known,
    /// That too which is not.
    All,
}

/// An honour with its year, behind a small seal so that its red is not that of governance alone.
pub fn honour(library: &Library, honour: &Honour, said: Said, lang: Lang) -> Html {
    let year = honour.date.map(|date| words::date(lang, &date));
    let table = words::honours(lang);
    let unknown = [(honour.date.is_none(), table.no_year), (honour.grantor.is_none(), table.no_grantor)];
    let unknown = unknown.into_iter().filter(|(missing, _)| *missing && said == Said::All).map(|(_, word)| word);
    let unknown = unknown.collect::<Vec<_>>().join(words::punctuation(lang).comma);
    html! {
        <span class="badge">
            { seal() }
            { text::text(&library.catalog, &honour.name, lang) }
            if let Some(year) = year { { " " }<span class="num">{ year }</span> }
            if let Some(grantor) = &honour.grantor { { " " }<small class="badge__by">{ text::text(&library.catalog, grantor, lang) }</small> }
            if !unknown.is_empty() { { " " }<small class="badge__by">{ unknown }</small> }
        </span>
    }
}

/// An honour as the way to all who bear one of its kind; by itself where its kind is not told.
pub fn honour_link(library: &Library, shown: &Honour, said: Said, here: &Here, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let Some(mark) = shown.mark else { return honour(library, shown, said, lang) };
    let record = &catalog.marks[mark.at()];
    let count = catalog.bearers(mark).count().to_string();
    let title = words::fill(words::honours(lang).all_with, &[record.name.words(lang), &count]);
    let query = Query { honour: Some(record.id.to_string()), view: View::List, ..here.to_page(Page::Chain).query };
    let href = Address { lang: here.lang, page: Page::Chain, query }.write(lang);
    html! { <a class="badge__way" {href} data-go="1" {title}>{ honour(library, shown, said, lang) }</a> }
}

/// The word that something was only planned, where it was.
pub fn planned(planned: bool, lang: Lang) -> Option<Html> {
    planned.then(|| html! { <small class="tag tag--planned">{ words::plates(lang).planned }</small> })
}

/// How many honours of one entity a list shows before it only counts them.
const LISTED: usize = 3;

/// The honours of an entity for a row of a list, each as the way to all of its kind; nothing where it bears none. First stand those of
/// the kind that is picked out, for they say why the row is there, then the earliest; what is left is counted and told on its page.
pub fn listed(library: &Library, entity: EntityIx, picked: Option<MarkIx>, here: &Here, lang: Lang) -> Option<Html> {
    let record = library.catalog.entity(entity);
    let said = words::honours(lang);
    let mut borne: Vec<&Honour> = record.honours.iter().collect();
    // What has no date comes after what has one.
    let key = |honour: &Honour| {
        (
            picked.is_none() || honour.mark != picked,
            honour.date.map_or((true, None), |date| (false, Some(date.sort_key()))),
        )
    };
    sort(&mut borne, |a, b| key(a).cmp(&key(b)));
    let left = borne.len().saturating_sub(LISTED);
    let to = || here.to_page(Page::Entity(record.id.to_string()));
    (!borne.is_empty()).then(|| {
        html! {
            <ul class="seals" aria-label={words::of(lang).honours}>
                { for borne.into_iter().take(LISTED).enumerate().map(|(place, honour)| html! { <li key={place}>{ honour_link(library, honour, Said::Known, here, lang) }</li> }) }
                if left > 0 { <li key="more"><Go to={to()} {lang}>{ words::count(said.more, &[left]) }</Go></li> }
            </ul>
        }
    })
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
    let semicolon = words::punctuation(lang).semicolon;
    html! {
        <p class={classes!("evidence", format!("evidence--{}", evidence.word()))}>
            { marks::evidence_sample(evidence) }
            <span>
                <b>{ words::evidence(lang, evidence) }</b>
                if is_weak(library, sources) { <em class="weak">{ table.weak_sources }</em> }
                {
                    for sources.iter().enumerate().map(|(place, source)| {
                        let source = catalog.source(*source);
                        let gap = if place == 0 { " " } else { semicolon };
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
                { title }<small>{ words::fill(words::punctuation(lang).brackets, &[words::further(lang).no_address]) }</small>
            }
            <span class="sources__by">
                if !source.publisher.is_empty() { { text::text(catalog, &source.publisher, lang) } }
                if let Some(kind) = source.kind { <em class={kind.is_weak().then_some("weak")}>{ words::source_kind(lang, kind) }</em> }
                if let Some(date) = source.date { <span class="num">{ words::date(lang, &date) }</span> }
            </span>
        </>
    }
}
