//! Reads records out of a document, noting every fault of every field.
//!
//! A record type is declared once with [`record!`](crate::record): the declaration gives the struct, its reader,
//! its place in the JSON Schema and the canonical order of its fields.

use std::collections::BTreeSet;

use super::document::{Document, Kind, NodeIx};
use super::language::LanguageTag;
use super::named::Proposes;
use super::{WHOLE, limits, misplaced, number, others};
use crate::check::{Code, Finding, Place, near::Patience, words};
use crate::model::Lang;

/// Collects findings while a document is read.
pub struct Reader<'d, 'a> {
    /// What is read.
    pub document: &'d Document<'a>,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// How many errors, warnings and notes were found, whether or not they were kept.
    counts: [usize; 3],
    /// How many records of lists could not be read and were set aside.
    pub set_aside: u32,
    /// Records that could not be read, each for want of a field, where a file is read whole.
    pub incomplete: Vec<NodeIx>,
    /// Parts of the file that are called by another name, which is told.
    pub parts: Vec<String>,
    /// Records that stand in the list of others, each with the part that it seems to belong to.
    pub misplaced: Vec<(&'static str, NodeIx)>,
    /// What is left for proposing what was meant.
    pub patience: Patience,
    /// Ids and names, for proposing what was meant by what is no id.
    pub(super) names: Option<Box<dyn Proposes>>,
    /// The languages that the site names, by tag and without script and region; looked up when it is first asked.
    languages: Option<Vec<String>>,
}

/// A value that can be read from a node. `None` means that it is unusable and that a finding says why.
pub trait Read: Sized {
    /// Whether it is a record, which is counted where it has to be set aside.
    const RECORD: bool = false;

    /// Reads the node.
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self>;

    /// How the value is described in the JSON Schema.
    #[cfg(feature = "curate")]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value;
}

/// A value with the node it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub node: NodeIx,
}

impl<T: Read> Read for At<T> {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        T::read(reader, node).map(|value| Self { value, node })
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        T::schema(definitions)
    }
}

impl<T: Read> Read for Vec<T> {
    /// Items that cannot be read are left out, each with its finding; records among them are counted.
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        let document = reader.document;
        reader.expect(node, Kind::Array)?;
        let read = |item| {
            let is_elsewhere = WHOLE && T::RECORD && reader.is_misplaced(node, item);
            let value = if is_elsewhere { None } else { T::read(reader, item) };
            reader.set_aside += u32::from(T::RECORD && value.is_none());
            value
        };
        Some(document.children(node).filter_map(read).collect())
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        serde_json::json!({ "type": "array", "items": T::schema(definitions) })
    }
}

impl<T: Read> Read for Box<T> {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        T::read(reader, node).map(Self::new)
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut super::schema::Definitions) -> serde_json::Value {
        T::schema(definitions)
    }
}

impl<'d, 'a> Reader<'d, 'a> {
    /// A reader that has found nothing yet.
    pub fn new(document: &'d Document<'a>) -> Self {
        Self {
            document,
            findings: Vec::new(),
            counts: [0; 3],
            set_aside: 0,
            incomplete: Vec::new(),
            parts: Vec::new(),
            misplaced: Vec::new(),
            patience: Patience::default(),
            names: None,
            languages: None,
        }
    }
}

impl Reader<'_, '_> {
    /// Counts a finding; `false` when there are enough of its severity, so that it need not be made.
    fn counts(&mut self, code: Code) -> bool {
        let count = &mut self.counts[code.severity() as usize];
        *count += 1;
        *count <= limits::FINDINGS
    }

    /// Whether one more finding of this code would be kept; what is costly need not be said of one that is only counted.
    pub fn keeps(&self, code: Code) -> bool {
        WHOLE && self.counts[code.severity() as usize] < limits::FINDINGS
    }

    /// Keeps a finding, unless there are enough of its severity.
    pub fn push(&mut self, finding: Finding) {
        if WHOLE && self.counts(finding.code) {
            self.findings.push(finding);
        }
    }

    /// Every finding that was kept, and how many more there are of each severity.
    pub fn into_findings(mut self) -> Vec<Finding> {
        for Finding { code, arguments, .. } in &self.findings {
            debug_assert_eq!(
                arguments.len(),
                words::arguments(*code),
                "what is said of {code:?} is what its words ask for"
            );
        }
        let codes = [Code::MoreErrors, Code::MoreWarnings, Code::MoreNotes];
        for (code, count) in codes.into_iter().zip(self.counts) {
            if count > limits::FINDINGS {
                let more = (count - limits::FINDINGS).to_string();
                let place = Place { path: String::new(), line: 1, column: 1 };
                self.findings.push(Finding { code, place, arguments: vec![more], suggestion: None });
            }
        }
        self.findings
    }

    /// Where a node stands.
    pub fn place(&self, node: NodeIx) -> Place {
        let (line, column) = self.document.line_and_column(self.document.span(node).start);
        Place { path: self.document.pointer(node), line, column }
    }

    /// Where a node's key stands.
    pub fn place_of_key(&self, node: NodeIx) -> Place {
        let (line, column) = self.document.line_and_column(self.document.key_span(node).start);
        Place { path: self.document.pointer(node), line, column }
    }

    /// Notes a finding at a node.
    pub fn note(&mut self, code: Code, node: NodeIx, arguments: &[&str]) {
        self.note_with(code, node, arguments, None);
    }

    /// Notes a finding at a node, with what was probably meant.
    pub fn note_with(&mut self, code: Code, node: NodeIx, arguments: &[&str], suggestion: Option<&str>) {
        if WHOLE && self.counts(code) {
            let place = self.place(node);
            self.keep(code, place, arguments, suggestion);
        }
    }

    /// Notes a finding at the key of a node, with what was probably meant.
    pub fn note_key(&mut self, code: Code, node: NodeIx, arguments: &[&str], suggestion: Option<&str>) {
        if WHOLE && self.counts(code) {
            let place = self.place_of_key(node);
            self.keep(code, place, arguments, suggestion);
        }
    }

    /// Notes a finding at a node whose last argument is a list that is of use only as a whole: it is never shortened.
    pub fn note_list(&mut self, code: Code, node: NodeIx, arguments: &[&str], list: String, suggestion: Option<&str>) {
        if WHOLE && self.counts(code) {
            let place = self.place(node);
            self.keep(code, place, arguments, suggestion);
            if let Some(kept) = self.findings.last_mut() {
                kept.arguments.push(list);
            }
        }
    }

    fn keep(&mut self, code: Code, place: Place, arguments: &[&str], suggestion: Option<&str>) {
        let arguments = arguments.iter().map(|argument| shortened(argument)).collect();
        self.findings.push(Finding { code, place, arguments, suggestion: suggestion.map(str::to_owned) });
    }

    /// Notes a wrong type unless the node is of the wanted kind.
    pub fn expect(&mut self, node: NodeIx, wanted: Kind) -> Option<()> {
        if self.document.kind(node) == wanted {
            return Some(());
        }
        self.wrong_type(node, word(wanted));
        None
    }

    /// Notes that something else is wanted than what stands here; of what could not be read at all the reason is told already.
    pub fn wrong_type(&mut self, node: NodeIx, wanted: &str) {
        let found = self.document.kind(node);
        if found != Kind::Unread {
            let meant = if WHOLE { self.unquoted(node, wanted) } else { None };
            self.note_with(Code::WrongType, node, &[wanted, word(found)], meant.as_deref());
        }
    }

    /// The value that was meant by one that has quotes too many, or lacks them.
    fn unquoted(&self, node: NodeIx, wanted: &str) -> Option<String> {
        let text = self.document.string(node);
        match (wanted, &text) {
            ("@number", Some(text)) => number::parse(text.trim()).map(|_| text.trim().to_owned()),
            ("@boolean", Some(text)) => ["true", "false"].contains(&text.trim()).then(|| text.trim().to_owned()),
            ("@string", None) if self.document.kind(node) == Kind::Number => {
                Some(["\"", self.document.raw(node), "\""].concat())
            }
            _ => None,
        }
    }

    /// Notes that a record stands in the place of something else, with the fields that one needs.
    pub fn expect_record(&mut self, node: NodeIx, fields: &[(&str, bool)]) {
        if self.document.kind(node) != Kind::Object {
            let needed: Vec<&str> = fields.iter().filter(|(_, needed)| *needed).map(|(key, _)| *key).collect();
            let wanted =
                if needed.is_empty() { "@object".to_owned() } else { ["@record ", &needed.join(", ")].concat() };
            self.wrong_type(node, &wanted);
        }
    }

    /// Whether an item of a list is a record of another one; notes it then.
    fn is_misplaced(&mut self, list: NodeIx, item: NodeIx) -> bool {
        let Some((part, word)) = misplaced::belongs(self.document, list, item) else { return false };
        self.note(Code::MisplacedRecord, item, &[word, part]);
        self.misplaced.push((part, item));
        true
    }

    /// Members of an object by the names in `known`, in the order of `known`; the first one where a key is doubled.
    /// Notes unknown ones. `None` when the node is no object; that is noted by [`Self::expect_record`].
    pub fn fields<const N: usize>(&mut self, node: NodeIx, known: [&str; N]) -> Option<[Option<NodeIx>; N]> {
        let document = self.document;
        if document.kind(node) != Kind::Object {
            return None;
        }
        let mut found = [None; N];
        let mut unknown = Vec::new();
        for member in document.children(node) {
            let Some(key) = document.key(member) else { continue };
            match known.iter().position(|name| *name == key) {
                Some(place) => found[place] = found[place].or(Some(member)),
                // Editors look for this one; it is no data.
                None if key == "$schema" => {}
                None if !WHOLE => {}
                None => unknown.push(member),
            }
        }
        if WHOLE {
            self.note_unknown(node, &unknown, &known, &found);
        }
        Some(found)
    }

    /// Notes members that the format does not know. One of the whole file that is nearly called like a part that is missing is that part.
    fn note_unknown(&mut self, node: NodeIx, members: &[NodeIx], known: &[&str], found: &[Option<NodeIx>]) {
        let document = self.document;
        for member in members {
            let Some(key) = document.key(*member) else { continue };
            let is_free = |name: &str| known.iter().zip(found).any(|(key, at)| *key == name && at.is_none());
            let other = others::called(&key, is_free);
            let near = other.or_else(|| self.patience.nearest(&key, &mut known.iter().copied()));
            let missing = near
                .filter(|near| node == document.root() && is_free(near) && !self.parts.iter().any(|part| part == near));
            match missing {
                Some(part) => {
                    self.parts.push(part.to_owned());
                    self.note_key(Code::MisspeltPart, *member, &[&key, part], near);
                }
                None => self.note_key(Code::UnknownField, *member, &[&key], near),
            }
        }
    }

    /// Members of an object by the names in `keys`, in the order of `keys`; nothing is noted.
    pub fn fields_of<const N: usize>(&self, node: NodeIx, keys: [&str; N]) -> [Option<NodeIx>; N] {
        let document = self.document;
        keys.map(|key| document.children(node).find(|member| document.key(*member).is_some_and(|found| found == key)))
    }

    /// Whether a key that was perhaps meant for a language tag is of a language that is written here: one that the interface serves, or
    /// one of the site. Any other is the name of a field that the format does not know.
    pub fn speaks(&mut self, key: &str) -> bool {
        let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let spoken = language(key);
        if Lang::best_for(&spoken).is_some() {
            return true;
        }
        if self.languages.is_none() {
            let document = self.document;
            let [site] = self.fields_of(document.root(), ["site"]);
            let [list] = site.map_or([None], |site| self.fields_of(site, ["languages"]));
            let tags = list.into_iter().flat_map(|list| document.children(list)).filter_map(|tag| document.string(tag));
            let tags: BTreeSet<String> = tags.flat_map(|tag| [language(&tag), tag.into_owned()]).collect();
            self.languages = Some(tags.into_iter().collect());
        }
        let of_site = |tag: &str| {
            self.languages.as_ref().is_some_and(|tags| tags.binary_search_by(|known| known.as_str().cmp(tag)).is_ok())
        };
        of_site(&spoken) || LanguageTag::nearest(key).is_some_and(|meant| of_site(&meant))
    }

    /// Reads a required field; notes when it is missing.
    pub fn required<T: Read>(&mut self, record: NodeIx, field: Option<NodeIx>, name: &str) -> Option<T> {
        if field.is_none() {
            self.note(Code::MissingField, record, &[name]);
        }
        T::read(self, field?)
    }

    /// Reads a field that a record can do without but should have; notes when it is missing.
    pub fn expected<T: Read>(&mut self, record: NodeIx, field: Option<NodeIx>, name: &str) -> Option<T> {
        if field.is_none() {
            self.note(Code::ExpectedField, record, &[name]);
        }
        self.optional(field)
    }

    /// Reads an optional field.
    pub fn optional<T: Read>(&mut self, field: Option<NodeIx>) -> Option<T> {
        field.and_then(|field| T::read(self, field))
    }
}

/// Long words would drown a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}

/// The word for a kind of node, put into a language by [`crate::check::words`].
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "@null",
        Kind::Bool => "@boolean",
        Kind::Number => "@number",
        Kind::String => "@string",
        Kind::Array => "@array",
        Kind::Object => "@object",
        Kind::Unread => "@nothing-known",
    }
}

/// Declares a record of the file: its struct, its reader, its part of the schema and the order of its fields.
///
/// Each field is `required`, `expected`, `optional` or a `list` (absent is empty). A record without a usable required field reads as
/// `None`; one without an expected field is kept, with a warning. What is marked `_further` is left unread where a file is not read
/// whole ([`WHOLE`](crate::load::WHOLE)).
#[macro_export]
macro_rules! record {
    (@hold required $type:ty) => { $type };
    (@hold expected $type:ty) => { Option<$type> };
    (@hold optional $type:ty) => { Option<$type> };
    (@hold list $type:ty) => { Vec<$type> };
    (@hold expected_further $type:ty) => { Option<$type> };
    (@hold optional_further $type:ty) => { Option<$type> };
    (@hold list_further $type:ty) => { Vec<$type> };
    (@read required $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        $reader.required::<$type>($node, $field, $key)
    };
    (@read expected $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        Some($reader.expected::<$type>($node, $field, $key))
    };
    (@read optional $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        Some($reader.optional::<$type>($field))
    };
    (@read list $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        Some($reader.optional::<Vec<$type>>($field).unwrap_or_default())
    };
    (@read expected_further $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        Some(if $crate::load::WHOLE { $reader.expected::<$type>($node, $field, $key) } else { None })
    };
    (@read optional_further $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        Some(if $crate::load::WHOLE { $reader.optional::<$type>($field) } else { None })
    };
    (@read list_further $type:ty, $reader:ident, $node:ident, $field:expr, $key:literal) => {
        Some(if $crate::load::WHOLE { $reader.optional::<Vec<$type>>($field).unwrap_or_default() } else { Vec::new() })
    };
    (@type list $type:ty) => { Vec<$type> };
    (@type list_further $type:ty) => { Vec<$type> };
    (@type $any:ident $type:ty) => { $type };
    (@needed required) => { true };
    (@needed $any:ident) => { false };
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $($(#[doc = $field_doc:literal])* $key:literal $need:ident $field:ident: $type:ty,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $field_doc])* pub $field: $crate::record!(@hold $need $type),)*
            /// Where the record stands.
            pub node: $crate::load::document::NodeIx,
        }

        impl $name {
            /// The names of its fields in the file, in their order.
            pub const KEYS: &'static [&'static str] = &[$($key,)*];
        }

        impl $crate::load::reader::Read for $name {
            const RECORD: bool = true;

            fn read(
                reader: &mut $crate::load::reader::Reader<'_, '_>,
                node: $crate::load::document::NodeIx,
            ) -> Option<Self> {
                if $crate::load::WHOLE {
                    reader.expect_record(node, &[$(($key, $crate::record!(@needed $need)),)*]);
                }
                let [$($field,)*] = reader.fields(node, [$($key,)*])?;
                // Every field is read before the record is judged, so that all faults are named in one run.
                $(let $field = $crate::record!(@read $need $type, reader, node, $field, $key);)*
                if !$crate::load::WHOLE {
                    return Some(Self { $($field: $field?,)* node });
                }
                let record = (|| Some(Self { $($field: $field?,)* node }))();
                if record.is_none() {
                    reader.incomplete.push(node);
                }
                record
            }

            #[cfg(feature = "curate")]
            fn schema(definitions: &mut $crate::load::schema::Definitions) -> serde_json::Value {
                definitions.record(stringify!($name), concat!($($doc,)*), &[
                    $($crate::load::schema::Field {
                        key: $key,
                        note: concat!($($field_doc,)*),
                        needed: $crate::record!(@needed $need),
                        schema: <$crate::record!(@type $need $type) as $crate::load::reader::Read>::schema,
                    },)*
                ])
            }
        }
    };
}
