//! Names on the map: how wide they are, how they break, and whether two of them overlap.
//!
//! Widths are estimated from classes of characters, never measured in a document, so that native and wasm layouts are the same.

use super::camera::MapPoint;

/// The width of a character in ems, for a serif face. Estimates lean to the wide side.
fn ems(c: char) -> f32 {
    match c {
        ' ' => 0.27,
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | '|' | '!' | ':' | ';' => 0.31,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' | 'I' | 'J' => 0.42,
        'm' | 'w' | 'M' | 'W' => 0.9,
        'A'..='Z' | '&' | '–' => 0.72,
        '—' => 1.0,
        c if (c as u32) < 0x2e80 => 0.57,
        _ => 1.0,
    }
}

/// How much wider bold type is than [`width`] reckons.
pub const BOLD: f32 = 1.06;

/// The width of a text in pixels at a font size in pixels.
pub fn width(text: &str, size: f32) -> f32 {
    text.chars().map(ems).fold(0.0, |sum, em| sum + em) * size
}

fn is_wide(text: &str) -> bool {
    text.chars().any(|c| (c as u32) >= 0x2e80)
}

/// What stands between a line of a name and the next where both are read as one: nothing in Chinese and after a hyphen.
pub fn seam(line: &str) -> &'static str {
    let closes = line.chars().next_back().is_some_and(|c| (c as u32) >= 0x2e80 || c == '-');
    if closes { "" } else { " " }
}

/// A broken name as it is read.
pub fn joined(lines: &[String]) -> String {
    let mut out = String::new();
    for (place, line) in lines.iter().enumerate() {
        out += line;
        if place + 1 < lines.len() {
            out += seam(line);
        }
    }
    out
}

/// Characters that must not begin a line.
fn must_not_begin(c: char) -> bool {
    "，。、）》”」』；：？！…·)]".contains(c)
}

/// Characters that must not end a line.
fn must_not_end(c: char) -> bool {
    "（《“「『·(".contains(c)
}

/// Breaks a name into lines of at most `most` pixels: Chinese into even lengths, other scripts at spaces and hyphens.
/// At most `lines` lines; what is left over is cut with an ellipsis.
pub fn broken(text: &str, size: f32, most: f32, lines: usize) -> Vec<String> {
    let whole = width(text, size);
    if whole <= most {
        return vec![text.to_owned()];
    }
    let mut out = if is_wide(text) { even(text, size, most) } else { by_words(text, size, most) };
    if out.len() > lines {
        out.truncate(lines);
        if let Some(last) = out.last_mut() {
            while width(last, size) + size > most && last.chars().count() > 1 {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    out
}

/// Lines of even numbers of characters, so that none is left with an orphan. Latin words inside are kept together, and so is what
/// stands in brackets where it fits into a line.
fn even(text: &str, size: f32, most: f32) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut bracket_ends = 0;
    for (at, c) in text.char_indices() {
        if c == '（' {
            let rest = text.get(at..).unwrap_or_default();
            let inside = rest.split_inclusive('）').next().unwrap_or_default();
            if width(inside, size) <= most {
                bracket_ends = at + inside.len();
            }
        }
        let bracketed = c != '（' && at < bracket_ends;
        let narrow = |c: char| (c as u32) < 0x2e80 && c != ' ';
        let joins = |last: &String| {
            bracketed || must_not_begin(c) || last.ends_with(must_not_end) || narrow(c) && last.chars().all(narrow)
        };
        match units.last_mut() {
            Some(last) if joins(last) => last.push(c),
            _ => units.push(c.to_string()),
        }
    }
    let whole: f32 = units.iter().map(|unit| width(unit, size)).sum();
    let count = (whole / most).ceil().max(1.0);
    let aim = (whole / count).min(most);
    let mut lines = vec![String::new()];
    for unit in units {
        let full = lines.last().map_or(0.0, |line| width(line, size));
        let left = width(&unit, size);
        // A line is full when the next unit would carry it further beyond the aim than it now falls short of it.
        if full > 0.0 && (full + left > most || full + left / 2.0 > aim) {
            lines.push(unit);
        } else if let Some(line) = lines.last_mut() {
            line.push_str(&unit);
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).collect()
}

fn by_words(text: &str, size: f32, most: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive([' ', '-', '–']) {
        let line = lines.last().map_or("", String::as_str);
        let wide = width(line, size) + width(word.trim_end(), size);
        if !line.is_empty() && wide > most {
            lines.push(word.to_owned());
        } else if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A box on the map, in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Area {
    /// Its upper left and its lower right corner.
    pub fn corners(&self) -> (MapPoint, MapPoint) {
        (MapPoint { x: self.left, y: self.top }, MapPoint { x: self.right, y: self.bottom })
    }

    /// The box around two boxes.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether two boxes overlap.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_into_even_lines_and_english_at_words() {
        assert_eq!(broken("黄沙水产交易市场", 15.0, 78.0, 3), ["黄沙水产", "交易市场"]);
        assert_eq!(broken("泮溪酒家", 15.0, 78.0, 3), ["泮溪酒家"]);
        assert_eq!(broken("清平中药材市场", 15.0, 78.0, 3).len(), 2);
        assert_eq!(broken("Fangcun tea markets", 13.0, 90.0, 3), ["Fangcun tea", "markets"]);
    }

    #[test]
    fn punctuation_never_begins_a_line() {
        for most in [40.0, 60.0, 80.0] {
            for line in broken("上下九、第十甫（步行街）", 15.0, most, 9) {
                assert!(!line.starts_with(must_not_begin), "{line}");
                assert!(!line.ends_with(must_not_end), "{line}");
            }
        }
    }

    #[test]
    fn what_stands_in_brackets_is_kept_together_where_it_fits_into_a_line() {
        assert_eq!(broken("仁信双皮奶（西关店）", 15.0, 78.0, 3), ["仁信双皮奶", "（西关店）"]);
        assert_eq!(broken("发展期（计划）", 15.0, 78.0, 3), ["发展期", "（计划）"]);
        assert_eq!(broken("大米（粘米）", 15.0, 92.0, 3), ["大米（粘米）"]);
        // This one is wider than a line.
        assert_eq!(broken("马蹄（又称荸荠与乌芋）", 15.0, 78.0, 3), ["马蹄（又", "称荸荠与", "乌芋）"]);
    }

    #[test]
    fn what_does_not_fit_into_the_lines_is_cut_with_an_ellipsis() {
        let lines = broken("水产市场诚信计量管理规范团体标准全文", 15.0, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
    }
}
