//! What can be wrong with a text that should be JSON, and the findings for it.

use crate::check::Code;
use crate::load::limits;

/// The lists that are bounded by number, and their bounds. A file beyond one is refused while it is parsed, before more time goes into it.
pub(super) const LISTS: [(&str, usize); 2] = [("entities", limits::ENTITIES), ("links", limits::LINKS)];

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Text before the first bracket, or none at all where it should be.
    Leading,
    /// A line that a merge of two versions left, or the fence of a piece of code.
    Marker,
    /// The text ends inside a value: the file looks cut off.
    CutOff,
    /// Something that begins no value, or nothing where a value should stand.
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
    /// A space that JSON does not know, or a character that shows nothing.
    OddSpace {
        /// Its code point.
        character: u32,
    },
    /// A raw line end or control character inside a string.
    ControlInString,
    /// A string without its closing quote.
    OpenText,
    /// A string without its opening quote.
    UnopenedText,
    /// A straight quote inside a string.
    QuoteInText,
    /// An escape that JSON does not know.
    BadEscape,
    /// Half of a character that takes two escapes.
    LoneSurrogate,
    /// A number that JSON does not know, such as `01`, `+1`, `.5` or `NaN`.
    BadNumber,
    /// Text after the end.
    Trailing,
    /// Something that does not fit what is open, so that a closing bracket is probably missing or wrong.
    Unclosed {
        /// Where what is open was opened.
        open: u32,
    },
    /// A bracket that closes an object before its last keys.
    ClosedEarly {
        /// Where it was opened.
        open: u32,
    },
    /// Something without its opening bracket.
    Unopened {
        /// The bracket.
        bracket: char,
    },
    /// A key of so many bytes, more than [`limits::KEY`].
    LongKey {
        /// How many.
        bytes: u32,
    },
    /// More nesting than [`limits::NESTING`].
    TooDeep,
    /// More values than [`limits::VALUES`].
    TooMany,
    /// More records than one of the bounded [`LISTS`] may hold.
    TooManyRecords {
        /// Which of them.
        list: usize,
    },
}

/// A slip and where it is, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlipAt {
    /// What is wrong.
    pub slip: Slip,
    /// Where it begins.
    pub offset: u32,
}

impl Slip {
    /// Whether what was meant is plain all the same, so that the rest of the file can be read as if the slip were not there.
    pub(super) fn is_plain(self) -> bool {
        !matches!(
            self,
            Self::CutOff
                | Self::Trailing
                | Self::LongKey { .. }
                | Self::TooDeep
                | Self::TooMany
                | Self::TooManyRecords { .. }
        )
    }

    /// The code of its finding.
    pub fn code(self) -> Code {
        match self {
            Self::Leading => Code::LeadingText,
            Self::Marker => Code::ConflictMarker,
            Self::CutOff => Code::CutOff,
            Self::NotAValue => Code::NotAValue,
            Self::TrailingComma => Code::TrailingComma,
            Self::MissingComma => Code::MissingComma,
            Self::MissingColon => Code::MissingColon,
            Self::BareKey => Code::BareKey,
            Self::Comment => Code::Comment,
            Self::OddQuotes => Code::OddQuotes,
            Self::FullWidth => Code::FullWidthPunctuation,
            Self::OddSpace { .. } => Code::OddSpace,
            Self::ControlInString => Code::ControlCharacter,
            Self::OpenText => Code::OpenText,
            Self::UnopenedText => Code::UnopenedText,
            Self::QuoteInText => Code::QuoteInText,
            Self::BadEscape => Code::BadEscape,
            Self::LoneSurrogate => Code::LoneSurrogate,
            Self::BadNumber => Code::BadNumber,
            Self::Trailing => Code::TrailingText,
            Self::Unclosed { .. } => Code::Unclosed,
            Self::ClosedEarly { .. } => Code::ClosedEarly,
            Self::Unopened { .. } => Code::MissingBracket,
            Self::LongKey { .. } => Code::KeyTooLong,
            Self::TooDeep => Code::TooDeep,
            Self::TooMany => Code::TooManyValues,
            Self::TooManyRecords { .. } => Code::TooManyRecords,
        }
    }

    /// What was probably meant by what stands at the slip: words of JSON as other languages write them.
    pub(in crate::load) fn meant(self, rest: &str) -> Option<String> {
        let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let meant = match word.to_ascii_lowercase().as_str() {
            "true" | "yes" => "true",
            "false" | "no" => "false",
            "null" | "none" | "nil" | "undefined" => "null",
            _ => return None,
        };
        (self == Self::NotAValue).then(|| meant.to_owned())
    }

    /// The words that its finding is about. `line_of` tells the line of an offset.
    pub(in crate::load) fn arguments(self, line_of: impl Fn(u32) -> u32) -> Vec<String> {
        match self {
            Self::TooDeep => vec![limits::NESTING.to_string()],
            Self::TooMany => vec![limits::VALUES.to_string()],
            Self::TooManyRecords { list } => vec![format!("@{}", LISTS[list].0), LISTS[list].1.to_string()],
            Self::Unopened { bracket } => vec![bracket.to_string()],
            Self::ClosedEarly { open } | Self::Unclosed { open } => vec![line_of(open).to_string()],
            Self::OddSpace { character } => vec![format!("U+{character:04X}")],
            Self::LongKey { bytes } => vec![bytes.to_string(), limits::KEY.to_string()],
            _ => Vec::new(),
        }
    }
}
