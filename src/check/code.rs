//! The codes of findings. They are stable: tools and habits rely on them.

use crate::model::Lang;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file or a record of it is wrong.
    Error,
    /// Something is probably not meant.
    Warning,
    /// Good to know.
    Information,
}

impl Severity {
    /// The word for it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }

    /// The same in a language, for people.
    pub fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (_, Lang::En) => self.word(),
            (Self::Error, Lang::ZhHans) => "错误",
            (Self::Error, Lang::ZhHant) => "錯誤",
            (Self::Warning, _) => "警告",
            (Self::Information, Lang::ZhHans) => "备注",
            (Self::Information, Lang::ZhHant) => "備註",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $word:literal $severity:ident,)*) => {
        /// What kind of thing a finding is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable kebab-case word for it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// How much it weighs.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // The file as a whole.
    /// There is no such file. Arguments: its path.
    FileNotFound "file-not-found" Error,
    /// The file cannot be read. Arguments: its path, why.
    FileUnreadable "file-unreadable" Error,
    /// It is a folder. Arguments: its path.
    IsAFolder "is-a-folder" Error,
    /// The file has no content.
    EmptyFile "empty-file" Error,
    /// The file is larger than allowed. Arguments: bytes, as far as they were counted, limit in MiB.
    FileTooLarge "file-too-large" Error,
    /// One character or a few are broken in a text that otherwise is UTF-8. Arguments: the bytes of the first, how many there are.
    BrokenCharacter "broken-character" Error,
    /// The text was saved as UTF-8 twice, so that its characters are others. Arguments: what stands for the first, that itself.
    DoubleEncoded "double-encoded" Error,
    /// The bytes are not UTF-8. Arguments: the likely encoding.
    NotUtf8 "not-utf8" Error,
    /// The file is compressed.
    Compressed "compressed-file" Error,
    /// The file is a web page.
    WebPage "web-page" Error,
    /// The file begins with a byte order mark.
    ByteOrderMark "byte-order-mark" Warning,
    /// The top level is no object.
    NotAnObject "not-an-object" Error,
    /// The format number is missing.
    MissingFormat "missing-format" Error,
    /// The format is newer than this program. Arguments: the file's, ours.
    NewerFormat "newer-format" Error,
    // Syntax.
    /// Something else before the opening bracket of the file, or no such bracket.
    LeadingText "leading-text" Error,
    /// A line that a merge of two versions left, or that fences a piece of code.
    ConflictMarker "conflict-marker" Error,
    /// The text ends too early.
    CutOff "cut-off" Error,
    /// Something that begins no value.
    NotAValue "not-a-value" Error,
    /// A comma with nothing after it.
    TrailingComma "trailing-comma" Error,
    /// Two values without a comma.
    MissingComma "missing-comma" Error,
    /// A key without a colon.
    MissingColon "missing-colon" Error,
    /// A key without quotes.
    BareKey "bare-key" Error,
    /// A comment.
    Comment "comment" Error,
    /// Single or curly quotes.
    OddQuotes "odd-quotes" Error,
    /// Punctuation of a Chinese keyboard.
    FullWidthPunctuation "full-width-punctuation" Error,
    /// A control character inside a string.
    ControlCharacter "control-character" Error,
    /// A space that JSON does not know, or a character that shows nothing, between values. Arguments: its code point.
    OddSpace "odd-space" Error,
    /// A text without its closing quote.
    OpenText "open-text" Error,
    /// A text without its opening quote.
    UnopenedText "unopened-text" Error,
    /// A straight quote inside a text.
    QuoteInText "quote-in-text" Error,
    /// An unknown escape.
    BadEscape "bad-escape" Error,
    /// Half a character.
    LoneSurrogate "lone-surrogate" Error,
    /// A number that JSON does not know.
    BadNumber "bad-number" Error,
    /// Text after the end.
    TrailingText "trailing-text" Error,
    /// A bracket that does not fit. Arguments: the line on which what is open was opened.
    Unclosed "unclosed" Error,
    /// A bracket that closes a record before its last keys. Arguments: the line on which it was opened.
    ClosedEarly "closed-early" Error,
    /// An opening bracket that is missing. Arguments: the bracket.
    MissingBracket "missing-bracket" Error,
    /// Too much nesting. Arguments: the limit.
    TooDeep "too-deep" Error,
    /// Too many values. Arguments: the limit.
    TooManyValues "too-many-values" Error,
    /// A key over the limit. Arguments: bytes, limit.
    KeyTooLong "key-too-long" Error,
    /// The same key twice in one object. Arguments: the key, line and column of the first.
    DuplicateKey "duplicate-key" Error,
    // Fields.
    /// A value of the wrong type. Arguments: what was expected (a word of [`super::words`]), what stands there.
    WrongType "wrong-type" Error,
    /// A required field is missing. Arguments: its name.
    MissingField "missing-field" Error,
    /// A field is missing that a record can do without but should have. Arguments: its name.
    ExpectedField "expected-field" Warning,
    /// A field that the format does not know. Arguments: its name.
    UnknownField "unknown-field" Warning,
    /// A part of the file that is called by another name. Arguments: that name, its own.
    MisspeltPart "misspelt-part" Error,
    /// A kind that flows and says that its upstream is the end it flows to.
    FlowUpstream "flow-upstream" Error,
    /// A word that is none of those allowed. Arguments: the word, those allowed.
    UnknownWord "unknown-word" Error,
    /// A text that is empty or shows nothing.
    EmptyText "empty-text" Error,
    /// A text over the limit. Arguments: bytes, limit.
    TextTooLong "text-too-long" Error,
    /// A name over the limit. Arguments: characters, limit.
    NameTooLong "name-too-long" Error,
    /// A character that must not stand in a text. Arguments: its number.
    ForbiddenCharacter "forbidden-character" Error,
    /// More than four combining marks on one character.
    CombiningMarks "combining-marks" Warning,
    /// Markup in a plain text. Arguments: what looks like markup.
    Markup "markup" Error,
    /// A number in an odd form, such as `-0` or `1.0`. Arguments: as written, as read.
    NumberForm "number-form" Warning,
    /// A number out of its range. Arguments: the number, the range.
    NumberRange "number-range" Error,
    /// Latitude and longitude the wrong way round. Arguments: both, as written.
    SwappedPosition "swapped-position" Error,
    /// An id that is not kebab-case ASCII. Arguments: the id.
    BadId "bad-id" Error,
    /// A date that is none. Arguments: as written.
    BadDate "bad-date" Error,
    /// A date that no calendar has, or that lies beyond the years that are known. Arguments: as written, the years.
    ImpossibleDate "impossible-date" Error,
    /// An end before its beginning. Arguments: both.
    DatesReversed "dates-reversed" Error,
    /// Something that was only planned and is dated like what came to be. Arguments: the entity, or the ends of the link.
    PlannedDated "planned-dated" Warning,
    /// A language tag that is none. Arguments: the tag.
    BadLanguage "bad-language" Error,
    /// The interface speaks none of the languages of the site. Arguments: those it speaks.
    UnspokenLanguages "unspoken-languages" Warning,
    /// A text in a language that the site does not have, so that it is never shown. Arguments: the tag, the languages of the site.
    UnshownLanguage "unshown-language" Warning,
    /// A text that lacks a language of the site. Arguments: the languages.
    MissingTranslation "missing-translation" Warning,
    /// An address that is not allowed. Arguments: the address.
    BadUrl "bad-url" Error,
    /// An address for corrections over which others can read them, so that it is not shown. Arguments: the address.
    OpenContact "open-contact" Warning,
    // Records.
    /// An id that occurred before. Arguments: the id, line and column of the first.
    DuplicateId "duplicate-id" Error,
    /// An id that differs from another only in hyphens. Arguments: both.
    ConfusableId "confusable-id" Error,
    /// A kind that the file does not define. Arguments: the id.
    UnknownKind "unknown-kind" Error,
    /// A stage that the file does not define. Arguments: the id.
    UnknownStage "unknown-stage" Error,
    /// A link kind that the file does not define. Arguments: the id.
    UnknownLinkKind "unknown-link-kind" Error,
    /// A record that stands in the list of others. Arguments: what it looks like (a word of [`super::words`]), the part for it.
    MisplacedRecord "misplaced-record" Error,
    /// A reference to nothing. Arguments: the id, what it should be (a word of [`super::words`]).
    DanglingReference "dangling-reference" Error,
    /// An id that nothing names, and that is near to one that several records name. Arguments: the id, how often the other one is
    /// named, the other one.
    MisspeltId "misspelt-id" Error,
    /// A reference to a record that was set aside. It weighs less than the fault of that record, which is an error and the one thing to
    /// mend. Arguments: the id, what it is (a word of [`super::words`]), line and column of the record.
    SetAsideReference "set-aside-reference" Warning,
    /// A list that names the same twice. Arguments: the id, line and column of the first.
    DuplicateReference "duplicate-reference" Warning,
    /// A link from an entity to itself. Arguments: the entity.
    SelfLink "self-link" Error,
    /// A claim or link without a source. Arguments: its evidence.
    MissingSource "missing-source" Error,
    /// The same link twice. Arguments: from, to, kind, line and column of the first, what only the second has.
    DuplicateLink "duplicate-link" Warning,
    /// A story, route or list without what it needs. Arguments: what is missing.
    Nothing "nothing-in-it" Error,
    /// More records than allowed. Arguments: what, the limit.
    TooManyRecords "too-many-records" Error,
    // The chain.
    /// A cycle along flow links. Arguments: the ids on it.
    FlowCycle "flow-cycle" Warning,
    /// A flow link from a later stage to an earlier one. Arguments: from, its stage, to, its stage.
    AgainstStages "against-stage-order" Warning,
    /// A flow link whose end has no stage. Arguments: the link, the end.
    FlowWithoutStage "flow-without-stage" Warning,
    /// A file without an entity that can be shown.
    NothingToShow "nothing-to-show" Warning,
    /// Two entities that supply each other directly. Arguments: both, the link kind.
    Contradiction "contradiction" Warning,
    /// A position far from all others, or a course far beyond the base map. Arguments: the entity or shape, kilometres.
    OffTheMap "off-the-map" Warning,
    /// A position beyond the base map of something that need not be on it. Arguments: id, kilometres.
    NotDrawn "not-drawn" Information,
    /// A street that the base map does not draw. Arguments: its id.
    UnknownStreet "unknown-street" Warning,
    /// A position in another datum. Arguments: the entity, another one in the same house or its street, the datum.
    WrongDatum "wrong-datum" Warning,
    /// A base map in another datum than the positions of the entities. Arguments: the street of the first that stands in one, the datum.
    MapDatum "map-datum" Warning,
    /// A picture that is not there. Arguments: its path.
    PictureMissing "picture-missing" Error,
    /// A picture that holds what must not be shown. Arguments: its path, what.
    PictureUnsafe "picture-unsafe" Error,
    /// A file that is not the picture its name says. Arguments: its path, what it looks like.
    PictureKind "picture-kind" Error,
    /// A picture that ends too early or is broken within. Arguments: its path.
    PictureCutOff "picture-cut-off" Error,
    /// A picture that moves. Arguments: its path.
    PictureMoves "picture-moves" Error,
    /// A picture that is too large, in bytes or in pixels. Arguments: its path, its size, the limit.
    PictureTooLarge "picture-too-large" Error,
    /// An alternative text that repeats the name of the file. Arguments: the text.
    AltIsFileName "alt-is-file-name" Warning,
    /// A base map whose edges are the wrong way round.
    MapBounds "map-bounds" Error,
    /// A path that is none of a picture. Arguments: the path.
    PicturePath "picture-path" Error,
    /// An entity without any link. Arguments: its id.
    Unconnected "unconnected" Information,
    /// A claim or link that no source is known for.
    Unsourced "unsourced" Information,
    /// A claim or link that rests on blogs, forums or marketing alone.
    WeakSources "weak-sources" Information,
    /// A source that nothing cites. Arguments: its id.
    UnusedSource "unused-source" Information,
    // What is too much to list.
    /// More errors than are listed. Arguments: how many more.
    MoreErrors "more-errors" Error,
    /// More warnings than are listed. Arguments: how many more.
    MoreWarnings "more-warnings" Warning,
    /// More notes than are listed. Arguments: how many more.
    MoreNotes "more-notes" Information,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;
    use crate::model::Id;

    #[test]
    fn every_code_has_a_kebab_case_word_of_its_own() {
        let words: BTreeSet<_> = Code::ALL.iter().map(|code| code.word()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        assert!(words.iter().all(|word| Id::is_well_formed(word)));
    }
}
