//! What is told, as written: stories, events, walks.

use super::{Dated, Picture, Ref};
use crate::load::texts::Texts;
use crate::model::{Date, Depth, Direction, Evidence};

record! {
    /// One step of a story: a text and a view of the map.
    pub struct Step {
        /// A heading of its own.
        "title" optional_further title: Texts,
        /// What is told.
        "text" expected_further text: Texts,
        /// What it is about.
        "focus" required focus: Ref,
        /// Which way the trace runs; absent: both.
        "direction" optional_further direction: Direction,
        /// Steps upstream, or "all"; absent: 1.
        "up" optional_further up: Depth,
        /// Steps downstream, or "all"; absent: 1.
        "down" optional_further down: Depth,
        /// The lens it is told in; absent: the first one.
        "lens" optional_further lens: Ref,
        /// When it happened.
        "year" optional year: Date,
        /// Where it happened.
        "place" optional_further place: Ref,
        /// What it rests on; absent: documented where it names sources, else unsourced.
        "evidence" optional_further evidence: Evidence,
        /// Who says so.
        "sources" list_further sources: Ref,
    }
}

record! {
    /// A story: ordered steps.
    pub struct Story {
        /// Its id.
        "id" required id: Ref,
        /// Its title.
        "title" expected title: Texts,
        /// Its picture.
        "cover" optional cover: Picture,
        /// One line on what it tells.
        "summary" optional_further summary: Texts,
        /// Its steps.
        "steps" list steps: Step,
        /// Stories that go well with it.
        "related" list_further related: Ref,
    }
}

record! {
    /// Something that happened.
    pub struct Event {
        /// Its id.
        "id" required id: Ref,
        /// When; without it the event stands on no timeline.
        "date" expected date: Dated,
        /// What, in a few words.
        "title" expected title: Texts,
        /// What, in a sentence.
        "text" optional text: Texts,
        /// Whom it concerns.
        "entities" list entities: Ref,
        /// What it belongs to.
        "theme" optional theme: Ref,
        /// What it rests on; absent: documented where it names sources, else unsourced.
        "evidence" optional_further evidence: Evidence,
        /// Who says so.
        "sources" list_further sources: Ref,
    }
}

record! {
    /// A stop of a route.
    pub struct Stop {
        /// Where.
        "entity" required entity: Ref,
        /// What to see there.
        "text" optional text: Texts,
        /// Who says so.
        "sources" list_further sources: Ref,
    }
}

record! {
    /// A walk.
    pub struct Route {
        /// Its id.
        "id" required id: Ref,
        /// Its name.
        "name" expected name: Texts,
        /// What it is.
        "text" optional text: Texts,
        /// The story it goes with.
        "story" optional story: Ref,
        /// Whether it was planned only, as far as sources tell.
        "planned" optional planned: bool,
        /// Its stops, in order.
        "stops" list stops: Stop,
        /// What it rests on; absent: documented where it names sources, else unsourced.
        "evidence" optional_further evidence: Evidence,
        /// Who says so.
        "sources" list_further sources: Ref,
    }
}
