//! The pages that a file brings itself.

use super::{Builder, Part, entities::usual, id, tables::Table};
use crate::check::Code;
use crate::load::document::NodeIx;
use crate::load::written::{self, Locators, Ref};
use crate::model::{Date, EntityIx, Evidence, Footing, Item, LensIx, Plate, Section, SectionForm};

/// What a record says of its footing.
struct Said<'a> {
    evidence: Option<Evidence>,
    sources: &'a [Ref],
    at: Option<&'a Locators>,
    date: Option<Date>,
    node: NodeIx,
}

impl Builder<'_, '_, '_> {
    pub(super) fn plate(&mut self, plate: &written::Plate) -> Plate {
        let mut ids = Table::default();
        let mut sections = Vec::new();
        for section in &plate.sections {
            let built = self.admit_into(&mut ids, &section.id, |builder| builder.section(section));
            sections.extend(built);
        }
        Plate {
            id: id(&plate.id),
            title: self.text_or_id(plate.title.as_ref(), &plate.id),
            short: self.maybe_text(plate.short.as_ref()),
            subtitle: self.maybe_text(plate.subtitle.as_ref()),
            lens: plate.lens.as_ref().and_then(|lens| self.resolve(Part::Lens, lens)).map(LensIx::from),
            lead: self.maybe_text(plate.lead.as_ref()),
            date: plate.date,
            note: self.maybe_text(plate.note.as_ref()),
            sources: self.source_list(&plate.sources),
            sections,
        }
    }

    fn section(&mut self, section: &written::Section) -> Section {
        let said = Said {
            evidence: section.evidence,
            sources: &section.sources,
            at: section.at.as_ref(),
            date: section.date,
            node: section.node,
        };
        let footing = self.footing(&said, None);
        if let Some(unit) = section.unit.as_ref().filter(|unit| unit.value == 0) {
            self.note(Code::NumberRange, unit.node, &["0", "1, 2, 3, …"]);
        }
        Section {
            id: id(&section.id),
            title: self.text_or_id(section.title.as_ref(), &section.id),
            form: section.form.unwrap_or(SectionForm::Text),
            text: self.maybe_text(section.text.as_ref()),
            note: self.maybe_text(section.note.as_ref()),
            unit: section.unit.as_ref().map_or(1, |unit| unit.value.max(1)),
            items: section.items.iter().filter_map(|item| self.item(item, &footing)).collect(),
            footing,
        }
    }

    /// An item, unless it says nothing.
    fn item(&mut self, item: &written::Item, section: &Footing) -> Option<Item> {
        let speaks = item.name.is_some() || item.text.is_some() || item.count.is_some() || item.entity.is_some();
        if !speaks && item.entities.is_empty() && item.items.is_empty() {
            self.note(Code::Nothing, item.node, &["@content"]);
            self.set_aside += 1;
            return None;
        }
        let said = Said {
            evidence: item.evidence,
            sources: &item.sources,
            at: item.at.as_ref(),
            date: item.date,
            node: item.node,
        };
        let footing = self.footing(&said, Some(section));
        Some(Item {
            id: item.id.as_ref().map(id),
            name: self.maybe_text(item.name.as_ref()),
            text: self.maybe_text(item.text.as_ref()),
            count: item.count,
            change: (item.before, item.after),
            unit: self.maybe_text(item.unit.as_ref()),
            entity: item.entity.as_ref().and_then(|entity| self.resolve(Part::Entity, entity)).map(EntityIx::from),
            entities: self.resolve_all(Part::Entity, &item.entities).into_iter().map(EntityIx::from).collect(),
            planned: item.planned.unwrap_or(false),
            string: item.string.unwrap_or(false),
            later: item.later.iter().map(|claim| self.claim(claim)).collect(),
            items: item.items.iter().filter_map(|inner| self.item(inner, &footing)).collect(),
            footing,
        })
    }

    /// What a record rests on; what it does not say itself is that of the record around it.
    fn footing(&mut self, said: &Said<'_>, around: Option<&Footing>) -> Footing {
        let at = self.locators(said.at);
        // What names sources of its own is not unsourced because the record around it names none.
        let fits = |evidence: &Evidence| *evidence != Evidence::Unsourced || said.sources.is_empty();
        let inherited = around.map(|around| around.evidence).filter(fits);
        let evidence = usual(said.evidence.or(inherited), said.sources);
        let sources = match around.filter(|_| said.sources.is_empty()) {
            Some(around) => around.sources.clone(),
            None => self.cited(evidence, said.sources, said.node),
        };
        Footing { evidence, sources, at, date: said.date.or(around.and_then(|around| around.date)) }
    }
}
