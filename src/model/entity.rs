//! Entities and the links between them.

use super::{
    Claim, Date, Dated, EntityIx, Evidence, Id, KindIx, LinkKindIx, MarkIx, Name, OtherName, SourceIx, StageIx, Text,
};

/// Anything that is drawn as a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its id.
    pub id: Id,
    /// Its kind.
    pub kind: KindIx,
    /// Its stage; `None` where it has no place in the food chain.
    pub stage: Option<StageIx>,
    /// Whether it is one of the few that a visitor should meet first.
    pub prominent: bool,
    /// Its names.
    pub name: Name,
    /// One line on what it is.
    pub summary: Option<Text>,
    /// Since when it has existed.
    pub since: Option<Dated>,
    /// Until when it existed.
    pub until: Option<Dated>,
    /// Where it stands.
    pub place: Option<Place>,
    /// Whether it is open, closed, moved.
    pub status: Option<Claim>,
    /// Honours and marks it bears.
    pub honours: Vec<Honour>,
    /// What is said of it.
    pub facts: Vec<Claim>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Whether it was only planned when its source was written.
    pub planned: bool,
}

impl Entity {
    /// Whether it may have existed in `year`. What is not dated is taken to have existed; what was only planned is not.
    pub fn existed_in(&self, year: i32) -> bool {
        let begun = self.since.as_ref().is_none_or(|since| since.date.first_year() <= year);
        let lasted = self.until.as_ref().is_none_or(|until| until.date.last_year() >= year);
        !self.planned && begun && lasted
    }
}

/// A name that an entity bore once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerName {
    /// The name.
    pub name: OtherName,
    /// When it bore it.
    pub years: Option<Date>,
}

/// An honour or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honour {
    /// What it is called.
    pub name: Text,
    /// Of which kind it is.
    pub mark: Option<MarkIx>,
    /// When it was given.
    pub date: Option<Date>,
    /// Who gave it.
    pub grantor: Option<Text>,
    /// What this rests on.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}

/// A picture with its alternative text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Path of the file, relative to the data file.
    pub file: Box<str>,
    /// What it shows, for those who do not see it.
    pub alt: Text,
}

/// How exact a position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionPrecision {
    /// That very house.
    Building,
    /// Somewhere on that street.
    Street,
    /// The middle of an area.
    Area,
}

/// Where an entity stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The address in words.
    pub address: Option<Text>,
    /// The street's id, shared by all that stand along it.
    pub street: Option<Id>,
    /// The house number.
    pub number: Option<Box<str>>,
    /// The neighbourhood.
    pub area: Option<Text>,
    /// Latitude and longitude in degrees, WGS-84.
    pub position: Option<(f64, f64)>,
    /// How exact the position is.
    pub precision: Option<PositionPrecision>,
    /// Who says so.
    pub sources: Vec<SourceIx>,
}

/// Which end of a link is its upstream end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upstream {
    /// The `from` end, as with everything that flows.
    From,
    /// The `to` end, as with "descends from".
    To,
}

/// The mark at a link's mouth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkMark {
    /// Open arrow: supplies.
    Arrow,
    /// Arrow at a bar: sells through.
    Bar,
    /// Filled lozenge: makes.
    Lozenge,
    /// Ring: teaches.
    Ring,
    /// Round knot of the red cord: governance.
    Knot,
    /// No mark.
    None,
}

impl LinkMark {
    /// Every mark with its word in the file.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Arrow, "arrow"),
        (Self::Bar, "bar"),
        (Self::Lozenge, "lozenge"),
        (Self::Ring, "ring"),
        (Self::Knot, "knot"),
        (Self::None, "none"),
    ];
}

/// A kind of link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkKind {
    /// Its id.
    pub id: Id,
    /// How it reads from `from` to `to`: "supplies".
    pub name: Text,
    /// How it reads from `to` to `from`: "supplied by".
    pub reverse: Text,
    /// Whether goods flow along it.
    pub flow: bool,
    /// Whether it may run against the stage order without a finding.
    pub back: bool,
    /// Whether its `from` end stands within its `to` end or belongs to it. Read for the further part alone.
    pub within: bool,
    /// Which of its ends is upstream.
    pub upstream: Upstream,
    /// The mark at its mouth.
    pub mark: LinkMark,
}

/// A directed, typed, evidenced relation between two entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it begins.
    pub from: EntityIx,
    /// Where it ends.
    pub to: EntityIx,
    /// Its kind.
    pub kind: LinkKindIx,
    /// What it rests on.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
    /// What is said of it.
    pub text: Option<Text>,
    /// Since when.
    pub since: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Whether what it says was only planned when its source was written.
    pub planned: bool,
}

impl Link {
    /// Whether it may have held in `year`. What is not dated is taken to have held; what was only planned is not.
    pub fn held_in(&self, year: i32) -> bool {
        !self.planned
            && self.since.is_none_or(|since| since.first_year() <= year)
            && self.until.is_none_or(|until| until.last_year() >= year)
    }
}

#[cfg(test)]
mod tests {
    use crate::load::load;

    #[test]
    fn what_was_only_planned_was_there_in_no_year_and_what_is_not_dated_in_every() {
        let file = br#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] },
            "kinds": [{ "id": "k", "name": { "en": "K" } }], "linkKinds": [{ "id": "l", "flow": true, "name": { "en": "l" } }],
            "entities": [{ "id": "a", "kind": "k", "name": { "en": "A" } }, { "id": "b", "kind": "k", "name": { "en": "B" }, "planned": true }],
            "links": [{ "from": "a", "to": "b", "kind": "l", "evidence": "unsourced" }, { "from": "b", "to": "a", "kind": "l", "evidence": "unsourced", "planned": true }] }"#;
        let catalog = load(file).catalog.unwrap_or_default();
        for year in [1850, 2026] {
            let existed: Vec<bool> = catalog.entities.iter().map(|entity| entity.existed_in(year)).collect();
            let held: Vec<bool> = catalog.links.iter().map(|link| link.held_in(year)).collect();
            assert_eq!((existed, held), (vec![true, false], vec![true, false]), "{year}");
        }
    }
}
