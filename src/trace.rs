//! Everything upstream and downstream of an entity: ancestors and descendants, never sideways.
//!
//! A trace is a breadth-first walk along the links that a lens follows, once against and once with the flow.
//! The distance of an entity is the least number of links between it and the focus.
//! A link is lit when it lies between two ancestors or the focus, or between two descendants or the focus;
//! one from an ancestor straight to a descendant is not, because it bypasses the focus.

use crate::model::{Catalog, Depth, EntityIx, EvidenceSet, LensIx, LinkIx};

/// What to trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where the trace starts.
    pub focus: EntityIx,
    /// How far upstream.
    pub up: Depth,
    /// How far downstream.
    pub down: Depth,
    /// The lens whose link kinds it follows.
    pub lens: LensIx,
    /// Only what existed in this year.
    pub year: Option<i32>,
    /// Only links of this evidence.
    pub evidence: EvidenceSet,
}

/// An entity that a trace reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The entity.
    pub entity: EntityIx,
    /// Links between it and the focus, from 1.
    pub distance: u32,
}

/// One direction of a trace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// What is reached within the asked depth, nearest first, then in file order of the links.
    pub reached: Vec<Reached>,
    /// How many would be reached without a limit of depth.
    pub total: u32,
    /// The depth at which nothing more is reached.
    pub deepest: u32,
}

impl Side {
    /// How many are reached within the asked depth.
    pub fn shown(&self) -> u32 {
        self.reached.len() as u32
    }
}

/// How an entity or a link stands to a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The focus itself.
    Focus,
    /// Upstream of the focus, so many links away.
    Up(u32),
    /// Downstream of the focus, so many links away.
    Down(u32),
    /// Not in the trace.
    None,
}

impl Part {
    /// The word for it in the document: `focus`, `up`, `down`, `none`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Focus => "focus",
            Self::Up(_) => "up",
            Self::Down(_) => "down",
            Self::None => "none",
        }
    }

    /// Whether it is lit.
    pub fn is_lit(self) -> bool {
        self != Self::None
    }
}

/// A trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What was asked.
    pub request: Request,
    /// Ancestors of the focus.
    pub up: Side,
    /// Descendants of the focus.
    pub down: Side,
    /// How each entity stands to the trace, by [`EntityIx`].
    /// In a cycle an entity is both; it then counts to the nearer side, upstream when both are as near.
    pub parts: Box<[Part]>,
    /// How each link stands to the trace, by [`LinkIx`]; the distance is that of its farther end.
    pub links: Box<[Part]>,
}

/// Distances from the focus in one direction, `u32::MAX` where there is no way.
fn distances(catalog: &Catalog, request: &Request, upstream: bool) -> (Side, Vec<u32>) {
    let lens = catalog.lens(request.lens);
    let limit = if upstream { request.up } else { request.down }.limit();
    let mut distance = vec![u32::MAX; catalog.entities.len()];
    let mut queue = vec![request.focus];
    distance[request.focus.at()] = 0;
    let mut side = Side::default();
    let mut next = 0;
    while let Some(&at) = queue.get(next) {
        next += 1;
        let beyond = distance[at.at()] + 1;
        // Both rows are read because a kind may name its `to` end as the upstream one.
        for link in catalog.graph.reaching(at).iter().chain(catalog.graph.leaving(at)) {
            let Some(other) = other_end(catalog, request, *link, at, upstream) else { continue };
            if !lens.follows(catalog.link(*link).kind) || distance[other.at()] != u32::MAX {
                continue;
            }
            distance[other.at()] = beyond;
            queue.push(other);
            side.total += 1;
            side.deepest = side.deepest.max(beyond);
            if beyond <= limit {
                side.reached.push(Reached { entity: other, distance: beyond });
            }
        }
    }
    for beyond in &mut distance {
        if *beyond != u32::MAX && *beyond > limit {
            *beyond = u32::MAX;
        }
    }
    (side, distance)
}

/// The entity that a step along `link` leads to from `at`, when the step goes the asked way and the year and evidence allow it.
fn other_end(catalog: &Catalog, request: &Request, link: LinkIx, at: EntityIx, upstream: bool) -> Option<EntityIx> {
    let link = catalog.link(link);
    let (source, target) = catalog.ends(link);
    let other = match (upstream, at == target, at == source) {
        (true, true, _) => source,
        (false, _, true) => target,
        _ => return None,
    };
    let in_time = request.year.is_none_or(|year| link.held_in(year) && catalog.entity(other).existed_in(year));
    (in_time && request.evidence.has(link.evidence)).then_some(other)
}

/// Runs a trace. Time and memory grow with entities and links, never with the number of ways between them.
pub fn run(catalog: &Catalog, request: Request) -> Trace {
    let (up, above) = distances(catalog, &request, true);
    let (down, below) = distances(catalog, &request, false);
    let part_of = |entity: usize| match (above[entity], below[entity]) {
        (0, _) | (_, 0) => Part::Focus,
        (u32::MAX, u32::MAX) => Part::None,
        (a, b) if a <= b => Part::Up(a),
        (_, b) => Part::Down(b),
    };
    let parts = (0..catalog.entities.len()).map(part_of).collect();
    let lens = catalog.lens(request.lens);
    let link_part = |link: &crate::model::Link| {
        let (source, target) = catalog.ends(link);
        let in_time = request.year.is_none_or(|year| link.held_in(year));
        if !lens.follows(link.kind) || !in_time || !request.evidence.has(link.evidence) {
            return Part::None;
        }
        let far_above = above[source.at()].max(above[target.at()]);
        let far_below = below[source.at()].max(below[target.at()]);
        match (far_above, far_below) {
            (u32::MAX, u32::MAX) => Part::None,
            (a, u32::MAX) => Part::Up(a),
            (u32::MAX, b) => Part::Down(b),
            (a, b) => {
                if a <= b {
                    Part::Up(a)
                } else {
                    Part::Down(b)
                }
            }
        }
    };
    let links = catalog.links.iter().map(link_part).collect();
    Trace { request, up, down, parts, links }
}

impl Trace {
    /// How an entity stands to the trace.
    pub fn part(&self, entity: EntityIx) -> Part {
        self.parts.get(entity.at()).copied().unwrap_or(Part::None)
    }

    /// How a link stands to the trace.
    pub fn link_part(&self, link: LinkIx) -> Part {
        self.links.get(link.at()).copied().unwrap_or(Part::None)
    }
}
