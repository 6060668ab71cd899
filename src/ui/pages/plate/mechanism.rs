//! Who does what: a window with the first party in its middle and the others around it. One is picked to see what it reaches.

use yew::prelude::*;

use super::{
    parts::{Drawn, heading, told},
    reach::by_evidence,
    telling::Telling,
};
use crate::{
    model::Lang,
    ui::{
        context::{Here, use_library},
        text,
    },
    words,
};

/// Properties of [`Mechanism`].
#[derive(Properties, PartialEq)]
pub(super) struct MechanismProps {
    /// Index of the plate in the catalog.
    pub(super) plate: usize,
    /// Index of the section on it.
    pub(super) place: usize,
    pub(super) here: Here,
    pub(super) lang: Lang,
}

/// The sides of the window in the order in which parties stand around the middle; more than these stand below it.
const SIDES: [&str; 4] = ["top", "right", "left", "bottom"];

/// The leads that hold the octagon in the middle: to the sides, and across the corners.
fn leads() -> Html {
    html! {
        <svg class="parties__leads" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path class="parties__thin" d="M0 0 23 23M100 0 77 23M0 100 23 77M100 100 77 77M11.5 11.5 0 34M11.5 11.5 34 0M88.5 11.5 100 34M88.5 11.5 66 0M11.5 88.5 0 66M11.5 88.5 34 100M88.5 88.5 100 66M88.5 88.5 66 100" />
            <path d="M34 12H66L88 34V66L66 88H34L12 66V34ZM34 12V0M66 12V0M34 88V100M66 88V100M12 34H0M12 66H0M88 34H100M88 66H100" />
        </svg>
    }
}

/// A corner of the window: lozenges in a lattice.
fn corner(place: &'static str) -> Html {
    html! {
        <svg key={place} class={format!("parties__corner parties__corner--{place}")} viewBox="0 0 84 84" preserveAspectRatio="none" aria-hidden="true">
            <path d="M42 0 84 42 42 84 0 42ZM42 21 63 42 42 63 21 42ZM0 0 84 84M84 0 0 84" />
        </svg>
    }
}

/// The window.
#[component]
pub(super) fn Mechanism(props: &MechanismProps) -> Html {
    let library = use_library();
    let picked = use_state_eq(|| 0_usize);
    let MechanismProps { plate, place, here, lang } = props;
    let lang = *lang;
    let catalog = &library.catalog;
    let shown =
        catalog.plates.get(*plate).and_then(|plate| plate.sections.get(*place).map(|section| (plate.lens, section)));
    let Some(shown) = shown else { return html! { <span hidden=true /> } };
    let telling = Telling::new(&library, shown, here, lang);
    let items = &shown.1.items;
    let party = |(key, item): (usize, &crate::model::Item)| {
        let side = key.checked_sub(1).map_or("middle", |side| SIDES.get(side).copied().unwrap_or("below"));
        let onclick = {
            let picked = picked.clone();
            move |_: MouseEvent| picked.set(key)
        };
        let subject = item.entity.map(|entity| &catalog.entity(entity).name);
        html! {
            <button {key} type="button" class={format!("party party--{side}")} aria-pressed={(*picked == key).to_string()} {onclick}>
                if let Some(name) = &item.name { <b>{ text::text(catalog, name, lang) }</b> }
                if let Some(subject) = subject { <span>{ text::text(catalog, subject.label(), lang) }</span> }
            </button>
        }
    };
    let panel = |(key, item): (usize, &crate::model::Item)| {
        html! {
            <div {key} hidden={*picked != key}>
                { for heading(telling, item) }
                { told(telling, item, Drawn::Reach) }
                { for by_evidence(telling, item) }
            </div>
        }
    };
    html! {
        <div class="plate parties">
            <div class="parties__window" role="group" aria-label={words::plates(lang).pick_a_party}>
                { for items.iter().enumerate().map(party) }
                { leads() }
                { for ["a", "b", "c", "d"].map(corner) }
            </div>
            <div class="parties__told" aria-live="polite">
                { for items.iter().enumerate().map(panel) }
            </div>
        </div>
    }
}
