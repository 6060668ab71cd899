//! The single values of the file: texts, ids, dates, numbers, addresses, words.

use super::document::{Kind, NodeIx};
use super::named::Names;
use super::number;
use super::reader::{Read, Reader};
use super::{WHOLE, dating, limits, markup};
use crate::check::Code;
use crate::model::{
    self, Date, Depth, Direction, Evidence, Id, LensColour, LinkMark, Motif, PositionPrecision, SourceKind,
};

#[cfg(feature = "curate")]
use super::schema::Definitions;
#[cfg(feature = "curate")]
use serde_json::{Value, json};

/// A plain text without markup, at most [`limits::TEXT`] bytes, with something to see in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain(pub String);

/// Characters that turn or hide text (the Trojan-Source class), and those that no text needs.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}' | '\u{fffe}' | '\u{ffff}')
}

/// Characters that show nothing by themselves.
pub(super) fn shows_nothing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

impl Read for Plain {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::String)?;
        let text = reader.document.string(node)?;
        if text.len() > limits::TEXT {
            reader.note(Code::TextTooLong, node, &[&text.len().to_string(), &limits::TEXT.to_string()]);
            return None;
        }
        if text.chars().all(shows_nothing) {
            reader.note(Code::EmptyText, node, &[]);
            return None;
        }
        if let Some(c) = text.chars().find(|c| is_forbidden(*c)) {
            // One that stands there as it is was told where it stands.
            if WHOLE && c < ' ' && reader.document.raw(node).contains(c) {
                return None;
            }
            reader.note(Code::ForbiddenCharacter, node, &[&format!("U+{:04X}", u32::from(c))]);
            return None;
        }
        if WHOLE && let Some(found) = markup::find(&text) {
            reader.note(Code::Markup, node, &[found]);
        }
        let longest_run = text.split(|c| !is_combining(c)).map(|run| run.chars().count()).max();
        if longest_run > Some(4) {
            reader.note(Code::CombiningMarks, node, &[]);
        }
        Some(Self(text.into_owned()))
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "minLength": 1, "maxLength": limits::TEXT })
    }
}

/// The id that was probably meant by a text; `None` where it holds letters that have no place in ids.
pub(super) fn kebab(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        // A tone or accent that is a character of its own belongs to the letter before it.
        if is_combining(c) {
            continue;
        }
        let plain = plain_letter(c);
        // A hump in the middle of a word begins a new one.
        let begins = !plain.is_ascii_alphanumeric() || (before.is_ascii_lowercase() && plain.is_ascii_uppercase());
        if begins && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if plain.is_ascii_alphanumeric() {
            out.push(plain.to_ascii_lowercase());
        } else if plain.is_alphabetic() {
            return None;
        }
        before = plain;
    }
    let meant = out.trim_end_matches('-');
    Id::is_well_formed(meant).then(|| meant.to_owned())
}

/// A letter of pinyin or of another romanization without its tone, a letter or digit of a Chinese keyboard in its half-width form.
fn plain_letter(c: char) -> char {
    const TONES: [(char, &str); 7] =
        [('a', "āáǎàâ"), ('e', "ēéěèê"), ('i', "īíǐìî"), ('o', "ōóǒòô"), ('u', "ūúǔùûüǖǘǚǜ"), ('m', "ḿ"), ('n', "ńňǹ")];
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        _ => {
            let small = c.to_lowercase().next().unwrap_or(c);
            let plain = TONES.iter().find(|(_, toned)| toned.contains(small)).map(|(plain, _)| *plain);
            plain.map_or(c, |plain| if small == c { plain } else { plain.to_ascii_uppercase() })
        }
    }
}

/// An id or a reference to one.
impl Read for Id {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::String)?;
        let text = reader.document.string(node)?;
        if !Self::is_well_formed(&text) {
            let meant = reader.keeps(Code::BadId).then(|| {
                let names = reader.names.get_or_insert_with(|| Box::<Names>::default());
                names.meant(reader.document, node, &text)
            });
            reader.note_with(Code::BadId, node, &[&text], meant.flatten().as_deref());
            return None;
        }
        Some(Self::new(&text))
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut Definitions) -> Value {
        definitions.named("Id", || {
            json!({ "description": "Kebab-case ASCII, stable.", "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" })
        })
    }
}

/// A date in the written form, or a whole number for a year.
impl Read for Date {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        let written = match reader.document.kind(node) {
            Kind::String => reader.document.string(node)?.into_owned(),
            Kind::Number => reader.document.raw(node).to_owned(),
            _ => {
                reader.wrong_type(node, "@date");
                return None;
            }
        };
        let Some(date) = Self::parse(&written) else {
            let raw = reader.document.raw(node).trim_matches('"');
            let padded = format!("{written:0>4}");
            let is_number = reader.document.kind(node) == Kind::Number;
            if WHOLE && is_number && written.len() < 4 && Self::parse(&padded).is_some() {
                // Of a year of three digits one was probably lost; whoever means it writes it with its nought.
                reader.note_with(Code::BadDate, node, &[raw], Some(&["\"", &padded, "\""].concat()));
            } else if WHOLE && Self::has_form(if is_number { &padded } else { &written }) {
                let range = format!("{}–{}", model::date::YEARS.start(), model::date::YEARS.end());
                reader.note(Code::ImpossibleDate, node, &[raw, &range]);
            } else {
                let meant = if WHOLE { dating::meant(&written) } else { None };
                reader.note_with(Code::BadDate, node, &[raw], meant.as_deref());
            }
            return None;
        };
        if date.is_reversed() {
            let (start, end) = written.split_once('/').unwrap_or((&written, ""));
            reader.note(Code::DatesReversed, node, &[start, end]);
            return None;
        }
        Some(date)
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut Definitions) -> Value {
        definitions.named("Date", || {
            let point = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?]?|[0-9]{3}X[~?]?|[0-9]{2}XX[~?]?";
            json!({
                "description": "A subset of EDTF (ISO 8601-2): 1889, 1889-05, 1889-05-12, 1889~ (about), 1889? (perhaps), 193X (the 1930s), 18XX (the century from 1800), 1930/1949, 1994/.., ../1949. A whole number is a year.",
                "anyOf": [
                    { "type": "integer", "minimum": 1000, "maximum": model::date::YEARS.end() },
                    { "type": "string", "pattern": format!("^(({point})(/(({point})|[.]{{2}}))?|[.]{{2}}/({point}))$") },
                ],
            })
        })
    }
}

/// A whole number from 0 to 4,294,967,295.
impl Read for u32 {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::Number)?;
        let raw = reader.document.raw(node);
        if let Ok(number) = raw.parse() {
            return Some(number);
        }
        let number = number::parse(raw)?;
        if number < 0.0 || number > f64::from(Self::MAX) || number % 1.0 != 0.0 {
            reader.note(Code::NumberRange, node, &[raw, "0 … 4294967295"]);
            return None;
        }
        reader.note(Code::NumberForm, node, &[raw, &(number as Self).to_string()]);
        Some(number as Self)
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}

/// Any finite number.
impl Read for f64 {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::Number)?;
        number::parse(reader.document.raw(node))
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "number" })
    }
}

/// A position on the ground as `[latitude, longitude]` in degrees, WGS-84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position(pub model::datum::Position);

impl Read for Position {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::Array)?;
        let document = reader.document;
        let mut children = document.children(node);
        let (Some(lat), Some(lon), None) = (children.next(), children.next(), children.next()) else {
            reader.wrong_type(node, "@position");
            return None;
        };
        let (north, east) = (f64::read(reader, lat)?, f64::read(reader, lon)?);
        if north.abs() > 90.0 && north.abs() <= 180.0 && east.abs() <= 90.0 {
            reader.note(Code::SwappedPosition, node, &[document.raw(lat), document.raw(lon)]);
            return None;
        }
        for (value, at, most, range) in [(north, lat, 90.0, "-90 … 90"), (east, lon, 180.0, "-180 … 180")] {
            if value.abs() > most {
                reader.note(Code::NumberRange, at, &[document.raw(at), range]);
                return None;
            }
        }
        Some(Self((north, east)))
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut Definitions) -> Value {
        definitions.named("Position", || {
            json!({
                "description": "Latitude and longitude in degrees, WGS-84.",
                "type": "array",
                "prefixItems": [
                    { "type": "number", "minimum": -90, "maximum": 90 },
                    { "type": "number", "minimum": -180, "maximum": 180 },
                ],
                "minItems": 2,
                "maxItems": 2,
            })
        })
    }
}

impl Read for bool {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::Bool)?;
        Some(reader.document.raw(node) == "true")
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

/// Steps of a trace: a whole number or `"all"`.
impl Read for Depth {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        if reader.document.kind(node) == Kind::String {
            let word = reader.document.string(node)?;
            // A number is written as one.
            if let Some(all @ Self::All) = Self::from_word(&word) {
                return Some(all);
            }
            reader.note(Code::UnknownWord, node, &[&word, "all, 0, 1, 2, …"]);
            return None;
        }
        u32::read(reader, node).map(Self::Steps)
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "anyOf": [{ "type": "integer", "minimum": 0 }, { "const": "all" }] })
    }
}

/// An address on the web: `http` or `https` with a host, without user names, spaces and control characters; or `mailto`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(pub String);

impl Url {
    /// Whether an address may stand in a link. An allow-list: what is not known to be harmless is refused.
    pub fn is_allowed(text: &str) -> bool {
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c)) {
            return false;
        }
        if let Some(mailbox) = text.strip_prefix("mailto:") {
            return mailbox.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        }
        let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        !host.is_empty() && !host.contains('@') && host.starts_with(|c: char| c.is_alphanumeric())
    }

    /// Whether what is sent there can be read by others along the way.
    pub fn is_open(&self) -> bool {
        self.0.starts_with("http:")
    }
}

impl Read for Url {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        reader.expect(node, Kind::String)?;
        let text = reader.document.string(node)?;
        if !Self::is_allowed(&text) {
            reader.note(Code::BadUrl, node, &[&text]);
            return None;
        }
        Some(Self(text.into_owned()))
    }

    #[cfg(feature = "curate")]
    fn schema(_: &mut Definitions) -> Value {
        json!({ "type": "string", "pattern": "^(https?://|mailto:)[^ <>\"]+$" })
    }
}

/// A value that may be `null` to say that it is known to be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nullable<T>(pub Option<T>);

impl<T: Read> Read for Nullable<T> {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        if reader.document.kind(node) == Kind::Null {
            return Some(Self(None));
        }
        T::read(reader, node).map(|value| Self(Some(value)))
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut Definitions) -> Value {
        json!({ "anyOf": [T::schema(definitions), { "type": "null" }] })
    }
}

/// Reads one of several words; proposes the nearest for any other.
fn one_of<T: Copy>(reader: &mut Reader<'_, '_>, node: NodeIx, known: &[(T, &'static str)]) -> Option<T> {
    reader.expect(node, Kind::String)?;
    let word = reader.document.string(node)?;
    if let Some((value, _)) = known.iter().find(|(_, known)| *known == word) {
        return Some(*value);
    }
    let all = known.iter().map(|(_, known)| *known).collect::<Vec<_>>().join(", ");
    let near = reader.patience.nearest(&word, &mut known.iter().map(|(_, known)| *known));
    reader.note_list(Code::UnknownWord, node, &[&word], all, near);
    None
}

macro_rules! words {
    ($($type:ty: $known:expr,)*) => {$(
        impl Read for $type {
            fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
                one_of(reader, node, &$known)
            }

            #[cfg(feature = "curate")]
            fn schema(_: &mut Definitions) -> Value {
                json!({ "enum": $known.iter().map(|(_, word)| *word).collect::<Vec<_>>() })
            }
        }
    )*

        /// Whether a node can be read as each type, and the words for its values.
        #[cfg(test)]
        const LISTS: &[(fn(&mut Reader<'_, '_>, NodeIx) -> bool, fn() -> Vec<&'static str>)] = &[$((
            |reader, node| <$type>::read(reader, node).is_some(),
            || $known.iter().map(|(_, word)| *word).collect(),
        ),)*];
    };
}

words! {
    Evidence: Evidence::ALL.map(|evidence| (evidence, evidence.word())),
    SourceKind: SourceKind::ALL.map(|kind| (kind, kind.word())),
    LinkMark: LinkMark::ALL,
    Motif: Motif::ALL,
    LensColour: LensColour::ALL,
    Direction: Direction::ALL,
    model::ShapeKind: model::ShapeKind::ALL,
    model::SectionForm: model::SectionForm::ALL,
    PositionPrecision: [(PositionPrecision::Building, "building"), (PositionPrecision::Street, "street"), (PositionPrecision::Area, "area")],
    model::Upstream: [(model::Upstream::From, "from"), (model::Upstream::To, "to")],
}

#[cfg(test)]
mod tests {
    use super::{LISTS, Reader, kebab};
    use crate::{load::json, model::Lang};

    #[test]
    fn whoever_writes_a_word_that_is_not_known_is_told_all_that_are() {
        let document = json::parse("\"nothing-of-the-kind\"").document.expect("it is JSON");
        for (read, words) in LISTS {
            let mut reader = Reader::new(&document);
            assert!(!read(&mut reader, document.root()));
            let hint = reader.findings[0].hint(Lang::En);
            assert!(hint.ends_with(&format!("write one of: {}", words().join(", "))), "{hint}");
        }
        assert!(LISTS.iter().any(|(_, words)| words().join(", ").len() > 80), "one of them is long");
    }

    #[test]
    fn an_id_is_proposed_for_a_reading_with_tones_however_it_is_typed() {
        for (written, meant) in [
            ("pàn-xī", Some("pan-xi")),
            ("pa\u{300}n-xi\u{304}", Some("pan-xi")),
            ("Lü\u{30c} Shi", Some("lu-shi")),
            ("Ālǐ", Some("ali")),
            ("Ǎn", Some("an")),
            ("chenÀn", Some("chen-an")),
            ("chenA\u{300}n", Some("chen-an")),
            ("façade", None),
        ] {
            assert_eq!(kebab(written).as_deref(), meant, "{written}");
        }
    }
}
