//! What flows to an entity and from it, as links, and its other ties.

use web_sys::Element;
use yew::prelude::*;

use crate::{
    model::{Catalog, EntityIx, Lang, LinkIx},
    ui::{
        badge,
        context::{Here, Library, use_library},
        link::Go,
        marks, pane,
        panel::{Level, lit},
        text,
    },
    view::{Address, Page},
    words,
};

/// An entity at the other end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The entity.
    pub entity: EntityIx,
    /// The link.
    pub link: LinkIx,
    /// Whether the link begins here.
    pub leaving: bool,
}

/// What flows to an entity, or from it.
pub fn neighbours(catalog: &Catalog, entity: EntityIx, downstream: bool) -> Vec<Neighbour> {
    ties(catalog, entity).filter(|tie| flows(catalog, tie) && tie.leaving == downstream).collect()
}

/// Its ties along which nothing flows.
pub fn other_ties(catalog: &Catalog, entity: EntityIx) -> Vec<Neighbour> {
    ties(catalog, entity).filter(|tie| !flows(catalog, tie)).collect()
}

fn flows(catalog: &Catalog, tie: &Neighbour) -> bool {
    catalog.link_kind(catalog.link(tie.link).kind).flow
}

pub(super) fn ties(catalog: &Catalog, entity: EntityIx) -> impl Iterator<Item = Neighbour> {
    let reaching = catalog.graph.reaching(entity).iter().map(|link| (catalog.link(*link).from, *link, false));
    let leaving = catalog.graph.leaving(entity).iter().map(|link| (catalog.link(*link).to, *link, true));
    reaching.chain(leaving).map(|(entity, link, leaving)| Neighbour { entity, link, leaving })
}

/// Both directions side by side, then the other ties but those that are told elsewhere.
pub(super) fn sections(
    library: &Library,
    entity: EntityIx,
    elsewhere: &[LinkIx],
    here: &Here,
    lang: Lang,
    level: Level,
) -> Html {
    let catalog = &library.catalog;
    let table = words::of(lang);
    let placed = catalog.entity(entity).stage.is_some();
    let (up, down) = (neighbours(catalog, entity, false), neighbours(catalog, entity, true));
    let mut other = other_ties(catalog, entity);
    other.retain(|tie| !elsewhere.contains(&tie.link));
    html! {
        <>
            if placed || !up.is_empty() || !down.is_empty() {
                <div class="updown">
                    { section(library, table.comes_from, &up, here, lang, level) }
                    { section(library, table.goes_to, &down, here, lang, level) }
                </div>
            }
            if !other.is_empty() { { section(library, table.related, &other, here, lang, level) } }
        </>
    }
}

fn section(library: &Library, title: &'static str, ties: &[Neighbour], here: &Here, lang: Lang, level: Level) -> Html {
    let table = words::of(lang);
    html! {
        <section>
            { level.heading(title) }
            if ties.is_empty() {
                <p class="none">{ table.not_on_record }</p>
            } else {
                <ul class="plain">{ for ties.iter().enumerate().map(|(place, tie)| html! { <li key={place}>{ chip(library, tie, here, lang, level) }</li> }) }</ul>
            }
        </section>
    }
}

/// One neighbour: its pane and name as a link, how it is tied, and what is said of the tie.
fn chip(library: &Library, tie: &Neighbour, here: &Here, lang: Lang, level: Level) -> Html {
    let catalog = &library.catalog;
    let record = catalog.entity(tie.entity);
    let column = catalog.colour_of(tie.entity, None);
    let page = if here.page == Page::Chain { Page::Chain } else { Page::Entity(record.id.to_string()) };
    let to = Address {
        lang: here.lang,
        query: if page == Page::Chain { lit(here, record.id.as_str()) } else { here.to_page(Page::Home).query },
        page,
    };
    html! {
        <div class="tie" data-planned={record.planned.then_some("")}>
            { pane::pane(column, "chip__pane") }
            <Go class="chip" {to} {lang}>{ text::text(catalog, &record.name.full, lang) }</Go>
            <Grounds link={tie.link} leaving={tie.leaving} {lang} whole={level == Level::Page} />
        </div>
    }
}

/// Properties of [`Grounds`].
#[derive(Properties, PartialEq)]
pub(super) struct GroundsProps {
    pub(super) link: LinkIx,
    pub(super) leaving: bool,
    pub(super) lang: Lang,
    pub(super) whole: bool,
}

/// How two entities are tied, and, folded away, what is said of that and what it rests on. Beside a map that is written when it is
/// unfolded: a panel changes with every entity that is selected, and most of it would never be read.
#[component]
pub(super) fn Grounds(props: &GroundsProps) -> Html {
    let library = use_library();
    let GroundsProps { link, leaving, lang, whole } = *props;
    // What is unfolded is a tie, not a place in the list: the tie that takes its place begins folded.
    let unfolded = use_state_eq(|| None::<(LinkIx, bool)>);
    let tie = (link, leaving);
    let open = *unfolded == Some(tie);
    let ontoggle = Callback::from(move |event: Event| {
        let is_open = event.target_dyn_into::<Element>().is_some_and(|details| details.has_attribute("open"));
        unfolded.set(is_open.then_some(tie));
    });
    let catalog = &library.catalog;
    let link = catalog.link(link);
    let kind = catalog.link_kind(link.kind);
    let relation = if leaving { &kind.name } else { &kind.reverse };
    html! {
        <details {open} {ontoggle}>
            <summary>
                { marks::evidence_sample(link.evidence) }
                { text::text(catalog, relation, lang) }
                { for badge::planned(link.planned, lang) }
            </summary>
            if whole || open {
                if let Some(said) = &link.text { <p>{ text::text(catalog, said, lang) }</p> }
                { badge::rests_on(&library, link.evidence, &link.sources, lang) }
            }
        </details>
    }
}
