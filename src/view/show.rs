//! A slideshow for a museum screen: when it plays by itself, when it waits for a visitor, where it begins again.

use std::rc::Rc;

use super::address::{Address, Page};

/// The address with which a museum screen was opened, once `here` is shown as well: it is kept for as long as the screen is one. One
/// that came without a language is the address that replaces it, in the language that it was given.
pub fn opened(before: Option<Rc<Address>>, here: &Rc<Address>) -> Option<Rc<Address>> {
    here.query.kiosk.then(|| before.filter(|opened| opened.lang.is_some()).unwrap_or_else(|| Rc::clone(here)))
}

/// Where a museum screen that was left alone begins again: at the first step of the story that it was opened with, or at the page that
/// it was opened with, in the language of then. `here` is where it is now, wherever its visitors went.
pub fn afresh(opened: Option<&Address>, here: &Address) -> Address {
    let opened = opened.unwrap_or(here);
    let page = match &opened.page {
        Page::Story { id, .. } => Page::Story { id: id.clone(), step: 1 },
        page => page.clone(),
    };
    Address { lang: opened.lang.or(here.lang), ..opened.to_page(page) }
}

/// Whether `here` is another page, or another story, than the one that a museum screen was opened with.
pub fn is_elsewhere(opened: Option<&Address>, here: &Address) -> bool {
    afresh(opened, here).page != afresh(None, here).page
}

/// How a slideshow stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Show {
    /// Whether the system asks for little motion: then it plays only when it is asked to.
    pub still: bool,
    /// Whether the last word by hand was to play.
    pub asked: bool,
    /// How often it was touched since it was left alone.
    pub touches: u32,
}

/// What happens to a slideshow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The system says whether it asks for little motion.
    Still(bool),
    /// Somebody touched it, other than at its switch.
    Touched,
    /// Somebody pressed its switch.
    Switched,
    /// Nobody has touched it for a while.
    LeftAlone,
}

impl Default for Show {
    /// Until the system has said otherwise nothing moves.
    fn default() -> Self {
        Self { still: true, asked: false, touches: 0 }
    }
}

impl Show {
    /// Whether it goes on by itself.
    pub fn plays(self) -> bool {
        self.touches == 0 && (self.asked || !self.still)
    }

    /// How it stands after something happened.
    #[must_use]
    pub fn after(self, happening: Happening) -> Self {
        match happening {
            Happening::Still(still) => Self { still, ..self },
            Happening::Touched => Self { touches: self.touches + 1, ..self },
            Happening::Switched if self.plays() => Self { asked: false, touches: self.touches + 1, ..self },
            Happening::Switched => Self { asked: true, touches: 0, ..self },
            Happening::LeftAlone => Self { touches: 0, ..self },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use Happening::{LeftAlone, Still, Switched, Touched};

    #[test]
    fn left_alone_it_begins_again_at_the_story_and_in_the_language_it_was_opened_with() {
        let at = |text: &str| {
            let (path, query) = text.split_once('?').unwrap_or((text, ""));
            Address::parse(path, query)
        };
        for (opened, here, begins) in [
            (
                "zh-Hans/story/a/3?kiosk=1&theme=dark",
                "en/story/b/2?kiosk=1&theme=dark",
                "zh-Hans/story/a/1?theme=dark&kiosk=1",
            ),
            ("zh-Hans/story/a/1?kiosk=1", "zh-Hans/stories?kiosk=1", "zh-Hans/story/a/1?kiosk=1"),
            ("en/stories?kiosk=1", "en/story/b/2?kiosk=1", "en/stories?kiosk=1"),
            ("story/a/1?kiosk=1&data=x.json", "en/story/b/2?kiosk=1&data=x.json", "en/story/a/1?data=x.json&kiosk=1"),
        ] {
            assert_eq!(afresh(Some(&at(opened)), &at(here)).write(Lang::En), begins, "{opened}");
        }
        assert_eq!(afresh(None, &at("en/story/b/2?kiosk=1")).write(Lang::En), "en/story/b/1?kiosk=1");
    }

    #[test]
    fn another_story_or_page_is_elsewhere_and_another_step_is_not() {
        let at = |path: &str| Address::parse(path, "kiosk=1");
        for (opened, here, elsewhere) in [
            ("en/story/a/1", "en/story/a/3", false),
            ("en/story/a/1", "zh-Hans/story/a/2", false),
            ("en/story/a/1", "en/story/b/1", true),
            ("en/story/a/1", "en/stories", true),
            ("en/stories", "en/stories", false),
        ] {
            assert_eq!(is_elsewhere(Some(&at(opened)), &at(here)), elsewhere, "{opened} {here}");
        }
        assert!(!is_elsewhere(None, &at("en/story/a/1")));
    }

    #[test]
    fn it_was_opened_with_the_first_address_that_has_a_language_until_it_is_a_screen_no_more() {
        let walked = |addresses: &[&str]| {
            let at = |text: &&str| {
                let (path, query) = text.split_once('?').unwrap_or((text, ""));
                Rc::new(Address::parse(path, query))
            };
            let last = addresses.iter().map(at).fold(None, |before, here| opened(before, &here));
            last.map(|opened| (opened.lang.map(Lang::tag), opened.write(Lang::En)))
        };
        let at = |lang: &'static str, written: &str| Some((Some(lang), written.to_owned()));
        let first = "en/story/a/2?kiosk=1";
        assert_eq!(walked(&[first, "en/stories?kiosk=1", "zh-Hant/story/b/1?kiosk=1"]), at("en", first));
        assert_eq!(walked(&[first, "en/story/b/1?kiosk=1", "en/chain"]), None);
        assert_eq!(walked(&[first, "en/chain", "en/story/b/3?kiosk=1"]), at("en", "en/story/b/3?kiosk=1"));
        assert_eq!(
            walked(&["story/a/1?kiosk=1", "zh-Hans/story/a/1?kiosk=1", "en/story/a/1?kiosk=1"]),
            at("zh-Hans", "zh-Hans/story/a/1?kiosk=1")
        );
    }

    fn check(happenings: &[Happening], plays: bool) {
        let show = happenings.iter().fold(Show::default(), |show, happening| show.after(*happening));
        assert_eq!(show.plays(), plays, "{happenings:?}");
    }

    #[test]
    fn it_plays_by_itself_waits_for_who_touches_it_and_goes_on_when_left_alone() {
        check(&[Still(false)], true);
        check(&[Still(false), Touched], false);
        check(&[Still(false), Touched, LeftAlone], true);
        check(&[Still(false), Touched, Touched, Switched], true);
        check(&[Still(false), Switched], false);
        check(&[Still(false), Switched, LeftAlone], true);
    }

    #[test]
    fn where_little_motion_is_asked_for_it_plays_only_when_it_is_told_to() {
        check(&[], false);
        check(&[Still(true)], false);
        check(&[Still(true), Touched, LeftAlone], false);
        check(&[Still(true), Switched], true);
        check(&[Still(true), Switched, Touched, LeftAlone], true);
        check(&[Still(true), Switched, Switched, LeftAlone], false);
    }
}
