//! Dates as history knows them: exact, approximate, decades, centuries, spans, and rival datings.
//!
//! The written form is a subset of the Extended Date/Time Format (ISO 8601-2, levels 0 and 1):
//! `1889`, `1889-05`, `1889-05-12`, `1889~` (approximate), `1889?` (uncertain), `193X` (a decade), `18XX` (a century),
//! `1930/1949`, `1994/..`, `../1949` (spans).

use std::fmt;

use super::{Evidence, SourceIx, Text};

/// The years that can be written: four digits, from 1 on.
pub const YEARS: std::ops::RangeInclusive<i32> = 1..=2100;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The century.
    Century,
    /// The decade.
    Decade,
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
}

/// One end of a date: a day, month, year, decade or century.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    /// The year; the first one of a decade or century.
    year: i32,
    /// 1 to 12; 0 where not known.
    month: u8,
    /// 1 to 31; 0 where not known.
    day: u8,
    precision: Precision,
    approximate: bool,
    uncertain: bool,
}

/// A date or a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// `None` is open: since before anything is known.
    start: Option<Point>,
    /// `None` is open: until now.
    end: Option<Point>,
    span: bool,
}

impl Date {
    /// Reads the written form. `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((start, end)) = text.split_once('/') {
            let side = |text: &str| if text == ".." { Some(None) } else { Point::parse(text).map(Some) };
            let (start, end) = (side(start)?, side(end)?);
            let date = Self { start, end, span: true };
            return (start.is_some() || end.is_some()).then_some(date);
        }
        let point = Point::parse(text)?;
        Some(Self { start: Some(point), end: Some(point), span: false })
    }

    /// Whether a text that is no date is written like one: of a day or month that no calendar has, or of a year beyond [`YEARS`].
    pub fn has_form(text: &str) -> bool {
        let is_like = |text: &str| {
            let body = text.strip_suffix(['?', '~']).unwrap_or(text);
            let form: String = body.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            ["0000", "00000", "0000-00", "0000-00-00", "000X", "00XX"].contains(&form.as_str())
        };
        text.split('/').all(|part| part == ".." || is_like(part)) && text.split('/').count() <= 2 && text != ".."
    }

    /// The plain year.
    pub fn year(year: i32) -> Option<Self> {
        Self::parse(&format!("{year:04}"))
    }

    /// The first year it may mean; `i32::MIN` when open.
    pub fn first_year(&self) -> i32 {
        self.start.map_or(i32::MIN, |point| point.year)
    }

    /// The last year it may mean; `i32::MAX` when open.
    pub fn last_year(&self) -> i32 {
        self.end.map_or(i32::MAX, |point| point.last_year())
    }

    /// The first and the last year that it allows; an open end is as if it were closed by the other one.
    pub fn closed_years(&self) -> (i32, i32) {
        let (first, last) = (self.first_year(), self.last_year());
        match (first == i32::MIN, last == i32::MAX) {
            (false, true) => (first, first),
            (true, false) => (last, last),
            _ => (first, last),
        }
    }

    /// The same, or its end alone where its start is open.
    #[must_use]
    pub fn from_a_start(&self) -> Self {
        if self.start.is_some() { *self } else { Self { start: self.end, end: self.end, span: false } }
    }

    /// Whether the span is written backwards.
    pub fn is_reversed(&self) -> bool {
        self.is_after(self)
    }

    /// Whether it begins only when the other one has ended, as far as months and days are known.
    pub fn is_after(&self, other: &Self) -> bool {
        let (Some(start), Some(end)) = (self.start, other.end) else { return false };
        // What is not known of the end may be as late as can be.
        let late = |part: u8| if part == 0 { u8::MAX } else { part };
        (start.year, start.month, start.day) > (end.last_year(), late(end.month), late(end.day))
    }

    /// Whether it is approximate or uncertain.
    pub fn is_rough(&self) -> bool {
        [self.start, self.end].into_iter().flatten().any(|point| point.approximate || point.uncertain)
    }

    /// Whether it is written as a span, of which one end may be open.
    pub fn is_span(&self) -> bool {
        self.span
    }

    /// Precision of the start, or of the end where the start is open.
    pub fn precision(&self) -> Precision {
        self.start.or(self.end).map_or(Precision::Year, |point| point.precision)
    }

    /// Month and day of the start, 0 where not known.
    pub fn month_and_day(&self) -> (u8, u8) {
        self.start.map_or((0, 0), |point| (point.month, point.day))
    }

    /// A key that sorts dates by their start, then by their end.
    pub fn sort_key(&self) -> (i32, u8, u8, i32) {
        let (month, day) = self.month_and_day();
        (self.start.map_or(i32::MIN, |point| point.year), month, day, self.last_year())
    }

    /// Both ends; `None` where open. For a date that is not a span both are the same.
    pub fn ends(&self) -> (Option<DatePart>, Option<DatePart>) {
        (self.start.map(DatePart::from), self.end.map(DatePart::from))
    }
}

/// One end of a date, to be written out in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatePart {
    /// The year; the first one of a decade or century.
    pub year: i32,
    /// 1 to 12; 0 where not known.
    pub month: u8,
    /// 1 to 31; 0 where not known.
    pub day: u8,
    /// How much is known.
    pub precision: Precision,
    /// Whether it is about then (`~`) or perhaps then (`?`).
    pub rough: bool,
}

impl From<Point> for DatePart {
    fn from(point: Point) -> Self {
        let Point { year, month, day, precision, approximate, uncertain } = point;
        Self { year, month, day, precision, rough: approximate || uncertain }
    }
}

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let uncertain = text.ends_with('?');
        let approximate = text.ends_with('~');
        let body = text.strip_suffix(['?', '~']).unwrap_or(text);
        let bytes = body.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Option<i32> {
            let part = bytes.get(range)?;
            part.iter().all(u8::is_ascii_digit).then(|| part.iter().fold(0, |n, b| n * 10 + i32::from(b - b'0')))
        };
        let two = |range: std::ops::Range<usize>| digits(range).map(|n| n as u8);
        let (year, month, day, precision) = match bytes.len() {
            4 if bytes.ends_with(b"XX") => (digits(0..2)? * 100, 0, 0, Precision::Century),
            4 if bytes.ends_with(b"X") => (digits(0..3)? * 10, 0, 0, Precision::Decade),
            4 => (digits(0..4)?, 0, 0, Precision::Year),
            7 if bytes[4] == b'-' => (digits(0..4)?, two(5..7)?, 0, Precision::Month),
            10 if bytes[4] == b'-' && bytes[7] == b'-' => (digits(0..4)?, two(5..7)?, two(8..10)?, Precision::Day),
            _ => return None,
        };
        let point = Self { year, month, day, precision, approximate, uncertain };
        (YEARS.contains(&point.last_year()) && YEARS.contains(&point.year.max(1)) && point.day_exists())
            .then_some(point)
    }

    fn last_year(&self) -> i32 {
        match self.precision {
            Precision::Century => self.year + 99,
            Precision::Decade => self.year + 9,
            _ => self.year,
        }
    }

    fn day_exists(&self) -> bool {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let last = match self.month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        match self.precision {
            Precision::Day => (1..=12).contains(&self.month) && (1..=last).contains(&self.day),
            Precision::Month => (1..=12).contains(&self.month),
            _ => true,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Century => write!(f, "{:02}XX", self.year / 100)?,
            Precision::Decade => write!(f, "{:03}X", self.year / 10)?,
            Precision::Year => write!(f, "{:04}", self.year)?,
            Precision::Month => write!(f, "{:04}-{:02}", self.year, self.month)?,
            Precision::Day => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?,
        }
        f.write_str(match (self.approximate, self.uncertain) {
            (true, _) => "~",
            (_, true) => "?",
            _ => "",
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |point: Option<Point>| point.map_or_else(|| "..".to_owned(), |point| point.to_string());
        if self.span { write!(f, "{}/{}", side(self.start), side(self.end)) } else { f.write_str(&side(self.start)) }
    }
}

/// A rival dating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    /// The other date.
    pub date: Date,
    /// Who says so.
    pub sources: Vec<SourceIx>,
    /// What to know of it.
    pub note: Option<Text>,
}

/// A date with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date that is shown first.
    pub date: Date,
    /// Rival datings; none where the date is not disputed.
    pub rivals: Vec<Rival>,
    /// What the date rests on.
    pub evidence: Evidence,
    /// Who says so.
    pub sources: Vec<SourceIx>,
    /// What to know of it.
    pub note: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_written_form_reads_back_as_written() {
        for text in [
            "1889",
            "1889-05",
            "1889-05-12",
            "1889~",
            "1889?",
            "193X",
            "193X~",
            "18XX",
            "09XX",
            "1930/1949",
            "1994/..",
            "../1949",
            "193X/195X",
            "2000-02-29",
            "0001",
        ] {
            let date = Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"));
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for text in [
            "",
            "-5",
            "0000",
            "99999",
            "c. 1890s",
            "2026-02-30",
            "1889-13",
            "1889-5",
            "2101",
            "../..",
            "18X",
            "1900-02-29",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_from_a_start_is_its_end_alone_where_its_start_is_open() {
        for (written, from) in [
            ("../1945", "1945"),
            ("../193X", "193X"),
            ("1930/1949", "1930/1949"),
            ("1994/..", "1994/.."),
            ("1889-05~", "1889-05~"),
        ] {
            let from_a_start = Date::parse(written).map(|date| date.from_a_start().to_string());
            assert_eq!(from_a_start.as_deref(), Some(from), "{written}");
        }
    }

    #[test]
    fn a_decade_covers_ten_years_and_a_century_a_hundred() {
        let years = |text| Date::parse(text).map(|date| (date.first_year(), date.last_year()));
        assert_eq!(years("193X"), Some((1930, 1939)));
        assert_eq!(years("18XX"), Some((1800, 1899)));
        assert_eq!(years("1994/.."), Some((1994, i32::MAX)));
    }
}
