//! The one asynchronous way from the face to loading, layout and search, so that a worker can take them over.

use crate::{
    load::{self, Loaded},
    model::Lang,
    search::{Hit, Index},
    trace::Trace,
    view::{
        drawing::{self, Drawing},
        scene::{self, Frame, Scene},
    },
};

use super::context::{Library, Shared};

/// What the face asks for.
#[derive(Debug)]
pub enum Question {
    /// Read a data file.
    Load(Vec<u8>),
    /// Lay out a part of the chain.
    Draw(Library, drawing::Wanted),
    /// Lay out what a trace lights, for its frame.
    Scene(Library, Shared<Trace>, Lang, Frame),
    /// Search.
    Search(Library, String, Lang),
}

/// What it gets.
#[derive(Debug)]
pub enum Answer {
    /// The file, with the index for searching it.
    Loaded(Box<Loaded>, Option<Index>),
    /// The laid-out part.
    Drawn(Box<Drawing>),
    /// The laid-out scene.
    Staged(Option<Box<Scene>>),
    /// What was found.
    Found(Vec<Hit>),
}

#[allow(clippy::unused_async, reason = "asynchronous for its callers, so that a worker can answer one day")]
/// Asks. Nothing of the document is read or changed here, so the work could be done anywhere.
pub async fn ask(question: Question) -> Answer {
    match question {
        Question::Load(bytes) => {
            let loaded = load::load(&bytes);
            let index = loaded.catalog.as_ref().map(Index::new);
            Answer::Loaded(Box::new(loaded), index)
        }
        Question::Draw(library, wanted) => Answer::Drawn(Box::new(drawing::draw(&library.catalog, &wanted))),
        // The opening part shows no scene.
        Question::Scene(library, trace, lang, frame) if cfg!(feature = "further") => {
            Answer::Staged(scene::draw(&library.catalog, &trace, lang, &frame).map(Box::new))
        }
        Question::Scene(..) => Answer::Staged(None),
        Question::Search(library, text, lang) => Answer::Found(library.index.find(&library.catalog, &text, lang)),
    }
}

/// Loads a file. See [`ask`].
pub async fn load(bytes: Vec<u8>) -> (Loaded, Option<Index>) {
    match ask(Question::Load(bytes)).await {
        Answer::Loaded(loaded, index) => (*loaded, index),
        _ => (Loaded::default(), None),
    }
}
