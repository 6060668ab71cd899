//! What keys mean on the place map, as values.

use crate::view::{camera::CLOSER, ground::Ground};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    /// Go to the stand with this index.
    Go(usize),
    /// Zoom by a factor.
    Zoom(f32),
    /// Show everything.
    Fit,
    /// Let go of what is selected.
    Clear,
}

/// The nearest stand in a direction: what lies aside counts twice as far as what lies ahead, and nothing counts that lies more aside
/// than ahead.
fn towards(ground: &Ground, at: usize, (dx, dy): (f32, f32)) -> usize {
    let here = ground.stands[at].at;
    let far = |other: usize| {
        let (x, y) = (ground.stands[other].at.x - here.x, ground.stands[other].at.y - here.y);
        let (ahead, aside) = (x * dx + y * dy, (x * dy - y * dx).abs());
        (ahead > 0.0 && aside <= ahead).then_some(ahead + 2.0 * aside)
    };
    let others = (0..ground.stands.len()).filter_map(|other| Some((far(other)?, other)));
    others.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(at, |(_, other)| other)
}

/// The stop of a walk that a key goes to: the next or the one before, the first or the last.
fn along(way: &[usize], at: usize, key: &str) -> Option<usize> {
    let last = way.len().checked_sub(1)?;
    let to = match (way.iter().position(|stop| *stop == at), key) {
        (_, "End") => last,
        // From whoever is no stop the walk begins.
        (_, "Home") | (None, "ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp") => 0,
        (Some(place), "ArrowRight" | "ArrowDown") => last.min(place + 1),
        (Some(place), "ArrowLeft" | "ArrowUp") => place.saturating_sub(1),
        _ => return None,
    };
    Some(way[to])
}

/// What a key means at a stand, on the map of a walk with the stands of its stops in order: its keys go from stop to stop. `None` leaves
/// the key to the browser.
pub(super) fn meaning(ground: &Ground, way: &[usize], at: usize, key: &str) -> Option<Key> {
    let last = ground.stands.len().checked_sub(1)?;
    let at = at.min(last);
    if let Some(stop) = along(way, at, key) {
        return Some(Key::Go(stop));
    }
    Some(match key {
        "ArrowRight" => Key::Go(towards(ground, at, (1.0, 0.0))),
        "ArrowLeft" => Key::Go(towards(ground, at, (-1.0, 0.0))),
        "ArrowDown" => Key::Go(towards(ground, at, (0.0, 1.0))),
        "ArrowUp" => Key::Go(towards(ground, at, (0.0, -1.0))),
        "Home" => Key::Go(0),
        "End" => Key::Go(last),
        "+" | "=" => Key::Zoom(CLOSER),
        "-" | "−" => Key::Zoom(1.0 / CLOSER),
        "0" => Key::Fit,
        "Escape" => Key::Clear,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::EntityIx,
        view::{
            camera::{Extent, MapPoint},
            ground::{Certainty, Stand},
        },
    };

    /// Five stands: one in the middle, one east of it, one further east, one north-east, one south.
    fn ground() -> Ground {
        let places = [(0.0, 0.0), (10.0, 0.0), (20.0, 1.0), (8.0, -7.0), (1.0, 30.0)];
        let stands = places.iter().enumerate().map(|(at, (x, y))| Stand {
            entity: EntityIx(at as u32),
            at: MapPoint { x: *x, y: *y },
            certainty: Certainty::Known,
            before: 0,
        });
        let extent = Extent { width: 100.0, height: 100.0 };
        let stands = stands.collect();
        Ground { extent, outlines: vec![], stands, streets: vec![], beyond: vec![], unset: vec![] }
    }

    fn check(at: usize, key: &str, to: Key) {
        assert_eq!(meaning(&ground(), &[], at, key), Some(to), "{key} at {at}");
    }

    #[test]
    fn arrows_go_to_the_nearest_in_their_direction_and_stay_where_there_is_none() {
        check(0, "ArrowRight", Key::Go(1));
        check(1, "ArrowRight", Key::Go(2));
        check(1, "ArrowLeft", Key::Go(0));
        check(1, "ArrowUp", Key::Go(3));
        check(0, "ArrowDown", Key::Go(4));
        check(4, "ArrowDown", Key::Go(4));
    }

    #[test]
    fn an_empty_map_leaves_all_keys_to_the_browser() {
        let empty = Ground { stands: Vec::new(), ..ground() };
        assert_eq!(meaning(&empty, &[], 0, "ArrowRight"), None);
        assert_eq!(meaning(&ground(), &[], 0, "x"), None);
    }

    #[test]
    fn on_a_walk_the_keys_go_from_stop_to_stop_and_to_nobody_else() {
        let way = [4, 0, 3];
        for (at, key, to) in [
            (4, "ArrowRight", 0),
            (0, "ArrowDown", 3),
            (3, "ArrowRight", 3),
            (3, "ArrowLeft", 0),
            (0, "ArrowUp", 4),
            (4, "ArrowUp", 4),
            (3, "Home", 4),
            (4, "End", 3),
            (1, "ArrowLeft", 4),
        ] {
            assert_eq!(meaning(&ground(), &way, at, key), Some(Key::Go(to)), "{key} at {at}");
        }
        assert_eq!(meaning(&ground(), &way, 4, "0"), Some(Key::Fit));
        assert_eq!(meaning(&ground(), &way, 4, "Escape"), Some(Key::Clear));
    }
}
