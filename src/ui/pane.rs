//! Panes of coloured glass: the seven motifs on a grid of 24 (design grammar, section 2), and the large window (section 3).

use yew::prelude::*;

use super::picture::Vignette;
use crate::model::{Column, Motif};

/// Silhouette and leads of a motif.
fn drawn(motif: Motif) -> (&'static str, &'static str) {
    match motif {
        Motif::Ripple => (
            "M12 3.2a8.8 8.8 0 1 1 0 17.6a8.8 8.8 0 1 1 0-17.6Z",
            "M4 9.4q2-1.9 4 0t4 0 4 0 4 0M3.4 12.9q2.15-1.9 4.3 0t4.3 0 4.3 0 4.3 0M5 16.4q1.75-1.8 3.5 0t3.5 0 3.5 0 3.5 0",
        ),
        Motif::Lozenge => ("M12 2.4 21.6 12 12 21.6 2.4 12Z", "M7.2 7.2 16.8 16.8M16.8 7.2 7.2 16.8"),
        Motif::Well => ("M9 2.4h6V9h6.6v6H15v6.6H9V15H2.4V9H9Z", "M9 2.4v19.2M15 2.4v19.2M2.4 9h19.2M2.4 15h19.2"),
        Motif::Tortoise => (
            "M12 2.4 20.6 7.2v9.6L12 21.6 3.4 16.8V7.2Z",
            "M12 7.4 16 9.7v4.6l-4 2.3-4-2.3V9.7ZM12 2.4v5M20.6 7.2 16 9.7M20.6 16.8 16 14.3M12 21.6v-5M3.4 16.8 8 14.3M3.4 7.2 8 9.7",
        ),
        Motif::Bars => ("M5.2 2.4h13.6v19.2H5.2Z", "M5.2 6.2h13.6M5.2 9.9h13.6M5.2 13.6h13.6M5.2 17.3h13.6"),
        Motif::Begonia => (
            "M7.4 7.4a4.6 4.6 0 0 1 9.2 0a4.6 4.6 0 0 1 0 9.2a4.6 4.6 0 0 1-9.2 0a4.6 4.6 0 0 1 0-9.2Z",
            "M7.4 7.4h9.2v9.2H7.4ZM12 9.6l2.4 2.4-2.4 2.4-2.4-2.4Z",
        ),
        Motif::Herringbone => ("M2.4 2.4h9.2L21.6 12l-10 9.6H2.4L12 12Z", "M7 2.4 17 12 7 21.6"),
    }
}

/// The silhouette that stands for a motif when it is a dot.
pub fn silhouette(motif: Motif) -> &'static str {
    if motif == Motif::Well { "M3 3h18v18H3Z" } else { drawn(motif).0 }
}

/// The class that gives an element the glass of a column.
pub fn glass(column: Option<&Column>) -> String {
    column.map_or_else(|| "g0".to_owned(), |column| format!("g{}", column.colour))
}

/// The frame of a pane. Squares are paths here: every attribute of an element costs time whenever a trace lights it or a panel opens.
const FRAME: &str = "M1 1h22v22H1Z";

/// The lines of a pane on a grid of 24, for use inside a drawing.
pub fn grid(motif: Motif) -> Html {
    html! {
        <>
            <path class="frame corner" d={FRAME} />
            { bare(motif) }
        </>
    }
}

/// A pane as a picture of its own.
pub fn pane(column: Option<&Column>, class: &'static str) -> Html {
    let motif = column.map(|column| column.motif);
    html! {
        <svg class={classes!("pane", class, glass(column))} viewBox="0 0 24 24" aria-hidden="true">
            {
                match motif {
                    Some(motif) => grid(motif),
                    None => html! { <path class="frame unplaced" d={FRAME} /> },
                }
            }
        </svg>
    }
}

/// A motif without corner and frame, on a grid of 24.
pub fn bare(motif: Motif) -> Html {
    let (outline, leads) = drawn(motif);
    html! {
        <>
            <path class="glass" d={outline} />
            <path class="lead" d={leads} />
        </>
    }
}

/// The panes of a large window on a grid of 96: coloured corners and middles, soft sides, a clear centre with a drawing, or with the
/// motif where there is none.
pub fn window_grid(motif: Motif, drawing: Option<AttrValue>) -> Html {
    // The border is 15 of 96; corners and middles of the sides are full glass, what lies between is soft.
    html! {
        <>
            <rect class="w-soft" x="2" y="2" width="92" height="92" />
            <path class="w-glass" d="M2 2h15v15H2ZM79 2h15v15H79ZM2 79h15v15H2ZM79 79h15v15H79ZM38 2h20v15H38ZM38 79h20v15H38ZM2 38h15v20H2ZM79 38h15v20H79Z" />
            <path class="w-lead" d="M17 2v15M38 2v15M58 2v15M79 2v15M17 79v15M38 79v15M58 79v15M79 79v15M2 17h15M2 38h15M2 58h15M2 79h15M79 17h15M79 38h15M79 58h15M79 79h15" />
            <rect class="w-clear" x="17" y="17" width="62" height="62" />
            if let Some(href) = drawing {
                <g transform="translate(22 22) scale(.5417)"><Vignette {href} {motif} /></g>
            } else {
                <g transform="translate(24 24) scale(2)">{ bare(motif) }</g>
            }
            <rect class="w-frame" x="2" y="2" width="92" height="92" />
        </>
    }
}
