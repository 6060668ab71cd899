//! The legend: what lines, marks and colours of a lens say. Only what the drawing holds is explained.

use yew::prelude::*;

use crate::{
    model::{Evidence, Lang, LensColour, LensIx, LinkKind, LinkMark},
    ui::{
        context::{Shared, use_library},
        marks, pane, text,
    },
    view::drawing::Drawing,
    words,
};

/// The class of a map, and of its legend, whose colours say something else than where things stand. The opening page has none.
pub(super) fn coloured(colour: LensColour) -> Option<&'static str> {
    match colour {
        LensColour::Evidence if cfg!(feature = "further") => Some("by-evidence"),
        LensColour::Honours if cfg!(feature = "further") => Some("by-honours"),
        _ => None,
    }
}

/// Properties of [`Legend`].
#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// What is drawn.
    pub drawing: Shared<Drawing>,
    /// The lens it was drawn through.
    pub lens: LensIx,
    /// The language.
    pub lang: Lang,
}

/// The legend of a drawing.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let library = use_library();
    let catalog = &library.catalog;
    let LegendProps { drawing, lens, lang } = props;
    let (lens, lang) = (*lens, *lang);
    let table = words::of(lang);
    let record = catalog.lens(lens);
    let has = |evidence: Evidence| drawing.lines.iter().any(|line| line.evidence == evidence);
    let planned = drawing.lines.iter().any(|line| catalog.link(line.link).planned)
        || drawing.nodes.iter().any(|node| catalog.entity(node.entity).planned);
    let drawn = |place: usize| drawing.lines.iter().any(|line| catalog.link(line.link).kind.at() == place);
    let kinds: Vec<&LinkKind> =
        catalog.link_kinds.iter().enumerate().filter(|(place, _)| drawn(*place)).map(|(_, kind)| kind).collect();
    // Kinds with one mark stand behind one sample of it, which could not tell them apart.
    let alike = |mark: LinkMark| kinds.iter().filter(move |kind| kind.mark == mark).enumerate();
    let marked = kinds.iter().filter(|kind| alike(kind.mark).any(|(at, other)| at == 0 && other.id == kind.id));
    // The head of a group stays on the line of its first item.
    let head = |place: usize, head: &'static str| html! { if place == 0 { <b>{ head }</b> } };
    html! {
        <div class={classes!("legend", coloured(record.colour))} role="group" aria-label={table.legend}>
            if record.colour == LensColour::Honours {
                <span class="legend__item">{ pane::pane(record.columns.first(), "legend__pane") }{ table.honours_legend }</span>
            }
            {
                for Evidence::ALL.into_iter().filter(|evidence| has(*evidence)).enumerate().map(|(place, evidence)| html! {
                    <span class="legend__item" key={evidence.word()}>{ head(place, table.evidence_head) }{ marks::evidence_sample(evidence) }{ words::evidence(lang, evidence) }</span>
                })
            }
            if planned {
                <span class="legend__item" key="planned"><span class="sample sample--line sample--planned" />{ words::plates(lang).planned }</span>
            }
            {
                for marked.enumerate().map(|(place, kind)| html! {
                    <span class="legend__item legend__kinds" key={kind.id.to_string()}>
                        { head(place, table.links_head) }{ marks::mark_sample(kind.mark) }
                        <span>{ for alike(kind.mark).map(|(at, kind)| html! { <key={at}>if at > 0 { { words::punctuation(lang).comma } }{ text::text(catalog, &kind.name, lang) }</> }) }</span>
                    </span>
                })
            }
        </div>
    }
}
