//! What is shown today: one entity a day, the same for every reader, and the way that leads to it.

use crate::model::{Catalog, EntityIx};

/// The entity of a day. Those take their turns that a visitor should meet first and that something flows to; where the file marks none,
/// all that something flows to. `None` where nothing flows.
pub fn of_day(catalog: &Catalog, day: u32) -> Option<EntityIx> {
    let ends: Vec<EntityIx> = catalog
        .each_entity()
        .filter(|(entity, record)| record.stage.is_some() && before(catalog, *entity).is_some())
        .map(|(entity, _)| entity)
        .collect();
    let first: Vec<EntityIx> = ends.iter().copied().filter(|entity| catalog.entity(*entity).prominent).collect();
    let turns = if first.is_empty() { ends } else { first };
    // A stride that shares no factor with small counts, so that neighbours in the file do not follow each other by the day.
    let turn = (day as usize).wrapping_mul(7919).checked_rem(turns.len())?;
    turns.get(turn).copied()
}

/// What flows to an entity first in the file, from an earlier stage.
fn before(catalog: &Catalog, entity: EntityIx) -> Option<EntityIx> {
    let stage = catalog.entity(entity).stage?;
    let mut links = catalog.graph.reaching(entity).iter().map(|link| catalog.link(*link));
    links
        .find(|link| {
            catalog.link_kind(link.kind).flow && catalog.entity(link.from).stage.is_some_and(|from| from < stage)
        })
        .map(|link| link.from)
}

/// One way to an entity, from as far upstream as it goes, at most so many steps that it fits a line; the entity is its last step.
pub fn way_to(catalog: &Catalog, entity: EntityIx) -> Vec<EntityIx> {
    const STEPS: usize = 4;
    let mut way = vec![entity];
    while let Some(next) = way.last().and_then(|last| before(catalog, *last)).filter(|_| way.len() < STEPS) {
        way.push(next);
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    fn check(file: &str, day: u32, expected: &[&str]) {
        let catalog = load(file.as_bytes()).catalog.unwrap_or_default();
        let way = of_day(&catalog, day).map_or_else(Vec::new, |entity| way_to(&catalog, entity));
        let ids: Vec<&str> = way.iter().map(|step| catalog.entity(*step).id.as_str()).collect();
        assert_eq!(ids, expected, "on day {day}");
    }

    /// Pond, chestnut, flour and two cakes, in three stages; the cakes are prominent as `rank` says.
    fn file(rank: &str) -> String {
        let entity = |id: &str, stage: &str, more: &str| {
            format!("{{\"id\":\"{id}\",\"kind\":\"k\",\"stage\":\"{stage}\",\"name\":{{\"en\":\"{id}\"}}{more}}}")
        };
        let link = |from: &str, to: &str| {
            format!("{{\"from\":\"{from}\",\"to\":\"{to}\",\"kind\":\"f\",\"evidence\":\"unsourced\"}}")
        };
        let named = |id: &str| format!("{{\"id\":\"{id}\",\"name\":{{\"en\":\"{id}\"}}}}");
        format!(
            "{{\"format\":1,\"site\":{{\"title\":{{\"en\":\"T\"}},\"languages\":[\"en\"]}},\"stages\":[{},{},{}],\"kinds\":[{}],\"linkKinds\":[{{\"id\":\"f\",\"flow\":true,\"name\":{{\"en\":\"f\"}}}}],\"entities\":[{},{},{},{}],\"links\":[{},{},{}]}}",
            named("origin"),
            named("flour"),
            named("dish"),
            named("k"),
            entity("pond", "origin", ""),
            entity("chestnut", "flour", ""),
            entity("cake", "dish", rank),
            entity("bun", "dish", rank),
            link("pond", "chestnut"),
            link("chestnut", "cake"),
            link("chestnut", "bun"),
        )
    }

    #[test]
    fn each_day_has_its_entity_and_the_same_day_the_same() {
        let file = file(",\"rank\":1");
        check(&file, 0, &["pond", "chestnut", "cake"]);
        check(&file, 1, &["pond", "chestnut", "bun"]);
        check(&file, 20_000, &["pond", "chestnut", "cake"]);
    }

    #[test]
    fn without_marked_ones_all_that_something_flows_to_take_turns_and_without_any_there_is_none() {
        check(&file(""), 0, &["pond", "chestnut"]);
        check("{\"format\":1}", 3, &[]);
    }
}
