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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::load,
        model::{Lang, LensIx},
        view::drawing::{Room, Size, Wanted, draw},
    };

    /// The small district: bank and deep, quay, smokehouse, kipper.
    fn drawn(room: Room) -> (Drawing, Vec<String>) {
        let catalog = load(include_bytes!("../../../tests/districts/quay.json")).catalog.unwrap_or_default();
        let (lens, lang, size, fill) = (LensIx(0), Lang::En, Size::Chain, (900.0, 600.0));
        let drawing = draw(&catalog, &Wanted { lens, lang, room, size, fill, only: None, wrap: false, effort: 1 });
        let ids = drawing.nodes.iter().map(|node| catalog.entity(node.entity).id.to_string()).collect();
        (drawing, ids)
    }

    fn check(room: Room, at: &str, key: &str, to: &str) {
        let (drawing, ids) = drawn(room);
        let place = ids.iter().position(|id| id == at).expect("it is drawn");
        let told = match meaning(&drawing, place, key, false, false) {
            Some(Key::Go(at)) => ids[at].clone(),
            Some(Key::EndUp) => "nothing upstream".to_owned(),
            Some(Key::EndDown) => "nothing downstream".to_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!(told, to, "{key} at {at}");
    }

    #[test]
    fn arrows_go_along_the_flow_and_beside_it_whichever_way_it_is_drawn() {
        for (room, back, forth, before, after) in [
            (Room::Wide, "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"),
            (Room::Narrow, "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"),
        ] {
            check(room, "old-quay", forth, "smokehouse");
            check(room, "smokehouse", back, "old-quay");
            check(room, "kipper", forth, "nothing downstream");
            check(room, "deep", back, "nothing upstream");
            check(room, "old-quay", before, "old-quay");
            let (_, ids) = drawn(room);
            check(room, &ids[0], after, &ids[1]);
            check(room, &ids[1], before, &ids[0]);
            check(room, &ids[1], "Home", &ids[0]);
            check(room, &ids[0], "PageDown", "old-quay");
            check(room, "old-quay", "PageUp", &ids[0]);
        }
    }

    #[test]
    fn digits_set_how_many_steps_with_shift_downstream_and_with_alt_upstream_alone() {
        let (drawing, _) = drawn(Room::Wide);
        for (digit, depth) in ('1'..='9').zip((1..=9).map(Depth::Steps)).chain([('0', Depth::All)]) {
            for (shift, alt, set) in [
                (false, false, Key::Depth(Some(depth), Some(depth))),
                (true, false, Key::Depth(None, Some(depth))),
                (false, true, Key::Depth(Some(depth), None)),
            ] {
                assert_eq!(meaning(&drawing, 0, &digit.to_string(), shift, alt), Some(set), "{digit} {shift} {alt}");
            }
        }
        for key in ["10", "a", "Tab", "-1"] {
            assert_eq!(meaning(&drawing, 0, key, false, false), None, "{key} is the browser's");
        }
    }
}
