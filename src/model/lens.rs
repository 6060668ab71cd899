//! Lenses: named ways to read the map, each with columns and a set of link kinds that its trace follows.

use super::{Catalog, EntityIx, Id, LinkKind, LinkKindIx, LinkMark, Spelling, StageIx, Text};

/// The pattern of a column's panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motif {
    /// 水波.
    Ripple,
    /// 菱格.
    Lozenge,
    /// 井字.
    Well,
    /// 龟背.
    Tortoise,
    /// 趟栊.
    Bars,
    /// 海棠.
    Begonia,
    /// 人字.
    Herringbone,
}

impl Motif {
    /// Every motif with its word in the file, in the order in which columns take them by default.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Ripple, "ripple"),
        (Self::Lozenge, "lozenge"),
        (Self::Well, "well"),
        (Self::Tortoise, "tortoise"),
        (Self::Bars, "bars"),
        (Self::Begonia, "begonia"),
        (Self::Herringbone, "herringbone"),
    ];
}

/// A column of the map: a stage of the chain, or a column of a lens's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// One character that stands for it.
    pub sign: Option<Spelling>,
    /// The pattern of its panes.
    pub motif: Motif,
    /// The glass of its panes, 1 to 7.
    pub colour: u8,
    /// What it holds.
    pub note: Option<Text>,
}

/// What the colours of a lens say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LensColour {
    /// The column something stands in.
    Stage,
    /// What links rest on.
    Evidence,
    /// Whether something bears honours.
    Honours,
}

impl LensColour {
    /// Every way of colouring with its word in the file.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Stage, "stage"), (Self::Evidence, "evidence"), (Self::Honours, "honours")];
}

/// The mark for "in no column".
const NO_COLUMN: u16 = u16::MAX;

/// A named way to read the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Lens {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it shows.
    pub note: Option<Text>,
    /// What its colours say.
    pub colour: LensColour,
    /// Whether each link kind is followed by its trace, by [`LinkKindIx`].
    pub follow: Box<[bool]>,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Whether the columns are the stages of the chain.
    pub by_stage: bool,
    /// The column of each entity, by [`EntityIx`]; read through [`Lens::column_of`].
    pub placed: Box<[u16]>,
}

impl Lens {
    /// The lens of a file that has none: the chain through its stages, along every kind that flows.
    pub fn of_flow(catalog: &Catalog) -> Self {
        let (columns, placed) = Self::stage_columns(catalog);
        Self {
            id: Id::new("chain"),
            name: Text::default(),
            note: None,
            colour: LensColour::Stage,
            follow: Self::flow_kinds(&catalog.link_kinds),
            columns,
            by_stage: true,
            placed,
        }
    }

    /// The stages as the columns of a lens, and the column of each entity.
    pub fn stage_columns(catalog: &Catalog) -> (Vec<Column>, Box<[u16]>) {
        let placed = Self::place(catalog.entities.iter().map(|entity| entity.stage.map(StageIx::at)));
        (catalog.stages.clone(), placed)
    }

    /// Puts columns into the form that [`Lens::placed`] keeps.
    pub fn place(columns: impl Iterator<Item = Option<usize>>) -> Box<[u16]> {
        columns.map(|column| column.map_or(NO_COLUMN, |column| column as u16)).collect()
    }

    /// The column in which an entity stands; `None` when the lens does not show it.
    pub fn column_of(&self, entity: EntityIx) -> Option<usize> {
        self.placed.get(entity.at()).filter(|column| **column != NO_COLUMN).map(|column| usize::from(*column))
    }

    /// How many entities stand in its columns.
    pub fn count(&self) -> usize {
        self.placed.iter().filter(|column| **column != NO_COLUMN).count()
    }

    /// Whether its trace runs along links of this kind.
    pub fn follows(&self, kind: LinkKindIx) -> bool {
        self.follow.get(kind.at()).copied().unwrap_or(false)
    }

    /// Whether it is one cord: a map of its own whose trace runs along nothing but links with the knot for a mark.
    /// Such a lens can be laid over another.
    pub fn is_cord(&self, kinds: &[LinkKind]) -> bool {
        let knotted = |(kind, followed): (&LinkKind, &bool)| !followed || kind.mark == LinkMark::Knot;
        !self.by_stage && self.follow.contains(&true) && kinds.iter().zip(&self.follow).all(knotted)
    }

    /// Whether goods flow along everything that its trace follows.
    pub fn flows(&self, kinds: &[LinkKind]) -> bool {
        kinds.iter().zip(&self.follow).all(|(kind, followed)| !followed || kind.flow)
    }

    /// What a lens without a list of its own follows: every kind that flows.
    pub fn flow_kinds(kinds: &[LinkKind]) -> Box<[bool]> {
        kinds.iter().map(|kind| kind.flow).collect()
    }
}
