//! Who vouches for something, or, for one of those, what hangs on it. Told of a lens that is laid over another.

mod leads;
mod vouches;

use yew::prelude::*;

use super::{Level, neighbours::Grounds};
use crate::{
    model::{EntityIx, Lang, LensIx, LinkIx},
    ui::{
        context::{Here, Library, use_library},
        link::Go,
        over::{asked, told, use_over},
        pane::{glass, pane},
        text,
    },
    view::{
        Address, Page, Query,
        over::{Laid, Over, Touch, own_links},
    },
    words,
};

/// What is laid over what, where an entity has a place in either.
fn laid(library: &Library, entity: EntityIx, lens: LensIx, here: &Here) -> Option<Laid> {
    let catalog = &library.catalog;
    told(library, lens, &here.query).filter(|laid| laid.is_above(catalog, entity) || laid.is_below(catalog, entity))
}

/// Whether it is told, not only offered. Beside a map it is told while that is laid over the map, or of the lens that is; on a page of
/// its own of the first one that the file has.
fn is_told(library: &Library, laid: Laid, lens: LensIx, here: &Here, level: Level) -> bool {
    level == Level::Page || laid.over == lens || asked(library, lens, &here.query).is_some()
}

/// The links of an entity that its section tells; other parts of the panel need not repeat them.
pub(super) fn links(library: &Library, entity: EntityIx, lens: LensIx, here: &Here, level: Level) -> Vec<LinkIx> {
    laid(library, entity, lens, here)
        .filter(|laid| is_told(library, *laid, lens, here, level))
        .map_or_else(Vec::new, |laid| own_links(&library.catalog, &laid, entity))
}

/// The section on one lens over another, or the way to it.
pub(super) fn section(
    library: &Library,
    entity: EntityIx,
    lens: LensIx,
    here: &Here,
    lang: Lang,
    level: Level,
) -> Option<Html> {
    let catalog = &library.catalog;
    let laid = laid(library, entity, lens, here)?;
    if is_told(library, laid, lens, here, level) {
        // Of another entity it is told anew, with nothing unfolded.
        return Some(html! { <Told key={entity.0} {entity} {laid} here={here.clone()} {lang} {level} /> });
    }
    let record = catalog.lens(laid.over);
    let query = Query { over: Some(record.id.to_string()), ..here.query.clone() };
    let to = Address { query, ..(**here).clone() };
    let way = words::fill(words::overlays(lang).lay_it, &[record.name.words(lang)]);
    Some(html! { <p class="over__way"><Go class="btn" {to} {lang}>{ way }</Go></p> })
}

/// Properties of [`Told`].
#[derive(Properties, PartialEq)]
struct ToldProps {
    entity: EntityIx,
    laid: Laid,
    here: Here,
    lang: Lang,
    level: Level,
}

/// The section.
#[component]
fn Told(props: &ToldProps) -> Html {
    let library = use_library();
    let ToldProps { entity, laid, here, lang, level } = props;
    let over = use_over(&library, Some(*laid));
    let Some(over) = over.as_deref() else { return html! { <span hidden=true /> } };
    let teller = Teller { library: &library, over, here, lang: *lang, level: *level };
    if laid.is_above(&library.catalog, *entity) { teller.leads(*entity) } else { teller.vouches(*entity) }
}

/// What every part of the section needs.
#[derive(Clone, Copy)]
struct Teller<'a> {
    library: &'a Library,
    over: &'a Over,
    here: &'a Here,
    lang: Lang,
    level: Level,
}

impl Teller<'_> {
    /// Those who touch an entity, each with the link that says so.
    fn touches(self, touches: &[Touch], entity: EntityIx) -> Html {
        html! {
            <ul class="plain">
                { for touches.iter().map(|touch| html! { <li key={touch.who.0}>{ self.tie(touch.who, touch, entity) }</li> }) }
            </ul>
        }
    }

    /// One tie: the entity it is told of, how the link reads from `touched`, and what the touched one stands within.
    fn tie(self, told: EntityIx, touch: &Touch, touched: EntityIx) -> Html {
        let catalog = &self.library.catalog;
        let link = catalog.link(touch.link);
        let above = self.over.laid.is_above(catalog, told);
        // Told of who touches, the link is read from the touched end; told of what is touched, from the other.
        let end = if above { touch.through.unwrap_or(touched) } else { touch.who };
        let lens = catalog.lens(if above { self.over.laid.over } else { self.over.laid.base });
        let column = lens.column_of(told).and_then(|place| lens.columns.get(place));
        html! {
            <div class={classes!("tie", glass(column))}>
                { pane(column, "chip__pane") }
                { self.link(told) }
                if let Some(place) = touch.through {
                    <small class="over__through">{ words::fill(words::overlays(self.lang).through, &[catalog.entity(place).name.full.words(self.lang)]) }</small>
                }
                <Grounds link={touch.link} leaving={link.from == end} lang={self.lang} whole=false />
            </div>
        }
    }

    /// A link to an entity: beside a map to its trace, in the lens that shows it.
    fn link(self, entity: EntityIx) -> Html {
        let Self { library, over, here, lang, .. } = self;
        let catalog = &library.catalog;
        let id = catalog.entity(entity).id.to_string();
        let of = |lens: LensIx| catalog.lens(lens).id.to_string();
        let to = if here.page == Page::Chain {
            let above = over.laid.is_above(catalog, entity);
            let lens = if above { over.laid.over } else { over.laid.base };
            let query = Query {
                focus: Some(id),
                up: None,
                down: None,
                only: false,
                lens: (lens.0 > 0).then(|| of(lens)),
                over: Some(of(over.laid.over)),
                ..here.query.clone()
            };
            Address { query, ..(**here).clone() }
        } else {
            here.to_page(Page::Entity(id))
        };
        html! { <Go class="chip" {to} {lang}>{ text::name(library, entity, lang) }</Go> }
    }
}
