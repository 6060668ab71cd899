//! The sheet over a phone's map: how far it is drawn up.
//!
//! Heights are pixels of the window; the styles of `.panel--low`, `.panel--half` and `.panel--high` hold the same numbers.

/// How far a sheet is drawn up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Its head alone: most of the map is free.
    Low,
    /// Head and first lines, with the focus of the map above it.
    Half,
    /// For reading: the map is all but covered.
    High,
}

/// The height of the app's foot, on which a sheet stands.
const FOOT: f32 = 56.0;
/// The height of a half sheet, which a high one never falls below.
const HALF: f32 = 292.0;
/// What stays free above a sheet that is drawn up.
const FREE: f32 = 140.0;
/// In a window of less than this height a half sheet leaves no map.
const LOW: f32 = 640.0;
/// A movement of fewer pixels is a tap.
const TAP: f32 = 6.0;
/// A drag of so many pixels is meant, even where it ends nearer to where it began.
const MEANT: f32 = 36.0;

impl Sheet {
    const ALL: [Self; 3] = [Self::Low, Self::Half, Self::High];

    /// How far it is drawn up at first: in a low window its head alone, for half of it would cover all of the map.
    pub fn first(window: f32) -> Self {
        if window < LOW { Self::Low } else { Self::Half }
    }

    /// Its height in a window of this height.
    fn height(self, window: f32) -> f32 {
        match self {
            Self::Low => 98.0,
            Self::Half => HALF,
            Self::High => (window - FREE).max(HALF),
        }
    }

    /// How much of the window it covers with the foot that it stands on. A sheet that is drawn up for reading moves nothing on the map.
    pub fn covered(self) -> f32 {
        let seen = if self == Self::High { Self::Half } else { self };
        seen.height(0.0) + FOOT
    }

    /// What a tap on its handle makes of it: half of low, high of half, low of high.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Low => Self::Half,
            Self::Half => Self::High,
            Self::High => Self::Low,
        }
    }

    /// Its height while it is dragged by so many pixels, upwards where they are positive.
    pub fn dragged(self, up: f32, window: f32) -> f32 {
        (self.height(window) + up).clamp(Self::Low.height(window) / 2.0, Self::High.height(window))
    }

    /// Where it comes to rest after a drag: at the nearest height, or one on where that is the one it came from. `None` for a tap.
    pub fn rest(self, up: f32, window: f32) -> Option<Self> {
        if up.abs() < TAP {
            return None;
        }
        let at = self.dragged(up, window);
        let far = |sheet: &Self| (sheet.height(window) - at).abs();
        let nearest = Self::ALL.into_iter().min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(self);
        if nearest != self || up.abs() < MEANT {
            return Some(nearest);
        }
        let place = self as usize;
        Some(Self::ALL[if up > 0.0 { (place + 1).min(2) } else { place.saturating_sub(1) }])
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet::{self, High, Low};

    const PHONE: f32 = 844.0;

    #[test]
    fn taps_lead_through_all_heights() {
        assert_eq!([Low.next(), Low.next().next(), Low.next().next().next()], [Sheet::Half, High, Low]);
    }

    #[test]
    fn in_a_low_window_the_map_is_free_at_first() {
        assert_eq!([Sheet::first(PHONE), Sheet::first(568.0)], [Sheet::Half, Low]);
    }

    #[test]
    fn a_drag_comes_to_rest_where_it_leads() {
        assert_eq!(Sheet::Half.rest(3.0, PHONE), None, "a tap");
        assert_eq!(Sheet::Half.rest(-20.0, PHONE), Some(Sheet::Half), "hardly moved");
        assert_eq!(Sheet::Half.rest(-50.0, PHONE), Some(Low), "short, but meant");
        assert_eq!(Sheet::Half.rest(60.0, PHONE), Some(High));
        assert_eq!(Low.rest(560.0, PHONE), Some(High), "all the way");
        assert_eq!(High.rest(-560.0, PHONE), Some(Low));
        assert_eq!(High.rest(80.0, PHONE), Some(High), "nothing is above it");
        assert_eq!(Low.rest(-80.0, PHONE), Some(Low), "nothing is below it");
    }

    #[test]
    fn a_low_window_has_no_sheet_higher_than_half() {
        assert_eq!(Sheet::Half.dragged(500.0, 400.0), 292.0);
    }

    #[test]
    fn only_a_low_sheet_frees_the_map() {
        assert!(Low.covered() < Sheet::Half.covered());
        assert_eq!(High.covered(), Sheet::Half.covered());
    }
}
