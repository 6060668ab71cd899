//! Entities, what is said of them, and the links between them.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::{Builder, Part, id};
use crate::check::{Code, pictures::is_picture};
use crate::load::WHOLE;
use crate::load::document::{Kind, NodeIx};
use crate::load::texts::{self, Names};
use crate::load::written::{self, Locators, Ref};
use crate::model::{
    Catalog, Claim, Dated, Entity, EntityIx, Evidence, FormerName, Honour, KindIx, Link, LinkKindIx, MarkIx, Name,
    OtherName, Picture, Place, Rival, SourceIx, Spelling, StageIx,
};

impl Builder<'_, '_, '_> {
    pub(super) fn entities(&mut self, entities: Vec<written::Entity>, catalog: &mut Catalog) {
        for entity in entities {
            let built = self.admit(
                |builder| &mut builder.entities,
                &entity.id,
                |builder| {
                    let kind = builder.resolve(Part::Kind, &entity.kind);
                    let built = builder.entity(&entity, KindIx::from(kind.unwrap_or_default()));
                    kind.map(|_| built)
                },
            );
            let Some(built) = built else { continue };
            let Some(built) = self.set_aside(built) else {
                self.entities.take_back(&entity.id.value);
                continue;
            };
            self.places.entities.push(entity.node);
            catalog.entities.push(built);
        }
    }

    fn entity(&mut self, entity: &written::Entity, kind: KindIx) -> Entity {
        let stage = entity.stage.as_ref().and_then(|stage| self.resolve(Part::Stage, stage)).map(StageIx::from);
        let since = entity.since.as_ref().map(|dated| self.dated(dated));
        let until = entity.until.as_ref().map(|dated| self.dated(dated));
        if let (Some(since), Some(until)) = (&since, &until)
            && WHOLE
            && since.date.is_after(&until.date)
        {
            let [at] = self.reader.fields_of(entity.node, ["until"]);
            self.note(
                Code::DatesReversed,
                at.unwrap_or(entity.node),
                &[&since.date.to_string(), &until.date.to_string()],
            );
        }
        let planned = entity.planned.unwrap_or(false);
        if WHOLE && planned && (since.is_some() || until.is_some()) {
            self.note(Code::PlannedDated, entity.node, &[entity.id.value.as_str()]);
        }
        Entity {
            id: id(&entity.id),
            kind,
            stage,
            prominent: entity.rank == Some(1),
            name: self.names(&entity.name),
            summary: self.maybe_text(entity.summary.as_ref()),
            since,
            until,
            place: self.further(entity.place.as_slice(), Self::place).pop(),
            status: self.further(entity.status.as_slice(), Self::claim).pop(),
            honours: self.further(&entity.honours, Self::honour),
            facts: self.further(&entity.facts, Self::claim),
            picture: entity.picture.as_ref().and_then(|picture| self.picture(picture)),
            planned,
        }
    }

    /// A picture, unless its path leads elsewhere: relative, within the folder of the data file, of a kind that browsers draw.
    pub(super) fn picture(&mut self, picture: &written::Picture) -> Option<Picture> {
        let file = picture.file.0.as_str();
        let plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte));
        let inside =
            !file.starts_with('/') && file.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        let alt = self.text(&picture.alt);
        if !(plain && inside && is_picture(file)) {
            // Servers tell case apart, so that an ending in capitals is another one.
            let stem_and_end = file.rsplit_once('.').filter(|_| WHOLE && plain && inside);
            let meant = stem_and_end.map(|(stem, end)| [stem, ".", &end.to_ascii_lowercase()].concat());
            let meant = meant.filter(|meant| is_picture(meant));
            self.reader.note_with(Code::PicturePath, picture.node, &[file], meant.as_deref());
            if meant.is_some() {
                self.pictures.push((file.to_owned(), self.reader.place(picture.node)));
            }
            return None;
        }
        let name = file.rsplit('/').next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        if let Some(spelling) = alt.0.iter().find(|spelling| [file, name, stem].contains(&&*spelling.text)) {
            self.note(Code::AltIsFileName, picture.alt.node, &[&spelling.text]);
        }
        if WHOLE {
            self.pictures.push((file.to_owned(), self.reader.place(picture.node)));
        }
        Some(Picture { file: file.into(), alt })
    }

    fn names(&mut self, names: &Names) -> Name {
        Name {
            full: self.text(&names.full),
            short: self.maybe_text(names.short.as_ref()),
            jyutping: names.jyutping.as_ref().map(|text| text.0.as_str().into()),
            pinyin: names.pinyin.as_ref().map(|text| text.0.as_str().into()),
            aliases: names.aliases.iter().map(|alias| self.other_name(alias)).collect(),
            former: names
                .former
                .iter()
                .map(|former| FormerName { name: self.other_name(&former.name), years: former.years })
                .collect(),
            editorial: names.editorial.iter().map(|which| which.value.0.as_str().into()).collect(),
        }
    }

    fn other_name(&mut self, other: &texts::OtherName) -> OtherName {
        let tag = self.languages.intern(&other.lang.0);
        OtherName {
            spelling: Spelling { tag, text: other.text.0.as_str().into() },
            jyutping: other.jyutping.as_ref().map(|text| text.0.as_str().into()),
        }
    }

    fn place(&mut self, place: &written::Place) -> Place {
        let mut within = |value: &Option<crate::load::reader::At<f64>>, most: f64, range: &str| {
            let at = value.as_ref()?;
            if at.value.abs() <= most {
                return Some(at.value);
            }
            self.note(Code::NumberRange, at.node, &[self.reader.document.raw(at.node), range]);
            None
        };
        let swapped = match (&place.lat, &place.lon) {
            (Some(lat), Some(lon)) => lat.value.abs() > 90.0 && lat.value.abs() <= 180.0 && lon.value.abs() <= 90.0,
            _ => false,
        };
        let (mut lat, mut lon) = (None, None);
        if let (Some(first), Some(second), true) = (&place.lat, &place.lon, swapped) {
            let written = [first, second].map(|at| self.reader.document.raw(at.node));
            self.note(Code::SwappedPosition, first.node, &written);
        } else {
            lat = within(&place.lat, 90.0, "-90 … 90");
            lon = within(&place.lon, 180.0, "-180 … 180");
        }
        // What is wrong with one that is written is told there.
        let written = self.reader.fields_of(place.node, ["lat", "lon"]).map(|field| field.is_some());
        match written {
            [true, false] => self.note(Code::ExpectedField, place.node, &["lon"]),
            [false, true] => self.note(Code::ExpectedField, place.node, &["lat"]),
            _ => {}
        }
        let says = place.address.is_some() || place.street.is_some() || place.area.is_some();
        let says = says || written.contains(&true);
        if !says {
            self.note(Code::ExpectedField, place.node, &["address"]);
        }
        Place {
            address: self.maybe_text(place.address.as_ref()),
            street: place.street.clone(),
            number: place.number.as_ref().map(|number| number.0.as_str().into()),
            area: self.maybe_text(place.area.as_ref()),
            position: lat.zip(lon),
            precision: place.precision,
            sources: self.source_list(&place.sources),
        }
    }

    fn honour(&mut self, honour: &written::Honour) -> Honour {
        let evidence = usual(honour.evidence, &honour.sources);
        // Where in a source is not shown for honours; what it names must be there all the same.
        self.locators(honour.at.as_ref());
        Honour {
            name: self.text(&honour.name),
            mark: honour.mark.as_ref().and_then(|mark| self.resolve(Part::Mark, mark)).map(MarkIx::from),
            date: honour.date,
            grantor: self.maybe_text(honour.grantor.as_ref()),
            evidence,
            sources: self.cited(evidence, &honour.sources, honour.node),
        }
    }

    pub(super) fn claim(&mut self, claim: &written::Claim) -> Claim {
        let evidence = usual(claim.evidence, &claim.sources);
        Claim {
            text: self.text(&claim.text),
            evidence,
            sources: self.cited(evidence, &claim.sources, claim.node),
            at: self.locators(claim.at.as_ref()),
            date: claim.date,
        }
    }

    pub(super) fn locators(&mut self, locators: Option<&Locators>) -> Vec<(SourceIx, Box<str>)> {
        if !WHOLE {
            return Vec::new();
        }
        let pairs = locators.map_or(&[][..], |locators| &locators.0);
        pairs
            .iter()
            .filter_map(|(source, at)| Some((SourceIx::from(self.resolve(Part::Source, source)?), at.as_str().into())))
            .collect()
    }

    /// Sources of something that is said; notes when it needs one and has none.
    pub(super) fn cited(&mut self, evidence: Evidence, sources: &[Ref], node: NodeIx) -> Vec<SourceIx> {
        if !WHOLE {
            return Vec::new();
        }
        // Sources of which none could be read are told of where they stand.
        let document = self.reader.document;
        let [list] = self.reader.fields_of(node, ["sources"]);
        let is_told = |list: NodeIx| document.kind(list) != Kind::Array || document.children(list).next().is_some();
        if sources.is_empty() && !list.is_some_and(is_told) {
            match evidence {
                Evidence::Unsourced => self.note(Code::Unsourced, node, &[]),
                other => self.note(Code::MissingSource, node, &[&format!("@{}", other.word())]),
            }
        }
        let found = self.source_list(sources);
        let weak = |source: &SourceIx| self.weak.get(source.at()).copied().unwrap_or(false);
        if !found.is_empty() && found.iter().all(weak) {
            self.note(Code::WeakSources, node, &[]);
        }
        found
    }

    pub(super) fn dated(&mut self, dated: &written::Dated) -> Dated {
        match dated {
            written::Dated::Plain(date) => Dated {
                date: date.value,
                rivals: Vec::new(),
                evidence: Evidence::Documented,
                sources: Vec::new(),
                note: None,
            },
            written::Dated::Full(full) => {
                let rival = |builder: &mut Self, rival: &written::Rival| Rival {
                    date: rival.date,
                    sources: builder.source_list(&rival.sources),
                    note: builder.maybe_text(rival.note.as_ref()),
                };
                let usual = if full.or.is_empty() { Evidence::Documented } else { Evidence::Disputed };
                Dated {
                    date: full.date,
                    rivals: full.or.iter().map(|other| rival(self, other)).collect(),
                    evidence: full.evidence.unwrap_or(usual),
                    sources: self.source_list(&full.sources),
                    note: self.maybe_text(full.note.as_ref()),
                }
            }
        }
    }

    pub(super) fn links(&mut self, links: &[written::Link], catalog: &mut Catalog) {
        let mut seen: BTreeMap<[usize; 3], (usize, Option<Known<'_>>)> = BTreeMap::new();
        for (at, link) in links.iter().enumerate() {
            let (from, to) = (self.resolve_end(link, &link.from), self.resolve_end(link, &link.to));
            let kind = self.resolve(Part::LinkKind, &link.kind);
            let found = from.zip(to).zip(kind).map(|((from, to), kind)| [from, to, kind]);
            // One that is set aside is built all the same, so that all of its faults are named in one run.
            let built = self.link(link, found.unwrap_or_default());
            let kept = match found {
                None => false,
                Some([from, to, _]) if from == to => {
                    self.note(Code::SelfLink, link.node, &[link.from.value.as_str()]);
                    false
                }
                Some(ends) => match seen.entry(ends) {
                    Entry::Occupied(mut first) => {
                        let (first, known) = first.get_mut();
                        self.note_duplicate(&links[*first], known, link);
                        false
                    }
                    Entry::Vacant(free) => {
                        free.insert((at, None));
                        true
                    }
                },
            };
            let (Some([from, to, kind]), true) = (found, kept) else {
                self.set_aside += 1;
                continue;
            };
            // Two entities that supply each other directly along the same kind; named once, at the later of the two links.
            let flows = catalog.link_kinds[kind].flow && !catalog.link_kinds[kind].back;
            if flows && seen.contains_key(&[to, from, kind]) {
                let ids = [&link.from, &link.to, &link.kind].map(|id| id.value.as_str());
                self.note(Code::Contradiction, link.node, &ids);
            }
            self.places.links.push(link.node);
            catalog.links.push(built);
        }
    }

    /// Notes a link that stands there already, with what it has and the first one has not: that is not used, since a source that vouches
    /// for one wording or date need not vouch for another.
    fn note_duplicate<'l>(&mut self, first: &'l written::Link, known: &mut Option<Known<'l>>, link: &'l written::Link) {
        if !WHOLE {
            return;
        }
        // One that is only counted needs no words.
        if !self.reader.keeps(Code::DuplicateLink) {
            self.note(Code::DuplicateLink, link.node, &[]);
            return;
        }
        let known = known.get_or_insert_with(|| Known::of(first));
        let mut own = Known::of(link);
        let spellings = |link: &'l written::Link| link.text.as_ref().map_or(&[][..], |text| &text.spellings);
        let fields = [
            ("evidence", link.evidence != first.evidence),
            ("at", !own.at.is_subset(&known.at)),
            ("text", link.text.is_some() && spellings(link) != spellings(first)),
            ("since", link.since.is_some() && link.since != first.since),
            ("until", link.until.is_some() && link.until != first.until),
            ("planned", link.planned.unwrap_or(false) != first.planned.unwrap_or(false)),
        ];
        let mut lost: Vec<&str> = fields.iter().filter(|(_, differs)| *differs).map(|(field, _)| *field).collect();
        // The sources come last, in the order of the file, each once: they may be many.
        let new = link.sources.iter().map(|source| source.value.as_str());
        let new: Vec<&str> = new.filter(|id| !known.sources.contains(id) && own.sources.remove(id)).collect();
        let sources = format!("sources ({})", new.join(", "));
        if !new.is_empty() {
            lost.push(&sources);
        }
        let lost = if lost.is_empty() { "@nothing-else".to_owned() } else { lost.join(", ") };
        let [row, column] = self.line_and_column(first.node);
        let [from, to, kind] = [&link.from, &link.to, &link.kind].map(|id| id.value.as_str());
        // Whoever joins the two needs all of the list.
        self.reader.note_list(Code::DuplicateLink, link.node, &[from, to, kind, &row, &column], lost, None);
    }

    fn link(&mut self, link: &written::Link, [from, to, kind]: [usize; 3]) -> Link {
        if let (Some(since), Some(until)) = (link.since, link.until)
            && WHOLE
            && since.is_after(&until)
        {
            let [at] = self.reader.fields_of(link.node, ["until"]);
            self.note(Code::DatesReversed, at.unwrap_or(link.node), &[&since.to_string(), &until.to_string()]);
        }
        let planned = link.planned.unwrap_or(false);
        if WHOLE && planned && (link.since.is_some() || link.until.is_some()) {
            let told = format!("{} → {}", link.from.value, link.to.value);
            self.note(Code::PlannedDated, link.node, &[&told]);
        }
        self.locators(link.at.as_ref());
        Link {
            from: EntityIx::from(from),
            to: EntityIx::from(to),
            kind: LinkKindIx::from(kind),
            evidence: link.evidence,
            sources: self.cited(link.evidence, &link.sources, link.node),
            text: self.maybe_text(link.text.as_ref()),
            since: link.since,
            until: link.until,
            planned,
        }
    }
}

/// What a link names, to be looked up.
struct Known<'l> {
    sources: BTreeSet<&'l str>,
    /// Where in which source.
    at: BTreeSet<(&'l str, &'l str)>,
}

impl<'l> Known<'l> {
    fn of(link: &'l written::Link) -> Self {
        let at = link.at.iter().flat_map(|at| &at.0).map(|(source, at)| (source.value.as_str(), at.as_str()));
        Self { sources: link.sources.iter().map(|source| source.value.as_str()).collect(), at: at.collect() }
    }
}

/// What something rests on that does not say so: it is documented when it names a source.
pub(super) fn usual(evidence: Option<Evidence>, sources: &[Ref]) -> Evidence {
    evidence.unwrap_or(if sources.is_empty() { Evidence::Unsourced } else { Evidence::Documented })
}
