//! The plainer forms: paragraphs, boxes, branches, figures, awards, before and after.

use yew::prelude::*;

use super::{
    parts::{Drawn, by_number, capped, counted, date, heading, name, strong, told},
    telling::Telling,
};
use crate::{model::Item, words};

/// Paragraphs, each with the entities it speaks of.
pub(super) fn paragraphs(telling: Telling<'_>, items: &[Item]) -> Html {
    let one = |(key, item): (usize, &Item)| {
        let subject = item.entity.and_then(|_| name(telling, item));
        html! {
            <div {key} class="paragraph">
                if let Some(subject) = subject { <p class="paragraph__of">{ subject }</p> }
                { told(telling, item, Drawn::Nothing) }
            </div>
        }
    };
    html! { <div class="paragraphs">{ for items.iter().enumerate().map(one) }</div> }
}

/// Boxes in a row or one below another: phases and plans. What was only planned has a broken frame and says so.
pub(super) fn boxes(telling: Telling<'_>, items: &[Item]) -> Html {
    let one = |(key, item): (usize, &Item)| {
        let (heading, date) = (heading(telling, item), date(telling, item));
        html! {
            <li {key} class={classes!("box", item.planned.then_some("box--planned"))}>
                if heading.is_some() || item.planned || date.is_some() {
                    <div class="box__name">
                        { for heading }
                        if item.planned { <small>{ words::plates(telling.lang).planned }</small> }
                        if let Some(date) = date { <small class="num">{ date }</small> }
                    </div>
                }
                <div>
                    { told(telling, item, Drawn::Date) }
                </div>
            </li>
        }
    };
    html! { <ol class="plain boxes">{ for items.iter().enumerate().map(one) }</ol> }
}

/// A tree: one core, its branches, their branches.
pub(super) fn branches(telling: Telling<'_>, items: &[Item]) -> Html {
    let one = |(key, item): (usize, &Item)| {
        html! {
            <li {key}>
                { for strong(telling, item) }
                { told(telling, item, Drawn::Items) }
                if !item.items.is_empty() { { branches(telling.within(item), &item.items) } }
            </li>
        }
    };
    html! { <ul class="plain tree">{ for items.iter().enumerate().map(one) }</ul> }
}

/// Large numerals with their names.
pub(super) fn figures(telling: Telling<'_>, items: &[Item]) -> Html {
    let one = |(key, item): (usize, &Item)| {
        html! {
            <li {key} class="figure">
                { for counted(telling, item) }
                <div>
                    { for heading(telling, item) }
                    { told(telling, item, Drawn::Count) }
                </div>
            </li>
        }
    };
    html! { <ul class="plain figures">{ for items.iter().enumerate().map(one) }</ul> }
}

/// Rows of small panes, one for each that was honoured.
pub(super) fn awards(telling: Telling<'_>, items: &[Item]) -> Html {
    /// Panes in a row.
    const ROW: u32 = 16;
    /// The most panes that are drawn of one count.
    const MOST: u32 = 400;
    let panes = |count: u32| {
        let rows = count.div_ceil(ROW).max(1);
        html! {
            <svg class="award__panes" viewBox={format!("0 0 {} {}", ROW * 20, rows * 20)} aria-hidden="true">
                {
                    for (0..count).map(|at| {
                        let (x, y) = ((at % ROW) * 20, (at / ROW) * 20);
                        html! { <g key={at} transform={format!("translate({x} {y})")}><path class="award__pane" d="M1.5 1.5h15v15h-15Z" /><path class="award__lead" d="M9 1.5v15M1.5 9h15" /></g> }
                    })
                }
            </svg>
        }
    };
    let one = |(key, item): (usize, &Item)| {
        html! {
            <li {key} class="award">
                { for counted(telling, item) }
                { for item.count.map(|count| panes(count.min(MOST))) }
                <div>
                    { for heading(telling, item) }
                    { for item.count.and_then(|count| capped(count, MOST, telling.lang)) }
                    { told(telling, item, Drawn::Count) }
                </div>
            </li>
        }
    };
    html! { <ul class="plain awards">{ for items.iter().enumerate().map(one) }</ul> }
}

/// Before and after.
pub(super) fn changes(telling: Telling<'_>, items: &[Item]) -> Html {
    let one = |(key, item): (usize, &Item)| {
        let (before, after) = item.change;
        let is_counted = before.or(after).is_some();
        let mut unit = by_number(telling, item);
        let last = after.map(|after| html! { <b>{ words::number(after) }{ for unit.take() }</b> });
        html! {
            <li {key} class={classes!("change", item.planned.then_some("box--planned"))}>
                if is_counted {
                    <p class="change__counts num">
                        if let Some(before) = before { <span class="change__before">{ words::number(before) }{ for unit }</span><span aria-hidden="true">{ "→" }</span> }
                        { for last }
                    </p>
                }
                <div>
                    { for heading(telling, item) }
                    { told(telling, item, if is_counted { Drawn::Change } else { Drawn::Nothing }) }
                </div>
            </li>
        }
    };
    html! { <ul class="plain changes">{ for items.iter().enumerate().map(one) }</ul> }
}
