//! The timeline drawn: one lane for each theme, a mark for each moment. A picture of what the list beside it says.

use std::ops::Range;

use yew::prelude::*;

use crate::{
    model::{Evidence, Lang, ThemeIx},
    ui::{context::Library, marks, text},
    view::{
        pixels::px,
        timeline::{Axis, Moment},
    },
    words,
};

/// The width of the drawing, in its own units.
const WIDTH: f32 = 1200.0;
/// What the names of the lanes take of it.
const NAMES: f32 = 130.0;
/// The height of a lane.
const LANE: f32 = 34.0;
/// The height of the row of years above the lanes.
const YEARS: f32 = 30.0;

/// The class that gives a theme its glass.
pub(super) fn glass(theme: ThemeIx) -> String {
    format!("g{}", theme.0 % 7 + 1)
}

/// The axis of the shown moments.
pub(super) fn axis(library: &Library, shown: &[Moment], span: Option<Range<i32>>, lang: Lang) -> Html {
    let catalog = &library.catalog;
    let said = words::times(lang);
    let axis = Axis::new(shown, span);
    let x = |year: f32| NAMES + axis.at(year) * (WIDTH - NAMES - 12.0);
    // What has no theme, such as beginnings and honours, has the last lane.
    let lanes = catalog.themes.len() + 1;
    let height = YEARS + lanes as f32 * LANE;
    let middle = |lane: usize| YEARS + (lane as f32 + 0.5) * LANE;
    let ticks = axis.bands().iter().flat_map(|band| {
        let step = if band.end - band.start > 20 && axis.bands().len() <= 2 { 10 } else { band.end - band.start };
        (band.start..band.end).step_by(step.max(1) as usize)
    });
    html! {
        <figure class="axis" aria-hidden="true">
            <svg viewBox={format!("0 0 {WIDTH} {}", px(height))}>
                {
                    for ticks.map(|year| {
                        let at = px(x(year as f32));
                        html! {
                            <g key={year}>
                                <path class="axis__tick" d={format!("M{at} {}V{}", px(YEARS - 6.0), px(height))} />
                                <text class="axis__year" x={at} y="16">{ year }</text>
                            </g>
                        }
                    })
                }
                {
                    for (0..lanes).map(|lane| {
                        let name = match catalog.themes.get(lane) {
                            Some(theme) => text::plain(&theme.name, lang),
                            None => said.beginnings.to_owned(),
                        };
                        html! {
                            <g key={lane}>
                                <path class="axis__lane" d={format!("M0 {0}H{WIDTH}", px(YEARS + lane as f32 * LANE))} />
                                <text class="axis__name" x="0" y={px(middle(lane) + 5.0)}>{ name }</text>
                            </g>
                        }
                    })
                }
                {
                    for shown.iter().enumerate().map(|(key, moment)| {
                        let row = moment.theme.map_or(lanes - 1, ThemeIx::at);
                        let class = moment.theme.map_or_else(|| "g0".to_owned(), glass);
                        html! { <g {key} {class}>{ mark(moment, &x, middle(row)) }</g> }
                    })
                }
            </svg>
            <figcaption>{ said.axis_caption }</figcaption>
        </figure>
    }
}

/// A moment: a lozenge; a bar where it lasted or its date is no single year; open where the date is rough; joined with the disputed
/// dash to every other dating. What is not on record has the line of its evidence under it.
fn mark(moment: &Moment, x: &impl Fn(f32) -> f32, y: f32) -> Html {
    let (first, last) = moment.years();
    let (left, right) = (x(first as f32 + 0.5), x(last as f32 + 0.5));
    let lozenge = |at: f32| format!("M{} {}l6-6 6 6-6 6Z", px(at - 6.0), px(y));
    let uncertain = (moment.evidence != Evidence::Documented).then(|| {
        // As long as a bar; under a lozenge a little wider than that, so that a whole dash shows.
        let beside = if right > left { 0.0 } else { 9.0 };
        let class = classes!("line", "axis__rests", marks::evidence_class(moment.evidence));
        html! { <path {class} d={format!("M{} {}H{}", px(left - beside), px(y + 11.0), px(right.max(left) + beside))} /> }
    });
    let rough = moment.date.is_rough().then_some("axis__mark--rough");
    html! {
        <>
            {
                for moment.rivals.iter().enumerate().map(|(key, rival)| {
                    let at = x(rival.first_year() as f32 + 0.5);
                    html! {
                        <g {key}>
                            <path class="line e-disputed" d={format!("M{} {y}H{}", px(left), px(at))} />
                            <path class="axis__mark axis__mark--rough" d={lozenge(at)} />
                        </g>
                    }
                })
            }
            if right - left > 8.0 {
                <path class={classes!("axis__span", rough)} d={format!("M{} {}H{}", px(left), px(y), px(right))} />
            } else {
                <path class={classes!("axis__mark", rough)} d={lozenge(left)} />
            }
            { for uncertain }
        </>
    }
}
