//! Reading along: how long a text takes, how far a reader came, and which step stands at the line where one reads.

/// Milliseconds that a reader before a screen takes for a character of Chinese.
const CHARACTER: u32 = 250;
/// The same for a word in letters.
const WORD: u32 = 340;
/// The time to look at the map.
const LOOK: u32 = 4_000;
/// A step that is gone to begins so many pixels above the line, so that what settles by a few pixels does not take it back.
const WITHIN: f32 = 12.0;
/// No step stands longer than this.
const LONGEST: u32 = 90_000;

/// Whether a character is read as a word of its own.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// How long a text wants to stand, in milliseconds: characters of Chinese are counted, and words of everything else.
pub fn time(text: &str) -> u32 {
    let (mut characters, mut words, mut inside) = (0_u32, 0_u32, false);
    for character in text.chars() {
        let (ideograph, letter) = (is_ideograph(character), character.is_alphanumeric());
        characters += u32::from(ideograph);
        words += u32::from(letter && !ideograph && !inside);
        // An apostrophe, a comma between digits or a hyphen does not end a word.
        inside = !ideograph && (letter || (inside && matches!(character, '\'' | '’' | '-' | ',' | '.')));
    }
    let time = characters.saturating_mul(CHARACTER).saturating_add(words.saturating_mul(WORD));
    time.saturating_add(LOOK).min(LONGEST)
}

/// How far a reader came in a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The step that was left, from 1; 0 when there is none to go on from.
    pub step: u32,
    /// Whether the last step was ever reached.
    pub finished: bool,
}

/// The name under which the progress in a story is kept: of that data file, that story.
pub fn record(data: Option<&str>, story: &str) -> String {
    ["read ", data.unwrap_or_default(), " ", story].concat()
}

impl Progress {
    /// Reads what was kept. What cannot be read is no progress.
    pub fn parse(kept: &str) -> Self {
        let (step, finished) = kept.strip_suffix('+').map_or((kept, false), |step| (step, true));
        step.parse().map_or_else(|_| Self::default(), |step| Self { step, finished })
    }

    /// What is kept of it.
    pub fn write(self) -> String {
        let mut out = self.step.to_string();
        if self.finished {
            out.push('+');
        }
        out
    }

    /// The progress after a step was shown. The first one says nothing: a reader who only looks in loses no place.
    #[must_use]
    pub fn after(self, step: u32, steps: u32) -> Self {
        if step >= steps {
            Self { step: 0, finished: true }
        } else if step > 1 {
            Self { step, ..self }
        } else {
            self
        }
    }

    /// The step to go on at, in a story that has so many now.
    pub fn resume(self, steps: u32) -> Option<u32> {
        (self.step > 1 && self.step <= steps).then_some(self.step)
    }
}

/// What a reader sees of a page with steps one below another; lengths in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// How far the page is scrolled.
    pub scrolled: f32,
    /// How far it can be scrolled.
    pub farthest: f32,
    /// What covers the text at the upper edge of the window.
    pub covered: f32,
    /// The height of the window below that.
    pub height: f32,
}

impl Sight {
    /// Where one reads, from the head of the page. The line stands at two fifths of the window; it is at the upper edge when nothing
    /// is scrolled and at the lower one when everything is, so that the first and the last step can be reached.
    fn line(self, scrolled: f32) -> f32 {
        let ramp = (self.height / 2.0).min(self.farthest / 2.0).max(1.0);
        let near = |way: f32| (way / ramp).clamp(0.0, 1.0);
        let share = 0.4 * near(scrolled) + 0.6 * (1.0 - near(self.farthest - scrolled));
        scrolled + self.covered + share * self.height
    }

    /// Which of the steps with these upper edges, from the head of the page, is read: the last one that begins above the line.
    pub fn step(self, tops: &[f32]) -> usize {
        let line = self.line(self.scrolled);
        tops.iter().rposition(|top| *top <= line).unwrap_or(0)
    }

    /// How far to scroll so that this step is read.
    pub fn scroll_to(self, tops: &[f32], step: usize) -> f32 {
        let Some(top) = tops.get(step).filter(|_| step > 0) else { return 0.0 };
        // The line only ever goes down as the page is scrolled.
        let (mut low, mut high) = (0.0, self.farthest.max(0.0));
        for _ in 0..24 {
            let middle = f32::midpoint(low, high);
            if self.line(middle) < top + WITHIN {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}

/// A page that has not moved for so many milliseconds is scrolled no more.
const REST: f64 = 600.0;

/// Scrolling through a story in one go: however many steps it passes, one goes back to where it began.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Run {
    /// When the page last moved, in milliseconds.
    moved: f64,
    /// The step that the scroll came to last; `None` before it has come to one.
    step: Option<usize>,
}

impl Run {
    /// The page moves at this time.
    pub fn moves(&mut self, time: f64) {
        if time - self.moved > REST {
            self.step = None;
        }
        self.moved = time;
    }

    /// The scroll comes to a step; whether that is an entry of the history, and does not take the place of the one before.
    pub fn comes_to(&mut self, step: usize) -> bool {
        self.step.replace(step).is_none()
    }

    /// A step is shown. One to which it did not come was turned to in another way, which ends it.
    pub fn shows(&mut self, step: usize) {
        self.step = self.step.filter(|come| *come == step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_read_by_the_character_and_english_by_the_word() {
        assert_eq!(time(""), LOOK);
        assert_eq!(time("马蹄糕，马蹄。"), LOOK + 5 * CHARACTER);
        assert_eq!(time("The house’s 1,200 water-chestnut cakes."), LOOK + 5 * WORD);
        assert_eq!(time("1947年，Pan Xi 開店"), LOOK + 3 * CHARACTER + 3 * WORD);
        assert_eq!(time(&"字".repeat(10_000)), LONGEST);
    }

    #[test]
    fn progress_survives_being_kept_and_what_cannot_be_read_is_none() {
        for progress in
            [Progress::default(), Progress { step: 4, finished: false }, Progress { step: 0, finished: true }]
        {
            assert_eq!(Progress::parse(&progress.write()), progress);
        }
        for kept in ["", "+", "four", "-1", "4 of 7", "99999999999"] {
            assert_eq!(Progress::parse(kept), Progress::default(), "{kept}");
        }
    }

    #[test]
    fn a_reader_goes_on_where_one_left_and_from_a_finished_story_nowhere() {
        let check = |steps: &[u32], of: u32, resume: Option<u32>, finished: bool| {
            let end = steps.iter().fold(Progress::default(), |progress, step| progress.after(*step, of));
            assert_eq!((end.resume(of), end.finished), (resume, finished), "{steps:?} of {of}");
        };
        check(&[1], 7, None, false);
        check(&[1, 2, 3, 4], 7, Some(4), false);
        check(&[1, 2, 3, 1], 7, Some(3), false);
        check(&[1, 2, 3], 3, None, true);
        check(&[3, 1, 2], 3, Some(2), true);
        check(&[1], 1, None, true);
    }

    #[test]
    fn a_step_that_the_story_has_no_more_is_not_offered_and_files_do_not_mix() {
        assert_eq!(Progress { step: 9, finished: false }.resume(7), None);
        assert_ne!(record(None, "smoke"), record(Some("quay.json"), "smoke"));
    }

    /// Seven steps of 200 pixels below a head of 200, and 600 pixels after them.
    fn tops() -> Vec<f32> {
        (0..7).map(|step| 200.0 + 200.0 * step as f32).collect()
    }

    #[test]
    fn scrolling_from_head_to_foot_reads_every_step_in_order() {
        for (covered, height) in [(0.0, 900.0), (460.0, 564.0), (0.0, 2_000.0)] {
            let farthest = (2_200.0_f32 - covered - height).max(0.0);
            let at = |scrolled: f32| Sight { scrolled, farthest, covered, height }.step(&tops());
            let read: Vec<usize> = (0..=farthest as u32).map(|scrolled| at(scrolled as f32)).collect();
            assert!(read.windows(2).all(|pair| pair[0] <= pair[1] && pair[1] <= pair[0] + 1), "{read:?}");
            assert_eq!(read.last(), Some(&6));
            if covered == 0.0 {
                assert_eq!(read[0], 0);
            }
        }
    }

    #[test]
    fn scrolling_to_a_step_makes_it_the_one_that_is_read() {
        for (farthest, height) in [(200.0, 2_000.0), (1_300.0, 900.0)] {
            let sight = Sight { scrolled: 0.0, farthest, covered: 0.0, height };
            for step in 0..7 {
                let scrolled = sight.scroll_to(&tops(), step);
                assert!((0.0..=farthest).contains(&scrolled));
                assert_eq!(Sight { scrolled, ..sight }.step(&tops()), step, "of {farthest}");
            }
        }
    }

    #[test]
    fn a_map_that_settles_a_few_pixels_higher_when_the_page_is_scrolled_takes_no_step_back() {
        let before = Sight { scrolled: 0.0, farthest: 1_640.0, covered: 464.0, height: 560.0 };
        for step in 1..7 {
            let scrolled = before.scroll_to(&tops(), step).floor();
            let after = Sight { scrolled, covered: 460.0, height: 564.0, ..before };
            assert_eq!(after.step(&tops()), step);
        }
    }

    #[test]
    fn a_scroll_makes_one_entry_until_it_rests_or_a_step_is_turned_to_in_another_way() {
        let mut run = Run::default();
        let entries: Vec<bool> = (1..=4)
            .map(|step| {
                run.moves(10_000.0 + 100.0 * step as f64);
                let entry = run.comes_to(step);
                run.shows(step);
                entry
            })
            .collect();
        assert_eq!(entries, [true, false, false, false]);
        // It rests.
        run.moves(11_100.0);
        assert!(run.comes_to(5));
        run.shows(5);
        // A button is pressed, and the page brings its step into sight.
        run.shows(1);
        run.moves(11_150.0);
        assert!(run.comes_to(2));
        run.shows(2);
        // It takes long and moves all the while.
        for time in 0..50 {
            run.moves(11_200.0 + 100.0 * f64::from(time));
        }
        assert!(!run.comes_to(3));
    }
}
