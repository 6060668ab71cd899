//! The file as written: one record type per kind of record, each field as it stands there.
//!
//! References are still ids here; [`super::build`] resolves them. A field marked `further` is not read for the opening page.

mod map;
mod plates;
mod tales;

use super::language::LanguageTag;
use super::reader::At;
use super::texts::{Names, Texts};
use super::values::{Nullable, Plain, Url};
use crate::model::{Date, Depth, Evidence, Id, LensColour, LinkMark, Motif, PositionPrecision, SourceKind, Upstream};

pub use map::{BaseMap, Bounds, Shape};
pub use plates::{Item, Plate, Section};
pub use tales::{Event, Route, Step, Stop, Story};

/// A reference to a record by its id, with its place.
pub type Ref = At<Id>;

record! {
    /// The first view.
    pub struct Start {
        /// The entity it shows.
        "focus" required focus: Ref,
        /// Steps upstream, or "all".
        "up" optional up: Depth,
        /// Steps downstream, or "all".
        "down" optional down: Depth,
        /// The lens; absent is the first one.
        "lens" optional lens: Ref,
    }
}

record! {
    /// A licence.
    pub struct Licence {
        /// Its name.
        "name" required name: Texts,
        /// Where it can be read.
        "url" optional url: Url,
    }
}

record! {
    /// What the file says of itself.
    pub struct Site {
        /// The title of the whole.
        "title" expected title: Texts,
        /// The question it answers, in one line.
        "tagline" optional tagline: Texts,
        /// The title of the map.
        "plate" optional plate: Texts,
        /// What this is and is not, paragraph by paragraph.
        "about" list_further about: Texts,
        /// The languages it is written in; the first one is the default.
        "languages" list languages: At<LanguageTag>,
        /// The first view.
        "start" optional start: Start,
        /// Hours ahead of UTC at which the day turns there.
        "clock" optional clock: At<f64>,
        /// A word on readings and translated names.
        "readings" optional_further readings: Texts,
        /// The licence of the data.
        "licence" optional licence: Licence,
        /// Where to send a correction: an https or mailto address.
        "contact" optional_further contact: At<Url>,
        /// When the data was last changed.
        "updated" optional updated: Date,
        /// Filing number of the site in China.
        "icp" optional icp: Plain,
        /// Filing number with the public security organs in China.
        "police" optional police: Plain,
    }
}

record! {
    /// A stage of the chain: a column of the map. Stages stand in flow order.
    pub struct Stage {
        /// Its id.
        "id" required id: Ref,
        /// Its name.
        "name" expected name: Texts,
        /// One character that stands for it.
        "sign" optional sign: Texts,
        /// The pattern of its panes; absent: by its place.
        "motif" optional motif: Motif,
        /// The glass of its panes, 1 to 7; absent: by its place.
        "colour" optional colour: At<u32>,
        /// What it holds.
        "note" optional_further note: Texts,
    }
}

record! {
    /// A kind of entity.
    pub struct Kind {
        /// Its id.
        "id" required id: Ref,
        /// Its name.
        "name" expected name: Texts,
        /// Whether it is goods, which are carried about: a walk along a chain stops at what the reader can visit, not at these.
        "goods" optional_further goods: bool,
    }
}

record! {
    /// A kind of honours and marks.
    pub struct Mark {
        /// Its id.
        "id" required id: Ref,
        /// Its name.
        "name" expected name: Texts,
        /// What it stands for.
        "note" optional note: Texts,
    }
}

record! {
    /// A kind of link.
    pub struct LinkKind {
        /// Its id.
        "id" required id: Ref,
        /// How it reads from `from` to `to`: "supplies".
        "name" expected name: Texts,
        /// How it reads from `to` to `from`: "supplied by".
        "reverse" optional_further reverse: Texts,
        /// Whether goods flow along it.
        "flow" optional flow: bool,
        /// Whether it may run against the stage order without a finding.
        "back" optional back: bool,
        /// Whether its `from` end stands within its `to` end or belongs to it: what touches the whole touches the part.
        "within" optional_further within: bool,
        /// Which of its ends is upstream; absent: from.
        "upstream" optional upstream: Upstream,
        /// The mark at its mouth.
        "mark" optional mark: LinkMark,
    }
}

record! {
    /// A column of a lens.
    pub struct Column {
        /// Its id.
        "id" required id: Ref,
        /// Its name.
        "name" expected name: Texts,
        /// One character that stands for it.
        "sign" optional sign: Texts,
        /// The pattern of its panes; absent: by its place.
        "motif" optional motif: Motif,
        /// The glass of its panes, 1 to 7; absent: by its place.
        "colour" optional colour: At<u32>,
        /// The kinds that stand in it.
        "kinds" list kinds: Ref,
        /// The entities that stand in it, before any kind is looked at.
        "entities" list entities: Ref,
    }
}

record! {
    /// A lens: a named way to read the map.
    pub struct Lens {
        /// Its id.
        "id" required id: Ref,
        /// Its name.
        "name" expected name: Texts,
        /// What it shows, in a sentence.
        "note" optional_further note: Texts,
        /// What its colours say; absent: stage.
        "colour" optional colour: LensColour,
        /// The link kinds that its trace runs along; absent: those that flow.
        "follow" list follow: Ref,
        /// Its columns; absent: the stages.
        "columns" list columns: Column,
    }
}

record! {
    /// A source.
    pub struct Source {
        /// Its id.
        "id" required id: Ref,
        /// Its title.
        "title" expected title: Texts,
        /// Who published it.
        "publisher" optional publisher: Texts,
        /// Where it can be read; null where no address is known.
        "url" optional url: Nullable<Url>,
        /// Its nature.
        "kind" optional kind: SourceKind,
        /// When it was published.
        "date" optional date: Date,
        /// What to know of it.
        "note" optional note: Texts,
    }
}

record! {
    /// A rival dating.
    pub struct Rival {
        /// The other date.
        "date" required date: Date,
        /// Who says so.
        "sources" list_further sources: Ref,
        /// What to know of it.
        "note" optional_further note: Texts,
    }
}

record! {
    /// A date with what it rests on.
    pub struct DatedFull {
        /// The date that is shown first.
        "date" required date: Date,
        /// Rival datings.
        "or" list or: Rival,
        /// What the date rests on; absent: disputed with rivals, documented otherwise.
        "evidence" optional evidence: Evidence,
        /// Who says so.
        "sources" list_further sources: Ref,
        /// What to know of it.
        "note" optional_further note: Texts,
    }
}

/// A date, alone or with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Dated {
    /// Alone.
    Plain(At<Date>),
    /// With what it rests on.
    Full(Box<DatedFull>),
}

impl super::reader::Read for Dated {
    fn read(reader: &mut super::reader::Reader<'_, '_>, node: super::document::NodeIx) -> Option<Self> {
        if reader.document.kind(node) == super::document::Kind::Object {
            Box::<DatedFull>::read(reader, node).map(Self::Full)
        } else {
            At::<Date>::read(reader, node).map(Self::Plain)
        }
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "anyOf": [Date::schema(definitions), DatedFull::schema(definitions)] })
    }
}

/// Where in a source something stands, by source id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locators(pub Vec<(Ref, String)>);

impl super::reader::Read for Locators {
    fn read(reader: &mut super::reader::Reader<'_, '_>, node: super::document::NodeIx) -> Option<Self> {
        reader.expect(node, super::document::Kind::Object)?;
        let document = reader.document;
        let mut found = Vec::new();
        for member in document.children(node) {
            let key = document.key(member).unwrap_or_default();
            if let Some(Plain(text)) = Plain::read(reader, member) {
                found.push((At { value: Id::new(&key), node: member }, text));
            }
        }
        Some(Self(found))
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

record! {
    /// One thing that is said, with what it rests on.
    pub struct Claim {
        /// What is said.
        "text" required text: Texts,
        /// What it rests on.
        "evidence" expected evidence: Evidence,
        /// Where it is said.
        "sources" list sources: Ref,
        /// Where in a source: page, section or number, by source id.
        "at" optional at: Locators,
        /// When it was so.
        "date" optional date: Date,
    }
}

record! {
    /// Where an entity stands.
    pub struct Place {
        /// The address in words.
        "address" optional address: Texts,
        /// The street's id, shared by all that stand along it.
        "street" optional street: Id,
        /// The house number.
        "number" optional number: Plain,
        /// The neighbourhood.
        "area" optional area: Texts,
        /// Latitude in degrees, WGS-84.
        "lat" optional lat: At<f64>,
        /// Longitude in degrees, WGS-84.
        "lon" optional lon: At<f64>,
        /// How exact the position is.
        "precision" optional precision: PositionPrecision,
        /// Who says so.
        "sources" list sources: Ref,
    }
}

record! {
    /// An honour or mark.
    pub struct Honour {
        /// What it is called.
        "name" required name: Texts,
        /// Of which kind it is.
        "mark" optional mark: Ref,
        /// When it was given.
        "date" optional date: Date,
        /// Who gave it.
        "grantor" optional grantor: Texts,
        /// What this rests on; absent: documented where it names sources, else unsourced.
        "evidence" optional evidence: Evidence,
        /// Who says so.
        "sources" list sources: Ref,
        /// Where in a source.
        "at" optional at: Locators,
    }
}

record! {
    /// A picture.
    pub struct Picture {
        /// Path of the file, relative to the data file.
        "file" required file: Plain,
        /// What it shows, for those who do not see it.
        "alt" required alt: Texts,
    }
}

record! {
    /// Anything that is drawn as a node.
    pub struct Entity {
        /// Its id.
        "id" required id: Ref,
        /// Its kind.
        "kind" required kind: Ref,
        /// Its stage; absent where it has no place in the food chain.
        "stage" optional stage: Ref,
        /// 1 for the few that a visitor should meet first.
        "rank" optional rank: u32,
        /// Its names.
        "name" required name: Names,
        /// One line on what it is.
        "summary" optional summary: Texts,
        /// Since when it has existed.
        "since" optional since: Dated,
        /// Until when it existed.
        "until" optional until: Dated,
        /// Where it stands.
        "place" optional_further place: Place,
        /// Whether it is open, closed, moved.
        "status" optional_further status: Claim,
        /// Honours and marks it bears.
        "honours" list_further honours: Honour,
        /// What is said of it.
        "facts" list_further facts: Claim,
        /// Its picture.
        "picture" optional picture: Picture,
        /// Whether it was only planned when its source was written.
        "planned" optional planned: bool,
    }
}

record! {
    /// A directed, typed, evidenced relation between two entities.
    pub struct Link {
        /// Where it begins.
        "from" required from: Ref,
        /// Where it ends.
        "to" required to: Ref,
        /// Its kind.
        "kind" required kind: Ref,
        /// What it rests on.
        "evidence" required evidence: Evidence,
        /// Who says so; needed unless unsourced.
        "sources" list_further sources: Ref,
        /// Where in a source.
        "at" optional_further at: Locators,
        /// What is said of it.
        "text" optional_further text: Texts,
        /// Since when.
        "since" optional since: Date,
        /// Until when.
        "until" optional until: Date,
        /// Whether what this says was only planned when its source was written.
        "planned" optional planned: bool,
    }
}

record! {
    /// A data file: one district's chain, its stories and its sources.
    pub struct File {
        /// The version of the format.
        "format" optional format: u32,
        /// What the file says of itself.
        "site" optional site: Site,
        /// The stages, in flow order.
        "stages" list stages: Stage,
        /// The kinds of entities.
        "kinds" list kinds: Kind,
        /// The kinds of links.
        "linkKinds" list link_kinds: LinkKind,
        /// The lenses; the first one holds when none is asked for.
        "lenses" list lenses: Lens,
        /// The kinds of honours and marks.
        "marks" list_further marks: Mark,
        /// The themes of events.
        "themes" list_further themes: Kind,
        /// The sources.
        "sources" list_further sources: Source,
        /// The entities.
        "entities" list entities: Entity,
        /// The links.
        "links" list links: Link,
        /// The stories.
        "stories" list stories: Story,
        /// The events.
        "events" list_further events: Event,
        /// The routes.
        "routes" list_further routes: Route,
        /// The drawn base map.
        "map" optional_further map: BaseMap,
        /// The pages that the file brings itself.
        "plates" list plates: Plate,
    }
}
