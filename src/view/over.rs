//! One lens laid over another: which of its entities touch what the lower lens shows, and the cord that is strung through that.
//!
//! Only links of the file speak: an entity is touched by a link that the upper lens follows, or by standing within something that
//! is so touched. Goods that come from a touched market do not make a house touched; they are what [`vouchers`] tells.

mod cord;
mod reach;

pub use cord::{order, path};
pub use reach::{Reach, Voucher, reach, vouchers};

use crate::model::{Catalog, EntityIx, EvidenceSet, LensIx, Link, LinkIx};

/// What is laid over what, and what of it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The lens above.
    pub over: LensIx,
    /// The lens below.
    pub base: LensIx,
    /// Only what existed in this year.
    pub year: Option<i32>,
    /// Only links of this evidence.
    pub evidence: EvidenceSet,
}

impl Laid {
    /// Whether a link counts.
    fn counts(&self, catalog: &Catalog, link: &Link) -> bool {
        let existed = |year: i32| {
            link.held_in(year) && catalog.entity(link.from).existed_in(year) && catalog.entity(link.to).existed_in(year)
        };
        self.evidence.has(link.evidence) && self.year.is_none_or(existed)
    }

    /// Whether an entity belongs to the upper lens alone.
    pub fn is_above(&self, catalog: &Catalog, entity: EntityIx) -> bool {
        catalog.lens(self.over).column_of(entity).is_some() && !self.is_below(catalog, entity)
    }

    /// Whether the lower lens shows an entity.
    pub fn is_below(&self, catalog: &Catalog, entity: EntityIx) -> bool {
        catalog.lens(self.base).column_of(entity).is_some()
    }
}

/// The lenses that can be laid over `base`, in the order of the file; none over one that is such a lens itself.
pub fn lenses(catalog: &Catalog, base: LensIx) -> Vec<LensIx> {
    let is_cord = |lens: LensIx| catalog.lens(lens).is_cord(&catalog.link_kinds);
    if is_cord(base) {
        return Vec::new();
    }
    (0..catalog.lenses.len()).map(LensIx::from).filter(|lens| is_cord(*lens)).collect()
}

/// One who touches something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    /// Who.
    pub who: EntityIx,
    /// The link that says so.
    pub link: LinkIx,
    /// What the touched entity stands within, where the link is one of that.
    pub through: Option<EntityIx>,
}

/// Everything that is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Over {
    /// What is laid over what.
    pub laid: Laid,
    /// By [`EntityIx`].
    touches: Vec<Vec<Touch>>,
}

impl Over {
    /// Finds who touches what. Time grows with entities and links.
    pub fn new(catalog: &Catalog, laid: Laid) -> Self {
        let direct: Vec<Vec<Touch>> = catalog.each_entity().map(|(entity, _)| direct(catalog, &laid, entity)).collect();
        let mut touches = direct.clone();
        for (entity, _) in catalog.each_entity() {
            if laid.is_below(catalog, entity) {
                for place in around(catalog, &laid, entity) {
                    for touch in &direct[place.at()] {
                        add(&mut touches[entity.at()], Touch { through: Some(place), ..*touch });
                    }
                }
            } else {
                touches[entity.at()].clear();
            }
        }
        Self { laid, touches }
    }

    /// Who touches an entity of the lower lens: first by links of its own, then through what it stands within.
    pub fn of(&self, entity: EntityIx) -> &[Touch] {
        self.touches.get(entity.at()).map_or(&[], Vec::as_slice)
    }

    /// Whether anybody touches it.
    pub fn touches(&self, entity: EntityIx) -> bool {
        !self.of(entity).is_empty()
    }

    /// How many entities are touched.
    pub fn count(&self) -> usize {
        self.touches.iter().filter(|touches| !touches.is_empty()).count()
    }
}

/// Adds a touch unless the same one touches already.
fn add(touches: &mut Vec<Touch>, touch: Touch) {
    if touches.iter().all(|other| other.who != touch.who) {
        touches.push(touch);
    }
}

/// Who touches an entity by a link between the two. A place that the lower lens does not show is touched from upstream only:
/// otherwise whatever it leads to would seem to touch what stands in it.
fn direct(catalog: &Catalog, laid: &Laid, entity: EntityIx) -> Vec<Touch> {
    let mut touches = Vec::new();
    let below = laid.is_below(catalog, entity);
    for link in catalog.graph.reaching(entity).iter().chain(catalog.graph.leaving(entity)) {
        let record = catalog.link(*link);
        if !catalog.lens(laid.over).follows(record.kind) || !laid.counts(catalog, record) {
            continue;
        }
        let (source, target) = catalog.ends(record);
        let who = if target == entity { source } else { target };
        if who != entity && laid.is_above(catalog, who) && (below || target == entity) {
            add(&mut touches, Touch { who, link: *link, through: None });
        }
    }
    touches
}

/// The links by which an entity is touched, or touches, itself; one for each entity at the other end.
pub fn own_links(catalog: &Catalog, laid: &Laid, entity: EntityIx) -> Vec<LinkIx> {
    if laid.is_below(catalog, entity) {
        return direct(catalog, laid, entity).iter().map(|touch| touch.link).collect();
    }
    let links = catalog.graph.reaching(entity).iter().chain(catalog.graph.leaving(entity));
    let says = |link: &LinkIx| {
        let (source, target) = catalog.ends(catalog.link(*link));
        let other = if target == entity { source } else { target };
        let is_own = |touch: &Touch| touch.who == entity && touch.link == *link;
        laid.is_below(catalog, other) && direct(catalog, laid, other).iter().any(is_own)
    };
    links.copied().filter(says).collect()
}

/// Everything that an entity stands within, nearest first.
fn around(catalog: &Catalog, laid: &Laid, entity: EntityIx) -> Vec<EntityIx> {
    let mut places = vec![entity];
    let mut next = 0;
    while let Some(&at) = places.get(next) {
        next += 1;
        for link in catalog.graph.leaving(at) {
            let record = catalog.link(*link);
            let within = catalog.link_kind(record.kind).within && laid.counts(catalog, record);
            if within && !places.contains(&record.to) {
                places.push(record.to);
            }
        }
    }
    places.split_off(1)
}
