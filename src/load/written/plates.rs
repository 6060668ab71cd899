//! The pages that a file brings itself, as written: a plate has sections, a section has a form and items.

use super::{Claim, Locators, Ref};
use crate::load::reader::At;
use crate::load::texts::Texts;
use crate::model::{Date, Evidence, SectionForm};

record! {
    /// One item of a section. What its fields are used for depends on the form of the section.
    pub struct Item {
        /// A name for it, to be pointed at.
        "id" optional id: Ref,
        /// What it is called.
        "name" optional name: Texts,
        /// What is said of it.
        "text" optional text: Texts,
        /// How many.
        "count" optional count: u32,
        /// How many there were before.
        "before" optional before: u32,
        /// How many there were after.
        "after" optional after: u32,
        /// What is counted.
        "unit" optional unit: Texts,
        /// The entity that it is about.
        "entity" optional entity: Ref,
        /// The entities that it reaches.
        "entities" list entities: Ref,
        /// Whether it was planned only.
        "planned" optional planned: bool,
        /// Whether its count is drawn as beads on a cord.
        "string" optional string: bool,
        /// When it was so.
        "date" optional date: Date,
        /// What it rests on; absent: that of its section.
        "evidence" optional evidence: Evidence,
        /// Who says so; absent: those of its section.
        "sources" list sources: Ref,
        /// Where in a source.
        "at" optional at: Locators,
        /// What later sources say became of it.
        "later" list later: Claim,
        /// What belongs to it.
        "items" list items: Item,
    }
}

record! {
    /// A section of a plate.
    pub struct Section {
        /// Its id, unique on its plate.
        "id" required id: Ref,
        /// Its title.
        "title" expected title: Texts,
        /// How it is drawn; as paragraphs where that is not known.
        "form" expected form: SectionForm,
        /// What it says before its items.
        "text" optional text: Texts,
        /// What to know of it.
        "note" optional note: Texts,
        /// When it was so.
        "date" optional date: Date,
        /// What it rests on; absent: documented where it names sources, else unsourced.
        "evidence" optional evidence: Evidence,
        /// Who says so.
        "sources" list sources: Ref,
        /// Where in a source.
        "at" optional at: Locators,
        /// How many one pane stands for, where counts are drawn as areas.
        "unit" optional unit: At<u32>,
        /// Its items.
        "items" list items: Item,
    }
}

record! {
    /// A page of the file's own.
    pub struct Plate {
        /// Its id.
        "id" required id: Ref,
        /// Its title.
        "title" expected title: Texts,
        /// Its word in the menu.
        "short" optional short: Texts,
        /// A line under the title.
        "subtitle" optional_further subtitle: Texts,
        /// The lens that shows the same as a map.
        "lens" optional_further lens: Ref,
        /// What it is about.
        "lead" optional_further lead: Texts,
        /// When it was so.
        "date" optional_further date: Date,
        /// What to know of it.
        "note" optional_further note: Texts,
        /// Who says so.
        "sources" list_further sources: Ref,
        /// Its sections.
        "sections" list_further sections: Section,
    }
}
