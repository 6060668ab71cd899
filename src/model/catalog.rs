//! Everything a file says, validated and indexed.

use crate::sorting::positions;

use super::{
    BaseMap, Column, Date, Depth, Entity, EntityIx, Event, Graph, Id, Lang, Languages, Lens, LensIx, Link, LinkIx,
    LinkKind, LinkKindIx, MarkIx, Plate, Route, Source, SourceIx, Story, StoryIx, Text, ThemeIx, Upstream,
};

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its name.
    pub name: Text,
    /// Where it can be read.
    pub url: Option<Box<str>>,
}

/// The first view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// What it shows.
    pub focus: EntityIx,
    /// How far upstream.
    pub up: Depth,
    /// How far downstream.
    pub down: Depth,
    /// In which lens.
    pub lens: Option<LensIx>,
}

/// What the file says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// The title of the whole.
    pub title: Text,
    /// The question it answers, in one line.
    pub tagline: Option<Text>,
    /// The title of the map.
    pub plate: Option<Text>,
    /// What this is and is not, paragraph by paragraph.
    pub about: Vec<Text>,
    /// A word on readings and translated names.
    pub readings: Option<Text>,
    /// The interface languages the file is written in, in its order; never empty.
    pub languages: Vec<Lang>,
    /// The first view.
    pub start: Option<Start>,
    /// The licence of the data.
    pub licence: Option<Licence>,
    /// Minutes ahead of UTC at which the day turns there.
    pub clock: i32,
    /// Where to send a correction: an `http`, `https` or `mailto` address.
    pub contact: Option<Box<str>>,
    /// When the data was last changed.
    pub updated: Option<Date>,
    /// Filing number of the site in China.
    pub icp: Option<Box<str>>,
    /// Filing number with the public security organs.
    pub police: Option<Box<str>>,
}

/// A kind of entity, or a theme of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// Whether it is goods, at which no walk stops, wherever they come from.
    pub goods: bool,
}

/// A kind of honours and marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it stands for.
    pub note: Option<Text>,
}

/// Which further pages a file has something for. Known before they are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// A drawn base map.
    pub map: bool,
    /// Events.
    pub events: bool,
    /// Walks.
    pub routes: bool,
}

/// Everything a file says. See the invariants in [`crate::model`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    /// What the file says of itself.
    pub site: Site,
    /// The languages that occur.
    pub languages: Languages,
    /// The stages in flow order.
    pub stages: Vec<Column>,
    /// The kinds of entities.
    pub kinds: Vec<Kind>,
    /// The kinds of links.
    pub link_kinds: Vec<LinkKind>,
    /// The lenses; the first one holds when none is asked for.
    pub lenses: Vec<Lens>,
    /// The kinds of honours and marks.
    pub marks: Vec<Mark>,
    /// The themes of events.
    pub themes: Vec<Kind>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The entities.
    pub entities: Vec<Entity>,
    /// The links.
    pub links: Vec<Link>,
    /// The stories.
    pub stories: Vec<Story>,
    /// The events.
    pub events: Vec<Event>,
    /// The routes.
    pub routes: Vec<Route>,
    /// The drawn base map.
    pub map: Option<BaseMap>,
    /// The pages that the file brings itself.
    pub plates: Vec<Plate>,
    /// Which further pages there is something for.
    pub offers: Offers,
    /// Adjacency of the links.
    pub graph: Graph,
    /// Entities sorted by id, for [`Catalog::find`].
    pub by_id: Box<[EntityIx]>,
    /// Whether the file is of a newer format than this program knows: it is shown, never rewritten.
    pub newer_format: bool,
}

impl Catalog {
    /// The entity at an index.
    pub fn entity(&self, entity: EntityIx) -> &Entity {
        &self.entities[entity.at()]
    }

    /// The link at an index.
    pub fn link(&self, link: LinkIx) -> &Link {
        &self.links[link.at()]
    }

    /// The kind of a link.
    pub fn link_kind(&self, kind: LinkKindIx) -> &LinkKind {
        &self.link_kinds[kind.at()]
    }

    /// The source at an index.
    pub fn source(&self, source: SourceIx) -> &Source {
        &self.sources[source.at()]
    }

    /// The lens at an index.
    pub fn lens(&self, lens: LensIx) -> &Lens {
        &self.lenses[lens.at()]
    }

    /// The entity with this id, by binary search.
    pub fn find(&self, id: &str) -> Option<EntityIx> {
        self.by_id.binary_search_by(|ix| self.entity(*ix).id.as_str().cmp(id)).ok().map(|place| self.by_id[place])
    }

    /// The stage of an entity.
    pub fn stage_of(&self, entity: EntityIx) -> Option<&Column> {
        self.entity(entity).stage.and_then(|stage| self.stages.get(stage.at()))
    }

    /// The column that colours an entity off the maps: its stage, else that of this lens, else that of the first lens that shows it.
    pub fn colour_of(&self, entity: EntityIx, lens: Option<LensIx>) -> Option<&Column> {
        fn of(lens: &Lens, entity: EntityIx) -> Option<&Column> {
            lens.column_of(entity).and_then(|place| lens.columns.get(place))
        }
        let wanted = lens.map(|lens| self.lens(lens));
        self.stage_of(entity).or_else(|| wanted.into_iter().chain(&self.lenses).find_map(|lens| of(lens, entity)))
    }

    /// The plate with this id.
    pub fn find_plate(&self, id: &str) -> Option<&Plate> {
        self.plates.iter().find(|plate| plate.id.as_str() == id)
    }

    /// The walk with this id.
    pub fn find_route(&self, id: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.id.as_str() == id)
    }

    /// The kind of honours with this id.
    pub fn find_mark(&self, id: &str) -> Option<MarkIx> {
        self.marks.iter().position(|mark| mark.id.as_str() == id).map(MarkIx::from)
    }

    /// Whether an entity bears an honour of this kind.
    pub fn bears(&self, entity: EntityIx, mark: MarkIx) -> bool {
        self.entity(entity).honours.iter().any(|honour| honour.mark == Some(mark))
    }

    /// Everybody who bears an honour of this kind, in the order of the file.
    pub fn bearers(&self, mark: MarkIx) -> impl Iterator<Item = EntityIx> {
        self.each_entity().map(|(entity, _)| entity).filter(move |entity| self.bears(*entity, mark))
    }

    /// How many of those who bear an honour of this kind a lens shows.
    pub fn bearers_in(&self, mark: MarkIx, lens: LensIx) -> usize {
        self.bearers(mark).filter(|entity| self.lens(lens).column_of(*entity).is_some()).count()
    }

    /// The theme with this id.
    pub fn find_theme(&self, id: &str) -> Option<ThemeIx> {
        self.themes.iter().position(|theme| theme.id.as_str() == id).map(ThemeIx::from)
    }

    /// The lens with this id.
    pub fn find_lens(&self, id: &str) -> Option<LensIx> {
        self.lenses.iter().position(|lens| lens.id.as_str() == id).map(LensIx::from)
    }

    /// The story with this id.
    pub fn find_story(&self, id: &str) -> Option<StoryIx> {
        self.stories.iter().position(|story| story.id.as_str() == id).map(StoryIx::from)
    }

    /// Every entity with its index.
    pub fn each_entity(&self) -> impl Iterator<Item = (EntityIx, &Entity)> {
        self.entities.iter().enumerate().map(|(place, entity)| (EntityIx::from(place), entity))
    }

    /// Every link with its index.
    pub fn each_link(&self) -> impl Iterator<Item = (LinkIx, &Link)> {
        self.links.iter().enumerate().map(|(place, link)| (LinkIx::from(place), link))
    }

    /// The upstream and the downstream end of a link, by its kind.
    pub fn ends(&self, link: &Link) -> (EntityIx, EntityIx) {
        match self.link_kind(link.kind).upstream {
            Upstream::From => (link.from, link.to),
            Upstream::To => (link.to, link.from),
        }
    }

    /// Builds what is derived from the entities and links: adjacency and the order by id.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.graph = Graph::new(self.entities.len(), self.links.iter().map(|link| (link.from, link.to)));
        let order = positions(self.entities.len(), &mut |a, b| self.entities[a].id.cmp(&self.entities[b].id));
        self.by_id = order.into_iter().map(EntityIx::from).collect();
        self
    }
}
