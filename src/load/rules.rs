//! Rules about the chain as a whole: what flows where.
//!
//! Rules about single fields are in the loader, which reads them. A rule never changes the catalog.

mod cycles;
mod positions;

use std::{borrow::Cow, collections::BTreeSet};

use super::{document::NodeIx, reader::Reader};
use crate::{
    check::Code,
    model::{Catalog, EntityIx, Link, LinkIx},
};

/// Where the records of a catalog stand in its file.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// By entity.
    pub entities: Vec<NodeIx>,
    /// By link.
    pub links: Vec<NodeIx>,
    /// Ids that nothing names because they are misspelt, which is told; in order.
    pub misspelt: Vec<NodeIx>,
}

impl Places {
    /// Whether this is an id that nothing names because it is misspelt.
    pub(super) fn is_misspelt(&self, id: NodeIx) -> bool {
        self.misspelt.binary_search(&id).is_ok()
    }
}

/// Runs every rule.
pub(super) fn run(reader: &mut Reader<'_, '_>, catalog: &Catalog, places: &Places) {
    for (ix, link) in catalog.each_link() {
        if catalog.link_kind(link.kind).flow {
            stages(reader, catalog, link, places, places.links[ix.at()]);
        }
    }
    for cycle in cycles::cycles(catalog) {
        let names: Vec<&str> = cycle.iter().take(8).map(|entity| catalog.entity(*entity).id.as_str()).collect();
        let circle = names.join(" → ") + if cycle.len() > 8 { " → …" } else { "" };
        let place = flow_between(catalog, cycle[0], cycle.get(1).copied().unwrap_or(cycle[0]));
        let node = place.map_or(places.entities[cycle[0].at()], |link| places.links[link.at()]);
        reader.note(Code::FlowCycle, node, &[&circle]);
    }
    positions::run(reader, catalog, places);
    let alone: Vec<EntityIx> = catalog
        .each_entity()
        .map(|(ix, _)| ix)
        .filter(|ix| catalog.graph.leaving(*ix).is_empty() && catalog.graph.reaching(*ix).is_empty())
        .collect();
    // Links may stand in a part that is called by another name.
    if alone.is_empty() || !reader.parts.is_empty() {
        return;
    }
    let ends = ends(reader);
    for ix in alone {
        let entity = catalog.entity(ix);
        let node = places.entities[ix.at()];
        let [id] = reader.fields_of(node, ["id"]);
        if !ends.contains(entity.id.as_str()) && !id.is_some_and(|id| places.is_misspelt(id)) {
            reader.note(Code::Unconnected, node, &[entity.id.as_str()]);
        }
    }
}

/// The ids that links name as their ends, also those that were set aside: whoever mends one of these connects its ends.
fn ends<'a>(reader: &Reader<'_, 'a>) -> BTreeSet<Cow<'a, str>> {
    let document = reader.document;
    let [links] = reader.fields_of(document.root(), ["links"]);
    let links = links.into_iter().flat_map(|links| document.children(links));
    let ends = links.flat_map(|link| reader.fields_of(link, ["from", "to"])).flatten();
    ends.filter_map(|end| document.string(end)).collect()
}

/// A link along which goods flow needs both stages, and runs with their order unless its kind may run back.
fn stages(reader: &mut Reader<'_, '_>, catalog: &Catalog, link: &Link, places: &Places, node: NodeIx) {
    let [from, to] = [link.from, link.to].map(|end| catalog.entity(end));
    let kind = catalog.link_kind(link.kind);
    let (Some(first), Some(second)) = (from.stage, to.stage) else {
        let told = format!("{} → {}", from.id, to.id);
        for (end, at) in [(from, link.from), (to, link.to)].into_iter().filter(|(end, _)| end.stage.is_none()) {
            // What is wrong with a stage that is written is told there.
            if reader.fields_of(places.entities[at.at()], ["stage"]) != [None] {
                continue;
            }
            reader.note(Code::FlowWithoutStage, node, &[&told, end.id.as_str()]);
        }
        return;
    };
    if first > second && !kind.back {
        let stage = |at: crate::model::StageIx| catalog.stages[at.at()].id.as_str();
        reader.note(Code::AgainstStages, node, &[from.id.as_str(), stage(first), to.id.as_str(), stage(second)]);
    }
}

fn flow_between(catalog: &Catalog, from: EntityIx, to: EntityIx) -> Option<LinkIx> {
    let flows = |link: &&LinkIx| {
        let record = catalog.link(**link);
        record.to == to && catalog.link_kind(record.kind).flow
    };
    catalog.graph.leaving(from).iter().find(flows).copied()
}
