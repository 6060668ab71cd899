//! Folds of the plate: creases under the map, heads that stay in sight above it.

use yew::prelude::*;

use crate::{
    layout::Direction,
    model::{Column, Lang, Spelling},
    ui::{context::Library, pane::glass},
    view::{
        drawing::{Drawing, Fold},
        labels,
        pixels::px,
    },
    words,
};

/// Far enough beyond every edge that a dragged map never shows where a fold ends.
const BEYOND: f32 = 4000.0;

/// The size of a name in a head, in pixels.
const NAME: f32 = 13.0;

/// The least scale at which a whole plate opens on a wide screen. Heads keep their size, so that a fold has less room for its own then.
pub const NARROWED: f32 = 0.82;

/// The creases and closed folds, drawn under everything.
pub(super) fn creases(drawing: &Drawing) -> Html {
    html! {
        <g class="folds" aria-hidden="true">
            {
                for drawing.folds.iter().enumerate().map(|(place, fold)| {
                    let Fold { start, extent, closed, .. } = *fold;
                    let [x, y, width, height] = match drawing.direction {
                        Direction::Across => [start, -BEYOND, extent, 2.0 * BEYOND],
                        Direction::Down => [-BEYOND, start, 2.0 * BEYOND, extent],
                    }.map(px);
                    let (shade_width, shade_height, crease) = match drawing.direction {
                        Direction::Across => ("34".to_owned(), height.clone(), format!("M{0} {1}V{2}", px(start), px(-BEYOND), px(BEYOND))),
                        Direction::Down => (width.clone(), "22".to_owned(), format!("M{1} {0}H{2}", px(start), px(-BEYOND), px(BEYOND))),
                    };
                    html! {
                        <g key={place}>
                            if closed { <rect class="fold__closed" x={x.clone()} y={y.clone()} {width} {height} /> }
                            if place > 0 {
                                <rect class="fold__shade" {x} {y} width={shade_width} height={shade_height} fill="url(#crease)" />
                                <path class="fold__crease" d={crease} />
                            }
                        </g>
                    }
                })
            }
        </g>
    }
}

/// The heads of the folds: sign, name, counts. Their places are written by the stage.
/// `lit` holds the lit entities of each fold, if there is a trace; `window` is the width and height of the map's window.
pub(super) fn heads(
    library: &Library,
    drawing: &Drawing,
    columns: &[Column],
    lang: Lang,
    lit: Option<&[u32]>,
    window: (f32, f32),
) -> Html {
    let across = drawing.direction == Direction::Across;
    let style = &drawing.style;
    let (width, height) = if across { (window.0, style.margin.1 - 10.0) } else { (style.margin.0 - 4.0, window.1) };
    let lit_places: Vec<usize> =
        (0..columns.len()).filter(|place| !drawing.folds.get(*place).is_none_or(|fold| fold.closed)).collect();
    html! {
        <g class={classes!("heads", if across { "heads--across" } else { "heads--down" })}>
            <rect class="heads__ground" width={px(width)} height={px(height)} />
            {
                for columns.iter().zip(&drawing.folds).enumerate().map(|(place, (column, fold))| {
                    let lit = lit.map(|lit| lit.get(place).copied().unwrap_or(0));
                    // Nothing is lit in it although something is before and after it: the record has a gap here.
                    let skipped = fold.closed
                        && lit_places.first().is_some_and(|first| *first < place)
                        && lit_places.last().is_some_and(|last| *last > place);
                    html! {
                        <g key={column.id.to_string()} data-part="head" class={classes!("head", glass(Some(column)), fold.closed.then_some("head--closed"))}>
                            { head(library, column, fold, lang, lit, across, skipped) }
                        </g>
                    }
                })
            }
        </g>
    }
}

fn head(
    library: &Library,
    column: &Column,
    fold: &Fold,
    lang: Lang,
    lit: Option<u32>,
    across: bool,
    skipped: bool,
) -> Html {
    let table = words::of(lang);
    let catalog = &library.catalog;
    let name = column.name.pick(lang).map(|Spelling { tag, text }| (catalog.languages.tag(*tag).to_owned(), text));
    let sign = column.sign.as_ref().map(|Spelling { tag, text }| {
        let tag = catalog.languages.tag(*tag).to_owned();
        (tag, text.to_string())
    });
    let count = match lit {
        Some(lit) => words::count(table.stage_count_lit, &[lit as usize, fold.total as usize]),
        None => words::count(table.stage_count, &[fold.total as usize]),
    };
    let more = fold.total.saturating_sub(fold.named);
    let more = (lit.is_none() && more > 0 && !across).then(|| words::count(table.plus_more, &[more as usize]));
    if fold.closed {
        let gap = skipped.then_some(table.not_on_record);
        let at = if across { (23.0, 46.0) } else { (22.0, 7.0) };
        return html! {
            <>
                if let Some((tag, sign)) = sign {
                    <text class="head__sign" lang={tag} x={px(at.0)} y={px(at.1)} text-anchor="middle">{ sign }</text>
                }
                if let Some(gap) = gap {
                    <text class={classes!("head__gap", across.then_some("head__gap--down"))} x={if across { "23" } else { "40" }} y={if across { "84" } else { "5" }}>{ gap }</text>
                }
            </>
        };
    }
    let beside = if sign.is_some() { 71.0 } else { 24.0 };
    if across {
        let rule = format!("M24 66H{}", px((fold.extent - 14.0).max(90.0)));
        // Bold type is a little wider than is reckoned.
        let room = (fold.extent * NARROWED - beside - 6.0).max(60.0);
        let lines = name.as_ref().map_or_else(Vec::new, |(_, name)| labels::broken(name, NAME * 1.06, room, 2));
        let tag = name.map(|(tag, _)| tag);
        let more = (lines.len().saturating_sub(1)) as f32;
        let line = |(place, line): (usize, &String)| {
            let y = px(34.0 - more * 10.0 + place as f32 * 15.0);
            html! { <text key={place} class="head__name" lang={tag.clone()} x={px(beside)} {y}>{ line.clone() }{ " " }</text> }
        };
        html! {
            <>
                if let Some((tag, sign)) = sign { <text class="head__sign" lang={tag} x="21" y="52">{ sign }</text> }
                { for lines.iter().enumerate().map(line) }
                <text class="head__count" x={px(beside)} y={px(51.0 + more * 4.0)}>{ count }</text>
                <path class="head__rule" d={rule} />
            </>
        }
    } else {
        html! {
            <>
                <path class="head__rule" d="M8 -26h28" />
                if let Some((tag, sign)) = sign { <text class="head__sign" lang={tag} x="7" y="6">{ sign }</text> }
                if let Some((tag, name)) = name { <text class="head__name" lang={tag} x="9" y="22">{ name.to_string() }</text> }
                <text class="head__count" x="9" y="37">{ more.unwrap_or(count) }</text>
            </>
        }
    }
}
