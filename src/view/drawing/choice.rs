//! What of a lens is drawn, and which of it as tiles with names.

use std::cmp::Reverse;

use super::{Size, Wanted};
use crate::{
    model::{Catalog, EntityIx, LinkIx},
    sorting::positions,
    trace::Trace,
};

/// A lens with at most so many entities is drawn with all their names. So many of the published file's Party-building chain, filled up
/// with twins, stand clear of each other in a window of 1440 by 900 and open whole at a scale at which names are read
/// (`tests/emphasis.rs`); how many more would, nobody has tried.
const ALL_NAMED: usize = 72;
/// Where a file marks fewer as prominent than this, those with most links are tiles.
const FEWEST: usize = 12;
/// A column with at most so many entities has names for all of them, also for those that the file does not mark.
const FEW: u32 = 12;

/// An entity that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Member {
    pub(super) entity: EntityIx,
    pub(super) column: usize,
    /// Whether it is one of the few that a visitor should meet first.
    pub(super) prominent: bool,
    /// Whether it is a dot until it is lit.
    pub(super) dot: bool,
}

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// In file order.
    pub(super) members: Vec<Member>,
    /// Followed links between members: upstream and downstream end.
    pub(super) links: Vec<(LinkIx, EntityIx, EntityIx)>,
    /// Entities of each column of the lens, drawn or not.
    pub(super) totals: Vec<u32>,
}

/// Chooses.
pub(super) fn choose(catalog: &Catalog, wanted: &Wanted, trace: Option<&Trace>) -> Choice {
    let lens = catalog.lens(wanted.lens);
    let mut choice = Choice { totals: vec![0; lens.columns.len()], ..Choice::default() };
    let mut drawn = vec![false; catalog.entities.len()];
    for (entity, record) in catalog.each_entity() {
        let Some(column) = lens.column_of(entity) else { continue };
        choice.totals[column] += 1;
        if trace.is_none_or(|trace| trace.part(entity).is_lit()) {
            drawn[entity.at()] = true;
            choice.members.push(Member { entity, column, prominent: record.prominent, dot: false });
        }
    }
    // A focus without a column of this lens still has to be seen.
    if let Some(focus) = wanted.only.map(|request| request.focus)
        && !drawn[focus.at()]
        && !lens.columns.is_empty()
    {
        drawn[focus.at()] = true;
        let prominent = catalog.entity(focus).prominent;
        choice.members.push(Member { entity: focus, column: 0, prominent, dot: false });
    }
    let lit = |link: LinkIx| trace.is_none_or(|trace| trace.link_part(link).is_lit());
    choice.links = catalog
        .each_link()
        .filter(|(ix, link)| lens.follows(link.kind) && lit(*ix))
        .map(|(ix, link)| (ix, catalog.ends(link)))
        .filter(|(_, (source, target))| drawn[source.at()] && drawn[target.at()])
        .map(|(ix, (source, target))| (ix, source, target))
        .collect();
    if wanted.size == Size::Plate && choice.members.len() > ALL_NAMED {
        mark_dots(catalog, &mut choice);
    }
    choice
}

/// Leaves tiles to those that are prominent, or to those with most links where the file marks too few.
fn mark_dots(catalog: &Catalog, choice: &mut Choice) {
    let marked = choice.members.iter().filter(|member| member.prominent).count();
    if marked >= FEWEST {
        let totals = &choice.totals;
        for member in &mut choice.members {
            member.dot = !member.prominent && totals[member.column] > FEW;
        }
        return;
    }
    let mut degree = vec![0_u32; catalog.entities.len()];
    for (_, source, target) in &choice.links {
        degree[source.at()] += 1;
        degree[target.at()] += 1;
    }
    let rank = |at: usize| {
        let member = &choice.members[at];
        (Reverse(member.prominent), Reverse(degree[member.entity.at()]), member.entity)
    };
    let order = positions(choice.members.len(), &mut |a, b| rank(a).cmp(&rank(b)));
    for at in order.into_iter().skip(ALL_NAMED) {
        choice.members[at].dot = true;
    }
}
