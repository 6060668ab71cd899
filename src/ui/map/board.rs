//! A drawing on screen: everything that stays while traces come and go, and the lights on it.
//!
//! INVARIANT: a new trace renders anew only the pieces whose look it changes. The board is one value for as long as its drawing
//! is shown, so that the component that draws all of it is never rendered again; each piece listens for a change of its own look.
//!
//! A dot that is not lit leaves while the name of a lit one stands over it. Which ones do changes with every trace for far more nodes
//! than are lit, so the board writes that to the document itself, and no `html!` names the attribute.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use yew::{functional::UseForceUpdateHandle, prelude::*};

use super::{cord, folds::creases, line, node};
use crate::{
    model::{EntityIx, Lang, LensIx, Motif},
    trace::Part,
    ui::context::{Here, Library, Shared},
    view::{
        drawing::{Drawing, Node},
        emphasis::{Emphasis, LineLook, NodeLook},
        over::Over,
    },
};

/// A drawing on screen.
pub(super) struct Board {
    pub(super) library: Library,
    pub(super) drawing: Shared<Drawing>,
    /// The lens it was drawn through.
    pub(super) lens: LensIx,
    pub(super) lang: Lang,
    /// Where links of the map lead, but for their focus.
    pub(super) base: Here,
    /// Whether the creases of the folds are drawn.
    pub(super) furnished: bool,
    /// By node, written when it is first rendered.
    fixed: Vec<OnceCell<node::Fixed>>,
    /// By node, the element of its dot while there is one.
    pub(super) dots: Vec<NodeRef>,
    /// By node, whether the document has it as beyond an edge; nothing before that was written once. The elements of a former board
    /// stay in the document with what it wrote there.
    pub(super) beyond: RefCell<Vec<bool>>,
    lights: RefCell<Lights>,
    listeners: RefCell<Vec<Option<UseForceUpdateHandle>>>,
}

/// What is lit, which node is the map's one tab stop, and what is laid over the map.
#[derive(Clone, PartialEq)]
pub(super) struct Lights {
    pub(super) looks: Rc<Emphasis>,
    pub(super) stop: usize,
    pub(super) over: Option<Shared<Over>>,
}

impl Lights {
    /// What is laid over the map. Nothing ever is in the part with the opening page, which so holds nothing of it.
    pub(super) fn over(&self) -> Option<&Over> {
        if cfg!(feature = "further") { self.over.as_deref() } else { None }
    }

    /// Whether somebody of what is laid over touches an entity.
    fn touches(&self, entity: EntityIx) -> bool {
        self.over().is_some_and(|over| over.touches(entity))
    }
}

/// A piece of a board that is rendered by itself.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Piece {
    /// All of them.
    All,
    /// The lit lines, which lie over all others, and the leaders of lit names.
    Lit,
    /// The cord of what is laid over.
    Cord,
    /// The line with this index as it is while it is not lit.
    Line(usize),
    /// The node with this index.
    Node(usize),
}

/// The part of a trace that a line is lit in.
fn lit(look: LineLook) -> Option<Part> {
    look.part.filter(|part| part.is_lit())
}

impl Board {
    pub(super) fn new(
        library: &Library,
        drawing: &Shared<Drawing>,
        lens: LensIx,
        lang: Lang,
        base: &Here,
        furnished: bool,
        lights: Lights,
    ) -> Self {
        let listeners = RefCell::new(Vec::new());
        let (library, drawing, base) = (library.clone(), drawing.clone(), Rc::clone(base));
        let fixed = drawing.nodes.iter().map(|_| OnceCell::new()).collect();
        let dots = drawing.nodes.iter().map(|_| NodeRef::default()).collect();
        let (lights, beyond) = (RefCell::new(lights), RefCell::default());
        Self { library, drawing, lens, lang, base, furnished, fixed, dots, beyond, lights, listeners }
    }

    /// What no light changes of a node.
    pub(super) fn fixed(&self, at: usize) -> &node::Fixed {
        self.fixed[at].get_or_init(|| node::fixed(self, at))
    }

    /// The motif of a node's column in the lens.
    pub(super) fn motif(&self, node: &Node) -> Motif {
        let columns = &self.library.catalog.lens(self.lens).columns;
        columns.get(node.column).map_or(Motif::Bars, |column| column.motif)
    }

    /// Changes the lights, and renders anew what looks otherwise in them.
    pub(super) fn light(&self, lights: &Lights) {
        let before = self.lights.replace(lights.clone());
        let (old, new) = (&before.looks, &lights.looks);
        let relaid = before.over != lights.over;
        let mut cord = relaid;
        let mut other_lit = false;
        for at in 0..new.nodes.len() {
            let entity = self.drawing.nodes[at].entity;
            let (was, is) = (old.nodes[at], new.nodes[at]);
            let changed = NodeLook { under: is.under, ..was } != is;
            let renamed = relaid && (before.touches(entity) || lights.touches(entity));
            if changed || renamed || (at == before.stop) != (at == lights.stop) {
                self.wake(Piece::Node(at));
            }
            if was.under != is.under {
                self.cover(at, is.under);
            }
            other_lit |= was.spot != is.spot;
            cord |= changed && lights.touches(entity);
        }
        if cord {
            self.wake(Piece::Cord);
        }
        for (at, (old, new)) in old.lines.iter().zip(&new.lines).enumerate() {
            other_lit |= lit(*old) != lit(*new);
            if lit(*old).is_some() != lit(*new).is_some() || old.absent != new.absent {
                self.wake(Piece::Line(at));
            }
        }
        if other_lit {
            self.wake(Piece::Lit);
        }
    }

    /// The place of a piece among the listeners.
    fn place(&self, piece: Piece) -> usize {
        match piece {
            Piece::All => 0,
            Piece::Lit => 1,
            Piece::Cord => 2,
            Piece::Line(at) => 3 + at,
            Piece::Node(at) => 3 + self.drawing.lines.len() + at,
        }
    }

    /// Lets the dot of a node leave, or come back, if it is there.
    fn cover(&self, at: usize, is_under: bool) {
        if let Some(dot) = self.dots[at].cast::<web_sys::Element>() {
            // The name is ours and well-formed.
            let _ = if is_under { dot.set_attribute("data-under", "") } else { dot.remove_attribute("data-under") };
        }
    }

    fn wake(&self, piece: Piece) {
        if let Some(Some(listener)) = self.listeners.borrow().get(self.place(piece)) {
            listener.force_update();
        }
    }

    fn listen(&self, piece: Piece, listener: Option<UseForceUpdateHandle>) {
        let place = self.place(piece);
        let mut listeners = self.listeners.borrow_mut();
        if listeners.len() <= place {
            listeners.resize(place + 1, None);
        }
        listeners[place] = listener;
    }
}

/// Properties of [`PieceView`].
#[derive(Properties, PartialEq)]
pub(super) struct PieceProps {
    pub(super) board: Shared<Board>,
    pub(super) piece: Piece,
}

/// A piece of a board.
#[component]
pub(super) fn PieceView(props: &PieceProps) -> Html {
    let PieceProps { board, piece } = props;
    let listener = use_force_update();
    use_effect_with((board.clone(), *piece), move |(board, piece)| {
        let (board, piece) = (board.clone(), *piece);
        board.listen(piece, Some(listener));
        move || board.listen(piece, None)
    });
    {
        // A dot that has just come does not know yet, and one that a former board drew knows what was then.
        let board = board.clone();
        let piece = *piece;
        use_effect(move || {
            if let Piece::Node(at) = piece {
                board.cover(at, board.lights.borrow().looks.nodes[at].under);
            }
        });
    }
    let lights = board.lights.borrow();
    let Lights { looks, stop, .. } = &*lights;
    let drawing = &board.drawing;
    match *piece {
        Piece::All => html! {
            <>
                if board.furnished && cfg!(feature = "further") { { creases(drawing) } }
                <g class="lines">
                    { for (0..drawing.lines.len()).map(|at| html! { <PieceView key={at} board={board.clone()} piece={Piece::Line(at)} /> }) }
                </g>
                <PieceView board={board.clone()} piece={Piece::Lit} />
                if cfg!(feature = "further") { <PieceView board={board.clone()} piece={Piece::Cord} /> }
                <g class="nodes">
                    { for (0..drawing.nodes.len()).map(|at| html! { <PieceView key={drawing.nodes[at].entity.0} board={board.clone()} piece={Piece::Node(at)} /> }) }
                </g>
            </>
        },
        Piece::Lit => html! {
            <g class="lines lines--lit">
                { for (0..drawing.lines.len()).filter_map(|at| Some(line::lit(board, at, lit(looks.lines[at])?))) }
                // No page of the opening part draws dots.
                if cfg!(feature = "further") {
                    { for (0..drawing.nodes.len()).filter_map(|at| node::leader(board, at, looks.nodes[at])) }
                }
            </g>
        },
        Piece::Cord => cord::cord(board, &lights),
        Piece::Line(at) => line::resting(board, at, lit(looks.lines[at]).is_some(), looks.lines[at].absent),
        Piece::Node(at) => node::node(board, at, &lights, at == *stop),
    }
}
