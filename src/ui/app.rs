//! The root: holds the address, loads the data, keeps history, title, language and theme in step, and shows the page.

use std::rc::Rc;

use gloo::{events::EventListener, timers::callback::Timeout};
use yew::prelude::*;

use super::{
    ask,
    browser::{self, Entry},
    context::{Dispatch, Here, Library, Loaded, Shared},
    link::use_following,
    pages::{self, failed::failed},
    part::{self, Part},
    shell,
};
use crate::{
    check::{Finding, Severity},
    model::Lang,
    view::{Action, Address, Change, Page, Query, address::Theme, apply},
    words,
};

/// Where the default data file stands, from the app's base.
pub(super) const DATA: &str = "data/xiguan.json";

/// After so long without an answer the page says that it is still waiting.
const SLOW: u32 = 8_000;

/// The state of the app: the address.
#[derive(Clone, Debug, PartialEq)]
struct Store {
    address: Here,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = apply(&self.address, action);
        // The same value gives the same `Rc`, so that nothing is rendered anew.
        if next == *self.address { self } else { Rc::new(Self { address: Rc::new(next) }) }
    }
}

/// Why there is no library.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Nothing stands at the address.
    Missing,
    /// The network gave no answer.
    Offline,
    /// The server answered with this status.
    Status(u16),
    /// The server sent a page.
    WebPage,
    /// The file cannot be read.
    Data(Vec<Finding>),
    /// The asked file is of another origin.
    Origin,
    /// The part of the app with the asked page could not be fetched.
    Part,
}

/// How far loading is.
#[derive(Clone, Debug, PartialEq)]
enum Load {
    Waiting { slow: bool },
    Failed(Failure),
    Ready(Library),
}

/// The address of the asked data file; `None` when it is of another origin.
fn data_address(asked: Option<&str>) -> Option<String> {
    let base = browser::document().base_uri().ok().flatten()?;
    let url = web_sys::Url::new_with_base(asked.unwrap_or(DATA), &base).ok()?;
    let own = browser::window().location().origin().ok()?;
    (url.origin() == own).then(|| url.href())
}

/// The bytes of a data file: those that a part of the app has fetched before, or fetched anew.
async fn bytes(address: &str, anew: bool) -> Result<Vec<u8>, Failure> {
    if let Some(bytes) = browser::left_file(address).filter(|_| !anew) {
        return Ok(bytes);
    }
    let request = gloo::net::http::Request::get(address).cache(web_sys::RequestCache::NoCache);
    let response = request.send().await.map_err(|_| Failure::Offline)?;
    match response.status() {
        404 | 410 => return Err(Failure::Missing),
        status if !response.ok() => return Err(Failure::Status(status)),
        _ => {}
    }
    // What is too large is not even fetched into memory.
    if let Some(finding) = crate::load::announced_too_large(response.headers().get("content-length").as_deref()) {
        return Err(Failure::Data(vec![finding]));
    }
    let bytes = response.binary().await.map_err(|_| Failure::Offline)?;
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'<') {
        return Err(Failure::WebPage);
    }
    browser::leave_file(address, &bytes);
    Ok(bytes)
}

thread_local! {
    /// The library that this part read last, with its address: coming back from the other part reads nothing again.
    static READ: std::cell::RefCell<Option<(String, Library)>> = const { std::cell::RefCell::new(None) };
}

/// Fetches and reads a data file.
async fn fetch(asked: Option<String>, anew: bool) -> Result<Library, Failure> {
    let address = data_address(asked.as_deref()).ok_or(Failure::Origin)?;
    let known =
        READ.with_borrow(|read| read.as_ref().filter(|(of, _)| *of == address).map(|(_, library)| library.clone()));
    if let Some(library) = known.filter(|_| !anew) {
        return Ok(library);
    }
    match ask::load(bytes(&address, anew).await?).await {
        (crate::load::Loaded { catalog: Some(catalog), findings, set_aside, .. }, Some(index)) => {
            let folder = address.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
            let library = Shared::new(Loaded { catalog, findings, set_aside, folder, index });
            READ.set(Some((address, library.clone())));
            Ok(library)
        }
        (loaded, _) => {
            let mut findings = loaded.findings;
            findings.retain(|finding| finding.severity() == Severity::Error);
            Err(Failure::Data(findings))
        }
    }
}

/// Loads the data file that the address asks for, again whenever that or `turn` changes.
#[hook]
fn use_load(data: Option<String>, turn: u32) -> Load {
    let state = use_state_eq(|| Load::Waiting { slow: false });
    {
        let state = state.clone();
        use_effect_with((data, turn), move |(data, turn)| {
            let (asked, anew) = (data.clone(), *turn > 0);
            state.set(Load::Waiting { slow: false });
            let late = {
                let state = state.clone();
                Timeout::new(SLOW, move || state.set(Load::Waiting { slow: true }))
            };
            // While the timer is here its request is the present one; both end together.
            let late = Rc::new(std::cell::Cell::new(Some(late)));
            {
                let (state, late) = (state.clone(), Rc::clone(&late));
                wasm_bindgen_futures::spawn_local(async move {
                    let outcome = fetch(asked, anew).await;
                    // An answer to a question that was asked before the present one is of no use.
                    if late.take().is_none() {
                        return;
                    }
                    state.set(match outcome {
                        Ok(library) => {
                            browser::mark_when_shown("data-ready", Vec::new());
                            Load::Ready(library)
                        }
                        Err(failure) => Load::Failed(failure),
                    });
                });
            }
            move || drop(late.take())
        });
    }
    (*state).clone()
}

/// Asks for another part of the app while one is wanted; whether it could not be fetched.
#[hook]
fn use_other_part(wanted: Option<&'static str>, turn: u32) -> bool {
    let missing = use_state_eq(|| false);
    {
        let missing = missing.clone();
        use_effect_with((wanted, turn), move |(wanted, _)| {
            missing.set(false);
            let listener = wanted.map(|name| {
                let listener = EventListener::new(&browser::window(), part::MISSING, move |_| missing.set(true));
                // This part leaves when the other one arrives, which may be at once: not while this one is being rendered.
                browser::on_frame(move || browser::tell(part::ASK, name));
                listener
            });
            move || drop(listener)
        });
    }
    *missing
}

/// Keeps history, title and address in step: each follows the address, which follows the history, and none answers its own echo.
#[hook]
fn use_history(address: &Here, lang: Lang, title: String, dispatch: &Dispatch) {
    let written = use_mut_ref(|| None::<Address>);
    {
        let (written, dispatch) = (Rc::clone(&written), dispatch.clone());
        use_effect_with((), move |()| {
            let listener = EventListener::new(&browser::window(), "popstate", move |_| {
                browser::forget_history();
                let here = browser::here();
                *written.borrow_mut() = Some(here.clone());
                dispatch.emit(Action::Go(Box::new(here)));
            });
            move || drop(listener)
        });
    }
    use_effect_with((Rc::clone(address), lang, title), move |(address, lang, title)| {
        let before = written.replace(Some((**address).clone()));
        // The first address is the one the reader came by; it is in the history already.
        let before = before.unwrap_or_else(|| (**address).clone());
        let change = before.change_to(address);
        let turned = before.page_without_step() != address.page_without_step();
        // An entry of the history takes the title that stands when it is left: the next one's title comes after the next entry.
        if change == Change::None {
            browser::leave_title(title.clone());
        } else {
            browser::leave_history(Entry {
                address: Rc::clone(address),
                lang: *lang,
                push: change == Change::Push,
                title: title.clone(),
            });
        }
        // The reader sees the answer first; then the browser keeps its books, which for some takes as long as a trace. A page that
        // is left is entered as it was, before another one is scrolled to its top.
        if turned {
            browser::on_frame(move || {
                browser::flush_history();
                browser::window().scroll_to_with_x_and_y(0.0, 0.0);
                browser::focus("main h1");
            });
        } else {
            browser::when_shown(browser::flush_history);
        }
    });
}

/// Properties of [`App`]: what the browser would tell of the reader comes from outside, so that rendering asks nobody.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// Which part of the app this is.
    pub part: &'static Part,
    /// Where the reader is.
    pub start: Address,
    /// The language the reader would choose.
    pub preferred: Option<Lang>,
    /// Whether the reader came from a page of the other part.
    pub arrived: bool,
}

/// The app, or one of its parts.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { part, arrived, preferred, .. } = *props;
    let store = use_reducer(|| Store { address: Rc::new(props.start.clone()) });
    let turn = use_state(|| 0_u32);
    let address = Rc::clone(&store.address);
    let load = use_load(address.query.data.clone(), *turn);
    let dispatch: Dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| {
            // What the reader chose by hand is kept for the next visit.
            match &action {
                Action::Lang(lang) => browser::keep("lang", lang.tag()),
                Action::Theme(theme) => browser::keep("theme", theme.word()),
                _ => {}
            }
            dispatcher.dispatch(action);
        })
    };

    use_following(&dispatch);
    let spoken: Vec<Lang> = match &load {
        Load::Ready(library) => library.catalog.site.languages.clone(),
        _ => Lang::ALL.to_vec(),
    };
    let usable = |lang: Option<Lang>| lang.filter(|lang| spoken.contains(lang));
    let lang =
        usable(address.lang).or_else(|| usable(preferred)).or_else(|| spoken.first().copied()).unwrap_or(Lang::ZhHans);
    let theme = address.query.theme;

    let title = match &load {
        Load::Ready(library) => pages::title(library, &address, lang),
        Load::Failed(_) => words::of(lang).failed_title.to_owned(),
        Load::Waiting { .. } => words::of(lang).loading.to_owned(),
    };
    use_history(&address, lang, title, &dispatch);
    let holder = match &load {
        Load::Ready(_) => pages::part_of(&address),
        Load::Failed(Failure::Data(_)) => pages::BROKEN,
        Load::Failed(_) | Load::Waiting { .. } => part.name,
    };
    let ours = holder == part.name;
    let missing = use_other_part((!ours).then_some(holder), *turn);
    let greeted = arrived && ours && !matches!(load, Load::Waiting { .. });
    use_effect_with(greeted, |greeted| {
        if *greeted {
            browser::window().scroll_to_with_x_and_y(0.0, 0.0);
            browser::on_frame(|| browser::focus("main h1"));
        }
    });
    {
        // An address without a language, or with one the file is not written in, replaces itself.
        let (dispatch, address) = (dispatch.clone(), Rc::clone(&address));
        let ready = matches!(load, Load::Ready(_));
        use_effect_with((ready, address.lang, lang), move |(ready, named, lang)| {
            if *ready && *named != Some(*lang) {
                dispatch.emit(Action::Go(Box::new(Address { lang: Some(*lang), ..(*address).clone() })));
            }
        });
    }
    use_effect_with(lang, |lang| browser::set_root("lang", lang.tag()));
    let shown_theme = use_state_eq(|| Theme::Light);
    {
        let shown_theme = shown_theme.clone();
        use_effect_with(theme, move |theme| {
            let theme = theme.unwrap_or_else(browser::preferred_theme);
            browser::set_root("data-theme", theme.word());
            shown_theme.set(theme);
        });
    }
    let retry = use_callback(turn, |(), turn| turn.set(**turn + 1));
    let table = words::of(lang);
    let asked = address.query.data.clone().unwrap_or_else(|| DATA.to_owned());
    let waiting = |slow: bool| {
        html! {
            <main class="boot" aria-busy="true">
                <p role="status">{ if slow { words::fill(table.failed_slow, &[&asked]) } else { table.loading.to_owned() } }</p>
                if slow {
                    <button class="btn" onclick={retry.reform(|_: MouseEvent| ())}>{ table.retry }</button>
                }
            </main>
        }
    };
    let page = match &load {
        Load::Ready(library) if ours => (part.shown)(library, &address, lang),
        _ if missing => failed(&Failure::Part, &asked, lang, &retry),
        Load::Ready(_) => waiting(false),
        Load::Failed(Failure::Data(findings)) => match part.broken {
            Some(broken) => broken(findings, &asked, lang, &retry),
            None => waiting(false),
        },
        Load::Failed(failure) => failed(failure, &asked, lang, &retry),
        Load::Waiting { slow } => waiting(*slow),
    };
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
            if let Load::Ready(library) = load {
                <ContextProvider<Library> context={library.clone()}>
                    { shell::around(&address, lang, *shown_theme, page) }
                </ContextProvider<Library>>
            } else {
                { page }
            }
        </ContextProvider<Dispatch>>
    }
}

impl Address {
    /// The page with the step of a story left out: steps are turned without moving the keyboard focus.
    fn page_without_step(&self) -> Page {
        match &self.page {
            Page::Story { id, .. } => Page::Story { id: id.clone(), step: 1 },
            page => page.clone(),
        }
    }
}

/// The address of the first view of a file, as a chain alone.
pub fn start_query(library: &Library) -> Query {
    let catalog = &library.catalog;
    let start = catalog.site.start.as_ref();
    let focus = start.map(|start| start.focus).or_else(|| catalog.each_entity().map(|(entity, _)| entity).next());
    Query {
        focus: focus.map(|focus| catalog.entity(focus).id.to_string()),
        up: start.map(|start| start.up),
        down: start.map(|start| start.down),
        lens: start.and_then(|start| start.lens).map(|lens| catalog.lens(lens).id.to_string()),
        only: true,
        ..Query::default()
    }
}
