//! Entities strung on two chains: the red cord and the river meet at each of them and change sides.

use yew::prelude::*;

use super::{
    parts::{Drawn, told},
    telling::Telling,
};
use crate::{
    model::Item,
    ui::{link::Go, text},
    view::Page,
};

/// The two chains through one cell of 200 by 120: from their sides to the middle and on to the other sides. They run on a little beyond the
/// cell, whose edges are no whole pixels, so that they meet those of the next without a seam.
fn strands(turned: bool, down: bool) -> Html {
    let path = |from: u32, to: u32| {
        if down {
            format!("M{from} -2V0C{from} 50 60 60 60 100S{to} 150 {to} 200v2")
        } else {
            format!("M-2 {from}H0C50 {from} 60 60 100 60S150 {to} 200 {to}h2")
        }
    };
    let (cord, river) = if turned { (path(104, 16), path(16, 104)) } else { (path(16, 104), path(104, 16)) };
    let (class, view_box) =
        if down { ("strand strand--down", "0 0 120 200") } else { ("strand strand--across", "0 0 200 120") };
    html! {
        <svg {class} viewBox={view_box} preserveAspectRatio="none" aria-hidden="true">
            <path class="strand__bank" d={river.clone()} />
            <path class="strand__water" d={river} />
            <path class="strand__cord" d={cord} />
        </svg>
    }
}

/// The knot of what no column colours: its frame alone.
fn bare() -> Html {
    html! { <svg class="brand__pane" viewBox="0 0 24 24" aria-hidden="true" /> }
}

/// The brands of a section.
pub(super) fn brands(telling: Telling<'_>, items: &[Item]) -> Html {
    let Telling { library, here, lang, .. } = telling;
    let catalog = &library.catalog;
    let one = |(key, item): (usize, &Item)| {
        let turned = key % 2 == 1;
        let subject = item.entity.map(|entity| {
            let to = here.to_page(Page::Entity(catalog.entity(entity).id.to_string()));
            html! { <Go {to} {lang}>{ text::name(library, entity, lang) }</Go> }
        });
        html! {
            <li {key} class="brand">
                <div class="brand__knot">
                    { strands(turned, false) }
                    { strands(turned, true) }
                    { item.entity.and_then(|entity| telling.pane(entity, "brand__pane")).unwrap_or_else(bare) }
                </div>
                <div class="brand__told">
                    if let Some(subject) = subject { <h3>{ subject }</h3> }
                    if let Some(name) = &item.name { <p class="brand__name">{ text::text(catalog, name, lang) }</p> }
                    { told(telling, item, Drawn::Nothing) }
                </div>
            </li>
        }
    };
    html! { <ol class="plain brands">{ for items.iter().enumerate().map(one) }</ol> }
}
