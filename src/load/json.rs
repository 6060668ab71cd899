//! A strict JSON parser (RFC 8259) that keeps positions and goes on after common slips, so that one run names them all.
//!
//! It is our own because the checker needs what general parsers do not give together: every duplicate key, exact positions
//! in characters, several syntax errors of one file with their likely cause, and a bound on nesting before anything recurses.

mod ahead;
mod brackets;
mod slip;
mod text;

use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map::Entry},
};

use super::document::{Document, Kind, NO_NODE, Node, NodeIx, Span, unquoted};
use super::{WHOLE, limits};
use brackets::Guess;
use slip::LISTS;
pub use slip::{Slip, SlipAt};
use text::{is_closed_before, is_colon};

/// What parsing gives: the document as far as it could be read, every slip, and every duplicate key.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// The document; `None` when there is no value at all.
    pub document: Option<Document<'a>>,
    /// Whether the document is what was meant: it has no slips, or only such as leave no doubt.
    pub is_plain: bool,
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
    /// What closes each of the brackets that are open, the outermost first.
    open: Vec<u8>,
    /// Whether the comma before what comes next was taken by something further in, which then proved to end before it.
    has_comma: bool,
    /// What is made of brackets that do not fit.
    guess: Guess,
}

/// The keys of one object and their first members: most objects have few, and looking through those is quickest.
#[derive(Default)]
struct Seen<'a> {
    few: Vec<(Cow<'a, str>, u32)>,
    more: BTreeMap<Cow<'a, str>, u32>,
}

impl<'a> Seen<'a> {
    /// Enters a key; gives back its first member when it was there.
    fn enter(&mut self, key: Cow<'a, str>, member: u32) -> Option<u32> {
        const FEW: usize = 16;
        if let Some((_, first)) = self.few.iter().find(|(known, _)| *known == key) {
            return Some(*first);
        }
        if self.few.len() < FEW {
            self.few.push((key, member));
            return None;
        }
        match self.more.entry(key) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(member);
                None
            }
        }
    }
}

/// Parsing cannot go on from here; the slip is already noted.
struct Stop;

/// Parses a whole text.
pub fn parse(source: &str) -> Parsed<'_> {
    let plainly = parse_once(source, Guess::Plain);
    // What is well-formed is taken as it stands. Only where brackets do not fit is it asked which keys are out of place.
    let fits = |at: &SlipAt| !matches!(at.slip, Slip::Unclosed { .. } | Slip::CutOff);
    if !WHOLE || plainly.slips.iter().all(fits) {
        return plainly;
    }
    brackets::guessed(source, plainly)
}

fn parse_once(source: &str, guess: Guess) -> Parsed<'_> {
    let mut parser = Parser {
        source,
        bytes: source.as_bytes(),
        at: 0,
        // About what a minified file holds; growing would copy what is there again and again.
        nodes: Vec::with_capacity(source.len() / 12 + 1),
        slips: Vec::new(),
        duplicates: Vec::new(),
        open: Vec::new(),
        has_comma: false,
        guess,
    };
    let ended = parser.space().and_then(|()| parser.root()).and_then(|()| parser.space());
    if ended.is_ok() && parser.at < parser.bytes.len() && !parser.is_rest_of_program() {
        let _ = parser.slip(Slip::Trailing);
    }
    let Parser { nodes, slips, duplicates, .. } = parser;
    let is_plain = ended.is_ok() && slips.iter().all(|at| at.slip.is_plain());
    let document = (!nodes.is_empty()).then(|| Document::new(source, nodes));
    Parsed { document, is_plain, slips, duplicates }
}

const NO_KEY: Span = Span { start: 0, end: 0 };

impl<'a> Parser<'a> {
    /// Notes a slip; stops when there are too many.
    fn slip(&mut self, slip: Slip) -> Result<(), Stop> {
        self.slip_at(slip, self.at)
    }

    fn slip_at(&mut self, slip: Slip, offset: usize) -> Result<(), Stop> {
        self.slips.push(SlipAt { slip, offset: offset as u32 });
        // The opening page shows nothing of a file with slips, so that it need not go on.
        if WHOLE && self.slips.len() < MOST_SLIPS { Ok(()) } else { Err(Stop) }
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

    /// Skips white space; comments and full-width spaces with a slip each.
    fn space(&mut self) -> Result<(), Stop> {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += 1;
            }
            let (slip, end) = match self.peek() {
                Some(b'/') if self.rest().starts_with("//") => (Slip::Comment, self.rest().find('\n')),
                Some(b'/') if self.rest().starts_with("/*") => {
                    (Slip::Comment, self.rest().find("*/").map(|end| end + 2))
                }
                Some(b'#') if WHOLE => (Slip::Comment, self.rest().find('\n')),
                Some(b'<' | b'=' | b'>' | b'|' | b'`') if WHOLE && self.is_marker() => {
                    (Slip::Marker, self.rest().find('\n'))
                }
                Some(0 | 0xC2 | 0xE2 | 0xEF) if WHOLE && self.rest().starts_with(text::is_odd_space) => {
                    let character = u32::from(self.rest().chars().next().unwrap_or_default());
                    (Slip::OddSpace { character }, self.rest().find(|c| !text::is_odd_space(c)))
                }
                Some(0xE3) if self.rest().starts_with('\u{3000}') => {
                    (Slip::FullWidth, self.rest().find(|c| c != '\u{3000}'))
                }
                _ => return Ok(()),
            };
            self.slip(slip)?;
            self.at = end.map_or(self.bytes.len(), |end| self.at + end);
        }
    }

    /// The sign of JSON that stands here, if need be by its full-width twin; any other byte as it is.
    fn sign(&self) -> Option<u8> {
        let byte = self.peek()?;
        if byte.is_ascii() {
            return Some(byte);
        }
        Some(match self.rest().chars().next()? {
            '，' | '、' => b',',
            '：' => b':',
            '｛' => b'{',
            '｝' => b'}',
            '［' | '【' => b'[',
            '］' | '】' => b']',
            _ => byte,
        })
    }

    /// Takes `wanted`, or its full-width twin with a slip. `false` when neither stands here.
    fn take(&mut self, wanted: u8) -> Result<bool, Stop> {
        if self.sign() != Some(wanted) {
            return Ok(false);
        }
        if self.peek() != Some(wanted) {
            self.slip(Slip::FullWidth)?;
        }
        self.at += self.rest().chars().next().map_or(1, char::len_utf8);
        Ok(true)
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
        let Some(byte) = self.sign() else { return self.stop(Slip::CutOff) };
        let unopened = if WHOLE { self.unopened(is_closed_before) } else { None };
        let kind = match byte {
            _ if unopened.is_some() => Kind::String,
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::String,
            b'-' | b'+' | b'.' | b'0'..=b'9' => Kind::Number,
            b't' | b'f' => Kind::Bool,
            _ if self.odd_quote().is_some() => Kind::String,
            _ if self.rest().starts_with("NaN") || self.rest().starts_with("Infinity") => Kind::Number,
            _ => Kind::Null,
        };
        let node = self.push(kind, parent, index, key)?;
        match kind {
            Kind::Object | Kind::Array if depth >= limits::NESTING => return self.stop(Slip::TooDeep),
            Kind::Object => self.object(node, depth + 1)?,
            Kind::Array => {
                self.opened(b']');
                self.items(node, depth + 1)?;
                self.open.pop();
            }
            Kind::String if unopened.is_some() => {
                self.slip(Slip::UnopenedText)?;
                self.at += unopened.unwrap_or_default();
            }
            Kind::String => {
                self.nodes[node as usize].span.end = self.string(false)?;
                return Ok(node);
            }
            Kind::Number => self.number()?,
            Kind::Bool | Kind::Null | Kind::Unread => {
                if !self.word()? {
                    self.nodes[node as usize].kind = Kind::Unread;
                }
            }
        }
        self.close(node);
        Ok(node)
    }

    /// One of the words of JSON. Any other one, or none at all, is a slip and is skipped, so that the rest can be looked at; `false` then.
    fn word(&mut self) -> Result<bool, Stop> {
        const KNOWN: [&str; 3] = ["true", "false", "null"];
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = &rest[..length];
        let is_known = KNOWN.contains(&word);
        if !is_known {
            if length == rest.len() && KNOWN.iter().any(|known| known.starts_with(word)) {
                return self.stop(Slip::CutOff);
            }
            self.slip(Slip::NotAValue)?;
            // What neither is a word nor ends a value is beyond guessing.
            if length == 0 && !matches!(self.sign(), Some(b',' | b'}' | b']')) {
                return Err(Stop);
            }
        }
        self.at += length;
        Ok(is_known)
    }

    /// What `node`, an object, holds.
    fn object(&mut self, node: u32, depth: usize) -> Result<(), Stop> {
        self.opened(b'}');
        self.members(node, depth)?;
        self.open.pop();
        Ok(())
    }

    fn link(&mut self, parent: u32, last: Option<u32>, child: u32) {
        match last {
            None => self.nodes[parent as usize].first = child,
            Some(last) => self.nodes[last as usize].next = child,
        }
    }

    /// Remembers what closes what was opened, where brackets that do not fit are looked into.
    fn opened(&mut self, closing: u8) {
        if WHOLE {
            self.open.push(closing);
        }
    }

    fn items(&mut self, node: u32, depth: usize) -> Result<(), Stop> {
        self.take(b'[')?;
        let mut last = None;
        let most = self.most_items(node, depth);
        let mut index = 0;
        loop {
            self.space()?;
            if self.sign() == Some(b']') {
                break;
            }
            if let Some(list) = most
                && let Some(at) = self.beyond(index as usize, LISTS[list].1)
            {
                self.at = at;
                return self.stop(Slip::TooManyRecords { list });
            }
            if self.is_key_of_outer(index, depth) {
                self.slip(self.unclosed(node))?;
                self.has_comma = true;
                return Ok(());
            }
            let child = match last.filter(|_| self.is_key_of_record()) {
                None => Some(self.value(node, index, NO_KEY, depth)?),
                Some(before) => self.record_without_opening(node, index, before, depth)?,
            };
            if let Some(child) = child {
                self.link(node, last, child);
                last = Some(child);
                index += 1;
            }
            if !self.more(node, b']')? {
                return Ok(());
            }
        }
        self.take(b']').map(|_| ())
    }

    fn members(&mut self, node: u32, depth: usize) -> Result<(), Stop> {
        self.take(b'{')?;
        // One that was closed too early goes on.
        let (mut last, there) = if WHOLE { self.last_child(node) } else { (None, 0) };
        let mut seen = Seen::default();
        let mut is_text = false;
        for index in there.. {
            self.space()?;
            if self.sign() == Some(b'}') {
                break;
            }
            if self.is_record_of_outer() {
                self.slip(self.unclosed(node))?;
                self.has_comma = true;
                return Ok(());
            }
            let before = self.at;
            let key = self.key(node)?;
            if self.guess == Guess::ByKeys {
                let written = unquoted(&self.source[key.start as usize..key.end as usize]);
                if index == 0 {
                    is_text = brackets::begins_text(&written);
                } else if self.is_out_of_place(&written, is_text, depth) {
                    self.at = before;
                    self.slip(self.unclosed(node))?;
                    self.has_comma = true;
                    return Ok(());
                }
            }
            self.space()?;
            if !self.take(b':')? {
                if self.peek().is_none() {
                    return self.stop(Slip::CutOff);
                }
                let ends_list = match last {
                    Some(last) if WHOLE => self.ends_list(last)?,
                    _ => false,
                };
                if ends_list {
                    if !self.more(node, b'}')? {
                        return Ok(());
                    }
                    continue;
                }
                self.slip(Slip::MissingColon)?;
            }
            self.space()?;
            let child = self.value(node, index, key, depth)?;
            self.link(node, last, child);
            last = Some(child);
            self.note_duplicate(&mut seen, child);
            if !self.more(node, b'}')? {
                return Ok(());
            }
        }
        self.take(b'}').map(|_| ())
    }

    fn note_duplicate(&mut self, seen: &mut Seen<'a>, child: u32) {
        let Span { start, end } = self.nodes[child as usize].key;
        let key = unquoted(&self.source[start as usize..end as usize]);
        if let Some(first) = seen.enter(key, child) {
            self.duplicates.push((NodeIx(child), NodeIx(first)));
        }
    }

    /// After an item: whether another one follows. Otherwise what is open here is closed, or proved to end before what stands here.
    fn more(&mut self, node: u32, closing: u8) -> Result<bool, Stop> {
        self.space()?;
        let comma = self.at;
        if std::mem::take(&mut self.has_comma) || self.take(b',')? {
            self.space()?;
            while self.sign() == Some(b',') {
                self.slip(Slip::NotAValue)?;
                self.take(b',')?;
                self.space()?;
            }
            if !matches!(self.sign(), Some(b'}' | b']')) {
                return Ok(true);
            }
            self.slip_at(Slip::TrailingComma, comma)?;
        }
        match self.sign() {
            Some(byte) if byte == closing => self.take(byte).map(|_| false),
            None => self.stop(Slip::CutOff),
            Some(byte @ (b'}' | b']')) => self.misfit(node, byte),
            // A value or key right after a value: the comma was forgotten.
            Some(b'{') if self.is_record_of_outer() => self.slip(self.unclosed(node)).map(|()| false),
            Some(b'"' | b'{' | b'[' | b'0'..=b'9' | b'-') => self.slip(Slip::MissingComma).map(|()| true),
            // Other languages part things so.
            Some(b';') => {
                self.slip(Slip::NotAValue)?;
                self.at += 1;
                self.space().map(|()| true)
            }
            Some(_) => self.stop(Slip::NotAValue),
        }
    }

    fn unclosed(&self, node: u32) -> Slip {
        Slip::Unclosed { open: self.nodes[node as usize].span.start }
    }

    /// A key in the object `node`.
    fn key(&mut self, node: u32) -> Result<Span, Stop> {
        let start = self.at as u32;
        let mut end = None;
        let unopened = if WHOLE { self.unopened(is_colon) } else { None };
        match self.sign() {
            Some(b'"') => end = Some(self.string(true)?),
            None => return self.stop(Slip::CutOff),
            Some(_) if self.odd_quote().is_some() => end = Some(self.string(true)?),
            Some(b'{' | b'[' | b']') => return self.stop(self.unclosed(node)),
            Some(_) if unopened.is_some() => {
                self.slip(Slip::UnopenedText)?;
                self.at += unopened.unwrap_or_default();
            }
            Some(_) => {
                let length = self.rest().find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
                let length = length.unwrap_or(self.rest().len());
                if length == 0 {
                    return self.stop(Slip::NotAValue);
                }
                self.slip(Slip::BareKey)?;
                self.at += length;
            }
        }
        let end = end.unwrap_or(self.at as u32);
        let bytes = end - start;
        if bytes as usize > limits::KEY {
            self.slip_at(Slip::LongKey { bytes }, start as usize)?;
            return Err(Stop);
        }
        Ok(Span { start, end })
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
mod tests;
