//! Counts as true areas: one small pane stands for so many, the last one for what is left over. They hang on a string of beads, where
//! the section has one.

mod figure;

use yew::prelude::*;

use self::figure::{MOST, Shown};
use super::{
    parts::{Drawn, capped, counted, name, told},
    telling::Telling,
};
use crate::{
    model::{Item, Section},
    words,
};

/// The counts of a section: the drawing of all of them, then each in words.
pub(super) fn proportion(telling: Telling<'_>, section: &Section) -> Html {
    let lang = telling.lang;
    let one = |(key, item): (usize, &Item)| {
        // What is not counted has no number.
        let number = counted(telling, item).map(|number| html! { <>{ number }{ " " }</> });
        let name = name(telling, item);
        let all = item.count.map(|count| if item.string { count } else { count / section.unit });
        html! {
            <li {key} class={if item.string { "share share--string" } else { "share" }}>
                if number.is_some() || name.is_some() { <p>{ for number }{ for name }</p> }
                { for all.and_then(|all| capped(all, MOST, lang)) }
                { told(telling, item, Drawn::Count) }
            </li>
        }
    };
    let shown: Vec<Shown> = section
        .items
        .iter()
        .filter_map(|item| item.count.map(|count| Shown { count, is_string: item.string }))
        .collect();
    let caption = words::fill(words::plates(lang).one_pane, &[&words::number(section.unit)]);
    let has_areas = shown.iter().any(|shown| !shown.is_string);
    html! {
        <div class="plate shares">
            if !shown.is_empty() { { figure::figure(&shown, section.unit) } }
            <ul class="plain">{ for section.items.iter().enumerate().map(one) }</ul>
            if has_areas { <p class="plate__caption">{ caption }</p> }
        </div>
    }
}
