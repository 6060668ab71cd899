//! What references name, by the field they stand in; and the id that was meant by one that is no id.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::document::{Document, Kind, NodeIx};
use super::values::kebab;
use crate::model::Id;

/// The part of the file that holds what a field names, where it names something. `list` is the part that its record stands in.
pub(super) fn list_of(key: &str, list: &str) -> Option<&'static str> {
    Some(match key {
        "from" | "to" | "focus" | "entity" | "entities" | "place" => "entities",
        "sources" => "sources",
        "kind" if list == "links" => "linkKinds",
        "kind" if list == "entities" => "kinds",
        "kinds" => "kinds",
        "follow" => "linkKinds",
        "stage" => "stages",
        "lens" => "lenses",
        // Elsewhere it is a word.
        "mark" if list == "entities" => "marks",
        "theme" => "themes",
        "story" | "related" => "stories",
        _ => return None,
    })
}

/// Ids and names of the records of one part, whether or not they can be read.
#[derive(Debug, Default)]
struct Known {
    ids: BTreeSet<String>,
    /// The one record of a name; none where several have it.
    by_name: BTreeMap<String, Option<String>>,
}

/// Proposes the id that was meant. The opening page proposes nothing: it knows this by name only, so that nothing of it is built there.
pub(super) trait Proposes: std::fmt::Debug {
    /// The id that was probably meant by the text of a node that is none.
    fn meant(&mut self, document: &Document<'_>, node: NodeIx, text: &str) -> Option<String>;
}

/// Ids and names by part, each made when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<&'static str, Known>);

impl Proposes for Names {
    /// The id that was probably meant by a text that is none: of a record that is called so or has the id in another spelling; where the
    /// text is itself the id of a record, the same in the form of one.
    fn meant(&mut self, document: &Document<'_>, node: NodeIx, text: &str) -> Option<String> {
        let field = document.parent(node).filter(|parent| document.kind(*parent) == Kind::Array).unwrap_or(node);
        let path = document.pointer(node);
        let part = path.split('/').nth(1).unwrap_or_default();
        let Some(list) = list_of(&document.key(field).unwrap_or_default(), part) else { return kebab(text) };
        let known = self.0.entry(list).or_insert_with(|| Known::of(document, list));
        if let Some(id) = known.find(text) {
            return Some(id);
        }
        // Several in one text of a list.
        let parts: Vec<&str> = text.split([',', '，', '、', ';', '；', ' ']).filter(|part| !part.is_empty()).collect();
        let all: Option<Vec<String>> = parts.iter().map(|part| known.find(part)).collect();
        all.filter(|all| all.len() > 1 && field != node).map(|all| format!("\"{}\"", all.join("\", \"")))
    }
}

impl Known {
    fn of(document: &Document<'_>, list: &str) -> Self {
        let member = |node: NodeIx, key: &str| {
            document.children(node).find(|member| document.key(*member).is_some_and(|found| found == key))
        };
        let mut known = Self::default();
        let records = member(document.root(), list);
        for record in records.into_iter().flat_map(|list| document.children(list)) {
            let Some(id) = member(record, "id").and_then(|id| document.string(id)) else { continue };
            let names = ["name", "title"].into_iter().filter_map(|key| member(record, key));
            for name in names.flat_map(|names| document.children(names)).filter_map(|name| document.string(name)) {
                match known.by_name.entry(name.into_owned()) {
                    Entry::Vacant(free) => {
                        free.insert(Some(id.clone().into_owned()));
                    }
                    Entry::Occupied(mut taken) if taken.get().as_deref() != Some(&*id) => {
                        taken.insert(None);
                    }
                    Entry::Occupied(_) => {}
                }
            }
            known.ids.insert(id.into_owned());
        }
        known
    }

    fn find(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let spelt = [Some(text.to_owned()), kebab(text)].into_iter().flatten();
        let mut spelt = spelt.filter(|id| Id::is_well_formed(id) && self.ids.contains(id));
        spelt.next().or_else(|| self.by_name.get(text).cloned().flatten().filter(|id| Id::is_well_formed(id)))
    }
}
