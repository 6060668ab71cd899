//! What records name by id: found among the records that were kept, or told why not.

use std::collections::BTreeMap;

use super::{Builder, missed::Missed, tables::Table};
use crate::check::Code;
use crate::load::WHOLE;
use crate::load::document::NodeIx;
use crate::load::values::kebab;
use crate::load::written::{Link, Ref};
use crate::model::Id;

/// What a reference should name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Source,
    Kind,
    Stage,
    LinkKind,
    Entity,
    Lens,
    Mark,
    Theme,
    Story,
}

impl Part {
    /// The field of the file that holds these, and the word for one, put into a language by [`crate::check::words`].
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Source => ("sources", "@source"),
            Self::Kind => ("kinds", "@kind"),
            Self::Stage => ("stages", "@stage"),
            Self::LinkKind => ("linkKinds", "@link-kind"),
            Self::Entity => ("entities", "@entity"),
            Self::Lens => ("lenses", "@lens"),
            Self::Mark => ("marks", "@mark"),
            Self::Theme => ("themes", "@theme"),
            Self::Story => ("stories", "@story"),
        }
    }

    /// The part whose records stand in this field of the file.
    pub(super) fn of(list: &str) -> Option<Self> {
        let all = [
            Self::Source,
            Self::Kind,
            Self::Stage,
            Self::LinkKind,
            Self::Entity,
            Self::Lens,
            Self::Mark,
            Self::Theme,
            Self::Story,
        ];
        all.into_iter().find(|part| part.words().0 == list)
    }
}

impl Builder<'_, '_, '_> {
    pub(super) fn table(&self, part: Part) -> &Table {
        match part {
            Part::Source => &self.sources,
            Part::Kind => &self.kinds,
            Part::Stage => &self.stages,
            Part::LinkKind => &self.link_kinds,
            Part::Entity => &self.entities,
            Part::Lens => &self.lenses,
            Part::Mark => &self.marks,
            Part::Theme => &self.themes,
            Part::Story => &self.stories,
        }
    }

    /// The position of what a reference names; one that names nothing is kept to be told.
    pub(super) fn resolve(&mut self, part: Part, reference: &Ref) -> Option<usize> {
        let found = self.table(part).find_named(reference.value.as_str());
        if WHOLE && found.is_none() {
            self.miss(part, reference, None);
        }
        found
    }

    /// The same for an end of a link, with the whole link in what is noted.
    pub(super) fn resolve_end(&mut self, link: &Link, end: &Ref) -> Option<usize> {
        let found = self.entities.find_named(end.value.as_str());
        if WHOLE && found.is_none() {
            self.miss(Part::Entity, end, Some(link.node));
        }
        found
    }

    fn miss(&mut self, part: Part, reference: &Ref, link: Option<NodeIx>) {
        let target = self.written(part, reference.value.as_str());
        self.missed.push(Missed { part, id: reference.value.clone(), node: reference.node, link, target });
    }

    /// Where the first record with this id is written, whether or not it was kept.
    fn written(&mut self, part: Part, id: &str) -> Option<NodeIx> {
        let name = part.words().0;
        let reader = &*self.reader;
        let known = self.written.entry(name).or_insert_with(|| {
            let document = reader.document;
            let [list] = reader.fields_of(document.root(), [name]);
            let mut known = BTreeMap::new();
            let elsewhere = reader.misplaced.iter().filter(|(part, _)| *part == name).map(|(_, record)| *record);
            for record in list.into_iter().flat_map(|list| document.children(list)).chain(elsewhere) {
                let [id] = reader.fields_of(record, ["id"]);
                if let Some(id) = id.and_then(|id| document.string(id)) {
                    // What is no id is told with the one that was meant, which others may name.
                    let meant = if Id::is_well_formed(&id) { None } else { kebab(&id) };
                    known.entry(meant.unwrap_or_else(|| id.into_owned())).or_insert(record);
                }
            }
            known
        });
        known.get(id).copied()
    }

    /// The positions of what a list names, in its order; what it names again is noted and left out.
    pub(super) fn resolve_all(&mut self, part: Part, references: &[Ref]) -> Vec<usize> {
        let mut first: BTreeMap<usize, NodeIx> = BTreeMap::new();
        let mut found = Vec::new();
        for reference in references {
            let Some(place) = self.resolve(part, reference) else { continue };
            // Nothing that is listed twice is shown on the opening page.
            match if WHOLE { first.insert(place, reference.node) } else { None } {
                None => found.push(place),
                Some(node) => {
                    first.insert(place, node);
                    let [line, column] = self.line_and_column(node);
                    self.note(Code::DuplicateReference, reference.node, &[reference.value.as_str(), &line, &column]);
                }
            }
        }
        found
    }
}
