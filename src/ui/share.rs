//! Sharing: the system's own sheet where there is one, else the link is copied; inside `WeChat`, which lets no page share, its own menu
//! is pointed at. Whoever wants the link and nothing else copies it, everywhere.

use gloo::history::{BrowserHistory, History};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::browser;
use crate::{
    model::Lang,
    view::qr::{self, Code},
    words,
};

/// What came of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing yet, or the reader knows already.
    Quiet,
    /// The link was copied.
    Copied,
    /// The link could not be copied.
    Refused,
    /// The menu of `WeChat` must be used.
    WeChat,
}

/// What follows when the system's own sheet came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// The reader closed it, and wants nothing more.
    Rest,
    /// It could not be shown or used: the link is copied instead.
    Copy,
}

/// What follows an error of the system's sheet, by its name.
fn after(error: &str) -> Next {
    if error == "AbortError" { Next::Rest } else { Next::Copy }
}

/// The name of an error; empty for whatever has none.
fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// Calls a method of an object that may not have it. `None` when it has not, or refuses.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    function.call1(object, argument).ok()?.dyn_into().ok()
}

async fn share() -> Outcome {
    let navigator = browser::window().navigator();
    if navigator.user_agent().is_ok_and(|agent| agent.contains("MicroMessenger")) {
        return Outcome::WeChat;
    }
    let address = browser::window().location().href().unwrap_or_default();
    let offer = Object::new();
    // Setting a property of a plain object does not fail.
    let _ = Reflect::set(&offer, &"title".into(), &browser::document().title().into());
    let _ = Reflect::set(&offer, &"url".into(), &address.as_str().into());
    if let Some(sheet) = call(&navigator, "share", &offer) {
        let closed = wasm_bindgen_futures::JsFuture::from(sheet).await;
        // Whether the reader shared or thought better of it is their own affair.
        if closed.map_or_else(|error| after(&name_of(&error)), |_| Next::Rest) == Next::Rest {
            return Outcome::Quiet;
        }
    }
    copy().await
}

/// Copies the present address.
async fn copy() -> Outcome {
    let navigator = browser::window().navigator();
    let address = browser::window().location().href().unwrap_or_default();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    let copied = if clipboard.is_undefined() { None } else { call(&clipboard, "writeText", &address.into()) };
    let Some(copied) = copied else { return Outcome::Refused };
    match wasm_bindgen_futures::JsFuture::from(copied).await {
        Ok(_) => Outcome::Copied,
        Err(_) => Outcome::Refused,
    }
}

/// The present address with its code; `None` where it is too long for one.
fn coded() -> Option<(String, Code)> {
    let address = browser::window().location().href().unwrap_or_default();
    qr::code(&address).map(|code| (address, code))
}

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The language.
    pub lang: Lang,
}

/// A button that shares the present address.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let outcome = use_state_eq(|| Outcome::Quiet);
    let said = words::sharing(props.lang);
    let onclick = {
        let outcome = outcome.clone();
        use_callback((), move |_: MouseEvent, ()| {
            let outcome = outcome.clone();
            wasm_bindgen_futures::spawn_local(async move { outcome.set(share().await) });
        })
    };
    let oncopy = {
        let outcome = outcome.clone();
        use_callback((), move |_: MouseEvent, ()| {
            let outcome = outcome.clone();
            wasm_bindgen_futures::spawn_local(async move { outcome.set(copy().await) });
        })
    };
    let told = match *outcome {
        Outcome::Quiet => "",
        Outcome::Copied => said.copied,
        Outcome::Refused => said.not_copied,
        Outcome::WeChat => said.by_wechat,
    };
    let shown = use_state_eq(|| None::<(String, Code)>);
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(if shown.is_some() { None } else { coded() }))
    };
    {
        // What was said of one address does not hold of the next. While the code is open it follows the address: a story turns its
        // steps under it.
        let (code, told) = (shown.setter(), outcome.setter());
        use_effect_with(shown.is_some(), move |open| {
            let open = *open;
            let listener = BrowserHistory::new().listen(move || {
                told.set(Outcome::Quiet);
                if open {
                    code.set(coded());
                }
            });
            move || drop(listener)
        });
    }
    let onkeydown = {
        let shown = shown.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && shown.is_some() {
                event.prevent_default();
                shown.set(None);
            }
        })
    };
    html! {
        <span class="share-link" {onkeydown}>
            <button type="button" class="btn" {onclick}>{ said.share }</button>
            <button type="button" class="btn" aria-expanded={shown.is_some().to_string()} onclick={toggle}>{ said.qr }</button>
            <button type="button" class="btn" onclick={oncopy}>{ said.copy }</button>
            <span role="status">{ told }</span>
            if let Some((address, code)) = &*shown {
                <span class="qr">
                    <svg viewBox={format!("0 0 {0} {0}", code.side)} role="img" aria-label={words::fill(said.qr_of, &[address])} shape-rendering="crispEdges">
                        <rect class="qr__ground" width={code.side.to_string()} height={code.side.to_string()} />
                        <path class="qr__dark" d={code.path.clone()} />
                    </svg>
                    <small>{ address.clone() }</small>
                </span>
            }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_that_the_reader_closed_is_left_at_that_and_one_that_failed_has_the_link_copied() {
        assert_eq!(after("AbortError"), Next::Rest);
        for failed in ["NotAllowedError", "DataError", "InvalidStateError", "TypeError", ""] {
            assert_eq!(after(failed), Next::Copy, "{failed}");
        }
    }
}
