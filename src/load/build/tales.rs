//! Stories, events, routes, and the list of plates.

use std::collections::BTreeSet;

use super::tables::Table;
use super::{Builder, Part, entities::usual, id};
use crate::check::Code;
use crate::load::WHOLE;
use crate::load::document::NodeIx;
use crate::load::written;
use crate::model::{Catalog, Depth, Direction, EntityIx, Event, LensIx, Route, Step, Stop, Story, StoryIx, ThemeIx};

/// What the map of a step shows.
#[derive(Clone, Copy)]
struct MapView {
    focus: EntityIx,
    up: Depth,
    down: Depth,
    lens: Option<LensIx>,
}

impl Builder<'_, '_, '_> {
    pub(super) fn stories(&mut self, stories: Vec<written::Story>, catalog: &mut Catalog) {
        for story in &stories {
            match self.admit(|builder| &mut builder.stories, &story.id, |builder| builder.story(story)) {
                Some(Some(built)) => catalog.stories.push(built),
                Some(None) => self.stories.take_back(&story.id.value),
                None => {}
            }
        }
        // What goes well with a story may come after it, so that these are looked at last.
        for story in &stories {
            let _ = self.resolve_all(Part::Story, &story.related);
            for own in story.related.iter().filter(|related| WHOLE && related.value == story.id.value) {
                self.note(Code::SelfLink, own.node, &[story.id.value.as_str()]);
            }
        }
    }

    /// The pages that the file brings itself.
    pub(super) fn plates(&mut self, plates: &[written::Plate], catalog: &mut Catalog) {
        let mut ids = Table::default();
        for plate in plates {
            let built = self.admit_into(&mut ids, &plate.id, |builder| builder.plate(plate));
            catalog.plates.extend(built);
        }
    }

    pub(super) fn tales(&mut self, events: Vec<written::Event>, routes: Vec<written::Route>, catalog: &mut Catalog) {
        let (mut event_ids, mut route_ids) = (Table::default(), Table::default());
        for event in &events {
            let built = self.admit_into(&mut event_ids, &event.id, |builder| builder.event(event));
            catalog.events.extend(built);
        }
        for route in &routes {
            let built = self.admit_into(&mut route_ids, &route.id, |builder| builder.route(route));
            catalog.routes.extend(built.flatten());
        }
    }

    /// Notes that a record holds nothing, or keeps it to be told that it holds nothing known.
    fn note_empty(&mut self, record: NodeIx, is_empty: bool, what: &str, known: &'static str) {
        if is_empty {
            self.note(Code::Nothing, record, &[what]);
        } else if WHOLE {
            self.emptied.push((record, known));
        }
    }

    fn story(&mut self, story: &written::Story) -> Option<Story> {
        let title = self.text_or_id(story.title.as_ref(), &story.id);
        let summary = self.maybe_text(story.summary.as_ref());
        let views: Vec<Option<MapView>> = story.steps.iter().map(|step| self.view(step)).collect();
        let first = views.iter().flatten().next().copied();
        // Without any the story is set aside below, but all of it is looked at first.
        let nothing = MapView { focus: EntityIx(0), up: Depth::Steps(0), down: Depth::Steps(0), lens: None };
        let mut before = first.unwrap_or(nothing);
        let mut steps = Vec::new();
        for (step, view) in story.steps.iter().zip(views) {
            before = view.unwrap_or(before);
            steps.push(self.step(step, before));
        }
        if first.is_none() {
            self.note_empty(story.node, story.steps.is_empty(), "@steps", "@known-steps");
        }
        self.set_aside(first)?;
        let cover = story.cover.as_ref().and_then(|cover| self.picture(cover));
        // Nothing that is listed twice is shown on the opening page, nor any of this.
        let (mut seen, mut related) = (BTreeSet::new(), Vec::new());
        for other in story.related.iter().filter(|_| WHOLE).map(id) {
            if seen.insert(other.clone()) {
                related.push(other);
            }
        }
        Some(Story { id: id(&story.id), title, cover, summary, steps, related })
    }

    /// The map of a step; `None` where what it is about is not known.
    fn view(&mut self, step: &written::Step) -> Option<MapView> {
        let focus = self.resolve(Part::Entity, &step.focus).map(EntityIx::from);
        let lens = step.lens.as_ref().and_then(|lens| self.resolve(Part::Lens, lens)).map(LensIx::from);
        let direction = step.direction.unwrap_or(Direction::Both);
        let depth =
            |asked: Option<Depth>, runs: bool| if runs { asked.unwrap_or(Depth::Steps(1)) } else { Depth::Steps(0) };
        let up = depth(step.up, matches!(direction, Direction::Up | Direction::Both));
        let down = depth(step.down, matches!(direction, Direction::Down | Direction::Both));
        focus.map(|focus| MapView { focus, up, down, lens })
    }

    /// A step with its map. Where what it is about is not known, that is the map of the step before, or else the first that there is,
    /// and what the step tells is told.
    fn step(&mut self, step: &written::Step, MapView { focus, up, down, lens }: MapView) -> Step {
        let place = step.place.as_ref().and_then(|place| self.resolve(Part::Entity, place)).map(EntityIx::from);
        let evidence = usual(step.evidence, &step.sources);
        let sources = self.cited(evidence, &step.sources, step.node);
        let (title, text) =
            (self.maybe_text(step.title.as_ref()), self.maybe_text(step.text.as_ref()).unwrap_or_default());
        Step { title, text, focus, up, down, lens, year: step.year, place, evidence, sources }
    }

    fn event(&mut self, event: &written::Event) -> Event {
        let evidence = usual(event.evidence, &event.sources);
        Event {
            id: id(&event.id),
            date: event.date.as_ref().map(|date| self.dated(date)),
            title: self.text_or_id(event.title.as_ref(), &event.id),
            text: self.maybe_text(event.text.as_ref()),
            entities: self.resolve_all(Part::Entity, &event.entities).into_iter().map(EntityIx::from).collect(),
            theme: event.theme.as_ref().and_then(|theme| self.resolve(Part::Theme, theme)).map(ThemeIx::from),
            evidence,
            sources: self.cited(evidence, &event.sources, event.node),
        }
    }

    fn route(&mut self, route: &written::Route) -> Option<Route> {
        let evidence = usual(route.evidence, &route.sources);
        let mut stops = Vec::new();
        for stop in &route.stops {
            let text = self.maybe_text(stop.text.as_ref());
            let entity = self.resolve(Part::Entity, &stop.entity);
            if let Some(entity) = self.set_aside(entity) {
                let sources = self.source_list(&stop.sources);
                stops.push(Stop { entity: EntityIx::from(entity), text, sources });
            }
        }
        if stops.is_empty() {
            self.note_empty(route.node, route.stops.is_empty(), "@stops", "@known-stops");
        }
        let kept = (!stops.is_empty()).then_some(());
        self.set_aside(kept)?;
        Some(Route {
            id: id(&route.id),
            name: self.text_or_id(route.name.as_ref(), &route.id),
            text: self.maybe_text(route.text.as_ref()),
            story: route.story.as_ref().and_then(|story| self.resolve(Part::Story, story)).map(StoryIx::from),
            planned: route.planned.unwrap_or(false),
            stops,
            evidence,
            sources: self.cited(evidence, &route.sources, route.node),
        })
    }
}
