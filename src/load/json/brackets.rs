//! Brackets that do not fit: whether one is missing, is the wrong one, or is one too many, and which keys prove it.

use super::{Parser, Stop};
use crate::load::{WHOLE, language::LanguageTag, limits, texts::NAME_FIELDS, written::File};
use crate::model::Lang;

/// The parts of a file. Found as a key where an object or list of the top level is open, one of them proves that it should be closed.
const PARTS: &[&str] = File::KEYS;

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

    /// Whether a key belongs to something further out, in a file of which it is known that a bracket is missing.
    pub(super) fn is_out_of_place(&self, key: &str, is_text: bool, depth: usize) -> bool {
        let is_of_text =
            || (LanguageTag::is_well_formed(key) && key != "to" && key != "up") || NAME_FIELDS.contains(&key);
        self.is_outer(b'}') && ((is_text && !is_of_text()) || (depth == 2 && PARTS.contains(&key)))
    }

    /// Whether what is around the innermost thing open is closed by `closing`.
    fn is_outer(&self, closing: u8) -> bool {
        WHOLE && self.open.len() > 1 && self.open[self.open.len() - 2] == closing
    }
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
