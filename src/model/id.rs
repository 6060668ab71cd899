//! Names of records: the curator's ids, and the dense indices that stand for them in memory.

use std::{fmt, sync::Arc};

/// The stable id of a record as the curator writes it: kebab-case ASCII, unique within its part of the file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Takes the text as it is; whether it is well-formed is for the loader to judge.
    pub fn new(text: &str) -> Self {
        Self(Arc::from(text))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `text` is kebab-case ASCII: lower-case letters and digits in runs joined by single hyphens.
    pub fn is_well_formed(text: &str) -> bool {
        !text.is_empty()
            && text
                .split('-')
                .all(|run| !run.is_empty() && run.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The index as a `usize`, for slices.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                Self(position as u32)
            }
        }
    )*};
}

indices! {
    /// Position of an entity in [`super::Catalog::entities`].
    EntityIx
    /// Position of a link in [`super::Catalog::links`].
    LinkIx
    /// Position of a stage in [`super::Catalog::stages`], which is flow order.
    StageIx
    /// Position of a kind of entity in [`super::Catalog::kinds`].
    KindIx
    /// Position of a link kind in [`super::Catalog::link_kinds`].
    LinkKindIx
    /// Position of a lens in [`super::Catalog::lenses`].
    LensIx
    /// Position of a source in [`super::Catalog::sources`].
    SourceIx
    /// Position of a kind of honours in [`super::Catalog::marks`].
    MarkIx
    /// Position of a theme in [`super::Catalog::themes`].
    ThemeIx
    /// Position of a story in [`super::Catalog::stories`].
    StoryIx
    /// Position of an event in [`super::Catalog::events`].
    EventIx
    /// Position of a route in [`super::Catalog::routes`].
    RouteIx
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn an_id_is_kebab_case_ascii() {
        for good in ["a", "pan-tang", "e1889-lian-xiang", "22"] {
            assert!(Id::is_well_formed(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "pan_tang", "泮塘", "a b"] {
            assert!(!Id::is_well_formed(bad), "{bad}");
        }
    }
}
