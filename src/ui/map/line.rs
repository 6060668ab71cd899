//! One link on the map: an ink line at rest, a river between ink banks when it is traced.

use yew::prelude::*;

use crate::{
    model::LinkMark,
    trace::Part,
    ui::{
        context::{Shared, use_library},
        marks,
        pane::glass,
    },
    view::{drawing::Drawing, emphasis::LineLook, pixels::px},
};

/// Properties of [`LineView`].
#[derive(Properties, PartialEq)]
pub(super) struct LineProps {
    pub(super) drawing: Shared<Drawing>,
    /// Index in the drawing's lines.
    pub(super) at: usize,
    pub(super) look: LineLook,
    /// The lens's position, for the glass of the water.
    pub(super) lens: crate::model::LensIx,
}

/// One link.
#[component]
pub(super) fn LineView(props: &LineProps) -> Html {
    let library = use_library();
    let catalog = &library.catalog;
    let line = &props.drawing.lines[props.at];
    let link = catalog.link(line.link);
    let kind = catalog.link_kind(link.kind);
    let ids = [link.from, link.to].map(|entity| catalog.entity(entity).id.to_string());
    let evidence = marks::evidence_class(line.evidence);
    let lit = props.look.part.filter(|part| part.is_lit());
    if line.latent && lit.is_none() {
        // Links of dots are shown only when they are lit; the group keeps the line's place among its siblings.
        return html! { <g class="line--latent" /> };
    }
    let state = match (props.look.part, lit) {
        (None, _) if props.look.absent => "line--off",
        (None, _) => "line--rest",
        (Some(_), None) => "line--off",
        (Some(_), Some(_)) => "line--lit",
    };
    let cord = (line.mark == LinkMark::Knot).then_some("line--cord");
    let made = (line.mark == LinkMark::Lozenge).then_some("line--makes");
    let class = classes!("line", state, evidence, cord, made);
    let data = [ids[0].clone(), ids[1].clone(), kind.id.to_string()];
    let [from, to, kind] = data;
    let d = AttrValue::from(line.d.clone());
    let (x, y) = line.mouth;
    let marked = state != "line--off";
    let mark = marks::mark_path(line.mark).filter(|_| marked).map(|d| {
        let transform = format!("translate({} {}) rotate({})", px(x), px(y), px(line.angle));
        html! { <path class={marks::mark_class(line.mark)} {d} {transform} /> }
    });
    let column = catalog.lens(props.lens).columns.get(line.column);
    html! {
        <g class={glass(column)}>
            if let Some(part) = lit {
                <path class="bank" d={d.clone()} />
                if line.evidence != crate::model::Evidence::Documented && cord.is_none() { <path class="bed" d={d.clone()} /> }
                <path class={classes!(class, "water", format!("flow-{}", step(part)))} d={d} data-from={from} data-to={to} data-kind={kind} />
            } else {
                <path {class} {d} data-from={from} data-to={to} data-kind={kind} />
            }
            { mark }
        </g>
    }
}

/// How late the water comes: source to table, at most nine steps apart.
fn step(part: Part) -> u32 {
    match part {
        Part::Up(steps) => 5_u32.saturating_sub(steps),
        Part::Down(steps) => (5 + steps).min(9),
        Part::Focus | Part::None => 5,
    }
}
