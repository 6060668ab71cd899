//! Links to addresses of the app: real links that can be opened elsewhere, followed in place on a plain click.

use yew::prelude::*;

use super::context::use_dispatch;
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
    /// The language of the content where it is not the page's.
    #[prop_or_default]
    pub hreflang: Option<AttrValue>,
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
    let dispatch = use_dispatch();
    let onclick = use_callback(props.to.clone(), move |event: MouseEvent, to| {
        if is_plain(&event) {
            event.prevent_default();
            dispatch.emit(Action::Go(to.clone()));
        }
    });
    html! {
        <a
            class={props.class.clone()}
            href={props.to.write(props.lang)}
            aria-current={props.current.then_some("page")}
            aria-label={props.label.clone()}
            hreflang={props.hreflang.clone()}
            lang={props.hreflang.clone()}
            {onclick}
        >
            { props.children.clone() }
        </a>
    }
}
