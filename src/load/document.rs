//! A parsed JSON text that keeps where everything stands.
//!
//! Nodes lie in one arena in the order of the text; strings and numbers stay in the source and are read on demand.
//! Invariant: a node's span lies within the source and on character boundaries.

use std::{borrow::Cow, cell::OnceCell};

use super::WHOLE;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, as written.
    Number,
    /// A string, as written, with its quotes.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
    /// Something that is no value; a slip says so.
    Unread,
}

/// Position of a node in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeIx(pub u32);

/// The mark for "no node".
pub(super) const NO_NODE: u32 = u32::MAX;

/// A stretch of the source, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

/// One node. The root has neither parent nor key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) span: Span,
    /// The key with its quotes, for members of an object; empty otherwise.
    pub(super) key: Span,
    pub(super) parent: u32,
    /// Position among its siblings.
    pub(super) index: u32,
    pub(super) first: u32,
    pub(super) next: u32,
}

/// A parsed JSON text.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    pub(super) source: &'a str,
    pub(super) nodes: Vec<Node>,
    places: OnceCell<Places>,
}

/// What tells lines and columns quickly, made when the first one is asked for: a file without line ends may have thousands of findings.
#[derive(Clone, Debug)]
struct Places {
    line_starts: Vec<u32>,
    /// Characters before every [`STRIDE`]-th byte.
    characters: Vec<u32>,
}

/// Bytes between two counts of characters.
const STRIDE: usize = 512;

/// Characters that begin in these bytes.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

impl Places {
    fn new(source: &str) -> Self {
        // The search of the standard library goes by words, not by bytes.
        let ends = source.match_indices('\n').map(|(at, _)| at as u32 + 1);
        let line_starts = std::iter::once(0).chain(ends).collect();
        let mut count = 0;
        let counted = source.as_bytes().chunks(STRIDE).map(|chunk| {
            let before = count;
            count += characters(chunk);
            before
        });
        Self { line_starts, characters: counted.collect() }
    }

    /// Characters that begin before a byte.
    fn before(&self, source: &str, offset: usize) -> u32 {
        let block = (offset / STRIDE).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(block).copied().unwrap_or(0);
        counted + characters(&source.as_bytes()[block * STRIDE..offset])
    }
}

/// Reads a string as written, with its quotes, escapes resolved.
/// The parser has made sure that they are well-formed, or has noted a slip; quotes may be odd ones then, or absent.
pub(super) fn unquoted(written: &str) -> Cow<'_, str> {
    if written.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-') {
        let bare = if WHOLE { written.strip_suffix('"') } else { None };
        return Cow::Borrowed(bare.unwrap_or(written));
    }
    let mut inside = written.chars();
    inside.next();
    inside.next_back();
    let inside = inside.as_str();
    if !inside.contains('\\') {
        // A raw line end stands there after a slip only; one of two characters is one line end all the same.
        let is_plain = !WHOLE || !inside.contains('\r');
        return if is_plain { Cow::Borrowed(inside) } else { Cow::Owned(inside.replace('\r', "")) };
    }
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let mut units = Vec::new();
        rest = &rest[at..];
        // A run of \u escapes is decoded as UTF-16, because a character may take two of them.
        while let Some(unit) = rest.strip_prefix("\\u").and_then(|hex| u16::from_str_radix(hex.get(..4)?, 16).ok()) {
            units.push(unit);
            rest = &rest[6..];
        }
        out.extend(char::decode_utf16(units.iter().copied()).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        if units.is_empty() {
            let escape = rest.as_bytes().get(1).copied().unwrap_or(b'\\');
            out.push(match escape {
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                other => char::from(other),
            });
            rest = rest.get(2..).unwrap_or("");
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

impl<'a> Document<'a> {
    pub(super) fn new(source: &'a str, nodes: Vec<Node>) -> Self {
        Self { source, nodes, places: OnceCell::new() }
    }

    /// The root.
    pub fn root(&self) -> NodeIx {
        NodeIx(0)
    }

    fn node(&self, node: NodeIx) -> &Node {
        &self.nodes[node.0 as usize]
    }

    /// What the node is.
    pub fn kind(&self, node: NodeIx) -> Kind {
        self.node(node).kind
    }

    /// The node as written.
    pub fn raw(&self, node: NodeIx) -> &'a str {
        let Span { start, end } = self.node(node).span;
        &self.source[start as usize..end as usize]
    }

    /// Where the node stands.
    pub fn span(&self, node: NodeIx) -> Span {
        self.node(node).span
    }

    /// Where the node's key stands; empty where it has none.
    pub fn key_span(&self, node: NodeIx) -> Span {
        self.node(node).key
    }

    /// The text of a string node; `None` for any other.
    pub fn string(&self, node: NodeIx) -> Option<Cow<'a, str>> {
        let raw = self.raw(node);
        (self.kind(node) == Kind::String).then(|| unquoted(raw))
    }

    /// The key of a member of an object; `None` for any other node.
    pub fn key(&self, node: NodeIx) -> Option<Cow<'a, str>> {
        let Span { start, end } = self.node(node).key;
        (end > start).then(|| unquoted(&self.source[start as usize..end as usize]))
    }

    /// Items of an array or members of an object, in the order of the text.
    pub fn children(&self, node: NodeIx) -> impl Iterator<Item = NodeIx> + use<'_, 'a> {
        let some = |at: u32| (at != NO_NODE).then_some(NodeIx(at));
        std::iter::successors(some(self.node(node).first), move |child| some(self.node(*child).next))
    }

    /// What a node stands in; `None` for the root.
    pub fn parent(&self, node: NodeIx) -> Option<NodeIx> {
        let parent = self.node(node).parent;
        (parent != NO_NODE).then_some(NodeIx(parent))
    }

    /// The record of a list of the file that a node stands in: the node itself where it stands in none.
    pub fn record(&self, node: NodeIx) -> NodeIx {
        let (mut record, mut list, mut around) = (node.0, node.0, node.0);
        while around != 0 {
            (record, list, around) = (list, around, self.nodes[around as usize].parent);
        }
        NodeIx(record)
    }

    /// The innermost object or array around a byte of the source; `None` outside of the root.
    pub fn around(&self, offset: u32) -> Option<NodeIx> {
        let last = self.nodes.partition_point(|node| node.span.start < offset);
        let mut at = last.checked_sub(1)? as u32;
        while at != NO_NODE {
            let Node { kind, span, parent, .. } = self.nodes[at as usize];
            // One that the parser never got out of has no end.
            let is_open = span.end > offset || span.end == span.start;
            if matches!(kind, Kind::Object | Kind::Array) && is_open {
                return Some(NodeIx(at));
            }
            at = parent;
        }
        None
    }

    /// The JSON Pointer (RFC 6901) of a node; empty for the root.
    pub fn pointer(&self, node: NodeIx) -> String {
        let mut parts = Vec::new();
        let mut at = node.0;
        while at != NO_NODE && self.nodes[at as usize].parent != NO_NODE {
            let part = self.key(NodeIx(at)).map_or_else(
                || self.nodes[at as usize].index.to_string(),
                |key| key.replace('~', "~0").replace('/', "~1"),
            );
            parts.push(part);
            at = self.nodes[at as usize].parent;
        }
        parts.iter().rev().fold(String::new(), |path, part| path + "/" + part)
    }

    /// Line and column of a byte of the source, both from 1; the column counts characters, and CRLF is one line end.
    pub fn line_and_column(&self, offset: u32) -> (u32, u32) {
        let places = self.places.get_or_init(|| Places::new(self.source));
        let line = places.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = places.line_starts[line - 1] as usize;
        let upto = self.source.floor_char_boundary((offset as usize).min(self.source.len()));
        (line as u32, places.before(self.source, upto) - places.before(self.source, start) + 1)
    }
}
