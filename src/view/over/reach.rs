//! From a bowl up to those who touch what goes into it; from one of those down to every table.

use super::{Over, Touch};
use crate::{
    model::{Catalog, Depth, EntityIx, LensIx, LinkIx},
    trace::{self, Part, Request, Trace},
};

/// Something upstream that is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// The touched entity.
    pub touched: EntityIx,
    /// What of the same trace comes to it straight, in the order of the trace.
    pub goods: Vec<EntityIx>,
}

/// Where one of the upper lens leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// What it touches itself, or through others of the upper lens, in file order; with the touch that says so.
    pub touched: Vec<(EntityIx, Touch)>,
    /// What lies downstream of all that, by column of the lower lens: only columns with something in them, each in file order.
    pub downstream: Vec<(usize, Vec<EntityIx>)>,
}

fn traced(catalog: &Catalog, over: &Over, focus: EntityIx, lens: LensIx, up: Depth, down: Depth) -> Trace {
    trace::run(catalog, Request { focus, up, down, lens, year: over.laid.year, evidence: over.laid.evidence })
}

/// Everything touched upstream of an entity, nearest first; nothing where the lower lens follows what is no flow of goods: nobody
/// vouches for a craft by touching a house that keeps it.
pub fn vouchers(catalog: &Catalog, over: &Over, entity: EntityIx) -> Vec<Voucher> {
    if !catalog.lens(over.laid.base).flows(&catalog.link_kinds) {
        return Vec::new();
    }
    let trace = traced(catalog, over, entity, over.laid.base, Depth::All, Depth::Steps(0));
    let comes = |touched: EntityIx| {
        let straight = |from: EntityIx| {
            let comes = |ix: &LinkIx| trace.link_part(*ix).is_lit() && catalog.ends(catalog.link(*ix)).0 == from;
            catalog.graph.reaching(touched).iter().any(comes)
        };
        trace.up.reached.iter().map(|reached| reached.entity).filter(|from| straight(*from)).collect()
    };
    let touched = trace.up.reached.iter().map(|reached| reached.entity).filter(|entity| over.touches(*entity));
    touched.map(|touched| Voucher { touched, goods: comes(touched) }).collect()
}

/// Where an entity of the upper lens leads: along that lens to what is touched, and from there along the lower one.
pub fn reach(catalog: &Catalog, over: &Over, who: EntityIx) -> Reach {
    let along = traced(catalog, over, who, over.laid.over, Depth::Steps(0), Depth::All);
    let touch_of = |entity: EntityIx| {
        let touches = over.of(entity);
        // A touch of its own says more than one through others.
        let own = touches.iter().find(|touch| touch.who == who);
        own.or_else(|| touches.iter().find(|touch| along.part(touch.who).is_lit())).copied()
    };
    let touched: Vec<(EntityIx, Touch)> =
        catalog.each_entity().filter_map(|(entity, _)| Some((entity, touch_of(entity)?))).collect();
    let mut reached = vec![false; catalog.entities.len()];
    for (entity, _) in &touched {
        let below = traced(catalog, over, *entity, over.laid.base, Depth::Steps(0), Depth::All);
        for (flag, part) in reached.iter_mut().zip(&below.parts) {
            *flag |= matches!(part, Part::Down(_));
        }
    }
    let lens = catalog.lens(over.laid.base);
    let mut columns = vec![Vec::new(); lens.columns.len()];
    for (entity, _) in catalog.each_entity().filter(|(entity, _)| reached[entity.at()]) {
        if let Some(column) = lens.column_of(entity) {
            columns[column].push(entity);
        }
    }
    Reach { touched, downstream: columns.into_iter().enumerate().filter(|(_, list)| !list.is_empty()).collect() }
}
