//! `curate fmt`: the canonical order and layout of a data file, losing nothing.
//!
//! Fields stand in the order of the schema, fields that it does not know after them in their own order, doubled ones as often as
//! they stand; texts begin with the interface languages. What is short stands on one line. Numbers and strings keep their spelling.

use std::{fmt::Write as _, io::Write};

use serde_json::Value;

use super::{UNREADABLE, arguments::FmtOptions, load, read, report, talk};
use crate::{
    check::{Code, Finding},
    load::{
        document::{Document, Kind, NodeIx},
        encoding, json, schema,
    },
    model::Lang,
};

/// The widest line that is not broken; a Chinese character counts as two.
const WIDTH: usize = 120;

/// Formats a file, or tells whether it would change. A file that cannot be read as JSON, is no object, or is of a newer
/// format, is left alone.
pub(super) fn run(options: &FmtOptions, out: &mut impl Write) -> anyhow::Result<u8> {
    let bytes = match read(&options.file) {
        Ok(bytes) => bytes,
        Err(finding) => {
            talk(&report::human(&options.file, &finding, Lang::En));
            return Ok(UNREADABLE);
        }
    };
    let Some(formatted) = formatted(&bytes) else {
        // A file with slips is not touched; its findings say why.
        for finding in load(&options.file).findings {
            talk(&report::human(&options.file, &finding, Lang::En));
        }
        return Ok(UNREADABLE);
    };
    let loaded = crate::load::load(&bytes);
    let is_not_ours = |finding: &&Finding| [Code::NewerFormat, Code::NotAnObject].contains(&finding.code);
    if let Some(finding) = loaded.findings.iter().find(is_not_ours) {
        talk(&report::human(&options.file, finding, Lang::En));
        return Ok(2);
    }
    if formatted.as_bytes() == bytes {
        return Ok(0);
    }
    if options.check {
        writeln!(out, "{} would change", options.file.display())?;
        return Ok(1);
    }
    // Written beside the file first, so that a full disk cannot cost what was there.
    // A link to the file stays one, and the file keeps its rights.
    let file = options.file.canonicalize()?;
    let beside = file.with_extension("json.new");
    std::fs::write(&beside, &formatted)?;
    std::fs::set_permissions(&beside, file.metadata()?.permissions())?;
    std::fs::rename(&beside, &file)?;
    Ok(0)
}

/// The canonical text; `None` for a file with slips.
fn formatted(bytes: &[u8]) -> Option<String> {
    let decoded = encoding::text(bytes).ok().filter(|decoded| !decoded.is_cut)?;
    let text = decoded.text;
    let parsed = json::parse(text);
    let document = parsed.document.filter(|_| parsed.slips.is_empty())?;
    let schema = schema::schema();
    let mut out = String::with_capacity(text.len());
    let printer = Printer { document: &document, schema: &schema };
    printer.value(document.root(), &schema, 0, &mut out);
    out.push('\n');
    Some(out)
}

struct Printer<'a, 'd> {
    document: &'a Document<'d>,
    schema: &'a Value,
}

impl<'a> Printer<'a, '_> {
    /// The part of the schema that a reference names, and of several the one that describes an object with these keys.
    fn resolved(&self, schema: &'a Value, node: NodeIx) -> &'a Value {
        if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/")) {
            return self.resolved(&self.schema["$defs"][name], node);
        }
        let Some(choices) = schema["anyOf"].as_array() else { return schema };
        let wanted = match self.document.kind(node) {
            Kind::Object => "object",
            Kind::Array => "array",
            _ => return schema,
        };
        let fits = |choice: &&'a Value| {
            let choice = self.resolved(choice, node);
            let needed = choice["required"].as_array().into_iter().flatten();
            let has = |key: &str| {
                self.document.children(node).any(|member| self.document.key(member).is_some_and(|k| k == key))
            };
            choice["type"] == wanted && needed.filter_map(Value::as_str).all(has)
        };
        choices.iter().find(fits).map_or(schema, |choice| self.resolved(choice, node))
    }

    /// Members in canonical order, each with its part of the schema.
    fn members(&self, node: NodeIx, schema: &'a Value) -> Vec<(NodeIx, &'a Value)> {
        let properties = schema["properties"].as_object();
        let languages: Vec<&str> = Lang::ALL.iter().map(|lang| lang.tag()).collect();
        let place = |key: &str| {
            // Languages come first, then known fields; `$schema` stands before everything.
            let language = languages.iter().position(|tag| *tag == key);
            let known = properties.and_then(|properties| properties.keys().position(|name| name == key));
            match (key, language, known) {
                ("$schema", ..) => 0,
                (_, Some(at), _) => 1 + at,
                (_, _, Some(at)) => 10 + at,
                _ => usize::MAX,
            }
        };
        let mut members: Vec<(usize, NodeIx, &'a Value)> = self
            .document
            .children(node)
            .map(|member| {
                let key = self.document.key(member).unwrap_or_default();
                let of = properties.and_then(|properties| properties.get(&*key)).unwrap_or(&Value::Null);
                (place(&key), member, of)
            })
            .collect();
        members.sort_by_key(|(place, ..)| *place);
        members.into_iter().map(|(_, member, of)| (member, of)).collect()
    }

    fn value(&self, node: NodeIx, schema: &'a Value, indent: usize, out: &mut String) {
        let schema = self.resolved(schema, node);
        let kind = self.document.kind(node);
        if !matches!(kind, Kind::Array | Kind::Object) {
            out.push_str(self.document.raw(node));
            return;
        }
        let line_start = out.rfind('\n').map_or(0, |at| at + 1);
        let before = width(&out[line_start..]);
        if let Some(short) = self.short(node, schema, WIDTH.saturating_sub(before)) {
            out.push_str(&short);
            return;
        }
        let (open, close) = if kind == Kind::Array { ('[', ']') } else { ('{', '}') };
        let parts: Vec<(NodeIx, &'a Value)> = if kind == Kind::Array {
            self.document.children(node).map(|item| (item, &schema["items"])).collect()
        } else {
            self.members(node, schema)
        };
        out.push(open);
        for (place, (part, of)) in parts.iter().enumerate() {
            out.push_str(if place == 0 { "\n" } else { ",\n" });
            let inner = indent + 2;
            // Writing into a string does not fail.
            let _ = write!(out, "{:inner$}", "");
            if kind == Kind::Object {
                let _ = write!(out, "{}: ", self.key(*part));
            }
            self.value(*part, of, inner, out);
        }
        let _ = write!(out, "\n{:indent$}{close}", "");
    }

    /// The key as written.
    fn key(&self, member: NodeIx) -> String {
        serde_json::to_string(&self.document.key(member).unwrap_or_default()).unwrap_or_default()
    }

    /// The value on one line, when it is at most `room` wide and no container in it holds another.
    fn short(&self, node: NodeIx, schema: &'a Value, room: usize) -> Option<String> {
        let out = self.on_one_line(node, schema, 2, room)?;
        (width(&out) <= room).then_some(out)
    }

    fn on_one_line(&self, node: NodeIx, schema: &'a Value, depth: usize, room: usize) -> Option<String> {
        let schema = self.resolved(schema, node);
        let kind = self.document.kind(node);
        if !matches!(kind, Kind::Array | Kind::Object) {
            return Some(self.document.raw(node).to_owned());
        }
        if depth == 0 {
            return None;
        }
        let mut out = String::new();
        let parts: Vec<(NodeIx, &'a Value)> = if kind == Kind::Array {
            self.document.children(node).map(|item| (item, &schema["items"])).collect()
        } else {
            self.members(node, schema)
        };
        for (place, (part, of)) in parts.iter().enumerate() {
            if place > 0 {
                out.push_str(", ");
            }
            if kind == Kind::Object {
                out += &format!("{}: ", self.key(*part));
            }
            out += &self.on_one_line(*part, of, depth - 1, room)?;
            if out.len() > 4 * room {
                return None;
            }
        }
        Some(match (kind, out.is_empty()) {
            (Kind::Array, _) => format!("[{out}]"),
            (_, true) => "{}".to_owned(),
            _ => format!("{{ {out} }}"),
        })
    }
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if (c as u32) >= 0x2e80 { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::formatted;

    fn check(from: &str, to: &str) {
        let once = formatted(from.as_bytes()).unwrap_or_else(|| panic!("{from} has slips"));
        assert_eq!(once, to);
        assert_eq!(formatted(once.as_bytes()).as_deref(), Some(to), "a second time changes nothing");
    }

    #[test]
    fn fields_stand_in_the_order_of_the_schema_and_unknown_ones_are_kept() {
        check(
            "{\"entities\":[{\"name\":{\"en\":\"A\",\"zh-Hans\":\"甲\"},\"odd\":1.50,\"kind\":\"k\",\"id\":\"a\"}],\r\n\"extra\":null,\"format\":1}",
            "{\n  \"format\": 1,\n  \"entities\": [\n    { \"id\": \"a\", \"kind\": \"k\", \"name\": { \"zh-Hans\": \"甲\", \"en\": \"A\" }, \"odd\": 1.50 }\n  ],\n  \"extra\": null\n}\n",
        );
    }

    #[test]
    fn doubled_keys_and_spellings_are_kept_and_slips_are_left_alone() {
        check("{\"x\": \"\\u6ce8\", \"x\": 1e2}", "{ \"x\": \"\\u6ce8\", \"x\": 1e2 }\n");
        assert_eq!(formatted(b"{\"x\": 1,}"), None);
    }
}
