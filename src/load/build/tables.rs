//! Ids of one part of the file and their positions.

use std::collections::BTreeMap;

use crate::load::{WHOLE, document::NodeIx};
use crate::model::Id;

/// Ids of one part, each with its position among the records that were kept.
#[derive(Default)]
pub(super) struct Table {
    positions: BTreeMap<Id, (usize, NodeIx)>,
    /// Ids without hyphens, to find those that a reader would confuse; only where a file is read whole.
    squeezed: BTreeMap<String, Id>,
}

/// What came of entering an id.
pub(super) enum Entered {
    /// It is new.
    New,
    /// It was taken by the record there.
    Taken(NodeIx),
    /// It is new, but differs from another one only in hyphens.
    Confusable(Id),
}

impl Table {
    pub(super) fn enter(&mut self, id: &Id, node: NodeIx) -> Entered {
        if let Some((_, first)) = self.positions.get(id) {
            return Entered::Taken(*first);
        }
        let position = self.positions.len();
        self.positions.insert(id.clone(), (position, node));
        if !WHOLE {
            return Entered::New;
        }
        match self.squeezed.insert(id.as_str().replace('-', ""), id.clone()) {
            Some(other) => Entered::Confusable(other),
            None => Entered::New,
        }
    }

    /// Takes back the id that was entered last, when its record turns out to be unusable.
    pub(super) fn take_back(&mut self, id: &Id) {
        self.positions.remove(id);
        if WHOLE {
            self.squeezed.remove(&id.as_str().replace('-', ""));
        }
    }

    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.positions.get(&Id::new(id)).map(|(position, _)| *position)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.positions.keys().map(Id::as_str)
    }
}
