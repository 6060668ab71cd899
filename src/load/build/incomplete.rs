//! Records that could not be read for want of a field: they are not built, but what else is wrong with them is said all the same, so
//! that whoever mends the field is not told the rest by the next run only.

use std::collections::{BTreeMap, BTreeSet};

use super::{Builder, Part};
use crate::check::Code;
use crate::load::document::{Kind, NodeIx};
use crate::load::language::LanguageTag;
use crate::load::reader::At;
use crate::load::texts::Texts;
use crate::load::written::Ref;
use crate::model::{Catalog, Id, Lang};

/// What a field of any record names, where it names something. `list` is the part of the file that the record stands in.
fn part_of(key: &str, list: &str) -> Option<Part> {
    Some(match key {
        "from" | "to" | "focus" | "entity" | "entities" | "place" => Part::Entity,
        "sources" => Part::Source,
        "kind" if list == "links" => Part::LinkKind,
        "kind" if list == "entities" => Part::Kind,
        "kinds" => Part::Kind,
        "follow" => Part::LinkKind,
        "stage" => Part::Stage,
        "lens" => Part::Lens,
        "mark" => Part::Mark,
        "theme" => Part::Theme,
        "story" | "related" => Part::Story,
        _ => return None,
    })
}

impl Builder<'_, '_, '_> {
    /// Says what else is wrong with the records that could not be read.
    pub(super) fn incomplete(&mut self, catalog: &Catalog) {
        let nodes = std::mem::take(&mut self.reader.incomplete);
        let mut seen = BTreeSet::new();
        let mut links = None;
        for node in nodes {
            let path = self.reader.document.pointer(node);
            let list = path.split('/').nth(1).unwrap_or_default();
            self.look_into(node, list, &mut seen);
            if list == "links" {
                let links = links.get_or_insert_with(|| {
                    let ends = |(ix, link): (crate::model::LinkIx, &crate::model::Link)| {
                        ([link.from.at(), link.to.at(), link.kind.at()], ix.at())
                    };
                    catalog.each_link().map(ends).collect()
                });
                self.note_second(node, links);
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

    /// Notes a link that stands there already: `links` are those that were kept, by their ends and kind.
    fn note_second(&mut self, node: NodeIx, links: &BTreeMap<[usize; 3], usize>) {
        const ENDS: [&str; 3] = ["from", "to", "kind"];
        let document = self.reader.document;
        let fields = self.reader.fields_of(node, ENDS);
        let [Some(from), Some(to), Some(kind)] = fields.map(|field| field.and_then(|field| self.reference(field)))
        else {
            return;
        };
        let find = |table: &super::Table, named: &Ref| table.find(named.value.as_str());
        let found = find(&self.entities, &from).zip(find(&self.entities, &to)).zip(find(&self.link_kinds, &kind));
        let Some(first) = found.and_then(|((from, to), kind)| links.get(&[from, to, kind])) else { return };
        let first = self.places.links[*first];
        let lost = document.children(node).filter(|member| {
            let [same] = self.reader.fields_of(first, [&*document.key(*member).unwrap_or_default()]);
            same.is_none_or(|same| document.raw(same) != document.raw(*member))
        });
        let lost: Vec<String> =
            lost.filter_map(|member| document.key(member)).map(std::borrow::Cow::into_owned).collect();
        let [line, column] = self.line_and_column(first);
        let [from, to, kind] = [&from, &to, &kind].map(|named| named.value.as_str());
        self.reader.note_list(Code::DuplicateLink, node, &[from, to, kind, &line, &column], lost.join(", "), None);
    }
}
