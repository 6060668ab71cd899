//! From bytes to a catalog. Loading never fails on data: it gives what is right and a list of findings.

mod build;
mod dating;
pub mod document;
pub mod encoding;
pub mod json;
pub mod language;
pub mod limits;
mod markup;
mod misplaced;
mod named;
mod number;
mod others;
#[macro_use]
pub mod reader;
mod rules;
#[cfg(feature = "curate")]
pub mod schema;
pub mod texts;
pub mod values;
pub mod written;

use crate::check::{Code, Finding, Place, pictures::is_picture};
use crate::{
    model::{Catalog, Offers},
    sorting::sort,
};
use document::Document;
use encoding::{Decoded, Refusal};
use json::{Parsed, Slip, SlipAt};
use reader::{Read, Reader};

/// The format that this program writes and fully knows.
pub const FORMAT: u32 = 1;

/// Whether all of a file is read and all that is wrong with it said. The opening page needs neither: it reads what it shows and
/// counts what it had to set aside of that, so that its program is small. A constant, so that what is not read is not built.
pub const WHOLE: bool = cfg!(feature = "further");

/// What loading gives.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// What is right in the file; `None` when it could not be read at all.
    pub catalog: Option<Catalog>,
    /// Everything that was found, in the order of the file.
    pub findings: Vec<Finding>,
    /// How many records were set aside, each for a fault of its own.
    pub set_aside: u32,
    /// Pictures that the file names and where it does, for those who can look whether they are there.
    pub pictures: Vec<(String, Place)>,
}

impl Loaded {
    /// Adds what `look` finds wrong with each picture that the file names. Of a path that is none of a picture all is said already.
    pub fn look_at_pictures(&mut self, look: impl Fn(&str, &Place) -> Option<Finding>) {
        let found = self
            .pictures
            .iter()
            .filter(|(picture, _)| is_picture(picture))
            .filter_map(|(picture, place)| look(picture, place));
        self.findings.extend(found);
        self.put_in_order();
    }

    fn put_in_order(&mut self) {
        let place = |finding: &Finding| (finding.place.line, finding.place.column);
        sort(&mut self.findings, |a, b| place(a).cmp(&place(b)));
    }
}

/// Loads a file from its bytes.
pub fn load(bytes: &[u8]) -> Loaded {
    if let Some(finding) = too_large(bytes.len() as u64) {
        return refused(finding);
    }
    match encoding::text(bytes) {
        Ok(decoded) => load_text(decoded),
        Err(Refusal { code, arguments, place: (line, column) }) => {
            refused(Finding { code, place: Place { line, column, ..START }, arguments, suggestion: None })
        }
    }
}

/// The finding for a file of so many bytes, when they are too many to be read.
pub fn too_large(bytes: u64) -> Option<Finding> {
    let limit = limits::BYTES / (1024 * 1024);
    (bytes > limits::BYTES as u64).then(|| finding(Code::FileTooLarge, vec![bytes.to_string(), limit.to_string()]))
}

/// The same for what a server announces of a file, before it is fetched. That may be its length when compressed, which is less.
pub fn announced_too_large(content_length: Option<&str>) -> Option<Finding> {
    too_large(content_length?.trim().parse().ok()?)
}

/// Nothing could be read, for one reason.
fn refused(finding: Finding) -> Loaded {
    Loaded { findings: vec![finding], ..Loaded::default() }
}

/// The beginning of a file.
const START: Place = Place { path: String::new(), line: 1, column: 1 };

/// A finding about the file as a whole.
fn finding(code: Code, arguments: Vec<String>) -> Finding {
    Finding { code, place: START, arguments, suggestion: None }
}

/// Loads a file from its text.
fn load_text(decoded: Decoded<'_>) -> Loaded {
    let Decoded { text: source, marked, is_cut } = decoded;
    let Parsed { document, is_plain, mut slips, duplicates } = json::parse(source);
    if is_cut && slips.last().is_none_or(|last| last.slip != Slip::CutOff) {
        slips.push(SlipAt { slip: Slip::CutOff, offset: source.len() as u32 });
    }
    let is_plain = is_plain && !is_cut && document.is_some();
    let document = document.unwrap_or_else(|| Document::new(source, Vec::new()));
    let mut reader = Reader::new(&document);
    let is_json = slips.is_empty();
    // Slips come first: what rejects the file is never among what is too much to list.
    for SlipAt { slip, offset } in slips {
        let (line, column) = document.line_and_column(offset);
        let path = document.around(offset).map_or_else(String::new, |node| document.pointer(node));
        let place = Place { path, line, column };
        let arguments = slip.arguments(|offset| document.line_and_column(offset).0);
        let suggestion = if WHOLE { slip.meant(&source[offset as usize..]) } else { None };
        reader.push(Finding { code: slip.code(), place, arguments, suggestion });
    }
    if marked {
        reader.push(finding(Code::ByteOrderMark, Vec::new()));
    }
    for (member, first) in duplicates {
        let key = document.key(member).unwrap_or_default();
        let Place { line, column, .. } = reader.place_of_key(first);
        reader.note_key(Code::DuplicateKey, member, &[&key, &line.to_string(), &column.to_string()], None);
    }
    // With slips that leave no doubt the rest is read for its findings, so that one run names them all; it is not JSON all the same.
    let mut loaded = if is_plain { read(&mut reader) } else { Loaded::default() };
    // Of what is no JSON the entities may be there, and only out of reach.
    if WHOLE
        && is_json
        && reader.parts.is_empty()
        && loaded.catalog.as_ref().is_some_and(|catalog| catalog.entities.is_empty())
    {
        reader.push(finding(Code::NothingToShow, Vec::new()));
    }
    if !is_json {
        loaded = Loaded::default();
    }
    loaded.findings = reader.into_findings();
    loaded.put_in_order();
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
    if WHOLE {
        note_format(reader, format);
    }
    let offered = reader.fields_of(root, ["map", "events", "routes"]);
    let has = |part: Option<document::NodeIx>| part.is_some_and(|part| reader.document.children(part).next().is_some());
    let [map, events, routes] = offered.map(has);
    let build::Built { mut catalog, set_aside, places, pictures } = build::build(reader, file);
    catalog.offers = Offers { map, events, routes };
    catalog.newer_format = format.is_some_and(|format| format > FORMAT);
    if WHOLE {
        rules::run(reader, &catalog, &places);
    }
    Loaded { catalog: Some(catalog), findings: Vec::new(), set_aside, pictures }
}

/// Notes a format that is missing, none of ours, or newer. One that is no whole number was noted when it was read.
fn note_format(reader: &mut Reader<'_, '_>, format: Option<u32>) {
    let root = reader.document.root();
    let [written] = reader.fields_of(root, ["format"]);
    match (written, format) {
        (None, _) if reader.parts.iter().any(|part| part == "format") => {}
        (None, _) => reader.note(Code::MissingFormat, root, &[]),
        (Some(node), Some(0)) => {
            let ours = FORMAT.to_string();
            reader.note_with(Code::NumberRange, node, &["0", &ours], Some(&ours));
        }
        (Some(node), Some(format)) if format > FORMAT => {
            reader.note(Code::NewerFormat, node, &[&format.to_string(), &FORMAT.to_string()]);
        }
        _ => {}
    }
}
