//! What happened when: events, beginnings of entities and dated honours in the order of time, and where they stand on an axis.

use std::ops::Range;

use crate::{
    model::{Catalog, Date, Dated, EntityIx, EventIx, Evidence, Step, StoryIx, ThemeIx},
    sorting::sort,
};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An event of the file.
    Event(EventIx),
    /// An entity began.
    Began(EntityIx),
    /// An entity was honoured; which of its honours.
    Honoured(EntityIx, usize),
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// What.
    pub what: What,
    /// When, as it is shown first.
    pub date: Date,
    /// Other datings of it.
    pub rivals: Vec<Date>,
    /// What it belongs to.
    pub theme: Option<ThemeIx>,
    /// What it rests on.
    pub evidence: Evidence,
}

impl Moment {
    fn new(what: What, date: Date, evidence: Evidence) -> Self {
        Self { what, date, rivals: Vec::new(), theme: None, evidence }
    }

    fn dated(what: What, dated: &Dated) -> Self {
        let rivals = dated.rivals.iter().map(|rival| rival.date).collect();
        Self { rivals, ..Self::new(what, dated.date, dated.evidence) }
    }

    /// The first and the last year that it may have happened in; open ends are as if closed.
    pub fn years(&self) -> (i32, i32) {
        self.date.closed_years()
    }

    /// What it is sorted by: first of all the year that it is counted under.
    fn key(&self) -> (i32, (i32, u8, u8, i32)) {
        (self.years().0, self.date.sort_key())
    }
}

/// Everything that is dated, in the order of time; of one year in the order of the file, events first. What an event tells of the
/// same entity and year is not told twice.
pub fn moments(catalog: &Catalog) -> Vec<Moment> {
    let mut out: Vec<Moment> = Vec::new();
    for (place, event) in catalog.events.iter().enumerate() {
        if let Some(dated) = &event.date {
            let moment = Moment::dated(What::Event(EventIx::from(place)), dated);
            out.push(Moment { theme: event.theme, evidence: event.evidence, ..moment });
        }
    }
    let told = |entity: EntityIx, date: &Date| {
        catalog.events.iter().any(|event| {
            event.entities.contains(&entity)
                && event.date.as_ref().is_some_and(|told| told.date.closed_years().0 == date.closed_years().0)
        })
    };
    for (entity, record) in catalog.each_entity() {
        if let Some(since) = record.since.as_ref().filter(|since| !told(entity, &since.date)) {
            out.push(Moment::dated(What::Began(entity), since));
        }
        for (which, honour) in record.honours.iter().enumerate() {
            if let Some(date) = honour.date.filter(|date| !told(entity, date)) {
                out.push(Moment::new(What::Honoured(entity, which), date, honour.evidence));
            }
        }
    }
    let mut order: Vec<usize> = (0..out.len()).collect();
    sort(&mut order, |a, b| (out[*a].key(), a).cmp(&(out[*b].key(), b)));
    order.into_iter().map(|at| out[at].clone()).collect()
}

/// Events without a date, in the order of the file.
pub fn undated(catalog: &Catalog) -> Vec<EventIx> {
    let events = catalog.events.iter().enumerate().filter(|(_, event)| event.date.is_none());
    events.map(|(place, _)| EventIx::from(place)).collect()
}

/// The most stories that are named with something that none of them tells of in its years.
const ABOUT: usize = 3;

/// The stories that tell of something that happened to these in these years: those with a step about one of them in one of the years.
/// Where there are none, the first ones with a step about one of them at all. With the step, from 1.
pub fn stories(catalog: &Catalog, entities: &[EntityIx], years: Option<(i32, i32)>) -> Vec<(StoryIx, u32)> {
    let about =
        |step: &Step| entities.contains(&step.focus) || step.place.is_some_and(|place| entities.contains(&place));
    let then = |step: &Step| {
        let during =
            |(first, last)| step.year.is_some_and(|year| year.first_year() <= last && year.last_year() >= first);
        about(step) && years.is_some_and(during)
    };
    let telling = |tells: &dyn Fn(&Step) -> bool| -> Vec<(StoryIx, u32)> {
        let stories = catalog.stories.iter().enumerate();
        stories
            .filter_map(|(place, story)| Some((StoryIx::from(place), story.steps.iter().position(tells)? as u32 + 1)))
            .collect()
    };
    let told = telling(&then);
    if told.is_empty() { telling(&about).into_iter().take(ABOUT).collect() } else { told }
}

/// The first year of the century of a year.
pub fn century(year: i32) -> i32 {
    year.div_euclid(100) * 100
}

/// The spans that a reader can choose: each century, and each decade of the chosen century, with how many moments begin in it.
pub fn spans(moments: &[Moment], chosen: Option<i32>) -> Vec<(Range<i32>, usize)> {
    let mut out: Vec<(Range<i32>, usize)> = Vec::new();
    let mut count = |span: Range<i32>| match out.iter_mut().find(|(known, _)| *known == span) {
        Some((_, count)) => *count += 1,
        None => out.push((span, 1)),
    };
    for (year, _) in moments.iter().map(Moment::years) {
        let first = century(year);
        count(first..first + 100);
    }
    for (year, _) in moments.iter().map(Moment::years).filter(|(year, _)| chosen == Some(century(*year))) {
        let first = year.div_euclid(10) * 10;
        count(first..first + 10);
    }
    out
}

/// An axis of years. Over the whole every century in which anything happened is equally wide; within one the axis is even.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    bands: Vec<Range<i32>>,
}

impl Axis {
    /// The axis for the shown moments; `span` is what the reader chose.
    pub fn new(moments: &[Moment], span: Option<Range<i32>>) -> Self {
        let mut bands: Vec<Range<i32>> = Vec::new();
        match span {
            Some(span) => bands.push(span),
            None => {
                for (first, last) in moments.iter().map(Moment::years) {
                    for year in [first, last] {
                        let begin = century(year);
                        if bands.iter().all(|band| band.start != begin) {
                            bands.push(begin..begin + 100);
                        }
                    }
                }
            }
        }
        sort(&mut bands, |a, b| a.start.cmp(&b.start));
        Self { bands }
    }

    /// The bands of the axis, from the earliest on.
    pub fn bands(&self) -> &[Range<i32>] {
        &self.bands
    }

    /// Where a year stands, from 0 to 1. A year outside of the bands stands at the nearer edge.
    pub fn at(&self, year: f32) -> f32 {
        let wide = 1.0 / self.bands.len().max(1) as f32;
        let mut from = 0.0;
        for band in &self.bands {
            if year < band.start as f32 {
                return from;
            }
            if year < band.end as f32 {
                let share = (year - band.start as f32) / (band.end - band.start) as f32;
                return from + share * wide;
            }
            from += wide;
        }
        from.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    fn catalog() -> Catalog {
        let file = r#"{
            "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] },
            "stages": [], "kinds": [{ "id": "house", "name": { "en": "House" } }],
            "themes": [{ "id": "trade", "name": { "en": "Trade" } }],
            "entities": [
                { "id": "old", "kind": "house", "name": { "en": "Old" }, "since": "1889" },
                { "id": "new", "kind": "house", "name": { "en": "New" }, "since": { "date": "1950", "or": [{ "date": "1949" }] },
                  "honours": [{ "name": { "en": "H" }, "date": "1993" }, { "name": { "en": "undated" } }] }
            ],
            "events": [
                { "id": "b", "date": "1889-05", "title": { "en": "Old opens" }, "entities": ["old"], "theme": "trade" },
                { "id": "a", "date": "09XX", "title": { "en": "Long ago" } }
            ]
        }"#;
        load(file.as_bytes()).catalog.unwrap_or_default()
    }

    #[test]
    fn moments_stand_in_the_order_of_time_and_nothing_is_told_twice() {
        let catalog = catalog();
        let told: Vec<What> = moments(&catalog).into_iter().map(|moment| moment.what).collect();
        let new = EntityIx(1);
        let expected = [What::Event(EventIx(1)), What::Event(EventIx(0)), What::Began(new), What::Honoured(new, 0)];
        assert_eq!(told, expected);
    }

    #[test]
    fn rival_datings_go_with_their_moment() {
        let catalog = catalog();
        let began = moments(&catalog).into_iter().find(|moment| moment.what == What::Began(EntityIx(1)));
        let rivals = began.map(|moment| moment.rivals.iter().map(Date::first_year).collect::<Vec<_>>());
        assert_eq!(rivals, Some(vec![1949]));
    }

    #[test]
    fn what_happened_leads_to_the_stories_of_its_years_else_to_those_about_whom_it_concerns() {
        let story = |id: &str, steps: &[(&str, &str)]| {
            let steps: Vec<String> = steps
                .iter()
                .map(|(focus, year)| format!(r#"{{ "text": {{ "en": "t" }}, "focus": "{focus}", "year": "{year}", "evidence": "unsourced" }}"#))
                .collect();
            format!(r#"{{ "id": "{id}", "title": {{ "en": "{id}" }}, "steps": [{}] }}"#, steps.join(","))
        };
        let entity = |id: &str| format!(r#"{{ "id": "{id}", "kind": "k", "name": {{ "en": "{id}" }} }}"#);
        let file = format!(
            r#"{{ "format": 1, "site": {{ "title": {{ "en": "T" }}, "languages": ["en"] }}, "kinds": [{{ "id": "k", "name": {{ "en": "K" }} }}],
                "entities": [{}], "stories": [{}] }}"#,
            ["inn", "mill", "bank"].map(entity).join(","),
            [
                story("p", &[("mill", "1850"), ("inn", "1900")]),
                story("q", &[("inn", "1800")]),
                story("r", &[("inn", "1950")]),
                story("s", &[("inn", "1960")]),
            ]
            .join(",")
        );
        let catalog = load(file.as_bytes()).catalog.unwrap_or_default();
        let told = |entities: &[u32], years: Option<(i32, i32)>| -> String {
            let entities: Vec<EntityIx> = entities.iter().map(|at| EntityIx(*at)).collect();
            let told = stories(&catalog, &entities, years);
            let told = told.iter().map(|(story, step)| format!("{}{step}", catalog.stories[story.at()].id.as_str()));
            told.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(&[0], Some((1890, 1910))), "p2");
        assert_eq!(told(&[0], Some((1790, 1990))), "p2 q1 r1 s1", "all that tell of it then");
        assert_eq!(told(&[0], Some((1700, 1701))), "p2 q1 r1", "no more than some that are about it");
        assert_eq!(told(&[1], None), "p1");
        assert_eq!(told(&[2], Some((1850, 1850))), "", "no story is about it");
    }

    #[test]
    fn what_has_no_date_is_no_moment_and_not_lost() {
        let file = r#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] }, "events": [
            { "id": "once", "title": { "en": "Once" } }, { "id": "then", "date": "1900", "title": { "en": "Then" } }
        ] }"#;
        let catalog = load(file.as_bytes()).catalog.unwrap_or_default();
        assert_eq!(
            moments(&catalog).into_iter().map(|moment| moment.what).collect::<Vec<_>>(),
            [What::Event(EventIx(1))]
        );
        assert_eq!(undated(&catalog), [EventIx(0)]);
    }

    #[test]
    fn spans_are_the_centuries_and_the_decades_of_the_chosen_one() {
        let moments = moments(&catalog());
        assert_eq!(spans(&moments, None), [(900..1000, 1), (1800..1900, 1), (1900..2000, 2)]);
        assert_eq!(spans(&moments, Some(1900))[3..], [(1950..1960, 1), (1990..2000, 1)]);
    }

    #[test]
    fn what_has_no_beginning_stands_where_it_is_counted_and_every_century_is_one_group() {
        let file = r#"{ "format": 1, "site": { "title": { "en": "T" }, "languages": ["en"] }, "events": [
            { "id": "open", "date": "../1949", "title": { "en": "Before 1949" } },
            { "id": "late", "date": "1950", "title": { "en": "1950" } },
            { "id": "other", "date": "../1920", "title": { "en": "Before 1920" } },
            { "id": "early", "date": "1889", "title": { "en": "1889" } }
        ] }"#;
        let moments = moments(&load(file.as_bytes()).catalog.unwrap_or_default());
        assert_eq!(moments.iter().map(|moment| moment.years().0).collect::<Vec<_>>(), [1889, 1920, 1949, 1950]);
        let groups: Vec<i32> = moments.chunk_by(same_century).map(|group| century(group[0].years().0)).collect();
        assert_eq!(groups, [1800, 1900]);
    }

    fn same_century(a: &Moment, b: &Moment) -> bool {
        century(a.years().0) == century(b.years().0)
    }

    #[test]
    fn every_century_with_something_in_it_is_as_wide_as_another() {
        let moments = moments(&catalog());
        let axis = Axis::new(&moments, None);
        assert_eq!(axis.bands(), [900..1000, 1800..1900, 1900..2000]);
        assert_eq!([900.0, 1850.0, 1900.0, 2100.0].map(|year| (axis.at(year) * 60.0).round()), [0.0, 30.0, 40.0, 60.0]);
        assert!((Axis::new(&moments, Some(1900..2000)).at(1950.0) - 0.5).abs() < 1e-6);
    }
}
