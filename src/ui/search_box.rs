//! The search field with what it finds. Silent while an input method is composing.

use yew::prelude::*;

use super::{
    ask::{self, Answer, Question},
    badge, browser,
    context::{Here, Library, use_dispatch, use_library},
    hooks::use_active_listener,
    link::Go,
    marks, pane, text,
};
use crate::{
    model::{Catalog, Lang},
    search::{Field, Hit},
    view::{Action, Address, Page, Query},
    words,
};

/// Properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct SearchProps {
    /// Where the reader is; the query is the address's.
    pub here: Here,
    /// The language.
    pub lang: Lang,
}

/// What a query finds, `None` before the answer to it is there.
#[hook]
fn use_hits(library: &Library, query: &str, lang: Lang) -> Option<Vec<Hit>> {
    let hits = use_state_eq(|| None::<(String, Vec<Hit>)>);
    {
        let hits = hits.clone();
        use_effect_with((library.clone(), query.to_owned(), lang), move |(library, query, lang)| {
            let (library, query, lang) = (library.clone(), query.clone(), *lang);
            wasm_bindgen_futures::spawn_local(async move {
                if query.trim().is_empty() {
                    hits.set(None);
                } else if let Answer::Found(found) = ask::ask(Question::Search(library, query.clone(), lang)).await {
                    browser::mark_when_shown(
                        "search-done",
                        vec![("query", query.as_str().into()), ("hits", (found.len() as u32).into())],
                    );
                    hits.set(Some((query, found)));
                }
            });
        });
    }
    hits.as_ref().filter(|(asked, _)| asked == query).map(|(_, found)| found.clone())
}

/// The search field.
#[component]
pub fn SearchBox(props: &SearchProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let SearchProps { here, lang } = props;
    let lang = *lang;
    let table = words::of(lang);
    let hits = use_hits(&library, &here.query.q, lang);
    let field = use_node_ref();
    let type_in = use_callback(dispatch.clone(), |field: web_sys::HtmlInputElement, dispatch| {
        dispatch.emit(Action::Search(field.value()));
    });
    let oninput = type_in.reform(|event: InputEvent| event.target_unchecked_into::<web_sys::HtmlInputElement>());
    let oninput = Callback::from(move |event: InputEvent| {
        if !event.is_composing() {
            oninput.emit(event);
        }
    });
    // The browser's last input event of a composition still counts as composing; its end is told apart.
    let on_composed = use_callback(type_in, |event: Event, type_in| {
        type_in.emit(event.target_unchecked_into::<web_sys::HtmlInputElement>());
    });
    use_active_listener(field.clone(), "compositionend", on_composed);
    let first = hits.as_ref().and_then(|hits| hits.first()).map(|hit| target(&library, here, hit));
    let onkeydown = use_callback((first, dispatch), |event: KeyboardEvent, (first, dispatch)| {
        if event.is_composing() {
            return;
        }
        match (event.key().as_str(), first) {
            ("Enter", Some(first)) => {
                event.prevent_default();
                dispatch.emit(Action::Go(Box::new(first.clone())));
            }
            ("Escape", _) => dispatch.emit(Action::Search(String::new())),
            _ => {}
        }
    });
    let found = hits.as_ref().map(|hits| match hits.len() {
        0 => words::fill(table.found_none, &[&here.query.q]),
        some => words::count(table.found, &[some]),
    });
    html! {
        <div class="search" role="search">
            <label class="field">
                <span class="visually-hidden">{ table.search }</span>
                { marks::looking_glass() }
                <input
                    ref={field}
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    placeholder={table.search_hint}
                    value={here.query.q.clone()}
                    {oninput}
                    {onkeydown}
                />
            </label>
            <div class="search__found" hidden={found.is_none()}>
                <p role="status">{ found.clone().unwrap_or_default() }</p>
                <ul class="plain">
                    {
                        for hits.iter().flatten().map(|hit| html! {
                            <li key={hit.entity.0}>{ hit_row(&library, here, hit, lang) }</li>
                        })
                    }
                </ul>
            </div>
        </div>
    }
}

/// Where a hit leads: its trace on the chain, in the lens one is in where that shows it. Who comes from another page has no map before
/// him that should stay as it is, and sees the trace alone, as large as there is room for.
fn target(library: &Library, here: &Here, hit: &Hit) -> Address {
    let catalog = &library.catalog;
    let id = catalog.entity(hit.entity).id.to_string();
    let lens = here.query.lens.as_deref().and_then(|id| catalog.find_lens(id));
    let shown = |lens: Option<crate::model::LensIx>| {
        catalog.lens(lens.unwrap_or(crate::model::LensIx(0))).column_of(hit.entity).is_some()
    };
    let lens = if shown(lens) {
        lens
    } else {
        (0..catalog.lenses.len()).map(crate::model::LensIx::from).find(|lens| shown(Some(*lens)))
    };
    let Some(page) = (lens.is_some() || shown(None)).then_some(Page::Chain) else {
        return here.to_page(Page::Entity(id));
    };
    let only = here.query.only || here.page != Page::Chain;
    let lens = lens.filter(|lens| lens.0 > 0).map(|lens| catalog.lens(lens).id.to_string());
    let query = Query { focus: Some(id), lens, q: String::new(), up: None, down: None, only, ..here.query.clone() };
    Address { lang: here.lang, page, query }
}

/// By which name a hit is one; `None` where the name that is shown anyway says so.
fn reason(catalog: &Catalog, hit: &Hit, lang: Lang) -> Option<String> {
    let table = words::of(lang);
    let field = match hit.field {
        Field::Name => table.by_name,
        Field::Short => table.by_short,
        Field::Alias => table.by_alias,
        Field::Former => table.by_former,
        Field::English => table.by_english,
        Field::Jyutping => table.by_jyutping,
        Field::Pinyin => table.by_pinyin,
    };
    (!hit.is_plain(catalog, lang)).then(|| words::fill(table.matched, &[field, &hit.matched]))
}

fn hit_row(library: &Library, here: &Here, hit: &Hit, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let record = catalog.entity(hit.entity);
    let column = catalog.stage_of(hit.entity);
    let kind = catalog.kinds.get(record.kind.at());
    html! {
        <Go class="hit" to={target(library, here, hit)} {lang}>
            { pane::pane(column, "chip__pane") }
            <span>
                <b>{ text::text(catalog, &record.name.full, lang) }</b>
                if let Some(kind) = kind { <small>{ text::text(catalog, &kind.name, lang) }</small> }
                // The opening page speaks of it by the name alone.
                if cfg!(feature = "further") && record.planned { { for badge::planned(true, lang) } }
                if let Some(why) = reason(catalog, hit, lang) {
                    <small class="hit__why" lang={hit.tag.map(|tag| catalog.languages.tag(tag).to_owned()).filter(|tag| tag != lang.tag())}>{ why }</small>
                }
            </span>
        </Go>
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use yew::LocalServerRenderer;

    use super::*;
    use crate::{
        load::load,
        search::Index,
        ui::context::{Loaded, Shared},
    };

    /// What a search finds, row by row.
    #[component]
    fn Found() -> Html {
        let file = br#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] }, "kinds": [{ "id": "k", "name": { "en": "Lane" } }],
            "entities": [{ "id": "a", "kind": "k", "name": { "en": "Tea one" } }, { "id": "b", "kind": "k", "name": { "en": "Tea two" }, "planned": true }] }"#;
        let catalog = load(file).catalog.unwrap_or_default();
        let index = Index::new(&catalog);
        let hits = index.find(&catalog, "tea", Lang::En);
        let library = Shared::new(Loaded { catalog, findings: Vec::new(), set_aside: 0, folder: String::new(), index });
        let here = Rc::new(Address::parse("en/chain", ""));
        html! { <>{ for hits.iter().map(|hit| hit_row(&library, &here, hit, Lang::En)) }</> }
    }

    #[tokio::test]
    async fn a_hit_that_was_only_planned_says_so_as_a_row_of_the_list_does() {
        let html = LocalServerRenderer::<Found>::new().hydratable(false).render().await;
        let rows: Vec<&str> = html.split("<b>").skip(1).collect();
        assert!(rows.len() == 2 && rows[0].starts_with("Tea one"), "{html}");
        assert!(!rows[0].contains("planned") && rows[1].contains("tag--planned"), "{html}");
    }

    /// Of the small district: what a query finds, each with why, and where the first leads from a page.
    fn found(path: &str, query: &str) -> (Vec<String>, String) {
        let mut text = include_str!("../../tests/districts/quay.json").to_owned();
        text = text.replace(
            "\"aliases\"",
            "\"former\": [{ \"name\": { \"text\": \"Ash House\", \"lang\": \"en\" } }], \"aliases\"",
        );
        let catalog = load(text.as_bytes()).catalog.unwrap_or_default();
        let index = Index::new(&catalog);
        let hits = index.find(&catalog, query, Lang::En);
        let library = Shared::new(Loaded { catalog, findings: Vec::new(), set_aside: 0, folder: String::new(), index });
        let (at, asked) = path.split_once('?').unwrap_or((path, ""));
        let here = Rc::new(Address::parse(at, asked));
        let to = hits.first().map(|hit| target(&library, &here, hit).write(Lang::En)).unwrap_or_default();
        let why = |hit: &Hit| {
            let name = library.catalog.entity(hit.entity).name.full.words(Lang::En).to_owned();
            reason(&library.catalog, hit, Lang::En).map_or_else(|| name.clone(), |why| format!("{name}, {why}"))
        };
        (hits.iter().map(why).collect(), to)
    }

    #[test]
    fn a_hit_says_by_which_name_it_is_one_unless_that_is_the_one_that_is_shown() {
        for (query, told) in [
            ("smoke", "Smokehouse"),
            ("燻房", "Smokehouse, matches name: 燻房"),
            ("quay", "Old Quay, matches English name: Old Quay"),
            ("reek", "Smokehouse, matches other name: The Reek"),
            ("ash", "Smokehouse, matches former name: Ash House"),
            ("gau6", "Old Quay, matches jyutping: gau6 bou6 tau4"),
        ] {
            assert_eq!(found("en/chain", query).0[0], told, "{query}");
        }
    }

    #[test]
    fn a_hit_leads_to_its_trace_in_a_lens_that_shows_it_and_alone_for_who_comes_from_elsewhere() {
        for (path, query, to) in [
            ("en/chain", "kipper", "en/chain?focus=kipper"),
            ("en/chain?lens=masters", "kipper", "en/chain?focus=kipper"),
            ("en/chain?lens=masters", "smokehouse", "en/chain?focus=smokehouse&lens=masters"),
            ("en/chain", "ann", "en/chain?focus=ann&lens=masters"),
            ("en/", "kipper", "en/chain?focus=kipper&only=1"),
        ] {
            assert_eq!(found(path, query).1, to, "{query} at {path}");
        }
    }
}
