//! A strict JSON parser (RFC 8259) that keeps positions and goes on after common slips, so that one run names them all.
//!
//! It is our own because the checker needs what general parsers do not give together: every duplicate key, exact positions
//! in characters, several syntax errors of one file with their likely cause, and a bound on nesting before anything recurses.

use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map::Entry},
};

use super::document::{Document, Kind, NO_NODE, Node, NodeIx, Span, unquoted};
use super::limits;

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The text ends inside a value: the file looks cut off.
    CutOff,
    /// Something that begins no value.
    NotAValue,
    /// A comma with nothing after it.
    TrailingComma,
    /// Two values without a comma between them.
    MissingComma,
    /// A key without a colon.
    MissingColon,
    /// A key that is not in double quotes.
    BareKey,
    /// A comment.
    Comment,
    /// A string in single or curly quotes.
    OddQuotes,
    /// Punctuation of a Chinese keyboard where JSON wants its own.
    FullWidth,
    /// A raw line end or control character inside a string.
    ControlInString,
    /// An escape that JSON does not know.
    BadEscape,
    /// Half of a character that takes two escapes.
    LoneSurrogate,
    /// A number that JSON does not know, such as `01`, `+1`, `.5` or `NaN`.
    BadNumber,
    /// Text after the end.
    Trailing,
    /// More nesting than [`limits::NESTING`].
    TooDeep,
    /// More values than [`limits::VALUES`].
    TooMany,
}

/// A slip and where it is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlipAt {
    /// What is wrong.
    pub slip: Slip,
    /// Where it begins.
    pub offset: u32,
}

/// What parsing gives: the document as far as it could be read, every slip, and every duplicate key.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// The document; `None` when there is no value at all.
    pub document: Option<Document<'a>>,
    /// Slips in the order of the text; at most [`MOST_SLIPS`].
    pub slips: Vec<SlipAt>,
    /// Members whose key occurred before in the same object, each with the first one.
    pub duplicates: Vec<(NodeIx, NodeIx)>,
}

/// After so many slips the rest is not worth naming.
pub const MOST_SLIPS: usize = 50;

struct Parser<'a> {
    source: &'a str,
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    slips: Vec<SlipAt>,
    duplicates: Vec<(NodeIx, NodeIx)>,
}

/// Parsing cannot go on from here; the slip is already noted.
struct Stop;

/// Parses a whole text.
pub fn parse(source: &str) -> Parsed<'_> {
    let mut parser = Parser {
        source,
        bytes: source.as_bytes(),
        at: 0,
        nodes: Vec::new(),
        slips: Vec::new(),
        duplicates: Vec::new(),
    };
    let ended = parser.space().and_then(|()| parser.value(NO_NODE, 0, NO_KEY, 0)).and_then(|_| parser.space());
    if ended.is_ok() && parser.at < parser.bytes.len() {
        let _ = parser.slip(Slip::Trailing);
    }
    let Parser { nodes, slips, duplicates, .. } = parser;
    let document = (!nodes.is_empty()).then(|| Document::new(source, nodes));
    Parsed { document, slips, duplicates }
}

const NO_KEY: Span = Span { start: 0, end: 0 };

impl<'a> Parser<'a> {
    /// Notes a slip; stops when there are too many.
    fn slip(&mut self, slip: Slip) -> Result<(), Stop> {
        self.slip_at(slip, self.at)
    }

    fn slip_at(&mut self, slip: Slip, offset: usize) -> Result<(), Stop> {
        self.slips.push(SlipAt { slip, offset: offset as u32 });
        if self.slips.len() < MOST_SLIPS { Ok(()) } else { Err(Stop) }
    }

    fn stop<T>(&mut self, slip: Slip) -> Result<T, Stop> {
        self.slips.push(SlipAt { slip, offset: self.at as u32 });
        Err(Stop)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    /// Skips white space, and comments with a slip each.
    fn space(&mut self) -> Result<(), Stop> {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += 1;
            }
            let end = if self.rest().starts_with("//") {
                self.rest().find('\n')
            } else if self.rest().starts_with("/*") {
                self.rest().find("*/").map(|end| end + 2)
            } else {
                return Ok(());
            };
            self.slip(Slip::Comment)?;
            self.at = end.map_or(self.bytes.len(), |end| self.at + end);
        }
    }

    /// Takes `wanted`, or its full-width twin with a slip. `false` when neither stands here.
    fn take(&mut self, wanted: u8, twin: char) -> Result<bool, Stop> {
        if self.peek() == Some(wanted) {
            self.at += 1;
            return Ok(true);
        }
        if self.rest().starts_with(twin) {
            self.slip(Slip::FullWidth)?;
            self.at += twin.len_utf8();
            return Ok(true);
        }
        Ok(false)
    }

    fn push(&mut self, kind: Kind, parent: u32, index: u32, key: Span) -> Result<u32, Stop> {
        if self.nodes.len() >= limits::VALUES {
            return self.stop(Slip::TooMany);
        }
        let start = self.at as u32;
        let span = Span { start, end: start };
        self.nodes.push(Node { kind, span, key, parent, index, first: NO_NODE, next: NO_NODE });
        Ok(self.nodes.len() as u32 - 1)
    }

    fn close(&mut self, node: u32) {
        self.nodes[node as usize].span.end = self.at as u32;
    }

    /// One value. `depth` counts the containers around it.
    fn value(&mut self, parent: u32, index: u32, key: Span, depth: usize) -> Result<u32, Stop> {
        let Some(byte) = self.peek() else { return self.stop(Slip::CutOff) };
        let kind = match byte {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::String,
            b'-' | b'+' | b'.' | b'0'..=b'9' => Kind::Number,
            b't' | b'f' => Kind::Bool,
            b'n' => Kind::Null,
            _ if self.odd_quote().is_some() => Kind::String,
            _ if self.rest().starts_with("NaN") || self.rest().starts_with("Infinity") => Kind::Number,
            _ => return self.stop(Slip::NotAValue),
        };
        let node = self.push(kind, parent, index, key)?;
        match kind {
            Kind::Object | Kind::Array if depth >= limits::NESTING => return self.stop(Slip::TooDeep),
            Kind::Object => self.members(node, depth + 1)?,
            Kind::Array => self.items(node, depth + 1)?,
            Kind::String => self.string()?,
            Kind::Number => self.number()?,
            Kind::Bool | Kind::Null => {
                let Some(word) = ["true", "false", "null"].into_iter().find(|word| self.rest().starts_with(word))
                else {
                    return self.stop(if self.rest().len() < 5 { Slip::CutOff } else { Slip::NotAValue });
                };
                self.at += word.len();
            }
        }
        self.close(node);
        Ok(node)
    }

    fn link(&mut self, parent: u32, last: Option<u32>, child: u32) {
        match last {
            None => self.nodes[parent as usize].first = child,
            Some(last) => self.nodes[last as usize].next = child,
        }
    }

    fn items(&mut self, node: u32, depth: usize) -> Result<(), Stop> {
        self.at += 1;
        let mut last = None;
        for index in 0.. {
            self.space()?;
            if self.peek() == Some(b']') {
                break;
            }
            let child = self.value(node, index, NO_KEY, depth)?;
            self.link(node, last, child);
            last = Some(child);
            if !self.more(b']')? {
                break;
            }
        }
        self.at += 1;
        Ok(())
    }

    fn members(&mut self, node: u32, depth: usize) -> Result<(), Stop> {
        self.at += 1;
        let mut last = None;
        let mut seen: BTreeMap<Cow<'a, str>, u32> = BTreeMap::new();
        for index in 0.. {
            self.space()?;
            if self.peek() == Some(b'}') {
                break;
            }
            let key = self.key()?;
            self.space()?;
            if !self.take(b':', '：')? {
                if self.peek().is_none() {
                    return self.stop(Slip::CutOff);
                }
                self.slip(Slip::MissingColon)?;
            }
            self.space()?;
            let child = self.value(node, index, key, depth)?;
            self.link(node, last, child);
            last = Some(child);
            self.note_duplicate(&mut seen, child);
            if !self.more(b'}')? {
                break;
            }
        }
        self.at += 1;
        Ok(())
    }

    fn note_duplicate(&mut self, seen: &mut BTreeMap<Cow<'a, str>, u32>, child: u32) {
        let Span { start, end } = self.nodes[child as usize].key;
        // A bare key is a slip already and has no span to read.
        if start == end {
            return;
        }
        match seen.entry(unquoted(&self.source[start as usize..end as usize])) {
            Entry::Occupied(first) => self.duplicates.push((NodeIx(child), NodeIx(*first.get()))),
            Entry::Vacant(free) => {
                free.insert(child);
            }
        }
    }

    /// After an item: whether another one follows. Leaves the parser at the closing bracket otherwise.
    fn more(&mut self, closing: u8) -> Result<bool, Stop> {
        self.space()?;
        let comma = self.at;
        if self.take(b',', '，')? {
            self.space()?;
            if self.peek() == Some(closing) {
                self.slip_at(Slip::TrailingComma, comma)?;
                return Ok(false);
            }
            return Ok(true);
        }
        match self.peek() {
            Some(byte) if byte == closing => Ok(false),
            None => self.stop(Slip::CutOff),
            // A value or key right after a value: the comma was forgotten.
            Some(b'"' | b'{' | b'[' | b'0'..=b'9' | b'-') => self.slip(Slip::MissingComma).map(|()| true),
            Some(_) => self.stop(Slip::NotAValue),
        }
    }

    fn key(&mut self) -> Result<Span, Stop> {
        let start = self.at as u32;
        match self.peek() {
            Some(b'"') => self.string()?,
            None => return self.stop(Slip::CutOff),
            Some(_) if self.odd_quote().is_some() => self.string()?,
            Some(_) => {
                let length = self.rest().find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(0);
                if length == 0 {
                    return self.stop(Slip::BareKey);
                }
                self.slip(Slip::BareKey)?;
                self.at += length;
                // The key's span must have quotes to be read; a bare one is as if absent.
                return Ok(NO_KEY);
            }
        }
        Ok(Span { start, end: self.at as u32 })
    }

    /// The closing quote that fits an opening quote that is not JSON's.
    fn odd_quote(&self) -> Option<char> {
        match self.rest().chars().next()? {
            '\'' => Some('\''),
            '“' | '”' => Some('”'),
            '‘' | '’' => Some('’'),
            '「' => Some('」'),
            '＂' => Some('＂'),
            _ => None,
        }
    }

    fn string(&mut self) -> Result<(), Stop> {
        if let Some(closing) = self.odd_quote() {
            let opening = self.rest().chars().next().map_or(1, char::len_utf8);
            let Some(length) = self.rest()[opening..].find(closing) else { return self.stop(Slip::OddQuotes) };
            self.slip(Slip::OddQuotes)?;
            self.at += opening + length + closing.len_utf8();
            return Ok(());
        }
        let opening = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => {
                    self.at = opening;
                    return self.stop(Slip::CutOff);
                }
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(byte) if byte < 0x20 => {
                    self.slip(Slip::ControlInString)?;
                    // A line end inside a string mostly means that the closing quote is missing: nothing after it can be trusted.
                    if byte == b'\n' {
                        return Err(Stop);
                    }
                    self.at += 1;
                }
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        Ok(())
    }

    fn unit(&self, at: usize) -> Option<u16> {
        let hex = self.bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        hex.iter().try_fold(0_u16, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)? as u16))
    }

    fn escape(&mut self) -> Result<(), Stop> {
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
            Some(b'u') => match self.unit(self.at) {
                None => {
                    self.slip(Slip::BadEscape)?;
                    self.at += 2;
                }
                Some(0xD800..=0xDBFF) if matches!(self.unit(self.at + 6), Some(0xDC00..=0xDFFF)) => self.at += 12,
                Some(0xD800..=0xDFFF) => {
                    self.slip(Slip::LoneSurrogate)?;
                    self.at += 6;
                }
                Some(_) => self.at += 6,
            },
            _ => {
                self.slip(Slip::BadEscape)?;
                self.at += 1;
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Stop> {
        let length = self.rest().find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c));
        let text = &self.rest()[..length.unwrap_or(self.rest().len())];
        let length = text.len();
        if super::number::parse(text).is_none() {
            self.slip(Slip::BadNumber)?;
        }
        self.at += length;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks each slip of `text` as `offset:slip`.
    fn slips(text: &str) -> String {
        let marks: Vec<_> = parse(text).slips.iter().map(|at| format!("{}:{:?}", at.offset, at.slip)).collect();
        marks.join(" ")
    }

    #[test]
    fn well_formed_texts_have_no_slips() {
        for text in
            ["{}", "[]", " [1, -0.5e+3, \"\\u00e9\\ud83d\\ude00\", null, true, {\"a\": [{}]}]\r\n", "\"泮\"", "0"]
        {
            assert_eq!(slips(text), "", "{text}");
        }
    }

    #[test]
    fn common_slips_are_all_named_in_one_run() {
        assert_eq!(slips("{\"a\": 1,}"), "7:TrailingComma");
        assert_eq!(slips("[1 2]"), "3:MissingComma");
        assert_eq!(slips("{\"a\"：1，\"b\":2,}"), "4:FullWidth 8:FullWidth 16:TrailingComma");
        assert_eq!(slips("{a: 'x', // note\n “b”: 1}"), "1:BareKey 4:OddQuotes 9:Comment 18:OddQuotes");
        assert_eq!(
            slips("{\"a\": 01, \"b\": NaN, \"c\": .5, \"d\": 1e999}"),
            "6:BadNumber 15:BadNumber 25:BadNumber 34:BadNumber"
        );
        assert_eq!(slips(r#"["\x", "\ud800", "\u12"]"#), "2:BadEscape 8:LoneSurrogate 18:BadEscape");
    }

    #[test]
    fn a_cut_off_text_is_named_as_such_wherever_it_is_cut() {
        let whole = "{\"a\": [1, {\"b\": \"泮塘\"}], \"c\": true}";
        for (cut, _) in whole.char_indices() {
            assert!(slips(&whole[..cut]).ends_with(":CutOff"), "{}", &whole[..cut]);
        }
    }

    #[test]
    fn trailing_text_and_deep_nesting_are_refused() {
        assert_eq!(slips("{} {}"), "3:Trailing");
        assert_eq!(slips(&"[".repeat(100_000)), format!("{}:TooDeep", limits::NESTING));
        let deepest = "[".repeat(limits::NESTING) + &"]".repeat(limits::NESTING);
        assert_eq!(slips(&deepest), "");
    }

    #[test]
    fn nodes_know_their_pointer_line_and_column() {
        let parsed = parse("{\r\n  \"a/b\": [\"泮塘\", 7]\r\n}");
        let document = parsed.document.unwrap_or_else(|| panic!("it parses"));
        let list = document.children(document.root()).next().unwrap_or_else(|| panic!("it has a member"));
        let seven = document.children(list).nth(1).unwrap_or_else(|| panic!("it has two items"));
        assert_eq!(document.pointer(seven), "/a~1b/1");
        assert_eq!(document.line_and_column(document.span(seven).start), (2, 17));
        assert_eq!(document.raw(seven), "7");
    }

    #[test]
    fn duplicate_keys_are_found_at_every_level() {
        assert_eq!(parse(r#"{"a":1,"b":{"x":1,"x":2},"a":3}"#).duplicates.len(), 2);
    }
}
