//! Who does what: a window with the first party in its middle and the others around it. One is picked to see what it reaches.

use yew::prelude::*;

use super::parts::{Drawn, name, told};
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

/// The window.
#[component]
pub(super) fn Mechanism(props: &MechanismProps) -> Html {
    let library = use_library();
    let picked = use_state_eq(|| 0_usize);
    let MechanismProps { plate, place, here, lang } = props;
    let lang = *lang;
    let catalog = &library.catalog;
    let items = catalog
        .plates
        .get(*plate)
        .and_then(|plate| plate.sections.get(*place))
        .map_or(&[][..], |section| &section.items);
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
                <h3>{ name(&library, item, here, lang) }</h3>
                if !item.entities.is_empty() { <p class="parties__reach">{ words::plates(lang).reaches }</p> }
                { told(&library, item, here, lang, Drawn::Nothing) }
            </div>
        }
    };
    html! {
        <div class="plate parties">
            <div class="parties__window" role="group" aria-label={words::plates(lang).pick_a_party}>
                { for items.iter().enumerate().map(party) }
            </div>
            <div class="parties__told" aria-live="polite">
                { for items.iter().enumerate().map(panel) }
            </div>
        </div>
    }
}
