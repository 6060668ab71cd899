//! Texts in several languages as written: objects whose keys are language tags, and spellings that exist in one script only.

use std::collections::BTreeSet;

use super::document::{Kind, NodeIx};
use super::language::LanguageTag;
use super::reader::{At, Read, Reader};
use super::values::Plain;
use super::{WHOLE, limits};
use crate::check::Code;
use crate::model::Lang;

#[cfg(feature = "curate")]
use super::schema::Definitions;
#[cfg(feature = "curate")]
use serde_json::{Value, json};

/// Language tag and text, in the order of the file.
type Spellings = Vec<(String, String)>;

/// A text by language, in the order of the file; or one spelling, where there is only one and rightly so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// Its spellings.
    pub spellings: Vec<(String, String)>,
    /// Whether it is written as one spelling with its language, so that none is missing.
    pub is_single: bool,
    /// Where it stands.
    pub node: NodeIx,
}

/// Whether a text is short enough for a name; notes when it is not.
fn is_name(reader: &mut Reader<'_, '_>, node: NodeIx, text: &str) -> bool {
    // Bytes are counted first, because characters cannot be more.
    let length = if text.len() > limits::NAME { text.chars().count() } else { 0 };
    if length > limits::NAME {
        reader.note(Code::NameTooLong, node, &[&length.to_string(), &limits::NAME.to_string()]);
    }
    length <= limits::NAME
}

/// The members of a text that is one spelling with its language.
const SINGLE: [&str; 2] = ["text", "lang"];

/// Names of fields that look like language tags.
fn is_field(key: &str) -> bool {
    ["at", "or", "url", "up"].contains(&key)
}

impl Texts {
    /// Reads the members of `node` that are keyed by language tags, or one spelling with its language; in names only short ones. What is
    /// called as `fields` say is entered into `found`. Notes a text without any spelling, which is given back all the same.
    fn read_text(
        reader: &mut Reader<'_, '_>,
        node: NodeIx,
        in_name: bool,
        fields: &[&'static str],
        found: &mut [Option<NodeIx>],
    ) -> Option<Self> {
        let document = reader.document;
        if document.kind(node) != Kind::Object {
            reader.wrong_type(node, "@texts");
            return None;
        }
        let mut spellings = Spellings::new();
        let mut tags = BTreeSet::new();
        let mut single = [None; SINGLE.len()];
        for member in document.children(node) {
            let Some(key) = document.key(member) else { continue };
            if let Some(place) = SINGLE.iter().position(|field| *field == key) {
                single[place] = single[place].or(Some(member));
            } else if let Some(place) = fields.iter().position(|field| *field == key) {
                found[place] = found[place].or(Some(member));
            } else if LanguageTag::meant(&key).is_some_and(|meant| meant != key) {
                reader.note_key(Code::BadLanguage, member, &[&key], LanguageTag::meant(&key));
            } else if LanguageTag::is_well_formed(&key) && !is_field(&key) {
                // A text of very many languages is looked up; where a file is not read whole, few are looked through.
                let is_new = if WHOLE { !tags.contains(&*key) } else { spellings.iter().all(|(tag, _)| *tag != key) };
                if is_new
                    && let Some(Plain(text)) = Plain::read(reader, member)
                    && (!in_name || is_name(reader, member, &text))
                {
                    if WHOLE {
                        tags.insert(key.clone());
                    }
                    spellings.push((key.into_owned(), text));
                }
            } else if WHOLE && LanguageTag::is_attempt(&key) && reader.speaks(&key) {
                reader.note_key(Code::BadLanguage, member, &[&key], LanguageTag::nearest(&key).as_deref());
            } else if WHOLE {
                let mut known = fields.iter().copied().chain(Lang::ALL.into_iter().map(Lang::tag));
                let near = reader.patience.nearest(&key, &mut known);
                reader.note_key(Code::UnknownField, member, &[&key], near);
            }
        }
        let is_single = single != [None; SINGLE.len()];
        if is_single {
            let text = reader.required::<Plain>(node, single[0], SINGLE[0]);
            let text = text.filter(|text| !in_name || is_name(reader, node, &text.0));
            let lang = reader.required::<LanguageTag>(node, single[1], SINGLE[1]);
            spellings.extend(lang.zip(text).map(|(lang, text)| (lang.0, text.0)));
        } else if spellings.is_empty() {
            reader.note(Code::EmptyText, node, &[]);
        }
        Some(Self { spellings, is_single, node })
    }

    /// The same of a text that must not be empty.
    fn filled(self) -> Option<Self> {
        (!self.spellings.is_empty()).then_some(self)
    }
}

impl Read for Texts {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        Self::read_text(reader, node, false, &[], &mut []).and_then(Self::filled)
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut Definitions) -> Value {
        let lang = LanguageTag::schema(definitions);
        definitions.named("Text", || {
            json!({
                "description": "A text by language tag; every language of site.languages should be there. A spelling that exists in one script only is { text, lang }.",
                "anyOf": [
                    {
                        "type": "object",
                        "properties": {
                            "text": { "type": "string", "minLength": 1, "maxLength": limits::TEXT },
                            "lang": lang,
                        },
                        "required": SINGLE,
                        "additionalProperties": false,
                    },
                    {
                        "type": "object",
                        "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
                        "additionalProperties": { "type": "string", "minLength": 1, "maxLength": limits::TEXT },
                        "minProperties": 1,
                    },
                ],
            })
        })
    }
}

crate::record! {
    /// A name beside the full one, in one script.
    pub struct OtherName {
        /// The text.
        "text" required text: Plain,
        /// Its language.
        "lang" required lang: LanguageTag,
        /// Jyutping with tone numbers, syllables parted by spaces; the editors' own where that of the full name is.
        "jyutping" optional jyutping: Plain,
    }
}

crate::record! {
    /// A name that an entity bore once.
    pub struct Former {
        /// The name.
        "name" required name: OtherName,
        /// When it bore it.
        "years" optional years: crate::model::Date,
    }
}

/// The names of an entity: texts by language, and readings, aliases and former names beside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// The full name by language.
    pub full: Texts,
    /// A shorter one for the map.
    pub short: Option<Texts>,
    /// Jyutping with tone numbers.
    pub jyutping: Option<Plain>,
    /// Hanyu pinyin.
    pub pinyin: Option<Plain>,
    /// Other names in use.
    pub aliases: Vec<OtherName>,
    /// Names it bore once.
    pub former: Vec<Former>,
    /// Which spellings are the editors' own.
    pub editorial: Vec<At<Plain>>,
}

/// The members of a name that are not languages.
pub(super) const NAME_FIELDS: [&str; 6] = ["short", "jyutping", "pinyin", "aliases", "former", "editorial"];

impl Read for Names {
    fn read(reader: &mut Reader<'_, '_>, node: NodeIx) -> Option<Self> {
        let mut fields = [None; NAME_FIELDS.len()];
        let full = Texts::read_text(reader, node, true, &NAME_FIELDS, &mut fields)?;
        let [short, jyutping, pinyin, aliases, former, editorial] = fields;
        let mut aliases: Vec<OtherName> = reader.optional(aliases).unwrap_or_default();
        let mut former: Vec<Former> = reader.optional(former).unwrap_or_default();
        let read = aliases.len() + former.len();
        aliases.retain(|alias| is_name(reader, alias.node, &alias.text.0));
        former.retain(|former| is_name(reader, former.name.node, &former.name.text.0));
        reader.set_aside += (read - aliases.len() - former.len()) as u32;
        for other in aliases.iter_mut().chain(former.iter_mut().map(|former| &mut former.name)) {
            other.jyutping = other.jyutping.take().filter(|reading| is_name(reader, other.node, &reading.0));
        }
        let mut reading = |node: Option<NodeIx>| {
            let text: Plain = reader.optional(node)?;
            is_name(reader, node?, &text.0).then_some(text)
        };
        let (jyutping, pinyin) = (reading(jyutping), reading(pinyin));
        let names = Self {
            full,
            short: short.and_then(|short| Texts::read_text(reader, short, true, &[], &mut []).and_then(Texts::filled)),
            jyutping,
            pinyin,
            aliases,
            former,
            editorial: reader.optional(editorial).unwrap_or_default(),
        };
        (!names.full.spellings.is_empty()).then_some(names)
    }

    #[cfg(feature = "curate")]
    fn schema(definitions: &mut Definitions) -> Value {
        let text = json!({ "type": "string", "minLength": 1, "maxLength": limits::NAME });
        let properties = json!({
            "text": text,
            "lang": LanguageTag::schema(definitions),
            "short": { "$ref": Texts::schema(definitions)["$ref"], "additionalProperties": text },
            "jyutping": { "type": "string", "minLength": 1, "maxLength": limits::NAME, "description": "Jyutping with tone numbers, syllables parted by spaces." },
            "pinyin": text,
            "aliases": Vec::<OtherName>::schema(definitions),
            "former": Vec::<Former>::schema(definitions),
            "editorial": { "type": "array", "items": { "type": "string" }, "description": "Which spellings are the editors' own: en, jyutping, …" },
        });
        definitions.named("Names", || {
            json!({
                "description": "The names of an entity by language tag, or one as { text, lang }; with readings, aliases and former names.",
                "type": "object",
                "properties": properties,
                "patternProperties": { "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": text },
                "additionalProperties": false,
                "dependentRequired": { "text": ["lang"], "lang": ["text"] },
                // Readings and other names alone are no name.
                "not": { "propertyNames": { "enum": NAME_FIELDS } },
            })
        })
    }
}
