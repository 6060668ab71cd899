//! From pointers to gestures: a state machine that knows nothing of events.
//!
//! A drag begins beyond a threshold and then never becomes a tap; two pointers pinch.

use super::camera::WindowPoint;

/// What a movement of pointers means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// Nothing yet.
    Nothing,
    /// Move the map by pixels.
    Pan {
        /// Across.
        dx: f32,
        /// Down.
        dy: f32,
    },
    /// Scale the map about a point and move it.
    Pinch {
        /// The middle between the two pointers.
        about: WindowPoint,
        /// By how much.
        factor: f32,
        /// How far the middle has moved across.
        dx: f32,
        /// How far the middle has moved down.
        dy: f32,
    },
}

/// Pixels that a pointer may move before it drags.
pub const THRESHOLD: f32 = 5.0;

/// The pointers that are down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pointers {
    /// Id and place of each; at most two are looked at.
    down: Vec<(i32, WindowPoint)>,
    /// Where the first one went down.
    began: Option<WindowPoint>,
    dragging: bool,
}

impl Pointers {
    /// A pointer goes down. Whether it is one that counts.
    pub fn press(&mut self, id: i32, at: WindowPoint) -> bool {
        if self.down.len() >= 2 || self.down.iter().any(|(known, _)| *known == id) {
            return false;
        }
        if self.down.is_empty() {
            self.began = Some(at);
            self.dragging = false;
        }
        self.down.push((id, at));
        // A second finger makes it a pinch at once.
        self.dragging |= self.down.len() == 2;
        true
    }

    /// A pointer moves.
    pub fn travel(&mut self, id: i32, at: WindowPoint) -> Gesture {
        let Some(place) = self.down.iter().position(|(known, _)| *known == id) else { return Gesture::Nothing };
        let before = self.down[place].1;
        if !self.dragging {
            let far = self.began.is_some_and(|began| (at.x - began.x).hypot(at.y - began.y) > THRESHOLD);
            if !far {
                return Gesture::Nothing;
            }
            self.dragging = true;
        }
        self.down[place].1 = at;
        let [(_, one), (_, other)] = self.down[..] else {
            return Gesture::Pan { dx: at.x - before.x, dy: at.y - before.y };
        };
        let still = if place == 0 { other } else { one };
        let apart = |a: WindowPoint| (a.x - still.x).hypot(a.y - still.y).max(1.0);
        Gesture::Pinch {
            about: WindowPoint { x: f32::midpoint(at.x, still.x), y: f32::midpoint(at.y, still.y) },
            factor: apart(at) / apart(before),
            dx: (at.x - before.x) / 2.0,
            dy: (at.y - before.y) / 2.0,
        }
    }

    /// A pointer goes up or is taken away.
    pub fn release(&mut self, id: i32) {
        self.down.retain(|(known, _)| *known != id);
    }

    /// Whether a click is the end of a drag and so none; a drag ends in one click at most. `presses` is what the click tells as its
    /// detail: a key or an assistive tool clicks without a press, and no drag is before that.
    pub fn ends_drag(&mut self, presses: i32) -> bool {
        presses != 0 && std::mem::take(&mut self.dragging)
    }

    /// Whether any pointer is down.
    pub fn any(&self) -> bool {
        !self.down.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32) -> WindowPoint {
        WindowPoint { x, y }
    }

    #[test]
    fn a_small_tremble_is_no_drag() {
        let mut pointers = Pointers::default();
        pointers.press(1, at(0.0, 0.0));
        assert_eq!(pointers.travel(1, at(3.0, 2.0)), Gesture::Nothing);
        pointers.release(1);
        assert!(!pointers.ends_drag(1));
    }

    #[test]
    fn a_drag_pans_and_takes_one_click_of_a_pointer_with_it() {
        let mut pointers = Pointers::default();
        pointers.press(1, at(0.0, 0.0));
        assert_eq!(pointers.travel(1, at(10.0, 0.0)), Gesture::Pan { dx: 10.0, dy: 0.0 });
        pointers.release(1);
        assert!(!pointers.ends_drag(0), "a click of a key or an assistive tool is one");
        assert!(pointers.ends_drag(1));
        assert!(!pointers.ends_drag(1), "the next click is one again");
    }

    #[test]
    fn a_drag_without_a_click_is_forgotten_at_the_next_press() {
        let mut pointers = Pointers::default();
        pointers.press(1, at(0.0, 0.0));
        pointers.travel(1, at(10.0, 0.0));
        pointers.release(1);
        pointers.press(2, at(0.0, 0.0));
        assert!(!pointers.ends_drag(1));
    }

    #[test]
    fn two_fingers_pinch_about_their_middle() {
        let mut pointers = Pointers::default();
        pointers.press(1, at(0.0, 0.0));
        pointers.press(2, at(100.0, 0.0));
        let Gesture::Pinch { about, factor, dx, .. } = pointers.travel(2, at(200.0, 0.0)) else { panic!("no pinch") };
        assert_eq!((about, factor, dx), (at(100.0, 0.0), 2.0, 50.0));
    }

    #[test]
    fn a_third_finger_and_unknown_pointers_are_ignored() {
        let mut pointers = Pointers::default();
        pointers.press(1, at(0.0, 0.0));
        pointers.press(2, at(9.0, 0.0));
        assert!(!pointers.press(3, at(1.0, 1.0)));
        assert_eq!(pointers.travel(3, at(50.0, 50.0)), Gesture::Nothing);
    }
}
