//! Looking ahead in a long list without reading it: a list beyond its bound is refused before time goes into its records.

use super::{LISTS, Parser};
use crate::load::document::Span;

/// After so many records of a bounded list it is looked whether it goes beyond its bound; ordinary files have fewer.
const LOOK: usize = 4096;

impl Parser<'_> {
    /// The bounded list that `node` is: a member of the root with the key of one.
    pub(super) fn most_items(&self, node: u32, depth: usize) -> Option<usize> {
        let Span { start, end } = self.nodes[node as usize].key;
        let key = &self.source[start as usize..end as usize];
        LISTS.iter().position(|(list, _)| depth == 2 && key.trim_matches('"') == *list)
    }

    /// Where the first record beyond a bound stands, when that can be told at the record with this index, which begins here.
    pub(super) fn beyond(&self, index: usize, bound: usize) -> Option<usize> {
        match index {
            _ if index == bound => Some(self.at),
            LOOK => start_of(self.bytes, self.at, bound - index),
            _ => None,
        }
    }
}

/// Where the record begins that stands so many commas after `at`, where a record of the same list begins.
/// `None` where the list ends before, and where anything stands between that plain JSON would not have: then only reading tells.
fn start_of(bytes: &[u8], mut at: usize, mut commas: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_empty = true;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at = closing(bytes, at + 1)?;
                is_empty = false;
            }
            b'{' | b'[' => {
                depth += 1;
                is_empty = false;
            }
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' if depth == 0 => {
                if is_empty {
                    return None;
                }
                commas -= 1;
                is_empty = true;
            }
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => {}
            b'/' | b'\'' | 0x80.. => return None,
            _ => is_empty = false,
        }
        at += 1;
        if commas == 0 {
            let blank = bytes[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
            return (bytes[at + blank] != b']').then_some(at + blank);
        }
    }
}

/// Where the string ends that begins at `at`, after its quote.
fn closing(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n'))?;
        match bytes[at] {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => return None,
        }
    }
}
