//! The head of a trace, and how far it goes, upstream and downstream apart, with how much of it is shown.

use yew::prelude::*;

use crate::{
    model::{Depth, Lang},
    trace::{Side, Trace},
    ui::{
        context::{Dispatch, Library},
        marks,
    },
    view::Action,
    words,
};

/// The present depth as a number of steps; more than there are counts as all.
fn steps(depth: Depth, side: &Side) -> u32 {
    depth.limit().min(side.deepest)
}

/// The head of a trace: the way back to the whole, what is traced, and whether it stands alone.
pub(super) fn head(name: &str, only: bool, lang: Lang, dispatch: &Dispatch) -> Html {
    let table = words::of(lang);
    let on_only = dispatch.reform(move |_: MouseEvent| Action::Only(!only));
    let on_back = dispatch.reform(|_: MouseEvent| Action::Deselect);
    html! {
        <>
            <button type="button" class="chain__back" onclick={on_back}>{ "← " }{ table.back_to_all }</button>
            <h1 tabindex="-1">{ words::fill(table.trace_title, &[name]) }</h1>
            <button type="button" class="btn chain__only" aria-pressed={only.to_string()} onclick={on_only}>
                { if only { table.in_the_whole } else { table.only_this } }
            </button>
        </>
    }
}

/// The bar of a trace.
pub(super) fn bar(library: &Library, trace: &Trace, lang: Lang, dispatch: &Dispatch) -> Html {
    let table = words::of(lang);
    let request = trace.request;
    let name = library.catalog.entity(request.focus).name.full.words(lang);
    let counts =
        [trace.up.shown(), trace.up.total, trace.down.shown(), trace.down.total].map(|count| count.to_string());
    let spoken = words::fill(table.traced, &[name, &counts[0], &counts[1], &counts[2], &counts[3]]);
    let to = |set: fn(Depth) -> Action| dispatch.reform(set);
    html! {
        <div class="depth">
            { side(table.upstream, words::fill(table.shown_upstream, &[&counts[0], &counts[1]]), &trace.up, request.up, to(Action::Up), lang) }
            { side(table.downstream, words::fill(table.shown_downstream, &[&counts[2], &counts[3]]), &trace.down, request.down, to(Action::Down), lang) }
            <p class="visually-hidden" role="status">{ spoken }</p>
        </div>
    }
}

/// One direction: less, how many steps, more, all, and the counts.
fn side(word: &'static str, counts: String, side: &Side, depth: Depth, set: Callback<Depth>, lang: Lang) -> Html {
    let table = words::of(lang);
    let present = steps(depth, side);
    let fewer = present.saturating_sub(1);
    let is_all = present == side.deepest;
    html! {
        <div class="depth__side" role="group" aria-label={word}>
            // A phone has no room for the sentence.
            <b>{ word }<small class="num depth__ratio" aria-hidden="true">{ format!("{}/{}", side.shown(), side.total) }</small></b>
            <button type="button" class="btn btn--icon" aria-label={table.less} disabled={present == 0} onclick={set.reform(move |_: MouseEvent| Depth::Steps(fewer))}>{ marks::minus() }</button>
            <output>{ present.to_string() }</output>
            <button type="button" class="btn btn--icon" aria-label={table.more} disabled={is_all} onclick={set.reform(move |_: MouseEvent| Depth::Steps(present + 1))}>{ marks::plus() }</button>
            <button type="button" class="btn depth__all" disabled={is_all} onclick={set.reform(|_: MouseEvent| Depth::All)}>{ table.all }</button>
            <span class="num depth__count">{ counts }</span>
        </div>
    }
}
