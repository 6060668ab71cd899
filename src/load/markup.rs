//! What looks like markup in a text that is shown as it stands.

/// The first thing that looks like markup: a tag, an entity, or a sign of Markdown.
pub(super) fn find(text: &str) -> Option<&str> {
    // Nearly every text holds none of these.
    if !text.contains(['<', '&', '[', '*', '_', '`', '#', '~']) {
        return None;
    }
    tag(text).or_else(|| entity(text)).or_else(|| link(text)).or_else(|| heading(text)).or_else(|| marked(text))
}

/// The first bytes of a text, as far as a sign may stand from the one that it ends: whoever looked to the end of the text from each of
/// its signs would look at it very often.
fn ahead(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes.min(text.len()))]
}

/// `<b>`.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let named = rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic() || c == '!');
        let end = if named { ahead(rest, 200).find('>')? } else { return None };
        Some(&text[at..at + end + 2])
    })
}

/// `&amp;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = ahead(&text[at + 1..], 11);
        let end = rest.find(';').filter(|end| *end > 0)?;
        let inside = &rest[..end];
        let plain = inside.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        plain.then(|| &text[at..at + end + 2])
    })
}

/// `[text](address)`, a picture likewise.
fn link(text: &str) -> Option<&str> {
    let at = text.find("](")?;
    let start = text[..at].rfind('[')?;
    let end = text[at..].find(')')?;
    Some(&text[start..=at + end])
}

/// `# Heading`.
fn heading(text: &str) -> Option<&str> {
    text.lines().map(str::trim).find(|line| {
        let rest = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
    })
}

/// Text between two equal signs of Markdown that stand close around it: `**bold**`, `_slanted_`, code, struck out. Emphasis does not run
/// over the end of a line.
fn marked(text: &str) -> Option<&str> {
    let signs = ["**", "__", "~~", "`", "*", "_"].into_iter();
    signs.filter(|sign| text.contains(sign)).find_map(|sign| text.lines().find_map(|line| between(line, sign)))
}

fn between<'a>(line: &'a str, sign: &str) -> Option<&'a str> {
    // A low line joins the parts of a name, in code and in addresses too, and a star multiplies; a sign of two stars, or of code, is
    // nothing else.
    let joins = |c: char, beside: &[char]| match sign {
        "_" | "__" => c.is_alphanumeric() || c == '_' || beside.contains(&c),
        "*" => c.is_alphanumeric() || c == '*',
        _ => false,
    };
    let is_close = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !sign.contains(c));
    let mut opened: Option<usize> = None;
    for (at, _) in line.match_indices(sign) {
        let end = at + sign.len();
        let (before, after) = (line[..at].chars().next_back(), line[end..].chars().next());
        match opened {
            Some(start) if is_close(before) && !after.is_some_and(|c| joins(c, &['/', '('])) => {
                return Some(&line[start..end]);
            }
            _ if is_close(after) && !before.is_some_and(|c| joins(c, &['/', '.'])) => opened = Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn markup_of_either_kind_is_found() {
        for (text, found) in [
            ("a <b>x</b>", "<b>"),
            ("a &amp; b", "&amp;"),
            ("see [this](https://x.y)", "[this](https://x.y)"),
            ("see ![this](x.png)", "[this](x.png)"),
            ("# Heading", "# Heading"),
            ("text\n## Heading\ntext", "## Heading"),
            ("a **bold** word", "**bold**"),
            ("这是**粗体**字", "**粗体**"),
            ("a __bold__ word", "__bold__"),
            ("an _em_ word", "_em_"),
            ("an *em* word, and *more*", "*em*"),
            ("这是，*斜体*，字", "*斜体*"),
            ("a `code` word", "`code`"),
            ("~~gone~~", "~~gone~~"),
            ("2 * 3, and *em*", "*em*"),
            ("a lone *\nand *em*", "*em*"),
            ("名 &#20013;", "&#20013;"),
        ] {
            assert_eq!(find(text), Some(found), "{text}");
        }
    }

    #[test]
    fn ordinary_text_has_no_markup() {
        for text in [
            "a lone * here",
            "2 * 3 * 4",
            "2*3*4",
            "长*宽*高",
            "foo.__init__(self)",
            "https://x.y/_foo_/bar and https://x.y/__foo__/",
            "see a *\nand b*",
            "* a note, and * another",
            "*) as of 1889, **) as of 1890",
            "#1 of 3",
            "no. #1",
            "C# and a # alone",
            "a_b",
            "a_b_c and snake_case_name",
            "_ _",
            "1889~ and 1890~",
            "~5 ~ 6~",
            "a ` alone",
            "a < b > c & d; e",
            "R&D and P&L",
            "[1] (2)",
            "「一」*",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
