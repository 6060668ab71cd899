//! What is said of a thing, and what it rests on.

use super::{Date, SourceIx, Text};

/// What a claim, a link or a step rests on. The order is from firm to loose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// A source says it of these very things.
    Documented,
    /// A source says it of things of this kind.
    Typical,
    /// Told as a tale.
    Legend,
    /// Sources contradict each other.
    Disputed,
    /// No source was found.
    Unsourced,
}

impl Evidence {
    /// Every class of evidence, from firm to loose.
    pub const ALL: [Self; 5] = [Self::Documented, Self::Typical, Self::Legend, Self::Disputed, Self::Unsourced];

    /// The word for it in the file, in addresses and in class names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Typical => "typical",
            Self::Legend => "legend",
            Self::Disputed => "disputed",
            Self::Unsourced => "unsourced",
        }
    }

    /// The class with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|evidence| evidence.word() == word)
    }
}

/// A set of classes of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceSet(u8);

impl EvidenceSet {
    /// Every class.
    pub const ALL: Self = Self(0b1_1111);

    /// The set of the given classes; all classes when there are none given.
    pub fn of(classes: &[Evidence]) -> Self {
        let bits = classes.iter().fold(0, |bits, class| bits | 1 << (*class as u8));
        if bits == 0 { Self::ALL } else { Self(bits) }
    }

    /// Whether the class is in the set.
    pub fn has(self, class: Evidence) -> bool {
        self.0 & (1 << (class as u8)) != 0
    }

    /// The classes in the set, from firm to loose.
    pub fn classes(self) -> impl Iterator<Item = Evidence> {
        Evidence::ALL.into_iter().filter(move |class| self.has(*class))
    }
}

/// One thing that is said, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What is said.
    pub text: Text,
    /// What it rests on.
    pub evidence: Evidence,
    /// Where it is said.
    pub sources: Vec<SourceIx>,
    /// Where in a source: page, section or number.
    pub at: Vec<(SourceIx, Box<str>)>,
    /// When it was so.
    pub date: Option<Date>,
}

/// How firm a source is by its nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// A government page.
    Official,
    /// A copy of a government page elsewhere.
    OfficialMirror,
    /// A filing of a listed company.
    Filing,
    /// The company's own words.
    Company,
    /// News media.
    Press,
    /// A repost of news media.
    PressMirror,
    /// A book.
    Book,
    /// An encyclopedia that anybody edits.
    Encyclopedia,
    /// A work of reference.
    Reference,
    /// A guide for visitors, or a listing taken from one.
    Guide,
    /// Map data.
    Map,
    /// A blog.
    Blog,
    /// A forum.
    Forum,
    /// Text written to be found by search engines.
    Marketing,
}

impl SourceKind {
    /// Every kind, from firm to loose.
    pub const ALL: [Self; 14] = [
        Self::Official,
        Self::OfficialMirror,
        Self::Filing,
        Self::Company,
        Self::Press,
        Self::PressMirror,
        Self::Book,
        Self::Encyclopedia,
        Self::Reference,
        Self::Guide,
        Self::Map,
        Self::Blog,
        Self::Forum,
        Self::Marketing,
    ];

    /// The word for it in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::OfficialMirror => "official-mirror",
            Self::Filing => "filing",
            Self::Company => "company",
            Self::Press => "press",
            Self::PressMirror => "press-mirror",
            Self::Book => "book",
            Self::Encyclopedia => "encyclopedia",
            Self::Reference => "reference",
            Self::Guide => "guide",
            Self::Map => "map",
            Self::Blog => "blog",
            Self::Forum => "forum",
            Self::Marketing => "marketing",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether a claim that rests on such sources alone must say so.
    pub fn is_weak(self) -> bool {
        matches!(self, Self::Blog | Self::Forum | Self::Marketing)
    }
}

/// Where something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: super::Id,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Where it can be read; `None` where no address is known. Always `http` or `https`.
    pub url: Option<Box<str>>,
    /// Its nature; `None` where the file does not say.
    pub kind: Option<SourceKind>,
    /// When it was published.
    pub date: Option<Date>,
    /// What to know of it.
    pub note: Option<Text>,
}
