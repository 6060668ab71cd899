//! What the browser tells and what it is told: base, location, storage, preferences, marks. Called in effects and handlers only.

use std::{cell::RefCell, rc::Rc};

use gloo::history::{BrowserHistory, History};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::{
    model::Lang,
    view::{Address, Theme, camera::Extent},
};

/// The window.
///
/// # Panics
/// Without one, as in a worker; the app does not run there.
pub fn window() -> web_sys::Window {
    gloo::utils::window()
}

/// The document.
pub fn document() -> web_sys::Document {
    gloo::utils::document()
}

/// The path of the app's base, with a slash at both ends.
pub fn base_path() -> String {
    let base = document().base_uri().ok().flatten().and_then(|uri| web_sys::Url::new(&uri).ok());
    let path = base.map_or_else(|| "/".to_owned(), |url| url.pathname());
    // Without a base element the base is the page itself; its last segment is no folder.
    path.rfind('/').map_or_else(|| "/".to_owned(), |end| path[..=end].to_owned())
}

/// Where the reader is. A path outside the base is read as it is.
pub fn here() -> Address {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let base = base_path();
    let inside = path.strip_prefix(&base).or_else(|| (format!("{path}/") == base).then_some("")).unwrap_or(&path);
    Address::parse(inside, &query)
}

/// The full path of an address.
pub fn path_of(address: &Address, lang: Lang) -> String {
    base_path() + &address.write(lang)
}

/// Pushes or replaces the entry of the history.
fn write_history(address: &Address, lang: Lang, push: bool) {
    let path = path_of(address, lang);
    let history = BrowserHistory::new();
    if push { history.push(path) } else { history.replace(path) }
}

/// A write to the history.
pub struct Entry {
    /// Where to.
    pub address: Rc<Address>,
    /// In which language.
    pub lang: Lang,
    /// Whether as an entry of its own.
    pub push: bool,
    /// The title of the document there.
    pub title: String,
}

thread_local! {
    /// The one write to the history that waits until the reader has seen the answer.
    static WAITING: RefCell<Option<Entry>> = const { RefCell::new(None) };
}

/// Leaves a write to the history until [`flush_history`]. One that waits already is done before, so that they keep their order.
pub fn leave_history(entry: Entry) {
    flush_history();
    WAITING.set(Some(entry));
}

/// Gives the document a title in the next frame, or together with the entry of the history that waits.
pub fn leave_title(title: String) {
    let waits = WAITING.with_borrow_mut(|waiting| match waiting {
        Some(entry) => {
            entry.title.clone_from(&title);
            true
        }
        None => false,
    });
    if !waits {
        on_frame(move || document().set_title(&title));
    }
}

/// Writes what waits for the history, if anything does.
pub fn flush_history() {
    if let Some(Entry { address, lang, push, title }) = WAITING.take() {
        write_history(&address, lang, push);
        document().set_title(&title);
    }
}

/// Forgets what waits for the history: the reader has gone elsewhere.
pub fn forget_history() {
    WAITING.set(None);
}

/// Puts another address in the place of the present one and lets the app follow, as if the reader had come back to it: no entry of the
/// history is made.
pub fn amend(address: &Address, lang: Lang) {
    flush_history();
    write_history(address, lang, false);
    if let Ok(event) = web_sys::Event::new("popstate") {
        // It is no event that could be cancelled.
        let _ = window().dispatch_event(&event);
    }
}

/// Leaves it to the browser, or not, to scroll where the reader was when one goes back to the present entry of the history.
pub fn scroll_back(by_browser: bool) {
    if let Ok(history) = window().history() {
        let word = if by_browser { "auto" } else { "manual" };
        // Setting a property that a browser does not know does nothing.
        let _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &word.into());
    }
}

/// What is kept under a name; nothing where storage is forbidden.
pub fn kept(name: &str) -> Option<String> {
    window().local_storage().ok().flatten()?.get_item(name).ok().flatten()
}

/// Keeps a value under a name, where storage is allowed; the app works without.
pub fn keep(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or forbidden storage costs a preference, nothing else.
        let _ = storage.set_item(name, value);
    }
}

/// The interface language the reader would choose: the kept one, else the browser's.
pub fn preferred_lang() -> Option<Lang> {
    let kept = kept("lang").and_then(|tag| Lang::from_tag(&tag));
    kept.or_else(|| window().navigator().languages().iter().find_map(|tag| Lang::best_for(&tag.as_string()?)))
}

/// The theme the reader would choose: the kept one, else the system's.
pub fn preferred_theme() -> Theme {
    kept("theme").and_then(|word| Theme::from_word(&word)).unwrap_or_else(|| {
        let dark = media("(prefers-color-scheme: dark)");
        if dark { Theme::Dark } else { Theme::Light }
    })
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Gives an element a length in pixels, such as its height, through the object model, which a strict content policy allows.
pub fn set_length(element: &web_sys::Element, property: &str, pixels: f32) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        // A length in pixels is always accepted.
        let _ = element.style().set_property(property, &format!("{}px", crate::view::pixels::px(pixels)));
    }
}

/// The size of the window, in pixels.
pub fn extent() -> Extent {
    let pixels =
        |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default() as f32;
    Extent { width: pixels(window().inner_width()), height: pixels(window().inner_height()) }
}

/// How far the lower edge of an element is above that of the window, in pixels, while the page is not scrolled.
pub fn above_foot(element: &web_sys::Element) -> f32 {
    let scrolled = window().scroll_y().unwrap_or_default();
    extent().height - (element.get_bounding_client_rect().bottom() + scrolled) as f32
}

/// Sets an attribute of the root element.
pub fn set_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // The names are ours and well-formed.
        let _ = root.set_attribute(attribute, value);
    }
}

/// Sets a performance mark after the frame that shows the present state: two nested animation frames.
pub fn mark_when_shown(name: &'static str, detail: Vec<(&'static str, JsValue)>) {
    let mark = move || {
        let object = js_sys::Object::new();
        for (key, value) in &detail {
            // Setting a property of a plain object does not fail.
            let _ = js_sys::Reflect::set(&object, &JsValue::from_str(key), value);
        }
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"detail".into(), &object);
        // Called by name: marks with a detail are younger than the bindings.
        if let Some(performance) = window().performance()
            && let Ok(function) = js_sys::Reflect::get(&performance, &"mark".into())
            && let Ok(function) = function.dyn_into::<js_sys::Function>()
        {
            let _ = function.call2(&performance, &name.into(), &options);
        }
    };
    when_shown(mark);
}

/// Runs something when the next frame has been shown, at the beginning of the one after it.
pub fn when_shown(run: impl FnOnce() + 'static) {
    on_frame(move || on_frame(run));
}

/// Runs something in the next animation frame.
pub fn on_frame(run: impl FnOnce() + 'static) {
    // Behind a pointer, so that the app holds one copy of what asks for a frame.
    ask_for_frame(Box::new(run));
}

fn ask_for_frame(run: Box<dyn FnOnce()>) {
    let run = Closure::once_into_js(run);
    // A window that draws nothing has no frames and needs none.
    let _ = window().request_animation_frame(run.unchecked_ref());
}

/// Opens the browser's own way to print.
pub fn print() {
    // Where printing is forbidden there is nothing to be done.
    let _ = window().print();
}

/// The number of the present day since 1 January 1970 at a place so many minutes ahead of UTC: the same for every reader.
pub fn today(clock: i32) -> u32 {
    let minutes = js_sys::Date::now() / 60_000.0 + f64::from(clock);
    (minutes / (24.0 * 60.0)) as u32
}

/// Puts the keyboard focus on the first element that a selector names.
pub fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus_on(&element);
    }
}

/// Gives the focus to an element of a page or of a map.
pub fn focus_on(element: &web_sys::Element) {
    // Focus is a courtesy; an element that refuses it is left alone.
    let _ = match element.dyn_ref::<web_sys::HtmlElement>() {
        Some(element) => element.focus(),
        None => element.unchecked_ref::<web_sys::SvgElement>().focus(),
    };
}

/// Gives the focus to the pane of an entity within a map.
pub fn focus_pane(map: &web_sys::Element, entity: &str) {
    let found = map.query_selector(&format!("[data-entity=\"{entity}\"]")).ok().flatten();
    if let Some(pane) = found {
        focus_on(&pane);
    }
}

/// Gives the focus to the pane of an entity on the page's map, or to the heading where the page shows none.
pub fn focus_on_map(entity: &str) {
    match document().query_selector("[data-view=map]") {
        Ok(Some(map)) => focus_pane(&map, entity),
        _ => focus("main h1"),
    }
}

/// Whether an element or something in it has the focus.
pub fn has_focus(element: &web_sys::Element) -> bool {
    document().active_element().is_some_and(|active| element.contains(Some(&active)))
}

/// What the window holds under this name for all parts of the app: a data file that was fetched, and its address.
const FILE: &str = "tasteFile";

/// Leaves a fetched data file in the window, for the other part of the app.
pub fn leave_file(address: &str, bytes: &[u8]) {
    let file = js_sys::Array::of2(&address.into(), &js_sys::Uint8Array::from(bytes));
    // Setting a property of the window does not fail; without it the file is fetched again.
    let _ = js_sys::Reflect::set(&window(), &FILE.into(), &file);
}

/// The data file that was left in the window, if it is the one at this address.
pub fn left_file(address: &str) -> Option<Vec<u8>> {
    let file: js_sys::Array = js_sys::Reflect::get(&window(), &FILE.into()).ok()?.dyn_into().ok()?;
    (file.get(0).as_string()? == address).then(|| js_sys::Uint8Array::new(&file.get(1)).to_vec())
}

/// Tells all parts of the app something, by an event of the window with one word.
pub fn tell(event: &str, word: &str) {
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&word.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(event, &options) {
        // It is no event that could be cancelled.
        let _ = window().dispatch_event(&event);
    }
}

/// The word of such an event.
pub fn detail(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<web_sys::CustomEvent>()?.detail().as_string()
}
