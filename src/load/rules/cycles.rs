//! Circles of flow, by the strongly connected components of Tarjan (1972), without recursion.

use crate::model::{Catalog, EntityIx};

/// One circle for each strongly connected part of the flow links: the entities on it in flow order, the first again at the end.
/// Kinds that may run back are left out: circles through them are meant.
pub(super) fn cycles(catalog: &Catalog) -> Vec<Vec<EntityIx>> {
    let next = |entity: EntityIx| {
        catalog.graph.leaving(entity).iter().map(|link| catalog.link(*link)).filter(|link| {
            let kind = catalog.link_kind(link.kind);
            kind.flow && !kind.back
        })
    };
    let component = components(catalog.entities.len(), |entity| next(entity).map(|link| link.to).collect());
    let mut size = vec![0_u32; catalog.entities.len()];
    for part in &component {
        size[*part] += 1;
    }
    let mut told = vec![false; catalog.entities.len()];
    let mut circles = Vec::new();
    let mut before = vec![None; catalog.entities.len()];
    for (start, _) in catalog.each_entity() {
        let part = component[start.at()];
        if size[part] > 1 && !std::mem::replace(&mut told[part], true) {
            let inside = |entity: EntityIx| -> Vec<EntityIx> {
                next(entity).map(|link| link.to).filter(|to| component[to.at()] == part).collect()
            };
            circles.push(shortest_round(&mut before, start, inside));
        }
    }
    circles
}

/// The shortest way from `start` back to itself. `before` is scratch space, by entity, and is used once for each component.
fn shortest_round(
    before: &mut [Option<EntityIx>],
    start: EntityIx,
    next: impl Fn(EntityIx) -> Vec<EntityIx>,
) -> Vec<EntityIx> {
    let mut queue = vec![start];
    let mut at = 0;
    while let Some(&entity) = queue.get(at) {
        at += 1;
        for other in next(entity) {
            if other == start {
                let mut round = vec![start, entity];
                while let Some(&last) = round.last().filter(|last| **last != start) {
                    let Some(earlier) = before[last.at()] else { break };
                    round.push(earlier);
                }
                // From the start itself the way is the one link.
                round.reverse();
                if round.first() != Some(&start) {
                    round.insert(0, start);
                }
                return round;
            }
            if before[other.at()].is_none() {
                before[other.at()] = Some(entity);
                queue.push(other);
            }
        }
    }
    vec![start]
}

/// The component of each entity, named by one of its entities.
fn components(count: usize, next: impl Fn(EntityIx) -> Vec<EntityIx>) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let mut order = vec![UNSEEN; count];
    let mut low = vec![0; count];
    let mut component = vec![UNSEEN; count];
    let mut open: Vec<usize> = Vec::new();
    let mut clock = 0;
    for root in 0..count {
        if order[root] != UNSEEN {
            continue;
        }
        // Each frame: the entity, its followers, how many of them were looked at.
        let mut frames: Vec<(usize, Vec<EntityIx>, usize)> = vec![(root, next(EntityIx::from(root)), 0)];
        (order[root], low[root]) = (clock, clock);
        clock += 1;
        open.push(root);
        while let Some((entity, followers, looked)) = frames.last_mut() {
            let entity = *entity;
            if let Some(follower) = followers.get(*looked).map(|follower| follower.at()) {
                *looked += 1;
                if order[follower] == UNSEEN {
                    (order[follower], low[follower]) = (clock, clock);
                    clock += 1;
                    open.push(follower);
                    frames.push((follower, next(EntityIx::from(follower)), 0));
                } else if component[follower] == UNSEEN {
                    low[entity] = low[entity].min(order[follower]);
                }
                continue;
            }
            frames.pop();
            if let Some((parent, ..)) = frames.last() {
                low[*parent] = low[*parent].min(low[entity]);
            }
            if low[entity] == order[entity] {
                while let Some(member) = open.pop() {
                    component[member] = entity;
                    if member == entity {
                        break;
                    }
                }
            }
        }
    }
    component
}
