//! What happened: stories, events, routes.

use super::{Date, Dated, EntityIx, Evidence, Id, LensIx, Picture, SourceIx, StoryIx, Text, ThemeIx};

/// Which way a trace runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the origins.
    Up,
    /// Towards the table.
    Down,
    /// Both ways.
    Both,
    /// No trace, the focus alone.
    None,
}

impl Direction {
    /// Every direction with its word in the file.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Up, "up"), (Self::Down, "down"), (Self::Both, "both"), (Self::None, "none")];
}

/// How many steps a trace goes in one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// So many links away from the focus.
    Steps(u32),
    /// To the end.
    All,
}

impl Depth {
    /// The depth of a word: `all`, or a number of steps.
    pub fn from_word(word: &str) -> Option<Self> {
        if word == "all" { Some(Self::All) } else { word.parse().ok().map(Self::Steps) }
    }

    /// The number of steps, `u32::MAX` for all.
    pub fn limit(self) -> u32 {
        match self {
            Self::Steps(steps) => steps,
            Self::All => u32::MAX,
        }
    }
}

/// One step of a story: a text and a view of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// A heading of its own.
    pub title: Option<Text>,
    /// What is told.
    pub text: Text,
    /// What it is about. Where the file names nothing that it knows, what the step before is about, or else the first that is about
    /// something; its trace and its lens are those of that step, too.
    pub focus: EntityIx,
    /// How far the trace runs upstream.
    pub up: Depth,
    /// How far the trace runs downstream.
    pub down: Depth,
    /// The lens it is told in; `None` for the first of the file.
    pub lens: Option<LensIx>,
    /// When it happened.
    pub year: Option<Date>,
    /// Where it happened.
    pub place: Option<EntityIx>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}

/// A story: ordered steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its picture.
    pub cover: Option<Picture>,
    /// One line on what it tells.
    pub summary: Option<Text>,
    /// Its steps; at least one, and one with a focus that the file knows.
    pub steps: Vec<Step>,
    /// Ids of stories that go well with it.
    pub related: Vec<Id>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// When; `None` where the file does not say.
    pub date: Option<Dated>,
    /// What, in a few words.
    pub title: Text,
    /// What, in a sentence.
    pub text: Option<Text>,
    /// Whom it concerns.
    pub entities: Vec<EntityIx>,
    /// What it belongs to.
    pub theme: Option<ThemeIx>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}

/// A stop of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Where.
    pub entity: EntityIx,
    /// What to see there.
    pub text: Option<Text>,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}

/// A walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub text: Option<Text>,
    /// The story it goes with.
    pub story: Option<StoryIx>,
    /// Whether it was planned only, as far as sources tell.
    pub planned: bool,
    /// Its stops, in order.
    pub stops: Vec<Stop>,
    /// What it rests on.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}
