//! The parts that others refer to: sources, kinds, stages, link kinds; and the site and lenses, which refer to entities.

use super::{Builder, Part, id, tables::Table};
use crate::check::Code;
use crate::load::WHOLE;
use crate::load::reader::At;
use crate::load::texts::Texts;
use crate::load::written::{self, File, Ref};
use crate::model::{
    Catalog, Column, Depth, EntityIx, KindIx, Lens, LensColour, LensIx, LinkKind, LinkMark, Motif, Site, Source, Start,
    Upstream,
};

impl Builder<'_, '_, '_> {
    pub(super) fn heads(&mut self, file: &File, catalog: &mut Catalog) {
        if WHOLE {
            self.named(file, catalog);
        }
        for kind in &file.kinds {
            let name = self.admit(
                |builder| &mut builder.kinds,
                &kind.id,
                |builder| builder.text_or_id(kind.name.as_ref(), &kind.id),
            );
            if let Some(name) = name {
                catalog.kinds.push(crate::model::Kind { id: id(&kind.id), name, goods: kind.goods.unwrap_or(false) });
            }
        }
        for stage in &file.stages {
            let place = catalog.stages.len();
            let built = self.admit(
                |builder| &mut builder.stages,
                &stage.id,
                |builder| {
                    let look = (stage.sign.as_ref(), stage.motif, stage.colour.as_ref());
                    let column = builder.column(&stage.id, stage.name.as_ref(), look, place);
                    Column { note: builder.maybe_text(stage.note.as_ref()), ..column }
                },
            );
            catalog.stages.extend(built);
        }
        for kind in &file.link_kinds {
            let built = self.admit(|builder| &mut builder.link_kinds, &kind.id, |builder| builder.link_kind(kind));
            catalog.link_kinds.extend(built);
        }
    }

    /// What claims, honours and events refer to.
    fn named(&mut self, file: &File, catalog: &mut Catalog) {
        for source in &file.sources {
            let built = self.admit(|builder| &mut builder.sources, &source.id, |builder| builder.source(source));
            if let Some(built) = built {
                self.weak.push(built.kind.is_some_and(crate::model::SourceKind::is_weak));
                catalog.sources.push(built);
            }
        }
        for mark in &file.marks {
            let built = self.admit(
                |builder| &mut builder.marks,
                &mark.id,
                |builder| {
                    let name = builder.text_or_id(mark.name.as_ref(), &mark.id);
                    crate::model::Mark { id: id(&mark.id), name, note: builder.maybe_text(mark.note.as_ref()) }
                },
            );
            catalog.marks.extend(built);
        }
        for theme in &file.themes {
            let name = self.admit(
                |builder| &mut builder.themes,
                &theme.id,
                |builder| builder.text_or_id(theme.name.as_ref(), &theme.id),
            );
            catalog.themes.extend(name.map(|name| crate::model::Kind { id: id(&theme.id), name, goods: false }));
        }
    }

    fn source(&mut self, source: &written::Source) -> Source {
        Source {
            id: id(&source.id),
            title: self.text_or_id(source.title.as_ref(), &source.id),
            publisher: self.maybe_text(source.publisher.as_ref()).unwrap_or_default(),
            url: source.url.as_ref().and_then(|url| url.0.as_ref()).map(|url| url.0.as_str().into()),
            kind: source.kind,
            date: source.date,
            note: self.maybe_text(source.note.as_ref()),
        }
    }

    fn link_kind(&mut self, kind: &written::LinkKind) -> LinkKind {
        let name = self.text_or_id(kind.name.as_ref(), &kind.id);
        let flow = kind.flow.unwrap_or(false);
        let upstream = kind.upstream.unwrap_or(Upstream::From);
        if WHOLE && flow && upstream == Upstream::To {
            let [field] = self.reader.fields_of(kind.node, ["upstream"]);
            self.note(Code::FlowUpstream, field.unwrap_or(kind.node), &[]);
        }
        LinkKind {
            id: id(&kind.id),
            reverse: kind.reverse.as_ref().map_or_else(|| name.clone(), |reverse| self.text(reverse)),
            name,
            flow,
            back: kind.back.unwrap_or(false),
            within: kind.within.unwrap_or(false),
            upstream: if flow { Upstream::From } else { upstream },
            mark: kind.mark.unwrap_or(if flow { LinkMark::Arrow } else { LinkMark::None }),
        }
    }

    /// A column with what it does not say filled in by its place.
    fn column(
        &mut self,
        column: &Ref,
        name: Option<&Texts>,
        (sign, motif, colour): (Option<&Texts>, Option<Motif>, Option<&At<u32>>),
        place: usize,
    ) -> Column {
        let by_place = place % Motif::ALL.len();
        if let Some(At { value, node }) = colour.filter(|colour| !(1..=7).contains(&colour.value)) {
            self.note(Code::NumberRange, *node, &[&value.to_string(), "1–7"]);
        }
        let colour = colour.map(|colour| colour.value).filter(|colour| (1..=7).contains(colour));
        Column {
            id: id(column),
            name: self.text_or_id(name, column),
            sign: sign.and_then(|sign| self.text(sign).0.first().cloned()),
            motif: motif.unwrap_or(Motif::ALL[by_place].0),
            colour: colour.map_or(by_place as u8 + 1, |colour| colour as u8),
            note: None,
        }
    }

    pub(super) fn lenses(&mut self, lenses: &[written::Lens], catalog: &mut Catalog) {
        for lens in lenses {
            let built = self.admit(|builder| &mut builder.lenses, &lens.id, |builder| builder.lens(lens, catalog));
            catalog.lenses.extend(built);
        }
        // A file without lenses is read through one of its stages.
        if catalog.lenses.is_empty() {
            catalog.lenses.push(Lens::of_flow(catalog));
        }
    }

    fn lens(&mut self, lens: &written::Lens, catalog: &Catalog) -> Lens {
        let follow = if lens.follow.is_empty() {
            Lens::flow_kinds(&catalog.link_kinds)
        } else {
            let mut follow = vec![false; catalog.link_kinds.len()];
            for kind in self.resolve_all(Part::LinkKind, &lens.follow) {
                follow[kind] = true;
            }
            follow.into()
        };
        let by_stage = lens.columns.is_empty();
        let (columns, placed) =
            if by_stage { Lens::stage_columns(catalog) } else { self.own_columns(&lens.columns, catalog) };
        Lens {
            id: id(&lens.id),
            name: self.text_or_id(lens.name.as_ref(), &lens.id),
            note: self.maybe_text(lens.note.as_ref()),
            colour: lens.colour.unwrap_or(LensColour::Stage),
            follow,
            columns,
            by_stage,
            placed,
        }
    }

    fn own_columns(&mut self, columns: &[written::Column], catalog: &Catalog) -> (Vec<Column>, Box<[u16]>) {
        let mut by_kind: Vec<Option<usize>> = vec![None; catalog.kinds.len()];
        let mut by_entity: Vec<Option<usize>> = vec![None; catalog.entities.len()];
        let mut ids = Table::default();
        let mut built = Vec::new();
        for column in columns {
            let place = built.len();
            let made = self.admit_into(&mut ids, &column.id, |builder| {
                let kinds = builder.resolve_all(Part::Kind, &column.kinds);
                let entities = builder.resolve_all(Part::Entity, &column.entities);
                let look = (column.sign.as_ref(), column.motif, column.colour.as_ref());
                (kinds, entities, builder.column(&column.id, column.name.as_ref(), look, place))
            });
            let Some((kinds, entities, made)) = made else { continue };
            for kind in kinds {
                by_kind[kind] = by_kind[kind].or(Some(place));
            }
            for entity in entities {
                by_entity[entity] = by_entity[entity].or(Some(place));
            }
            built.push(made);
        }
        let of_kind = |KindIx(kind)| by_kind[kind as usize];
        let placed = Lens::place(
            by_entity.iter().zip(&catalog.entities).map(|(own, entity)| own.or_else(|| of_kind(entity.kind))),
        );
        (built, placed)
    }

    pub(super) fn site(&mut self, site: Option<written::Site>, catalog: &mut Catalog) {
        let languages = self.interface_languages();
        let Some(site) = site else {
            catalog.site = Site { languages, ..Site::default() };
            return;
        };
        let start = site.start.as_ref().and_then(|start| self.start(start));
        if let Some(contact) = site.contact.as_ref().filter(|contact| WHOLE && contact.value.is_open()) {
            self.note(Code::OpenContact, contact.node, &[&contact.value.0]);
        }
        let licence = site.licence.as_ref().map(|licence| self.licence(licence));
        catalog.site = Site {
            title: self.maybe_text(site.title.as_ref()).unwrap_or_default(),
            tagline: self.maybe_text(site.tagline.as_ref()),
            plate: self.maybe_text(site.plate.as_ref()),
            about: site.about.iter().map(|text| self.text(text)).collect(),
            readings: self.maybe_text(site.readings.as_ref()),
            languages,
            start,
            clock: self.clock(site.clock.as_ref()),
            licence,
            contact: site.contact.map(|contact| contact.value.0.into()),
            updated: site.updated,
            icp: site.icp.map(|text| text.0.into()),
            police: site.police.map(|text| text.0.into()),
        };
    }

    /// Minutes ahead of UTC.
    fn clock(&mut self, clock: Option<&At<f64>>) -> i32 {
        let Some(clock) = clock else { return 0 };
        if !(-12.0..=14.0).contains(&clock.value) {
            self.note(Code::NumberRange, clock.node, &[self.reader.document.raw(clock.node), "-12 … 14"]);
            return 0;
        }
        (clock.value * 60.0) as i32
    }

    fn start(&mut self, start: &written::Start) -> Option<Start> {
        Some(Start {
            focus: EntityIx::from(self.resolve(Part::Entity, &start.focus)?),
            up: start.up.unwrap_or(Depth::Steps(1)),
            down: start.down.unwrap_or(Depth::Steps(1)),
            lens: start.lens.as_ref().and_then(|lens| self.resolve(Part::Lens, lens)).map(LensIx::from),
        })
    }
}
