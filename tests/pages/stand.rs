//! What the tests of pages stand on: a library from a file, and what is rendered with it.

use std::rc::Rc;

use scraper::{ElementRef, Html as Document, Selector};
use serde_json::Value;
use taste::{
    load::load,
    model::{Catalog, Depth, EntityIx, EvidenceSet, Lang, LensIx, ShapeKind},
    search::Index,
    trace::{self, Request},
    ui::{
        context::{Dispatch, Library, Loaded, Shared},
        map::{ChainMap, Opening},
        pages, shell,
    },
    view::{
        Address,
        address::Theme,
        drawing::{self, Drawing, Room, Size, Wanted},
        over::{Laid, Over},
    },
};
use yew::{LocalServerRenderer, prelude::*};

/// The published file.
pub(crate) const XIGUAN: &str = "data/xiguan.json";
/// Another district's file.
pub(crate) const DISTRICT: &str = "tests/districts/quay.json";

/// The library of a file of this project.
pub(crate) fn library(file: &str) -> Library {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    library_of(&std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// The library of a file's bytes.
pub(crate) fn library_of(bytes: &[u8]) -> Library {
    let loaded = load(bytes);
    let catalog = loaded.catalog.unwrap_or_else(|| panic!("it can be read: {:#?}", loaded.findings));
    let index = Index::new(&catalog);
    let folder = "data/".to_owned();
    Shared::new(Loaded { catalog, findings: loaded.findings, set_aside: loaded.set_aside, folder, index })
}

/// The other district's library, with something of its file changed.
pub(crate) fn changed(change: impl FnOnce(&mut Value)) -> Library {
    let path = format!("{}/{DISTRICT}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut file: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    change(&mut file);
    library_of(file.to_string().as_bytes())
}

/// Addresses of one page of every kind.
pub(crate) fn pages_of(library: &Library) -> Vec<String> {
    let catalog = &library.catalog;
    let start = catalog.site.start.as_ref().expect("it has a first view");
    let focus = &catalog.entity(start.focus).id;
    let story = &catalog.stories[0].id;
    let plates = catalog.plates.iter().map(|plate| format!("plate/{}", plate.id));
    let walks = catalog.routes.iter().take(1).map(|route| format!("walk/{}", route.id));
    let streets = catalog.map.iter().flat_map(|map| &map.shapes).filter(|shape| shape.kind == ShapeKind::Street);
    let streets = streets.take(1).map(|street| format!("places?street={}", street.id));
    ["", "chain", "chain?view=list", "stories", "check", "about", "nowhere", "places", "time", "walks", "contents"]
        .into_iter()
        .map(str::to_owned)
        .chain(plates)
        .chain(walks)
        .chain(streets)
        .chain([
            format!("chain?focus={focus}"),
            format!("chain?focus={focus}&view=list"),
            format!("entity/{focus}"),
            format!("places?focus={focus}"),
            format!("walk?focus={focus}&up=all&down=all"),
            format!("story/{story}/1"),
        ])
        .collect()
}

/// What is rendered.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// The page of the address.
    Page,
    /// The map of the whole lens of the address with the trace of an entity, and with another lens laid over it.
    Map(Option<EntityIx>, Option<Laid>),
}

/// The drawing of a whole lens as a map here shows it.
pub(crate) fn drawn(catalog: &Catalog, lens: LensIx, lang: Lang) -> Drawing {
    let (room, size, fill) = (Room::Wide, Size::Plate, (1440.0, 760.0));
    drawing::draw(catalog, &Wanted { lens, lang, room, size, fill, only: None, wrap: false, effort: 1 })
}

/// All that is up and down of an entity.
fn whole_trace(focus: EntityIx, lens: LensIx) -> Request {
    Request { focus, up: Depth::All, down: Depth::All, lens, year: None, evidence: EvidenceSet::ALL }
}

/// The drawing of a chain alone as a map here shows it: in the room that a panel leaves of a window of 1280 by 800.
pub(crate) fn alone(catalog: &Catalog, focus: EntityIx, lens: LensIx, lang: Lang) -> Drawing {
    let (room, size, fill) = (Room::Wide, Size::Chain, (736.0, 530.0));
    let only = Some(whole_trace(focus, lens));
    drawing::draw(catalog, &Wanted { lens, lang, room, size, fill, only, wrap: false, effort: 1 })
}

#[derive(Properties, PartialEq)]
struct StandProps {
    library: Library,
    address: Address,
    shown: Shown,
}

#[component]
fn Stand(props: &StandProps) -> Html {
    let StandProps { library, address, shown } = props;
    let here = Rc::new(address.clone());
    let lang = address.lang.unwrap_or(Lang::En);
    let dispatch = Dispatch::noop();
    let inside = match *shown {
        Shown::Page => shell::around(&here, lang, Theme::Light, pages::shown(library, &here, lang)),
        Shown::Map(focus, laid) => {
            let catalog = &library.catalog;
            let lens = pages::lens_of(library, &address.query);
            let trace = focus.map(|focus| trace::run(catalog, whole_trace(focus, lens)));
            let drawing = Shared::new(match focus.filter(|_| address.query.only) {
                Some(focus) => alone(catalog, focus, lens, lang),
                None => drawn(catalog, lens, lang),
            });
            let over = laid.map(|laid| Shared::new(Over::new(catalog, laid)));
            html! { <ChainMap {drawing} trace={trace.map(Shared::new)} {over} {lens} {lang} {here} opening={Opening::Whole(1.0)} /> }
        }
    };
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
            <ContextProvider<Library> context={library.clone()}>{ inside }</ContextProvider<Library>>
        </ContextProvider<Dispatch>>
    }
}

async fn rendered(library: &Library, path: &str, shown: Shown) -> Document {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let (library, address) = (library.clone(), Address::parse(path, query));
    let stand = StandProps { library, address, shown };
    let html = LocalServerRenderer::<Stand>::with_props(stand).hydratable(false).render();
    Document::parse_fragment(&html.await)
}

/// A page by its address.
pub(crate) async fn page(library: &Library, path: &str) -> Document {
    rendered(library, path, Shown::Page).await
}

/// The map of the whole lens of the address, with the trace of an entity and another lens laid over it where these are given.
pub(crate) async fn map(library: &Library, path: &str, focus: Option<EntityIx>, laid: Option<Laid>) -> Document {
    rendered(library, path, Shown::Map(focus, laid)).await
}

/// Waits for something, in tests that have nothing else to wait for.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be made");
    runtime.block_on(tokio::task::LocalSet::new().run_until(future))
}

/// Everything that a selector finds.
pub(crate) fn all<'a>(document: &'a Document, selector: &str) -> Vec<ElementRef<'a>> {
    document.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The words of everything that a selector finds, parted by single spaces.
pub(crate) fn said(document: &Document, selector: &str) -> Vec<String> {
    let words = |found: ElementRef<'_>| found.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    all(document, selector).into_iter().map(words).collect()
}

/// Where everything that a selector finds leads.
pub(crate) fn ways(document: &Document, selector: &str) -> Vec<String> {
    all(document, selector).iter().filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
}
