//! Links to addresses of the app: real links that can be opened elsewhere, followed in place on a plain click.
//!
//! One listener of the window follows them all, so that a link is nothing but an element.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::{browser, context::Dispatch};
use crate::{
    model::Lang,
    view::{Action, Address},
};

/// Properties of [`Go`].
#[derive(Properties, PartialEq)]
pub struct GoProps {
    /// Where to.
    pub to: Address,
    /// The language of the page.
    pub lang: Lang,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it is the page the reader is on.
    #[prop_or_default]
    pub current: bool,
    /// A name for those who do not see the content.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What it shows.
    pub children: Html,
}

/// Whether a click asks to follow the link here, not in another window.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !event.meta_key() && !event.ctrl_key() && !event.shift_key() && !event.alt_key()
}

/// A link to an address of the app.
#[component]
pub fn Go(props: &GoProps) -> Html {
    html! {
        <a
            class={props.class.clone()}
            href={props.to.write(props.lang)}
            data-go="1"
            aria-current={props.current.then_some("page")}
            aria-label={props.label.clone()}
        >
            { props.children.clone() }
        </a>
    }
}

/// Follows plain clicks on links of the app, for as long as the app lives.
#[hook]
pub fn use_following(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        // A passive listener could not keep the browser from following the link itself.
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&browser::window(), "click", options, move |event| {
            let Some(event) =
                event.dyn_ref::<MouseEvent>().filter(|event| is_plain(event) && !event.default_prevented())
            else {
                return;
            };
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let link = target.and_then(|target| target.closest("a[data-go]").ok().flatten());
            if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
                event.prevent_default();
                let (path, query) = href.split_once('?').unwrap_or((&href, ""));
                dispatch.emit(Action::Go(Box::new(Address::parse(path, query))));
            }
        });
        move || drop(listener)
    });
}
