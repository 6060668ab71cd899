//! What is drawn on the place map, from the ground up.

use yew::prelude::*;

use crate::{
    model::{EntityIx, Lang, ShapeKind},
    ui::{
        context::{Here, Library},
        pane::{glass, grid},
        text,
    },
    view::{
        Page,
        camera::{Extent, MapPoint},
        ground::{BEYOND, Caption, Certainty, Ground, HALF, Set, Side, Street, leader},
        labels::{joined, seam},
        pixels::px,
    },
};

/// What of the map is shown otherwise than the rest.
pub(super) struct Shown<'a> {
    pub(super) focus: Option<EntityIx>,
    /// The index of the stand that is the map's one tab stop.
    pub(super) stop: usize,
    pub(super) walk: &'a [EntityIx],
    /// The street that is picked, with its houses.
    pub(super) houses: Option<&'a Street>,
    pub(super) here: &'a Here,
    pub(super) lang: Lang,
    /// Whether a pane is a link that is followed, not something to be selected.
    pub(super) embedded: bool,
}

/// The corners of a street's box: of its houses that are set, and where its name stands.
pub(super) fn around_street(ground: &Ground, street: usize) -> Option<(MapPoint, MapPoint)> {
    let row = ground.streets.iter().find(|row| row.shape == street);
    let houses = row.and_then(|row| ground.around(&row.houses));
    let middle = ground
        .outlines
        .iter()
        .find(|outline| outline.shape == street)
        .and_then(|outline| outline.middles.first().copied());
    let (from, to) = houses.or(middle.map(|middle| (middle, middle)))?;
    let middle = middle.unwrap_or(from);
    let least = MapPoint { x: from.x.min(middle.x), y: from.y.min(middle.y) };
    Some((least, MapPoint { x: to.x.max(middle.x), y: to.y.max(middle.y) }))
}

/// The base map. A street that is picked is lit, and on a walk those along which stops without a place of their own are to be looked for.
pub(super) fn outlines(
    library: &Library,
    ground: &Ground,
    street: Option<usize>,
    walk: &[EntityIx],
    embedded: bool,
) -> Html {
    let Some(map) = &library.catalog.map else { return html! { <g /> } };
    let lit: Vec<usize> = street.into_iter().chain(ground.streets_of(&library.catalog, walk)).collect();
    let outline = |outline: &crate::view::ground::Outline| {
        let shape = &map.shapes[outline.shape];
        let kind = match shape.kind {
            ShapeKind::Water => "water",
            ShapeKind::Green => "green",
            ShapeKind::Island => "island",
            ShapeKind::Street => "street",
            ShapeKind::Rail => "rail",
            ShapeKind::Boundary => "edge",
        };
        let line = outline.width.map_or("area", |_| "line");
        let picked = lit.contains(&outline.shape).then_some("ground__shape--picked");
        let class = classes!("ground__shape", format!("ground__{kind}"), format!("ground__{line}"), picked);
        let housed = ground.streets.iter().any(|row| row.shape == outline.shape);
        html! {
            <g key={outline.shape}>
                <path {class} d={outline.path.clone()} stroke-width={outline.width.map(px)} />
                // A street can be picked anywhere along it, not only on its narrow line; on a map within another page none can.
                if housed && !embedded && outline.width.is_some() {
                    <path class="ground__reach" d={outline.path.clone()} data-street={shape.id.to_string()} />
                }
            </g>
        }
    };
    let Extent { width, height } = ground.extent;
    let (from, across, down) = (px(-BEYOND), px(width + 2.0 * BEYOND), px(height + 2.0 * BEYOND));
    // Beyond its edges the map is no survey, and paler.
    let edge = format!("M{from} {from}h{across}v{down}H{from}ZM0 0H{}V{}H0Z", px(width), px(height));
    html! {
        <g class="ground__shapes" aria-hidden="true">
            <rect class="ground__sheet" x={from.clone()} y={from} width={across} height={down} />
            <g>{ for ground.outlines.iter().map(outline) }</g>
            <path class="ground__beyond" d={edge} />
        </g>
    }
}

/// The way of a walk: straight from stop to stop.
pub(super) fn way(ground: &Ground, walk: &[EntityIx]) -> Html {
    let mut d = String::new();
    for stand in walk.iter().filter_map(|stop| ground.stand(*stop)) {
        d += if d.is_empty() { "M" } else { "L" };
        d += &px(stand.at.x);
        d += " ";
        d += &px(stand.at.y);
    }
    html! { <path class="ground__way" {d} /> }
}

/// From the places of a walk's stops to their numbers, where those stand beside them.
pub(super) fn leaders(ground: &Ground, walk: &[EntityIx], beside: &[(f32, f32)]) -> Html {
    let way = ground.way(walk);
    let one = |at: &usize| {
        let MapPoint { x, y } = ground.stands[*at].at;
        let [from, to] = leader(ground, &way, beside, *at)?;
        Some(html! {
            <g key={*at} transform={format!("translate({} {})", px(x), px(y))}>
                <g data-part="still">
                    <path class="ground__leader" d={format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1))} />
                    // A place that another number covers needs no mark.
                    if from == (0.0, 0.0) { <circle class="ground__place" r="3" /> }
                </g>
            </g>
        })
    };
    html! { <g class="ground__leaders" aria-hidden="true">{ for way.iter().filter_map(one) }</g> }
}

fn lines(caption: &Caption) -> Html {
    let anchor = match caption.side {
        Side::Right => "start",
        Side::Left => "end",
        _ => "middle",
    };
    html! {
        <g class="ground__name" aria-hidden="true" text-anchor={anchor}>
            {
                for caption.lines.iter().enumerate().map(|(place, line)| html! {
                    <text key={place} x={px(caption.at.0)} y={px(caption.at.1 + 15.0 * place as f32)}>
                        { line.clone() }
                        if place + 1 < caption.lines.len() { { seam(line) } }
                    </text>
                })
            }
        </g>
    }
}

/// The names of the base map.
pub(super) fn captions(names: &[Caption]) -> Html {
    let one = |(caption, at): (&Caption, usize)| {
        let MapPoint { x, y } = caption.point;
        html! {
            <g key={at} transform={format!("translate({} {})", px(x), px(y))}>
                <g data-part="still">{ lines(caption) }</g>
            </g>
        }
    };
    let shapes = names.iter().filter_map(|caption| Some((caption, caption.of.err()?)));
    html! { <g class="ground__names" aria-hidden="true">{ for shapes.map(one) }</g> }
}

/// A pane for everybody who stands on the map; the stops of a walk above all others.
pub(super) fn panes(library: &Library, ground: &Ground, set: &Set, shown: &Shown<'_>) -> Html {
    let is_stop = |at: &usize| shown.walk.contains(&ground.stands[*at].entity);
    let (stops, others): (Vec<usize>, Vec<usize>) = (0..ground.stands.len()).partition(is_stop);
    html! {
        <g class="ground__panes">
            { for others.into_iter().chain(stops).map(|at| pane(library, ground, at, set, shown)) }
        </g>
    }
}

/// The number of a stop on a walk; where the walk comes by more than once, all of them.
fn number(walk: &[EntityIx], entity: EntityIx) -> Option<String> {
    let times = walk.iter().enumerate().filter(|(_, stop)| **stop == entity);
    let numbers: Vec<String> = times.map(|(place, _)| (place + 1).to_string()).collect();
    (!numbers.is_empty()).then(|| numbers.join("·"))
}

/// A number within its round; what is longer than two digits is set smaller, and as wide as the round holds.
fn written(number: &str) -> Html {
    let long = number.chars().count();
    let class = classes!("spot__number", (long > 2).then_some("spot__number--many"));
    let wide = match long {
        0..=2 => None,
        3 => Some("15"),
        _ => Some("20"),
    };
    html! {
        <text {class} y="4.5" text-anchor="middle" textLength={wide} lengthAdjust={wide.map(|_| "spacingAndGlyphs")} aria-hidden="true">{ number.to_owned() }{ " " }</text>
    }
}

fn pane(library: &Library, ground: &Ground, at: usize, set: &Set, shown: &Shown<'_>) -> Html {
    let caption = set.names.iter().find(|caption| caption.of == Ok(at));
    let (dx, dy) = set.beside[at];
    let stand = &ground.stands[at];
    let Shown { focus, stop, walk, houses, here, lang, embedded } = shown;
    let record = library.catalog.entity(stand.entity);
    let column = library.catalog.stage_of(stand.entity);
    let id = record.id.to_string();
    let is_focus = *focus == Some(stand.entity);
    let number = number(walk, stand.entity);
    let of_street = houses.is_some_and(|row| row.houses.contains(&stand.entity));
    let aside = !is_focus
        && (!walk.is_empty() && number.is_none() || houses.is_some_and(|row| !row.houses.is_empty()) && !of_street);
    let certainty = match stand.certainty {
        Certainty::Known => "known",
        Certainty::ByNumber => "number",
        Certainty::Area => "area",
        Certainty::Outline => "outline",
    };
    let class = classes!(
        "spot",
        glass(column),
        format!("spot--{certainty}"),
        is_focus.then_some("spot--focus"),
        aside.then_some("spot--aside"),
    );
    // What is read out begins with what is seen.
    let seen = caption.map_or_else(|| record.name.full.words(*lang).to_owned(), |caption| joined(&caption.lines));
    let seen = number.as_ref().map_or_else(|| seen.clone(), |number| format!("{number} {seen}"));
    let href = here.to_page(Page::Entity(id.clone())).write(*lang);
    let corner = px(-HALF);
    html! {
        <a
            key={stand.entity.0}
            {class}
            {href}
            data-entity={id}
            data-go={embedded.then_some("1")}
            tabindex={if at == *stop { "0" } else { "-1" }}
            aria-label={text::spoken(library, stand.entity, &seen, *lang)}
            aria-current={is_focus.then_some("true")}
            transform={format!("translate({} {})", px(stand.at.x), px(stand.at.y))}
        >
            <g data-part="still">
                <g transform={format!("translate({} {})", px(dx), px(dy))}>
                    <rect class="spot__reach" x="-14" y="-14" width="28" height="28" />
                    if stand.certainty == Certainty::Area && walk.is_empty() { <circle class="spot__area" r="18" /> }
                    if let Some(number) = number {
                        <circle class="spot__stop" r="12" />
                        { written(&number) }
                    } else {
                        <g class="spot__pane" transform={format!("translate({corner} {corner}) scale({})", crate::view::pixels::fine(2.0 * HALF / 24.0))}>
                            { grid(column.map_or(crate::model::Motif::Bars, |column| column.motif)) }
                        </g>
                    }
                    if is_focus { <rect class="spot__ring" x="-15" y="-15" width="30" height="30" /> }
                    if let Some(caption) = caption { { lines(caption) } }
                </g>
            </g>
        </a>
    }
}

/// Who made what the map was drawn from.
pub(super) fn credit(library: &Library, lang: Lang) -> Html {
    let credit = library.catalog.map.as_ref().and_then(|map| map.credit.as_ref());
    let Some(credit) = credit else { return html! { <span hidden=true /> } };
    html! {
        <p class="ground__credit">
            if let Some(url) = &credit.url {
                <a href={url.to_string()} rel="noopener noreferrer external">{ text::text(&library.catalog, &credit.name, lang) }</a>
            } else {
                { text::text(&library.catalog, &credit.name, lang) }
            }
        </p>
    }
}
