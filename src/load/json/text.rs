//! Texts in quotes: read to their end, and where that is not to be had, to where it most likely should be.

use super::{Parser, Slip, Stop};
use crate::load::{WHOLE, values::shows_nothing};

/// Where what a text lacks its closing quote before begins: white space, commas and brackets at the very end of it belong to the file.
fn without_ending(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || ",}]，｝］".contains(c))
}

/// What a line of a file begins with where it does not go on with a text.
const SIGNS: [char; 5] = ['{', '}', '[', ']', '/'];

/// A space that JSON does not know, or a character that shows nothing at all; the full-width space is told as punctuation is.
pub(super) fn is_odd_space(c: char) -> bool {
    c == '\0' || (!c.is_ascii() && c != '\u{3000}' && shows_nothing(c))
}

/// Whether what stands after a quote lets it be the closing one of a value.
pub(super) fn is_closed_before(rest: &str) -> bool {
    let behind = rest.trim_start_matches([' ', '\t']);
    let Some(sign) = behind.chars().next() else { return true };
    match sign {
        '\r' | '\n' | '}' | ']' | '｝' | '］' => true,
        // A comma in running text has words after it.
        ',' | '，' => {
            let next = behind[sign.len_utf8()..].trim_start().chars().next();
            next.is_none_or(|next| "\"{[]}-".contains(next) || next.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether what stands after a quote lets it be the closing one of a key.
pub(super) fn is_colon(rest: &str) -> bool {
    rest.trim_start().starts_with([':', '：'])
}

/// Whether `rest` is the rest of a key after its opening quote, with a colon behind it.
fn is_rest_of_key(rest: &str) -> bool {
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
    let colon = rest[length..].strip_prefix('"');
    length > 0 && colon.is_some_and(is_colon)
}

/// Where the key ends at the beginning of a text that goes on with its colon.
fn end_of_key(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')?;
    (length > 0 && is_colon(&text[length..])).then_some(length)
}

impl Parser<'_> {
    /// The closing quote that fits an opening quote that is not JSON's.
    pub(super) fn odd_quote(&self) -> Option<char> {
        // Nearly every value is asked, and nearly none has one.
        if self.peek().is_none_or(|byte| byte.is_ascii() && byte != b'\'') {
            return None;
        }
        match self.rest().chars().next()? {
            '\'' => Some('\''),
            '“' | '”' => Some('”'),
            '‘' | '’' => Some('’'),
            '「' => Some('」'),
            '＂' => Some('＂'),
            _ => None,
        }
    }

    /// The length of a text that begins here without its opening quote: the next quote of the line closes it, as `closes` tells of what
    /// stands after that. In JSON that is right, the next quote opens something, and stands after a sign.
    pub(super) fn unopened(&self, closes: impl Fn(&str) -> bool) -> Option<usize> {
        if self.peek().is_none_or(|byte| b"\"',:;{}[]/\\".contains(&byte)) || self.odd_quote().is_some() {
            return None;
        }
        let rest = self.rest();
        // A number or word with a sign after it is whole; whoever looked further from each of them would look at the file very often.
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-._".contains(c)).unwrap_or(rest.len());
        if length > 0 && rest[length..].trim_start().starts_with([',', ']', '}']) {
            return None;
        }
        let (text, quote) = rest.split_at(rest.find(['"', '\n'])?);
        let opens = text.trim_end().ends_with(|c: char| ",:;{}[]/\\，、：；｛｝［］【】".contains(c));
        (!opens && quote.starts_with('"') && closes(&quote[1..])).then_some(text.len() + 1)
    }

    /// Reads a text; gives back where its span ends. That is after the closing quote, or after whatever stands in the place of one.
    pub(super) fn string(&mut self, is_key: bool) -> Result<u32, Stop> {
        if let Some(closing) = self.odd_quote() {
            let opening = self.rest().chars().next().map_or(1, char::len_utf8);
            self.slip(Slip::OddQuotes)?;
            let rest = &self.rest()[opening..];
            let line = rest.lines().next().unwrap_or_default();
            // One that was begun on a Chinese keyboard may end with the straight quote of JSON.
            let found = line.find([closing, '"']).filter(|_| !line.contains(closing));
            let Some(length) = found.or_else(|| rest.find(closing)) else { return Err(Stop) };
            self.at += opening + length + rest[length..].chars().next().map_or(0, char::len_utf8);
            return Ok(self.at as u32);
        }
        let opening = self.at;
        self.at += 1;
        let mut goes_on = false;
        loop {
            let plain = self.bytes[self.at..].iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
            self.at = plain.map_or(self.bytes.len(), |length| self.at + length);
            match self.peek() {
                None => {
                    self.at = opening;
                    return self.stop(Slip::CutOff);
                }
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(b'\n' | b'\r') if !WHOLE => return self.stop(Slip::ControlInString),
                Some(b'\n' | b'\r') if goes_on => self.at += 1,
                Some(b'\n' | b'\r') => match self.end_of_open(opening) {
                    None => {
                        self.slip(Slip::ControlInString)?;
                        goes_on = true;
                    }
                    Some(end) => {
                        let text = &self.source[opening + 1..end];
                        let length = if is_key { end_of_key(text) } else { None }.unwrap_or(text.len());
                        return self.end_open(opening, opening + 1 + length);
                    }
                },
                Some(_) => {
                    self.slip(Slip::ControlInString)?;
                    self.at += 1;
                }
            }
        }
        self.at += 1;
        if WHOLE && !self.is_followed() {
            return self.quoted_within(opening, is_key);
        }
        Ok(self.at as u32)
    }

    /// Ends a text that lacks its closing quote at `end`; the sign that stands there counts as its quote.
    fn end_open(&mut self, opening: usize, end: usize) -> Result<u32, Stop> {
        self.slip_at(Slip::OpenText, opening)?;
        self.at = end;
        Ok(end as u32 + 1)
    }

    /// A line ends here inside of a text. `None` where the text goes on: its quote comes before anything that a file is made of.
    /// Otherwise where it should end.
    fn end_of_open(&mut self, opening: usize) -> Option<usize> {
        let mut upto = self.at;
        let mut rest = self.rest();
        while let Some(length) = rest.find('\n') {
            rest = &rest[length + 1..];
            let line = rest.lines().next().unwrap_or_default();
            let written = line.trim_start();
            if written.is_empty() {
                continue;
            }
            match written.find('"') {
                Some(0) if is_closed_before(&written[1..]) => return None,
                None if !written.starts_with(SIGNS) => {
                    upto = self.source.len() - rest.len() + line.len();
                }
                Some(at) if at > 0 && !written.starts_with(SIGNS) => return None,
                _ => break,
            }
        }
        let text = without_ending(&self.source[opening + 1..upto]);
        Some(opening + 1 + text.len())
    }

    /// Whether what follows a closing quote may follow one.
    fn is_followed(&self) -> bool {
        let rest = self.rest().trim_start_matches([' ', '\t']);
        match rest.chars().next() {
            None => true,
            Some(c) if c.is_ascii_digit() || c.is_whitespace() => true,
            Some(c) => ",:;{}[]\"/-，、：；｛｝［］【】“‘「'".contains(c),
        }
    }

    /// Something follows the quote before this that cannot follow a text: the quote was to be read, or belongs to what comes next.
    fn quoted_within(&mut self, opening: usize, is_key: bool) -> Result<u32, Stop> {
        let text = &self.source[opening + 1..self.at - 1];
        if is_key {
            return match end_of_key(text) {
                Some(length) => self.end_open(opening, opening + 1 + length),
                None => Ok(self.at as u32),
            };
        }
        let before = text.trim_end();
        if before.ends_with([',', '，']) && is_rest_of_key(self.rest()) {
            let text = without_ending(text);
            return self.end_open(opening, opening + 1 + text.len());
        }
        let line = self.rest().lines().next().unwrap_or_default();
        let behind = |at: usize| &self.rest()[at + 1..];
        // A quote with a colon behind it is that of a key, and no text goes on so far.
        let is_in_text = |at: &usize| !is_colon(behind(*at));
        let closing =
            line.match_indices('"').map(|(at, _)| at).take_while(is_in_text).find(|at| is_closed_before(behind(*at)));
        if let Some(length) = closing {
            self.slip_at(Slip::QuoteInText, self.at - 1)?;
            self.at += length + 1;
        }
        Ok(self.at as u32)
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
}
