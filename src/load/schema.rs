//! The JSON Schema (draft 2020-12) of the file, generated from the record types.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::reader::Read;
use super::written::File;
use super::{FORMAT, limits};
use crate::check::pictures::FORMATS;

/// One field of a record.
pub struct Field {
    /// Its key in the file.
    pub key: &'static str,
    /// Its description.
    pub note: &'static str,
    /// Whether a record without it is set aside.
    pub needed: bool,
    /// How its value is described.
    pub schema: fn(&mut Definitions) -> Value,
}

/// The named parts of a schema.
#[derive(Default)]
pub struct Definitions(BTreeMap<&'static str, Value>);

impl Definitions {
    /// A reference to a part, described when it is first asked for.
    pub fn named(&mut self, name: &'static str, describe: impl FnOnce() -> Value) -> Value {
        if !self.0.contains_key(name) {
            let value = describe();
            self.0.insert(name, value);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// A reference to a record.
    pub fn record(&mut self, name: &'static str, note: &'static str, fields: &[Field]) -> Value {
        if !self.0.contains_key(name) {
            // The name is taken before the fields are described, so that a record may hold itself.
            self.0.insert(name, Value::Null);
            let mut properties = Map::new();
            for field in fields {
                let mut schema = (field.schema)(self);
                if let Value::Object(schema) = &mut schema {
                    schema.insert("description".to_owned(), json!(field.note.trim()));
                }
                properties.insert(field.key.to_owned(), schema);
            }
            let needed: Vec<_> = fields.iter().filter(|field| field.needed).map(|field| field.key).collect();
            let described = json!({
                "description": note.trim(),
                "type": "object",
                "properties": properties,
                "required": needed,
                "additionalProperties": false,
            });
            self.0.insert(name, described);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// Adds what the loader asks of a field beyond its type.
fn narrow(definitions: &mut Definitions, record: &str, field: &str, more: Value) {
    let schema = definitions.0.get_mut(record).and_then(|record| record["properties"][field].as_object_mut());
    if let (Some(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

/// The schema of a data file.
pub fn schema() -> Value {
    let mut definitions = Definitions::default();
    let _ = File::schema(&mut definitions);
    narrow(&mut definitions, "Place", "lat", json!({ "minimum": -90, "maximum": 90 }));
    narrow(&mut definitions, "Place", "lon", json!({ "minimum": -180, "maximum": 180 }));
    narrow(&mut definitions, "Stage", "colour", json!({ "minimum": 1, "maximum": 7 }));
    narrow(&mut definitions, "Column", "colour", json!({ "minimum": 1, "maximum": 7 }));
    narrow(&mut definitions, "Story", "steps", json!({ "minItems": 1 }));
    narrow(&mut definitions, "Route", "stops", json!({ "minItems": 1 }));
    narrow(&mut definitions, "File", "entities", json!({ "maxItems": limits::ENTITIES }));
    narrow(&mut definitions, "File", "links", json!({ "maxItems": limits::LINKS }));
    narrow(&mut definitions, "File", "format", json!({ "minimum": 1, "maximum": FORMAT }));
    let ends = FORMATS.map(|(end, _)| end.trim_start_matches('.')).join("|");
    let picture = format!(r"^([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.({ends})$");
    narrow(&mut definitions, "Picture", "file", json!({ "pattern": picture }));
    if let Some(Value::Object(place)) = definitions.0.get_mut("Place") {
        place.insert("dependentRequired".to_owned(), json!({ "lat": ["lon"], "lon": ["lat"] }));
    }
    if let Some(Value::Object(link)) = definitions.0.get_mut("Link") {
        link.insert("if".to_owned(), json!({ "properties": { "evidence": { "const": "unsourced" } } }));
        link.insert(
            "else".to_owned(),
            json!({ "required": ["sources"], "properties": { "sources": { "minItems": 1 } } }),
        );
    }
    let mut root = definitions.0.remove("File").unwrap_or_default();
    if let Value::Object(root) = &mut root {
        root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        // The loader shows a file without its format number, and calls it an error all the same.
        root.insert("required".to_owned(), json!(["format"]));
        root.insert("title".to_owned(), json!("Data file of Taste of Xiguan, format 1"));
        if let Some(Value::Object(properties)) = root.get_mut("properties") {
            properties.insert("$schema".to_owned(), json!({ "type": "string" }));
        }
        root.insert("$defs".to_owned(), json!(definitions.0));
    }
    root
}
