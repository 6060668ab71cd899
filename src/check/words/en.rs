//! English.

use crate::check::Code;

pub(super) fn of(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::FileNotFound => ("there is no file {0}", "check the path"),
        Code::FileUnreadable => ("{0} cannot be read: {1}", "check its rights"),
        Code::IsAFolder => ("{0} is a folder", "name the data file that is in it"),
        Code::BrokenCharacter => (
            "a character is broken here: {0} is no character of UTF-8; the rest of the file is",
            "write it anew; such places in the file: {1}",
        ),
        Code::DoubleEncoded => (
            "the text was saved as UTF-8 twice: {0} stands here for {1}",
            "take an earlier copy, or save it once as Latin-1 (ISO 8859-1) and open it as UTF-8",
        ),
        Code::LeadingText => {
            ("the file does not begin with {", "begin it with {, and take away what stands before that")
        }
        Code::ConflictMarker => (
            "a line that a merge of two versions left, or the fence of a piece of code",
            "take the line away; of two versions keep one",
        ),
        Code::KeyTooLong => {
            ("a key of {0} bytes; at most {1} are read", "was a quote or colon left out? the schema lists the keys")
        }
        Code::MisplacedRecord => ("this looks like {0} and stands in another part; it is set aside", "move it to {1}"),
        Code::EmptyFile => ("the file is empty", "an earlier copy may still be whole"),
        Code::FileTooLarge => {
            ("the file has {0} bytes or more; at most {1} MiB are read", "leave out what is not needed")
        }
        Code::NotUtf8 => ("the file is not UTF-8; it looks like {0}", "save it as UTF-8 in your editor"),
        Code::Compressed => ("the file is compressed ({0})", "unpack it first"),
        Code::WebPage => ("the file is a web page, not data", "look whether the right file was saved or uploaded"),
        Code::ByteOrderMark => {
            ("the file begins with a byte order mark", "save it as UTF-8 without BOM; `curate fmt` takes it away")
        }
        Code::NotAnObject => {
            ("the file must be one object with entities and links", "begin it with { and end it with }")
        }
        Code::MissingFormat => ("the format number is missing", "write \"format\": 1 as the first field"),
        Code::NewerFormat => (
            "the file has format {0}; this program knows {1}",
            "take a newer program; this one shows the file and does not change it",
        ),
        Code::CutOff => (
            "the text ends here although something is still open; the file looks cut off",
            "close what is open, or take a whole copy",
        ),
        Code::NotAValue => (
            "nothing that is known begins here",
            "texts stand in double quotes; look for a forgotten quote or comma before it",
        ),
        Code::TrailingComma => ("a comma with nothing after it", "take the comma away"),
        Code::MissingComma => ("a comma is missing before this", "put a comma after what stands before"),
        Code::MissingColon => ("a colon is missing between a key and its value", "write \"key\": value"),
        Code::BareKey => ("a key without quotes", "put it in double quotes"),
        Code::Comment => ("a comment; JSON knows none", "take it away, or make it a note"),
        Code::OddQuotes => ("quotes that JSON does not know", "use straight double quotes \""),
        Code::FullWidthPunctuation => {
            ("punctuation of a Chinese keyboard", "use the half-width sign: , : { } [ ] or space")
        }
        Code::OddSpace => {
            ("the character {0} shows nothing and is none of JSON's spaces", "take it away, or put a plain space there")
        }
        Code::ControlCharacter => (
            "a line end or control character inside a text",
            "close the text on its line, or write \\n for a line end, \\t for a tab",
        ),
        Code::OpenText => (
            "the text that begins here has no closing quote; it is taken to end on its line",
            "put a double quote \" at its end; a line end within a text is written \\n",
        ),
        Code::UnopenedText => {
            ("the text that ends on this line has no opening quote", "put a double quote \" where it begins, here")
        }
        Code::QuoteInText => (
            "a straight quote inside a text ends it too early",
            "write \\\" or curly quotes “ ” for quotes that are to be read",
        ),
        Code::BadEscape => ("a backslash with something unknown after it", "write \\\\ for a backslash"),
        Code::LoneSurrogate => ("half of a character", "write the character itself"),
        Code::BadNumber => ("a number that JSON does not know", "write it like 12 or 0.5"),
        Code::TrailingText => ("text after the end", "one file holds one object"),
        Code::Unclosed => (
            "this does not fit what was opened on line {0} and is still open",
            "a closing } or ] is missing before it, or this one is wrong or one too many",
        ),
        Code::ClosedEarly => (
            "what was opened on line {0} is closed here, but goes on after this",
            "take this bracket away, or one right before it",
        ),
        Code::MissingBracket => ("the opening {0} is missing before this", "put a {0} here"),
        Code::TooDeep => ("more than {0} things inside each other", "no field of the format needs so many"),
        Code::TooManyValues => ("more than {0} values", "leave out what is not needed"),
        Code::DuplicateKey => {
            ("the key {0} stands here a second time; the first is on line {1}, column {2}", "keep one of the two")
        }
        Code::WrongType => ("{0} is expected here, not {1}", "write it like this: {0e}"),
        Code::MissingField => ("the field {0} is missing; what lacks it is set aside", "add it"),
        Code::ExpectedField => ("the field {0} is missing or empty", "add it"),
        Code::UnknownField => (
            "the format knows no field {0}; it is kept and not used",
            "correct its name, or take it away; the schema lists the fields that are used",
        ),
        Code::MisspeltPart => {
            ("the format knows no part {0}, and the file has no {1}; nothing in it is read", "call it {1}")
        }
        Code::FlowUpstream => (
            "goods flow from `from` to `to`; the upstream of a kind that flows cannot be `to`",
            "take upstream away and turn its links round, or take flow away",
        ),
        Code::UnknownWord => ("{0} is no word that is allowed here", "write one of: {1}"),
        Code::EmptyText => ("a text in which nothing is to be seen", "write it, or leave the field out"),
        Code::TextTooLong => ("a text of {0} bytes; at most {1} are read", "part it into several"),
        Code::NameTooLong => {
            ("a name of {0} characters; at most {1} are read", "shorten it, and put the rest into the summary")
        }
        Code::ForbiddenCharacter => {
            ("the character {0} must not stand in a text: it shows nothing, or turns the text round", "take it away")
        }
        Code::CombiningMarks => ("more than four marks on one character", "was it pasted from somewhere?"),
        Code::Markup => ("{0} looks like markup; texts are plain and show it as it stands", "take the markup away"),
        Code::NumberForm => ("{0} is read as {1}", "write it as a plain whole number"),
        Code::NumberRange => ("{0} is out of range", "write a number in this range: {1}"),
        Code::BadId => (
            "{0} is no id",
            "ids are small letters a–z and digits with single hyphens between them: write it in pinyin or English, such as old-quay",
        ),
        Code::BadDate => (
            "{0} is no date",
            "write 1889, 1889-05, 1889-05-12, 1889~ (about), 193X (the 1930s), 18XX, 1930/1949 or 1994/..",
        ),
        Code::ImpossibleDate => {
            ("{0} cannot be: no calendar has this day, or the year is not one of {1}", "look for a mistyped number")
        }
        Code::DatesReversed => ("the end is before the beginning: {0} – {1}", "change them over"),
        Code::PlannedDated => {
            ("{0} was only planned, yet has a since or until", "if it came to be, take planned away; if not, the dates")
        }
        Code::BadLanguage => (
            "{0} is no language tag that is used here",
            "write a tag of BCP 47 as it is usually spelt, such as zh-Hans, zh-Hant or en",
        ),
        Code::UnspokenLanguages => (
            "none of these languages is one that the interface speaks: {0}",
            "name at least one of them; until then all are offered, and a text that is missing is shown in another language",
        ),
        Code::UnshownLanguage => (
            "the text in {0} is never shown: the languages of the site are {1}",
            "correct the tag, name it under site.languages, or take the text away",
        ),
        Code::MissingTranslation => ("the text is missing in {0}", "until it is there another language is shown"),
        Code::BadUrl => (
            "{0} may not be linked to",
            "write a whole address that begins with https://, http:// or mailto:, without spaces or user names; write null where the address is dead",
        ),
        Code::OpenContact => (
            "{0} is not shown: what is sent to an http address can be read by others along the way",
            "write an address that begins with https:// or mailto:",
        ),
        Code::DuplicateId => (
            "the id {0} is taken on line {1}, column {2}; this record is set aside",
            "give it an id of its own, or join the two",
        ),
        Code::ConfusableId => ("the id {0} is easily taken for {1}", "give one of them a clearer id"),
        Code::UnknownKind => ("the file defines no kind {0}", "define it under kinds"),
        Code::UnknownStage => ("the file defines no stage {0}", "define it under stages"),
        Code::UnknownLinkKind => ("the file defines no link kind {0}", "define it under linkKinds"),
        Code::DanglingReference => {
            ("{0} is named here, but the file holds no such thing ({1})", "write it, or correct the id")
        }
        Code::MisspeltId => (
            "nothing names {0}, while {2}, which the file does not hold, is named {1} time{1s}",
            "call this one {2}, or write {0} where that is named",
        ),
        Code::SetAsideReference => (
            "{0} ({1}) is named here and stands on line {2}, column {3}, but was set aside for a fault of its own",
            "mend what is told there; nothing is wrong here",
        ),
        Code::DuplicateReference => {
            ("{0} is named here a second time; the first is on line {1}, column {2}", "name it once, or correct the id")
        }
        Code::SelfLink => ("{0} leads to itself; that is left out", "name what was meant, or take it away"),
        Code::MissingSource => ("what is {0} needs a source", "name one under sources, or call it unsourced"),
        Code::DuplicateLink => (
            "{0} {2} {1} stands already on line {3}, column {4}; this one is left out, and with it what it alone has: {5}",
            "add that to the first, and take this one away",
        ),
        Code::Nothing => ("there are no {0} in it; the record is set aside", "add at least one"),
        Code::TooManyRecords => ("there are more than {1} {0}", "part the file"),
        Code::FlowCycle => ("goods flow in a circle: {0}", "one of these links probably runs the wrong way"),
        Code::AgainstStages => (
            "{0} ({1}) comes after {2} ({3}) in the chain, but the link runs back",
            "turn the link round, change a stage, or use a link kind that may run back",
        ),
        Code::FlowWithoutStage => {
            ("goods flow along {0}, but {1} has no stage", "give it a stage, or it is not on the map")
        }
        Code::Unconnected => (
            "{0} is linked with nothing",
            "link it with what it comes from or leads to; until then it is found by searching only",
        ),
        Code::Unsourced => (
            "no source is known for this",
            "name one under sources as soon as it is found, and say what the evidence is",
        ),
        Code::WeakSources => (
            "this rests on blogs, forums or marketing alone; readers are told so",
            "look for an official record, a book or a newspaper that says it too",
        ),
        Code::UnusedSource => {
            ("nothing cites the source {0}", "cite it where it vouches for something, or take it away")
        }
        Code::MoreErrors => ("{0} more error{0s} {0are} not listed", "mend those that are listed, and check again"),
        Code::MoreWarnings => ("{0} more warning{0s} {0are} not listed", "mend those that are listed, and check again"),
        Code::MoreNotes => {
            ("{0} more note{0s} {0are} not listed", "look through those that are listed, and check again")
        }
        Code::SwappedPosition => (
            "latitude {0} and longitude {1} are the wrong way round",
            "write the latitude as lat, the longitude as lon",
        ),
        Code::NotDrawn => (
            "{0} stands beyond the base map, {1} km from its middle, and is not drawn there",
            "if it should be, look for a mistyped number",
        ),
        Code::UnknownStreet => (
            "the base map draws no street {0}; what stands there is listed beside the map",
            "draw it as a shape of this id, correct the id, or give the address alone",
        ),
        Code::OffTheMap => ("{0} is off the map: {1} km from its middle", "look for swapped or mistyped numbers"),
        Code::MapDatum => (
            "the base map and the positions stand off from each other by the shift of {1}, as in {0}",
            "both are WGS-84; one of them was probably taken from a Chinese map and must be converted",
        ),
        Code::WrongDatum => (
            "{0} belongs where {1} is, but stands off from there by the shift of {2}",
            "positions are WGS-84; this one was probably taken from a Chinese map and must be converted",
        ),
        Code::NothingToShow => (
            "the file holds no entity that can be shown; the page stays empty",
            "write at least one under \"entities\", with id, kind and name",
        ),
        Code::Contradiction => {
            ("{0} and {1} supply each other along {2}", "one of the two links is probably meant the other way round")
        }
        Code::PictureMissing => (
            "the picture {0} is not there",
            "put it there under exactly this name, or take the picture out of the record",
        ),
        Code::PictureUnsafe => (
            "the picture {0} holds {1}, which is not allowed in a drawing",
            "draw with paths, shapes and groups alone; README says which",
        ),
        Code::PictureKind => ("{0} is no such picture: it looks like {1}", "save it anew in the format its name says"),
        Code::PictureCutOff => ("the picture {0} is cut off or broken", "copy it or save it anew"),
        Code::PictureMoves => ("the picture {0} moves; only still pictures are shown", "save one of its frames"),
        Code::PictureTooLarge => ("the picture {0} is too large: {1}; at most {2}", "make it smaller"),
        Code::AltIsFileName => {
            ("the alternative text {0} is the name of the file", "say what is seen, for those who do not see it")
        }
        Code::MapBounds => ("the edges of the map are the wrong way round", "south lies below north, west before east"),
        Code::PicturePath => (
            "{0} is no path of a picture: it must be relative, without .., with / and one of .svg .png .jpg .webp .avif",
            "put the file into data/pictures and write pictures/name.svg",
        ),
    }
}
