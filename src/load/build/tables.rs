//! Ids of one part of the file and their positions.

use std::{cell::Cell, collections::BTreeMap};

use crate::load::{WHOLE, document::NodeIx};
use crate::model::Id;

/// Ids of one part, each with its position among the records that were kept.
#[derive(Default)]
pub(super) struct Table {
    positions: BTreeMap<Id, Entry>,
    /// Ids without hyphens, to find those that a reader would confuse; only where a file is read whole.
    squeezed: BTreeMap<String, Id>,
}

/// An id with its record.
struct Entry {
    position: usize,
    node: NodeIx,
    /// Whether anything names it; only where a file is read whole.
    is_named: Cell<bool>,
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
        if let Some(first) = self.positions.get(id) {
            return Entered::Taken(first.node);
        }
        let position = self.positions.len();
        self.positions.insert(id.clone(), Entry { position, node, is_named: Cell::new(false) });
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
        self.positions.get(&Id::new(id)).map(|entry| entry.position)
    }

    /// The same for a reference, so that its record is known to be named.
    pub(super) fn find_named(&self, id: &str) -> Option<usize> {
        let entry = self.positions.get(&Id::new(id))?;
        if WHOLE {
            entry.is_named.set(true);
        }
        Some(entry.position)
    }

    /// Where the id of a record stands that nothing names.
    pub(super) fn unnamed(&self, id: &str) -> Option<NodeIx> {
        self.positions.get(&Id::new(id)).filter(|entry| !entry.is_named.get()).map(|entry| entry.node)
    }

    /// Where the id of a record that was kept stands.
    pub(super) fn node(&self, id: &str) -> Option<NodeIx> {
        self.positions.get(&Id::new(id)).map(|entry| entry.node)
    }

    /// Every id, those that nothing names first.
    pub(super) fn unnamed_first(&self) -> impl Iterator<Item = &str> {
        let of = |named: bool| self.positions.iter().filter(move |(_, entry)| entry.is_named.get() == named);
        of(false).chain(of(true)).map(|(id, _)| id.as_str())
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.positions.keys().map(Id::as_str)
    }
}
