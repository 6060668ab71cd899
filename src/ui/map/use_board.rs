//! The board of a map, and the lights on it.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    board::{Board, Lights},
    host::ChainMapProps,
};
use crate::{
    model::EntityIx,
    ui::context::{Here, Library, Shared},
    view::emphasis::{self, Emphasis},
};

/// What a map shows.
pub(super) struct Shown {
    /// The drawing on screen.
    pub(super) board: Shared<Board>,
    /// How each of its pieces looks.
    pub(super) looks: Rc<Emphasis>,
    /// The node of the trace's focus.
    pub(super) focus: Option<usize>,
    /// The node that is the map's one tab stop.
    pub(super) stop: usize,
}

/// The board of what is drawn, lit as the properties say; `cursor` is the node that keys have gone to.
#[hook]
pub(super) fn use_board(props: &ChainMapProps, library: &Library, base: &Here, cursor: Option<usize>) -> Shown {
    let ChainMapProps { drawing, trace, .. } = props;
    let catalog = &library.catalog;
    let looks = {
        let dependencies = (drawing.clone(), trace.clone(), props.year, props.evidence, props.honour);
        use_memo(dependencies, |(drawing, trace, year, evidence, honour)| {
            let is_without = |entity: EntityIx| {
                // The opening page picks nobody out, and so holds nothing of it.
                cfg!(feature = "further") && honour.is_some_and(|mark| !catalog.bears(entity, mark))
            };
            let absent_node = |at: usize| {
                let entity = drawing.nodes[at].entity;
                year.is_some_and(|year| !catalog.entity(entity).existed_in(year)) || is_without(entity)
            };
            let absent_line = |at: usize| {
                let line = &drawing.lines[at];
                let link = catalog.link(line.link);
                !evidence.has(line.evidence)
                    || year.is_some_and(|year| !link.held_in(year))
                    || is_without(link.from)
                    || is_without(link.to)
            };
            emphasis::of(drawing, trace.as_deref(), absent_node, absent_line)
        })
    };
    let focus =
        trace.as_ref().and_then(|trace| drawing.nodes.iter().position(|node| node.entity == trace.request.focus));
    let stop = cursor.or(focus).unwrap_or(0).min(drawing.nodes.len().saturating_sub(1));

    let lights = Lights { looks: Rc::clone(&looks), stop, over: props.over.clone() };
    // The base is compared by value: selecting something does not change where the links of the map lead.
    let board = {
        let lights = lights.clone();
        let dependencies = (library.clone(), drawing.clone(), props.lens, props.lang, Rc::clone(base), props.furnished);
        use_memo(dependencies, |(library, drawing, lens, lang, base, furnished)| {
            Shared::new(Board::new(library, drawing, *lens, *lang, base, *furnished, lights))
        })
    };
    use_effect_with(((*board).clone(), lights), |(board, lights)| board.light(lights));
    Shown { board: (*board).clone(), looks, focus, stop }
}
