//! The JSON Schema (draft 2020-12) of the file, generated from the record types.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::reader::Read;
use super::written::File;

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

/// The schema of a data file.
pub fn schema() -> Value {
    let mut definitions = Definitions::default();
    let _ = File::schema(&mut definitions);
    let mut root = definitions.0.remove("File").unwrap_or_default();
    if let Value::Object(root) = &mut root {
        root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".to_owned(), json!("Data file of Taste of Xiguan, format 1"));
        if let Some(Value::Object(properties)) = root.get_mut("properties") {
            properties.insert("$schema".to_owned(), json!({ "type": "string" }));
        }
        root.insert("$defs".to_owned(), json!(definitions.0));
    }
    root
}
