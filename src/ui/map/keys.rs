//! What keys mean on the map, as values.

use crate::{layout::Direction, model::Depth, view::drawing::Drawing};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Go to the node with this index.
    Go(usize),
    /// There is nothing further upstream.
    EndUp,
    /// There is nothing further downstream.
    EndDown,
    /// Light the trace of the present node.
    Select,
    /// Put the trace out.
    Clear,
    /// Set the depth upstream and downstream; `None` leaves a side as it is.
    Depth(Option<Depth>, Option<Depth>),
    /// Zoom in or out.
    Zoom(bool),
}

/// The nearest of the nodes that `at` is linked with, on one side.
fn linked(drawing: &Drawing, at: usize, downstream: bool) -> Option<usize> {
    let here = &drawing.nodes[at];
    drawing
        .lines
        .iter()
        .filter_map(|line| match downstream {
            true if line.from == at => Some(line.to),
            false if line.to == at => Some(line.from),
            _ => None,
        })
        .min_by(|a, b| {
            let far = |at: usize| {
                let other = &drawing.nodes[at];
                (other.x - here.x).hypot(other.y - here.y)
            };
            far(*a).total_cmp(&far(*b)).then(a.cmp(b))
        })
}

/// The next node of the same column in reading order, or the one before.
fn beside(drawing: &Drawing, at: usize, forward: bool) -> Option<usize> {
    let column = drawing.nodes[at].column;
    let next = if forward { at.checked_add(1) } else { at.checked_sub(1) }?;
    drawing.nodes.get(next).filter(|node| node.column == column).map(|_| next)
}

/// The first node of the nearest column before or after.
fn column_beside(drawing: &Drawing, at: usize, forward: bool) -> Option<usize> {
    let column = drawing.nodes[at].column;
    let other = |node: &&crate::view::drawing::Node| if forward { node.column > column } else { node.column < column };
    let columns = drawing.nodes.iter().filter(other).map(|node| node.column);
    let wanted = if forward { columns.min() } else { columns.max() }?;
    drawing.nodes.iter().position(|node| node.column == wanted)
}

/// What a key means at a node. Shift sets downstream alone, Alt upstream alone. `None` leaves the key to the browser.
pub(super) fn meaning(drawing: &Drawing, at: usize, key: &str, shift: bool, alt: bool) -> Option<Key> {
    if drawing.nodes.is_empty() {
        return None;
    }
    let at = at.min(drawing.nodes.len() - 1);
    let across = drawing.direction == Direction::Across;
    let (back, forth, before, after) = if across {
        ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown")
    } else {
        ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
    };
    let stay = |to: Option<usize>| Key::Go(to.unwrap_or(at));
    let column = drawing.nodes[at].column;
    let same = |node: &crate::view::drawing::Node| node.column == column;
    let depth = |depth: Depth| Key::Depth((!shift).then_some(depth), (!alt).then_some(depth));
    Some(match key {
        key if key == back => linked(drawing, at, false).map_or(Key::EndUp, Key::Go),
        key if key == forth => linked(drawing, at, true).map_or(Key::EndDown, Key::Go),
        key if key == before => stay(beside(drawing, at, false)),
        key if key == after => stay(beside(drawing, at, true)),
        "Home" => stay(drawing.nodes.iter().position(same)),
        "End" => stay(drawing.nodes.iter().rposition(same)),
        "PageUp" => stay(column_beside(drawing, at, false)),
        "PageDown" => stay(column_beside(drawing, at, true)),
        "Enter" | " " => Key::Select,
        "Escape" => Key::Clear,
        "+" | "=" => Key::Zoom(true),
        "-" | "−" => Key::Zoom(false),
        "0" => depth(Depth::All),
        // With Shift a digit key writes a sign; its place on the keyboard is asked for by the caller.
        digit => match digit.parse() {
            Ok(steps @ 1..=9) => depth(Depth::Steps(steps)),
            _ => return None,
        },
    })
}
