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

/// The size of a name in a head, in pixels, and that of all of them where a fold is too narrow for its longest word.
const NAME: f32 = 13.0;
const SMALL: f32 = 10.5;
/// From the beginning of a fold to its sign, in pixels, less the air before it: so far the name before it may reach.
const SIGN: f32 = 8.0;

/// The least scale at which a whole plate opens on a wide screen: what fits without a scroll bar still does beside one of 17 pixels.
/// Heads keep their size, so that a fold has less room for its own then.
pub const NARROWED: f32 = 0.808;

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
    let small = across
        && columns
            .iter()
            .zip(&drawing.folds)
            .any(|(column, fold)| !fold.closed && is_narrow(fold, column.name.words(lang), column.sign.is_some()));
    let lit_places: Vec<usize> =
        (0..columns.len()).filter(|place| !drawing.folds.get(*place).is_none_or(|fold| fold.closed)).collect();
    html! {
        <g data-part="heads" class={classes!("heads", if across { "heads--across" } else { "heads--down" })}>
            <rect class="heads__ground" width={px(width)} height={px(height)} />
            {
                for columns.iter().zip(&drawing.folds).enumerate().map(|(place, (column, fold))| {
                    let lit = lit.map(|lit| lit.get(place).copied().unwrap_or(0));
                    // Nothing is lit in it although something is before and after it: the record has a gap here.
                    let skipped = fold.closed
                        && lit_places.first().is_some_and(|first| *first < place)
                        && lit_places.last().is_some_and(|last| *last > place);
                    html! {
                        <g key={column.id.to_string()} data-part="head" class={classes!("head", glass(Some(column)), fold.closed.then_some("head--closed"), column.sign.is_some().then_some("head--signed"))}>
                            { head(library, drawing, column, fold, lang, (lit, skipped), small) }
                        </g>
                    }
                })
            }
        </g>
    }
}

/// The lines of a name and of the count under it: where the first stands, how far apart, where the count stands.
struct Set {
    lines: Vec<String>,
    first: (f32, f32),
    leading: f32,
    count: f32,
}

/// Where a name stands beside the sign of its fold, or without one, on a map that runs across.
fn beside(signed: bool) -> f32 {
    if signed { 71.0 } else { 24.0 }
}

/// The room for a name beside its sign, up to the end of the fold, where the map opens smallest.
fn room(fold: &Fold, signed: bool) -> f32 {
    fold.extent * NARROWED - beside(signed)
}

/// Whether a fold of a map that runs across is too narrow for a name at its full size.
fn is_narrow(fold: &Fold, name: &str, signed: bool) -> bool {
    let room = room(fold, signed);
    let lines = labels::broken(name, NAME * labels::BOLD, (room - 6.0).max(40.0), 2);
    lines.iter().any(|line| labels::width(line, NAME * labels::BOLD) > room + SIGN)
}

/// Sets a name beside its sign, or under it in the margin of a map that runs down.
fn set(drawing: &Drawing, fold: &Fold, name: &str, signed: bool, small: bool) -> Set {
    let broken = |size: f32, room: f32, most: usize| labels::broken(name, size * labels::BOLD, room.max(40.0), most);
    let more = |lines: &[String]| lines.len().saturating_sub(1) as f32;
    if drawing.direction == Direction::Across {
        let (left, room) = (beside(signed), room(fold, signed));
        let lines = if small { broken(SMALL, room + SIGN, 2) } else { broken(NAME, room - 6.0, 2) };
        let more = more(&lines);
        return Set { lines, first: (left, 34.0 - more * 10.0), leading: 15.0, count: 51.0 + more * 4.0 };
    }
    let lines = broken(NAME, drawing.style.margin.0 - 15.0, 3);
    let more = more(&lines);
    Set { lines, first: (9.0, 22.0), leading: 14.0, count: 37.0 + more * 14.0 }
}

fn head(
    library: &Library,
    drawing: &Drawing,
    column: &Column,
    fold: &Fold,
    lang: Lang,
    (lit, skipped): (Option<u32>, bool),
    small: bool,
) -> Html {
    let across = drawing.direction == Direction::Across;
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
    let (named, words) = name.map_or_else(|| (None, ""), |(tag, words)| (Some(tag), &**words));
    let Set { lines, first, leading, count: foot } = set(drawing, fold, words, sign.is_some(), small);
    let line = |(place, line): (usize, &String)| {
        let class = classes!("head__name", small.then_some("head__name--small"));
        let y = px(first.1 + place as f32 * leading);
        // Read as one name, apart from the count that follows.
        let seam = if place + 1 < lines.len() { labels::seam(line) } else { " " };
        html! { <text key={place} {class} lang={named.clone()} x={px(first.0)} {y}>{ line.clone() }{ seam }</text> }
    };
    let (rule, sign_at) = if across {
        (format!("M24 66H{}", px((fold.extent - 14.0).max(90.0))), ("21", "52"))
    } else {
        ("M8 -26h28".to_owned(), ("7", "6"))
    };
    html! {
        <>
            <path class="head__rule" d={rule} />
            if let Some((tag, sign)) = sign { <text class="head__sign" lang={tag} x={sign_at.0} y={sign_at.1}>{ sign }</text> }
            { for lines.iter().enumerate().map(line) }
            <text class="head__count" x={px(first.0)} y={px(foot)}>{ more.unwrap_or(count) }</text>
        </>
    }
}
