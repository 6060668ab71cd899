//! The map's element: it listens, keeps the camera, and draws what it is given.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    board::{Piece, PieceView},
    controls::controls,
    cord::Pointed,
    definitions::Definitions,
    edges::Edges,
    folds::heads,
    hand::Hand,
    legend::coloured,
    use_board::{Shown, use_board},
    use_camera::use_camera,
};
use crate::{
    layout::Direction,
    model::{EvidenceSet, Lang, LensIx, MarkIx},
    trace::Trace,
    ui::{
        browser,
        context::{Here, Shared, use_dispatch, use_library},
        gestures::{Gestures, use_gestures},
        hooks::use_extent,
    },
    view::{Address, Page, Query, drawing::Drawing, over::Over},
    words,
};

/// How a map opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Opening {
    /// Everything in sight, however small, and at no larger a scale than this.
    Whole(f32),
    /// As wide as the window and as long as that makes it: the page scrolls, not the map.
    Along,
    /// Everything where it is at least at this scale, else from its upper left corner at that scale.
    Readable(f32),
}

/// Properties of [`ChainMap`].
#[derive(Properties, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "any of them may hold with any other")]
pub struct ChainMapProps {
    /// What is drawn.
    pub drawing: Shared<Drawing>,
    /// What is lit.
    #[prop_or_default]
    pub trace: Option<Shared<Trace>>,
    /// The lens it was drawn through.
    pub lens: LensIx,
    /// The language.
    pub lang: Lang,
    /// Where the reader is; links of the map keep its lens, theme and data file.
    pub here: Here,
    /// What is laid over it.
    #[prop_or_default]
    pub over: Option<Shared<Over>>,
    /// The chain as of this year.
    #[prop_or_default]
    pub year: Option<i32>,
    /// The evidence that is shown.
    #[prop_or(EvidenceSet::ALL)]
    pub evidence: EvidenceSet,
    /// Those who bear honours of this kind, the rest stepping back.
    #[prop_or_default]
    pub honour: Option<MarkIx>,
    /// How it opens.
    pub opening: Opening,
    /// Whether it stands in a page that scrolls: then it takes the wheel only with Ctrl or while it has the focus.
    #[prop_or_default]
    pub embedded: bool,
    /// Pixels at the lower edge of the browser's window that a sheet covers.
    #[prop_or_default]
    pub covered: f32,
    /// Whether a click selects in place; otherwise it goes to the chain page.
    #[prop_or(true)]
    pub selects: bool,
    /// Whether heads of folds and controls are shown.
    #[prop_or(true)]
    pub furnished: bool,
    /// Whether its edges count what is beyond them, and lead there; what they would cut is then beyond them. For a map without buttons.
    #[prop_or_default]
    pub edged: bool,
}

/// The map.
#[component]
pub fn ChainMap(props: &ChainMapProps) -> Html {
    let library = use_library();
    let dispatch = use_dispatch();
    let root = use_node_ref();
    let window = use_extent(root.clone());
    let cursor = use_state_eq(|| None::<usize>);
    let spoken = use_state_eq(|| AttrValue::from(""));
    let ChainMapProps { drawing, trace, lens, lang, here, selects, .. } = props;
    // The opening page holds no map with heads and controls, and its part none of these.
    let furnished = cfg!(feature = "further") && props.furnished;
    let catalog = &library.catalog;
    let table = words::of(*lang);

    let base = Rc::new(Address {
        lang: here.lang,
        page: Page::Chain,
        query: Query { q: String::new(), ..here.query.clone() }.unselected(),
    });

    let Shown { board, looks, focus, stop } = use_board(props, &library, &base, *cursor);
    // A map that opens with all of it in its window has nothing beyond an edge that was not dragged there.
    let is_counted = cfg!(feature = "further") && (props.edged || furnished);
    let edges =
        is_counted.then(|| Edges { board: board.clone(), looks: Rc::clone(&looks), lang: *lang, cuts: props.edged });
    let (stage, write) = use_camera(&root, window, props, &looks, focus, edges.clone());
    {
        let details = trace.as_ref().map(|trace| {
            let focus = catalog.entity(trace.request.focus).id.to_string();
            (focus, trace.up.shown(), trace.down.shown())
        });
        use_effect_with((drawing.clone(), details), |(_, details)| {
            if let Some((focus, up, down)) = details {
                browser::mark_when_shown(
                    "trace-done",
                    vec![("focus", focus.as_str().into()), ("up", (*up).into()), ("down", (*down).into())],
                );
            }
        });
    }

    let hand = Hand {
        library: library.clone(),
        drawing: drawing.clone(),
        looks: Rc::clone(&looks),
        dispatch,
        root: root.clone(),
        stage: Rc::clone(&stage),
        write: write.clone(),
        base,
        lang: *lang,
        selects: *selects,
        furnished,
        cursor: cursor.setter(),
        spoken: spoken.setter(),
    };
    let (onclick, onkeydown) = (hand.clone().on_click(), hand.on_key(stop));
    let Gestures { onpointerdown, onpointermove, onpointerup, on_zoom, on_fit } =
        use_gestures(&root, &stage, &write, props.embedded);

    let columns = &catalog.lens(*lens).columns;
    let counts = [drawing.nodes.len(), drawing.lines.len(), columns.len()];
    let traced = trace.is_some();
    let keys_id = "map-keys";
    let extent = window.unwrap_or_default();
    html! {
        <div class={classes!("map", props.embedded.then_some("map--embedded"), traced.then_some("map--traced"), drawing.style.windows.then_some("map--windows"), (drawing.direction == Direction::Down).then_some("map--down"), coloured(catalog.lens(*lens).colour))}>
            <p class="visually-hidden" id="map-summary">{ words::count(table.map_summary, &counts) }</p>
            <div
                class="map__window"
                ref={root.clone()}
                data-view="map"
                role="group"
                aria-label={table.map_label}
                aria-describedby={if furnished { format!("map-summary {keys_id}") } else { "map-summary".to_owned() }}
                {onclick}
                {onkeydown}
                {onpointerdown}
                {onpointermove}
                onpointerup={onpointerup.clone()}
                onpointercancel={onpointerup}
            >
                <svg class="map__svg" width="100%" height="100%" focusable="false">
                    <Definitions across={drawing.direction == Direction::Across} />
                    <g data-part="camera">
                        <PieceView {board} piece={Piece::All} />
                    </g>
                    if furnished {
                        { heads(&library, drawing, columns, *lang, traced.then_some(&looks.lit[..]), (extent.width, extent.height)) }
                    }
                </svg>
            </div>
            if let Some(over) = props.over.clone().filter(|_| cfg!(feature = "further")) {
                <Pointed {root} {over} lang={*lang} />
            }
            if let Some(edges) = edges { { edges.view(&stage, &write) } }
            if furnished { { controls(*lang, &on_zoom, &on_fit, (keys_id, table.keys_text)) } }
            <p class="visually-hidden" role="status">{ (*spoken).clone() }</p>
        </div>
    }
}
