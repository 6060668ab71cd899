//! Small signs: marks of link kinds, samples of evidence, icons of controls.

use yew::prelude::*;

use crate::model::{Evidence, LinkMark};

/// The class of a line for its evidence.
pub fn evidence_class(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Documented => "e-documented",
        Evidence::Typical => "e-typical",
        Evidence::Legend => "e-legend",
        Evidence::Disputed => "e-disputed",
        Evidence::Unsourced => "e-unsourced",
    }
}

/// The path of a mark, its tip at the origin, pointing right.
pub fn mark_path(mark: LinkMark) -> Option<&'static str> {
    match mark {
        LinkMark::Arrow => Some("M-5-3.6 1 0-5 3.6"),
        LinkMark::Bar => Some("M-1-4.5V4.5M-5-3.6 0 0-5 3.6"),
        LinkMark::Lozenge => Some("M-6 0-2-4 2 0-2 4Z"),
        LinkMark::Ring => Some("M-6 0a3 3 0 1 1 6 0a3 3 0 1 1-6 0Z"),
        LinkMark::Knot => Some("M-6 0a3.4 3.4 0 1 1 6.8 0a3.4 3.4 0 1 1-6.8 0Z"),
        LinkMark::None => None,
    }
}

/// The class of a mark.
pub fn mark_class(mark: LinkMark) -> &'static str {
    match mark {
        LinkMark::Lozenge => "mark mark--filled",
        LinkMark::Ring => "mark mark--hollow",
        LinkMark::Knot => "mark mark--knot",
        _ => "mark",
    }
}

/// A line as it is drawn for a class of evidence. One element of plain style: a panel holds many, and is made anew with every trace.
pub fn evidence_sample(evidence: Evidence) -> Html {
    html! { <span class={classes!("sample", "sample--line", evidence_class(evidence))} /> }
}

/// A mark beside its word.
pub fn mark_sample(mark: LinkMark) -> Html {
    html! {
        <svg class="sample sample--mark" viewBox="-12 -10 20 20" aria-hidden="true">
            <path class={mark_class(mark)} d={mark_path(mark).unwrap_or("M-8 0h10")} />
        </svg>
    }
}

/// An icon of a control on a grid of 20.
fn icon(d: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path {d} /></svg> }
}

/// A plus.
pub fn plus() -> Html {
    icon("M3 10h14M10 3v14")
}

/// A minus.
pub fn minus() -> Html {
    icon("M3 10h14")
}

/// Four corners: show all.
pub fn corners() -> Html {
    icon("M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4")
}

/// A lens.
pub fn looking_glass() -> Html {
    icon("M8.5 2.5a6 6 0 1 1 0 12a6 6 0 1 1 0-12M13 13l5 5")
}

/// A cross: close.
pub fn cross() -> Html {
    icon("M4 4l12 12M16 4 4 16")
}

/// A question mark: keys.
pub fn question() -> Html {
    icon("M6.5 7.2a3.5 3.5 0 1 1 4.9 3.2c-1 .5-1.4 1-1.4 2.2M10 15.6v.9")
}

/// A pane half in shade: light and dark.
pub fn half_pane() -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <rect x="4" y="4" width="16" height="16" />
            <path d="M12 4v16M4 12h16" />
            <path class="icon__half" d="M4 4h8v8H4Z" />
        </svg>
    }
}
