//! The pages there are, and their paths.

/// The page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The opening page.
    Home,
    /// The chain, as map or list.
    Chain,
    /// One entity by its id.
    Entity(String),
    /// The list of stories.
    Stories,
    /// One step of a story, from 1.
    Story {
        /// The story's id.
        id: String,
        /// The step, from 1.
        step: u32,
    },
    /// A page that the file brings itself, by its id.
    Plate(String),
    /// The place map.
    Places,
    /// The timeline.
    Time,
    /// The list of walks.
    Walks,
    /// A walk by its id; without one the walk along the trace of the focus.
    Walk(Option<String>),
    /// The table of contents.
    Contents,
    /// The checker of data files.
    Check,
    /// What this is.
    About,
    /// No page of ours; the path as it was asked for, percent-decoded where that is possible.
    Unknown(String),
}

/// Percent-decodes one segment of a path. `None` when it is not UTF-8 or holds a character that no id has room for.
fn decoded(segment: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(segment).decode_utf8().ok()?;
    (!text.contains('\0')).then(|| text.into_owned())
}

/// Everything but unreserved characters is written in percent form.
const SEGMENT: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encoded(segment: &str) -> String {
    percent_encoding::utf8_percent_encode(segment, SEGMENT).to_string()
}

impl Page {
    /// Reads the segments of a path after the language.
    pub(super) fn parse(segments: &[&str]) -> Self {
        let unknown = || {
            let path = segments.join("/");
            Self::Unknown(decoded(&path).unwrap_or(path))
        };
        match segments {
            [] => Self::Home,
            ["chain"] => Self::Chain,
            ["stories"] => Self::Stories,
            ["places"] => Self::Places,
            ["time"] => Self::Time,
            ["walks"] => Self::Walks,
            ["walk"] => Self::Walk(None),
            ["contents"] => Self::Contents,
            ["check"] => Self::Check,
            ["about"] => Self::About,
            ["entity", id] => decoded(id).map_or_else(unknown, Self::Entity),
            ["plate", id] => decoded(id).map_or_else(unknown, Self::Plate),
            ["walk", id] => decoded(id).map_or_else(unknown, |id| Self::Walk(Some(id))),
            ["story", id] => decoded(id).map_or_else(unknown, |id| Self::Story { id, step: 1 }),
            ["story", id, step] => match (decoded(id), step.parse()) {
                (Some(id), Ok(step)) if step > 0 => Self::Story { id, step },
                _ => unknown(),
            },
            _ => unknown(),
        }
    }

    /// The path after the language.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Chain => "chain".to_owned(),
            Self::Entity(id) => format!("entity/{}", encoded(id)),
            Self::Stories => "stories".to_owned(),
            Self::Story { id, step } => format!("story/{}/{step}", encoded(id)),
            Self::Plate(id) => format!("plate/{}", encoded(id)),
            Self::Places => "places".to_owned(),
            Self::Time => "time".to_owned(),
            Self::Walks => "walks".to_owned(),
            Self::Walk(None) => "walk".to_owned(),
            Self::Walk(Some(id)) => format!("walk/{}", encoded(id)),
            Self::Contents => "contents".to_owned(),
            Self::Check => "check".to_owned(),
            Self::About => "about".to_owned(),
            Self::Unknown(path) => path.split('/').map(encoded).collect::<Vec<_>>().join("/"),
        }
    }
}
