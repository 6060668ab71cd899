//! From bytes to a catalog. Loading never fails on data: it gives what is right and a list of findings.

mod build;
pub mod document;
pub mod encoding;
pub mod json;
pub mod limits;
mod number;
#[macro_use]
pub mod reader;
mod rules;
#[cfg(feature = "curate")]
pub mod schema;
pub mod texts;
pub mod values;
pub mod written;

use crate::check::{Code, Finding, Place};
use crate::{model::Catalog, sorting::sort};
use encoding::Refusal;
use json::{Parsed, Slip, SlipAt};
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
    /// Pictures that the file names and where it does, for those who can look whether they are there.
    pub pictures: Vec<(String, Place)>,
}

/// Loads a file from its bytes.
pub fn load(bytes: &[u8]) -> Loaded {
    if bytes.len() > limits::BYTES {
        let limit = (limits::BYTES / (1024 * 1024)).to_string();
        return refused(Code::FileTooLarge, vec![bytes.len().to_string(), limit]);
    }
    match encoding::text(bytes) {
        Ok((text, marked)) => load_text(text, marked),
        Err(Refusal { code, arguments }) => refused(code, arguments),
    }
}

/// Nothing could be read, for one reason.
fn refused(code: Code, arguments: Vec<String>) -> Loaded {
    Loaded { findings: vec![Finding { code, place: START, arguments, suggestion: None }], ..Loaded::default() }
}

/// The beginning of a file.
const START: Place = Place { path: String::new(), line: 1, column: 1 };

/// Loads a file from its text. `marked` says whether a byte order mark stood before it.
fn load_text(source: &str, marked: bool) -> Loaded {
    let Parsed { document, slips, duplicates } = json::parse(source);
    let Some(document) = document else {
        let slip = slips.first().copied().unwrap_or(SlipAt { slip: Slip::NotAValue, offset: 0 });
        return refused(code(slip.slip), arguments(slip.slip));
    };
    let mut reader = Reader { document: &document, findings: Vec::new() };
    if marked {
        reader.findings.push(Finding {
            code: Code::ByteOrderMark,
            place: START,
            arguments: Vec::new(),
            suggestion: None,
        });
    }
    for (member, first) in duplicates {
        let key = document.key(member).unwrap_or_default();
        let line = reader.place_of_key(first).line.to_string();
        let place = reader.place_of_key(member);
        let arguments = vec![key.into_owned(), line];
        reader.findings.push(Finding { code: Code::DuplicateKey, place, arguments, suggestion: None });
    }
    let mut loaded = if slips.is_empty() { read(&mut reader) } else { Loaded::default() };
    for SlipAt { slip, offset } in slips {
        let (line, column) = document.line_and_column(offset);
        let place = Place { path: String::new(), line, column };
        reader.findings.push(Finding { code: code(slip), place, arguments: arguments(slip), suggestion: None });
    }
    loaded.findings = reader.findings;
    let place = |finding: &Finding| (finding.place.line, finding.place.column);
    sort(&mut loaded.findings, |a, b| place(a).cmp(&place(b)));
    loaded
}

/// Reads what stands in a document without slips.
fn read(reader: &mut Reader<'_, '_>) -> Loaded {
    let root = reader.document.root();
    if reader.document.kind(root) != document::Kind::Object {
        reader.note(Code::NotAnObject, root, &[]);
        return Loaded::default();
    }
    let Some(file) = written::File::read(reader, root) else { return Loaded::default() };
    let format = file.format;
    match format {
        None => reader.note(Code::MissingFormat, root, &[]),
        Some(0) => reader.note(Code::NumberRange, root, &["0", &FORMAT.to_string()]),
        Some(format) if format > FORMAT => {
            reader.note(Code::NewerFormat, root, &[&format.to_string(), &FORMAT.to_string()]);
        }
        Some(_) => {}
    }
    let build::Built { mut catalog, set_aside, places, pictures } = build::build(reader, file);
    catalog.newer_format = format.is_some_and(|format| format > FORMAT);
    rules::run(reader, &catalog, &places);
    Loaded { catalog: Some(catalog), findings: Vec::new(), set_aside, pictures }
}

/// The words that the finding for a slip is about.
fn arguments(slip: Slip) -> Vec<String> {
    match slip {
        Slip::TooDeep => vec![limits::NESTING.to_string()],
        Slip::TooMany => vec![limits::VALUES.to_string()],
        _ => Vec::new(),
    }
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
