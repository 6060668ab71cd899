//! The pages that a file brings itself: plates with sections, each in one of a few forms.

use super::{Claim, Date, EntityIx, Evidence, Id, LensIx, SourceIx, Text};

/// How a section is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionForm {
    /// Paragraphs.
    Text,
    /// A road of phases, each with its date and its question.
    Phases,
    /// Who does what: the first item in the middle, the others around it; one is picked to see what it reaches.
    Mechanism,
    /// Counts as true areas.
    Proportion,
    /// One core, its branches and their branches.
    Branches,
    /// Large numerals with names.
    Figures,
    /// Rows of small panes, one for each that is counted.
    Awards,
    /// Entities strung on two chains.
    Brands,
    /// Before and after.
    Change,
    /// What was planned, and what later sources say became of it.
    Plans,
}

impl SectionForm {
    /// Every form with its word in the file.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Text, "text"),
        (Self::Phases, "phases"),
        (Self::Mechanism, "mechanism"),
        (Self::Proportion, "proportion"),
        (Self::Branches, "branches"),
        (Self::Figures, "figures"),
        (Self::Awards, "awards"),
        (Self::Brands, "brands"),
        (Self::Change, "change"),
        (Self::Plans, "plans"),
    ];
}

/// What something on a plate rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footing {
    /// How firm it is.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
    /// Where in a source.
    pub at: Vec<(SourceIx, Box<str>)>,
    /// When it was so.
    pub date: Option<Date>,
}

/// One item of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// A name for it, to be pointed at.
    pub id: Option<Id>,
    /// What it is called.
    pub name: Option<Text>,
    /// What is said of it.
    pub text: Option<Text>,
    /// How many.
    pub count: Option<u32>,
    /// How many before and after.
    pub change: (Option<u32>, Option<u32>),
    /// What is counted.
    pub unit: Option<Text>,
    /// The entity that it is about.
    pub entity: Option<EntityIx>,
    /// The entities that it reaches.
    pub entities: Vec<EntityIx>,
    /// Whether it was planned only.
    pub planned: bool,
    /// Whether its count is drawn as beads on a cord.
    pub string: bool,
    /// What it rests on.
    pub footing: Footing,
    /// What later sources say became of it.
    pub later: Vec<Claim>,
    /// What belongs to it.
    pub items: Vec<Item>,
}

/// A section of a plate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id, unique on its plate.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// How it is drawn.
    pub form: SectionForm,
    /// What it says before its items.
    pub text: Option<Text>,
    /// What to know of it.
    pub note: Option<Text>,
    /// What it rests on.
    pub footing: Footing,
    /// How many one pane stands for; at least 1.
    pub unit: u32,
    /// Its items.
    pub items: Vec<Item>,
}

/// A page of the file's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plate {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its word in the menu.
    pub short: Option<Text>,
    /// A line under the title.
    pub subtitle: Option<Text>,
    /// The lens that shows the same as a map.
    pub lens: Option<LensIx>,
    /// What it is about.
    pub lead: Option<Text>,
    /// When it was so.
    pub date: Option<Date>,
    /// What to know of it.
    pub note: Option<Text>,
    /// Who says so.
    pub sources: Vec<SourceIx>,
    /// Its sections.
    pub sections: Vec<Section>,
}
