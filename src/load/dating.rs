//! Dates as people usually write them: what was probably meant by one that does not have the form of the file.

use crate::model::Date;

/// The words before a date that is not known for sure.
const ABOUT: [&str; 8] = ["约", "約", "大约", "大約", "circa", "about", "ca.", "c."];
/// What may stand between the ends of a span.
const TO: [&str; 8] = ["/", "–", "—", "－", "～", "至", "到", "-"];
/// What ends a span that has no end yet.
const NOW: [&str; 4] = ["", "今", "..", "now"];

/// The date that was probably meant, in the form of the file.
pub(super) fn meant(written: &str) -> Option<String> {
    let plain: String = written.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let plain = plain.to_lowercase();
    let meant = point(&plain).or_else(|| span(&plain))?;
    (meant != written && Date::parse(&meant).is_some_and(|date| !date.is_reversed())).then_some(meant)
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' if c != '～' && c != '－' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A span: two dates, or one and nothing, with a sign or word between them.
fn span(text: &str) -> Option<String> {
    TO.iter().find_map(|to| {
        let mut at = text.match_indices(to).map(|(at, _)| at);
        at.find_map(|at| ends(&text[..at], &text[at + to.len()..]))
    })
}

fn ends(start: &str, end: &str) -> Option<String> {
    let (from, to) = (point(start), point(end));
    match (from, to) {
        (Some(from), Some(to)) => Some([&from, "/", &to].concat()),
        (Some(from), None) if NOW.contains(&end) => Some([&from, "/.."].concat()),
        (None, Some(to)) if start.is_empty() => Some(["../", &to].concat()),
        _ => None,
    }
}

/// One date.
fn point(text: &str) -> Option<String> {
    if Date::parse(text).is_some_and(|date| !date.is_span()) {
        return Some(text.to_owned());
    }
    // Longer words come first among those that begin alike.
    let about = ABOUT.iter().filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len());
    let body = about.or_else(|| text.strip_suffix("左右")).or_else(|| text.strip_suffix('~'));
    let certain = body.unwrap_or(text);
    let found = whole(certain)?;
    let sign = if body.is_some() && !found.ends_with(['~', '?']) { "~" } else { "" };
    Some(found + sign)
}

/// A date without a word before it.
fn whole(text: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = text.split_at_checked(4).filter(|(year, _)| year.is_ascii())?;
    // Decades: 1890s, 1890年代, 189x; a century of hundred years: 18xx.
    if rest.is_empty() && !digits(year) && year.contains('x') {
        return Some(year.to_ascii_uppercase());
    }
    if ["s", "'s", "年代"].contains(&rest) && digits(year) && year.ends_with('0') {
        return Some([&year[..3], "X"].concat());
    }
    if !digits(year) {
        return None;
    }
    let rest = rest.trim_end_matches(['年', '月', '日', '号', '號', '.']);
    let parts: Vec<&str> = rest.split(['年', '月', '/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let is_part = |part: &&str| part.len() <= 2 && digits(part);
    // What stands right behind the year, without anything between, is no month.
    let is_parted = rest.is_empty() || rest.starts_with(['年', '/', '.', '-']);
    // What ends with the sign of a span is one.
    let is_parted = is_parted && !rest.ends_with(['/', '-']);
    if parts.len() > 2 || !parts.iter().all(is_part) || !is_parted {
        return None;
    }
    Some(parts.iter().fold(year.to_owned(), |date, part| date + &format!("-{part:0>2}")))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_date_written_in_a_usual_way_is_answered_with_the_one_that_was_meant() {
        for (written, expected) in [
            ("2022年", "2022"),
            ("2022年5月", "2022-05"),
            ("2022年5月12日", "2022-05-12"),
            ("2022/05/12", "2022-05-12"),
            ("2022.05.12", "2022-05-12"),
            ("2022-5-1", "2022-05-01"),
            ("２０２２", "2022"),
            (" 2022", "2022"),
            ("189x", "189X"),
            ("1890s", "189X"),
            ("1890年代", "189X"),
            ("约1890", "1890~"),
            ("大約1890年", "1890~"),
            ("c. 1890", "1890~"),
            ("c. 1890s", "189X~"),
            ("1890年左右", "1890~"),
            ("1890–1900", "1890/1900"),
            ("1890-1900", "1890/1900"),
            ("1890年至1900年", "1890/1900"),
            ("1949-", "1949/.."),
            ("1949/", "1949/.."),
            ("1949年至今", "1949/.."),
            ("-1949", "../1949"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(expected), "{written}");
        }
        for written in
            ["", "soon", "189", "1900-1890", "18901231", "1889-13", "..", "光绪年间", "1889/1900/1910", "~", "年"]
        {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}
