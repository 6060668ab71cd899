//! Dates in words.

use crate::model::{Date, DatePart, Lang, Precision};

/// A date in words: `1889`, `about 1889`, `1930s`, `19th century`, `12 May 1889`, `1930–1949`, `since 1994`.
pub fn date(lang: Lang, date: &Date) -> String {
    if !date.is_span() {
        return date.ends().0.map_or_else(String::new, |start| part(lang, start));
    }
    match (date.ends(), lang) {
        ((Some(start), Some(end)), _) => format!("{}–{}", part(lang, start), part(lang, end)),
        ((Some(start), None), Lang::En) => format!("since {}", part(lang, start)),
        ((Some(start), None), _) => format!("{}起", part(lang, start)),
        ((None, Some(end)), Lang::En) => format!("until {}", part(lang, end)),
        ((None, Some(end)), _) => format!("{}止", part(lang, end)),
        ((None, None), _) => String::new(),
    }
}

fn part(lang: Lang, part: DatePart) -> String {
    let DatePart { year, month, day, precision, rough } = part;
    let plain = match (precision, lang) {
        (Precision::Century, Lang::En) => format!("{}{} century", year / 100 + 1, ordinal(year / 100 + 1)),
        (Precision::Century, Lang::ZhHans) => format!("{}世纪", year / 100 + 1),
        (Precision::Century, Lang::ZhHant) => format!("{}世紀", year / 100 + 1),
        (Precision::Decade, Lang::En) => format!("{year}s"),
        (Precision::Decade, _) => format!("{year}年代"),
        (Precision::Year, _) => year.to_string(),
        (Precision::Month, Lang::En) => format!("{} {year}", MONTHS[usize::from(month.clamp(1, 12)) - 1]),
        (Precision::Month, _) => format!("{year}年{month}月"),
        (Precision::Day, Lang::En) => format!("{day} {} {year}", MONTHS[usize::from(month.clamp(1, 12)) - 1]),
        (Precision::Day, _) => format!("{year}年{month}月{day}日"),
    };
    match (rough, lang) {
        (false, _) => plain,
        (true, Lang::En) => format!("about {plain}"),
        (true, Lang::ZhHans) => format!("约{plain}"),
        (true, Lang::ZhHant) => format!("約{plain}"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn ordinal(number: i32) -> &'static str {
    match (number % 10, number % 100) {
        (1, n) if n != 11 => "st",
        (2, n) if n != 12 => "nd",
        (3, n) if n != 13 => "rd",
        _ => "th",
    }
}

/// The years of a life, for a label: `1889`, `1889–1949`, `–1949`; short forms only. Empty when nothing is known.
pub fn span(since: Option<&Date>, until: Option<&Date>) -> String {
    let short = |point: Option<DatePart>| {
        point.map_or_else(String::new, |point| match point.precision {
            Precision::Century => format!("{}c.", point.year / 100 + 1),
            Precision::Decade => format!("{}s", point.year),
            _ => point.year.to_string(),
        })
    };
    // It begins with the start of the first date and ends with the end of the second, as far as those are known.
    let since = since.map(|date| short(date.ends().0.or(date.ends().1)));
    let until = until.map(|date| short(date.ends().1.or(date.ends().0)));
    match (since, until) {
        (Some(since), Some(until)) if since == until => since,
        (Some(since), Some(until)) => format!("{since}–{until}"),
        (Some(since), None) => since,
        (None, Some(until)) => format!("–{until}"),
        (None, None) => String::new(),
    }
}

/// The year of a date as one number, for comparing; the first one of a span.
pub fn year(date: &Date) -> i32 {
    date.sort_key().0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, en: &str, zh: &str) {
        let parsed = Date::parse(written).unwrap_or_else(|| panic!("{written}"));
        assert_eq!(date(Lang::En, &parsed), en);
        assert_eq!(date(Lang::ZhHans, &parsed), zh);
    }

    #[test]
    fn dates_read_as_people_write_them() {
        check("1889", "1889", "1889");
        check("1889~", "about 1889", "约1889");
        check("193X", "1930s", "1930年代");
        check("09XX", "10th century", "10世纪");
        check("20XX", "21st century", "21世纪");
        check("2020-09-25", "25 September 2020", "2020年9月25日");
        check("1930/1949", "1930–1949", "1930–1949");
        check("1994/..", "since 1994", "1994起");
    }

    #[test]
    fn a_life_runs_from_the_first_start_to_the_last_end() {
        let life = |since: &str, until: &str| span(Date::parse(since).as_ref(), Date::parse(until).as_ref());
        assert_eq!(life("1889", "1930/1949"), "1889–1949");
        assert_eq!(life("1930/1949", "1958"), "1930–1958");
        assert_eq!(life("1889", "1994/.."), "1889–1994");
        assert_eq!(life("", "193X"), "–1930s");
        assert_eq!(life("1889", ""), "1889");
        assert_eq!(life("17XX", "17XX"), "18c.", "what reads the same at both ends is written once");
    }
}
