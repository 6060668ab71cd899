//! References that name nothing: kept until all of them are known, so that one slip in what many records name is told once, where it
//! was made, and not at each of them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Builder, references::Part};
use crate::check::{Code, near::is_slip};
use crate::load::document::NodeIx;
use crate::model::Id;

/// A reference that names nothing.
pub(super) struct Missed {
    pub(super) part: Part,
    pub(super) id: Id,
    pub(super) node: NodeIx,
    /// The link of which it is an end.
    pub(super) link: Option<NodeIx>,
    /// A record with this id that was set aside.
    pub(super) target: Option<NodeIx>,
}

/// How many records must name what is not there before a record that nothing names is taken for it.
const SEVERAL: usize = 2;

/// What is set aside for a reference may be named itself: entities by stories, those by walks.
const STEPS: usize = 3;

/// Ids that were meant, by part, each with the id that was written instead.
type Meant = BTreeMap<(Part, Id), Id>;

impl Builder<'_, '_, '_> {
    /// Tells the references that name nothing, and the records in which nothing known is left for want of what they name.
    pub(super) fn tell_missed(&mut self) {
        let missed = std::mem::take(&mut self.missed);
        let meant = self.misspelt(&missed);
        let document = self.reader.document;
        let is_told = |one: &Missed| self.is_without(one.part) || meant.contains_key(&(one.part, one.id.clone()));
        let told: Vec<bool> = missed.iter().map(is_told).collect();
        // Records that want for nothing but what is told elsewhere; whatever names them wants for the same.
        let mut wanting: BTreeSet<NodeIx> = BTreeSet::new();
        wanting.extend(missed.iter().zip(&told).filter(|(_, told)| **told).map(|(one, _)| document.record(one.node)));
        let is_wanting = |one: &Missed, wanting: &BTreeSet<NodeIx>| one.target.is_some_and(|at| wanting.contains(&at));
        for _ in 0..if wanting.is_empty() { 0 } else { STEPS } {
            let more: Vec<NodeIx> =
                missed.iter().filter(|one| is_wanting(one, &wanting)).map(|one| document.record(one.node)).collect();
            wanting.extend(more);
        }
        for (one, _) in missed.iter().zip(told).filter(|(one, told)| !told && !is_wanting(one, &wanting)) {
            self.tell(one, &meant);
        }
        for (record, what) in std::mem::take(&mut self.emptied) {
            if !wanting.contains(&record) {
                self.note(Code::Nothing, record, &[what]);
            }
        }
    }

    /// Whether the whole part is called by another name, which is told.
    fn is_without(&self, part: Part) -> bool {
        self.reader.parts.iter().any(|name| name == part.words().0)
    }

    /// Finds the ids that several records name and no record has, of which each is near to one that nothing names; tells that there.
    fn misspelt(&mut self, missed: &[Missed]) -> Meant {
        let mut times: BTreeMap<(Part, &Id), usize> = BTreeMap::new();
        for one in missed.iter().filter(|one| one.target.is_none() && !self.is_without(one.part)) {
            *times.entry((one.part, &one.id)).or_default() += 1;
        }
        let mut often: Vec<(usize, Part, &Id)> = times
            .into_iter()
            .filter(|(_, times)| *times >= SEVERAL)
            .map(|((part, id), times)| (times, part, id))
            .collect();
        crate::sorting::sort(&mut often, |a, b| (b.0, a.1, a.2).cmp(&(a.0, b.1, b.2)));
        let mut meant = Meant::new();
        let mut taken: BTreeSet<(Part, Id)> = BTreeSet::new();
        for (times, part, id) in often {
            let mut patience = self.reader.patience;
            let near = patience.nearest(id.as_str(), &mut self.table(part).unnamed_first()).map(Id::new);
            self.reader.patience = patience;
            let Some(near) = near.filter(|near| is_slip(id.as_str(), near.as_str())) else { continue };
            if let Some(node) = self.table(part).unnamed(near.as_str())
                && taken.insert((part, near.clone()))
            {
                self.places.misspelt.push(node);
                let told = [near.as_str(), &times.to_string(), id.as_str()];
                self.reader.note_with(Code::MisspeltId, node, &told, Some(id.as_str()));
                meant.insert((part, id.clone()), near);
            }
        }
        crate::sorting::sort(&mut self.places.misspelt, Ord::cmp);
        meant
    }

    fn tell(&mut self, one: &Missed, meant: &Meant) {
        let (id, part) = (one.id.as_str(), one.part);
        let what = match one.link {
            None => part.words().1.to_owned(),
            Some(link) => {
                let ends = self.reader.fields_of(link, ["from", "to"]);
                let end =
                    |end: Option<NodeIx>| end.and_then(|end| self.reader.document.string(end)).unwrap_or_default();
                format!("@end-of-link {} → {}", end(ends[0]), end(ends[1]))
            }
        };
        // A record with this id that is not among those that were kept has a fault of its own, which is told there; a reference that
        // is right once that is mended must not be led elsewhere.
        if let Some(node) = one.target {
            let [line, column] = self.line_and_column(node);
            self.note(Code::SetAsideReference, one.node, &[id, &what, &line, &column]);
            return;
        }
        let code = match part {
            Part::Kind => Code::UnknownKind,
            Part::Stage => Code::UnknownStage,
            Part::LinkKind => Code::UnknownLinkKind,
            _ => Code::DanglingReference,
        };
        let mut patience = self.reader.patience;
        // An id that is itself misspelt is not what was meant, but what it will be is.
        let right = |known: &&str| !self.is_misspelt(part, known);
        let will_be = meant.keys().filter(|(of, _)| *of == part).map(|(_, id)| id.as_str());
        let near = patience.nearest(id, &mut self.table(part).ids().filter(right).chain(will_be)).map(str::to_owned);
        self.reader.patience = patience;
        // A code of its own says what should be there.
        let arguments = &[id, &what][..=usize::from(code == Code::DanglingReference)];
        self.reader.note_with(code, one.node, arguments, near.as_deref());
    }

    fn is_misspelt(&self, part: Part, id: &str) -> bool {
        !self.places.misspelt.is_empty() && self.table(part).node(id).is_some_and(|node| self.places.is_misspelt(node))
    }
}
