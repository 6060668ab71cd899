//! Brackets that do not fit: whether one is missing, is the wrong one, or is one too many, and which keys prove it.

use super::{NO_KEY, Parsed, Parser, Slip, Stop, parse_once};
use crate::load::document::{Kind, NO_NODE, Node, Span};
use crate::load::written::{BaseMap, File};
use crate::load::{WHOLE, language::LanguageTag, limits, texts::NAME_FIELDS};
use crate::model::Lang;

/// The parts of a file. Found as a key where an object or list of the top level is open, one of them proves that it should be closed.
const PARTS: &[&str] = File::KEYS;

/// What is made of brackets that do not fit.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Guess {
    /// Nothing is known to be wrong yet.
    Plain,
    /// It is known that a bracket is missing somewhere, so that keys out of place may tell where.
    ByKeys,
    /// Where one may be too many, it is.
    TooMany,
}

/// The text read once more, where brackets do not fit, as it is probably meant.
pub(super) fn guessed<'a>(source: &'a str, plainly: Parsed<'a>) -> Parsed<'a> {
    let is_better = |guessed: &Parsed<'_>, best: &Parsed<'_>, most: usize| {
        guessed.is_plain && (!best.is_plain || guessed.slips.len() <= most)
    };
    let by_keys = parse_once(source, Guess::ByKeys);
    let best = if is_better(&by_keys, &plainly, plainly.slips.len()) { by_keys } else { plainly };
    // That a bracket is one too many is believed where less is left unexplained.
    let most = best.slips.len().saturating_sub(1);
    let is_misfit = best.slips.iter().any(|at| matches!(at.slip, Slip::Unclosed { .. }));
    if !is_misfit || (best.is_plain && most == 0) {
        return best;
    }
    let too_many = parse_once(source, Guess::TooMany);
    if is_better(&too_many, &best, most) { too_many } else { best }
}

/// What stands after a bracket.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    End,
    Closing(u8),
    Key,
    Item,
    Other,
}

impl Next {
    /// Whether it can stand in what is closed by `around`, after an item; outside of everything where there is none.
    fn fits(self, around: Option<&u8>) -> bool {
        match around {
            None => self == Self::End,
            Some(closing) => {
                let another = if *closing == b'}' { Self::Key } else { Self::Item };
                self == Self::Closing(*closing) || self == another
            }
        }
    }
}

/// Whether an object whose first key this is holds one text in several languages.
pub(super) fn begins_text(key: &str) -> bool {
    Lang::from_tag(key).is_some()
}

impl Parser<'_> {
    /// A closing bracket stands here that does not close `node`, the innermost thing open. Says so once, and takes what is most likely
    /// meant: that the bracket of `node` is missing, then that this one is wrong, then that it is one too many.
    pub(super) fn misfit(&mut self, node: u32, found: u8) -> Result<bool, Stop> {
        self.slip(self.unclosed(node))?;
        let next = self.next_after_bracket();
        let own = self.open.len() - 1;
        let outer = self.open[..own].iter().rposition(|closing| *closing == found);
        let around = |place: usize| place.checked_sub(1).and_then(|at| self.open.get(at));
        let is_missing = outer.is_some_and(|outer| next.fits(around(outer)));
        let is_wrong = next.fits(around(own));
        let is_too_many = next.fits(self.open.last());
        if self.guess == Guess::TooMany && is_too_many {
            self.take(found)?;
            return self.more(node, self.open[own]);
        }
        if is_missing || (!is_wrong && !is_too_many && outer.is_some()) {
            return Ok(false);
        }
        self.take(found)?;
        // One too many is passed over, and what is open goes on.
        if is_wrong || !is_too_many { Ok(false) } else { self.more(node, self.open[own]) }
    }

    /// What stands after the bracket here and the comma behind it.
    fn next_after_bracket(&self) -> Next {
        let rest = self.rest();
        let rest = rest[rest.chars().next().map_or(0, char::len_utf8)..].trim_start();
        let behind = rest.strip_prefix([',', '，']).map(str::trim_start);
        match (behind.unwrap_or(rest).chars().next(), behind.is_some()) {
            (None, _) => Next::End,
            (Some('}' | '｝'), _) => Next::Closing(b'}'),
            (Some(']' | '］' | '】'), _) => Next::Closing(b']'),
            (Some('"'), true) if is_key(behind.unwrap_or_default()) => Next::Key,
            (Some('"' | '{' | '[' | '0'..='9' | '-' | 't' | 'f' | 'n'), true) => Next::Item,
            _ => Next::Other,
        }
    }

    /// Whether a key stands here, in a list, where an item should: the list was not closed before it.
    pub(super) fn is_key_of_outer(&self, index: u32, depth: usize) -> bool {
        // The first item of a list may as well stand in the wrong kind of brackets.
        if index == 0 || self.peek() != Some(b'"') || !self.is_outer(b'}') || !is_key(self.rest()) {
            return false;
        }
        let is_part = || PARTS.iter().any(|part| self.rest()[1..].starts_with(&[*part, "\""].concat()));
        depth != 2 || is_part()
    }

    /// Whether an object begins here, in an object, where a key should, and a list further out may take it.
    pub(super) fn is_record_of_outer(&self) -> bool {
        WHOLE && self.sign() == Some(b'{') && self.open.last() == Some(&b'}') && self.open.contains(&b']')
    }

    /// Whether a key belongs to something further out, in a file of which it is known that a bracket is missing. The base map names its
    /// own sources.
    pub(super) fn is_out_of_place(&self, key: &str, is_text: bool, depth: usize) -> bool {
        let is_of_text =
            || (LanguageTag::is_well_formed(key) && key != "to" && key != "up") || NAME_FIELDS.contains(&key);
        self.is_outer(b'}')
            && ((is_text && !is_of_text()) || (depth == 2 && PARTS.contains(&key) && !BaseMap::KEYS.contains(&key)))
    }

    /// Whether what is around the innermost thing open is closed by `closing`.
    fn is_outer(&self, closing: u8) -> bool {
        WHOLE && self.open.len() > 1 && self.open[self.open.len() - 2] == closing
    }
}

impl Parser<'_> {
    /// Whether a key stands here, in a list after its first item: a record lacks a bracket.
    pub(super) fn is_key_of_record(&self) -> bool {
        WHOLE && self.peek() == Some(b'"') && is_key(self.rest())
    }

    /// A key stands where an item should. Where the record before has such a key, this one lacks its opening bracket, and is given back as
    /// if it had it; otherwise that one was closed too early, and goes on.
    pub(super) fn record_without_opening(
        &mut self,
        list: u32,
        index: u32,
        before: u32,
        depth: usize,
    ) -> Result<Option<u32>, Stop> {
        let rest = &self.rest()[1..];
        let key = &rest[..rest.find('"').unwrap_or_default()];
        let written = |at: u32| {
            let Span { start, end } = self.nodes[at as usize].key;
            self.source[start as usize..end as usize].trim_matches('"')
        };
        let some = |at: u32| (at != NO_NODE).then_some(at);
        let mut members =
            std::iter::successors(some(self.nodes[before as usize].first), |at| some(self.nodes[*at as usize].next));
        let Node { kind, span, .. } = self.nodes[before as usize];
        let goes_on = kind == Kind::Object && !members.any(|member| written(member) == key);
        let node = if goes_on {
            self.slip_at(Slip::ClosedEarly { open: span.start }, span.end as usize - 1)?;
            before
        } else {
            self.slip(Slip::Unopened { bracket: '{' })?;
            self.push(Kind::Object, list, index, NO_KEY)?
        };
        self.object(node, depth + 1)?;
        self.close(node);
        Ok((!goes_on).then_some(node))
    }

    /// The last member of an object, and how many there are.
    pub(super) fn last_child(&self, node: u32) -> (Option<u32>, u32) {
        let some = |at: u32| (at != NO_NODE).then_some(at);
        let children =
            std::iter::successors(some(self.nodes[node as usize].first), |at| some(self.nodes[*at as usize].next));
        children.fold((None, 0), |(_, count), child| (Some(child), count + 1))
    }

    /// Whether what stands here ends a list of texts that has no opening bracket before `first`, which was taken for the value of a key.
    /// Says so then, and takes the list.
    pub(super) fn ends_list(&mut self, first: u32) -> Result<bool, Stop> {
        let Node { span, kind, .. } = self.nodes[first as usize];
        let Some(length) = length_of_list(self.rest()).filter(|_| kind == Kind::String) else { return Ok(false) };
        self.nodes[first as usize].kind = Kind::Unread;
        self.slip_at(Slip::Unopened { bracket: '[' }, span.start as usize)?;
        self.at += length;
        Ok(true)
    }

    /// The value that is the whole file. One that lacks its opening bracket, or has text before it, is read as what it should be.
    pub(super) fn root(&mut self) -> Result<(), Stop> {
        let rest = self.rest();
        if WHOLE && is_key(rest) {
            self.slip(Slip::Leading)?;
            let node = self.push(Kind::Object, NO_NODE, 0, NO_KEY)?;
            self.object(node, 1)?;
            self.close(node);
            return Ok(());
        }
        let is_text = rest.starts_with(|c: char| c.is_alphabetic() || c == '`' || c == '(');
        let is_word = ["true", "false", "null", "NaN", "Infinity"].iter().any(|word| rest.starts_with(word));
        if let Some(at) = rest.find('{').filter(|_| WHOLE && is_text && !is_word) {
            self.slip(Slip::Leading)?;
            self.at += at;
        }
        self.value(NO_NODE, 0, NO_KEY, 0).map(|_| ())
    }

    /// Whether what is left is the end of a program whose beginning is told already.
    pub(super) fn is_rest_of_program(&self) -> bool {
        let is_program = self.slips.first().is_some_and(|first| first.slip == Slip::Leading);
        WHOLE && is_program && self.rest().chars().all(|c| c == ';' || c == ')' || c.is_whitespace())
    }

    /// Whether a line begins here that a merge left, or the fence of a piece of code.
    pub(super) fn is_marker(&self) -> bool {
        const MARKERS: [&str; 5] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||", "```"];
        let begins = self.at == 0 || self.bytes[self.at - 1] == b'\n';
        begins && MARKERS.iter().any(|marker| self.rest().starts_with(marker))
    }
}

/// The length of texts with commas before them and a closing bracket behind them.
fn length_of_list(text: &str) -> Option<usize> {
    let mut rest = text.trim_start();
    while let Some(next) = rest.strip_prefix(',') {
        let inside = next.trim_start().strip_prefix('"')?;
        let end = inside.find(['"', '\n'])?;
        rest = inside[end..].strip_prefix('"')?.trim_start();
    }
    Some(text.len() - rest.strip_prefix(']')?.len())
}

/// Whether a text in quotes begins `rest` with a colon after it.
fn is_key(rest: &str) -> bool {
    // No key is longer, so that no more need be looked at.
    let most = rest.floor_char_boundary(rest.len().min(limits::KEY));
    let Some(inside) = rest[..most].strip_prefix('"') else { return false };
    let Some(length) = inside.find(['"', '\n']) else { return false };
    let behind = inside[length + 1..].trim_start();
    inside.as_bytes()[length] == b'"' && behind.starts_with([':', '：'])
}
