//! Records that stand in the list of others.

use super::document::{Document, Kind, NodeIx};

/// The parts of the file with the word for one of their records, put into a language by [`crate::check::words`], and keys that together
/// no record of another part has.
const SIGNS: [(&str, &str, &[&str]); 10] = [
    ("links", "@link", &["from", "to"]),
    ("entities", "@entity", &["id", "kind", "name"]),
    ("stories", "@story", &["id", "steps"]),
    ("routes", "@walk", &["id", "stops"]),
    ("sources", "@source", &["id", "title", "publisher"]),
    ("sources", "@source", &["id", "title", "url"]),
    ("linkKinds", "@link-kind", &["id", "reverse"]),
    ("lenses", "@lens", &["id", "columns"]),
    ("events", "@event", &["id", "date", "title", "entities"]),
    ("plates", "@plate", &["id", "sections"]),
];

/// Keys that records of several parts have.
const COMMON: [&str; 4] = ["id", "kind", "name", "title"];

/// The part of the file that an item of the list `list` seems to belong to, and the word for one of that; `None` where it may stand there.
pub(super) fn belongs(document: &Document<'_>, list: NodeIx, item: NodeIx) -> Option<(&'static str, &'static str)> {
    if document.parent(list) != Some(document.root()) || document.kind(item) != Kind::Object {
        return None;
    }
    let part = document.key(list).unwrap_or_default();
    let keys: Vec<_> = document.children(item).filter_map(|member| document.key(member)).collect();
    let has = &|key: &&str| keys.iter().any(|known| known == key);
    // Whatever has something of its own part may only lack the rest.
    let is_own = |keys: &[&str]| keys.iter().all(has) || keys.iter().any(|key| !COMMON.contains(key) && has(key));
    if SIGNS.iter().any(|(of, _, keys)| *of == part && is_own(keys)) {
        return None;
    }
    SIGNS.iter().find(|(of, _, keys)| *of != part && keys.iter().all(has)).map(|(of, word, _)| (*of, *word))
}
