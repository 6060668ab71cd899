//! Adjacency of links in compressed sparse rows: for each entity the links that leave it and the links that reach it.

use super::{EntityIx, LinkIx};

/// Both directions of adjacency. Memory: two `u32` per link and two per entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    leaving: Rows,
    reaching: Rows,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    /// `starts[i]..starts[i + 1]` are the places of entity `i` in `links`.
    starts: Box<[u32]>,
    links: Box<[LinkIx]>,
}

impl Rows {
    /// Counting sort of links by one of their ends; links of one entity stay in file order.
    fn new(entities: usize, ends: &[EntityIx]) -> Self {
        let mut starts = vec![0_u32; entities + 1];
        for end in ends {
            starts[end.at() + 1] += 1;
        }
        for i in 0..entities {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut links = vec![LinkIx(0); ends.len()];
        for (link, end) in ends.iter().enumerate() {
            let place = &mut next[end.at()];
            links[*place as usize] = LinkIx::from(link);
            *place += 1;
        }
        Self { starts: starts.into(), links: links.into() }
    }

    fn of(&self, entity: EntityIx) -> &[LinkIx] {
        match (self.starts.get(entity.at()), self.starts.get(entity.at() + 1)) {
            (Some(start), Some(end)) => &self.links[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

impl Graph {
    /// The graph of `entities` entities and the links given by their two ends. Every end must be below `entities`.
    pub fn new(entities: usize, ends: impl Iterator<Item = (EntityIx, EntityIx)>) -> Self {
        let (from, to): (Vec<_>, Vec<_>) = ends.unzip();
        Self { leaving: Rows::new(entities, &from), reaching: Rows::new(entities, &to) }
    }

    /// Links whose `from` end is the entity, in file order.
    pub fn leaving(&self, entity: EntityIx) -> &[LinkIx] {
        self.leaving.of(entity)
    }

    /// Links whose `to` end is the entity, in file order.
    pub fn reaching(&self, entity: EntityIx) -> &[LinkIx] {
        self.reaching.of(entity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entity_knows_what_leaves_and_what_reaches_it() {
        let ends = [(0, 1), (0, 2), (1, 2)].map(|(from, to)| (EntityIx(from), EntityIx(to)));
        let graph = Graph::new(4, ends.into_iter());
        assert_eq!(graph.leaving(EntityIx(0)), [LinkIx(0), LinkIx(1)]);
        assert_eq!(graph.reaching(EntityIx(2)), [LinkIx(1), LinkIx(2)]);
        assert_eq!(graph.leaving(EntityIx(3)), []);
        assert_eq!(graph.leaving(EntityIx(9)), [], "an unknown entity has no links");
    }
}
