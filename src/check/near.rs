//! What was probably meant: the nearest of several words.

/// The distance of optimal string alignment (Damerau 1964, restricted): insertions, deletions, changes and swaps of neighbours.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // far[i][j] is the distance between the first i characters of a and the first j of b.
    let mut far = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            far[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = far[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let best = change.min(far[i - 1][j] + 1).min(far[i][j - 1] + 1);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if swapped { best.min(far[i - 2][j - 2] + 1) } else { best }
            };
        }
    }
    far[a.len()][b.len()]
}

/// Farther words are proposed for nothing.
const MOST: usize = 4;
/// Longer words are proposed for nothing: the table of distances would grow with the square of their length.
const LONGEST: usize = 80;

/// How far a word may be from another one of this many characters to be taken for a slip.
fn most(length: usize) -> usize {
    (length / 3).clamp(1, MOST)
}

/// Whether one word is so near to another that it is a slip, and not only the beginning or the end of it.
pub fn is_slip(word: &str, other: &str) -> bool {
    word.replace('-', "") == other.replace('-', "") || distance(word, other) <= most(word.chars().count())
}

/// The nearest of `known` to `word`: at most a third of its characters away, the first one when several are as near. Where there is
/// none, the shortest one of which `word` is the beginning or the end, in whole words with hyphens between them.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let most = most(length);
    let squeezed = |text: &str| text.replace(['-', '_', ' '], "").to_ascii_lowercase();
    let plain = squeezed(word);
    let holds = |candidate: &str| {
        let rest = candidate.strip_prefix(word).map(|rest| rest.starts_with('-'));
        rest.or_else(|| candidate.strip_suffix(word).map(|rest| rest.ends_with('-'))) == Some(true)
    };
    known
        .filter(|candidate| *candidate != word)
        .filter_map(|candidate| {
            if squeezed(candidate) == plain {
                return Some((0, candidate));
            }
            // The difference of lengths is the least distance there can be.
            let longer = candidate.chars().count().abs_diff(length);
            let far = if longer <= most { Some(distance(word, candidate)).filter(|far| *far <= most) } else { None };
            let near = far.or_else(|| (length > 1 && holds(candidate)).then_some(most + longer))?;
            Some((near, candidate))
        })
        .min_by_key(|(near, _)| *near)
        .map(|(_, candidate)| candidate)
}

/// How much may still be compared, in fields of the table of distances: as many as the two words have bytes times bytes. One file may have
/// faults without number, each to be compared with ids without number; the first ones show the pattern.
#[derive(Clone, Copy, Debug)]
pub struct Patience(u32);

impl Default for Patience {
    fn default() -> Self {
        Self(60_000_000)
    }
}

impl Patience {
    /// The nearest of `known` to `word`, while patience lasts.
    pub fn nearest<'a>(&mut self, word: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
        if !cfg!(feature = "further") || self.0 == 0 {
            return None;
        }
        nearest(
            word,
            known.take_while(|candidate| {
                let goes_on = self.0 > 0;
                // Each is looked at, if only for its length; a table is made for those of about the same length.
                let compared = !word.is_ascii() || word.len().abs_diff(candidate.len()) <= MOST;
                let cost = (1 + candidate.len()) * if compared { 1 + word.len() } else { 1 };
                self.0 = self.0.saturating_sub(u32::try_from(cost).unwrap_or(u32::MAX));
                goes_on
            }),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_neighbours_counts_as_one() {
        for (a, b, far) in [
            ("", "", 0),
            ("abc", "", 3),
            ("ab", "ba", 1),
            ("upsteam", "upstream", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            assert_eq!(distance(a, b), far, "{a} {b}");
            assert_eq!(distance(b, a), far, "{b} {a}");
        }
    }

    #[test]
    fn the_nearest_word_is_proposed_and_a_far_one_is_not() {
        let known = ["chen-tian-ji", "chen-xinghai", "pan-xi"];
        assert_eq!(nearest("chentianji", known.into_iter()), Some("chen-tian-ji"));
        assert_eq!(nearest("pan-si", known.into_iter()), Some("pan-xi"));
        assert_eq!(nearest("quite-other", known.into_iter()), None);
        assert_eq!(nearest("chen", known.into_iter()), Some("chen-tian-ji"), "the first of two that begin so");
        assert_eq!(nearest("tian-ji", known.into_iter()), Some("chen-tian-ji"));
        assert_eq!(nearest("xing", known.into_iter()), None, "in the middle of a word");
    }

    #[test]
    fn long_words_cost_as_much_patience_as_they_make_work() {
        let looked_at = |length: usize| {
            let (mut patience, mut count) = (Patience::default(), 0);
            let (word, other) = ("x".repeat(length), "y".repeat(length));
            while patience.0 > 0 {
                patience.nearest(&word, &mut [other.as_str()].into_iter());
                count += 1;
            }
            count
        };
        let (short, long) = (looked_at(9), looked_at(79));
        assert!(short > 500_000 && long < 10_000, "{short} {long}");
    }

    #[test]
    fn patience_ends_and_long_words_are_not_compared() {
        let mut patience = Patience(50);
        assert_eq!(patience.nearest("pan-si", &mut ["a", "pan-xi"].into_iter()), Some("pan-xi"));
        assert_eq!(patience.nearest("pan-si", &mut ["abc-def-ghi", "pan-xi"].into_iter()), None);
        let long = "x".repeat(LONGEST);
        let longer = long.clone() + "x";
        assert_eq!(nearest(&longer, [long.as_str()].into_iter()), None);
    }
}
