//! The chain as valid, indexed values: what everything else reads.
//!
//! A [`Catalog`] is built by [`crate::load`] alone and never changes afterwards.
//! This module knows nothing of JSON, of drawing, or of the browser.
//!
//! Invariants of a catalog:
//! - every index it holds ([`EntityIx`], [`LinkIx`], …) is within its part;
//! - ids are unique within their part;
//! - there is at least one language, one lens, and every lens has at least one column when there is a stage;
//! - no link runs from an entity to itself.

pub mod atlas;
pub mod catalog;
pub mod claim;
pub mod date;
pub mod datum;
pub mod entity;
pub mod graph;
pub mod id;
pub mod lens;
pub mod plate;
pub mod story;
pub mod text;

pub use atlas::{BaseMap, Bounds, Shape, ShapeKind};
pub use catalog::{Catalog, Kind, Licence, Mark, Offers, Site, Start};
pub use claim::{Claim, Evidence, EvidenceSet, Source, SourceKind};
pub use date::{Date, DatePart, Dated, Precision, Rival};
pub use entity::{Entity, FormerName, Honour, Link, LinkKind, LinkMark, Picture, Place, PositionPrecision, Upstream};
pub use graph::Graph;
pub use id::{
    EntityIx, EventIx, Id, KindIx, LensIx, LinkIx, LinkKindIx, MarkIx, RouteIx, SourceIx, StageIx, StoryIx, ThemeIx,
};
pub use lens::{Column, Lens, LensColour, Motif};
pub use plate::{Footing, Item, Plate, Section, SectionForm};
pub use story::{Depth, Direction, Event, Route, Step, Stop, Story};
pub use text::{Lang, Languages, Name, OtherName, Spelling, Tag, Text};
