//! From bytes to a catalog. Loading never fails on data: it gives what is right and a list of findings.

mod build;
pub mod document;
pub mod json;
pub mod limits;
#[macro_use]
pub mod reader;
#[cfg(feature = "curate")]
pub mod schema;
pub mod texts;
pub mod values;
pub mod written;

use crate::check::{Code, Finding, Place};
use crate::model::Catalog;
use json::{Slip, SlipAt};
use reader::{Read, Reader};

/// The format that this program writes and fully knows.
pub const FORMAT: u32 = 1;

/// What loading gives.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What is right in the file; `None` when it could not be read at all.
    pub catalog: Option<Catalog>,
    /// Everything that was found, in the order of the file.
    pub findings: Vec<Finding>,
    /// How many records were set aside.
    pub set_aside: u32,
}

/// Loads a file from its bytes.
pub fn load(bytes: &[u8]) -> Loaded {
    let Ok(source) = std::str::from_utf8(bytes) else {
        let place = Place { line: 1, column: 1, ..Place::default() };
        let finding = Finding { code: Code::NotUtf8, place, arguments: Vec::new(), suggestion: None };
        return Loaded { findings: vec![finding], ..Loaded::default() };
    };
    load_text(source)
}

/// Loads a file from its text.
pub fn load_text(source: &str) -> Loaded {
    let parsed = json::parse(source);
    let Some(document) = parsed.document else {
        return Loaded::default();
    };
    let mut reader = Reader { document: &document, findings: Vec::new() };
    for SlipAt { slip, offset } in &parsed.slips {
        let (line, column) = document.line_and_column(*offset);
        let place = Place { path: String::new(), line, column };
        reader.findings.push(Finding { code: code(*slip), place, arguments: Vec::new(), suggestion: None });
    }
    if !parsed.slips.is_empty() {
        return Loaded { findings: reader.findings, ..Loaded::default() };
    }
    let Some(file) = written::File::read(&mut reader, document.root()) else {
        return Loaded { findings: reader.findings, ..Loaded::default() };
    };
    let (catalog, set_aside) = build::build(&mut reader, file);
    Loaded { catalog: Some(catalog), findings: reader.findings, set_aside }
}

/// The finding for a slip.
fn code(slip: Slip) -> Code {
    match slip {
        Slip::CutOff => Code::CutOff,
        Slip::NotAValue => Code::NotAValue,
        Slip::TrailingComma => Code::TrailingComma,
        Slip::MissingComma => Code::MissingComma,
        Slip::MissingColon => Code::MissingColon,
        Slip::BareKey => Code::BareKey,
        Slip::Comment => Code::Comment,
        Slip::OddQuotes => Code::OddQuotes,
        Slip::FullWidth => Code::FullWidthPunctuation,
        Slip::ControlInString => Code::ControlCharacter,
        Slip::BadEscape => Code::BadEscape,
        Slip::LoneSurrogate => Code::LoneSurrogate,
        Slip::BadNumber => Code::BadNumber,
        Slip::Trailing => Code::TrailingText,
        Slip::TooDeep => Code::TooDeep,
        Slip::TooMany => Code::TooManyValues,
    }
}
