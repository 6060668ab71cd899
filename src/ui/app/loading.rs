//! Loads the data file: fetches it, has it read, and says what went wrong.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    net::http::{Request, Response},
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

use crate::{
    check::{Finding, Severity},
    load,
    model::{Lang, Spelling, Text},
    ui::{
        ask, browser,
        context::{Library, Loaded, Shared},
    },
    words,
};

/// Where the default data file stands, from the app's base.
pub const DATA: &str = "data/xiguan.json";

/// After so long without an answer the page says that it is still waiting.
const SLOW: u32 = 8_000;

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
pub(super) enum Load {
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
    let request = Request::get(address).cache(web_sys::RequestCache::NoCache);
    let response = request.send().await.map_err(|_| Failure::Offline)?;
    match response.status() {
        404 | 410 => return Err(Failure::Missing),
        status if !response.ok() => return Err(Failure::Status(status)),
        _ => {}
    }
    // What is too large is not even fetched into memory.
    if let Some(finding) = load::announced_too_large(response.headers().get("content-length").as_deref()) {
        return Err(Failure::Data(vec![finding]));
    }
    let bytes = body(&response).await?;
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'<') {
        return Err(Failure::WebPage);
    }
    browser::leave_file(address, &bytes);
    Ok(bytes)
}

/// The bytes of an answer, piece by piece: how long one is that was compressed, or is sent in pieces, is not announced.
async fn body(response: &Response) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // An answer without content may have no stream.
    let Some(stream) = response.body() else { return Ok(bytes) };
    let reader: web_sys::ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let piece = JsFuture::from(reader.read()).await.and_then(|piece| js_sys::Reflect::get(&piece, &"value".into()));
        let piece = piece.map_err(|_| Failure::Offline)?;
        if piece.is_undefined() {
            return Ok(bytes);
        }
        bytes.extend(js_sys::Uint8Array::from(piece).to_vec());
        if let Some(finding) = load::too_large(bytes.len() as u64) {
            // What is on its way is not waited for.
            let _ = reader.cancel();
            return Err(Failure::Data(vec![finding]));
        }
    }
}

thread_local! {
    /// The library that this part read last, with its address: coming back from the other part reads nothing again.
    static READ: RefCell<Option<(String, Library)>> = const { RefCell::new(None) };
}

/// What a file without a title is called: as the way to its opening page, which stands in the head of every page.
pub(super) fn untitled() -> Text {
    Text(Lang::ALL.map(|lang| Spelling { tag: lang.into(), text: words::of(lang).home.into() }).into())
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
        (load::Loaded { catalog: Some(mut catalog), findings, set_aside, .. }, Some(index)) => {
            if catalog.site.title.0.is_empty() {
                catalog.site.title = untitled();
            }
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
pub(super) fn use_load(data: Option<String>, turn: u32) -> Load {
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
            let late = Rc::new(Cell::new(Some(late)));
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
