//! Pictures of the file. A drawing is taken out of its file by reference, so that it takes the colours of the page; what is not there,
//! or cannot be shown, leaves the motif that stands for it.

use gloo::events::EventListener;
use yew::prelude::*;

use super::{
    context::{Library, use_library},
    pane,
};
use crate::model::{Column, Lang, Motif, Picture};

/// The address of a picture: beside the data file.
pub fn address(library: &Library, picture: &Picture) -> String {
    format!("{}{}", library.folder, picture.file)
}

/// Whether a picture is a drawing, which is taken out of its file; others are shown as they are.
fn is_drawing(picture: &Picture) -> bool {
    picture.file.ends_with(".svg")
}

/// Properties of [`Vignette`].
#[derive(Properties, PartialEq)]
pub struct VignetteProps {
    /// The address of a drawing.
    pub href: AttrValue,
    /// What stands there without it.
    pub motif: Motif,
}

/// A drawing within another one, on a grid of 96.
#[component]
pub fn Vignette(props: &VignetteProps) -> Html {
    let missing = use_state_eq(|| false);
    let place = use_node_ref();
    {
        let missing = missing.clone();
        use_effect_with((place.clone(), props.href.clone()), move |(place, _)| {
            let listener = place
                .cast::<web_sys::Element>()
                .map(|element| EventListener::new(&element, "error", move |_| missing.set(true)));
            move || drop(listener)
        });
    }
    if *missing {
        return html! { <g transform="translate(12 12) scale(3)">{ pane::bare(props.motif) }</g> };
    }
    html! { <use ref={place} class="vignette" href={format!("{}#art", props.href)} /> }
}

/// Properties of [`Framed`].
#[derive(Properties, PartialEq)]
pub struct FramedProps {
    /// The picture; without one the window shows its motif.
    #[prop_or_default]
    pub picture: Option<Picture>,
    /// The column whose glass the window has.
    pub column: Option<Column>,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// The language in which the picture is told; `None` where its name stands beside it anyway.
    #[prop_or_default]
    pub told: Option<Lang>,
}

/// A picture in its window: coloured glass around a clear centre.
#[component]
pub fn Framed(props: &FramedProps) -> Html {
    let library = use_library();
    let motif = props.column.as_ref().map_or(Motif::Well, |column| column.motif);
    let glass = pane::glass(props.column.as_ref());
    let alt = props.picture.as_ref().zip(props.told).map(|(picture, lang)| picture.alt.words(lang).to_owned());
    let class = classes!("window", props.class.clone(), glass);
    if let Some(picture) = props.picture.as_ref().filter(|picture| !is_drawing(picture)) {
        let src = address(&library, picture);
        return html! { <img {class} {src} alt={alt.unwrap_or_default()} width="96" height="96" loading="lazy" decoding="async" /> };
    }
    let href = props.picture.as_ref().map(|picture| AttrValue::from(address(&library, picture)));
    let hidden = alt.is_none().then_some("true");
    html! {
        <svg {class} viewBox="0 0 96 96" role={alt.is_some().then_some("img")} aria-label={alt} aria-hidden={hidden}>
            { pane::window_grid(motif, href) }
        </svg>
    }
}
