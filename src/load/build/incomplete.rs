//! Records that could not be read for want of a field: they are not built, but what else is wrong with them is said all the same, so
//! that whoever mends the field is not told the rest by the next run only.

use std::collections::{BTreeMap, BTreeSet};

use super::{Builder, Part};
use crate::check::Code;
use crate::load::document::{Kind, NodeIx};
use crate::load::language::LanguageTag;
use crate::load::named::list_of;
use crate::load::reader::At;
use crate::load::texts::Texts;
use crate::load::written::Ref;
use crate::model::{Catalog, Date, Evidence, Id, Lang};

/// What a field of any record names, where it names something. `list` is the part of the file that the record stands in.
fn part_of(key: &str, list: &str) -> Option<Part> {
    list_of(key, list).and_then(Part::of)
}

impl Builder<'_, '_, '_> {
    /// Says what else is wrong with the records that could not be read.
    pub(super) fn incomplete(&mut self, catalog: &Catalog) {
        let nodes = std::mem::take(&mut self.reader.incomplete);
        let mut seen = BTreeSet::new();
        let (mut links, mut ids) = (None, BTreeMap::new());
        for node in nodes {
            let path = self.reader.document.pointer(node);
            let list = path.split('/').nth(1).unwrap_or_default();
            self.look_into(node, list, &mut seen);
            self.look_at_id(node, list, &mut ids);
            if list == "links" {
                let links = links.get_or_insert_with(|| {
                    let ends = |(ix, link): (crate::model::LinkIx, &crate::model::Link)| {
                        ([link.from.at(), link.to.at(), link.kind.at()], ix.at())
                    };
                    catalog.each_link().map(ends).collect()
                });
                self.look_at_ends(node, links);
            }
        }
    }

    /// Looks at the members of a record and at everything within them; at nothing twice.
    fn look_into(&mut self, node: NodeIx, list: &str, seen: &mut BTreeSet<u32>) {
        if !seen.insert(node.0) {
            return;
        }
        let document = self.reader.document;
        self.look_at_text(node);
        self.look_at_dates(node);
        self.look_at_sources(node, list);
        for member in document.children(node) {
            let key = document.key(member).unwrap_or_default();
            match (document.kind(member), part_of(&key, list)) {
                (Kind::Array, Some(part)) => {
                    let named: Vec<Ref> = document.children(member).filter_map(|item| self.reference(item)).collect();
                    if matches!(part, Part::Source) {
                        let _ = self.source_list(&named);
                    } else {
                        let _ = self.resolve_all(part, &named);
                    }
                }
                (Kind::String, Some(part)) => {
                    if let Some(named) = self.reference(member) {
                        let _ = self.resolve(part, &named);
                    }
                }
                (Kind::Object, _) if key == "at" => {
                    for source in document.children(member) {
                        let id = Id::new(&document.key(source).unwrap_or_default());
                        let _ = self.resolve(Part::Source, &At { value: id, node: source });
                    }
                }
                (Kind::Object, _) => self.look_into(member, list, seen),
                (Kind::Array, None) => {
                    for item in document.children(member) {
                        self.look_into(item, list, seen);
                    }
                }
                _ => {}
            }
        }
    }

    /// A reference, where the node is one; what is wrong with any other is said already.
    fn reference(&self, node: NodeIx) -> Option<Ref> {
        let id = self.reader.document.string(node)?;
        Id::is_well_formed(&id).then(|| At { value: Id::new(&id), node })
    }

    /// Notes the languages that a text lacks, where the node is one.
    fn look_at_text(&mut self, node: NodeIx) {
        let document = self.reader.document;
        let tags = document.children(node).filter_map(|member| document.key(member));
        let tags: Vec<String> =
            tags.filter(|key| LanguageTag::is_well_formed(key)).map(std::borrow::Cow::into_owned).collect();
        if tags.iter().any(|tag| Lang::from_tag(tag).is_some()) {
            let spellings = tags.into_iter().map(|tag| (tag, String::new())).collect();
            self.note_missing(&Texts { spellings, is_single: false, node });
        }
    }

    /// Says whether the id of a record is taken. `ids` are those of records that could not be read, by part.
    fn look_at_id(&mut self, node: NodeIx, list: &str, ids: &mut BTreeMap<(Part, Id), NodeIx>) {
        let Some(part) = Part::of(list).filter(|_| self.reader.document.record(node) == node) else { return };
        let [Some(id)] = self.reader.fields_of(node, ["id"]).map(|id| id.and_then(|id| self.reference(id))) else {
            return;
        };
        let earlier = ids.insert((part, id.value.clone()), id.node);
        let first = self.table(part).node(id.value.as_str()).or(earlier);
        if let Some(first) = first {
            let [line, column] = self.line_and_column(first);
            self.note(Code::DuplicateId, id.node, &[id.value.as_str(), &line, &column]);
        }
    }

    /// Notes an end before its beginning.
    fn look_at_dates(&mut self, node: NodeIx) {
        let fields = self.reader.fields_of(node, ["since", "until"]);
        let [Some(since), Some(until)] = fields.map(|field| Some((self.date(field?)?, field?))) else { return };
        if since.0.is_after(&until.0) {
            self.note(Code::DatesReversed, until.1, &[&since.0.to_string(), &until.0.to_string()]);
        }
    }

    /// A date, alone or with what it rests on; what is wrong with any other is said already.
    fn date(&self, node: NodeIx) -> Option<Date> {
        let document = self.reader.document;
        match document.kind(node) {
            Kind::Object => self.reader.fields_of(node, ["date"])[0].and_then(|date| self.date(date)),
            Kind::String => Date::parse(&document.string(node)?),
            _ => Date::parse(document.raw(node)),
        }
    }

    /// Notes what is said and needs a source, but names none. Dates need none, and on the file's own pages that of what is around holds.
    fn look_at_sources(&mut self, node: NodeIx, list: &str) {
        let document = self.reader.document;
        let key = document.key(node).unwrap_or_default();
        let [evidence, sources] = self.reader.fields_of(node, ["evidence", "sources"]);
        let is_told =
            sources.is_some_and(|list| document.kind(list) != Kind::Array || document.children(list).next().is_some());
        if list == "plates" || ["since", "until", "date"].contains(&&*key) || is_told {
            return;
        }
        let word = evidence.and_then(|evidence| document.string(evidence)).unwrap_or_default();
        let known = Evidence::ALL.into_iter().find(|known| known.word() == word);
        if let Some(known) = known.filter(|known| *known != Evidence::Unsourced) {
            self.note(Code::MissingSource, node, &[&format!("@{}", known.word())]);
        }
    }

    /// Notes a link of an entity with itself, or one that stands there already: `links` are those that were kept, by their ends and kind.
    fn look_at_ends(&mut self, node: NodeIx, links: &BTreeMap<[usize; 3], usize>) {
        const ENDS: [&str; 3] = ["from", "to", "kind"];
        let document = self.reader.document;
        let [from, to, kind] =
            self.reader.fields_of(node, ENDS).map(|field| field.and_then(|field| self.reference(field)));
        let find = |table: &super::Table, named: &Ref| table.find(named.value.as_str());
        let (Some(from), Some(to)) = (from, to) else { return };
        let Some((from_ix, to_ix)) = find(&self.entities, &from).zip(find(&self.entities, &to)) else { return };
        if from_ix == to_ix {
            self.note(Code::SelfLink, node, &[from.value.as_str()]);
            return;
        }
        let Some(kind) = kind else { return };
        let first = find(&self.link_kinds, &kind).and_then(|kind| links.get(&[from_ix, to_ix, kind]));
        let Some(first) = first.map(|first| self.places.links[*first]) else { return };
        let members = document.children(first).filter_map(|member| Some((document.key(member)?, document.raw(member))));
        let known: BTreeMap<_, _> = members.collect();
        let lost = document.children(node).filter_map(|member| Some((document.key(member)?, document.raw(member))));
        let lost: Vec<_> = lost.filter(|(key, raw)| known.get(key) != Some(raw)).map(|(key, _)| key).collect();
        let lost = if lost.is_empty() { "@nothing-else".to_owned() } else { lost.join(", ") };
        let [line, column] = self.line_and_column(first);
        let [from, to, kind] = [&from, &to, &kind].map(|named| named.value.as_str());
        self.reader.note_list(Code::DuplicateLink, node, &[from, to, kind, &line, &column], lost, None);
    }
}
