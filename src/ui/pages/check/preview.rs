//! The map that a checked file makes.

use yew::prelude::*;

use crate::{
    model::{EvidenceSet, LensIx},
    trace::Request,
    ui::{
        context::use_library,
        hooks::{use_extent, use_room},
        map::{ChainMap, Opening, use_drawing, use_trace},
        pages::PageProps,
    },
    view::drawing::{ON_SCREEN, Size, Wanted},
};

/// The first view of the checked file.
#[component]
pub(super) fn Preview(props: &PageProps) -> Html {
    let library = use_library();
    let PageProps { here, lang } = props;
    let place = use_node_ref();
    let extent = use_extent(place.clone());
    let room = use_room();
    let start = library.catalog.site.start.as_ref();
    let lens = start.and_then(|start| start.lens).unwrap_or(LensIx(0));
    let request = start.map(|start| Request {
        focus: start.focus,
        up: start.up,
        down: start.down,
        lens,
        year: None,
        evidence: EvidenceSet::ALL,
    });
    let wanted = room.zip(extent).map(|(room, extent)| Wanted {
        lens,
        lang: *lang,
        room,
        size: Size::Plate,
        fill: (extent.width, extent.height),
        only: None,
        wrap: false,
        effort: ON_SCREEN,
    });
    let drawing = use_drawing(&library, wanted);
    let trace = use_trace(&library, request);
    html! {
        <div class="plate check__map" ref={place}>
            if let Some(drawing) = drawing {
                <ChainMap {drawing} {trace} {lens} lang={*lang} here={here.clone()} opening={Opening::Whole(1.0)} embedded=true selects=false />
            }
        </div>
    }
}
